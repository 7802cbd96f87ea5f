"""What the check finds in a campaign's data, grave first."""

from collections import Counter

from starlette.responses import Response

from vbgen.errors import Problem, Severity
from vbgen.office import UNTOUCHED, CheckNamedCampaign
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def problems_of_data(visit: Visit, campaign: str) -> tuple[Problem, ...]:
    """Everything that the check tells of it."""
    return visit.seen(campaign, CheckNamedCampaign(campaign)).problems


def _checks(visit: Visit) -> Response:
    campaign = visit.part("campaign")
    return visit.page("checks.html", campaign=campaign, problems=problems_of_data(visit, campaign))


def _count(visit: Visit) -> Response:
    """How much there is of it, for the path at home."""
    campaign = visit.part("campaign")
    problems = problems_of_data(visit, campaign)
    found = Counter(each.severity for each in problems)
    return visit.page(
        "check_count.html",
        campaign=campaign,
        errors=found[Severity.ERROR],
        warnings=found[Severity.WARNING],
        waits=any(each.code == UNTOUCHED for each in problems),
    )


ROUTES = (
    DeskRoute("GET", "/campaigns/{campaign}/check", DeskAct.SEE_DATA, _checks),
    DeskRoute("GET", "/campaigns/{campaign}/check/count", DeskAct.SEE_DATA, _count),
)
