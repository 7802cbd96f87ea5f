"""Endings of legal grounds and recipients, and the rows that a paper takes."""

import pytest

from vbgen.model.paper import PaperLine
from vbgen.papers.frame.lines import dashed, ended, texts_for


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        (["một", "hai"], ["một;", "hai."]),
        (["một;", "hai;"], ["một;", "hai."]),
        (["một."], ["một."]),
        ([], []),
    ],
)
def test_each_ground_ends_with_a_semicolon_and_the_last_with_a_full_stop(
    texts: list[str], lines: list[str]
) -> None:
    assert ended(texts) == lines


def test_a_typed_dash_is_not_doubled() -> None:
    assert dashed(["- Như trên;", "– Sở Nội vụ", "Lưu: VT."]) == [
        "- Như trên;",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
    ]


def test_a_variant_takes_its_own_rows_before_its_kind_s() -> None:
    rows = (PaperLine(kind="list", text="chung"), PaperLine(kind="list/province", text="riêng"))
    assert texts_for(rows, "list/province") == ["riêng"]
    assert texts_for(rows[:1], "list/province") == ["chung"]
    assert texts_for(rows, "other") == []
