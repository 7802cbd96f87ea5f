"""Values put into cells so that they come back the same: text as text, exact numbers with their decimals."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from vbgen.campaign.cells.markers import LEFT_EMPTY, escaped
from vbgen.campaign.cells.numbers import exact
from vbgen.campaign.cells.shown import quoted, shown
from vbgen.campaign.topics import Column, ColumnKind
from vbgen.errors import OutputError, Problem
from vbgen.messages import _
from vbgen.model.emphasis import MarkedSpan, plain, spans
from vbgen.model.field import Choice
from vbgen.words.numbers import vn_number

LONGEST_TEXT = 32_767  # letters in a cell
DAY, MOMENT, TEXT, GENERAL = "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "@", "General"
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_SAFE_DAY = date(1900, 3, 1)  # Excel believes in 29/02/1900
_MOST_DECIMALS = 30
_MOST_FIGURES = 15


@dataclass(frozen=True, slots=True)
class CellValue:
    """What a cell holds and how it shows it."""

    value: str | float | int | datetime
    pattern: str = GENERAL
    pieces: tuple[MarkedSpan, ...] = ()  # of a text that is bold or italic in places


def cell_value(column: Column, value: object) -> CellValue | None:
    """The cell for a value of this column; None for one that is left empty. Raises OutputError for a too long text."""
    if value is None or (value == "" and column.default == ""):
        return None
    if isinstance(value, (bool, Choice)):
        return CellValue(shown(value), TEXT)
    if isinstance(value, str):
        return _text(column, value)
    if isinstance(value, date):
        return _day(value)
    return _number(value) if isinstance(value, (int, Decimal)) else None


def _text(column: Column, value: str) -> CellValue:
    looks = spans(value) if column.form.has_looks else ()
    if any(any(piece.look) for piece in looks):
        mark = "\\" if escaped(plain(value)) != plain(value) else ""
        first = replace(looks[0], text=mark + looks[0].text)
        pieces = tuple(replace(each, text=_safe(each.text)) for each in (first, *looks[1:]))
        return CellValue(_fitting(column, plain(value)), pattern(column), pieces)
    words = plain(value) if column.form.has_looks else value
    return CellValue(_fitting(column, _text_in_cell(column, words)), pattern(column))


def _text_in_cell(column: Column, value: str) -> str:
    if column.holds_code:
        return escaped(column.words.title_of(value))
    return escaped(value) or LEFT_EMPTY


def pattern(column: Column) -> str:
    """The number format of a column's empty cells.

    Long texts are General, because Excel shows #### for them as Text; figures too, so that they are
    shown, and read, with the decimals that are typed and no others.
    """
    patterns = {
        ColumnKind.DATE: DAY,
        ColumnKind.MOMENT: MOMENT,
        ColumnKind.INTEGER: "0",
        ColumnKind.DECIMAL: GENERAL,
    }
    return patterns.get(column.kind, GENERAL if column.form.is_prose else TEXT)


def _fitting(column: Column, text: str) -> str:
    text = _safe(text)
    if len(text) > LONGEST_TEXT:
        sentence = _(
            "{title}: chữ dài hơn {limit} ký tự, Excel không chứa được.",
            title=column.title,
            limit=vn_number(LONGEST_TEXT),
        )
        hint = _("Rút ngắn, hoặc tách thành hai ô.")
        problem = Problem("text-too-long", f"{sentence} “{quoted(text)}”", hint=hint)
        raise OutputError(f"{sentence} {hint}", (problem,))
    return text


def _safe(text: str) -> str:
    """The text with what Excel would take for its own mark of a letter kept apart."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def _day(value: date) -> CellValue:
    is_moment = isinstance(value, datetime)
    day = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day
    if day.date() < _FIRST_SAFE_DAY:
        return CellValue(value.isoformat(), TEXT)
    if day.microsecond:
        return CellValue(value.isoformat(), TEXT)
    return CellValue(day, (MOMENT + ":ss" if day.second else MOMENT) if is_moment else DAY)


def _number(value: int | Decimal) -> CellValue:
    number = Decimal(value)
    decimals = max(0, -int(number.as_tuple().exponent))
    fits = exact(float(number)) == number and decimals <= _MOST_DECIMALS
    if not fits:
        return CellValue(
            f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value), TEXT
        )
    if isinstance(value, int):
        return CellValue(value, "0")
    return CellValue(float(number), "#,##0" + ("." + "0" * decimals if decimals else ""))
