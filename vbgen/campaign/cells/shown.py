"""Values as a clerk types and reads them, and the words for what a column expects."""

from datetime import date, datetime
from decimal import Decimal

from vbgen.campaign.cells.form_words import NO, YES
from vbgen.campaign.topics import Column, ColumnKind
from vbgen.messages import _
from vbgen.model.field import Choice
from vbgen.words.dates import short_date
from vbgen.words.expected import is_figure
from vbgen.words.numbers import vn_number

LONGEST_QUOTE = 60  # letters of a value that a message quotes


def shown(value: object) -> str:
    """The value as it would be typed into a cell: 30/06/2022, 1.234,5, 2025, Có, the label of a choice."""
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime):
        clock = f" {value:%H:%M:%S}".removesuffix(":00").removesuffix(" 00:00")
        return short_date(value) + clock
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Decimal):
        return _written(value)
    return "" if value is None else str(value)


def _written(number: Decimal) -> str:
    """As Vietnamese write it; as the program does, where it is no figure that anybody writes out."""
    return vn_number(number) if is_figure(number) else str(number)


def figure(column: Column, number: Decimal) -> str:
    """The number as its column is read: 1.234,5; years and counts, which are whole, without dots."""
    written = vn_number(number)
    return written.replace(".", "") if column.kind is ColumnKind.INTEGER else written


def quoted(value: object) -> str:
    """The value for a message: one line, cut where it is long."""
    line = " ".join(str(value if isinstance(value, str) else shown(value)).split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def labels(column: Column) -> list[str]:
    """What a clerk may choose in this column."""
    return [choice.label for choice in column.choice] if column.choice else []


def offered(column: Column) -> tuple[str, ...]:
    """What a cell of this column offers: all that it may hold, or words of a list that the office lengthens."""
    return tuple(labels(column)) or column.words.titles


def expected(column: Column) -> str:
    """What the column wants, with an example: `một ngày dạng dd/mm/yyyy, ví dụ 30/06/2022`."""
    form = _forms(column)[column.kind]
    if not column.examples or column.kind is ColumnKind.CHOICE:
        return form
    return _("{form}, ví dụ “{example}”", form=form, example=quoted(typed_example(column)))


def typed_example(column: Column) -> str:
    """The column's first example as it would be typed; empty where it has none."""
    return shown_in(column, column.examples[0]) if column.examples else ""


def shown_in(column: Column, value: object) -> str:
    """The value as it would be typed into this column, where a kind of paper is called by its title."""
    text = shown(value)
    return column.words.title_of(text) if column.holds_code else text


def _forms(column: Column) -> dict[ColumnKind, str]:
    return {
        ColumnKind.TEXT: _("tên hoặc mã một loại văn bản")
        if column.holds_code
        else _("một đoạn chữ"),
        ColumnKind.INTEGER: _("một số nguyên"),
        ColumnKind.DECIMAL: _("một số (phần thập phân sau dấu phẩy)"),
        ColumnKind.DATE: _("một ngày dạng dd/mm/yyyy"),
        ColumnKind.MOMENT: _("ngày và giờ dạng dd/mm/yyyy hh:mm"),
        ColumnKind.TRUTH: _("Có hoặc Không"),
        ColumnKind.CHOICE: _(
            "chọn trong danh sách: {labels}",
            labels=", ".join(f"“{label}”" for label in labels(column)),
        ),
    }
