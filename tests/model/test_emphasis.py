"""Bold and italic inside a text: read, written in one way, and taken apart by lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.model.emphasis import (
    MarkedSpan,
    canonical,
    lines,
    listed_lines,
    marked,
    one_line,
    plain,
    spans,
)

PIECES = st.lists(
    st.builds(MarkedSpan, st.text("ab<>/i\\ \n", max_size=8), st.booleans(), st.booleans()),
    max_size=5,
)


@given(PIECES)
def test_what_is_written_is_read_again(pieces: list[MarkedSpan]) -> None:
    written = marked(pieces)
    assert plain(written) == "".join(piece.text for piece in pieces)
    assert marked(spans(written)) == written
    looks = [(letter, piece.look) for piece in pieces for letter in piece.text]
    assert [(letter, piece.look) for piece in spans(written) for letter in piece.text] == looks


@given(st.text("ab<>/i\\ ", max_size=30))
def test_any_text_has_one_way_of_writing(text: str) -> None:
    assert spans(canonical(text)) == spans(text)
    assert canonical(canonical(text)) == canonical(text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Thi đua", (MarkedSpan("Thi đua"),)),
        ("<b>1. Mục đích</b>: rõ", (MarkedSpan("1. Mục đích", bold=True), MarkedSpan(": rõ"))),
        ("<b>đậm <i>cả hai</i></b>", (MarkedSpan("đậm ", True), MarkedSpan("cả hai", True, True))),
        (r"\<b> là chữ", (MarkedSpan("<b> là chữ"),)),
        ("</i> lạc", (MarkedSpan("</i> lạc"),)),
        ("5 * 3 < 20 và a_b", (MarkedSpan("5 * 3 < 20 và a_b"),)),
        ("", ()),
    ],
)
def test_marks_are_read(text: str, pieces: tuple[MarkedSpan, ...]) -> None:
    assert spans(text) == pieces


def test_each_line_keeps_its_marks() -> None:
    assert lines("<b>Một\nHai</b> ba\n \nBốn") == ["<b>Một</b>", "<b>Hai</b> ba", "Bốn"]
    assert lines(" ") == []


def test_within_a_sentence_a_line_goes_on() -> None:
    assert one_line("Đoàn kết,\nsáng tạo") == "Đoàn kết, sáng tạo"


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Xét khen thưởng năm 2026.", ["Xét khen thưởng năm 2026"]),
        ("Báo cáo; \nTờ trình.\n\n <b>Phiếu</b> ; ", ["Báo cáo", "Tờ trình", "<b>Phiếu</b>"]),
        ("", []),
    ],
)
def test_lines_of_a_list_are_without_their_own_ends(typed: str, listed: list[str]) -> None:
    assert [line.strip() for line in listed_lines(typed)] == listed
