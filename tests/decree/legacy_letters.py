"""Vietnamese text as programs from before Unicode wrote it, for tests: each letter's sign found by converting."""

from functools import cache
from itertools import product

from vbgen.words.legacy.charsets import Charset, convert

VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
_VISCII = dict(
    zip(
        "ạảãáăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđà",
        bytes.fromhex(
            "D5E4E3E1E5A2C6C7A1A3E2A5A6E7A4A7E8EBA8E9A9EAABACADAAAEECEFEEEDB8F2F6F5F3F7F4B0B1B2AFB5"
            "BDB6B7DEBEFEF9FCFBFAF8DFD7D8E6D1F1CFD6DBFDDCF0E0"
        ).decode("latin-1"),
        strict=True,
    )
)


@cache
def signs_of(charset: Charset) -> dict[str, str]:
    """Each small letter with the sign, or signs, that stand for it."""
    singles = [chr(code) for code in range(0x80, 0x100)]
    pairs = ["".join(pair) for pair in product("aeouyôö", singles)]
    made = {sign: convert(sign, charset).text for sign in (*singles, *pairs)}
    found: dict[str, str] = {}
    for sign, letter in sorted(made.items(), key=lambda item: item[0] != item[0].lower()):
        if letter in VOWELS and sign != letter:
            found.setdefault(letter, sign)
    return found


def encoded(text: str, charset: Charset | str) -> str:
    """The text in that charset; what it has no sign for stays."""
    signs = _VISCII if charset == "VISCII" else signs_of(Charset(charset))
    return "".join(signs.get(letter, signs.get(letter.lower(), letter)) for letter in text)
