"""A paper of a campaign drafted to be looked at."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from vbgen.campaign import Loaded, load_campaign
from vbgen.errors import Problem, UsageError
from vbgen.messages import _, quoted
from vbgen.office.acts import Answer, RegisterPart, Request
from vbgen.office.issuing.form import FormJudge
from vbgen.office.making.drafting import Drafter
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.overview.pictures import PAGES, pages_in, picture_folder
from vbgen.office.overview.planned import PlannedPaper
from vbgen.office.overview.seeing import paper_of, title_of
from vbgen.papers.bodies import stem_of
from vbgen.papers.papers import Agenda
from vbgen.papers.scene import Scene

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class DraftSeen(Answer):
    """A draft, what of which campaign it is, and where its pictures are kept."""

    folder: str
    title: str  # of the campaign
    paper: PlannedPaper | None  # None where it is none of the campaign's
    docx: bytes
    key: str  # SHA-256 of the draft
    pages: int  # 0 while no PDF was made of it


@dataclass(frozen=True)
class SeeDraft(Request[DraftSeen]):
    """Draft one paper of a campaign to be looked at, with what is told of its data; nothing is written."""

    reads_register: ClassVar[RegisterPart] = RegisterPart.ITS_PAPERS
    campaign: str  # name of its folder
    paper: str  # `award-decision-phase-1`: the stem of its draft

    def carry_out(self, office: "Office") -> DraftSeen:
        """The draft as it is now, of data that are read once."""
        loaded, drafter = loaded_campaign(office, self.campaign)
        scene = scene_of(office, drafter, loaded, self.paper)
        draft = drafter.draft(scene)
        key = hashlib.sha256(draft.docx).hexdigest()
        register = office.desk_to_look(or_empty=True).register
        return DraftSeen(
            folder=self.campaign,
            title=title_of(loaded.campaign),
            paper=paper_of(scene, loaded.campaign, self.campaign, drafter.library, register),
            docx=draft.docx,
            key=key,
            pages=pages_in(picture_folder(office, key) / PAGES),
            problems=tuple(dict.fromkeys((*draft.problems, *loaded.notes))),
        )


@dataclass(frozen=True)
class JudgeDraft(Request[Answer]):
    """What a draft breaks of the rules of form; while its pages are made."""

    reads_register: ClassVar[RegisterPart] = RegisterPart.NOTHING
    stem: str
    docx: bytes

    def carry_out(self, office: "Office") -> Answer:
        """Judged as of today."""
        found = FormJudge().problems(f"{self.stem}.docx", self.docx, office.today)
        return Answer(problems=found)


def loaded_campaign(office: "Office", campaign: str) -> tuple[Loaded, Drafter]:
    """Its data, and who drafts from them with its own templates; UsageError for a campaign that there is not."""
    folder = campaign_named(office, campaign)
    return load_campaign(folder, office.words), Drafter(
        office.workspace.library.for_campaign(folder)
    )


def scene_of(office: "Office", drafter: Drafter, loaded: Loaded, paper: str) -> Scene:
    """The scene of the paper with that stem; UsageError where the data give none."""
    workspace = office.workspace
    kinds = [name for name in drafter.library.names() if paper.startswith(name)]
    if kinds:
        planned = drafter.plan(
            loaded.campaign,
            (max(kinds, key=len),),
            phase=None,
            law=workspace.law(office.today),
            emblem=workspace.emblem,
        )
        for scene in planned.scenes:
            phase = scene.phase.number if scene.phase else None
            if stem_of(scene.kind.id, scene.variant.id, phase) == paper:
                return scene
        _refuse_stopped(planned, paper)
    message = _("Số liệu chưa cho văn bản “{paper}”.", paper=quoted(paper))
    raise UsageError(message, (Problem("no-such-paper", message),))


def _refuse_stopped(planned: Agenda, paper: str) -> None:
    """Why that paper cannot be planned, where its phase is one of those that a row stops."""
    for each in planned.stopped:
        if each.phase is None or paper.endswith(f"phase-{each.phase}"):
            raise each.why
