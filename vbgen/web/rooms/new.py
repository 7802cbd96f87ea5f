"""New: a campaign from last year's, from a few questions, or an award without a campaign."""

from collections.abc import Sequence
from urllib.parse import quote

from starlette.responses import Response

from vbgen.errors import Problem, VbgenError
from vbgen.office import BeginCampaign, ListCampaigns, ShowBeginning, StartNextCampaign
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit

_WITHOUT = "award"


def _choice(visit: Visit) -> Response:
    return _chosen(visit)


def _chosen(visit: Visit, problems: Sequence[Problem] = ()) -> Response:
    with visit.looking() as office:
        names = office.do(ListCampaigns()).names
    shown = {"names": names, "problems": problems}
    return visit.page("new.html", shown, status=422 if problems else 200)


def _questions(visit: Visit) -> Response:
    return _asked(visit)


def _asked(visit: Visit, problems: Sequence[Problem] = ()) -> Response:
    """The questions, with what was answered."""
    is_award = visit.word("what") == _WITHOUT
    with visit.looking() as office:
        asked = office.do(ShowBeginning(with_movement=not is_award))
    shown = {"asked": asked, "is_award": is_award, "problems": problems}
    return visit.page("questions.html", shown, status=422 if problems else 200)


def _begin(visit: Visit) -> Response:
    """A campaign of those answers; to its data, or back to the questions."""
    wanted = BeginCampaign(_answers(visit, "office."), _answers(visit, "person."))
    try:
        name = visit.done(wanted).name
    except VbgenError as fault:
        return _asked(visit, fault.as_problems())
    return visit.onward(f"/campaigns/{quote(name)}")


def _answers(visit: Visit, kind: str) -> dict[str, str]:
    return {
        name.removeprefix(kind): visit.word(name) for name in visit.form if name.startswith(kind)
    }


def _next(visit: Visit) -> Response:
    """Next year's campaign, to be looked through in its data."""
    try:
        name = visit.done(StartNextCampaign(visit.word("source"))).name
    except VbgenError as fault:
        return _chosen(visit, fault.as_problems())
    return visit.onward(f"/campaigns/{quote(name)}/data")


ROUTES = (
    DeskRoute("GET", "/new", DeskAct.CHANGE_DATA, _choice),
    DeskRoute("POST", "/new/next", DeskAct.CHANGE_DATA, _next),
    DeskRoute("GET", "/new/questions", DeskAct.CHANGE_DATA, _questions),
    DeskRoute("POST", "/new/questions", DeskAct.CHANGE_DATA, _begin),
)
