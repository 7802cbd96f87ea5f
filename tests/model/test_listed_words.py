"""Words of an open list: a name behind a known word's stroke is its own; any other text is left as it is."""

import pytest

from vbgen.model.vocabulary import ListedWord, WordList

WORDS = WordList((ListedWord("ke-hoach", "Kế hoạch"),))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("kế hoạch", "ke-hoach"),
        ("Kế hoạch / van-nghe", "ke-hoach/van-nghe"),
        ("ke-hoach / van-nghe", "ke-hoach/van-nghe"),
        ("Thôn / tổ dân phố", "Thôn / tổ dân phố"),
        ("x/\n,y", "x/\n,y"),
    ],
)
def test_only_a_known_word_has_a_name_behind_its_stroke(typed: str, code: str) -> None:
    assert WORDS.code_of(typed) == code
