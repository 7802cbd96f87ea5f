"""What is typed alike in a column is read once; what only looks alike is not taken for it."""

from datetime import date
from itertools import permutations

import pytest

from vbgen.campaign.cells.entries import TypedRow, TypedTable, TypedValue
from vbgen.campaign.records import understood
from vbgen.campaign.topics import topic
from vbgen.errors import Place
from vbgen.model.emphasis import MarkedSpan

_ALIKE: tuple[tuple[object, str], ...] = (
    (1, "General"), (True, "General"), (1.0, "General"), ("1", "General"), (1, "0000"), (0.125, "0%"), (0.125, "0.00"),
)  # fmt: skip


def _read(field: str, *entries: TypedValue) -> list[tuple[object, list[str]]]:
    """What each cell of a column is read as, and what is said of it."""
    rows = tuple(TypedRow(each.place, {field: each}) for each in entries)
    typed, problems = understood(topic("nominees"), TypedTable(Place(sheet="A"), rows))
    return [
        (
            (type(row.values.get(field)), row.values.get(field)),
            [
                each.message
                for each in problems
                if each.place == entry.place and field in row.values
            ],
        )
        for row, entry in zip(typed, entries, strict=True)
    ]


def _entry(row: int, value: object, pattern: str = "General", **more: object) -> TypedValue:
    return TypedValue(value, Place(sheet="A", cell=f"B{row}"), pattern, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["position", "birth_year", "kind", "joined"])
def test_a_cell_says_the_same_below_any_other(field: str) -> None:
    alone = [_read(field, _entry(2, value, pattern))[0][0] for value, pattern in _ALIKE]

    for one, other in permutations(range(len(_ALIKE)), 2):
        cells = [_entry(row, *_ALIKE[at]) for row, at in enumerate((one, other), start=2)]
        assert [each[0] for each in _read(field, *cells)] == [alone[one], alone[other]]


def test_what_is_said_of_a_cell_is_said_of_each_that_is_alike() -> None:
    typed, problems = understood(
        topic("nominees"),
        TypedTable(
            Place(sheet="A"),
            tuple(
                TypedRow(each.place, {"birth_year": each})
                for each in (_entry(row, "năm nào") for row in (2, 3, 4))
            ),
        ),
    )

    assert len(typed) == 3
    cells = [each.place.cell for each in problems if each.code == "cell-not-a-number"]
    assert cells == ["B2", "B3", "B4"]


def test_the_font_of_a_cell_counts_for_itself() -> None:
    plain = _entry(2, "NguyÔn")
    old = _entry(3, "NguyÔn", runs=((".VnTime", "NguyÔn"),))
    bold = _entry(4, "NguyÔn", looks=(MarkedSpan("NguyÔn", bold=True),))

    found = [each[0] for each in _read("position", plain, old, bold, plain)]

    assert found[0] == found[3] == found[2]
    assert found[1] == (str, "Nguyễn")


def test_a_day_is_read_again_and_again() -> None:
    found = _read("joined", *(_entry(row, date(2012, 3, 5), "dd/mm/yyyy") for row in (2, 3)))

    assert found[0][0] == found[1][0] == (date, date(2012, 3, 5))


def test_a_number_of_thirty_digits_is_read_with_its_format() -> None:
    entry = TypedValue(10**29, Place(sheet="A", cell="B2"), "0")
    (row,), problems = understood(
        topic("units"), TypedTable(Place(sheet="A"), (TypedRow(entry.place, {"headcount": entry}),))
    )

    assert row.values.get("headcount") == 10**29 or problems
