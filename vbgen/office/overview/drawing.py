"""A paper of a campaign drafted to be looked at."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.campaign import Loaded, load_campaign
from vbgen.errors import Problem, UsageError
from vbgen.messages import _, quoted
from vbgen.model.document import Draft
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.form import FormJudge
from vbgen.office.making.drafting import Drafter
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.overview.pictures import PAGES, pages_in, picture_folder
from vbgen.papers.bodies import stem_of
from vbgen.papers.scene import Scene

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class DraftSeen(Answer):
    """A draft, and where its pictures are kept."""

    docx: bytes
    key: str  # SHA-256 of the draft
    pages: int  # 0 while no PDF was made of it


@dataclass(frozen=True)
class SeeDraft(Request[DraftSeen]):
    """Draft one paper of a campaign to be looked at, with what is told of it; nothing is written."""

    campaign: str  # name of its folder
    paper: str  # `award-decision-phase-1`: the stem of its draft

    def carry_out(self, office: "Office") -> DraftSeen:
        """The draft as it is now."""
        draft, loaded = drafted(office, self.campaign, self.paper)
        key = hashlib.sha256(draft.docx).hexdigest()
        pdf = picture_folder(office, key) / PAGES
        form = FormJudge().problems(f"{draft.stem}.docx", draft.docx, office.today)
        problems = (*draft.problems, *form, *loaded.notes)
        return DraftSeen(draft.docx, key, pages_in(pdf), problems=tuple(dict.fromkeys(problems)))


def drafted(office: "Office", campaign: str, paper: str) -> tuple[Draft, Loaded]:
    """The draft of that paper; UsageError where the data give none of that name."""
    loaded, drafter = loaded_campaign(office, campaign)
    scene = scene_of(office, drafter, loaded, paper)
    return drafter.draft(scene), loaded


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
    message = _("Số liệu chưa cho văn bản “{paper}”.", paper=quoted(paper))
    raise UsageError(message, (Problem("no-such-paper", message),))
