"""The year as a path: launch, then for each phase proposals, council, decision, certificates and summary."""

from collections.abc import Iterator, Sequence
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
            "waiting": _("Chưa có số liệu"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step: the papers of a kind in one phase, or in the whole campaign."""

    title: str
    phase: int | None
    papers: tuple[PlannedPaper, ...]
    waits_for: tuple[Problem, ...] = ()  # why there is nothing yet

    @property
    def state(self) -> StepState:
        """How it stands."""
        if any(paper.is_open for paper in self.papers):
            return StepState.UNFINISHED
        own = [paper for paper in self.papers if not paper.carried_by]
        if own and all(paper.is_issued for paper in own):
            return StepState.DONE
        return StepState.READY if self.papers else StepState.WAITING


def steps_of(
    papers: Sequence[PlannedPaper], planned: Sequence[tuple[Kind, Agenda]]
) -> Iterator[PathStep]:
    """The steps in a year's order; kinds that the path does not know come after the launch."""
    kinds = {kind.id: (kind, found) for kind, found in planned}
    others = [
        name
        for name in kinds
        if name not in {*_OF_CAMPAIGN, *_OF_PHASE} and not _is_carried(name, kinds)
    ]
    phases: list[int | None] = [*sorted({paper.phase for paper in papers if paper.phase})] or [None]
    for name in (*_OF_CAMPAIGN, *others):
        yield from _step(name, kinds, papers, None, is_always=name in _OF_CAMPAIGN)
    for phase in phases:
        for name in _OF_PHASE:
            yield from _step(name, kinds, papers, phase, is_always=True)


def _is_carried(name: str, kinds: dict[str, tuple[Kind, Agenda]]) -> bool:
    return any(name in kind.carries for kind, _found in kinds.values())


def _step(
    name: str,
    kinds: dict[str, tuple[Kind, Agenda]],
    papers: Sequence[PlannedPaper],
    phase: int | None,
    *,
    is_always: bool,
) -> Iterator[PathStep]:
    if name not in kinds:
        return
    kind, found = kinds[name]
    of_phase = [paper for paper in papers if phase in {None, paper.phase}]
    own = [paper for paper in of_phase if paper.kind == name]
    carried = [paper for paper in of_phase if paper.kind in kind.carries and own]
    if own or is_always:
        yield PathStep(kind.title, phase, (*own, *carried), () if own else found.notes)
