"""Signed files kept: announced in the journal, put into the archive, written down beside what they sign."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.archive.store import digest_of
from vbgen.model.document import ArchivedFile
from vbgen.model.dossier import file_name
from vbgen.outputs import write_own
from vbgen.register import Entry, SignedCopy

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk


@dataclass(frozen=True, slots=True)
class SignedBytes:
    """A signed file and its evidence, before they are kept."""

    original: str  # name of the file that was issued
    content: bytes
    evidence: bytes
    state: str
    version: int  # which signed file of that one it is, from 1

    @property
    def copy(self) -> SignedCopy:
        """What the register writes down."""
        stem = f"{Path(self.original).stem}.signed-{self.version}"
        return SignedCopy(
            self.original,
            f"{stem}.pdf",
            _archived(self.content),
            f"{stem}.evidence.json",
            _archived(self.evidence),
            self.state,
        )


def _archived(content: bytes) -> ArchivedFile:
    return ArchivedFile(digest_of(content), len(content))


def keep_signed(desk: "Desk", entry: Entry, signed: Sequence[SignedBytes]) -> list[SignedCopy]:
    """All of them, kept with the paper; killed anywhere, the same files kept again bring it to its end."""
    copies = [one.copy for one in signed]
    desk.enter_archive()
    desk.tell("announce")
    desk.register.announce_signed(entry.id, copies, desk.stamp())
    desk.tell("keep")
    for one in signed:
        desk.archive.put(one.content)
        desk.archive.put(one.evidence)
    desk.tell("write-down")
    desk.register.keep_signed(entry.id, copies, desk.stamp())
    desk.tell("mirror")
    desk.mirror()
    return copies


def lay_out_signed(desk: "Desk", entry: Entry, files: Mapping[str, bytes]) -> list[Path]:
    """Copies where the office takes issued papers from, named by their number."""
    code, folder = file_name(entry.number, entry.symbol, entry.suffix), desk.out(entry.campaign)
    made = []
    for name, content in files.items():
        made.append(folder / f"{code}-{name}")
        write_own({made[-1]: content})
    return made
