"""The values of checking: rules, what they hit, and the findings that are reported."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vbgen.decree.checking.taken import UNREAD, PaperTaken
from vbgen.decree.parts.line import Line
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph, Section, Table

Value = float | str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRule:
    """One rule as the data files state it; `required` and `mend` have places for the values."""

    id: str
    article: str
    severity: Severity
    required: str
    mend: str
    values: Mapping[str, Value] = field(default_factory=dict)
    fixable: bool = False
    is_proved: bool = True  # by the text of its article; what is not is never an error

    @property
    def subject(self) -> str:
        """What stands before the dot, such as `page`, `motto`, `typing`."""
        return self.id.partition(".")[0]

    def number(self, name: str) -> float:
        """One of its figures."""
        found = self.values[name]
        return float(found) if isinstance(found, int | float) else 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """What a measure has seen: the rule that is not kept, where, and what stands there."""

    rule: str
    found: str
    where: Line | Paragraph | Section | Table | None = None
    values: Mapping[str, Value] = field(
        default_factory=dict
    )  # what the rule's sentences need besides its own figures

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph hit, the first of a table; `None` for page and document."""
        if isinstance(self.where, Line):
            return self.where.paragraph
        if isinstance(self.where, Table):
            return next(iter(self.where.paragraphs), None)
        return self.where if isinstance(self.where, Paragraph) else None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a comment can be set: the paragraph of that place in that member of the file."""

    member: str = ""
    ordinal: int = -1  # below 0: the document as a whole


@dataclass(frozen=True, slots=True)
class FormFinding:
    """One thing that is not as it should be, ready to be read."""

    rule: str
    article: str
    severity: Severity
    place: Place
    found: str
    required: str
    mend: str
    fixable: bool = False
    anchor: Anchor = Anchor()
    paper: int = 1  # which of the file's papers

    @property
    def group(self) -> str:
        """What findings that say the same of one paper have in common."""
        return f"{self.rule}/{self.paper}"

    def as_problem(self) -> Problem:
        """The finding in the form that every face can show."""
        ground = f" ({self.article})" if self.article else ""
        message = _(
            "{found}; quy định: {required}{ground}.",
            found=self.found,
            required=self.required,
            ground=ground,
        )
        return Problem(self.rule, message, self.place, self.severity, self.mend)

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json`."""
        return {
            **self.as_problem().as_json(),
            "article": self.article,
            "found": self.found,
            "required": self.required,
            "mend": self.mend,
            "fixable": self.fixable,
            "group": self.group,
            "paper": self.paper,
        }


@dataclass(frozen=True, slots=True)
class FormReport:
    """What each paper of one file was taken for, and all findings, in the order of the papers."""

    name: str
    kind: str  # of the first paper
    findings: tuple[FormFinding, ...] = ()
    papers: tuple[PaperTaken, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Whether no paper has a letter that could be read: nothing was checked."""
        return bool(self.papers) and all(paper.kind in UNREAD for paper in self.papers)

    @property
    def notes(self) -> tuple[str, ...]:
        """What each paper was taken for and what was not checked, a sentence a paper."""
        return tuple(paper.sentence for paper in self.papers)

    @property
    def has_errors(self) -> bool:
        """Whether anything breaks the decree's text."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The findings as problems."""
        return tuple(finding.as_problem() for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings weigh that much."""
        return sum(finding.severity is severity for finding in self.findings)
