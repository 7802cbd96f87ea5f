"""The way in: a one-time link at the desk's own machine; leaving; and the language of the pages."""

from collections.abc import Sequence

from starlette.responses import Response

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import LANGUAGES
from vbgen.office import EndSession, FindWaysIn, UseEntrance
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import LANGUAGE_COOKIE, Visit, cookie_of, kept_for_long


def _way_in(visit: Visit) -> Response:
    """What somebody reads who is not known."""
    return shown_way_in(visit)


def shown_way_in(visit: Visit, problems: Sequence[Problem] = (), *, status: int = 200) -> Response:
    """The form for name and password, where there are accounts; how to come in by the link."""
    with visit.looking() as office:
        has_accounts = office.do(FindWaysIn()).has_accounts
    return visit.page("enter.html", status=status, has_accounts=has_accounts, problems=problems)


def _by_link(visit: Visit) -> Response:
    """The link opens a session and is used up; who has one already comes in all the same."""
    try:
        with visit.acting() as office:
            opened = office.do(UseEntrance(visit.part("token")))
    except ProblemsFoundError as fault:
        if visit.is_known:
            return visit.onward("/")
        return shown_way_in(visit, fault.as_problems(), status=422)
    response = visit.onward("/")
    response.set_cookie(**cookie_of(visit.site, opened.token))  # type: ignore[arg-type]
    return response


def _leave(visit: Visit) -> Response:
    with visit.acting() as office:
        office.do(EndSession(visit.session))
    response = visit.onward("/enter")
    response.delete_cookie(visit.site.cookie, path="/")
    return response


def _language(visit: Visit) -> Response:
    """Pages in another language from here on; back to where the reader was."""
    chosen = visit.word("language")
    response = visit.onward(_within(visit.word("back")))
    if chosen in LANGUAGES:
        response.set_cookie(**kept_for_long(visit.site, LANGUAGE_COOKIE, chosen))  # type: ignore[arg-type]
    return response


def _within(path: str) -> str:
    """A path of the desk itself, whatever somebody wrote into the form."""
    is_own = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_own and path.isprintable() else "/"


ROUTES = (
    DeskRoute("GET", "/enter", DeskAct.COME_IN, _way_in),
    DeskRoute("GET", "/enter/{token}", DeskAct.COME_IN, _by_link),
    DeskRoute("POST", "/leave", DeskAct.BE_HERE, _leave),
    DeskRoute("POST", "/language", DeskAct.BE_HERE, _language),
)
