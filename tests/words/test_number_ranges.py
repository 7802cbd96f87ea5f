"""Numbers as a clerk lists them are read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words.ranges import listed, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("7,12-15", (7, 12, 13, 14, 15)),
        ("3", (3,)),
        (" 5 - 6 ; 2 ", (2, 5, 6)),
        ("1–3,2", (1, 2, 3)),
        ("4 9", (4, 9)),
    ],
)
def test_a_list_of_numbers_is_read(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text, 20) == numbers


@pytest.mark.parametrize(
    "text", ["", "0", "21", "5-3", "1-21", "a", "1-", "-3", "1--3", "7,b", "1.5"]
)
def test_what_is_no_list_of_numbers_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"7,12-15|nằm ngoài"):
        numbers_in(text, 20)


@given(st.sets(st.integers(1, 300), min_size=1))
def test_a_written_list_is_read_as_it_was(numbers: set[int]) -> None:
    assert set(numbers_in(listed(numbers), 300)) == numbers


def test_neighbours_are_joined() -> None:
    assert listed([15, 7, 12, 14, 13, 20, 21]) == "7,12-15,20-21"
