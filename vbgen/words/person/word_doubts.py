"""Doubts about the words of a name: digits, marks, case, tones, letters; syllables of a people are not judged."""

import re
import unicodedata

from vbgen.messages import _
from vbgen.words.letters import TONE_MARKS
from vbgen.words.names import fold
from vbgen.words.person.doubt import Look, NameDoubt, NameDoubtKind, cut
from vbgen.words.person.families import INNER_CAPITALS, KINH, PARTICLES, UNMARKED

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d")
_MARKS = re.compile(r"[^\w\s\u0300-\u036f'’`´‘.\-‐‑–—()]|_")
_QUOTES = "'’`´‘"
_ONE_LETTER = re.compile(r"[^\W\d_]")
_TONE = "[" + "".join(TONE_MARKS) + "]"
_TWO_TONES = re.compile(
    f"{_TONE}\\w?[\u0302\u0306\u031b]*{_TONE}"
)  # on one letter, or on two that touch
_NO_NAMES = frozenset(
    "abcdefghijklmnopqrstvwxzABCDEFGHIJKLMNOPQRSTVWXZĐđ"
)  # alone; Y, Ô and Ý are names
_SLIPS = {"Vãn": "Văn", "Thi": "Thị"}  # a middle name with the wrong mark
_PARTICLE = re.compile(rf"(?:{'|'.join(PARTICLES)})(?:-|\Z)")
_LATIN = re.compile(r"[a-z\u00c0-\u024f]+\Z")


def is_told_by_words(name: str) -> bool:
    """A name of usual form has a word that only a closer look understands."""
    words = name.split(" ")
    return (
        words[0] in UNMARKED
        or bool(_SLIPS.keys() & set(words[1:-1]))
        or any(map(_has_two_tones, words))
    )


def _number(name: str) -> NameDoubt | None:
    if not _DIGITS.search(name):
        return None
    return NameDoubt(NameDoubtKind.NUMBER, _("tên có chữ số (“{name}”)", name=cut(name)))


def _marks(name: str) -> NameDoubt | None:
    found = "".join(dict.fromkeys(_MARKS.findall(name)))
    if not found and name[0] in _QUOTES:  # typed before a text that Excel shall leave as it is
        return NameDoubt(
            NameDoubtKind.MARKS, _("tên có dấu lạ “{marks}”", marks=name[0]), name[1:].strip()
        )
    if not found and not _odd_dot(name) and name.count("(") == name.count(")"):
        return None
    shown = found or ("." if "." in name else "()")
    return NameDoubt(NameDoubtKind.MARKS, _("tên có dấu lạ “{marks}”", marks=shown))


def _odd_dot(name: str) -> bool:
    """A dot that stands behind no initial of a name of another country."""
    if "." not in name:
        return False
    if name.split(maxsplit=1)[0] in KINH:
        return True
    return not all(
        re.fullmatch(r"(?:[^\W\d_]\.)+|Jr\.|Sr\.", word) for word in name.split() if "." in word
    )


def _short(name: str) -> NameDoubt | None:
    last = name.rsplit(maxsplit=1)[-1]
    letters = _WORD.findall(name)
    is_letter = _ONE_LETTER.fullmatch(last) and last in _NO_NAMES
    if len("".join(letters)) > 1 and not (is_letter and len(letters) > 1):
        return None
    return NameDoubt(NameDoubtKind.SHORT, _("tên có phần chỉ một chữ cái (“{name}”)", name=name))


def _case(name: str) -> NameDoubt | None:
    proposed = _capitalised(name)
    if _is_capital(name):
        message = _(
            "tên viết toàn chữ in hoa, sẽ in đúng như vậy trong danh sách; có thể là “{proposed}”",
            proposed=proposed,
        )
        return NameDoubt(NameDoubtKind.CASE, message, proposed)
    if any(word[0].islower() and not _PARTICLE.match(word) for word in name.split()):
        message = _(
            "tên có chữ chưa viết hoa, sẽ in đúng như vậy; có thể là “{proposed}”",
            proposed=proposed,
        )
    elif _is_half_capital(name):
        message = _(
            "tên có chữ viết hoa cả chữ, sẽ in đúng như vậy; có thể là “{proposed}”",
            proposed=proposed,
        )
    else:
        return None
    return NameDoubt(NameDoubtKind.CASE, message, proposed)


def _is_capital(name: str) -> bool:
    words = _WORD.findall(name)
    return name == name.upper() and name != name.lower() and any(len(word) > 2 for word in words)  # noqa: PLR2004


def _is_half_capital(name: str) -> bool:
    """Whether some words of a Kinh name stand in capitals: `Nguyễn Thu HÀ`, `NGUYỄN Thu Hà`."""
    words = _WORD.findall(name)
    is_kinh = bool(words) and words[0].capitalize() in KINH
    return is_kinh and any(len(word) > 1 and word.isupper() for word in words)


def _glued(name: str) -> NameDoubt | None:
    for word in _WORD.findall(name):
        inner = [at for at in range(1, len(word)) if word[at].isupper() and word[at - 1].islower()]
        if inner and not word.startswith(INNER_CAPITALS):
            proposed = name.replace(word, f"{word[: inner[0]]} {word[inner[0] :]}")
            message = _("“{word}” có chữ hoa ở giữa, có thể thiếu dấu cách", word=cut(word))
            return NameDoubt(NameDoubtKind.GLUED, message, proposed)
    return None


def _tones(name: str) -> NameDoubt | None:
    for word in name.split():
        if _has_two_tones(word):
            return NameDoubt(NameDoubtKind.TONES, _("“{word}” có hai dấu thanh", word=cut(word)))
    return None


def _has_two_tones(word: str) -> bool:
    return not word.isascii() and bool(_TWO_TONES.search(unicodedata.normalize("NFD", word)))


def _unmarked(name: str) -> NameDoubt | None:
    if not name.isascii() or name.split(maxsplit=1)[0] not in UNMARKED:
        return None
    return NameDoubt(NameDoubtKind.UNMARKED, _("tên chưa có dấu tiếng Việt"))


def _slip(name: str) -> NameDoubt | None:
    words = name.split()
    for word in words[1:-1]:
        if word in _SLIPS and words[0] in KINH:
            proposed = name.replace(f" {word} ", f" {_SLIPS[word]} ", 1)
            message = _("có thể là “{proposed}”", proposed=proposed)
            return NameDoubt(NameDoubtKind.SLIP, message, proposed)
    return None


def _script(name: str) -> NameDoubt | None:
    strange = [word for word in _WORD.findall(name) if not _LATIN.match(fold(word))]
    if not strange:
        return None
    message = _("“{word}” không viết bằng chữ Latinh", word=cut(strange[0]))
    return NameDoubt(NameDoubtKind.SCRIPT, message)


def _capitalised(name: str) -> str:
    """Each word with a capital and small letters behind it, `H'Hen` and `Êban` among them."""
    small = name.lower()
    return re.sub(r"(?<![^\W\d_])[^\W\d_]", lambda match: match[0].upper(), small)


LOOKS: tuple[Look, ...] = (
    _number, _marks, _short, _case, _glued, _tones, _unmarked, _slip, _script
)  # fmt: skip
