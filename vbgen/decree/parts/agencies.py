"""Governing body and issuer told apart: by weight where it tells, else by how the names of agencies begin."""

from collections.abc import Sequence
from typing import Final

from vbgen.decree.parts.line import Line

_HEADS: Final = (
    "uy ban", "ubnd", "hdnd", "hoi dong", "bo ", "so ", "cuc ", "vu ", "vien ", "truong", "dai hoc", "tong cuc",
    "tong cong ty", "cong ty", "tap doan", "ban ", "phong ", "chi cuc", "trung tam", "van phong", "thanh tra",
    "benh vien", "ngan hang", "kho bac", "toa an", "cong an", "lien doan", "cong doan", "hoi ", "doan ", "chu tich",
    "thu tuong", "chinh phu", "quoc hoi", "ten co quan", "ten cq", "chi nhanh", "bao hiem", "to ", "ban", "tinh doan",
    "bch", "dang uy", "dang bo", "chi bo", "dang doan", "tinh uy", "thanh uy", "huyen doan", "xa doan", "thanh doan",
    "ubmttq",
)  # fmt: skip
_JOINTS: Final = (
    "va",
    "-",
    ",",
    "ve",
    "cua",
    "thuoc",
    "nhan dan",
    "cong ty",
    "truong",
)
_OF_PLACES: Final = (
    "tinh",
    "thanh pho",
)  # a place's name follows, or another agency of several words
_WHOLE_HEADS: Final = tuple(head for head in _HEADS if " " in head.strip())


def agencies(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Governing body and issuer among the left column's lines: by weight where it tells, else by their names."""
    if not lines:
        return (), ()
    bold = [line.is_bold for line in lines]
    first_bold = bold.index(True) if True in bold else 0
    if first_bold and all(bold[first_bold:]):
        return lines[:first_bold], lines[first_bold:]
    starts = [
        index
        for index, line in enumerate(lines)
        if index == 0 or begins_name(line, lines[index - 1])
    ]
    return lines[: starts[-1]], lines[starts[-1] :]


def begins_name(line: Line, before: Line) -> bool:
    """Whether a line of the left column begins an agency's name and does not go on with the one above."""
    if before.folded.endswith(_JOINTS) or before.folded in {"uy ban nhan dan", "hoi dong nhan dan"}:
        return False
    heads = _WHOLE_HEADS if before.folded.endswith(_OF_PLACES) else _HEADS
    return f"{line.folded} ".startswith(heads)
