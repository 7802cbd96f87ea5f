"""What a scan says of itself, read beside the paper that was issued: number, day, and the words of the whole."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Final, TypeVar

from vbgen.office.signing.scan_names import IssuedNames, NameReading, read_name
from vbgen.pages.pdf.layout import PrintedLayout, PrintedLine
from vbgen.register import Entry
from vbgen.words.names import fold

_SLASH = r"[/\\|\u2044\u2215_–-]"  # readers take a slash for its look-alikes
_NUMBER = re.compile(
    rf"\bs[o0]\s*[:;.,]*\s*([\dol|]{{1,5}})\s*[a-z]?\s*{_SLASH}+\s*([^\s,;]{{1,30}})"
)
_DIGIT = r"[\dol|]"
_DAY = re.compile(rf"ngay\W*({_DIGIT}{{1,2}})\W*thang\W*({_DIGIT}{{1,2}})\W*nam\W*({_DIGIT}{{4}})")
_READ_AS = str.maketrans("ol|", "011")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR: Final = 0.08  # of the page's height: a sheet lies higher or lower on the glass
_SAME_SYMBOL: Final = 0.6  # of the letters: Đ is read as ĐÐ, S as 5

_Found = TypeVar("_Found")
_Number = tuple[int, str]


@dataclass(frozen=True, slots=True)
class ScanReading:
    """What was read where the issued paper has its number and its day; None for what was not to be read."""

    number: int | None
    symbol: str
    day: date | None
    share: float  # of the issued paper's words, those that the scan has
    says_number: bool  # whether the issued paper itself says one
    says_day: bool
    name: NameReading | None = None  # of a certificate: whose it is

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "number": self.number,
            "symbol": self.symbol,
            "day": self.day and self.day.isoformat(),
            "share_of_words": round(self.share, 2),
            **({"name_likeness": round(self.name.likeness, 2)} if self.name else {}),
        }

    def has_number_of(self, entry: Entry) -> bool:
        """Whether number and symbol are the paper's, as far as letters are read well."""
        return self.number == entry.number and _is_alike(self.symbol, entry.symbol)


def read_scan(
    issued: PrintedLayout, scan: PrintedLayout, entry: Entry, honoured: IssuedNames | None = None
) -> ScanReading:
    """The scan's own words, each looked for where the issued paper has it."""
    has_number, numbers = _compared(issued, scan, _numbers, lambda one: one[0] == entry.number)
    has_day, days = _compared(issued, scan, _days, lambda day: day == entry.day)
    number, symbol = next(iter(numbers), (None, ""))
    share = _share(issued, scan)
    name = read_name(scan, honoured) if honoured else None
    day = next(iter(days), None)
    return ScanReading(number, symbol, day, share, has_number, has_day, name)


def _compared(
    issued: PrintedLayout,
    scan: PrintedLayout,
    read: Callable[[str], Iterator[_Found]],
    is_it: Callable[[_Found], bool],
) -> tuple[bool, list[_Found]]:
    """Whether the issued paper says it, and what the scan says at that place: what is meant first."""
    at = next((line for line in issued.lines if any(map(is_it, read(line.text)))), None)
    if at is None:
        return False, []
    found = list(read(_band(scan, at.page, _height(issued, at))))
    return True, sorted(found, key=lambda one: not is_it(one))


def _height(layout: PrintedLayout, line: PrintedLine) -> float:
    """How far down its page a line stands, of 1."""
    return line.box[1] / layout.sizes[line.page][1]


def _band(scan: PrintedLayout, page: int, height: float) -> str:
    """What is written about that far down the page."""
    lines = [line for line in scan.lines if line.page == page]
    near = [line for line in lines if abs(_height(scan, line) - height) <= _NEAR]
    return "\n".join(line.text for line in near)


def _numbers(text: str) -> Iterator[_Number]:
    for match in _NUMBER.finditer(fold(text)):
        with suppress(ValueError):
            yield int(match[1].translate(_READ_AS)), match[2]


def _days(text: str) -> Iterator[date]:
    for match in _DAY.finditer(fold(text)):
        day, month, year = (int(part.translate(_READ_AS)) for part in match.groups())
        with suppress(ValueError):
            yield date(year, month, day)


def _is_alike(one: str, other: str) -> bool:
    pair = (fold(one), fold(other))
    return SequenceMatcher(None, *pair, autojunk=False).ratio() >= _SAME_SYMBOL


def _share(issued: PrintedLayout, scan: PrintedLayout) -> float:
    wanted, there = _words(issued), _words(scan)
    return len(wanted & there) / len(wanted) if wanted else 1.0


def _words(layout: PrintedLayout) -> set[str]:
    return set(_WORD.findall(fold("\n".join(line.text for line in layout.lines))))
