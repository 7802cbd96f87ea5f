"""The year as a path: launch, then for each phase proposals, council, decision, certificates, summary; handing over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.office.overview.handed_over import HandedOver
from vbgen.office.overview.planned import PlannedPaper
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.papers import Agenda

_OF_CAMPAIGN = ("launch-notice",)
_OF_PHASE = ("nomination-list", "council-minutes", "award-decision", "phase-summary")


class StepState(StrEnum):
    """How a step of the path stands."""

    DONE = "done"
    UNFINISHED = "unfinished"  # a number is taken, its paper not yet in the register
    READY = "ready"  # the data give its papers
    WAITING = "waiting"

    @property
    def label(self) -> str:
        """The word a clerk reads."""
        return {
            "done": _("Xong"),
            "unfinished": _("Dở dang"),
            "ready": _("Có dự thảo"),
            "waiting": _("Còn thiếu số liệu"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class CampaignStep:
    """One step: the papers of a kind in one phase, or in the whole campaign."""

    title: str
    phase: int | None
    papers: tuple[PlannedPaper, ...]
    nothing_yet: tuple[Problem, ...] = ()  # why there is no paper

    @property
    def state(self) -> StepState:
        """How it stands."""
        if any(paper.is_open for paper in self._own):
            return StepState.UNFINISHED
        to_come = self._to_come
        if self._own and not to_come:
            return StepState.DONE
        return StepState.WAITING if all(paper.lacks for paper in to_come) else StepState.READY

    @property
    def label(self) -> str:
        """The same in words."""
        return self.state.label

    @property
    def waits_for(self) -> tuple[Problem, ...]:
        """Why there is nothing yet, or what papers lack that cannot be drafted."""
        lacks = (each for paper in self._to_come for each in paper.lacks)
        return (*self.nothing_yet, *dict.fromkeys(lacks))

    @property
    def _own(self) -> list[PlannedPaper]:
        """Papers with a number of their own."""
        return [paper for paper in self.papers if not paper.carried_by]

    @property
    def _to_come(self) -> list[PlannedPaper]:
        """Those that were not issued."""
        return [paper for paper in self._own if not paper.in_register]


@dataclass(frozen=True, slots=True)
class PrintingStep:
    """The certificates of a phase: they wait for their decision's number, then for the printer."""

    title: str
    phase: int | None
    papers: tuple[PlannedPaper, ...]
    decisions: tuple[PlannedPaper, ...]  # under whose numbers they go out

    @property
    def state(self) -> StepState:
        """Done once something of every decision was printed."""
        issued = [each for paper in self.decisions for each in paper.in_register]
        if not issued or any(each.entry.is_open for each in issued):
            return StepState.WAITING
        return StepState.DONE if all(each.is_printed for each in issued) else StepState.READY

    @property
    def label(self) -> str:
        """The same in words."""
        words = {StepState.READY: _("Chờ in"), StepState.WAITING: _("Chờ quyết định")}
        return words.get(self.state, self.state.label)

    @property
    def waits_for(self) -> tuple[Problem, ...]:
        """The decision's number."""
        if self.state is not StepState.WAITING:
            return ()
        return (_note("no-decision", _("Quyết định khen thưởng có số rồi thì in được.")),)


@dataclass(frozen=True, slots=True)
class HandingOverStep:
    """The campaign's papers become files and are handed over (nộp lưu)."""

    title: str
    issued: frozenset[str]  # identities of the entries that are in the register
    done: tuple[HandedOver, ...]  # earlier first
    phase: None = None
    papers: tuple[PlannedPaper, ...] = ()

    @property
    def left(self) -> int:
        """How many papers were not handed over yet."""
        return len(self.issued.difference(*(each.papers for each in self.done)))

    @property
    def state(self) -> StepState:
        """Done as long as no paper was issued since."""
        if not self.issued:
            return StepState.WAITING
        return StepState.READY if self.left else StepState.DONE

    @property
    def label(self) -> str:
        """The same in words."""
        words = {StepState.READY: _("Chờ nộp lưu"), StepState.WAITING: _("Chờ văn bản")}
        return words.get(self.state, self.state.label)

    @property
    def waits_for(self) -> tuple[Problem, ...]:
        """A first paper with a number, or that what is there is handed over."""
        if not self.issued:
            return (_note("nothing-issued", _("Chưa có văn bản nào được cấp số.")),)
        told = _("Có {count} văn bản đã cấp số chưa nộp lưu.", count=self.left)
        return (_note("not-handed-over", told),) if self.left else ()


Step = CampaignStep | PrintingStep | HandingOverStep


def _note(code: str, message: str) -> Problem:
    return Problem(code, message, severity=Severity.NOTE)


def steps_of(
    papers: Sequence[PlannedPaper],
    planned: Sequence[tuple[Kind, Agenda]],
    issued: frozenset[str],
    handed_over: tuple[HandedOver, ...],
) -> Iterator[Step]:
    """The steps in a year's order; kinds that the path does not know come after the launch."""
    road = _Road({kind.id: (kind, found) for kind, found in planned}, papers)
    for name in _OF_CAMPAIGN:
        yield from road.step(name, None)
    yield from filter(_has_papers, (step for name in road.others for step in road.step(name, None)))
    for phase in road.phases:
        yield from _of_phase(road, phase)
    yield HandingOverStep(_("Lập hồ sơ, nộp lưu"), issued, handed_over)


def _of_phase(road: "_Road", phase: int | None) -> Iterator[Step]:
    for step in chain.from_iterable(road.step(name, phase) for name in _OF_PHASE):
        yield from _with_printing(step)


def _with_printing(step: CampaignStep) -> Iterator[CampaignStep | PrintingStep]:
    """A step, then the certificates that go out under its numbers, where there are any."""
    sheets = tuple(paper for paper in step.papers if paper.page_filling)
    others = tuple(paper for paper in step.papers if not paper.page_filling)
    yield CampaignStep(step.title, step.phase, others, step.nothing_yet)
    if sheets:
        own = tuple(paper for paper in others if not paper.carried_by)
        yield PrintingStep(_("In giấy khen"), step.phase, sheets, own)


def _has_papers(step: CampaignStep) -> bool:
    return bool(step.papers)


@dataclass(frozen=True, slots=True)
class _Road:
    """What the steps are made from."""

    kinds: Mapping[str, tuple[Kind, Agenda]]
    papers: Sequence[PlannedPaper]

    @property
    def others(self) -> list[str]:
        """Kinds with a number of their own that the path does not know."""
        carried = {name for kind, _found in self.kinds.values() for name in kind.carries}
        known = {*_OF_CAMPAIGN, *_OF_PHASE, *carried}
        return [name for name in self.kinds if name not in known]

    @property
    def phases(self) -> list[int | None]:
        """Those of which there are papers; none for a campaign without phases."""
        numbers = {paper.phase for paper in self.papers if paper.phase}
        stopped = (each for _kind, found in self.kinds.values() for each in found.stopped)
        numbers |= {each.phase for each in stopped if each.phase}
        return [*sorted(numbers)] or [None]

    def step(self, name: str, phase: int | None) -> Iterator[CampaignStep]:
        """The step of that kind, with what goes out under its number; nothing for a kind that does not come."""
        if name not in self.kinds:
            return
        kind, found = self.kinds[name]
        own = self._of(name, phase)
        carried = [paper for each in kind.carries for paper in self._of(each, phase)] if own else []
        yield CampaignStep(
            kind.title, phase, (*own, *carried), () if own else _nothing(found, phase)
        )

    def _of(self, name: str, phase: int | None) -> list[PlannedPaper]:
        papers = (paper for paper in self.papers if paper.kind == name)
        return [paper for paper in papers if phase in {None, paper.phase}]


def _nothing(found: Agenda, phase: int | None) -> tuple[Problem, ...]:
    """Why there is no paper of a phase: what stops it, or what is not there."""
    stopping = [each.why for each in found.stopped if each.phase in {None, phase}]
    told = tuple(problem for fault in stopping for problem in fault.as_problems())
    return told or found.notes
