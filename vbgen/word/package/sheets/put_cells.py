"""Cells put into a workbook of others: its sheets are changed there and nowhere else, all else stays as it lies."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lxml import etree

from vbgen.word.package.bounds import WORKBOOK
from vbgen.word.package.opening import OpenedZip, open_archive
from vbgen.word.package.sheets.cell_names import column_of, letters, row_of
from vbgen.word.package.sheets.date_formats import date_styles
from vbgen.word.package.sheets.rich_cells import (
    Run,
    carried_over,
    plain_text_node,
    runs_of,
    write_runs,
)
from vbgen.word.package.xml import RELS, parse_xml, xml_bytes
from vbgen.word.package.zipwriter import zipped
from vbgen.words.dates import short_date

_BOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_SHARED = "xl/sharedStrings.xml"
_FIRST_DAY = date(1899, 12, 30)  # of Excel's count; after the leap day of 1900 that never was
_SURE_FROM = date(1900, 3, 1)

Content = str | int | Decimal | date | None  # None: nothing stands there any more
Cells = Mapping[tuple[int, int], Content]  # row and column, from 1; row -1, -2 … behind the last


def put_cells(data: bytes, file: str, sheets: Mapping[str, Cells], *, reveal: bool = True) -> bytes:
    """The workbook with these cells filled, by title of the sheet; with `reveal` a hidden sheet is shown.

    `data` was found safe. Pictures, comments, formats and formulas of the workbook stay, and in a text that is changed
    the looks of the words that stay; where it has formulas, Excel is told to compute them anew. A day stands as one
    where the cell's format shows days, as text elsewhere.
    KeyError for an unknown sheet.
    """
    archive = open_archive(data, WORKBOOK)
    book = parse_xml(archive.read(_BOOK), file, _BOOK)
    members = dict(_members(archive, book, file))
    before = _Before(_date_styles(archive, book, file), _shared(archive, file))
    changed = {
        members[title]: _filled(archive, members[title], file, cells, before)
        for title, cells in sheets.items()
    }
    shown = reveal and _reveal(book, sheets)
    asked = _has_formulas(archive, members.values()) and _ask_for_results(book)
    if shown or asked:
        changed[_BOOK] = xml_bytes(book)
    return zipped({name: changed.get(name) or archive.read(name) for name in archive})


@dataclass(frozen=True, slots=True)
class _Before:
    """What the workbook has that cells refer to."""

    days: frozenset[int]  # formats that show days
    shared: Sequence[etree._Element]  # texts that cells share


def _shared(archive: OpenedZip, file: str) -> list[etree._Element]:
    if _SHARED not in archive:
        return []
    root = parse_xml(archive.read(_SHARED), file, _SHARED)
    return list(root.iterchildren(_of(root, "si")))


def _date_styles(archive: OpenedZip, book: etree._Element, file: str) -> frozenset[int]:
    """The formats of cells that show days; none where days count as on the first Macintosh."""
    if _STYLES not in archive or _counts_from_1904(book):
        return frozenset()
    return date_styles(parse_xml(archive.read(_STYLES), file, _STYLES))


def formula_cells(data: bytes, file: str, title: str) -> frozenset[str]:
    """Names of the cells of a sheet that hold a formula; KeyError for an unknown sheet."""
    archive = open_archive(data, WORKBOOK)
    book = parse_xml(archive.read(_BOOK), file, _BOOK)
    member = dict(_members(archive, book, file))[title]
    content = archive.read(member)
    if b"f>" not in content and b"f " not in content and b"<f/" not in content:
        return frozenset()
    root = parse_xml(content, file, member)
    found = (formula.getparent() for formula in root.iter(_of(root, "f")))
    return frozenset(str(cell.get("r")) for cell in found if cell is not None)


def _reveal(book: etree._Element, sheets: Mapping[str, Cells]) -> bool:
    """Show those sheets; whether any was hidden."""
    hidden = [
        sheet
        for sheet in book.iter(_of(book, "sheet"))
        if sheet.get("name") in sheets and sheet.get("state")
    ]
    for sheet in hidden:
        _without(sheet, "state")
    return bool(hidden)


def _has_formulas(archive: OpenedZip, members: Iterable[str]) -> bool:
    return any(
        re.search(rb"<(?:\w+:)?f[ >]", archive.read(each)) for each in members if each in archive
    )


def _ask_for_results(book: etree._Element) -> bool:
    """Have Excel compute what formulas give when it next opens the file; always true."""
    settings = book.find(_of(book, "calcPr"))
    if settings is None:
        settings = etree.Element(_of(book, "calcPr"))
        before = [book.find(_of(book, name)) for name in ("definedNames", "sheets")]
        last = next(each for each in before if each is not None)
        last.addnext(settings)
    settings.set("fullCalcOnLoad", "1")
    return True


def _counts_from_1904(book: etree._Element) -> bool:
    settings = book.find(_of(book, "workbookPr"))
    return settings is not None and settings.get("date1904") in {"1", "true"}


def _members(archive: OpenedZip, book: etree._Element, file: str) -> Iterator[tuple[str, str]]:
    """Title of each sheet and the part that holds it."""
    rels = "xl/_rels/workbook.xml.rels"
    targets = {
        str(each.get("Id")): str(each.get("Target"))
        for each in parse_xml(archive.read(rels), file, rels).iter(f"{{{RELS}}}Relationship")
    }
    for sheet in book.iter(_of(book, "sheet")):
        target = targets.get(_id(sheet), "")
        yield str(sheet.get("name")), target.lstrip("/") if target[:1] == "/" else f"xl/{target}"


def _id(sheet: etree._Element) -> str:
    return next(
        (str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), ""
    )


def _filled(archive: OpenedZip, member: str, file: str, cells: Cells, before: _Before) -> bytes:
    root = parse_xml(archive.read(member), file, member)
    data = root.find(_of(root, "sheetData"))
    if data is None:
        raise KeyError(member)
    _name_all(data)
    last = max((_number(row) for row in data if _says_anything(row)), default=0)
    placed = {_place(at, last): value for at, value in cells.items()}
    for at, value in sorted(placed.items()):
        _put(root, data, at, value, before)
    _widen(root, placed)
    return xml_bytes(root)


def _name_all(data: etree._Element) -> None:
    """Give rows and cells their names where they only follow each other."""
    number = 0
    for row in data:
        number = _number(row) or number + 1
        row.set("r", str(number))
        column = 0
        for cell in row:
            column = column_of(cell.get("r") or "") or column + 1
            cell.set("r", f"{letters(column)}{number}")


def _widen(root: etree._Element, cells: Iterable[tuple[int, int]]) -> None:
    """Leave out the extent that the sheet claims where a cell now stands beyond it."""
    for dimension in root.findall(_of(root, "dimension")):
        first, _colon, last = str(dimension.get("ref")).partition(":")
        top, bottom = row_of(first), row_of(last or first)
        left, right = column_of(first), column_of(last or first)
        if any(not (top <= row <= bottom and left <= at <= right) for row, at in cells):
            root.remove(dimension)


def _place(at: tuple[int, int], last: int) -> tuple[int, int]:
    row, column = at
    return (row if row > 0 else last - row, column)


def _says_anything(row: etree._Element) -> bool:
    return any(len(cell) for cell in row)


def _number(row: etree._Element) -> int:
    return int(row.get("r") or 0)


def _put(
    root: etree._Element,
    data: etree._Element,
    at: tuple[int, int],
    value: Content,
    before: _Before,
) -> None:
    row = _row(data, at[0])
    _without(row, "spans")
    cell = _cell(row, at)
    if cell.get("s") is None and (style := _style(root, at[1])):
        cell.set("s", style)
    runs = runs_of(cell, before.shared) if isinstance(value, str) else []
    for child in list(cell):
        cell.remove(child)
    _without(cell, "t")
    if isinstance(value, str):
        _write_text(cell, value, runs)
    else:
        _fill(cell, _as_day(value, cell, before.days) if isinstance(value, date) else value)


def _write_text(cell: etree._Element, text: str, runs: Sequence[Run]) -> None:
    """The text; of one with several looks those of the words that stay."""
    if kept := carried_over(runs, text):
        write_runs(cell, kept)
    else:
        _fill(cell, text)


def _as_day(day: date, cell: etree._Element, days: frozenset[int]) -> str | int:
    """The day as Excel counts it where the cell shows days; else as it is written."""
    if int(cell.get("s") or 0) in days and day >= _SURE_FROM:
        return (day - _FIRST_DAY).days
    return short_date(day)


def _fill(cell: etree._Element, value: str | int | Decimal | None) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        is_truth = isinstance(value, bool)
        if is_truth:
            cell.set("t", "b")
        etree.SubElement(cell, _of(cell, "v")).text = str(int(value) if is_truth else value)
        return
    cell.set("t", "inlineStr")
    plain_text_node(etree.SubElement(cell, _of(cell, "is")), value)


def _without(element: etree._Element, attribute: str) -> None:
    if attribute in element.attrib:
        del element.attrib[attribute]


def _row(data: etree._Element, number: int) -> etree._Element:
    behind = len(data)
    for at, row in enumerate(data):
        if _number(row) == number:
            return row
        if _number(row) > number:
            behind = at
            break
    made = etree.Element(_of(data, "row"), r=str(number))
    data.insert(behind, made)
    return made


def _cell(row: etree._Element, at: tuple[int, int]) -> etree._Element:
    name = f"{letters(at[1])}{at[0]}"
    behind = len(row)
    for number, cell in enumerate(row):
        here = column_of(str(cell.get("r")))
        if here == at[1]:
            return cell
        if here > at[1]:
            behind = number
            break
    made = etree.Element(_of(row, "c"), r=name)
    row.insert(behind, made)
    return made


def _style(root: etree._Element, column: int) -> str:
    """The format that the sheet has for that column."""
    for each in root.iter(_of(root, "col")):
        if int(each.get("min") or 0) <= column <= int(each.get("max") or 0):
            return each.get("style") or ""
    return ""


def _of(root: etree._Element, tag: str) -> str:
    """The full name of an element in the vocabulary of its part, the usual one or the strict."""
    return f"{{{etree.QName(root).namespace}}}{tag}"
