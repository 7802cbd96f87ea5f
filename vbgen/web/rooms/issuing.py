"""Issue: what will happen is shown, agreed to point by point, then done once as it was shown."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import VbgenError
from vbgen.office import CampaignSeen, FindCampaign, PlannedPaper, SeeCampaign
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.jobs import asked_job, new_job_id
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.wishes import IssueWish
from vbgen.web.visit import Visit


def _page(visit: Visit) -> Response:
    """The form; with a day what would happen then, each doubt to be agreed to."""
    seen, paper = wanted_paper(visit)
    wish = IssueWish.of(visit, seen.folder, paper)
    shown = {"wish": wish, "seen": seen, "paper": paper, "job": new_job_id()}
    if not wish.day:
        return visit.page("issue.html", shown, prepared=None, problems=())
    try:
        prepared = visit.asked(wish.prepare(_folder(visit, seen.folder)))
    except VbgenError as fault:
        problems = fault.as_problems()
        return visit.page("issue.html", shown, status=422, prepared=None, problems=problems)
    return visit.page("issue.html", shown, prepared=prepared, problems=prepared.problems)


def _issue(visit: Visit) -> Response:
    """Have it done beside the server; the same form sent twice asks for one issue."""
    seen, paper = wanted_paper(visit)
    return asked_job(visit, "issue", IssueWish.of(visit, seen.folder, paper).as_asked())


def wanted_paper(visit: Visit) -> tuple[CampaignSeen, PlannedPaper]:
    """The campaign and the paper of the address; HTTPException for one that has no number of its own."""
    campaign = visit.part("campaign")
    seen = visit.seen(campaign, SeeCampaign(campaign))
    paper = seen.paper(visit.part("paper"))
    if paper is None or paper.carried_by:
        raise HTTPException(404)
    return seen, paper


def _folder(visit: Visit, campaign: str) -> Path:
    with visit.looking() as office:
        return office.do(FindCampaign(campaign)).folder


ROUTES = (
    DeskRoute("GET", "/campaigns/{campaign}/issue/{paper}", DeskAct.ISSUE, _page),
    DeskRoute("POST", "/campaigns/{campaign}/issue/{paper}", DeskAct.ISSUE, _issue),
)
