"""Numbers as a clerk lists them: `7, 12-15`."""

import re
from collections.abc import Iterable

from vbgen.messages import _

_PART = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_LONGEST = 9
_DASH = re.compile(r"\s*[-–]\s*")


def numbers_in(text: str, most: int) -> tuple[int, ...]:
    """`7,12-15` → 7, 12, 13, 14, 15: each once, in order; ValueError with a sentence when one is not in 1…`most`."""
    found: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+", _DASH.sub("-", text))):
        match = _PART.fullmatch(part)
        if match is None:
            raise ValueError(
                _("“{part}” không phải là số hoặc khoảng số; hãy ghi như 7,12-15.", part=part)
            )
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= most:
            raise ValueError(_("“{part}” nằm ngoài khoảng từ 1 đến {most}.", part=part, most=most))
        found.update(range(first, last + 1))
    if not found:
        raise ValueError(_("Chưa ghi số nào; hãy ghi như 7,12-15."))
    return tuple(sorted(found))


def count_in(text: str) -> int:
    """The one number that a text is; 0 for any other text."""
    return int(text) if text.isdecimal() and len(text) <= _LONGEST else 0


def listed(numbers: Iterable[int]) -> str:
    """7, 12, 13, 14, 15 → `7,12-15`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1][-1:] = [runs[-1][-1], number] if len(runs[-1]) == 1 else [number]
        else:
            runs.append([number])
    return ",".join("-".join(map(str, run)) for run in runs)
