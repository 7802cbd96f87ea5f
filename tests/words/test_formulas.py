"""Text that a spreadsheet would take for a formula is kept as text."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.register.books import Book, as_csv
from vbgen.words.formulas import as_text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "@SUM(1+1)", "-2+3", "\t=1", "\r=1", "-x", "=", "+84 912", "@"],
)
def test_what_a_spreadsheet_would_compute_is_marked_as_text(text: str) -> None:
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "Nguyễn Văn An", "-5", "+3,5", "-", "- ", "1.234", "a=b", " =1"]
)
def test_what_is_no_formula_stays(text: str) -> None:
    assert as_text(text) == text


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_no_cell_of_a_register_as_csv_begins_a_formula(cells: list[str]) -> None:
    book = Book(
        title="Sổ", columns=tuple("ABCD"[: len(cells)]), rows=(tuple(cells),), values=(), year=None,
        first_day=None, last_day=None, first_number="", last_number="",
    )  # fmt: skip

    rows = list(csv.reader(StringIO(as_csv(book).decode("utf-8-sig"), newline="")))

    assert (
        [each for each in rows[1] if each.startswith(("=", "@"))] == [] if len(rows) > 1 else True
    )
