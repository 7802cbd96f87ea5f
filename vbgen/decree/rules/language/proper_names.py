"""Capitals of proper names (Phụ lục II, Mục I to V): people, places, agencies, titles before a name, new lines."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.body import text_of
from vbgen.decree.rules.language.capitals import WITHIN
from vbgen.decree.rules.language.names_in_time import provinces
from vbgen.decree.rules.typing import LARGE
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph

_FAMILY: Final = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Đinh|Trịnh|Đào|Mai|Lương|Tạ|Cao"
_CAPITAL: Final = f"[{LARGE}]"
_PERSON: Final = re.compile(
    rf"\b((?:{_FAMILY})\s+(?:thị|văn)(?:\s+{_CAPITAL}\w+)+"
    rf"|(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí)\s+(?:{_FAMILY})\s+(?:đức|ngọc|thu|thanh|minh|hữu|quang|xuân|đình|quốc|hồng|kim)"
    rf"\s+{_CAPITAL}\w+)"
)
_TITLE: Final = re.compile(
    rf"{WITHIN}((?:phó )?(?:chủ tịch|giám đốc|bộ trưởng|hiệu trưởng|cục trưởng|trưởng phòng|bí thư)|thứ trưởng)"
    rf"\s+(?=(?:{_FAMILY})\s+{_CAPITAL})"
)
_OFFICE: Final = re.compile(  # a title of one known agency; not where any of them are meant
    rf"{WITHIN}(?<!các )(?<!mỗi )(?<!những )(?<!từng )(?<!chức danh )(?<!chức vụ )"
    r"((?:phó )?(?:giám đốc (?=Sở|Trung tâm|Bệnh viện|Công an)|chủ tịch (?=Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng)"
    r"|bộ trưởng (?=Bộ )|cục trưởng (?=Cục )|vụ trưởng (?=Vụ )|hiệu trưởng (?=Trường )|viện trưởng (?=Viện )"
    rf"|trưởng phòng (?={_CAPITAL})|bí thư (?=Đảng ủy|Tỉnh ủy|Thành ủy|Chi bộ)|chánh (?=Văn phòng|Thanh tra)))"
)
_FIELDS: Final = (
    "Y tế", "Tài chính", "Nội vụ", "Công Thương", "Xây dựng", "Tư pháp", "Giáo dục và Đào tạo",
    "Khoa học và Công nghệ", "Nông nghiệp và Môi trường", "Tài nguyên và Môi trường", "Văn hóa, Thể thao và Du lịch",
    "Dân tộc và Tôn giáo", "Ngoại giao", "Quốc phòng", "Công an",
)  # fmt: skip
_OTHER_WORDS: Final = "".join(  # behind the word, so that they are looked at where it stands only
    f"(?<!{word} [bs][ộở])"
    for word in ("cán", "cơ", "trụ", "toàn", "nội", "đồng", "cục", "liên", "tiến")
)
_AGENCY: Final = re.compile(
    rf"\b(bộ|sở){_OTHER_WORDS} ({'|'.join(map(re.escape, _FIELDS))})\b", re.IGNORECASE
)
_COMMON: Final = frozenset(
    {"Hòa Bình", "Thái Bình", "Bình Định", "Bình Dương", "Long An", "Hậu Giang"}
)
_NUMBERED: Final = re.compile(
    r"(?:Điều \d+\.|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-–+])\s+(\w)(\w*)"
)


def check_names(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """People, places, agencies and titles within the text."""
    for _role, item in text_of(paper):
        yield from _people(item)
        yield from _places(item)
        yield from _agencies(item)
        yield from _this_paper(paper, item)


def _hit(rule: str, item: Paragraph, found: str, right: str) -> Hit:
    return Hit(rule, _("ghi là “{text}”", text=found), item, {"words": right})


def _people(item: Paragraph) -> Iterator[Hit]:
    for match in _PERSON.finditer(item.plain):
        name = match[1].removeprefix("ông ").removeprefix("bà ").removeprefix("đồng chí ")
        yield _hit("capitals.person", item, match[1], _capitalised(name))
    for match in (*_TITLE.finditer(item.plain), *_OFFICE.finditer(item.plain)):
        title = match[1].strip()
        yield _hit("capitals.title", item, title, title[0].upper() + title[1:])


def _capitalised(name: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in name.split())


def _places(item: Paragraph) -> Iterator[Hit]:
    lowered = item.plain.lower()
    if not any(name in lowered for name in _lowered_provinces()):
        return
    for match in _place().finditer(item.plain):
        right = _rightly(match[2])
        if _is_wrong(match, right):
            yield _hit("capitals.place", item, match[2], right)
        elif match[1] == "Tỉnh" and _is_within(item.plain, match.start()):
            yield _hit("capitals.unit", item, match[0], f"tỉnh {right}")


def _is_wrong(match: re.Match[str], right: str) -> bool:
    """Whether the name stands otherwise, behind its unit or where it can be nothing else."""
    return match[2] != right and bool(match[1] or _half(match[2], right))


def _is_within(text: str, start: int) -> bool:
    """Whether a small letter stands just before: the middle of a sentence."""
    return text[start - 2 : start].strip(" ").islower()


def _half(found: str, right: str) -> bool:
    """Whether only the first syllable has its capital, and the words can be nothing but the place's name."""
    return right not in _COMMON and found == right.capitalize()


def _rightly(found: str) -> str:
    return next(name for name in _provinces() if name.lower() == found.lower())


@cache
def _place() -> re.Pattern[str]:
    names = "|".join(map(re.escape, _provinces()))
    return re.compile(rf"(?:\b([Tt]ỉnh|[Tt]hành phố) )?\b((?i:{names}))\b")


@cache
def _lowered_provinces() -> Sequence[str]:
    return tuple(name.lower() for name in _provinces())


def _provinces() -> Sequence[str]:
    return [name for name in provinces() if " " in name and name != "Hồ Chí Minh"]


def _agencies(item: Paragraph) -> Iterator[Hit]:
    for match in _AGENCY.finditer(item.plain):
        field = next(each for each in _FIELDS if each.lower() == match[2].lower())
        right = f"{match[1].capitalize()} {field}"
        if match[0] != right and match[0] != right.replace("Công Thương", "Công thương"):
            yield _hit("capitals.agency", item, match[0], right)


def _this_paper(paper: Paper, item: Paragraph) -> Iterator[Hit]:
    """The paper's own type in “quyết định này”."""
    name = paper.type.name if paper.type is not None else ""
    low = f"{name.lower()} này"
    if name and re.search(rf"{WITHIN}{low}\b", item.plain):
        yield _hit("capitals.this-paper", item, low, f"{name} này")


def check_new_lines(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Clauses, points and items that begin small where their like begin with capitals."""
    text = text_of(paper)
    for part in (Part.ARTICLE, Part.CLAUSE, Part.POINT, Part.ITEM):
        yield from _small_ones([item for role, item in text if role is part], part)


def _small_ones(items: Sequence[Paragraph], part: Part) -> Iterator[Hit]:
    small = [(item, match[1] + match[2]) for item in items if (match := _begins_small(item))]
    if part is Part.ITEM and len(small) * 2 >= len(items):
        return  # a list whose items all go on in the sentence above
    for item, word in small:
        yield Hit("capitals.item", _("dòng bắt đầu bằng “{text}”", text=word), item)


def _begins_small(item: Paragraph) -> re.Match[str] | None:
    match = _NUMBERED.match(f"{item.label} {item.plain}" if item.label else item.plain)
    return match if match and match[1].islower() else None


CHECKS: Final = (check_names, check_new_lines)
