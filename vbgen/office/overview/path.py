"""The year as a path: launch, then for each phase proposals, council, decision, certificates and summary."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vbgen.errors import Problem
from vbgen.messages import _
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


def steps_of(
    papers: Sequence[PlannedPaper], planned: Sequence[tuple[Kind, Agenda]]
) -> Iterator[CampaignStep]:
    """The steps in a year's order; kinds that the path does not know come after the launch."""
    road = _Road({kind.id: (kind, found) for kind, found in planned}, papers)
    for name in _OF_CAMPAIGN:
        yield from road.step(name, None)
    yield from filter(_has_papers, (step for name in road.others for step in road.step(name, None)))
    for phase in road.phases:
        for name in _OF_PHASE:
            yield from road.step(name, phase)


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
