"""What is made after a decision: the list that bonuses are signed on, the ceremony's programme, confirmations."""

from collections.abc import Iterator

from vbgen.errors import ProblemsFoundError
from vbgen.messages import _
from vbgen.model.afterwards.ceremony import Ceremony
from vbgen.model.afterwards.known import KnownPaper
from vbgen.model.campaign import Campaign
from vbgen.papers.body.afterwards.ceremony import Programme, calling_turns
from vbgen.papers.body.afterwards.receipts import Receipts, receipts
from vbgen.papers.body.blanks import missing_rows
from vbgen.papers.deciding import AMENDING, DECISION, TITLES
from vbgen.papers.honours import awards
from vbgen.papers.scene import Scene
from vbgen.words.dates import long_date


def receipts_of(scene: Scene) -> Receipts:
    """The list for the paper's awards; ProblemsFoundError where nobody says who pays."""
    rows = scene.campaign.payouts
    payout = next((row for row in rows if row.phase == scene.phase_number), None)
    if payout is None:
        raise _no_row("payouts")
    return receipts(awards(scene), scene.campaign, scene.decided, payout)


def programme_of(scene: Scene) -> Programme:
    """The programme of the phase's ceremony, with the names of its decisions in print order."""
    ceremony = _ceremony(scene)
    decisions = tuple(_decisions(scene))
    golden = {
        (certificate.nominee, certificate.award): str(certificate.number)
        for decision in (*decisions, *_amending(scene))
        for certificate in decision.certificates
        if certificate.in_force
    }
    turns = calling_turns(awards(scene).entries, golden, ceremony.on_stage)
    steps = (step for step in scene.campaign.ceremony_steps if step.phase == ceremony.phase)
    cited = tuple(
        f"{paper.type_name} số {paper.code} {long_date(paper.day)}" for paper in decisions
    )
    return Programme(ceremony, tuple(steps), cited, tuple(turns))


def _ceremony(scene: Scene) -> Ceremony:
    rows = scene.campaign.ceremonies
    found = next((row for row in rows if row.phase == scene.phase_number), None)
    if found is None:
        raise _no_row("ceremonies")
    return found


def _decisions(scene: Scene) -> Iterator[KnownPaper]:
    """The phase's decisions that stand, in the order in which they are read out: titles after commendation forms."""
    own = (paper for paper in scene.known.papers if paper.in_force and paper.kind == DECISION)
    found = (paper for paper in own if paper.campaign == scene.known.campaign)
    of_phase = (paper for paper in found if paper.phase in {scene.phase_number, None})
    yield from sorted(of_phase, key=lambda paper: (paper.variant.startswith(TITLES), paper.day))


def _amending(scene: Scene) -> list[KnownPaper]:
    """The campaign's papers whose certificates stand in place of others."""
    return [
        paper
        for paper in scene.known.papers
        if paper.kind == AMENDING and paper.campaign == scene.known.campaign
    ]


def _no_row(table: str) -> ProblemsFoundError:
    sheet = Campaign.title_of(table)
    return missing_rows(_("Trang “{sheet}” chưa có hàng của đợt này.", sheet=sheet), table)
