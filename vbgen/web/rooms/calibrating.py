"""A printer measured: its page of crosses printed or taken as a file, four readings typed, what it does told."""

from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.responses import Response

from vbgen.errors import Problem, ProblemsFoundError, VbgenError
from vbgen.messages import _
from vbgen.office import (
    FindPrinters,
    ListStocks,
    MeasurePrinter,
    PrinterMeasured,
    PrintersFound,
    TakeCrosses,
)
from vbgen.web.downloads import sent_file
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.jobs import asked_job, new_job_id
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.printing import refuse_strange_printer
from vbgen.web.visit import Visit
from vbgen.words.lengths import read_mm

READINGS = ("left", "top", "lower", "ruler")
_HERE = "/calibrate"


def _printers(visit: Visit) -> PrintersFound:
    with visit.looking() as office:
        return office.do(FindPrinters())


def _page(visit: Visit) -> Response:
    return _shown(visit)


def _shown(
    visit: Visit,
    problems: Sequence[Problem] = (),
    measured: PrinterMeasured | None = None,
) -> Response:
    with visit.looking() as office:
        stocks = office.do(ListStocks()).stocks
    return visit.page(
        "calibrate.html",
        status=422 if problems else 200,
        found=_printers(visit),
        stocks=stocks,
        measured=measured,
        problems=problems,
        job=new_job_id(),
        figure=_figure,
    )


def _figure(value: float, decimals: int = 1) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")


def _take(visit: Visit) -> Response:
    """The page of crosses, to be printed at its own size."""
    wanted = TakeCrosses(visit.word("printer"), visit.word("stock"), bool(visit.word("corrected")))
    return sent_file("to-thu.pdf", visit.asked(wanted).content)


def _print(visit: Visit) -> Response:
    """The page of crosses on its way to the printer."""
    printer, stock = visit.word("printer"), visit.word("stock")
    try:
        refuse_strange_printer(visit, printer, _printers(visit).names)
    except VbgenError as fault:
        return _shown(visit, fault.as_problems())
    asked = {
        "printer": printer,
        "stock": stock,
        "tray": visit.word("tray"),
        "corrected": bool(visit.word("corrected")),
        "back": f"{_HERE}?{urlencode({'printer': printer, 'stock': stock})}",
    }
    return asked_job(visit, "crosses", asked)


def _measure(visit: Visit) -> Response:
    """What the printer does, kept for later prints; the readings again where no printer prints like that."""
    try:
        printer = visit.word("printer")
        refuse_strange_printer(visit, printer, _printers(visit).names)
        readings = _readings(visit)
        with visit.acting() as office:
            measured = office.do(MeasurePrinter(printer, visit.word("stock"), readings))
    except VbgenError as fault:
        return _shown(visit, fault.as_problems())
    return _shown(visit, measured=measured)


def _readings(visit: Visit) -> tuple[float, float, float, float]:
    """All four; ProblemsFoundError with a problem for each that is no length."""
    found: list[float] = []
    problems: list[Problem] = []
    for name in READINGS:
        try:
            found.append(read_mm(visit.word(name)))
        except ValueError as fault:
            problems.append(Problem("not-a-length", str(fault)))
    if problems:
        raise ProblemsFoundError(_("Số đo chưa đúng."), tuple(problems))
    left, top, lower, ruler = found
    return left, top, lower, ruler


ROUTES = (
    DeskRoute("GET", _HERE, DeskAct.PRINT, _page),
    DeskRoute("GET", f"{_HERE}/crosses", DeskAct.PRINT, _take),
    DeskRoute("POST", f"{_HERE}/crosses", DeskAct.PRINT, _print),
    DeskRoute("POST", f"{_HERE}/readings", DeskAct.PRINT, _measure),
)
