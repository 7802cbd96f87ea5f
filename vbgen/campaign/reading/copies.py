"""A second sheet of one kind beside the first: a copy that adds nothing, or a question with both places."""

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import TypedRow, TypedTable
from vbgen.campaign.reading.recognising import Recognised
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

_ROWS_SHOWN = 8


def beside(second: Recognised, table: TypedTable, first: TypedTable) -> list[Problem]:
    """What is said of a second sheet: all its rows stand in the first, or some do not."""
    place, there = second.grid.place, first.place.sheet
    known = {_said(row) for row in first.rows}
    own = [row for row in table.rows if _said(row) not in known]
    if not own:
        message = _("trang này không có gì ngoài trang “{first}”; chỉ đọc trang kia.", first=there)
        return [Problem("copy-of-sheet", message, place, Severity.NOTE)]
    if not second.topic.is_table:
        message = _("trang này khác với trang “{first}” cùng loại.", first=there)
    else:
        message = _(
            "trang này trùng với trang “{first}” nhưng {count} hàng chỉ có ở đây ({rows}).",
            first=there,
            count=len(own),
            rows=_rows(own),
        )
    hint = _("Hãy gộp hai trang làm một rồi xóa trang thừa.")
    return [Problem("doubled-sheet", message, place, hint=hint)]


def _said(row: TypedRow) -> frozenset[tuple[str, str]]:
    """What a row says, wherever its cells stand."""
    return frozenset((name, heading_text(entry)) for name, entry in row.entries.items())


def _rows(rows: list[TypedRow]) -> str:
    places: list[Place] = [row.place for row in rows[:_ROWS_SHOWN]]
    told = ", ".join(place.cell for place in places)
    return told + (" …" if len(rows) > _ROWS_SHOWN else "")
