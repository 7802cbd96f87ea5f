"""Names: their parts, their order, their sameness."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.words.marked_letters import all_marked
from vbgen.words.names import PersonName, ToneOrder, fold, same_name, sort_key, split_name, upper_vn

VIETNAMESE = st.text(
    "abcdeghiklmnopqrstuvxy ABCDĐ'-" + "".join(all_marked()), min_size=1, max_size=20
).filter(str.strip)


@pytest.mark.parametrize(
    ("full", "family", "middle", "given_name"),
    [
        ("Nguyễn Văn An", "Nguyễn", "Văn", "An"),
        ("  Trần   Thị\u00a0Thu  Hà ", "Trần", "Thị Thu", "Hà"),
        ("Lê Lợi", "Lê", "", "Lợi"),
        ("Nguyễn Thị Hà - Minh", "Nguyễn", "Thị", "Hà - Minh"),
        ("Nguyễn Thị Hà-Minh", "Nguyễn", "Thị", "Hà-Minh"),
        ("Giàng A Páo", "Giàng", "A", "Páo"),
        ("K'Brể", "", "", "K'Brể"),
        ("K’Brể", "", "", "K'Brể"),
        ("Y Moan Êban", "Êban", "Y", "Moan"),
        ("Y Vêng", "", "Y", "Vêng"),
        ("H'Hen Niê", "Niê", "", "H'Hen"),
        ("H’ Hen Niê", "Niê", "H'", "Hen"),
        ("Nguyễn Như Y", "Nguyễn", "Như", "Y"),
        ("", "", "", ""),
    ],
)
def test_a_name_is_taken_apart(full: str, family: str, middle: str, given_name: str) -> None:
    assert split_name(full) == PersonName(family, middle, given_name)


def ordered(*names: str) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=sort_key) == list(names)


def test_given_names_decide_then_middle_then_family_names() -> None:
    ordered("Trần Văn An", "Lê Anh Bình", "Lê Văn Bình", "Nguyễn Văn Bình", "Đỗ Thị Châu")


def test_letters_follow_the_vietnamese_alphabet() -> None:
    given_names = (
        "An",
        "Ăn",
        "Ân",
        "Bình",
        "Cúc",
        "Dung",
        "Đông",
        "Em",
        "Êm",
        "Giang",
        "Hà",
        "Linh",
        "Oanh",
        "Ông",
        "Ơn",
    )
    ordered(*(f"Lê Văn {name}" for name in given_names))
    ordered("Lê Uy", "Lê Ưng", "Lê Vân", "Lê Xuân", "Lê Yến")


def test_a_shorter_name_comes_before_one_that_it_opens() -> None:
    ordered("Lê Hà", "Lê Hạ", "Lê Hai", "Lê Hàn", "Lê Hoa")


def test_foreign_letters_stand_where_latin_has_them() -> None:
    ordered(
        "Lê Êm",
        "Lê Fan",
        "Lê Ga",
        "Lê In",
        "Lê Jin",
        "Lê Ka",
        "Lê Vy",
        "Lê Wu",
        "Lê Xa",
        "Lê Yen",
        "Lê Zan",
    )


def test_figures_come_first_and_foreign_marks_do_not_count() -> None:
    ordered("Lê 5", "Lê An", "Max Müller", "Lê Mun", "Lê Жан")


def test_tones_follow_the_dictionary_by_default() -> None:
    ordered("Lê Ma", "Lê Mà", "Lê Mả", "Lê Mã", "Lê Má", "Lê Mạ")


def test_an_office_may_order_tones_as_schools_do() -> None:
    names = ["Lê Ma", "Lê Mà", "Lê Má", "Lê Mả", "Lê Mã", "Lê Mạ"]
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: sort_key(name, ToneOrder.SCHOOL)) == names


def test_hyphens_and_apostrophes_do_not_disturb_the_order() -> None:
    ordered(
        "Nguyễn Thị Hà",
        "Nguyễn Thị Hà - Minh",
        "H'Hen Niê",
        "Lê Văn Hiên",
        "K'Brể",
        "Lê Khang",
        "Y Moan Êban",
    )


@given(VIETNAMESE, VIETNAMESE)
def test_any_two_names_have_an_order(one: str, other: str) -> None:
    assert (sort_key(one) <= sort_key(other)) or (sort_key(other) <= sort_key(one))


@given(VIETNAMESE)
def test_composition_does_not_change_the_order(name: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", name)) == sort_key(
        unicodedata.normalize("NFC", name)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Hòa", "NGUYỄN  THỊ HOÀ"),
        ("Trần Thúy", "Trần Thuý"),
        ("Trần Thị Hà", unicodedata.normalize("NFD", "Trần Thị Hà")),
        ("K'Brể", "k’brể"),
        ("Nguyễn Thị Hà - Minh", "Nguyễn Thị Hà-Minh"),
        ("\u00a0Lê Lợi ", "lê lợi"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lê Hòa", "Lê Hóa"), ("Lê Hoa", "Lê Hòa"), ("Lê Dung", "Lê Đung"), ("Lê An", "Lê Ân"), ("Lê Thị An", "Lê An"),
     ("Lê Lý", "Lê Lí")],
)  # fmt: skip
def test_different_names_stay_different(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_capitals_keep_every_mark() -> None:
    assert upper_vn("Nguyễn Thị Đào ươm ệ") == "NGUYỄN THỊ ĐÀO ƯƠM Ệ"
    assert upper_vn(unicodedata.normalize("NFD", "nguyễn")) == "NGUYỄN"
    assert all(len(upper_vn(letter)) == 1 and upper_vn(letter).isupper() for letter in all_marked())


def test_the_search_form_has_no_marks() -> None:
    assert fold(" Nguyễn  Thị ĐÀO - K’Brể") == "nguyen thi dao - k'bre"


@given(VIETNAMESE)
def test_the_search_form_is_ascii_and_stable(name: str) -> None:
    assert fold(name).isascii()
    assert fold(fold(name)) == fold(name)
