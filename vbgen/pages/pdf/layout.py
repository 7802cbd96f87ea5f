"""Where a PDF file's text stands: its printed lines and strokes, page by page, measured in points."""

from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_uint
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage, PdfTextPage  # type: ignore[import-untyped]

_SAME_ROW: Final = 0.5  # of the height that two boxes of one row share
_THIN_PT: Final = 2.5
_SHORTEST_PT: Final = 12.0
_WIDE_EM: Final = 6.0  # a gap that parts columns
WIDE_GAP_EM: Final = 0.9  # more than an even row needs between two words
_PATH: Final = 2  # FPDF_PAGEOBJ_PATH
_PALE: Final = 0xD0  # of red, green and blue at least
_PICTURE: Final = 3  # FPDF_PAGEOBJ_IMAGE

Box = tuple[
    float, float, float, float
]  # left, top, right, bottom; from the page's upper left corner


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Letters printed in one row without a break; `gaps_em` are its wide blanks, in heights of the row."""

    page: int
    text: str
    box: Box
    gaps_em: tuple[float, ...] = ()

    @property
    def height(self) -> float:
        """Height of the row."""
        return self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class PrintedStroke:
    """A thin line drawn from left to right, or from the top down."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture made of points."""

    page: int
    box: Box

    @property
    def height(self) -> float:
        """How high it stands."""
        return self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class PrintedLayout:
    """The pages of a file, and what stands on those that were looked at."""

    sizes: tuple[tuple[float, float], ...]  # width and height of each page
    lines: tuple[PrintedLine, ...]
    strokes: tuple[PrintedStroke, ...]  # from left to right
    uprights: tuple[PrintedStroke, ...] = ()  # from the top down
    pictures: tuple[PrintedPicture, ...] = ()

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self.sizes)


def layout_of(pdf: Path | bytes, numbers: Sequence[int] | None = None) -> PrintedLayout:
    """Lines and strokes of every page, or of those with the numbers from 0 that there are."""
    from pypdfium2 import PdfDocument

    opened = PdfDocument(pdf)
    try:
        pages = range(len(opened))
        looked = pages if numbers is None else sorted({*pages} & {*numbers})
        found = [_page(opened[number], number) for number in looked]
        return PrintedLayout(
            sizes=tuple(map(opened.get_page_size, pages)),
            lines=tuple(chain.from_iterable(page.lines for page in found)),
            strokes=tuple(chain.from_iterable(page.strokes for page in found)),
            uprights=tuple(chain.from_iterable(page.uprights for page in found)),
            pictures=tuple(chain.from_iterable(page.pictures for page in found)),
        )
    finally:
        opened.close()


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on one page."""

    lines: list[PrintedLine]
    strokes: list[PrintedStroke]
    uprights: list[PrintedStroke]
    pictures: list[PrintedPicture]


def _page(page: "PdfPage", number: int) -> _Page:
    drawn = [_turned(item, page.get_height()) for item in page.get_objects([_PATH]) if _shows(item)]
    return _Page(
        lines=lines_of(page, number),
        strokes=[PrintedStroke(number, box) for box in filter(_is_level, drawn)],
        uprights=[PrintedStroke(number, box) for box in filter(_is_upright, drawn)],
        pictures=[PrintedPicture(number, box) for box in _drawn(page, _PICTURE)],
    )


def lines_of(page: "PdfPage", number: int) -> list[PrintedLine]:
    """The lines of one opened page; `number` is what they are said to stand on."""
    signs = signs_of(page.get_textpage(), page.get_height())
    return [_line(number, row) for row in _rows(signs)]


def _shows(path: "PdfObject") -> bool:
    """Whether a line is drawn so that it bars letters over it: those of a watermark are too pale."""
    from pypdfium2 import raw

    parts = [c_uint() for _colour in range(4)]
    if not raw.FPDFPageObj_GetStrokeColor(path.raw, *map(byref, parts)):
        return True
    return min(part.value for part in parts[:3]) < _PALE


def _drawn(page: "PdfPage", kind: int) -> list[Box]:
    height = page.get_height()
    return [_turned(item, height) for item in page.get_objects(filter=[kind])]


@dataclass(frozen=True, slots=True)
class PrintedSign:
    """A letter or blank, and where it stands."""

    letter: str
    box: Box
    is_generated: bool  # no sign of the file: a blank or line end that was read into a jump


def signs_of(words: "PdfTextPage", height: float) -> Iterator[PrintedSign]:
    """Every sign of a page, in the order of the file."""
    from pypdfium2 import raw

    for index in range(words.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(words, index))
        left, low, right, high = words.get_charbox(index, loose=True)
        generated = raw.FPDFText_IsGenerated(words, index) == 1 or letter in "\r\n"
        yield PrintedSign(letter, (left, height - high, right, height - low), generated)


def _rows(signs: Iterator[PrintedSign]) -> Iterator[list[PrintedSign]]:
    """The signs of each row; a generated sign, another height and a jump to the left or far right end one."""
    row: list[PrintedSign] = []
    for sign in signs:
        if sign.is_generated or (row and not goes_on(row[-1].box, sign.box)):
            yield from _with_letters(row)
            row = []
        if not sign.is_generated:
            row.append(sign)
    yield from _with_letters(row)


def _with_letters(row: list[PrintedSign]) -> Iterator[list[PrintedSign]]:
    if any(not sign.letter.isspace() for sign in row):
        yield row


def goes_on(one: Box, other: Box) -> bool:
    """Whether a sign follows another in the same row."""
    low, high = max(one[1], other[1]), min(one[3], other[3])
    smaller = min(one[3] - one[1], other[3] - other[1])
    jump = other[0] - one[2]
    return high - low >= _SAME_ROW * smaller and -smaller < jump < _WIDE_EM * smaller


def _line(page: int, signs: list[PrintedSign]) -> PrintedLine:
    seen = [sign for sign in signs if not sign.letter.isspace()]
    text = normalize("NFC", "".join(sign.letter for sign in signs)).strip()
    box = box_around(sign.box for sign in seen)
    return PrintedLine(page, text, box, tuple(_wide_gaps(seen, box[3] - box[1])))


def box_around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _wide_gaps(seen: list[PrintedSign], height: float) -> Iterator[float]:
    """Wide blanks in heights of the row: a letter's own height tells nothing, an `n` is half as high as an `h`."""
    for one, two in pairwise(seen):
        gap = gap_em(one.box, two.box, height)
        if gap > WIDE_GAP_EM:
            yield gap


def gap_em(one: Box, other: Box, height: float) -> float:
    """The blank from one box to another at its right, in heights of their row."""
    return (other[0] - one[2]) / max(1.0, height)


def _turned(item: Any, height: float) -> Box:  # noqa: ANN401 - the wheel ships no types
    """The object's box, measured from the page's upper left corner."""
    get = getattr(item, "get_bounds", None) or item.get_pos
    left, low, right, high = get()
    return left, height - high, right, height - low


def _is_level(box: Box) -> bool:
    return box[3] - box[1] <= _THIN_PT and box[2] - box[0] >= _SHORTEST_PT


def _is_upright(box: Box) -> bool:
    return box[2] - box[0] <= _THIN_PT and box[3] - box[1] >= _SHORTEST_PT
