"""A workbook's sheets as grids of entries: openpyxl is read here, once a cell."""

import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from vbgen.campaign.cells.entries import Broken, TypedValue
from vbgen.campaign.cells.markers import EXAMPLE_GREY
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.emphasis import Span
from vbgen.word.package.workbook import refuse, without_drawings
from vbgen.words.legacy.charsets import charset_of_font

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ESCAPE = re.compile(
    r"_x(00[01][0-9A-Fa-f])_"
)  # openpyxl resolves Excel's escape of the underscore by itself
_NO_LOOK = (False, False)
DAMAGE = (  # what openpyxl and the parsers under it raise; their faults of XML are all SyntaxErrors
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its entries by row and column (from 1), without the empty ones."""

    place: Place
    title: str
    rows: Mapping[int, Mapping[int, TypedValue]]
    covered: Mapping[tuple[int, int], tuple[int, int]] = field(
        default_factory=dict
    )  # merged cell → first cell
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[str, ...] = ()
    is_hidden: bool = False

    def at(self, row: int, column: int) -> TypedValue | None:
        """The entry of a cell; a merged cell shows that of its first."""
        row, column = self.covered.get((row, column), (row, column))
        return self.rows.get(row, {}).get(column)

    def place_at(self, row: int, column: int) -> Place:
        """The place of a cell, filled or not."""
        return replace(self.place, cell=f"{letters(column)}{row}")


def letters(column: int) -> str:
    """`A` for 1, `AB` for 28."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def read_grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every worksheet of a workbook that was found safe; raises UnreadableFileError for a damaged one."""
    try:
        book = _open(data, computed=False)
        sheets = list(book.worksheets)
        formulas = any(cell.data_type == "f" for sheet in sheets for cell in _cells(sheet))
        results = _open(data, computed=True) if formulas else None
        return tuple(
            _grid(sheet, results[sheet.title] if results else None, name) for sheet in sheets
        )
    except DAMAGE as error:
        refuse(
            name,
            "damaged-file",
            _("sổ Excel bị hỏng bên trong; hãy mở bằng Excel, lưu lại rồi thử lại."),
            error,
        )


def _open(data: bytes, *, computed: bool) -> "Workbook":
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl drops (pictures, new lists) is no data
        return openpyxl.load_workbook(
            BytesIO(without_drawings(data)), data_only=computed, rich_text=True, keep_links=False
        )


def _cells(sheet: "Worksheet") -> Iterator[Any]:
    """The cells that the file holds; a lone cell far out does not make a plain of empty ones."""
    return iter(sheet._cells.values())  # noqa: SLF001 - iter_rows would create every cell up to the farthest


def _grid(sheet: "Worksheet", results: "Worksheet | None", name: str) -> Grid:
    rows = _rows(sheet, results, Place(file=name, sheet=sheet.title))
    hidden = (row for row, dimension in sheet.row_dimensions.items() if dimension.hidden)
    return Grid(
        Place(file=name, sheet=sheet.title),
        sheet.title,
        {row: dict(sorted(rows[row].items())) for row in sorted(rows)},
        _covered(sheet),
        frozenset(rows.keys() & set(hidden)),
        tuple(_columns(each) for each in sheet.column_dimensions.values() if each.hidden),
        sheet.sheet_state != "visible",
    )


def _rows(
    sheet: "Worksheet", results: "Worksheet | None", place: Place
) -> dict[int, dict[int, TypedValue]]:
    """TypedRow → column → what stands there."""
    rows: dict[int, dict[int, TypedValue]] = {}
    is_1904, fonts = _counts_from_1904(sheet), _Fonts(sheet)
    for cell in _cells(sheet):
        if cell.value is not None:
            at = Place(place.file, place.sheet, f"{letters(cell.column)}{cell.row}")
            entry = _entry(cell, results, at, fonts)
            rows.setdefault(cell.row, {})[cell.column] = (
                replace(entry, epoch_1904=True) if is_1904 else entry
            )
    return rows


class _Fonts:
    """What each cell's font tells, looked up once a font of the workbook: its charset, and bold or italic."""

    def __init__(self, sheet: "Worksheet") -> None:
        book: Any = sheet.parent  # openpyxl tells of no private names
        self._fonts = book._fonts if book is not None else ()  # noqa: SLF001 - a proxy a cell is slow
        self._telling: dict[int, tuple[str, tuple[bool, bool]]] = {}

    def of(self, cell: Any) -> str:  # noqa: ANN401 - openpyxl's cells are untyped
        """The font's name; empty where it tells nothing."""
        return self._told(cell)[0]

    def look(self, cell: Any) -> tuple[bool, bool]:  # noqa: ANN401 - as above
        """Whether the whole cell is bold, italic."""
        return self._told(cell)[1]

    def _told(self, cell: Any) -> tuple[str, tuple[bool, bool]]:  # noqa: ANN401 - as above
        number = cell._style.fontId if cell.has_style else 0  # noqa: SLF001 - as above
        if number not in self._telling:
            known = number < len(self._fonts)
            self._telling[number] = _told_by(self._fonts[number]) if known else ("", _NO_LOOK)
        return self._telling[number]


def _told_by(font: Any) -> tuple[str, tuple[bool, bool]]:  # noqa: ANN401 - as above
    """Its name where it tells a charset, bold and italic; the grey of an example is no look of what is typed there."""
    name = font.name or ""
    colour = getattr(font.color, "rgb", None)
    is_example = isinstance(colour, str) and colour.endswith(EXAMPLE_GREY)
    look = _NO_LOOK if is_example else (bool(font.b), bool(font.i))
    return name if charset_of_font(name) else "", look


def _counts_from_1904(sheet: "Worksheet") -> bool:
    """Whether the workbook's days count as those of the first Macintosh do."""
    return sheet.parent is not None and sheet.parent.epoch.year == 1904  # noqa: PLR2004 - the Macintosh calendar


def _columns(dimension: Any) -> str:  # noqa: ANN401 - openpyxl reads these as bare attributes
    first, last = letters(dimension.min), letters(dimension.max)
    return first if first == last else f"{first}–{last}"


def _covered(sheet: "Worksheet") -> dict[tuple[int, int], tuple[int, int]]:
    covered = {}
    for merged in sheet.merged_cells.ranges:
        for row, column in merged.cells:
            covered[row, column] = (merged.min_row, merged.min_col)
    return covered


def _entry(
    cell: Any,  # noqa: ANN401 - openpyxl's cells are untyped
    results: "Worksheet | None",
    place: Place,
    fonts: _Fonts,
) -> TypedValue:
    if cell.data_type == "f":
        return _computed(cell, results, place, fonts)
    if cell.data_type == "e":
        return TypedValue(_error(str(cell.value)), place)
    if cell.data_type in {"s", "inlineStr", "str"}:
        text = _unescaped(str(cell.value))
        return TypedValue(text, place, runs=_runs(cell, fonts), looks=_looks(cell, fonts))
    return TypedValue(cell.value, place, cell.number_format)


def _computed(
    cell: Any,  # noqa: ANN401 - as above
    results: "Worksheet | None",
    place: Place,
    fonts: _Fonts,
) -> TypedValue:
    result = results.cell(cell.row, cell.column) if results else cell
    if result.value is None and result.data_type != "str":
        missing = _(
            "công thức chưa có kết quả được lưu; hãy mở tệp bằng Excel, bấm Lưu rồi thử lại."
        )
        return TypedValue(Broken("formula-without-value", missing), place)
    if result.value is None:
        return TypedValue(None, place)
    remark = Problem(
        "formula-read", _("ô là công thức; dùng kết quả đã lưu."), place, Severity.NOTE
    )
    return replace(_entry(result, None, place, fonts), remarks=(remark,))


def _error(code: str) -> Broken:
    return Broken("cell-error", _("ô báo lỗi {code} của Excel.", code=code))


def _runs(cell: Any, fonts: _Fonts) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - as above
    """Font and text of each run; empty when no font is one of a legacy charset."""
    if not isinstance(cell.value, list):  # rich text is a list of runs
        own = fonts.of(cell)
        return ((own, _unescaped(str(cell.value))),) if own else ()
    own = cell.font.name or ""
    runs = tuple(_run(part, own) for part in cell.value)
    return runs if any(charset_of_font(font) for font, _text in runs) else ()


def _looks(cell: Any, fonts: _Fonts) -> tuple[Span, ...]:  # noqa: ANN401 - as above
    """The pieces of a text; empty when none is bold or italic."""
    own = fonts.look(cell)
    if not isinstance(cell.value, list):
        return (Span(_unescaped(str(cell.value)), *own),) if any(own) else ()
    pieces = tuple(_piece(part, own) for part in cell.value)
    return pieces if any(any(piece.look) for piece in pieces) else ()


def _piece(part: Any, own: tuple[bool, bool]) -> Span:  # noqa: ANN401 - as above
    if isinstance(part, str):
        return Span(_unescaped(part), *own)
    return Span(_unescaped(part.text), bool(part.font.b), bool(part.font.i))


def _run(part: Any, own: str) -> tuple[str, str]:  # noqa: ANN401 - as above
    if isinstance(part, str):
        return own, _unescaped(part)
    return part.font.rFont or own, _unescaped(part.text)


def _unescaped(text: str) -> str:
    """The text with Excel's marks for line ends and control characters (`_x000D_`) resolved."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
