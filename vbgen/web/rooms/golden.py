"""The golden book: searched as one types, one certificate's life, the book as a file."""

from starlette.responses import Response

from vbgen.office import FindCertificates, ShowCertificate
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit
from vbgen.words.ranges import count_in

_ROWS = 50


def _golden(visit: Visit) -> Response:
    """The rows that fit; htmx asks for the table alone."""
    part = "golden_rows.html" if visit.request.headers.get("hx-request") else "golden.html"
    offset, year = visit.count("from"), visit.count("year")
    wanted = FindCertificates(visit.word("words"), year or None, _ROWS, offset)
    with visit.looking() as office:
        found = office.do(wanted)
    shown = {"words": wanted.words, "year": year or "", "offset": offset, "rows_shown": _ROWS}
    return visit.page(part, shown, found=found, problems=found.problems)


def _certificate(visit: Visit) -> Response:
    wanted = ShowCertificate(visit.part("document"), count_in(visit.part("place")))
    with visit.looking() as office:
        life = office.do(wanted)
    return visit.page("golden_certificate.html", life=life, problems=life.problems)


ROUTES = (
    DeskRoute("GET", "/golden-book", DeskAct.SEE_REGISTER, _golden),
    DeskRoute("GET", "/golden-book/{document}/{place}", DeskAct.SEE_REGISTER, _certificate),
)
