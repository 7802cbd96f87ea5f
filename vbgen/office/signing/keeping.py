"""Signed files kept: announced in the journal, put into the archive, written down beside what they sign."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.archive.store import digest_of
from vbgen.model.document import ArchivedFile
from vbgen.model.dossier import file_name, outgoing_name
from vbgen.office.signing.evidence import evidence_of
from vbgen.outputs import write_own
from vbgen.register import AS_RECEIVED, INK, Entry, KeptFile, SignedCopy
from vbgen.signing.found import CheckedFile

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk


@dataclass(frozen=True, slots=True)
class SignedBytes:
    """A signed file and its check, before they are kept."""

    original: str  # name of the file that was issued
    content: bytes
    check: CheckedFile
    version: int  # which signed file of that one it is, from 1

    @property
    def name(self) -> str:
        """What the signed file is called: `award-decision.signed-1.pdf`."""
        return f"{Path(self.original).stem}.signed-{self.version}.pdf"

    def copy(self, evidence: bytes) -> SignedCopy:
        """What the register writes down; `evidence` may be of several files that were signed together."""
        kept = _archived(evidence)
        name = f"signature-evidence-{kept.digest[:12]}.json"
        state = self.check.state.value
        return SignedCopy(self.original, self.name, _archived(self.content), name, kept, state)


def _archived(content: bytes) -> ArchivedFile:
    return ArchivedFile(digest_of(content), len(content))


def keep_signed(desk: "Desk", entry: Entry, signed: Sequence[SignedBytes]) -> list[SignedCopy]:
    """All of them, kept with the paper; killed anywhere, the same files kept again bring it to its end."""
    checks = {digest_of(one.content): one.check for one in signed}
    evidence = evidence_of(checks, desk.clock())
    copies = [one.copy(evidence) for one in signed]
    keep_files(desk, entry, copies, (*(one.content for one in signed), evidence))
    return copies


def keep_files(
    desk: "Desk", entry: Entry, copies: Sequence[SignedCopy], contents: Iterable[bytes]
) -> None:
    """Announced in the journal, put into the archive, written down; `contents` are all that the copies name."""
    desk.enter_archive()
    desk.tell("announce")
    desk.register.announce_signed(entry.id, copies, desk.stamp())
    desk.tell("keep")
    for content in contents:
        desk.archive.put(content)
    desk.tell("write-down")
    desk.register.keep_signed(entry.id, copies, desk.stamp())
    desk.tell("mirror")
    desk.mirror()


def scan_copies(
    original: str, version: int, contents: Sequence[bytes], evidence: bytes
) -> list[SignedCopy]:
    """What the register writes down of a scan: the one that stands for the paper first, then as it was received."""
    stem, kept = f"{Path(original).stem}.scan-{version}", _archived(evidence)
    name = f"scan-reading-{kept.digest[:12]}.json"
    names = (f"{stem}.pdf", f"{stem}{AS_RECEIVED}.pdf")
    return [
        SignedCopy(original, own, _archived(content), name, kept, INK)
        for own, content in zip(names, contents, strict=False)
    ]


def lay_out_signed(desk: "Desk", entry: Entry, signed: Sequence[SignedBytes]) -> list[Path]:
    """Copies where the office takes issued papers from: the newest signed file of each, certificates in a folder."""
    singles = {file.name for file in desk.register.files(entry.id) if file.is_single}
    places = {_out_place(desk, entry, one.original, singles): one.content for one in signed}
    for path, content in places.items():
        write_own({path: content})
    return list(places)


def lay_out_scan(desk: "Desk", entry: Entry, original: KeptFile, content: bytes) -> Path:
    """The scan where the office takes issued papers from."""
    path = _out_place(desk, entry, original.name, {original.name} if original.is_single else set())
    write_own({path: content})
    return path


def _out_place(desk: "Desk", entry: Entry, original: str, singles: Container[str]) -> Path:
    code, folder = file_name(entry.number, entry.symbol, entry.suffix), desk.out(entry.campaign)
    name = outgoing_name(original)
    return folder / f"{code}-tung-to" / name if original in singles else folder / f"{code}-{name}"
