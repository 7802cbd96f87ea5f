"""Approving a draft before it has a number, or sending it back with remarks; the journal keeps either."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.decree import honours_before
from vbgen.errors import Problem, ProblemsFoundError
from vbgen.law.office import rules_of
from vbgen.messages import _
from vbgen.model.dossier import Particulars
from vbgen.office.acts import Answer, AnswerT, Request
from vbgen.office.issuing.consent.approvals import APPROVE, SEND_BACK, fingerprint
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.intents import Wish, bundle, intent_of
from vbgen.office.issuing.readying import Ready, prepare
from vbgen.office.issuing.wishes.wanting import scenes_wanted
from vbgen.office.making.drafting import Drafter
from vbgen.office.references import find
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.vocabulary import vocabulary
from vbgen.ways import ChooseSigner
from vbgen.words.names import same_name

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True, slots=True)
class Decided:
    """One paper that was approved or sent back."""

    paper: str
    subject: str
    signer: str
    problems: tuple[Problem, ...] = ()  # errors of form that its approval does not let pass


def approve(desk: Desk, wish: Wish, library: Library, emblem: Path | None = None) -> list[Decided]:
    """Every paper that the wish asks for, approved by its signer, who is the one that works at the desk.

    ProblemsFoundError for errors of the data, for a blank that nobody filled, and for somebody who is not the signer.
    """
    ready = prepare(replace(desk, approval_required=False, two_people=False), wish, library, emblem)
    for one in ready:
        _refuse_others(one.intent.particulars, desk.who)
    drafter = Drafter(library)
    for one in ready:
        _journal_approval(desk, wish, one, drafter)
    _mirror(desk)
    return [_decided(one.intent.particulars, one.form_errors) for one in ready]


def send_back(desk: Desk, wish: Wish, library: Library, remarks: str) -> list[Decided]:
    """Every paper that the wish asks for, sent back with the remarks; its data may be as wrong as they are."""
    law = rules_of(wish.law).on(wish.day)
    campaign = load_campaign(wish.campaign, vocabulary(library, law)).campaign
    scenes = scenes_wanted(wish, campaign, library, None, law)
    papers = [
        intent_of(bundle(scene, library), wish, desk.numbering, library).particulars
        for scene in scenes
    ]
    for paper in papers:
        desk.register.note(desk.stamp(remarks), SEND_BACK, detail={"paper": paper.paper})
    _mirror(desk)
    return [_decided(paper) for paper in papers]


def _journal_approval(desk: Desk, wish: Wish, one: Ready, drafter: Drafter) -> None:
    particulars = one.intent.particulars
    bound_to = fingerprint(one.made, one.intent, drafter, wish.signer, wish.day)
    detail: dict[str, object] = {
        "paper": particulars.paper,
        "signer": particulars.signer_name,
        "day": wish.day.isoformat(),
        "fingerprint": asdict(bound_to),
    }
    desk.register.note(desk.stamp(), APPROVE, detail=detail)


def _refuse_others(particulars: Particulars, who: str) -> None:
    signer = particulars.signer_name
    if same_name(_bare(signer), _bare(who)):
        return
    message = _(
        "“{subject}” do {signer} ký: {who} không duyệt thay được.",
        subject=particulars.subject,
        signer=signer,
        who=who,
    )
    raise ProblemsFoundError(message, (Problem("not-the-signer", message, ways=(ChooseSigner(),)),))


def _bare(name: str) -> str:
    return name.strip().removeprefix(honours_before(name))


def _decided(particulars: Particulars, problems: tuple[Problem, ...] = ()) -> Decided:
    return Decided(particulars.paper, particulars.subject, particulars.signer_name, problems)


def _mirror(desk: Desk) -> None:
    desk.enter_archive()
    desk.register.mirror(desk.archive.put)


@dataclass(frozen=True)
class DraftsDecided(Answer):
    """Drafts that were approved, or sent back."""

    decided: tuple[Decided, ...] = ()
    sent_back: bool = False

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        values = [
            {"paper": one.paper, "subject": one.subject, "signer": one.signer}
            for one in self.decided
        ]
        return {"sent_back" if self.sent_back else "approved": values}


@dataclass(frozen=True)
class DraftToDecide(Request[AnswerT]):
    """Which drafts are meant."""

    campaign: Path
    kind: str
    phase: int | None = None
    day: date | None = None  # of the paper to come: it chooses the law; today without one
    signer: str = ""
    replaces: str = ""

    def _wish(self, office: "Office", desk: Desk) -> Wish:
        replaced = find(desk.register, self.replaces).id if self.replaces else ""
        law = office.own_workspace.law_files()
        day = self.day or office.today
        return Wish(
            self.campaign, self.kind, day, self.phase, self.signer, replaces=replaced, law=law
        )


@dataclass(frozen=True)
class ApproveDrafts(DraftToDecide[DraftsDecided]):
    """Drafts approved by their signer, who is the one that acts."""

    def carry_out(self, office: "Office") -> DraftsDecided:
        """Approved; the journal keeps it."""
        desk, workspace = office.desk_to_begin(), office.own_workspace
        wish = self._wish(office, desk)
        library = workspace.library.for_campaign(self.campaign)
        return _all_decided(approve(desk, wish, library, workspace.emblem))


@dataclass(frozen=True)
class SendDraftsBack(DraftToDecide[DraftsDecided]):
    """Drafts sent back with remarks."""

    remarks: str = field(kw_only=True)

    def carry_out(self, office: "Office") -> DraftsDecided:
        """Sent back; the journal keeps it."""
        desk = office.desk_to_begin()
        library = office.own_workspace.library.for_campaign(self.campaign)
        wish = self._wish(office, desk)
        return _all_decided(send_back(desk, wish, library, self.remarks.strip()), sent_back=True)


def _all_decided(decided: Iterable[Decided], *, sent_back: bool = False) -> DraftsDecided:
    papers = tuple(decided)
    noted = (problem for one in papers for problem in one.problems)
    return DraftsDecided(papers, sent_back, problems=tuple(noted))
