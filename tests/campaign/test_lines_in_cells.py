"""Alt+Enter in a cell: kept in prose and in names that heads of papers set in lines, else joined and told."""

import pytest

from vbgen.campaign.cells.entries import TypedValue
from vbgen.campaign.cells.values import read
from vbgen.campaign.topics import Column, ColumnKind, topics
from vbgen.errors import Place

LINED = {
    ("agency", "governing_body"), ("agency", "name"), ("agency", "authority"), ("agency", "heading"),
    ("issuers", "governing_body"), ("issuers", "name"), ("issuers", "authority"), ("issuers", "heading"),
}  # fmt: skip


def _columns() -> list[tuple[str, Column]]:
    return [
        (each.field, column)
        for each in topics()
        for column in each.columns
        if column.kind is ColumnKind.TEXT and not column.form.offers
    ]


@pytest.mark.parametrize("in_cell", [True, False], ids=["Excel", "YAML"])
def test_only_prose_names_of_people_and_names_in_heads_keep_their_lines(in_cell: bool) -> None:
    for topic, column in _columns():
        typed = TypedValue("Phong trào\nxanh, sạch", Place(cell="B2"), in_cell=in_cell)
        reading = read(column, typed)
        is_lined = (topic, column.field) in LINED
        if column.form.is_prose or column.form.names_person or is_lined:
            assert reading.value == "Phong trào\nxanh, sạch", (topic, column.field)
        else:
            assert reading.value == "Phong trào xanh, sạch", (topic, column.field)
            assert [each.code for each in reading.problems] == ["text-cleaned"]
            assert "đã nối 1 chỗ ngắt dòng" in reading.problems[0].message
