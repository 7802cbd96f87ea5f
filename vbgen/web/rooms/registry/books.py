"""The register's books as files: to be printed, opened in Word or Excel, read by programs."""

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.office import BookKind, TakeBook
from vbgen.web.downloads import sent_file
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit

_FORMS = frozenset({"pdf", "docx", "xlsx", "csv"})


def _sender(kind: BookKind) -> Callable[[Visit], Response]:
    """The book of a year, or whole, made in a process beside the server."""

    def send(visit: Visit) -> Response:
        if (form := visit.word("form")) not in _FORMS:
            raise HTTPException(404)
        year = visit.count("year") or None
        taken = visit.asked(TakeBook(form, year, kind, visit.word("volume")))
        return sent_file(taken.name, taken.content)

    return send


ROUTES = (
    DeskRoute("GET", "/golden-book/file", DeskAct.SEE_REGISTER, _sender(BookKind.GOLDEN)),
    DeskRoute("GET", "/register/book", DeskAct.SEE_REGISTER, _sender(BookKind.OUTGOING)),
    DeskRoute("GET", "/register/deliveries", DeskAct.SEE_REGISTER, _sender(BookKind.DELIVERIES)),
    DeskRoute("GET", "/register/post", DeskAct.SEE_REGISTER, _sender(BookKind.POST)),
)
