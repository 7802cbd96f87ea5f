"""Text in the legacy charsets TCVN3 (ABC), VNI, VISCII and VPS, brought to Unicode, with every doubt marked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from vbgen.words.legacy.charset_tables import tcvn3, viscii, vni, vps
from vbgen.words.legacy.tcvn3_traps import lost_capitals, lost_horns, raised, upper_sign

_VNI_FONT = re.compile(r"vni[- ]", re.IGNORECASE)
_TCVN3_FONT = re.compile(r"\.vn[a-z]", re.IGNORECASE)
_VISCII_FONT = re.compile(r".*viscii", re.IGNORECASE)
_VPS_FONT = re.compile(r"vps[- ]", re.IGNORECASE)
_HIGH = re.compile("[\u00a1-\u00ff]")


class Charset(StrEnum):
    """A charset from before Unicode, by the name that clerks know."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    VISCII = "VISCII"
    VPS = "VPS"


_FONTS = (
    (_TCVN3_FONT, Charset.TCVN3),
    (_VNI_FONT, Charset.VNI),
    (_VPS_FONT, Charset.VPS),
    (_VISCII_FONT, Charset.VISCII),
)


@dataclass(frozen=True, slots=True)
class Converted:
    """Unicode text, and the places in it that a person must look at."""

    text: str
    doubtful: tuple[int, ...] = ()  # from 0, in `text`


_TABLES: Mapping[Charset, Callable[[], Mapping[str, str]]] = {
    Charset.TCVN3: tcvn3,
    Charset.VNI: vni,
    Charset.VISCII: viscii,
    Charset.VPS: vps,
}


def charset_of_font(font_name: str) -> Charset | None:
    """The charset that a font's name tells: `.VnTime` → TCVN3, `VNI-Times` → VNI, `VPS Times` → VPS, others none."""
    name = font_name.strip()
    return next((charset for pattern, charset in _FONTS if pattern.match(name)), None)


def is_capital_font(font_name: str) -> bool:
    """The font draws small letters as capitals: `.VnTimeH`, `.VnArialH`; its text converts with `capitals`."""
    return charset_of_font(font_name) is Charset.TCVN3 and font_name.strip().endswith("H")


def convert(text: str, charset: Charset, *, capitals: bool = False) -> Converted:
    """The text in Unicode (NFC); `capitals` makes all letters large, as a capital font shows them.

    Signs that the charset does not know stay and are doubtful. In TCVN3 so are a hyphen inside a word that may
    be what is left of an ư, and a small letter with a tone where a capital is due, which TCVN3 cannot write;
    among capitals it becomes one without doubt.
    """
    signs, unknown = _replaced(text, charset)
    if charset is Charset.TCVN3:
        unknown |= lost_horns(signs)
        signs = raised(signs)
        unknown |= set() if capitals else lost_capitals(signs)
    written = "".join(upper_sign(sign) for sign in signs) if capitals else "".join(signs)
    return Converted(written, tuple(sorted(unknown)))


def is_known(text: str, charset: Charset) -> bool:
    """Every sign of the text beyond ASCII is a letter, or part of one, in this charset."""
    return not _replaced(text, charset)[1]


def _replaced(text: str, charset: Charset) -> tuple[list[str], set[int]]:
    """The text as a list of letters, one a place, and the places whose sign the charset does not know."""
    table, pattern = _table(charset)
    found = pattern.findall(text)
    signs = [table.get(sign, sign) for sign in found]
    unknown = {
        place for place, sign in enumerate(found) if sign not in table and _HIGH.fullmatch(sign)
    }
    return signs, unknown


@cache
def _table(charset: Charset) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """The letters of the charset and a pattern that takes the longest of them, or else one sign."""
    table = _TABLES[charset]()
    longest_first = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join([*map(re.escape, longest_first), "."]), re.DOTALL)
