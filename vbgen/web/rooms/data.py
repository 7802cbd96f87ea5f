"""Data: each sheet of a campaign's workbook as a grid, with what is wrong at its cells; saved cell by cell."""

from collections.abc import Sequence
from dataclasses import replace

from starlette.responses import JSONResponse, Response

from vbgen.errors import Problem, VbgenError
from vbgen.office import CellsChanged, ChangeCells, CheckCells, SheetSeen, ShowSheet, TraceCell
from vbgen.web.guards import headers_of
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.checks import problems_of_data
from vbgen.web.routing import DeskRoute
from vbgen.web.showing.grids import CellMarks, GridPart, TypedCells, rows_that_fit
from vbgen.web.visit import Visit
from vbgen.web.wording import cell_address

_MOST_BYTES = 8_000_000
_RULES = "Content-Security-Policy"
_NEW_ROWS = 5


def _sheet(visit: Visit) -> Response:
    return _shown(visit, TypedCells())


def _shown(
    visit: Visit,
    typed: TypedCells,
    problems: Sequence[Problem] = (),
    *,
    told: CellsChanged | None = None,
) -> Response:
    """A part of a sheet, with what was typed and is not saved, and what the saving told."""
    campaign, part = visit.part("campaign"), GridPart.of(visit)
    asked = ShowSheet(campaign, part.sheet, part.first, part.most, part.row)
    seen = visit.seen(campaign, asked)
    part = replace(part, first=seen.first)
    rows = seen.sheet.rows[: rows_that_fit(part.most, len(seen.sheet.columns))]
    is_last = part.first + len(rows) >= seen.whole
    shown = {
        "campaign": campaign,
        "seen": seen,
        "part": part,
        "rows": rows,
        "new_rows": _new_rows(seen) if is_last else (),
        "next": None if is_last else part.first + len(rows),
        "typed": typed,
        "marks": CellMarks.of(problems_of_data(visit, campaign), seen.file, seen.sheet.title),
        "problems": (*problems, *seen.problems),
        "meanwhile": told,
        "saved": visit.word("saved"),
        "rich": visit.word("rich"),
        "cell": visit.word("cell"),
        "may_change": visit.may(DeskAct.CHANGE_DATA) and seen.sheet.is_data,
    }
    page = visit.page("data.html", shown, status=422 if problems or told else 200)
    page.headers[_RULES] = headers_of(visit.nonce, ("htmx", "default"))[_RULES]  # the grid's
    return page


def _new_rows(seen: SheetSeen) -> range:
    """Numbers of empty rows below the last, to be filled."""
    return range(seen.last_row + 1, seen.last_row + 1 + _NEW_ROWS)


def _save(visit: Visit) -> Response:
    """The changed cells; back to the sheet, or the page with what has to be looked at first."""
    typed, part = TypedCells.of(visit.form), GridPart.of(visit)
    wanted = ChangeCells(visit.part("campaign"), part.sheet, visit.word("state"), typed.changes)
    try:
        told = visit.done(wanted)
    except VbgenError as fault:
        return _shown(visit, typed, fault.as_problems())
    if told.is_stale:
        return _shown(visit, TypedCells(), told=told)
    path = visit.request.url.path
    rich = ",".join(each.place.cell for each in told.problems)
    query = {"sheet": part.sheet, "from": part.first, "saved": told.saved}
    return visit.onward(path, **query, **({"rich": rich} if rich else {}))


def _printed(visit: Visit) -> Response:
    """The papers that a cell is printed in."""
    campaign, sheet, cell = visit.part("campaign"), visit.word("sheet"), visit.word("cell").upper()
    found = visit.seen(campaign, TraceCell(campaign, sheet, cell))
    shown = {"campaign": campaign, "sheet": sheet, "cell": cell, "papers": found.papers}
    return visit.page("cell_printed.html", shown, address=cell_address(campaign, sheet, cell))


def _rows(visit: Visit) -> Response:
    """The whole sheet for the grid that scripts make."""
    campaign, part = visit.part("campaign"), GridPart.of(visit).whole
    seen = visit.seen(campaign, ShowSheet(campaign, part.sheet, part.first, part.most))
    marks = CellMarks.of(problems_of_data(visit, campaign), seen.file, seen.sheet.title)
    return JSONResponse(
        {
            "state": seen.state,
            "isWhole": seen.whole <= len(seen.sheet.rows),
            "lastRow": seen.last_row,
            "columns": [
                {
                    "letters": each.letters,
                    "title": each.title,
                    "wants": each.wants,
                    "mayChange": each.may_change,
                }
                for each in seen.sheet.columns
            ],
            "rows": [
                {"number": each.number, "texts": each.texts, "fixed": sorted(each.fixed)}
                for each in seen.sheet.rows
            ],
            "marks": marks.as_json(),
        }
    )


def _check(visit: Visit) -> Response:
    """What the check would say of what was typed and is not saved."""
    campaign, part = visit.part("campaign"), GridPart.of(visit)
    typed = TypedCells.of(visit.form)
    found = visit.asked(CheckCells(campaign, part.sheet, typed.changes))
    return JSONResponse(CellMarks.of(found.problems, found.file, part.sheet).as_json())


ROUTES = (
    DeskRoute("GET", "/campaigns/{campaign}/data", DeskAct.SEE_DATA, _sheet),
    DeskRoute("POST", "/campaigns/{campaign}/data", DeskAct.CHANGE_DATA, _save, _MOST_BYTES),
    DeskRoute("GET", "/campaigns/{campaign}/data/printed", DeskAct.SEE_DATA, _printed),
    DeskRoute("GET", "/campaigns/{campaign}/data/rows", DeskAct.SEE_DATA, _rows),
    DeskRoute("POST", "/campaigns/{campaign}/data/check", DeskAct.CHANGE_DATA, _check, _MOST_BYTES),
)
