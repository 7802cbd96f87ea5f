"""Cells put into a workbook of others: its sheets are changed there and nowhere else, all else stays as it lies."""

from collections.abc import Iterator, Mapping

from lxml import etree

from vbgen.word.package.bounds import WORKBOOK
from vbgen.word.package.opening import OpenedZip, open_archive
from vbgen.word.package.xml import RELS, parse_xml, xml_bytes
from vbgen.word.package.zipwriter import zipped

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOOK = "xl/workbook.xml"

Cells = Mapping[tuple[int, int], str | int]  # row and column, from 1; row -1, -2 … behind the last


def put_cells(data: bytes, file: str, sheets: Mapping[str, Cells]) -> bytes:
    """The workbook with these cells filled, by title of the sheet; a sheet that was hidden is shown.

    `data` was found safe. Pictures, comments, formats and formulas of the workbook stay; KeyError for an unknown sheet.
    """
    archive = open_archive(data, WORKBOOK)
    book = parse_xml(archive.read(_BOOK), file, _BOOK)
    members = dict(_members(archive, book, file))
    changed = {
        members[title]: _filled(archive, members[title], file, cells)
        for title, cells in sheets.items()
    }
    for sheet in book.iter(_of(book, "sheet")):
        if sheet.get("name") in sheets:
            _without(sheet, "state")
    changed[_BOOK] = xml_bytes(book)
    return zipped({name: changed.get(name) or archive.read(name) for name in archive})


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


def _filled(archive: OpenedZip, member: str, file: str, cells: Cells) -> bytes:
    root = parse_xml(archive.read(member), file, member)
    for dimension in root.findall(_of(root, "dimension")):
        root.remove(dimension)
    data = root.find(_of(root, "sheetData"))
    if data is None:
        raise KeyError(member)
    last = max((_number(row) for row in data if _says_anything(row)), default=0)
    for (row, column), value in sorted(cells.items(), key=lambda each: _place(each[0], last)):
        _put(root, data, _place((row, column), last), value)
    return xml_bytes(root)


def _place(at: tuple[int, int], last: int) -> tuple[int, int]:
    row, column = at
    return (row if row > 0 else last - row, column)


def _says_anything(row: etree._Element) -> bool:
    return any(len(cell) for cell in row)


def _number(row: etree._Element) -> int:
    return int(row.get("r") or 0)


def _put(root: etree._Element, data: etree._Element, at: tuple[int, int], value: str | int) -> None:
    row = _row(data, at[0])
    _without(row, "spans")
    cell = _cell(row, at)
    if cell.get("s") is None and (style := _style(root, at[1])):
        cell.set("s", style)
    for child in list(cell):
        cell.remove(child)
    _fill(cell, value)


def _fill(cell: etree._Element, value: str | int) -> None:
    if isinstance(value, int):
        _without(cell, "t")
        etree.SubElement(cell, _of(cell, "v")).text = str(value)
        return
    cell.set("t", "inlineStr")
    text = etree.SubElement(etree.SubElement(cell, _of(cell, "is")), _of(cell, "t"))
    text.set(_SPACE, "preserve")
    text.text = value


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


def column_of(cell: str) -> int:
    """2 for `B7`."""
    number = 0
    for letter in cell.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number


def letters(column: int) -> str:
    """`AB` for 28."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _of(root: etree._Element, tag: str) -> str:
    """The full name of an element in the vocabulary of its part, the usual one or the strict."""
    return f"{{{etree.QName(root).namespace}}}{tag}"
