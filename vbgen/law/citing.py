"""How a paper cites a rule: point, clause, article, document (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6)."""

import re

_NUMBERED = re.compile(r"\b(Nghị định|Thông tư|Quyết định|Hướng dẫn) (?=\d+/)")
_LAW = re.compile(r"\bLuật( Thi đua, khen thưởng)? \d+/(\d{4})/QH\d+")
_NAMED = "Luật Thi đua, khen thưởng"
_AMENDING = "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"
_PARTS = re.compile(r" (?=(?:khoản|điểm)\b)")
_SEVERAL = re.compile(r"(?<=\d), (?=\d)")


def cited_source(source: str) -> str:
    """`Nghị định số 91/2017/NĐ-CP`; a law has its year and no number: `Luật Thi đua, khen thưởng năm 2022`."""
    return _LAW.sub(_law, _NUMBERED.sub(r"\1 số ", source))


def cited_article(article: str) -> str:
    """`khoản 3 Điều 9` of `Điều 9 khoản 3`; `Điều 79, Điều 80` of `Điều 79, 80`."""
    named, *parts = _PARTS.split(article)
    return " ".join([*reversed(parts), _SEVERAL.sub(", Điều ", named)])


def cite(source: str, article: str) -> str:
    """`khoản 3 Điều 9 Nghị định số 91/2017/NĐ-CP`."""
    return f"{cited_article(article)} {cited_source(source)}".strip()


def _law(found: re.Match[str]) -> str:
    name, year = found.groups()
    return f"{_NAMED if name else _AMENDING} năm {year}"
