"""Before a number is taken: the wish is understood, its data, draft and form are checked, doubts are collected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vbgen.errors import Problem, ProblemsFoundError, Severity, UsageError
from vbgen.kinds.library import Library
from vbgen.kinds.papers import Agenda, agenda
from vbgen.kinds.scene import Scene
from vbgen.law.office import rules_of
from vbgen.law.rulebook import Rulebook
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.dossier import Intent
from vbgen.register import Entry, Register
from vbgen.usecases.checking import Question, check
from vbgen.usecases.drafting import Drafter
from vbgen.usecases.intents import Bundle, Wish, bundle, intent_of
from vbgen.usecases.issuing import Desk, form_problems


@dataclass(frozen=True, slots=True)
class Ready:
    """A paper that can be issued as it is, what a person should decide first, and what should be seen."""

    intent: Intent
    doubts: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()  # errors of form among them are the clerk's to accept

    @property
    def form_errors(self) -> tuple[Problem, ...]:
        """What the draft breaks of Nghị định 30/2020."""
        return tuple(problem for problem in self.notes if problem.severity is Severity.ERROR)


def prepare(desk: Desk, wish: Wish, library: Library, emblem: Path | None = None) -> list[Ready]:
    """Every paper that the wish asks for, checked; ProblemsFoundError before any number is taken."""
    desk.tell("check")
    decided = wish.day if library.find(wish.kind.partition("/")[0]).needs == "awards" else None
    rules = rules_of(wish.law)
    found = check(wish.campaign, library, Question(today=desk.clock().date(), day=decided, rules=rules))
    campaign = found.inspection.campaign
    if campaign is None or not found.is_clean:
        message = _("Dữ liệu có lỗi nên chưa cấp số; hãy sửa rồi chạy lại.")
        raise ProblemsFoundError(message, found.problems)
    drafter = Drafter(library)
    made = [bundle(scene, library) for scene in _scenes(wish, campaign, library, emblem, rules)]
    return [_ready(desk, wish, one, drafter) for one in made]


def open_notes(register: Register) -> list[Problem]:
    """A warning for each issue that was begun and not finished."""
    return [
        Problem(
            "open-issue",
            _("Văn bản số {code} đã được giữ số nhưng chưa phát hành xong.", code=numbered.code),
            severity=Severity.WARNING,
            hint=_("Hãy chạy “vbgen register resume”."),
        )
        for numbered in register.open_issues()
    ]


def _ready(desk: Desk, wish: Wish, made: Bundle, drafter: Drafter) -> Ready:
    notes = tuple(_draft_problems(made, drafter, wish.day))
    accepted = [problem.code for problem in notes if problem.severity is Severity.ERROR]
    intent = intent_of(made, wish, desk.numbering, drafter.library, accepted)
    _refuse_twice(desk.register.in_force(intent.particulars.paper), wish)
    latest = desk.register.latest_day(intent.counter)
    return Ready(intent, tuple(_doubts(wish.day, latest, desk.clock().date())), notes)


def _scenes(wish: Wish, campaign: Campaign, library: Library, emblem: Path | None, rules: Rulebook) -> Sequence[Scene]:
    name, _slash, variant = wish.kind.partition("/")
    kind = library.find(name)
    carriers = [other for other in map(library.find, library.names()) if name in other.carries]
    if carriers:
        raise UsageError(_goes_with(kind.title, carriers[0].title, carriers[0].id))
    if kind.per == "phase" and wish.phase is None and len(campaign.phases) > 1:
        raise UsageError(_("“{title}” làm theo từng đợt: hãy thêm --phase N.", title=kind.title))
    found = agenda(campaign, [kind], phase=wish.phase, today=wish.day, emblem=emblem, rules=rules)
    scenes = [one for one in found.scenes if not variant or one.variant.id == variant]
    if not scenes:
        raise ProblemsFoundError(_("Không có văn bản nào như vậy để phát hành."), found.notes)
    if wish.replaces and len(scenes) > 1:
        known = ", ".join(one.paper for one in scenes)
        raise UsageError(_("Thay thế từng văn bản một: hãy chọn một trong {known}.", known=known))
    return scenes


def _goes_with(title: str, carrier: str, kind: str) -> str:
    return _(
        "“{title}” được phát hành cùng “{carrier}”, mang số của văn bản ấy: hãy chạy vbgen issue … {kind}.",
        title=title,
        carrier=carrier,
        kind=kind,
    )


def _refuse_twice(standing: Sequence[Entry], wish: Wish) -> None:
    for entry in standing:
        if entry.id != wish.replaces:
            message = _("Văn bản này đã phát hành: số {code} ngày {day}.", code=entry.code, day=f"{entry.day:%d/%m/%Y}")
            hint = _("Nếu ban hành văn bản thay thế, hãy thêm --replaces {id}.", id=entry.id)
            raise ProblemsFoundError(f"{message} {hint}", (Problem("already-issued", message, hint=hint),))


def _draft_problems(made: Bundle, drafter: Drafter, day: date) -> Iterator[Problem]:
    """What is wrong with the drafts' form, and what does not fit.

    A template that cannot be used raises, as does a draft that could never be finished once its number is taken.
    """
    scenes = tuple(replace(scene, today=day) for scene in made.scenes)
    for draft in drafter.drafts(Agenda(scenes, ())):
        if errors := tuple(problem for problem in draft.problems if problem.severity is Severity.ERROR):
            raise ProblemsFoundError(_("Dữ liệu có lỗi nên chưa cấp số; hãy sửa rồi chạy lại."), errors)
        yield from draft.problems
        yield from form_problems(f"{draft.stem}.docx", draft.docx, day)


def _doubts(day: date, latest: date | None, today: date) -> Iterator[Problem]:
    """What only a person can decide (Nghị định 30/2020/NĐ-CP, Điều 15: numbers and days go on together)."""
    if latest is not None and day < latest:
        message = _(
            "Ngày {day} sớm hơn ngày của văn bản cuối cùng trong dãy số ({latest}): số và ngày sẽ ngược thứ tự.",
            day=f"{day:%d/%m/%Y}",
            latest=f"{latest:%d/%m/%Y}",
        )
        yield Problem("day-before-last", message, severity=Severity.WARNING)
    if day > today:
        message = _("Ngày {day} chưa đến (hôm nay {today}).", day=f"{day:%d/%m/%Y}", today=f"{today:%d/%m/%Y}")
        yield Problem("day-to-come", message, severity=Severity.WARNING)
