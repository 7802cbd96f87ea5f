"""What a paper is on its way: Draft → Numbered → Rendered → Inspected → Kept → Settled.

Each step takes the value of the step before it, so that a wrong order does not type-check.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vbgen.errors import Problem
from vbgen.model.dossier import Intent, code, file_name


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper as a Word file, without number and day (Nghị định 30/2020/NĐ-CP, Điều 15: they come with issue)."""

    kind: str
    variant: str
    phase: int | None
    docx: bytes
    problems: tuple[
        Problem, ...
    ] = ()  # what a person should look at; with an error it cannot be issued

    @property
    def stem(self) -> str:
        """File name without its ending: `nomination-list.province-phase-2`."""
        named = f"{self.kind}.{self.variant}" if self.variant else self.kind
        return f"{named}-phase-{self.phase}" if self.phase else named


@dataclass(frozen=True, slots=True)
class Issue:
    """What issue adds to a draft: number, day, and for certificates their places in the golden book."""

    number: int
    day: date
    golden_numbers: tuple[int, ...] = ()
    signer: str = ""  # id of the signer chosen at issue; empty for the planned one
    suffix: str = ""  # of an inserted number


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number taken for good, with the whole intent stored beside it; nothing is written yet."""

    intent: Intent
    number: int
    golden_first: int | None = None  # the block's first number in the golden book
    suffix: str = ""  # of an inserted number

    @property
    def id(self) -> str:
        """The dossier's identity."""
        return self.intent.id

    @property
    def code(self) -> str:
        """`05/QĐ-SCT`."""
        return code(self.number, self.intent.particulars.symbol, self.suffix)

    @property
    def file_name(self) -> str:
        """`05-QĐ-SCT`."""
        return file_name(self.number, self.intent.particulars.symbol, self.suffix)

    @property
    def golden_numbers(self) -> tuple[int, ...]:
        """Numbers in the golden book, in print order."""
        if self.golden_first is None:
            return ()
        return tuple(range(self.golden_first, self.golden_first + len(self.intent.honoured)))


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A file that lies in the archive."""

    digest: str  # SHA-256
    size: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A numbered paper and what goes with it: Word files, the PDF beside them, the dossier's record."""

    numbered: Numbered
    papers: Mapping[str, bytes]  # file name → content
    text: str = ""  # all that can be read in them
    singles: Mapping[str, ArchivedFile] = field(
        default_factory=dict
    )  # file name → each certificate, kept already


@dataclass(frozen=True, slots=True)
class Inspected:
    """Rendered papers that were looked at: nothing found is an error."""

    rendered: Rendered
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """Papers and materials that lie in the archive, each under its digest."""

    inspected: Inspected
    digests: Mapping[str, str]  # file name → SHA-256

    @property
    def numbered(self) -> Numbered:
        """The number and intent they belong to."""
        return self.inspected.rendered.numbered


@dataclass(frozen=True, slots=True)
class Settled:
    """An issued document: numbered, kept, and in the register for good."""

    id: str
    code: str
    day: date
    subject: str
    digests: Mapping[str, str] = field(default_factory=dict)
    golden_numbers: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
