"""What was proposed becomes the award: as the council voted, or as who may decide has decided."""

from starlette.responses import Response

from vbgen.errors import VbgenError
from vbgen.office import GrantProposals, SeeCampaign
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def _grant(visit: Visit) -> Response:
    """The awards that were written down, and what was left out; the campaign's page where nothing could be."""
    campaign = visit.part("campaign")
    try:
        told = visit.done(GrantProposals(campaign, bool(visit.word("decided"))))
    except VbgenError as fault:
        seen = visit.seen(campaign, SeeCampaign(campaign))
        problems = (*fault.as_problems(), *seen.problems)
        return visit.page("campaign.html", seen=seen, problems=problems, status=422)
    shown = {"campaign": campaign, "granted": len(told.awards), "problems": told.problems}
    return visit.page("granted.html", shown)


ROUTES = (DeskRoute("POST", "/campaigns/{campaign}/grant", DeskAct.CHANGE_DATA, _grant),)
