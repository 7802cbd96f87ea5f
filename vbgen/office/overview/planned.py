"""A paper that a campaign's data give, and what the register has of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.papers.bodies import stem_of
from vbgen.papers.scene import Scene
from vbgen.register import Entry, Register

_SETTLED, _PRINTED = "settle", frozenset({"print", "reprint"})


@dataclass(frozen=True, slots=True)
class InRegister:
    """A paper's entry, who finished it, and whether its certificates were printed."""

    entry: Entry
    who: str
    is_printed: bool


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    """A paper that the data give."""

    name: str  # `award-decision/titles`
    stem: str  # of its draft's file: `award-decision.titles-phase-1`
    title: str
    kind: str
    phase: int | None
    carried_by: str = ""  # the paper under whose number it goes out
    in_register: tuple[InRegister, ...] = ()
    page_filling: bool = False  # certificates: printed on stock
    lacks: tuple[Problem, ...] = ()  # why it cannot be drafted yet, though there is data for it

    @property
    def variant(self) -> str:
        """`titles`; empty for the plain one."""
        return self.name.partition("/")[2]

    @property
    def alone(self) -> str:
        """`award-decision/`: this paper, where the kind's name would stand for all its variants."""
        return f"{self.kind}/{self.variant}"

    @property
    def is_open(self) -> bool:
        """Whether its number is taken and its issue not finished."""
        return any(each.entry.is_open for each in self.in_register)

    @property
    def is_issued(self) -> bool:
        """Whether it was issued."""
        return bool(self.in_register) and not self.is_open


def planned_paper(scene: Scene, carried_by: str) -> PlannedPaper:
    """The paper that a scene is of."""
    kind, variant = scene.kind, scene.variant
    phase = scene.phase.number if scene.phase else None
    title = variant.title or (f"{kind.title} ({variant.id})" if variant.id else kind.title)
    stem = stem_of(kind.id, variant.id, phase)
    return PlannedPaper(
        scene.paper,
        stem,
        title,
        kind.id,
        phase,
        carried_by,
        page_filling=kind.page_filling,
        lacks=tuple(_lacks(scene)),
    )


def _lacks(scene: Scene) -> Iterator[Problem]:
    """Nobody who signs it; a paper that goes with another is asked about there."""
    if scene.kind.goes_with:
        return
    try:
        scene.signer()
    except ProblemsFoundError as fault:
        yield from fault.problems


def with_entries(
    papers: Sequence[PlannedPaper], campaign: str, register: Register
) -> tuple[PlannedPaper, ...]:
    """The papers, each with what is in force of it."""
    return tuple(
        replace(paper, in_register=_in_register(paper, campaign, register)) for paper in papers
    )


def _in_register(paper: PlannedPaper, campaign: str, register: Register) -> tuple[InRegister, ...]:
    words = (campaign, paper.name, f"phase-{paper.phase}" if paper.phase else "")
    found = register.in_force("/".join(filter(None, words)))
    return tuple(_told(each, register) for each in found)


def _told(entry: Entry, register: Register) -> InRegister:
    acts = register.acts_of(entry.id)
    who = next((act.who for act in reversed(acts) if act.what == _SETTLED), acts[-1].who)
    return InRegister(entry, who, any(act.what in _PRINTED for act in acts))
