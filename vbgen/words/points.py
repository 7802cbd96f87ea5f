"""The letters of points (điểm): a b c d đ e g h i k …, as the decree's appendices number them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vbgen.messages import _
from vbgen.words.expected import as_whole

LETTERS = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A point whose letter is not the one that its place asks for."""

    position: int  # from 0, in the given sequence
    found: str
    expected: str


def point(number: int) -> str:
    """`đ` for 5: the letter of the point at this place, from 1 (Nghị định 30/2020/NĐ-CP, Phụ lục VI's own order).

    The decree has 23 letters and no rule beyond them; after `y` come `aa`, `ab`, `ac` …, so that letters stay
    unique and in order. Raises ValueError below 1.
    """
    rest = as_whole(number)
    if rest < 1:
        raise ValueError(_("Thứ tự của điểm tính từ 1; hiện là {number}.", number=number))
    letters = ""
    while rest:
        rest, place = divmod(rest - 1, len(LETTERS))
        letters = LETTERS[place] + letters
    return letters


def point_number(letters: str) -> int:
    """5 for `đ`, the inverse of `point`; raises ValueError for letters that points do not use (f, j, w, z, ă …)."""
    number = 0
    for letter in letters.strip().lower():
        place = LETTERS.find(letter)
        if place < 0:
            raise ValueError(
                _("“{letters}” không phải là chữ dùng để đặt tên điểm.", letters=letters)
            )
        number = number * len(LETTERS) + place + 1
    if not number:
        raise ValueError(_("Điểm chưa có chữ đặt tên."))
    return number


def misplaced_points(letters: Sequence[str]) -> tuple[Misplaced, ...]:
    """Every point that does not follow the one before it; counting goes on from what was found."""
    wrong, expected = [], 1
    for position, found in enumerate(letters):
        number = _number_or_zero(found)
        if number != expected:
            wrong.append(Misplaced(position, found, point(expected)))
        expected = (number or expected) + 1
    return tuple(wrong)


def _number_or_zero(letters: str) -> int:
    try:
        return point_number(letters)
    except ValueError:
        return 0
