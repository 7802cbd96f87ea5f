"""Numbers and money in Vietnamese words, and an independent reader that turns the words back."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vbgen.words.spelling import Spelling, in_words, money_in_words

SOUTHERN = Spelling(gap="lẻ", four="bốn", thousand="ngàn")

DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
DIGITS = {word: value for value, word in enumerate(DIGIT_WORDS)}
LAST_DIGITS = DIGITS | {"mốt": 1, "tư": 4, "lăm": 5}
SIZES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6}


def value_of(words: str) -> int:
    """Reads number words from left to right, knowing nothing of how they were made."""
    billions = thousands = group = digit = 0
    for word in words.split():
        if word == "tỷ":
            billions, thousands, group, digit = (
                (billions + thousands + group + digit) * 10**9,
                0,
                0,
                0,
            )
        elif word in SIZES:
            thousands, group, digit = thousands + (group + digit) * SIZES[word], 0, 0
        elif word in ("trăm", "mươi"):
            group, digit = group + digit * (100 if word == "trăm" else 10), 0
        elif word == "mười":
            group += 10
        elif word not in ("linh", "lẻ"):
            digit = LAST_DIGITS[word]
    return billions + thousands + group + digit


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_015, "một nghìn không trăm mười lăm"),
        (1_100, "một nghìn một trăm"),
        (10_000, "mười nghìn"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (1_000_000_000, "một tỷ"),
        (1_000_000_005, "một tỷ không trăm linh năm"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (10**15, "một triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (-7, "âm bảy"),
        (-1_005, "âm một nghìn không trăm linh năm"),
    ],
)
def test_whole_numbers_are_said_as_in_school(value: int, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("5.25", "năm phẩy hai lăm"),
        ("5.2", "năm phẩy hai"),
        ("5.20", "năm phẩy hai mươi"),
        ("5.24", "năm phẩy hai tư"),
        ("5.51", "năm phẩy năm mốt"),
        ("5.15", "năm phẩy mười lăm"),
        ("5.05", "năm phẩy không năm"),
        ("0.5", "không phẩy năm"),
        ("-0.5", "âm không phẩy năm"),
        ("174186.0", "một trăm bảy mươi tư nghìn một trăm tám mươi sáu phẩy không"),
        ("3.1416", "ba phẩy một bốn một sáu"),
    ],
)
def test_decimals_are_said_short_and_keep_their_zeros(value: str, words: str) -> None:
    assert in_words(Decimal(value)) == words


def test_an_office_chooses_its_words() -> None:
    assert in_words(105, SOUTHERN) == "một trăm lẻ năm"
    assert in_words(24_000, SOUTHERN) == "hai mươi bốn ngàn"


@settings(max_examples=300)
@given(
    st.one_of(st.integers(0, 10**15), st.integers(0, 10**6)),
    st.sampled_from([Spelling(), SOUTHERN]),
)
def test_the_words_tell_the_number(number: int, spelling: Spelling) -> None:
    assert value_of(in_words(number, spelling)) == number


def test_the_words_of_every_number_up_to_two_thousand_tell_it() -> None:
    assert [value_of(in_words(number)) for number in range(2001)] == list(range(2001))


def test_the_reader_of_this_test_reads_words_written_by_hand() -> None:
    assert (
        value_of("hai mươi mốt tỷ không trăm linh năm triệu bảy trăm nghìn một trăm hai mươi lăm")
        == 21_005_700_125
    )


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (1_490_000, "Một triệu bốn trăm chín mươi nghìn đồng chẵn"),
        (450_000, "Bốn trăm năm mươi nghìn đồng chẵn"),
        (21_005, "Hai mươi mốt nghìn không trăm linh năm đồng chẵn"),
        (-5_000, "Âm năm nghìn đồng chẵn"),
        (0, "Không đồng"),
    ],
)
def test_money_opens_with_a_capital_and_closes_with_even(amount: int, words: str) -> None:
    assert money_in_words(amount) == words


def test_the_closing_word_can_be_left_out() -> None:
    assert money_in_words(5_000, closing="") == "Năm nghìn đồng"


@pytest.mark.parametrize("amount", [1.5, "5", None, Decimal("0.5"), 10**100])
def test_what_is_no_amount_is_refused(amount: object) -> None:
    with pytest.raises((TypeError, ValueError), match=r"hiện là|quá nhiều chữ số"):
        money_in_words(amount)  # type: ignore[arg-type]  # what a template may hand over
