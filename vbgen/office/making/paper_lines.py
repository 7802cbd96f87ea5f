"""Lines that a paper cannot go out without: whom it is addressed to, who receives it, what a person must write."""

from collections.abc import Iterator

from vbgen.errors import (
    Place,
    Problem,
    ProblemsFoundError,
    Severity,
    TemplateError,
    UnreadableFileError,
    VbgenError,
)
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.afterwards.known import NOTHING_KNOWN, KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.model.movement import ReportSection
from vbgen.office.making.paper_making import paper_for
from vbgen.office.making.template_look import looked_at
from vbgen.papers.asked import AskedPapers
from vbgen.papers.body.report import report
from vbgen.papers.certificate.lettering import lettering_problems
from vbgen.papers.context import context
from vbgen.papers.kinds.known_honours import has_unknown_honours
from vbgen.papers.kinds.library import Library
from vbgen.papers.long_place import long_place_problems
from vbgen.papers.papers import agenda
from vbgen.papers.recipient_lines import recipient_lines
from vbgen.papers.scene import Scene

_ONE_BY_ONE = frozenset({"certificates"})  # looked at by their cells, for there are thousands
_LINES = ("addressees", "recipients")  # Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9


def missing_lines(
    campaign: Campaign,
    library: Library,
    law: LawOfDay,
    papers: AskedPapers = AskedPapers(),  # noqa: B008 - frozen
    *,
    known: KnownPapers = NOTHING_KNOWN,
) -> Iterator[Problem]:
    """An error for each paper, or for those asked for, whose template prints a list that the campaign leaves empty.

    A report whose sections nobody has written yet is a warning: its draft leaves room for them.
    """
    kinds = [library.find(name) for name in papers.kinds or library.names()]
    if any(kind.needs for kind in kinds) and has_unknown_honours(campaign, law):
        return  # no paper can be made; other checks name the cells
    planned = agenda(campaign, kinds, phase=None, law=law, expected=not papers.names, known=known)
    scenes = filter(papers.includes, planned.scenes)
    yield from dict.fromkeys(problem for scene in scenes for problem in _of(scene, library))


def _of(scene: Scene, library: Library) -> Iterator[Problem]:
    """What one paper lacks."""
    try:
        look = looked_at(paper_for(scene, library))
    except (TemplateError, UnreadableFileError) as fault:
        if scene.body is None:
            raise
        yield from fault.problems or (_unusable(scene, fault),)
        return
    asked = look.names
    yield from look.of_its_papers
    for table in _gaps(scene, asked):
        yield _missing(scene, table)
    if {"report", "summary"} & asked:
        yield from unwritten(scene)
    yield from _refused(scene, asked)
    yield from lettering_problems(scene)
    yield from long_place_problems(scene)


def _refused(scene: Scene, asked: frozenset[str]) -> Iterator[Problem]:
    """What would stop the paper when it is made: nobody who signs it, no session, no vote."""
    try:
        context(scene, asked - _ONE_BY_ONE)
    except ProblemsFoundError as fault:
        yield from fault.problems


def _gaps(scene: Scene, asked: frozenset[str]) -> Iterator[str]:
    for table in _LINES:
        if table in asked and table not in scene.kind.may_lack and not _typed(scene, table):
            yield table


def _typed(scene: Scene, table: str) -> list[str]:
    return recipient_lines(scene) if table == "recipients" else scene.texts(table)


def _unusable(scene: Scene, fault: VbgenError) -> Problem:
    """A body that cannot be used, at its file."""
    file = scene.body.shown if scene.body else ""
    return Problem("body-unusable", fault.message, Place(file=file))


def _missing(scene: Scene, table: str) -> Problem:
    sheet = Campaign.title_of(table)
    message = _(
        "“{title}” ({paper}) chưa có “{sheet}”.",
        title=scene.kind.title,
        paper=scene.paper,
        sheet=sheet,
    )
    hint = _(
        "Hãy thêm hàng có Loại văn bản “{paper}” vào trang “{sheet}”.",
        paper=scene.kind.title if scene.paper == scene.kind.id else scene.paper,
        sheet=sheet,
    )
    return Problem(f"no-{table}", message, Place(sheet=sheet), hint=hint)


def unwritten(scene: Scene) -> Iterator[Problem]:
    """A warning for the sections of a report that nobody has written."""
    written = report(scene.campaign, scene.phase_number)
    empty = [
        section.label for section in ReportSection if not getattr(written, section.name.lower())
    ]
    if empty:
        yield Problem(
            "report-unwritten",
            _(
                "Báo cáo đợt {phase} chưa viết: {sections}.",
                phase=scene.phase_number,
                sections=", ".join(empty),
            ),
            Place(sheet=Campaign.title_of("report_paragraphs")),
            Severity.WARNING,
            _("Dự thảo chừa dòng chấm ở các mục này; khi cấp số, mục chưa viết không in."),
        )
