"""Cleaning of text, forbidden characters, and the styles of tone marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words.text import (
    Control,
    TextChange,
    ToneStyle,
    clean,
    forbidden_controls,
    tone_style,
    with_tone_style,
)

MESSY = st.text("aàệĐ \t\n\r\u00a0\u200b\u00ad\ufeff\u0301\u0323\u2028Ð\x07", max_size=30)


@pytest.mark.parametrize(
    ("typed", "kept", "changes"),
    [
        ("Lê Lợi", "Lê Lợi", ()),
        ("  Lê Lợi ", "Lê Lợi", (TextChange("edge", 2),)),
        ("Lê   Lợi  A", "Lê Lợi A", (TextChange("double-blank", 2),)),
        ("Lê\u00a0Lợi", "Lê Lợi", (TextChange("odd-blank", 1),)),
        ("Lê\tLợi", "Lê Lợi", (TextChange("odd-blank", 1),)),
        ("\ufeffLê\u200b Lợi\u00ad", "Lê Lợi", (TextChange("invisible", 3),)),
        (unicodedata.normalize("NFD", "Lê Lợi"), "Lê Lợi", (TextChange("composed", 1),)),
        ("Ðặng", "Đặng", (TextChange("look-alike", 1),)),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd", (TextChange("line-end", 3),)),
        ("a \n b", "a\nb", (TextChange("edge", 2),)),
        ("\n\na\n\nb\n", "a\n\nb", (TextChange("edge", 2),)),
        ("", "", ()),
        ("A\u00a0\u00a0B", "A B", (TextChange("odd-blank", 2), TextChange("double-blank", 1))),
    ],
)
def test_text_is_cleaned_and_every_change_told(
    typed: str, kept: str, changes: tuple[TextChange, ...]
) -> None:
    cleaned = clean(typed)
    assert (cleaned.text, cleaned.changes) == (kept, changes)


@given(MESSY)
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    assert clean(clean(typed).text).changes == ()


@given(st.text(max_size=30))
def test_text_without_changes_is_the_text_as_typed(typed: str) -> None:
    cleaned = clean(typed)
    assert bool(cleaned.changes) == (cleaned.text != typed)


@given(MESSY)
def test_every_change_has_a_sentence(typed: str) -> None:
    assert all(change.description.startswith("đã ") for change in clean(typed).changes)


def test_control_characters_stay_and_are_found() -> None:
    assert clean("a\x07b").text == "a\x07b"
    found = forbidden_controls("a\x07b\x0c\tc\nd\ud800\uffff\x9f")
    assert found == (
        Control(1, "U+0007"),
        Control(3, "U+000C"),
        Control(8, "U+D800"),
        Control(9, "U+FFFF"),
        Control(10, "U+009F"),
    )


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Cộng hòa, ủy ban, khỏe, lũy", ToneStyle.OLD),
        ("Cộng hoà, uỷ ban, khoẻ", ToneStyle.NEW),
        (unicodedata.normalize("NFD", "HOÀ"), ToneStyle.NEW),
        ("hòa, uỷ", ToneStyle.MIXED),
        ("quý, hoàn, toàn, thuyền, hoa", ToneStyle.NONE),
        ("", ToneStyle.NONE),
    ],
)
def test_the_style_of_tone_marks_is_told(text: str, style: ToneStyle) -> None:
    assert tone_style(text) is style


OLD_AND_NEW = [
    ("Cộng hòa, ỦY BAN, khỏe, thúy", "Cộng hoà, UỶ BAN, khoẻ, thuý"),
    ("quý, hoàn, hoa, Hà", "quý, hoàn, hoa, Hà"),
]


@pytest.mark.parametrize(("old", "new"), OLD_AND_NEW)
def test_tone_marks_move_from_one_style_to_the_other(old: str, new: str) -> None:
    for text in (old, new, unicodedata.normalize("NFD", new)):
        assert with_tone_style(text, ToneStyle.OLD) == old
        assert with_tone_style(text, ToneStyle.NEW) == new


def test_no_style_moves_nothing() -> None:
    assert with_tone_style("hòa uỷ", ToneStyle.MIXED) == "hòa uỷ"
