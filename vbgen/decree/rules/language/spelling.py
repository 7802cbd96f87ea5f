"""Words that no Vietnamese syllable is spelt like, letters of other alphabets, texts read in the wrong encoding."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.encodings import holds_legacy_text, tells_of_legacy
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.language.compounds import confused
from vbgen.decree.rules.typing import without_addresses
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph
from vbgen.words.letters import VOWELS, without_tone
from vbgen.words.syllables import is_syllable

_WORD: Final = re.compile(r"(?<![\w.\-/'’])[^\W\d_]+(?![\w\-/'’])")
_MARKED: Final = re.compile(r"[^\x00-\x7f]")
_ETH: Final = frozenset("ðÐ")
_STRANGE: Final = ("CYRILLIC", "GREEK")
_OPENS: Final = re.compile(r"^(?:[-–+•]|\d+[.)]|[a-zđ]\)|[IVX]+\.|Điều \d+\.)?\s*$|[.!?:]\s*$")
_LEFT_ALONE: Final = frozenset({Part.SIGNER, Part.NUMBER, Part.RULE_LINE, Part.DRAFTER, Part.STAMP})
_SHOWN: Final = 4  # words of one paragraph that are told
_ODD_ONSET: Final = re.compile(
    r"ng[ieêy]|(?:ngh|gh)[aăâoôơuư]|g[eê]|c[ieêy]"
)  # what school spelling forbids
_VOWEL: Final = re.compile(f"[{VOWELS}]")
# What the keys of Telex leave where the keyboard was off, and no other language writes: `phuj`, `dduowcj`, `hieenj`.
_TELEX: Final = re.compile(r"dd[a-z]+|[a-z]*(?:uow|uwo|iee|yee|uoo)[a-z]*|[a-z]*[aeiouy][a-z]*j")
_SHAPES: Final = (
    *(("dd", "đ"), ("uwow", "ươ"), ("uow", "ươ"), ("uwo", "ươ"), ("aa", "â"), ("ee", "ê")),
    *(("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư")),
)


def check_spelling(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """One hit a paragraph; nothing of a paragraph whose letters are of another encoding."""
    for role, item in zip(paper.roles, paper.document.paragraphs, strict=True):
        text = without_addresses(unicodedata.normalize("NFC", item.text))
        if _is_garbled(text):
            yield Hit("typing.encoding", _("chữ bị đọc sai bảng mã"), item)
        elif tells_of_legacy(item) or holds_legacy_text(text):
            continue
        elif strange := _strange_letters(text):
            yield Hit("typing.foreign-letter", _("chữ “{text}”", text=strange), item)
        elif role not in _LEFT_ALONE:
            yield from _misspelt(item, text)


def _is_garbled(text: str) -> bool:
    """Whether every word that is not ASCII is UTF-8 that was read as Windows-1252: `MÃ¡y` for `Máy`."""
    high = [word for word in text.split() if not word.isascii()]
    return bool(high) and all(map(_was_unicode, high))


def _was_unicode(word: str) -> bool:
    try:
        back = word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    return back != word


def _strange_letters(text: str) -> str:
    """The first word with a letter of another alphabet among Latin ones, or with an Eth for Đ."""
    return next((word for word in re.findall(r"[^\W\d_]+", text) if _is_mixed(word)), "")


@lru_cache(maxsize=8192)  # the same words stand on page after page
def _is_mixed(word: str) -> bool:
    if not _ETH.isdisjoint(word):
        return True
    strange = [letter for letter in word if unicodedata.name(letter, "").startswith(_STRANGE)]
    return bool(strange) and len(strange) < len(word)


def _misspelt(item: Paragraph, text: str) -> Iterator[Hit]:
    wrong = [match[0] for match in _WORD.finditer(text) if _is_slip(match, text)]
    pairs = dict(confused(text))
    meant = [*(_slips()[word] for word in wrong if word in _slips()), *pairs.values()]
    wrong += pairs
    if wrong:
        found = _("“{text}”", text="”, “".join(dict.fromkeys(wrong[:_SHOWN])))
        yield Hit(
            "typing.misspelt", found, item, {"meant": f" ({', '.join(meant)})" if meant else ""}
        )


def _is_slip(match: re.Match[str], text: str) -> bool:
    """Whether the word is no syllable; a capital one only where a sentence begins."""
    word = match[0]
    if not _is_misspelt(word):
        return False
    return word in _slips() or not word[0].isupper() or _begins_sentence(match, text)


@lru_cache(maxsize=8192)  # as above
def _is_misspelt(word: str) -> bool:
    """Whether it is a known slip, or has Vietnamese letters, is no abbreviation and no syllable."""
    return word in _slips() or _is_telex(word) or _is_no_syllable(word)


def _is_no_syllable(word: str) -> bool:
    if word.isupper() or not _MARKED.search(word):
        return False
    bare = without_tone(word.lower())[0]
    if not _VOWEL.search(bare) or not word[1:].islower():
        return False  # an abbreviation
    return word.lower() not in _loans() and (not is_syllable(word) or bool(_ODD_ONSET.match(bare)))


def _is_telex(word: str) -> bool:
    """Whether a small word is a syllable as the keys of Telex spell it."""
    if not _TELEX.fullmatch(word):
        return False
    tone = word[-1] if word[-1] in "sfrxj" else ""
    letters = word.removesuffix(tone)
    for keys, letter in _SHAPES:
        letters = letters.replace(keys, letter)
    if not is_syllable(letters, strict=False):
        return False
    return tone in ("s", "j") or not letters.endswith(("c", "ch", "p", "t"))


def _begins_sentence(match: re.Match[str], text: str) -> bool:
    """Whether the word opens a sentence of small words, so that its capital makes no name of it."""
    following = text[match.end() :].split()
    return bool(_OPENS.search(text[: match.start()])) and bool(following) and following[0].islower()


@cache
def _slips() -> Mapping[str, str]:
    found: Mapping[str, str] = _table()["abbreviations"]
    return found


@cache
def _loans() -> frozenset[str]:
    return frozenset(_table()["loans"])


@cache
def _table() -> Mapping[str, Any]:
    path = Path(__file__).parent.parent / "words" / "slips.toml"
    return tomllib.loads(path.read_text("utf-8"))


def check_brackets(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A bracket that is opened and never closed, or closed and never opened; "a)" opens none."""
    for item in paper.document.paragraphs:
        text = re.sub(r"(?:^|(?<=[\s,;(“]))(?:[a-zđ]{1,2}|\d{1,2}|[ivx]+)\)", "", item.plain)
        if text.count("(") > item.plain.count(")") or (")" in text and "(" not in item.plain):
            yield Hit("typing.brackets-open", _("dấu ngoặc đơn không đủ đôi"), item)


CHECKS: Final = (check_spelling, check_brackets)
