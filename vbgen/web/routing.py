"""A route of the desk, and how each is answered: known, allowed, from a form of ours; then its room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vbgen.crash_reports import write_crash_report
from vbgen.errors import Problem, VbgenError
from vbgen.messages import _, use_language
from vbgen.office import ComeInByProxy, FindSession
from vbgen.web.forms import read_form
from vbgen.web.guards import headers_of
from vbgen.web.roles import DeskAct, is_open, may
from vbgen.web.site import Site
from vbgen.web.tokens import is_of_session
from vbgen.web.visit import Visit, cookie_of

Answering = Callable[[Visit], Response]
_MOST_FORM_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class DeskRoute:
    """A page or a button: its address, the act that it is for, and what answers it."""

    method: str
    path: str
    act: DeskAct
    answer: Answering
    most_bytes: int = _MOST_FORM_BYTES  # of what a form brings along, files among it
    awaits: Callable[[Visit], bool] = lambda _visit: True  # whether its form is read at all
    again: Callable[[Visit, Sequence[Problem]], Response] | None = (
        None  # the form as it was filled in
    )
    is_file: bool = False  # of the program's own, the same for everybody: nobody is looked up


def starlette_route(site: Site, route: DeskRoute) -> Route:
    """The same for the server."""

    async def endpoint(request: Request) -> Response:
        visit = Visit.of(site, request)
        if route.method == "POST" and await run_in_threadpool(route.awaits, visit):
            visit.sent = await read_form(request, route.most_bytes)
        response = await run_in_threadpool(_answered, route, visit)
        await visit.form.close()
        return response

    return Route(route.path, endpoint, methods=[route.method])


def _answered(route: DeskRoute, visit: Visit) -> Response:
    use_language(visit.language)
    try:
        response = _allowed(route, visit)
    except VbgenError as fault:
        response = visit.refused(fault)
    except HTTPException as fault:
        response = told_page(visit, fault.status_code)
    except Exception as fault:  # noqa: BLE001 - the face: a fault of ours becomes a page and a report file
        log = write_crash_report(fault, visit.site.environ)
        response = visit.page("fault.html", status=500, log=log)
    finally:
        visit.end()
    if visit.is_new_session:
        response.set_cookie(**cookie_of(visit.site, visit.session))  # type: ignore[arg-type]
    for name, value in headers_of(visit.nonce).items():
        response.headers.setdefault(name, value)
    return response


def _allowed(route: DeskRoute, visit: Visit) -> Response:
    """The room's answer, for who may have it."""
    if not route.is_file:
        _find_visitor(visit)
    if is_open(route.act):
        return _of_form(route, visit)
    _believe_proxy(visit)
    if not visit.is_known:
        return _shown_in(route, visit)
    if not may(visit.visitor.roles, route.act):
        raise HTTPException(403)
    if route.method == "POST" and not (_is_ours(visit) or visit.sent.refused):
        raise HTTPException(400)
    return _of_form(route, visit)


def _of_form(route: DeskRoute, visit: Visit) -> Response:
    """The room's answer; of a form that was not read whole nothing is done, and what was typed is shown again."""
    if not visit.sent.refused:
        return route.answer(visit)
    problem = visit.sent.problem()
    if route.again and visit.sent.said:
        response = route.again(visit, (problem,))
    else:
        response = visit.page("told.html", message=f"{problem.message} {problem.hint}")
    response.status_code = visit.sent.refused
    return response


def _find_visitor(visit: Visit) -> None:
    if visit.session:
        with visit.looking() as office:
            visit.visitor = office.do(FindSession(visit.session)).visitor or visit.visitor


def _believe_proxy(visit: Visit) -> None:
    """Whom the web server names is who asks, whoever had this browser's session before."""
    named = visit.named_by_proxy
    if named and named.lower() != visit.visitor.account:
        with visit.acting() as office:
            opened = office.do(ComeInByProxy(named))
        visit.session, visit.visitor, visit.is_new_session = opened.token, opened.visitor, True


def _shown_in(route: DeskRoute, visit: Visit) -> Response:
    """Pages lead to the way in; what is no page refuses."""
    if route.method == "GET" and "text/html" in visit.request.headers.get("accept", ""):
        return visit.onward("/enter")
    return told_page(visit, 401)


def _is_ours(visit: Visit) -> bool:
    return is_of_session(visit.site.key, visit.session, visit.word("form_token"))


def told_page(visit: Visit, status: int) -> Response:
    """What a refusal of the desk itself says."""
    messages = {
        400: _("Trang này đã cũ hoặc biểu mẫu chưa đúng. Hãy tải lại trang rồi làm lại."),
        401: _("Phiên làm việc đã hết. Hãy mở lại bàn làm việc."),
        403: _("Vai trò hiện tại không được làm việc này."),
        404: _("Không có trang này."),
        405: _("Không có trang này."),
        429: _("Đã thử nhiều đường dẫn không mở được; hãy đợi 15 phút rồi thử lại."),
    }
    return visit.page("told.html", status=status, message=messages.get(status, messages[400]))
