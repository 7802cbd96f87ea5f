"""Sheets that are no .xlsx as grids of entries: .xls, .xlsb, .ods, and .csv in Unicode or windows-1258.

What these files do not tell is not there: fonts, number formats, hidden rows, formulas; a .csv has no sheets.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import PurePosixPath

from vbgen.campaign.cells.entries import TypedValue
from vbgen.campaign.reading.grid import Grid
from vbgen.errors import Place
from vbgen.messages import _
from vbgen.word.package.bounds import SHEETS
from vbgen.word.package.foreign.file_look import FileLook
from vbgen.word.package.foreign.workbooks import ForeignSheet, foreign_sheets
from vbgen.word.package.sheets.cell_names import letters
from vbgen.word.package.workbook import refuse
from vbgen.words.numbers import vn_number
from vbgen.words.syllables import is_syllable

_DELIMITERS = ";,\t|"
_MARKED = re.compile(r"[^\W\d_]*[^\W\d_a-zA-Z][^\W\d_]*")  # words with a letter beyond ASCII
_LINES_LOOKED_AT = 30


def foreign_grids(data: bytes, kind: FileLook, name: str) -> tuple[Grid, ...]:
    """Every sheet of a workbook of an older or other kind."""
    return tuple(_grid(sheet, name) for sheet in foreign_sheets(data, kind, name))


def csv_grid(data: bytes, name: str) -> tuple[Grid, ...]:
    """The one table of a CSV file, called as Excel calls it: by the file's name without its ending."""
    title = PurePosixPath(name).stem
    place = Place(file=name, sheet=title)
    text = _decoded(data, name)
    rows: dict[int, Mapping[int, TypedValue]] = {}
    cells = 0
    for number, values in enumerate(_lines(text, name), start=1):
        filled = {at: value for at, value in enumerate(values, start=1) if value.strip()}
        cells += len(filled)
        if number > SHEETS.rows or cells > SHEETS.cells:
            limit = vn_number(SHEETS.rows)
            refuse(name, "too-many-rows", _("có hơn {limit} hàng; hãy chia nhỏ tệp.", limit=limit))
        if filled:
            rows[number] = {at: _typed(value, place, number, at) for at, value in filled.items()}
    return (Grid(place, title, rows),)


def _grid(sheet: ForeignSheet, name: str) -> Grid:
    place = Place(file=name, sheet=sheet.title)
    rows: dict[int, dict[int, TypedValue]] = {}
    for (row, column), value in sorted(sheet.cells.items()):
        rows.setdefault(row, {})[column] = _typed(value, place, row, column)
    covered = {
        (row, column): (top, left)
        for top, left, bottom, right in sheet.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    return Grid(place, sheet.title, rows, covered, is_hidden=sheet.is_hidden)


def _typed(value: object, place: Place, row: int, column: int) -> TypedValue:
    return TypedValue(value, Place(place.file, place.sheet, f"{letters(column)}{row}"))


def _lines(text: str, name: str) -> Sequence[Sequence[str]]:
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        sentence = _("tệp CSV sai cấu trúc; hãy mở bằng Excel và lưu thành .xlsx.")
        refuse(name, "damaged-file", sentence, error)


def _delimiter(text: str) -> str:
    """What parts the values: the sign that the first lines have most of."""
    head = text.splitlines()[:_LINES_LOOKED_AT]
    return max(_DELIMITERS, key=lambda sign: sum(line.count(sign) for line in head))


def _decoded(data: bytes, name: str) -> str:
    """The text in UTF-8 or UTF-16, in windows-1258 where nearly every word is Vietnamese then, else as Western letters.

    What stands there in TCVN3, VNI or another old charset is looked at cell by cell, as in a workbook.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _unicode(data, "utf-16", name)
    if b"\0" in data:
        refuse(name, "wrong-file-type", _("đây không phải tệp CSV; hãy chọn lại tệp."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _single_bytes(data)


def _unicode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        sentence = _("tệp CSV không đúng mã UTF-16; hãy mở bằng Excel và lưu thành .xlsx.")
        refuse(name, "wrong-encoding", sentence, error)


_MOST_WORDS = 0.8  # the rest are short forms (`CSTĐCS`) and names of other peoples


def _single_bytes(data: bytes) -> str:
    vietnamese = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    words = _MARKED.findall(vietnamese)
    known = sum(map(is_syllable, words))
    fits = known >= _MOST_WORDS * len(words) and "\ufffd" not in vietnamese
    return vietnamese if words and fits else data.decode("cp1252", "replace")
