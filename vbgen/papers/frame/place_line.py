"""Place and day of a paper on one line: the room beside the number, and the size, that hold it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from vbgen.model.agency import SizeSet
from vbgen.word.template import RichText
from vbgen.words.widths import text_width_mm

SMALL_PT = 13.0  # the decree leaves place and day 13 to 14
_USABLE = 0.995  # share of the width that is filled: layout engines round each letter
_NUMBER_PT = 13.0
ROOMS = {
    "": (63.0, 102.0),
    "wide": (57.0, 108.0),
    "widest": (48.0, 117.0),
}  # as in the fragment's table


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """How place and day are set; where `fits` is false they take two lines."""

    room: str
    line: RichText | str  # of a size of its own where it must be smaller
    is_small: bool = False
    fits: bool = True


def place_line(
    place_date: str, sizes: SizeSet, number: str = "", rooms: Sequence[str] = tuple(ROOMS)
) -> PlaceLine:
    """The size of the set before a smaller one, which would not belong to it; the usual room before a wider one."""
    usual = SMALL_PT if sizes is SizeSet.SMALL else SMALL_PT + 1
    left_over = [room for room in rooms if not room or _holds(number, room)]
    for size_pt, room in product(dict.fromkeys((usual, SMALL_PT)), left_over):
        if text_width_mm(place_date, size_pt=size_pt, italic=True) <= ROOMS[room][1] * _USABLE:
            is_small = size_pt < usual
            line = RichText(place_date, size=round(2 * size_pt)) if is_small else place_date
            return PlaceLine(room, line, is_small)
    return PlaceLine("", place_date, fits=False)


def place_alone(place_date: str, sizes: SizeSet) -> RichText | str:
    """The line in a room that cannot be widened."""
    return place_line(place_date, sizes, rooms=("",)).line


def _holds(number: str, room: str) -> bool:
    """Whether the number keeps its line beside that room."""
    return text_width_mm(number, size_pt=_NUMBER_PT) <= ROOMS[room][0] * _USABLE
