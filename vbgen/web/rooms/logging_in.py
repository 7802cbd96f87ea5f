"""Coming in by name and password, throttled; and another password for whoever knows the present one."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.messages import _
from vbgen.office import ChangeOwnPassword, LogIn
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.entering import shown_way_in
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit, cookie_of


def _log_in(visit: Visit) -> Response:
    """A session for who knows the password; what stood before in this browser is left as it is."""
    name = visit.word("name").lower()
    try:
        session = _session(visit, name)
    except ProblemsFoundError as fault:
        return shown_way_in(visit, fault.as_problems(), status=422)
    response = visit.onward("/")
    response.set_cookie(**cookie_of(visit.site, session))  # type: ignore[arg-type]
    return response


def _session(visit: Visit, name: str) -> str:
    throttle, address = visit.site.throttle, visit.address
    _refuse_often(visit, name)
    with visit.acting() as office:
        token = office.do(LogIn(name, visit.secret("password"))).token
    throttle.was_right(name, address)
    return token


def _refuse_often(visit: Visit, name: str) -> None:
    """ProblemsFoundError where passwords are tried too often."""
    if not visit.site.throttle.try_once(name, visit.address, visit.site.clock()):
        message = _("Đã sai mật khẩu nhiều lần; hãy đợi 15 phút rồi thử lại.")
        raise ProblemsFoundError(message, (Problem("too-many-logins", message),))


def _own(visit: Visit) -> Response:
    """The form; who sits at the desk's own machine without an account has no password."""
    if not visit.visitor.account:
        raise HTTPException(404)
    return visit.page("password.html", problems=())


def _change_own(visit: Visit) -> Response:
    """Changed; all sessions of the account end, this one too."""
    name = visit.visitor.account
    try:
        _refuse_unlike(visit)
        _refuse_often(visit, name)
        with visit.acting() as office:
            office.do(ChangeOwnPassword(name, visit.secret("present"), visit.secret("password")))
    except (ProblemsFoundError, UsageError) as fault:
        return visit.page("password.html", status=422, problems=fault.as_problems())
    visit.site.throttle.was_right(name, visit.address)
    return visit.onward("/enter", changed="1")


def _refuse_unlike(visit: Visit) -> None:
    if visit.secret("password") != visit.secret("again"):
        message = _("Hai lần nhập mật khẩu mới không giống nhau.")
        raise ProblemsFoundError(message, (Problem("passwords-differ", message),))


ROUTES = (
    DeskRoute("POST", "/enter", DeskAct.COME_IN, _log_in),
    DeskRoute("GET", "/password", DeskAct.BE_HERE, _own),
    DeskRoute("POST", "/password", DeskAct.BE_HERE, _change_own),
)
