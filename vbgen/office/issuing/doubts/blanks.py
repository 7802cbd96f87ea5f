"""Blanks that a draft leaves for a person, found in a paper that is about to be issued."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbgen.campaign import Inspection
from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.model.movement import ReportSection
from vbgen.papers.body.report import report
from vbgen.papers.scene import Scene
from vbgen.word.reading.plain import plain_text

_DOTS = r"(?:…|\.{2,}|_{2,})"
_BLANK = re.compile(
    rf"\.{{5,}}|…{{2,}}|_{{4,}}|(?:\.\s){{5,}}|\[(?:…|\.{{3,}})\]"
    rf"|số\s*:?\s*{_DOTS}\s*/|ngày\s*{_DOTS}\s*tháng|tháng\s*{_DOTS}\s*năm|năm\s*20?{_DOTS}\s*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\s*(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s*", re.IGNORECASE)
_OF_REPORTS = frozenset({"report_paragraphs", "indicator_results"})
_SHOWN = 60  # letters of a line in a message


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank: its line, and the last line above it that says something."""

    line: str
    above: str


def unfilled(scene: Scene, docx: bytes, name: str, inspection: Inspection) -> Iterator[Problem]:
    """An error for each blank that nobody filled, at its place in the data where it is known.

    None for a kind whose blanks are meant to be filled in by hand, as it declares.
    """
    if scene.kind.written_by_hand:
        return
    blanks = list(blanks_in(plain_text(docx)))
    asked = list(_asked(scene, inspection))
    for place, blank in enumerate(blanks):
        where = _typed_at(blank, inspection) or (
            asked[place] if len(asked) == len(blanks) else None
        )
        yield _problem(blank, where, name, asked)


def blanks_in(text: str) -> Iterator[Blank]:
    """Every line with dots, ellipses or strokes that stand for missing words."""
    above = ""
    for line in text.splitlines():
        if _BLANK.search(line):
            yield Blank(line.strip(), above)
        else:
            above = line.strip()


def _problem(blank: Blank, where: Place | None, name: str, asked: Sequence[Place]) -> Problem:
    message = _(
        "Chỗ trống chưa ai điền dưới “{above}”.", above=_NUMBERING.sub("", blank.above)[:_SHOWN]
    )
    if re.search(r"\w", blank.line):
        message = _("Chỗ trống chưa ai điền: “{line}”.", line=blank.line[:_SHOWN])
    sheets = dict.fromkeys(place.sheet for place in ([where] if where else asked) if place.sheet)
    listed = ", ".join(f"“{sheet}”" for sheet in sheets)
    hint = (
        _("Hãy điền vào trang {sheets}.", sheets=listed)
        if listed
        else _("Hãy điền vào dữ liệu hoặc sửa mẫu.")
    )
    return Problem(
        "blank-left", message, where or Place(file=name, quote=blank.above[:_SHOWN]), hint=hint
    )


def _asked(scene: Scene, inspection: Inspection) -> Iterator[Place]:
    """What the campaign leaves empty of that which the shipped papers draw dots for, in their order."""
    if {scene.kind.needs, *scene.kind.comes_with} & _OF_REPORTS:
        yield from _sections(scene)
    if "council_setup" in scene.kind.comes_with and not scene.campaign.council_setup.duties:
        yield inspection.place_of("council_setup", 0, "duties")
    if scene.kind.needs == "criteria":
        yield Place(sheet=Campaign.title_of("scores"))
    if scene.kind.needs == "meetings":
        yield from _discussions(scene, inspection)


def _discussions(scene: Scene, inspection: Inspection) -> Iterator[Place]:
    for row, meeting in enumerate(scene.campaign.meetings):
        if meeting.phase == scene.phase_number and not meeting.discussion.strip():
            yield inspection.place_of("meetings", row, "discussion")


def _sections(scene: Scene) -> Iterator[Place]:
    written = report(scene.campaign, scene.phase_number)
    is_last = scene.phase is not None and scene.phase.is_last
    for section in ReportSection:
        left_to_results = is_last and section is ReportSection.SHORTCOMINGS
        if not getattr(written, section.name.lower()) and not left_to_results:
            yield Place(sheet=Campaign.title_of("report_paragraphs"), quote=section.label)


def _typed_at(blank: Blank, inspection: Inspection) -> Place | None:
    """The cell in which the blank itself was typed."""
    campaign = inspection.campaign
    for table in Campaign.model_fields if campaign else ():
        value = getattr(campaign, table)
        for row, record in enumerate(value if isinstance(value, tuple) else (value,)):
            for field, typed in _texts(record):
                if typed in blank.line and _BLANK.search(typed):
                    return inspection.place_of(table, row, field)
    return None


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    for field in type(record).model_fields:
        value = getattr(record, field)
        if isinstance(value, str):
            for line in value.splitlines():
                yield field, line.strip()
