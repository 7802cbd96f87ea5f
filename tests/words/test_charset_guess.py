"""Legacy text is recognised by its words, and nothing else is taken for it."""

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.words.legacy_samples import (
    FOREIGN,
    NAMES,
    PLAIN,
    SENTENCES,
    UNUSUAL_NAMES,
    in_tcvn3,
    in_vni,
)
from vbgen.words.legacy.charset_guess import Guess, looks_like
from vbgen.words.legacy.charsets import Charset

FAMILIES = ("Trần", "Vũ", "Võ", "Lê", "Hồ", "Tống", "Lương", "Phan")
MIDDLES = ("Thị", "Thế", "Minh", "Quốc")
GIVEN = ("Tú", "Loan", "Dũng", "Hằng", "Vũ", "Út", "Hòa", "Lệ")
VIETNAMESE = sorted({word for text in SENTENCES + NAMES + UNUSUAL_NAMES for word in text.split()})
FOREIGN_WORDS = [words.split() for words in FOREIGN]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_in_a_legacy_charset_is_recognised_with_certainty(text: str) -> None:
    assert looks_like(in_tcvn3(text)) == Guess(Charset.TCVN3, certain=True)
    assert looks_like(in_vni(text)) == Guess(Charset.VNI, certain=True)


@pytest.mark.parametrize("text", NAMES)
def test_a_name_in_a_legacy_charset_is_recognised(text: str) -> None:
    found = (looks_like(in_tcvn3(text)), looks_like(in_vni(text)))
    assert [guess and guess.charset for guess in found] == [Charset.TCVN3, Charset.VNI]


@pytest.mark.parametrize(
    "name", [" ".join(parts) for parts in itertools.product(FAMILIES, MIDDLES, GIVEN)]
)
def test_a_name_of_an_office_is_never_taken_for_text_from_abroad(name: str) -> None:
    """Vũ Thị Loan is `Vò ThÞ Loan` in TCVN3; VISCII would make Vò Thỡ Loan of it."""
    for text, charset in ((in_tcvn3(name), Charset.TCVN3), (in_vni(name), Charset.VNI)):
        guess = looks_like(text)
        assert guess is None or guess.charset is charset or not guess.certain
        assert guess is None or guess.charset in {Charset.TCVN3, Charset.VNI}


@pytest.mark.parametrize("text", PLAIN + UNUSUAL_NAMES + SENTENCES + NAMES)
def test_unicode_and_plain_text_is_left_alone(text: str) -> None:
    assert looks_like(text) is None
    assert looks_like(unicodedata.normalize("NFD", text)) is None
    assert looks_like(text.upper()) is None


@settings(max_examples=200)
@given(st.lists(st.sampled_from(VIETNAMESE + list(PLAIN)), max_size=8).map(" ".join))
def test_unicode_vietnamese_is_never_taken_for_legacy(text: str) -> None:
    assert looks_like(text) is None


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(VIETNAMESE), max_size=4),
    st.sampled_from(FOREIGN_WORDS).flatmap(
        lambda words: st.lists(st.sampled_from(words), max_size=4)
    ),
)
def test_foreign_words_among_vietnamese_are_never_legacy_for_certain(
    words: list[str], foreign: list[str]
) -> None:
    guess = looks_like(" ".join(words + foreign))
    assert guess is None or not guess.certain


@pytest.mark.parametrize("text", FOREIGN)
def test_foreign_text_is_no_legacy_text(text: str) -> None:
    assert looks_like(text) is None


@pytest.mark.parametrize(
    "text", ["hôp thich", "qúy", "Hoà", "Céng", "thông tin", "là", "Ý kiến", "Độc lập søn"]
)
def test_words_that_unicode_explains_prove_nothing(text: str) -> None:
    assert looks_like(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "dû",
        "Löu: VT",
        "søn gå",
        "så må gå this text was written for ferries",
        "Uû ban",
        "Khoâng coâng Leâ",
        "Chuû",
        "Nguyễn V¨n An",
        "Müller ViÖt Straße",
    ],
)
def test_weak_or_mixed_evidence_is_a_doubt(text: str) -> None:
    guess = looks_like(text)
    assert guess is not None
    assert not guess.certain


@pytest.mark.parametrize(
    "text", ["35/Q§-SCT ngµy 05", "H§ND tØnh", "§iÒu 5", "Hµ", "ViÖt", "CéNG HßA"]
)
def test_one_unmistakable_word_is_enough(text: str) -> None:
    assert looks_like(text) == Guess(Charset.TCVN3, certain=True)


def test_an_unmistakable_word_decides_between_two_charsets() -> None:
    assert looks_like("HuÕ") == Guess(Charset.TCVN3, certain=True)
    assert looks_like("Coäng") == Guess(Charset.VNI, certain=True)
