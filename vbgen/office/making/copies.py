"""What is kept beside an issued paper's Word files, and who makes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vbgen.model.document import ArchivedFile, Numbered

if TYPE_CHECKING:
    from vbgen.office.making.batching import Batch


@dataclass(frozen=True, slots=True)
class Written:
    """A paper as it was written; certificates with the rows that they were made from."""

    name: str  # `certificate.docx`
    docx: bytes
    title: str
    batch: "Batch | None" = None

    @property
    def copy(self) -> str:
        """`certificate.pdf`."""
        return f"{Path(self.name).stem}.pdf"


@dataclass(frozen=True, slots=True)
class Beside:
    """What is kept beside the Word files: PDF files by their names, and each certificate as a file of its own."""

    papers: Mapping[str, bytes] = field(default_factory=dict)
    singles: Mapping[str, Mapping[str, ArchivedFile]] = field(
        default_factory=dict
    )  # paper → file name → file


class Copies(Protocol):
    """Makes what is kept beside the Word files."""

    def make(self, written: Sequence[Written], numbered: Numbered) -> Beside:
        """The files beside those papers."""

    def confirm(self, written: Sequence[Written], day: date) -> None:
        """Does nothing for papers that can be made; OutsideProgramError for others, before a number is taken."""


@dataclass(frozen=True, slots=True)
class KeptCopies:
    """Copies that are there already, or none."""

    beside: Beside = field(default_factory=Beside)

    def make(self, _written: Sequence[Written], _numbered: Numbered) -> Beside:
        """The copies that there are."""
        return self.beside

    def confirm(self, _written: Sequence[Written], _day: date) -> None:
        """There is nothing to be made."""
