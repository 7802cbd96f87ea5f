"""Place and day stand on one line, whatever the place is called."""

import pytest

from vbgen.model.agency import SizeSet
from vbgen.papers.frame.place_line import ROOMS, PlaceLine, place_line
from vbgen.word.template import RichText
from vbgen.words.widths import text_width_mm

DAY = ", ngày 20 tháng 11 năm 2026"
CASES = [
    # place, size set, number beside it, room, smaller
    ("Hà Nam", SizeSet.LARGE, "Số: 05/QĐ-SCT", "", False),
    ("Bà Rịa - Vũng Tàu", SizeSet.LARGE, "Số: 05/QĐ-SCT", "", False),
    ("Thành phố Hồ Chí Minh", SizeSet.SMALL, "Số: 05/QĐ-SCT", "", False),
    ("Thành phố Hồ Chí Minh", SizeSet.LARGE, "Số: 05/QĐ-SCT", "wide", False),
    ("Thành phố Buôn Ma Thuột", SizeSet.LARGE, "Số: 05/QĐ-SCT", "widest", False),
    ("Nông trường Mộc Châu Sơn La", SizeSet.LARGE, "Số: 05/QĐ-SCT", "widest", True),
    ("Thành phố Hồ Chí Minh", SizeSet.LARGE, "Số: 1205/QĐ-BCHCĐCSTHPTLHPNTMK", "", True),
]


@pytest.mark.parametrize(("place", "sizes", "number", "room", "is_small"), CASES)
def test_the_line_takes_room_from_the_number_before_it_shrinks(
    place: str, sizes: SizeSet, number: str, room: str, *, is_small: bool
) -> None:
    placed = place_line(place + DAY, sizes, number)
    assert (placed.room, placed.is_small, placed.fits) == (room, is_small, True)
    size_pt = 13 if is_small or sizes is SizeSet.SMALL else 14
    left, right = ROOMS[room]
    assert text_width_mm(place + DAY, size_pt=size_pt, italic=True) <= right
    assert text_width_mm(number, size_pt=13) <= left or not room
    assert isinstance(placed.line, RichText) == is_small
    assert str(placed.line) == str(RichText(place + DAY, size=26)) or placed.line == place + DAY


def test_what_fits_nowhere_is_told() -> None:
    line = f"Thị trấn Nông trường {'dài ' * 6}{DAY}"
    assert place_line(line, SizeSet.LARGE, "Số: 1/QĐ-X") == PlaceLine("", line, fits=False)
