"""Everything that can go wrong, as values a face can show: problems with their places, errors with exit codes.

Exit codes: 0 done · 1 the data or the document has problems · 2 wrong usage, or a file that cannot be read ·
3 a template cannot be used · 4 output cannot be written · 5 an outside program is missing or failed ·
10-13 the archive cannot be reached, lacks or has a damaged file, or is another workspace's · 14, 15 the register
cannot be reached, or is damaged · 70 a fault of vbgen itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.ways import WayOut


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"  # the work stops
    WARNING = "warning"  # a person should look
    NOTE = "note"  # what was changed or noticed on the way

    @property
    def label(self) -> str:
        """The word a clerk reads."""
        return {"error": _("Lỗi"), "warning": _("Cảnh báo"), "note": _("Lưu ý")}[self.value]


class Place(NamedTuple):
    """Where a problem lies, as far as it is known; `str()` gives what a clerk can follow with a finger.

    A named tuple, for every cell has one: a frozen dataclass is made five times more slowly.
    """

    file: str = ""
    sheet: str = ""  # Excel sheet
    cell: str = ""  # "B7" in a sheet; "bảng 2, hàng 3, ô 1" in a Word table
    part: str = ""  # part of a Word file as a clerk names it: "thân văn bản", "đầu trang" …
    paragraph: int = 0  # from 1, within the part or cell
    path: str = ""  # key path in YAML or in a context: "nominations[3].award"
    line: int = 0  # from 1, in a text file
    quote: str = ""  # the words found there

    def __str__(self) -> str:
        words = [self.file, *self._inside()]
        return " › ".join(word for word in words if word)

    def as_json(self) -> dict[str, object]:
        """Plain values for programs; what is not known is left out."""
        return {name: value for name, value in zip(self._fields, self, strict=True) if value}

    def _inside(self) -> Iterable[str]:
        yield self.sheet and _("trang “{sheet}”", sheet=self.sheet)
        yield self.part
        yield self.cell and (_("ô {cell}", cell=self.cell) if self.sheet else self.cell)
        yield _("đoạn {paragraph}", paragraph=self.paragraph) if self.paragraph else ""
        yield _("dòng {line}", line=self.line) if self.line else ""
        yield self.path
        yield self.quote and f"“{self.quote}”"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell: what was found, where, and what to do about it."""

    code: str  # stable, for programs: "cell-not-a-date"
    message: str  # one sentence in the reader's language: what was found and what was expected
    place: Place = field(default_factory=Place)
    severity: Severity = Severity.ERROR
    hint: str = ""  # what to do next, where no face need word it
    ways: "tuple[WayOut, ...]" = ()  # ways out, for the face to word

    def __str__(self) -> str:
        return " ".join(
            part
            for part in (f"{self.place}:" if str(self.place) else "", self.message, self.hint)
            if part
        )

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json`; empty places are left out."""
        plain: dict[str, object] = {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "place": self.place.as_json(),
            "hint": self.hint,
        }
        return {**plain, "ways": [way.as_json() for way in self.ways]} if self.ways else plain


class VbgenError(Exception):
    """Base of every error that vbgen raises on purpose; carries its exit code and all its problems."""

    exit_code = 70

    def __init__(
        self, message: str, problems: tuple[Problem, ...] = (), ways: "tuple[WayOut, ...]" = ()
    ) -> None:
        super().__init__(message, problems, ways)
        self.message = message
        self.problems = problems
        self.ways = ways

    def __str__(self) -> str:
        return self.message

    def as_problems(self, code: str = "refused", place: Place | None = None) -> tuple[Problem, ...]:
        """Its problems; where it names none its own sentence, under that code."""
        return self.problems or (Problem(code, self.message, place or Place(), ways=self.ways),)


class ProblemsFoundError(VbgenError):
    """The data or the document has problems, all of them listed."""

    exit_code = 1


def refuse_errors(message: str, problems: Iterable[Problem]) -> None:
    """Does nothing where none of them is an error; ProblemsFoundError with all of them otherwise."""
    found = tuple(problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise ProblemsFoundError(message, found)


class UsageError(VbgenError):
    """The command was asked for something that does not exist."""

    exit_code = 2


class UnreadableFileError(VbgenError):
    """A file is missing, not what its name says, damaged, or refused as unsafe."""

    exit_code = 2


class TemplateError(VbgenError):
    """A template cannot be used, or its data does not fit it."""

    exit_code = 3


class OutputError(VbgenError):
    """A result cannot be written; nothing half-written is left."""

    exit_code = 4


class OutsideProgramError(VbgenError):
    """An outside program is missing, crashed, hung, or gave a result that does not fit."""

    exit_code = 5
