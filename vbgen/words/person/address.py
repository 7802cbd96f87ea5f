"""Forms of address, ranks and degrees, as clerks write them before or behind a name."""

import re
from dataclasses import dataclass
from functools import cache

from vbgen.words.person.families import FAMILIES, NEVER_MIDDLE

_MEN = ("ông", "anh", "chú", "cụ ông", "mr", "mr.")
_WOMEN = ("bà", "chị", "cô", "dì", "mrs", "mrs.", "ms", "ms.", "miss")
_EITHER = (
    "đ/c", "đc", "đ.c", "đồng chí", "em", "bạn", "bác", "thầy", "thầy giáo", "cô giáo", "cháu", "cụ",
    "ts", "ts.", "tskh", "tskh.", "ths", "ths.", "thạc sĩ", "thạc sỹ", "tiến sĩ", "tiến sỹ", "gs", "gs.", "pgs", "pgs.",
    "gs.ts", "gs.ts.", "pgs.ts", "pgs.ts.", "giáo sư", "phó giáo sư", "bs", "bs.", "bác sĩ", "bác sỹ", "dược sĩ",
    "dược sỹ", "ds.", "ks", "ks.", "kỹ sư", "kĩ sư", "kts", "kts.", "cn.", "cử nhân", "ls.", "luật sư", "nb.",
    "ngưt", "ngnd", "nsưt", "nsnd", "ttưt", "ttnd", "nghệ nhân", "nhà giáo", "thầy thuốc", "điều dưỡng",
    "thiếu úy", "thiếu uý", "trung úy", "trung uý", "thượng úy", "thượng uý", "đại úy", "đại uý", "thiếu tá",
    "trung tá", "thượng tá", "đại tá", "thiếu tướng", "trung tướng", "thượng tướng", "đại tướng", "hạ sĩ", "trung sĩ",
    "đd", "đd.", "đdđh", "cnđd", "ktv", "ktv.", "nhs", "nhs.",
    "thượng sĩ", "chuẩn úy", "binh nhất", "binh nhì", "linh mục", "mục sư", "đại đức", "thượng tọa", "hòa thượng",
    "giám đốc", "phó giám đốc", "trưởng phòng", "phó trưởng phòng", "chuyên viên", "hiệu trưởng", "giáo viên",
    "chủ tịch", "phó chủ tịch", "nhân viên", "cán bộ", "công chức", "viên chức", "họ và tên", "họ tên", "dr", "dr.",
)  # fmt: skip
_DEGREE = re.compile(r"(?:[A-ZĐƯ][A-Za-zĐđƯư]{0,4}\.)+(?:CK[I]{1,2}|CK[12])?[.,]?|BSCK[I12]+\.?")
_LEVELS = re.compile(r"(?:CK|CKI{1,2}|CK[12]|cấp [12]|hạng [I1]{1,3})\.?", re.IGNORECASE)
_ALSO_NAMES = frozenset(
    {"ông", "cô", "em", "anh", "bác", "cháu", "cụ", "chú", "thầy", "dì", "bạn", "cậu"}
)
_SHORTEST = 2  # words of a name behind what may be a title


@dataclass(frozen=True, slots=True)
class Addressed:
    """A name without what stands before it; what that says of the person, None where it says nothing."""

    title: str
    name: str
    is_woman: bool | None = None


def addressed(full_name: str) -> Addressed | None:
    """The forms of address that a name begins with, taken off; None for a name that has none."""
    words, count = full_name.split(), 0
    while count < len(words) and (taken := _taken(words[count:])):
        count += taken
    if not count or count == len(words):
        return None
    title = " ".join(words[:count])
    return Addressed(title, " ".join(words[count:]), _sex(words[0].casefold()))


def may_be_title(word: str) -> bool:
    """Some form of address begins with the word."""
    return word.casefold() in _openings()


def is_of_woman(title: str) -> bool | None:
    """What a form of address alone says: True for Bà, False for Ông, None for others."""
    return _sex(title.strip().casefold())


def _taken(words: list[str]) -> int:
    """How many of the first words are a title."""
    for count in (3, 2, 1):
        spoken = " ".join(words[:count])
        if len(words) > count and spoken.casefold() in _known():
            return count if _is_title(spoken, words[count:]) else 0
    is_degree = _DEGREE.fullmatch(words[0]) and not _is_initial(words[0])
    return int(bool(is_degree or _LEVELS.fullmatch(words[0])))


def _is_title(spoken: str, rest: list[str]) -> bool:
    """`Ông Nguyễn An` has one; `Ông Cao Thắng`, `Ông Thị Hà` and `Đồng Chí Kiên` are names."""
    if not _may_be_name(spoken) or rest[0] in NEVER_MIDDLE or rest[0].startswith("H'"):
        return True
    return rest[0] in FAMILIES and len(rest) > _SHORTEST


def _may_be_name(spoken: str) -> bool:
    """The words can begin a name as well: some families, and two words that both have capitals."""
    if " " in spoken:
        return spoken == spoken.title()
    return spoken.casefold() in _ALSO_NAMES


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word.endswith(".")  # noqa: PLR2004 - a letter and its dot


def _sex(spoken: str) -> bool | None:
    if spoken in _MEN:
        return False
    return True if spoken in _WOMEN else None


@cache
def _known() -> frozenset[str]:
    return frozenset((*_MEN, *_WOMEN, *_EITHER))


@cache
def _openings() -> frozenset[str]:
    return frozenset(title.split()[0] for title in _known())
