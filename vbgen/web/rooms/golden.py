"""The golden book: searched as one types, one certificate's life, the book as a file."""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.office import FindCertificates, ShowCertificate, TakeBook
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit

_ROWS = 50
_LONGEST_COUNT = 9
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
}


def _golden(visit: Visit) -> Response:
    """The rows that fit; htmx asks for the table alone."""
    part = "golden_rows.html" if visit.request.headers.get("hx-request") else "golden.html"
    offset, year = _count(visit.word("from")), _count(visit.word("year"))
    wanted = FindCertificates(visit.word("words"), year or None, _ROWS, offset)
    with visit.looking() as office:
        found = office.do(wanted)
    shown = {"words": wanted.words, "year": year or "", "offset": offset, "rows_shown": _ROWS}
    return visit.page(part, shown, found=found, problems=found.problems, forms=list(_TYPES))


def _certificate(visit: Visit) -> Response:
    wanted = ShowCertificate(visit.part("document"), _count(visit.part("place")))
    with visit.looking() as office:
        life = office.do(wanted)
    return visit.page("golden_certificate.html", life=life, problems=life.problems)


def _book(visit: Visit) -> Response:
    """The book of a year, or whole, made in a process beside the server."""
    form = visit.word("form")
    if form not in _TYPES:
        raise HTTPException(404)
    taken = visit.asked(TakeBook(form, _count(visit.word("year")) or None))
    sent = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(taken.name, safe='')}"}
    return Response(taken.content, media_type=_TYPES[form], headers=sent)


def _count(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_COUNT else 0


ROUTES = (
    DeskRoute("GET", "/golden-book", DeskAct.SEE_REGISTER, _golden),
    DeskRoute("GET", "/golden-book/file", DeskAct.SEE_REGISTER, _book),
    DeskRoute("GET", "/golden-book/{document}/{place}", DeskAct.SEE_REGISTER, _certificate),
)
