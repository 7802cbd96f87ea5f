"""A paper with its parts named: what the rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import BODY, Part
from vbgen.decree.parts.types import PaperType
from vbgen.word.reading.values import Document, Paragraph


class FormKind(StrEnum):
    """What sort of paper it is, which decides the rules that apply to it."""

    OFFICIAL = "official"  # văn bản hành chính
    ATTACHED = "attached"  # issued or approved by another paper, or an appendix in its own file
    COPY = "copy"  # the foot of a copy, a paper of its own (Mẫu 3.1)
    CERTIFICATE = "certificate"  # giấy khen, bằng khen …
    DIPLOMA = "diploma"  # văn bằng, chứng chỉ
    PARTY = "party"  # papers of the Party follow their own guidance
    YOUTH = "youth"  # and so do those of the youth union
    LEGAL = "legal"  # văn bản quy phạm pháp luật
    FORM = "form"  # biểu mẫu, phiếu khảo sát
    DECLARATION = "declaration"  # tờ khai, lý lịch
    APPLICATION = "application"  # đơn, cam kết
    CONTRACT = "contract"
    ENTERPRISE = "enterprise"  # of a firm that is not the state's
    TEMPLATE = "template"  # to be filled in, of which nothing else is known
    SCAN = "scan"  # pictures, no letters
    EMPTY = "empty"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: its head lines, and the paragraphs from its first to its last."""

    head: Line | None
    title: tuple[Line, ...]
    reference: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def section(self) -> int:
        """Index of the section that it begins in."""
        return self.paragraphs[0].section if self.paragraphs else 0


@dataclass(frozen=True, slots=True, eq=False)  # one paper is that paper alone: mends remember it
class Paper:
    """A document and its parts; a paragraph's role stands in `roles` by its place among all paragraphs."""

    document: Document
    kind: FormKind
    lines: Mapping[Part, tuple[Line, ...]]
    roles: tuple[Part, ...]  # of document.paragraphs, in order
    type: PaperType | None = None
    is_certain: bool = True  # the signs of its kind leave no doubt
    unopened: tuple[str, ...] = ()  # of a template: fragments that stand nowhere yet
    is_part: bool = False  # a fragment: what it lacks stands elsewhere
    is_filled_later: bool = False  # a template whose values are never left open
    day: date | None = None  # of issue; the first of the month when the day is left blank
    today: date | None = None  # of the check; `None` where nobody tells
    letterhead: frozenset[int] = frozenset()  # places of the letterhead's paragraphs
    appendices: tuple[Appendix, ...] = field(default=())
    issuers: tuple[tuple[Line, ...], ...] = ()  # each issuer's lines in a joint paper; else empty

    @property
    def values(self) -> int:
        """How many places of a template wait for a value."""
        values = (value for item in self.document.paragraphs for value in item.values)
        return sum(value.end > value.start for value in values)

    @property
    def is_joint(self) -> bool:
        """Whether several agencies issue it together (văn bản liên tịch)."""
        return bool(self.issuers)

    @property
    def of_each_issuer(self) -> tuple["Paper", ...]:
        """A joint paper as each of its issuers' own; the paper itself where there is one issuer."""
        if not self.issuers:
            return (self,)
        places = {id(item): place for place, item in enumerate(self.document.paragraphs)}
        starts = [places[id(names[0].paragraph)] for names in self.issuers[1:]]
        own = zip(self.issuers, (0, *starts), (*starts, len(places)), strict=True)
        return tuple(self._of_one(names, range(start, end)) for names, start, end in own)

    def _of_one(self, names: tuple[Line, ...], places: range) -> "Paper":
        """The paper as one issuer's own, with these places of the letterhead."""
        return replace(
            self,
            lines={**self.lines, Part.ISSUER: names},
            letterhead=self.letterhead.intersection(places),
            issuers=(),
        )

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: no type's name, but a V/v or addressees."""
        named = self.type is not None or self.has(Part.TYPE)
        return not named and (self.has(Part.LETTER_SUBJECT) or self.has(Part.ADDRESSEES))

    @property
    def is_of_known_type(self) -> bool:
        """Whether it is one of the decree's types: only of them is it known which parts they must have."""
        return self.type is not None or self.is_letter

    def has(self, part: Part) -> bool:
        """Whether the part was found."""
        return bool(self.lines.get(part))

    def of(self, part: Part) -> tuple[Line, ...]:
        """Lines of the part, in order; empty when it is missing."""
        return self.lines.get(part, ())

    def first(self, part: Part) -> Line | None:
        """First line of the part, or `None`."""
        found = self.of(part)
        return found[0] if found else None

    @property
    def body(self) -> tuple[tuple[Part, Paragraph], ...]:
        """The paragraphs of the text proper with their roles; headings, tables and appendices left out."""
        return tuple(
            (role, paragraph)
            for role, paragraph in zip(self.roles, self.document.paragraphs, strict=True)
            if role in BODY
        )
