"""Plain rows of a sheet as entries, by the workbook's own styles: the same as openpyxl would make of their cells."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from vbgen.campaign.cells.entries import PlacedCells, TypedValue
from vbgen.campaign.reading.cell_entries import Fonts, cell_error, entry_of, resolved
from vbgen.errors import Place
from vbgen.word.package.sheets.plain_rows import PlainCell, PlainRow, plain_cell

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_ENTITY = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));", re.ASCII)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Style(NamedTuple):
    """What a style says of the value in a cell."""

    pattern: str
    is_telling: bool  # its font tells a charset, is bold or italic, grey, or struck through
    is_grey: bool
    is_struck: bool
    is_date: bool
    is_duration: bool


class PlainCells:
    """The entries of one sheet's plain rows; what is spelt alike is understood once."""

    def __init__(
        self, sheet: "Worksheet", shared: Sequence[object], place: Place, *, is_1904: bool
    ) -> None:
        self._sheet, self._shared, self._place, self._is_1904 = sheet, shared, place, is_1904
        self._fonts = Fonts(sheet)
        self._columns: dict[str, int] = {}
        self._letters: dict[int, str] = {}
        self._styles: dict[int, _Style] = {}
        self._known: dict[str, TypedValue | None] = {}

    def rows(self, plain: Sequence[PlainRow]) -> Iterator[tuple[int, PlacedCells[int]]]:
        """Number and entries of each row that holds anything."""
        file, sheet = self._place.file, self._place.sheet
        for row in plain:
            if entries := self._entries(row):
                place = Place(file, sheet, str(row.number))
                yield row.number, PlacedCells(entries, self._letters, place)

    def _entries(self, row: PlainRow) -> dict[int, TypedValue]:
        entries: dict[int, TypedValue] = {}
        for letters, spelt in row.spelt():
            known = self._known[spelt] if spelt in self._known else self._understood(spelt)
            if known is not None:
                entries[self._columns.get(letters) or self._column(letters)] = known
        ordered = sorted(entries)
        return entries if ordered == list(entries) else {at: entries[at] for at in ordered}

    def _column(self, letters: str) -> int:
        from openpyxl.utils import column_index_from_string

        column = self._columns[letters] = column_index_from_string(letters)
        self._letters[column] = letters
        return column

    def _understood(self, spelt: str) -> TypedValue | None:
        cell = plain_cell(spelt)
        style = self._styles.get(cell.style) or self._style(cell.style)
        entry = self._entry(cell, style)
        if entry is not None and self._is_1904:
            entry = entry._replace(epoch_1904=True)
        return self._known.setdefault(spelt, entry)

    def _entry(self, cell: PlainCell, style: _Style) -> TypedValue | None:
        match cell.kind:
            case "":
                return None
            case "inlineStr":
                text = _text(cell.content).replace("x005F_", "")  # as openpyxl does
                return self._of_text(text, cell, style)
            case "s":
                return self._of_text(self._shared[int(cell.content)], cell, style)
            case "b":
                truth = bool(int(cell.content))
                return TypedValue(
                    truth,
                    self._place,
                    style.pattern,
                    in_grey=style.is_grey,
                    is_struck=style.is_struck,
                )
            case _:
                return self._of_number(_number(cell.content), style)

    def _of_text(self, text: object, cell: PlainCell, style: _Style) -> TypedValue:
        """A text, plain or rich."""
        if isinstance(text, str) and not style.is_telling:
            return TypedValue(resolved(text), self._place)
        sample: Any = self._sample(cell.style)
        sample._value, sample.data_type = text, "s"  # noqa: SLF001 - as openpyxl's own reader does
        return entry_of(sample, None, self._place, self._fonts)

    def _of_number(self, value: float, style: _Style) -> TypedValue:
        if not style.is_date:
            return TypedValue(
                value, self._place, style.pattern, in_grey=style.is_grey, is_struck=style.is_struck
            )
        from openpyxl.utils.datetime import from_excel

        epoch: Any = self._book.epoch
        try:
            moment = from_excel(value, epoch, timedelta=style.is_duration)
        except (OverflowError, ValueError):  # a day beyond the calendar
            return TypedValue(cell_error("#VALUE!"), self._place)
        return TypedValue(
            moment, self._place, style.pattern, in_grey=style.is_grey, is_struck=style.is_struck
        )

    def _style(self, number: int) -> _Style:
        cell, book = self._sample(number), self._book
        grey, struck = self._fonts.is_grey(cell), self._fonts.is_struck(cell)
        found = _Style(
            cell.number_format,
            bool(self._fonts.of(cell)) or any((*self._fonts.look(cell), grey, struck)),
            grey,
            struck,
            number in book._date_formats,  # noqa: SLF001 - openpyxl tells its readers alone
            number in book._timedelta_formats,  # noqa: SLF001 - as above
        )
        return self._styles.setdefault(number, found)

    def _sample(self, style: int) -> "Cell":
        """A cell of that style, which stands nowhere."""
        from openpyxl.cell.cell import Cell

        array = self._book._cell_styles[style]  # noqa: SLF001 - as above
        return Cell(self._sheet, row=1, column=1, style_array=array)

    @property
    def _book(self) -> Any:  # noqa: ANN401 - openpyxl is untyped
        return self._sheet.parent


def _number(figures: str) -> float:
    """An integer where it is written as one."""
    return int(figures) if figures.lstrip("-").isdigit() else float(figures)


def _text(spelt: str) -> str:
    return _ENTITY.sub(_character, spelt) if "&" in spelt else spelt


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    character = chr(int(decimal) if decimal else int(hexadecimal, 16))
    if _NO_CHARACTER.match(character):
        raise ValueError(match[0])
    return character
