"""Capitals within a sentence where Phụ lục II has none: `Giám Đốc`, `Chính Phủ`, `các Đơn vị`."""

import re
from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.body import text_of
from vbgen.decree.rules.typing import LARGE
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph

# Mục IV, V: the first syllable alone has the capital.
_WORDS: Final = (
    "Giám đốc", "Chủ tịch", "Bộ trưởng", "Thứ trưởng", "Hiệu trưởng", "Cục trưởng", "Vụ trưởng", "Viện trưởng",
    "Chi cục trưởng", "Trưởng phòng", "Trưởng ban", "Thủ tướng", "Thủ trưởng", "Bí thư", "Chánh văn phòng",
    "Chính phủ", "Quốc hội", "Hội đồng", "Ủy ban", "Uỷ ban", "Nhà nước", "Nghị định", "Nghị quyết", "Quyết định",
    "Thông tư", "Chỉ thị", "Kế hoạch", "Tờ trình", "Báo cáo", "Công văn", "Hướng dẫn", "Quy chế", "Quy định",
    "Phụ lục", "Danh sách", "Giấy khen", "Bằng khen", "Huân chương", "Cán bộ", "Công chức", "Viên chức", "Đơn vị",
    "Cơ quan", "Cá nhân", "Tập thể", "Căn cứ", "Thực hiện",
)  # fmt: skip
_INNER: Final = re.compile(  # people's committees and councils stand in `capitals.toml`
    rf"\b(?:{'|'.join(word.title() for word in _WORDS)})\b(?! [Nn]hân [Dd]ân)"
)
_AS_WRITTEN: Final = {word.title(): word for word in _WORDS}
_NAME_BEFORE: Final = re.compile(rf"(?<![^\W_])([{LARGE}][^\W\d_]*) $")
_NO_NAME: Final = frozenset(
    {"Phó", "Ban", "Chánh", "Các", "Đồng", "Căn", "Theo", "Ông", "Bà", "Thường"}
)
_COMMON: Final = re.compile(
    r"\b((?:các|những|từng|mỗi|mọi|toàn thể) )"
    r"(Đơn vị|Cơ quan|Cá nhân|Tập thể|Tổ chức|Cán bộ|Công chức|Viên chức|Đồng chí|Hộ gia đình|Doanh nghiệp|Trường học)"
    rf"\b(?! [{LARGE}])"
)


def check_inner_capitals(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A capital on a word's later syllable, and on a common noun that names nobody."""
    for _role, item in text_of(paper):
        yield from _later_syllables(item)
        for match in _COMMON.finditer(item.plain):
            right = match[1] + match[2][0].lower() + match[2][1:]
            yield _hit("capitals.common", item, match[0], right)


def _later_syllables(item: Paragraph) -> Iterator[Hit]:
    for match in _INNER.finditer(item.plain):
        if not _follows_name(item.plain[: match.start()]):
            yield _hit("capitals.special", item, match[0], _AS_WRITTEN[match[0]])


def _follows_name(before: str) -> bool:
    """Whether the words may go on with a name that began before: `Nguyễn Công Văn`."""
    match = _NAME_BEFORE.search(before)
    return match is not None and match[1] not in _NO_NAME


def _hit(rule: str, item: Paragraph, found: str, right: str) -> Hit:
    return Hit(rule, _("ghi là “{text}”", text=found), item, {"words": right})


CHECKS: Final = (check_inner_capitals,)
