"""What is built like a Vietnamese word, and letters taken apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.words.legacy_samples import NAMES, SENTENCES
from tests.words.marked_letters import all_marked
from vbgen.words.letters import ALPHABET, VOWELS, Tone, with_tone, without_tone
from vbgen.words.syllables import is_syllable

WORDS = [word.strip(",;") for text in SENTENCES + NAMES for word in text.split()]


@pytest.mark.parametrize("word", sorted({word for word in WORDS if word.isalpha()}))
def test_words_of_real_text_are_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word.upper()))


@pytest.mark.parametrize(
    "word",
    ["gì", "giếng", "quốc", "quý", "hoà", "hòa", "khuỷu", "nghiêng", "ủy", "yêu", "ở", "Páo"],
)
def test_difficult_words_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "đ",
        "ng",
        "Müller",
        "Niê",
        "Krông",
        "hộố",
        "thịch ",
        "mạnhh",
        "tờt",
        "ViÖt",
        "5",
        "fa",
        "ạc2",
    ],
)
def test_other_words_are_none(word: str) -> None:
    assert not is_syllable(word)


def test_a_stopped_rhyme_needs_its_tone_unless_typing_was_hasty() -> None:
    assert not is_syllable("hop")
    assert is_syllable("hop", strict=False)
    assert not is_syllable("hòp", strict=False)


@given(st.sampled_from(VOWELS), st.sampled_from(list(Tone)))
def test_a_letter_comes_apart_as_it_was_put_together(vowel: str, tone: Tone) -> None:
    plain, tones = without_tone(with_tone(vowel, tone))
    assert plain == vowel
    assert tones == ((tone,) if tone else ())


def test_the_alphabet_has_29_letters_and_134_with_marks() -> None:
    assert len(ALPHABET) == 29
    assert len(set(all_marked())) == 134
