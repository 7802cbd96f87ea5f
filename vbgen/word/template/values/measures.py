"""Colours, sizes of letters and spans of cells: what Word takes, and why another value is refused."""

import re
from typing import Final

from vbgen.messages import _
from vbgen.word.template.printable import Refusal

_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}|auto")
_MOST_HALF_POINTS: Final = 3276  # Word's 1638 pt
_MOST_COLUMNS: Final = 63  # of a table of Word's
_FORMAT: Final = re.compile(  # begins with what all share: there the search finds it quickly
    r'<w:(?:(?:color w:val|shd\b[^<>]*? w:fill)="(?P<colour>[^"]*)"|sz w:val="(?P<size>[^"]*)")'
)
_NUMBER: Final = re.compile(r"[0-9]{1,4}")


def unfit_format(xml: str) -> Refusal | None:
    """Why the runs of a formatted text cannot be printed: the first colour or size that Word does not know."""
    for found in _FORMAT.finditer(xml):
        refused = unfit_colour(found["colour"]) if found["size"] is None else _size(found["size"])
        if refused:
            return refused
    return None


def unfit_colour(text: str) -> Refusal | None:
    """Why a colour is refused; `None` for six hexadecimal digits and for `auto`."""
    if _COLOUR.fullmatch(text):
        return None
    hint = _("Hãy ghi màu bằng sáu chữ số hệ mười sáu, ví dụ “C00000”.")
    return Refusal("value-unfit", _("Màu “{found}” không dùng được.", found=text), hint)


def _size(text: str) -> Refusal | None:
    if _is_number(text, _MOST_HALF_POINTS):
        return None
    hint = _("Hãy ghi cỡ chữ bằng số nguyên, tính theo nửa điểm: 28 là cỡ chữ 14.")
    return Refusal("value-unfit", _("Cỡ chữ “{found}” không dùng được.", found=text), hint)


def unfit_span(text: str) -> Refusal | None:
    """Why a number of columns is refused; `None` for a whole number that a table of Word's can have."""
    if _is_number(text, _MOST_COLUMNS):
        return None
    hint = _("Hãy ghi một số nguyên từ 1 đến {most}.", most=_MOST_COLUMNS)
    return Refusal("value-unfit", _("Số cột “{found}” không dùng được.", found=text), hint)


def _is_number(text: str, most: int) -> bool:
    return bool(_NUMBER.fullmatch(text)) and 0 < int(text) <= most
