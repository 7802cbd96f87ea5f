"""Workbooks of older and other kinds: .xls, .xlsb and .ods, read by a bounded program of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NoReturn

from vbgen.messages import _
from vbgen.word.package.bounds import SHEETS, WORKBOOK
from vbgen.word.package.file_kinds import OleKind, ZipKind
from vbgen.word.package.foreign.bounded import BoundedProgramError, answer_of
from vbgen.word.package.foreign.file_look import FileLook
from vbgen.word.package.opening import FlawError, open_archive
from vbgen.word.package.workbook import refuse
from vbgen.words.numbers import vn_number

READ_HERE: tuple[FileLook, ...] = (OleKind.WORKBOOK, ZipKind.BINARY_WORKBOOK, ZipKind.OPEN_SHEET)
_CHILD = "vbgen.word.package.foreign.child"
_MOST_MERGED = 100_000  # cells that one merged range may cover


@dataclass(frozen=True, slots=True)
class ForeignSheet:
    """One sheet: its cells by row and column (from 1), and the corners of merged ranges."""

    title: str
    is_hidden: bool
    cells: Mapping[tuple[int, int], object]
    merged: tuple[tuple[int, int, int, int], ...]


def foreign_sheets(data: bytes, kind: FileLook, name: str) -> tuple[ForeignSheet, ...]:
    """Every sheet of such a workbook; raises UnreadableFileError for what is damaged, locked or beyond the bounds."""
    if isinstance(kind, ZipKind):
        _check_zip(data, name)
    answer = _asked(data, name)
    if "fault" in answer:
        _refuse(str(answer["fault"]), name)
    return tuple(map(_sheet, answer["sheets"]))


def _check_zip(data: bytes, name: str) -> None:
    try:
        archive = open_archive(data, WORKBOOK)
        for member in archive:
            archive.read(member)
    except FlawError:
        _refuse("damaged", name)


def _asked(data: bytes, name: str) -> dict[str, Any]:
    """What the program says of the workbook."""
    try:
        return answer_of(_CHILD, str(SHEETS.rows), str(SHEETS.cells), data=data)
    except BoundedProgramError as fault:
        _refuse("cells" if fault.is_late else "damaged", name)


def _refuse(fault: str, name: str) -> NoReturn:
    if fault == "rows":
        rows = vn_number(SHEETS.rows)
        sentence = _("một trang có hơn {limit} hàng; hãy xóa hàng thừa.", limit=rows)
        refuse(name, "too-many-rows", sentence)
    if fault == "cells":
        cells = vn_number(SHEETS.cells)
        refuse(name, "too-many-cells", _("có hơn {limit} ô; hãy chia nhỏ tệp.", limit=cells))
    if fault == "locked":
        sentence = _("tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại.")
        refuse(name, "encrypted-file", sentence)
    sentence = _(
        "bảng tính này (.xls, .xlsb hay .ods) bị hỏng hoặc quá lớn; hãy mở bằng Excel và lưu thành .xlsx (Save As)."
    )
    refuse(name, "damaged-file", sentence)


def _sheet(told: Mapping[str, Any]) -> ForeignSheet:
    cells = {(row, column): _value(kind, value) for row, column, kind, value in told["cells"]}
    merged = tuple(
        (top, left, bottom, right)
        for top, left, bottom, right in told["merged"]
        if (bottom - top + 1) * (right - left + 1) <= _MOST_MERGED
    )
    return ForeignSheet(told["title"], told["hidden"], cells, merged)


def _value(kind: str, value: Any) -> object:  # noqa: ANN401 - of JSON
    match kind:
        case "datetime":
            return datetime.fromisoformat(value)
        case "date":
            return date.fromisoformat(value)
        case "time":
            return time.fromisoformat(value)
        case "timedelta":
            return timedelta(seconds=value)
    return value
