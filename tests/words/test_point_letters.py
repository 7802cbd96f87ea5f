"""The letters of points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words.points import Misplaced, misplaced_points, point, point_number


def test_points_follow_the_letters_of_the_decree() -> None:
    assert (
        " ".join(point(number) for number in range(1, 24))
        == "a b c d đ e g h i k l m n o p q r s t u v x y"
    )


def test_beyond_the_alphabet_letters_double() -> None:
    assert [point(number) for number in (24, 25, 28, 46, 47)] == ["aa", "ab", "ađ", "ay", "ba"]


@given(st.integers(1, 20_000))
def test_every_letter_tells_its_number(number: int) -> None:
    assert point_number(point(number)) == number


@pytest.mark.parametrize("number", [0, -1])
def test_points_are_counted_from_one(number: int) -> None:
    with pytest.raises(ValueError, match="tính từ 1"):
        point(number)


@pytest.mark.parametrize("letters", ["f", "j", "w", "z", "ă", "ơ", "1"])
def test_letters_that_points_do_not_use_are_refused(letters: str) -> None:
    with pytest.raises(ValueError, match="không phải là chữ dùng để đặt tên điểm"):
        point_number(letters)


def test_an_empty_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="chưa có chữ"):
        point_number(" ")


@pytest.mark.parametrize(
    ("letters", "wrong"),
    [
        ("abcdđeg", ()),
        ("abcde", (Misplaced(4, "e", "đ"),)),
        ("abdđ", (Misplaced(2, "d", "c"),)),
        ("abcdđefg", (Misplaced(6, "f", "g"), Misplaced(7, "g", "h"))),
        ("b", (Misplaced(0, "b", "a"),)),
        ("", ()),
    ],
)
def test_every_point_out_of_order_is_found(letters: str, wrong: tuple[Misplaced, ...]) -> None:
    assert misplaced_points(letters) == wrong
