"""A workbook's sheets as grids of entries: plain rows as they are spelt, all else by openpyxl, once a cell."""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from vbgen.campaign.cells.entries import TypedValue
from vbgen.campaign.reading.cell_entries import Fonts, entry_of
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.known_sheets import KnownSheets
from vbgen.campaign.reading.plain_cells import PlainCells
from vbgen.errors import Place
from vbgen.files import DAMAGE
from vbgen.messages import _
from vbgen.word.package.sheets.cell_names import letters
from vbgen.word.package.sheets.plain_rows import PlainRow
from vbgen.word.package.workbook import SafeWorkbook, refuse, without_drawings

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def read_grids(workbook: SafeWorkbook, name: str) -> tuple[Grid, ...]:
    """Every worksheet of a workbook that was found safe; raises UnreadableFileError for a damaged one."""
    try:
        return _grids(workbook, name)
    except DAMAGE as error:
        refuse(
            name,
            "damaged-file",
            _("tệp Excel bị hỏng bên trong; hãy mở bằng Excel, lưu lại rồi thử lại."),
            error,
        )


def _grids(workbook: SafeWorkbook, name: str) -> tuple[Grid, ...]:
    known = KnownSheets.of(workbook, name)
    return known.keep([] if known.is_all else list(_read(workbook, known, name)))


def _read(workbook: SafeWorkbook, known: KnownSheets, name: str) -> Iterator[tuple[str, Grid]]:
    """Part and grid of each sheet that is not known; of every one where their order is not."""
    data = without_drawings(workbook.data, known.hollow)
    reader = _opened(data, computed=False)
    sheets = list(reader.wb.worksheets)
    formulas = any(cell.data_type == "f" for sheet in sheets for cell in _cells(sheet))
    results = _opened(data, computed=True).wb if formulas else None
    for sheet, member in zip(sheets, _members(reader), strict=True):
        if member in known.grids:
            yield member, known.grids[member]
            continue
        same = results[sheet.title] if results else None
        place = Place(file=name, sheet=sheet.title)
        rows = {at: dict(sorted(row.items())) for at, row in _rows(sheet, same, place).items()}
        both: dict[int, Mapping[int, TypedValue]] = {**rows}
        _add_plain(both, sheet, workbook.rows.get(member, ()), reader.shared_strings, name)
        yield member, _grid(sheet, both, name)


def _opened(data: bytes, *, computed: bool) -> Any:  # noqa: ANN401 - openpyxl is untyped
    """The reader of openpyxl after its work: the workbook, and what it keeps of the package."""
    from openpyxl.reader.excel import ExcelReader

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl drops (pictures, new lists) is no data
        reader = ExcelReader(BytesIO(data), data_only=computed, rich_text=True, keep_links=False)
        reader.read()
    return reader


def _members(reader: Any) -> list[str]:  # noqa: ANN401 - as above
    """The part of each worksheet, as openpyxl went through them; ValueError for a sheet that it would leave out."""
    if not all(sheet.id for sheet in reader.parser.sheets):
        raise ValueError(reader.parser.sheets)
    relations = [relation for _sheet, relation in reader.parser.find_sheets()]
    if lost := {relation.target for relation in relations} - set(reader.valid_files):
        raise ValueError(lost)
    return [each.target for each in relations if "chartsheet" not in each.Type]


def _add_plain(
    rows: dict[int, Mapping[int, TypedValue]],
    sheet: "Worksheet",
    plain: Sequence[PlainRow],
    shared: Sequence[object],
    name: str,
) -> None:
    """Add the rows that openpyxl did not see, without what merged cells cover."""
    place, is_1904 = Place(file=name, sheet=sheet.title), _counts_from_1904(sheet)
    covered = _covered_by_others(sheet) if plain else {}
    for number, entries in PlainCells(sheet, shared, place, is_1904=is_1904).rows(plain):
        hidden = covered.get(number, ())
        if hidden:
            rows[number] = {at: entry for at, entry in entries.items() if at not in hidden}
        else:
            rows[number] = entries


def _covered_by_others(sheet: "Worksheet") -> dict[int, set[int]]:
    """Row → columns of the cells that a merged cell before them covers."""
    covered: dict[int, set[int]] = {}
    for merged in sheet.merged_cells.ranges:
        for row, column in list(merged.cells)[1:]:
            covered.setdefault(row, set()).add(column)
    return covered


def _cells(sheet: "Worksheet") -> Iterator[Any]:
    """The cells that the file holds; a lone cell far out does not make a plain of empty ones."""
    return iter(sheet._cells.values())  # noqa: SLF001 - iter_rows would create every cell up to the farthest


def _grid(sheet: "Worksheet", rows: Mapping[int, Mapping[int, TypedValue]], name: str) -> Grid:
    hidden = (row for row, dimension in sheet.row_dimensions.items() if dimension.hidden)
    return Grid(
        Place(file=name, sheet=sheet.title),
        sheet.title,
        {row: rows[row] for row in sorted(rows) if rows[row]},
        _covered(sheet),
        frozenset(rows.keys() & set(hidden)),
        tuple(_columns(each) for each in sheet.column_dimensions.values() if each.hidden),
        sheet.sheet_state != "visible",
        _strikes(sheet),
    )


def _strikes(sheet: "Worksheet") -> bool:
    """Whether any font of the workbook is struck through."""
    book: Any = sheet.parent
    return any(font.strike for font in book._fonts) if book is not None else False  # noqa: SLF001 - openpyxl tells of no private names


def _rows(
    sheet: "Worksheet", results: "Worksheet | None", place: Place
) -> dict[int, dict[int, TypedValue]]:
    """TypedRow → column → what stands there."""
    rows: dict[int, dict[int, TypedValue]] = {}
    is_1904, fonts = _counts_from_1904(sheet), Fonts(sheet)
    for cell in _cells(sheet):
        if cell.value is not None:
            at = Place(place.file, place.sheet, f"{letters(cell.column)}{cell.row}")
            entry = entry_of(cell, results, at, fonts)
            rows.setdefault(cell.row, {})[cell.column] = (
                entry._replace(epoch_1904=True) if is_1904 else entry
            )
    return rows


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
