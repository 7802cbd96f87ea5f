"""Sheets and files out of which nothing was read: said as an error with its cause, never passed over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from vbgen.errors import Place, Problem
from vbgen.intake.lists.gathering import ListReading
from vbgen.intake.sources.values import SeenSheet
from vbgen.messages import _

_LOST: Final = re.compile(r"[^\W\d_]\?|\?[^\W\d_]")
_FEW: Final = 2  # cells of a row, rows of a sheet: less is a remark, no list


def unread_sheets(
    sheets: Sequence[SeenSheet], found: Sequence[ListReading], parts: Mapping[str, object]
) -> Iterator[Problem]:
    """An error for each sheet with a table of which no word was understood; for a paper, where it has no parts."""
    for sheet, reading in zip(sheets, found, strict=True):
        is_silent = not (reading.people or reading.left or reading.stated or reading.fingerprints)
        if is_silent and not parts and _has_table(sheet):
            yield _unread(sheet)


def _has_table(sheet: SeenSheet) -> bool:
    return sum(len(row.own) >= _FEW for row in sheet.rows) >= _FEW


def _unread(sheet: SeenSheet) -> Problem:
    place = Place(file=sheet.place.file, sheet=sheet.place.sheet)
    texts = [cell.text for row in sheet.rows for cell in row.own.values()]
    if sum(_LOST.search(text) is not None for text in texts) * 4 > len(texts):
        message = _("chữ có dấu đã mất khi lưu tệp (thành dấu “?”), nên không đọc được hàng nào.")
        hint = _("Hãy lưu lại từ tệp gốc, dạng Excel (.xlsx).")
        return Problem("letters-lost", message, place, hint=hint)
    message = _("có bảng {count} hàng mà không đọc được người nào.", count=len(sheet.rows))
    hint = _(
        "Hãy đặt trên bảng một hàng tiêu đề, ví dụ: STT, Họ và tên, Đơn vị, Hình thức khen thưởng."
    )
    return Problem("list-unread", message, place, hint=hint)
