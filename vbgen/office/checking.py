"""Checking: every problem of a campaign at once, of its files and of what it proposes, each with its place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vbgen.campaign import Inspection, Places, inspect_campaign, load_campaign, load_file
from vbgen.campaign.topics import nearest
from vbgen.errors import Problem, Severity
from vbgen.law.history import HistorySource, PastHonour
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.afterwards.known import NOTHING_KNOWN, KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.model.field import Offered
from vbgen.model.references import offering
from vbgen.model.vocabulary import Vocabulary
from vbgen.office.checks.case import Case
from vbgen.office.checks.cells import doubtful_cells
from vbgen.office.checks.days import doubtful_days
from vbgen.office.checks.dossiers import dossier_problems
from vbgen.office.checks.every import findings
from vbgen.office.checks.finding import Finding
from vbgen.office.checks.law.regimes import undated_decisions
from vbgen.office.checks.people.changes import changed_since
from vbgen.office.checks.printable import at_their_tables, unprintable_cells
from vbgen.office.checks.purposes import without_purpose
from vbgen.office.making.paper_lines import missing_lines
from vbgen.papers.asked import AskedPapers
from vbgen.papers.body.notice import THEME_MARK
from vbgen.papers.kinds.designs import unknown_design
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.vocabulary import vocabulary

_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def nothing_known(_campaign: Campaign) -> KnownPapers:
    """No issued papers."""
    return NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Question:
    """How to check: by which rules and day, with which history, against which earlier state."""

    law: LawOfDay  # of today, or of the day for which somebody asks
    day: date | None  # of the decisions, in place of the planned month; None where nobody gave one
    lists: tuple[Path, ...] = ()  # workbooks with awards of earlier years
    columns: Mapping[str, str] = field(default_factory=dict)  # of those workbooks
    sources: tuple[HistorySource, ...] = ()  # such as a register of issued decisions
    earlier: Path | Campaign | None = None  # the campaign as its proposal was made from it
    unread: tuple[Problem, ...] = ()  # words on files of the office's own rules that are not read
    asked: AskedPapers = AskedPapers()  # noqa: RUF009 - frozen; papers that alone are looked at
    known: Callable[[Campaign], KnownPapers] = nothing_known  # issued papers that these may name
    alone: str = (
        ""  # a paper that is made from its own words: nothing else is looked at than what it needs
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and what it was found in."""

    inspection: Inspection
    problems: tuple[Problem, ...]  # one for each thing, the gravest first
    findings: tuple[Finding, ...] = ()
    case: Case | None = None  # None while the data have errors
    in_files: tuple[Problem, ...] = ()  # problems of files and cells alone

    @property
    def is_clean(self) -> bool:
        """Whether papers can be made: nothing found is an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    @property
    def everywhere(self) -> tuple[Problem, ...]:
        """Each thing at each of its places, for marking cells."""
        found = (
            problem
            for finding in self.findings
            for problem in finding.problems(self.inspection.place_of)
        )
        return (*self.in_files, *found)

    def everywhere_but(self, hidden: Sequence[Problem]) -> tuple[Problem, ...]:
        """The same without those that are hidden, each at all of its places."""
        said = {(each.code, each.message) for each in hidden}
        return tuple(each for each in self.everywhere if (each.code, each.message) not in said)

    def laws(self) -> list[dict[str, object]]:
        """For programs: the day and the law of each phase."""
        laws = self.case.laws if self.case else {}
        return [
            {
                "phase": phase,
                "day": law.day.isoformat(),
                "law": law.regime.source if law.regime else None,
                "own_files": sorted({rule.origin for rule in law.rules if rule.origin}),
            }
            for phase, law in laws.items()
        ]


def check(folder: Path, library: Library, question: Question) -> Checked:
    """The problems of a campaign: those of its files and cells, then those of what they say together and propose."""
    words = vocabulary(library, question.law)
    inspection = inspect_campaign(folder, words)
    if inspection.campaign is None:
        told_of_files = (*inspection.problems, *question.unread)
        return Checked(inspection, _sorted(told_of_files), in_files=told_of_files)
    if question.alone:
        return _alone(inspection, library, question)
    past, remarks = _history(question)
    case = Case(inspection.campaign, question.law, question.day, tuple(past), question.asked)
    places = inspection.places
    found = tuple(
        _named(each, places) for each in (*findings(case), *_changes(case, question, words))
    )
    known = question.known(inspection.campaign)
    drawn = _in_known_designs(inspection.campaign, library)
    missing = missing_lines(drawn, library, question.law, question.asked, known=known)
    lines = at_their_tables(missing, inspection)
    cells = (
        *_papers(inspection, library, words),
        *_types(inspection, library, words),
        *_designs(inspection, library),
        *_theme(case, inspection),
        *without_purpose(inspection, library, question.law, question.asked),
        *doubtful_cells(inspection, words),
        *doubtful_days(inspection),
        *unprintable_cells(inspection.campaign, inspection.place_of),
        *undated_decisions(case, inspection),
    )
    in_files = places.told(
        (
            *inspection.problems,
            *question.unread,
            *library.bodies.problems,
            *dossier_problems(case, library.dossiers, inspection),
            *remarks,
            *cells,
            *lines,
        )
    )
    told = tuple(finding.problem(inspection.place_of) for finding in found)
    return Checked(inspection, _sorted((*in_files, *told)), found, case, in_files)


def _named(found: Finding, places: Places) -> Finding:
    """The finding in sentences that name the sheets of its workbook."""
    (told,) = places.told([Problem(found.id, found.message, hint=found.todo)])
    return replace(found, message=told.message, todo=told.hint)


def _alone(inspection: Inspection, library: Library, question: Question) -> Checked:
    """What a paper of its own words needs: cells that can be read, its lists, its body."""
    campaign, asked = inspection.campaign, AskedPapers((question.alone,))
    known = question.known(campaign) if campaign else NOTHING_KNOWN
    law = question.law
    lines = missing_lines(campaign, library, law, asked, known=known) if campaign else ()
    placed = at_their_tables(lines, inspection)
    told = inspection.places.told((*inspection.problems, *library.bodies.problems, *placed))
    problems = _sorted(told)
    return Checked(inspection, problems, in_files=problems)


def annotated(folder: Path, problems: Sequence[Problem], target: Path) -> None:
    """Write a copy of the campaign's workbook to `target`, each problem at its cell."""
    from vbgen.campaign import annotate_workbook  # loads openpyxl

    annotate_workbook(folder, problems, target)


def _sorted(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: _GRAVITY.index(problem.severity)))


def _history(question: Question) -> tuple[list[PastHonour], list[Problem]]:
    from vbgen.campaign.history import read_history

    lists = [read_history(path, question.columns) for path in question.lists]
    past = [row for each in lists for row in each.rows]
    past += [row for source in question.sources for row in source.past_honours()]
    return past, [problem for each in lists for problem in each.problems]


def _changes(case: Case, question: Question, words: Vocabulary) -> tuple[Finding, ...]:
    earlier = question.earlier
    if isinstance(earlier, Path):
        load = load_campaign if earlier.is_dir() else load_file
        earlier = load(earlier, words).campaign
    return tuple(changed_since(earlier, case)) if earlier else ()


def _papers(inspection: Inspection, library: Library, words: Vocabulary) -> Iterator[Problem]:
    """Kinds of paper that do not exist."""
    known = set(library.names())
    for table, column in offering(Offered.PAPERS):
        for row, record in enumerate(_rows(inspection, table)):
            name = str(getattr(record, column))
            if name and name.partition("/")[0] not in known:
                message = _("Không có loại văn bản “{name}”.", name=name)
                place = inspection.place_of(table, row, column)
                yield Problem("unknown-kind", message, place, hint=_near_kind(name, words))


def _types(inspection: Inspection, library: Library, words: Vocabulary) -> Iterator[Problem]:
    """Papers that are to be issued as a type that their kind does not take."""
    known, shown = set(library.names()), words.words(Offered.PAPERS)
    plans = inspection.campaign.papers if inspection.campaign else ()
    for row, plan in enumerate(plans):
        head = plan.kind.partition("/")[0]
        kind = library.find(head) if plan.as_type and head in known else None
        if kind is not None and plan.as_type not in kind.types:
            message = _(
                "“{title}” không ban hành dưới hình thức “{type}”.",
                title=kind.title,
                type=shown.title_of(plan.as_type),
            )
            listed = ", ".join(map(shown.title_of, kind.types))
            hint = (
                _("Chọn trong danh sách: {shown}.", shown=listed)
                if listed
                else _("Để trống ô này.")
            )
            place = inspection.place_of("papers", row, "as_type")
            yield Problem("type-not-taken", message, place, hint=hint)


def _designs(inspection: Inspection, library: Library) -> Iterator[Problem]:
    """Designs of certificates that do not exist."""
    plans = inspection.campaign.papers if inspection.campaign else ()
    known = list(library.designs()) if any(plan.design for plan in plans) else []
    for row, plan in enumerate(plans):
        if plan.design and plan.design not in known:
            place = inspection.place_of("papers", row, "design")
            yield Problem("unknown-design", unknown_design(plan.design, known), place)


def _in_known_designs(campaign: Campaign, library: Library) -> Campaign:
    """The campaign without designs that there are not, which are told at their cells."""
    known = {"", *library.designs()}
    plans = campaign.papers
    if all(plan.design in known for plan in plans):
        return campaign
    sound = [
        plan if plan.design in known else plan.model_copy(update={"design": ""}) for plan in plans
    ]
    return campaign.model_copy(update={"papers": tuple(sound)})


def _near_kind(name: str, words: Vocabulary) -> str:
    """The title of the kind that is called almost so, or every title."""
    known = words.words(Offered.PAPERS)
    near = nearest(name, (*known.titles, *known.codes))
    if near:
        return _("Có phải là “{near}”?", near=known.title_of(near))
    return _("Các loại đang có: {known}.", known=", ".join(known.titles))


def _theme(case: Case, inspection: Inspection) -> Iterator[Problem]:
    campaign = case.campaign
    wanted = case.has_launch and campaign.movement.theme
    if wanted and THEME_MARK not in campaign.launch.opening:
        yield Problem(
            "theme-mark-missing",
            _("Lời mở đầu của công văn phát động không có chỗ đặt chủ đề."),
            inspection.place_of("launch", 0, "opening"),
            Severity.WARNING,
            _("Hãy ghi {mark} ở nơi cần in chủ đề.", mark=THEME_MARK),
        )


def _rows(inspection: Inspection, table: str) -> Sequence[object]:
    return getattr(inspection.campaign, table) if inspection.campaign is not None else ()
