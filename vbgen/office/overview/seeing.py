"""A campaign as it stands: the papers that its data give, what was issued and by whom, what others wait for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from vbgen.campaign import load_campaign
from vbgen.campaign.folder import Loaded
from vbgen.campaign.untouched import UNTOUCHED
from vbgen.errors import Problem, VbgenError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.movement import Phase
from vbgen.office.acts import Answer, RegisterPart, Request
from vbgen.office.checks.case import Case
from vbgen.office.checks.deadlines import check as deadlines
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.overview.handed_over import handed_over
from vbgen.office.overview.path import Step, steps_of
from vbgen.office.overview.planned import PlannedPaper, planned_paper, with_entries
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import Agenda
from vbgen.papers.planned_apart import agenda_apart
from vbgen.papers.scene import Scene
from vbgen.register import Register

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class CampaignSeen(Answer):
    """A campaign; its problems are those that keep it, or some of its papers, from being read."""

    folder: str
    title: str
    year: int | None = None
    papers: tuple[PlannedPaper, ...] = ()
    steps: tuple[Step, ...] = ()
    phases: tuple[Phase, ...] = ()
    deadlines: tuple[Problem, ...] = ()  # of what is not done yet, at their cells
    last_day: date | None = None  # of its last phase
    signers: tuple[tuple[str, str], ...] = ()  # id, name with position
    proposed: int = 0  # proposals that are no awards yet
    is_voted: bool = False  # whether any of them was voted on

    @property
    def waits(self) -> bool:
        """Whether its form is still as it was made: nothing is filled in."""
        return any(each.code == UNTOUCHED for each in self.problems)

    def paper(self, stem: str) -> PlannedPaper | None:
        """The paper whose draft's file has that stem."""
        return next((each for each in self.papers if each.stem == stem), None)


@dataclass(frozen=True)
class SeeCampaign(Request[CampaignSeen]):
    """How a campaign stands, by the name of its folder."""

    reads_register: ClassVar[RegisterPart] = RegisterPart.ITS_PAPERS
    name: str

    def carry_out(self, office: "Office") -> CampaignSeen:
        """As far as it can be read."""
        folder = campaign_named(office, self.name)
        try:
            loaded, planned, law = _read(office, folder)
        except VbgenError as fault:
            return CampaignSeen(self.name, self.name, problems=fault.as_problems("unreadable"))
        campaign, register = loaded.campaign, office.desk_to_look(or_empty=True).register
        papers = with_entries(list(_papers(planned)), self.name, register)
        issued = _issued(papers)
        return CampaignSeen(
            folder=self.name,
            title=title_of(campaign),
            year=campaign.movement.year,
            papers=papers,
            steps=tuple(steps_of(papers, planned, issued, handed_over(register, self.name))),
            phases=campaign.phases,
            deadlines=tuple(_deadlines(loaded, law)),
            signers=tuple(
                (each.id, f"{each.full_name}, {each.position}") for each in campaign.signers
            ),
            problems=tuple(_stopping(planned)),
            proposed=len(waiting := campaign.ungranted),
            is_voted=bool(
                {each.phase for each in waiting} & {each.phase for each in campaign.votes}
            ),
            last_day=max((each.end for each in campaign.phases if each.end), default=None),
        )


def _issued(papers: Sequence[PlannedPaper]) -> frozenset[str]:
    """Identities of their entries that can be handed over."""
    found = (each.entry for paper in papers for each in paper.in_register)
    return frozenset(entry.id for entry in found if not entry.is_open)


def _deadlines(loaded: Loaded, law: LawOfDay) -> Iterator[Problem]:
    """How long there is for what is not done, by the campaign's own list of deadlines."""
    for found in deadlines(Case(loaded.campaign, law, None)):
        yield found.problem(loaded.places.place_of)


def _stopping(planned: Sequence[tuple[Kind, Agenda]]) -> Iterator[Problem]:
    """What stops some of the papers, each once."""
    refused = (stopped.why for _kind, found in planned for stopped in found.stopped)
    yield from dict.fromkeys(each for fault in refused for each in fault.as_problems())


def _awarded(campaign: Campaign) -> str:
    """What an award without a campaign is for, as its papers say it; else whom it honours."""
    merit = next(filter(None, (row.merit for row in campaign.papers)), "")
    if merit:
        return _("khen thưởng {merit}", merit=" ".join(merit.split()))
    rows = campaign.awards or campaign.nominations
    honoured = campaign.nominees_of({row.nominee for row in rows}).values()
    return _honouring([nominee.full_name for nominee in honoured])


def _honouring(names: list[str]) -> str:
    if not names:
        return _("khen thưởng ngoài phong trào")
    others = len(names) - 1
    if not others:
        return _("khen thưởng {name}", name=names[0])
    return _("khen thưởng {name} và {count} tập thể, cá nhân khác", name=names[0], count=others)


def title_of(campaign: Campaign) -> str:
    """The movement's name, which is written as within a sentence, as a heading; without one what is awarded."""
    name = campaign.movement.name or _awarded(campaign)
    return name[:1].upper() + name[1:]


def paper_of(
    scene: Scene, campaign: Campaign, folder: str, library: Library, register: Register
) -> PlannedPaper | None:
    """The paper of one scene as `SeeCampaign` shows it; None where it is none of the campaign's."""
    if not scene.is_expected or not _may_come(scene.kind, campaign):
        return None
    carriers = (
        name
        for name in library.names()
        if (kind := library.first_declared(name))
        and scene.kind.id in kind.carries
        and _may_come(library.find(name), campaign)
    )
    papers = [planned_paper(scene, next(carriers, ""))]
    return with_entries(papers, folder, register)[0]


def _read(office: "Office", folder: Path) -> tuple[Loaded, list[tuple[Kind, Agenda]], LawOfDay]:
    """The campaign; what each kind that may come makes, and why some make nothing; today's law."""
    loaded, workspace = load_campaign(folder, office.words), office.workspace
    library = workspace.library.for_campaign(folder)
    campaign, law = loaded.campaign, workspace.law(office.today)
    kinds = [kind for kind in map(library.find, library.names()) if _may_come(kind, campaign)]
    found = [
        agenda_apart(
            campaign, [kind], phase=None, law=law, place_of=loaded.places.place_of, expected=True
        )
        for kind in kinds
    ]
    notes = [replace(each, notes=loaded.places.told(each.notes)) for each in found]
    return loaded, list(zip(kinds, notes, strict=True)), law


def _may_come(kind: Kind, campaign: Campaign) -> bool:
    named = {plan.kind.partition("/")[0] for plan in campaign.papers}
    return kind.is_drafted and (kind.lays_out or bool(kind.bodies) or kind.id in named)


def _papers(planned: Sequence[tuple[Kind, Agenda]]) -> Iterator[PlannedPaper]:
    carriers = {carried: kind.id for kind, _found in reversed(planned) for carried in kind.carries}
    for kind, found in planned:
        for scene in found.scenes:
            yield planned_paper(scene, carriers.get(kind.id, ""))
