"""Designs of certificates: each drawn with the office's own data, one chosen for all certificates."""

from starlette.responses import Response

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.office import ChooseDesign, ListCampaigns, SeeDesigns
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.jobs import asked_job, new_job_id
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def _designs(visit: Visit) -> Response:
    """The pictures of the campaign that is asked for, else of the one that was changed last."""
    with visit.looking() as office:
        names = office.do(ListCampaigns()).names
    campaign = visit.word("campaign") or next(iter(names), "")
    if not campaign:
        message = _("Thư mục data chưa có phong trào nào.")
        raise ProblemsFoundError(message, (Problem("no-campaign", message),))
    seen = visit.asked(SeeDesigns(campaign))
    shown = {"campaign": campaign, "campaigns": names, "seen": seen, "job": new_job_id()}
    return visit.page("designs.html", shown, chosen_now=visit.word("chosen"))


def _draw(visit: Visit) -> Response:
    return asked_job(visit, "designs", {"campaign": visit.word("campaign")})


def _choose(visit: Visit) -> Response:
    """From now on; what is issued keeps its own."""
    with visit.acting() as office:
        chosen = office.do(ChooseDesign(visit.word("design"))).design
    return visit.onward("/designs", campaign=visit.word("campaign"), chosen=chosen)


ROUTES = (
    DeskRoute("GET", "/designs", DeskAct.SEE_DATA, _designs),
    DeskRoute("POST", "/designs/draw", DeskAct.SEE_DATA, _draw),
    DeskRoute("POST", "/designs", DeskAct.CHANGE_DATA, _choose),
)
