"""Endings of legal grounds and recipients, and the rows that a paper takes."""

import pytest

from vbgen.model.paper import PaperLine
from vbgen.papers.frame.lines import dashed, ended, own_texts, texts_for


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


def test_lines_that_alt_enter_set_apart_are_lines_of_the_paper() -> None:
    rows = (
        PaperLine(kind="k", text="Như Điều 3\nLưu: VT"),
        PaperLine(kind="k", text="Căn cứ Luật\nngày 15 tháng 6 năm 2022"),
    )
    assert own_texts(rows, "k") == ["Như Điều 3", "Lưu: VT", "Căn cứ Luật ngày 15 tháng 6 năm 2022"]
