"""The register's books as files: to be printed, opened in Word or Excel, read by programs."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.office import TakeBook
from vbgen.web.downloads import sent_file
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit

_FORMS = frozenset({"pdf", "docx", "xlsx", "csv"})


def _golden(visit: Visit) -> Response:
    return _book(visit, golden=True)


def _outgoing(visit: Visit) -> Response:
    return _book(visit, golden=False)


def _book(visit: Visit, *, golden: bool) -> Response:
    """The book of a year, or whole, made in a process beside the server."""
    if (form := visit.word("form")) not in _FORMS:
        raise HTTPException(404)
    year = visit.count("year") or None
    taken = visit.asked(TakeBook(form, year, golden=golden, volume=visit.word("volume")))
    return sent_file(taken.name, taken.content)


ROUTES = (
    DeskRoute("GET", "/golden-book/file", DeskAct.SEE_REGISTER, _golden),
    DeskRoute("GET", "/register/book", DeskAct.SEE_REGISTER, _outgoing),
)
