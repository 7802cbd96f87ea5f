"""Before a number is taken: the wish is understood, its data, draft and form are checked, doubts are collected."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vbgen.campaign import CHANGED_EXAMPLE, LEFT_EXAMPLE, Inspection
from vbgen.errors import Problem, ProblemsFoundError, Severity
from vbgen.law.office import rules_of
from vbgen.messages import _
from vbgen.model.afterwards.known import KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.model.document import Issue, Numbered
from vbgen.model.dossier import Approval, Approved, Counter, Intent, Particulars
from vbgen.office.checking import Checked, Question, check
from vbgen.office.issuing.consent.approvals import PROBLEMS as APPROVALS
from vbgen.office.issuing.consent.approvals import Judge
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.doubts.blanks import unfilled
from vbgen.office.issuing.doubts.codes import uncoded
from vbgen.office.issuing.doubts.days import Known, clock_doubts, day_doubts
from vbgen.office.issuing.doubts.numbers import (
    golden_doubts,
    golden_past,
    number_doubts,
    numbered_elsewhere,
    refuse_inserted,
)
from vbgen.office.issuing.doubts.people import one_person_only
from vbgen.office.issuing.intents import Bundle, Wish, bundle, intent_of
from vbgen.office.issuing.materials import options_of
from vbgen.office.issuing.wishes.known_papers import known_of
from vbgen.office.issuing.wishes.links import (
    UNSAID,
    planned_links,
    unsaid_changes,
    with_links,
    with_replaced,
)
from vbgen.office.issuing.wishes.wanting import scenes_wanted
from vbgen.office.making.bodies import DOUBTS as BODY_DOUBTS
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.paper_lines import unwritten
from vbgen.office.making.template_look import IN_EVERY_PAPER
from vbgen.office.stored.paper import stem_of
from vbgen.papers.asked import AskedPapers
from vbgen.papers.certificate.emblem import NO_EMBLEM
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import Agenda, form_unproved
from vbgen.papers.scene import Scene
from vbgen.register import Register
from vbgen.register.numbers import IN_DECISION
from vbgen.register.reserving import refuse_twice
from vbgen.register.taking import Coming, ComingBlock
from vbgen.ways import ChooseKind, Resume
from vbgen.words.numbers import two_digits

_NO_GROUNDS = "ground.missing"  # of the form, and of the check where the form is not judged
_ASKED = (
    BODY_DOUBTS | IN_EVERY_PAPER | {NO_EMBLEM, UNSAID, _NO_GROUNDS}
)  # told by a draft, then decided
_OF_DATA = frozenset({CHANGED_EXAMPLE, LEFT_EXAMPLE})  # asked about as the check tells them
_DOUBTS_OF_LAW = frozenset(
    {"law-unverified", "unproved-rule", "certificate-form", "decree-ends"}
)  # seen at issue too


@dataclass(frozen=True, slots=True)
class Ready:
    """A paper that can be issued, the number that it would most likely get, and what a person should decide first."""

    coming: Numbered  # nothing is taken yet
    made: Bundle
    approval: Approval
    doubts: tuple[Problem, ...] = ()
    notes: tuple[
        Problem, ...
    ] = ()  # what its form breaks or leaves to look at; errors stop, or are let pass by name
    errors: tuple[Problem, ...] = ()  # of its data: nothing but mending lets it pass

    @property
    def intent(self) -> Intent:
        """Everything that it is made from."""
        return self.coming.intent

    @property
    def stems(self) -> tuple[str, ...]:
        """Names of its Word files without number and ending: `award-decision`, `certificate`."""
        papers = options_of(self.intent.materials)["papers"]
        return tuple(stem_of(paper["kind"], paper["variant"]) for paper in papers)

    @property
    def form_errors(self) -> tuple[Problem, ...]:
        """What the paper breaks of Nghị định 30/2020."""
        return tuple(problem for problem in self.notes if problem.severity is Severity.ERROR)


def prepare(desk: Desk, wish: Wish, library: Library, emblem: Path | None = None) -> list[Ready]:
    """Every paper that the wish asks for, checked; ProblemsFoundError before any number is taken."""
    desk.tell("check")
    kind, law = library.find(wish.kind.partition("/")[0]), rules_of(wish.law).on(wish.day)
    decided = wish.day if kind.needs == "awards" else None
    alone = "" if kind.lays_out else wish.kind
    asked = AskedPapers((wish.kind, *kind.carries))
    name = wish.campaign.resolve().name

    def known_to(campaign: Campaign) -> KnownPapers:
        return known_of(
            desk.register, campaign, name, desk.archive, of_year=kind.of_year, quoted=kind.quotes
        )

    question = Question(law=law, day=decided, alone=alone, asked=asked, known=known_to)
    found = check(wish.campaign, library, question)
    campaign = found.inspection.campaign
    if campaign is None or not found.is_clean:
        raise ProblemsFoundError(_errors_of_data(), found.problems)
    refuse_inserted(desk.numbering, wish.number)
    campaign = with_replaced(campaign, wish, desk.register)
    scenes = scenes_wanted(wish, campaign, library, emblem, law, known_to(campaign))
    clerk = _Clerk(desk, wish, Drafter(library), found.inspection)
    ready = [_with_gaps(clerk.ready(bundle(scene, library)), scene) for scene in scenes]
    _refuse_errors(ready)
    doubts = _doubts_of_law(found) if decided else ()
    doubts += tuple(form_unproved(kind))
    ready[0] = _with_doubts_of_data(
        ready[0], found, _OF_DATA | ({_NO_GROUNDS} if decided else set())
    )
    return _announced([replace(ready[0], notes=(*doubts, *ready[0].notes)), *ready[1:]])


def _with_doubts_of_data(ready: Ready, found: Checked, asked: Collection[str]) -> Ready:
    """The paper with what the check told of its data and a person decides on; each code is asked about once."""
    known = {doubt.code for doubt in ready.doubts}
    told = [each for each in found.problems if each.code in asked and each.code not in known]
    return replace(ready, doubts=(*told, *ready.doubts)) if told else ready


def _with_gaps(ready: Ready, scene: Scene) -> Ready:
    """The paper with a doubt where it leaves out sections that nobody has written."""
    is_report = scene.body is None and "report_paragraphs" in scene.kind.comes_with
    return replace(ready, doubts=(*unwritten(scene), *ready.doubts)) if is_report else ready


def _refuse_errors(ready: Sequence[Ready]) -> None:
    if any(one.errors for one in ready):
        errors = tuple(_all_errors(ready))
        is_of_data = any(error.code not in APPROVALS for error in errors)
        raise ProblemsFoundError(_errors_of_data() if is_of_data else _not_approved(), errors)


def _doubts_of_law(found: Checked) -> tuple[Problem, ...]:
    return tuple(problem for problem in found.problems if problem.code in _DOUBTS_OF_LAW)


def _errors_of_data() -> str:
    return _("Dữ liệu có lỗi nên chưa cấp số; hãy sửa rồi chạy lại.")


def _not_approved() -> str:
    return _("Văn bản chưa được duyệt nên chưa cấp số.")


def _all_errors(ready: Sequence[Ready]) -> Iterator[Problem]:
    for one in ready:
        yield from (*one.errors, *one.form_errors)


def _announced(ready: list[Ready]) -> list[Ready]:
    """Several papers of one act are told as a doubt, each with the number that it would get."""
    if len(ready) == 1:
        return ready
    listed = "; ".join(f"{one.coming.code} {one.intent.particulars.subject}" for one in ready)
    message = _(
        "Lần cấp số này gồm {count} văn bản và lấy {count} số: {listed}.",
        count=two_digits(len(ready)),
        listed=listed,
    )
    names = tuple(_paper_name(one.intent.particulars) for one in ready)
    hint = _("Muốn cấp số riêng từng văn bản:")
    doubt = Problem(
        "several-papers", message, severity=Severity.WARNING, hint=hint, ways=(ChooseKind(names),)
    )
    return [replace(ready[0], doubts=(doubt, *ready[0].doubts)), *ready[1:]]


def _paper_name(particulars: Particulars) -> str:
    """How that paper alone is asked for: `award-decision/titles`, and `award-decision/` for the one without a name."""
    return f"{particulars.kind}/{particulars.variant}"


def open_notes(register: Register) -> list[Problem]:
    """A warning for each issue that was begun and not finished."""
    return [
        Problem(
            "open-issue",
            _("Văn bản số {code} đã được giữ số nhưng chưa vào sổ xong.", code=numbered.code),
            severity=Severity.WARNING,
            ways=(Resume(numbered.code),),
        )
        for numbered in register.open_issues()
    ]


@dataclass(frozen=True, slots=True)
class _Clerk:
    """Makes the papers of one act ready; the numbers that it foresees follow one another."""

    desk: Desk
    wish: Wish
    drafter: Drafter
    inspection: Inspection
    foreseen: dict[Counter, int] = field(default_factory=dict)

    def ready(self, made: Bundle) -> Ready:
        """The paper, judged as it would be with the number and day to come."""
        agency, day = made.main.campaign.agency.symbol, self.wish.day
        past = golden_past(self.desk.register, self.desk.numbering, agency, day)
        habit = past.habit if past else None
        links = planned_links(made.main, self.wish, self.desk.register)
        desk, library = self.desk, self.drafter.library
        intent = intent_of(made, self.wish, desk.numbering, library, habit, desk.codes)
        intent = with_links(intent, links)
        refuse_twice(self.desk.register.in_force(intent.particulars.paper), self.wish.replaces)
        number = self.desk.register.coming(intent.counter, intent.particulars, intent.given)
        block = self.desk.register.coming_in_golden_book(intent)
        coming = self._numbered(intent, number, block)
        doubts = [*clock_doubts(known := self._known(intent)), *day_doubts(day, made.main, known)]
        elsewhere = self.desk.numbering.given
        doubts += number_doubts(number, intent, elsewhere=elsewhere)
        doubts += golden_doubts(block, intent, past)
        errors, told = self._judged(coming, made)
        errors += numbered_elsewhere(made.main, self.wish.number)
        doubts += [problem for problem in told if problem.code in _ASKED]
        notes = [problem for problem in told if problem.code not in _ASKED]
        notes += uncoded(intent, desk.codes)
        judged = Judge(
            self.desk.register, self.wish, self.drafter, self.desk.approval_required
        ).judged(made, intent)
        alone = self._alone(intent, judged.approval)
        for problem in (*judged.problems, *alone):
            {Severity.ERROR: errors, Severity.WARNING: doubts, Severity.NOTE: notes}[
                problem.severity
            ].append(problem)
        own = self.inspection.places.told  # in sentences that name the workbook's sheets
        return Ready(coming, made, judged.approval, own(doubts), own(notes), own(errors))

    def _alone(self, intent: Intent, approval: Approval) -> tuple[Problem, ...]:
        """What is amiss where one person alone has done all, and the office wants two."""
        if not self.desk.two_people:
            return ()
        approver = approval.by if approval.state is Approved.APPROVED else ""
        people = (self.desk.who, approver, self.desk.prepared_by(self.wish.campaign))
        return tuple(one_person_only(intent.particulars, *people))

    def _numbered(self, intent: Intent, number: Coming, block: ComingBlock) -> Numbered:
        """The paper with its number, behind those that the act's other papers are to get."""
        taken = (
            number.number.number
            if number.is_given
            else self._next(intent.counter, number.number.number)
        )
        golden = block.first
        if golden and intent.golden_book and intent.golden_book.series != IN_DECISION:
            golden = self._next(intent.golden_book, golden, len(intent.honoured))
        return Numbered(intent, taken, golden, number.number.suffix)

    def _next(self, counter: Counter, coming: int, count: int = 1) -> int:
        first = max(self.foreseen.get(counter, 0), coming)
        self.foreseen[counter] = first + count
        return first

    def _known(self, intent: Intent) -> Known:
        register, now = self.desk.register, self.desk.clock()
        in_series = register.latest_day(intent.counter)
        return Known(now, in_series, register.latest_paper(now.date()), register.last_act_at)

    def _judged(self, coming: Numbered, made: Bundle) -> tuple[list[Problem], list[Problem]]:
        """Errors of the data that only the finished paper shows, and all that its form is told of.

        A template that cannot be used raises.
        """
        day, errors, notes = self.wish.day, list[Problem](), list[Problem]()
        issue = Issue(coming.number, day, coming.golden_numbers, self.wish.signer, coming.suffix)
        scenes = made.issued(issue).scenes
        drafted = tuple(self.drafter.drafts(Agenda(scenes, ())))
        for scene, draft in zip(scenes, drafted, strict=True):
            name = f"{draft.stem}.docx"
            errors += [problem for problem in draft.problems if problem.severity is Severity.ERROR]
            errors += unfilled(scene, draft.docx, name, self.inspection)
            notes += [
                problem for problem in draft.problems if problem.severity is not Severity.ERROR
            ]
            notes += self.desk.form.problems(name, draft.docx, day)
        notes += unsaid_changes(made.main, drafted[0].docx)
        return errors, notes
