"""A cell as openpyxl reads it as an entry: its value, its number format, and what its fonts tell."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from vbgen.campaign.cells.entries import Broken, TypedValue
from vbgen.campaign.cells.markers import EXAMPLE_GREY
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.emphasis import MarkedSpan
from vbgen.words.legacy.charsets import charset_of_font

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ESCAPE = re.compile(
    r"_x(00[01][0-9A-Fa-f])_"
)  # openpyxl resolves Excel's escape of the underscore by itself
_NO_LOOK = (False, False)


class _FontLook(NamedTuple):
    """What a font tells."""

    charset_font: str = ""  # its name, where that tells a charset
    look: tuple[bool, bool] = _NO_LOOK  # bold, italic
    is_grey: bool = False  # as the form's examples are
    is_struck: bool = False


class Fonts:
    """What each cell's font tells, looked up once a font of the workbook: its charset, its look, and its grey."""

    def __init__(self, sheet: "Worksheet") -> None:
        book: Any = sheet.parent  # openpyxl tells of no private names
        self._fonts = book._fonts if book is not None else ()  # noqa: SLF001 - a proxy a cell is slow
        self._telling: dict[int, _FontLook] = {}

    def of(self, cell: Any) -> str:  # noqa: ANN401 - openpyxl's cells are untyped
        """The font's name; empty where it tells nothing."""
        return self._told(cell).charset_font

    def look(self, cell: Any) -> tuple[bool, bool]:  # noqa: ANN401 - as above
        """Whether the whole cell is bold, italic."""
        return self._told(cell).look

    def is_grey(self, cell: Any) -> bool:  # noqa: ANN401 - as above
        """Whether it has the colour of the form's examples."""
        return self._told(cell).is_grey

    def is_struck(self, cell: Any) -> bool:  # noqa: ANN401 - as above
        """Whether the whole cell is struck through."""
        return self._told(cell).is_struck

    def _told(self, cell: Any) -> _FontLook:  # noqa: ANN401 - as above
        number = cell._style.fontId if cell.has_style else 0  # noqa: SLF001 - as above
        if number not in self._telling:
            known = number < len(self._fonts)
            self._telling[number] = _told_by(self._fonts[number]) if known else _FontLook()
        return self._telling[number]


def _told_by(font: Any) -> _FontLook:  # noqa: ANN401 - as above
    """Its name where it tells a charset, bold and italic; the grey of an example is no look of what is typed there."""
    name = font.name or ""
    colour = getattr(font.color, "rgb", None)
    is_grey = isinstance(colour, str) and colour.endswith(EXAMPLE_GREY)
    look = _NO_LOOK if is_grey else (bool(font.b), bool(font.i))
    return _FontLook(name if charset_of_font(name) else "", look, is_grey, bool(font.strike))


def entry_of(
    cell: Any,  # noqa: ANN401 - openpyxl's cells are untyped
    results: "Worksheet | None",
    place: Place,
    fonts: Fonts,
) -> TypedValue:
    """What stands in a cell; of a formula, its result in `results`."""
    if cell.data_type == "f":
        return _computed(cell, results, place, fonts)
    if cell.data_type == "e":
        return TypedValue(cell_error(str(cell.value)), place)
    grey, struck = fonts.is_grey(cell), fonts.is_struck(cell)
    if cell.data_type in {"s", "inlineStr", "str"}:
        text, runs, looks = resolved(str(cell.value)), _runs(cell, fonts), _looks(cell, fonts)
        return TypedValue(text, place, runs=runs, looks=looks, in_grey=grey, is_struck=struck)
    return TypedValue(cell.value, place, cell.number_format, in_grey=grey, is_struck=struck)


def _computed(
    cell: Any,  # noqa: ANN401 - as above
    results: "Worksheet | None",
    place: Place,
    fonts: Fonts,
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
    return entry_of(result, None, place, fonts)._replace(remarks=(remark,))


def cell_error(code: str) -> Broken:
    """What a cell holds that shows an error of Excel, such as `#N/A`."""
    return Broken("cell-error", _("ô báo lỗi {code} của Excel.", code=code))


def _runs(cell: Any, fonts: Fonts) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - as above
    """Font and text of each run; empty when no font is one of a legacy charset."""
    if not isinstance(cell.value, list):  # rich text is a list of runs
        own = fonts.of(cell)
        return ((own, resolved(str(cell.value))),) if own else ()
    own = cell.font.name or ""
    runs = tuple(_run(part, own) for part in cell.value)
    return runs if any(charset_of_font(font) for font, _text in runs) else ()


def _looks(cell: Any, fonts: Fonts) -> tuple[MarkedSpan, ...]:  # noqa: ANN401 - as above
    """The pieces of a text; empty when none is bold or italic."""
    own = fonts.look(cell)
    if not isinstance(cell.value, list):
        return (MarkedSpan(resolved(str(cell.value)), *own),) if any(own) else ()
    pieces = tuple(_piece(part, own) for part in cell.value)
    return pieces if any(any(piece.look) for piece in pieces) else ()


def _piece(part: Any, own: tuple[bool, bool]) -> MarkedSpan:  # noqa: ANN401 - as above
    if isinstance(part, str):
        return MarkedSpan(resolved(part), *own)
    return MarkedSpan(resolved(part.text), bool(part.font.b), bool(part.font.i))


def _run(part: Any, own: str) -> tuple[str, str]:  # noqa: ANN401 - as above
    if isinstance(part, str):
        return own, resolved(part)
    return part.font.rFont or own, resolved(part.text)


def resolved(text: str) -> str:
    """The text with Excel's marks for line ends and control characters (`_x000D_`) resolved."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
