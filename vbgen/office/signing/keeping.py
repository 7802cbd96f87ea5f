"""Signed files kept: announced in the journal, put into the archive, written down beside what they sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.archive.store import digest_of
from vbgen.model.document import ArchivedFile
from vbgen.model.dossier import file_name, outgoing_name
from vbgen.office.signing.evidence import evidence_of
from vbgen.outputs import write_own
from vbgen.register import Entry, SignedCopy
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
    desk.enter_archive()
    desk.tell("announce")
    desk.register.announce_signed(entry.id, copies, desk.stamp())
    desk.tell("keep")
    for content in (*(one.content for one in signed), evidence):
        desk.archive.put(content)
    desk.tell("write-down")
    desk.register.keep_signed(entry.id, copies, desk.stamp())
    desk.tell("mirror")
    desk.mirror()
    return copies


def lay_out_signed(desk: "Desk", entry: Entry, signed: Sequence[SignedBytes]) -> list[Path]:
    """Copies where the office takes issued papers from: the newest signed file of each, certificates in a folder."""
    code, folder = file_name(entry.number, entry.symbol, entry.suffix), desk.out(entry.campaign)
    singles = {file.name for file in desk.register.files(entry.id) if file.is_single}
    made = []
    for one in signed:
        name = outgoing_name(one.original)
        is_single = one.original in singles
        made.append(folder / f"{code}-tung-to" / name if is_single else folder / f"{code}-{name}")
        write_own({made[-1]: one.content})
    return made
