"""Where a line of a certificate may end: natural, good and bearable places, and places where it must not."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise


class Break(IntEnum):
    """How well a line ends before a word."""

    NEVER = 0
    BEARABLE = 1  # at any other blank
    GOOD = 2  # after a comma, before a bracket, a quotation or “và”
    NATURAL = 3  # between a name, a position and an agency


_WORD = re.compile(r"[^ \t\r\n]+")  # a non-breaking space holds its words together
_POSITION = re.compile(
    r"\b(?:(?:quyền|nguyên)\s+)?(?:phó\s+phòng|(?:phó\s+)?(?:"
    r"tổng\s+giám\s+đốc|giám\s+đốc|chánh\s+văn\s+phòng|chánh\s+thanh\s+tra|chủ\s+tịch|chủ\s+nhiệm|bí\s+thư"
    r"|trưởng\s+(?:phòng|ban|khoa|đoàn)|(?:chi\s+cục|cục|đội|tổ|hiệu|viện|trạm)\s+trưởng)"
    r"|kế\s+toán\s+(?:trưởng|viên)|chuyên\s+viên(?:\s+(?:cao\s+cấp|chính))?|kiểm\s+soát\s+viên|thanh\s+tra\s+viên"
    r"|nhân\s+viên|công\s+nhân|văn\s+thư)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:(?:Ủy|Uỷ|ỦY|UỶ)\s+(?i:ban)|UBND|HĐND|H(?i:ội\s+đồng)|V(?i:ăn\s+phòng)|T(?i:hanh\s+tra)|T(?i:rung\s+tâm)"
    r"|C(?i:hi\s+cục)|C(?i:hi\s+nhánh)|T(?i:ổng\s+cục)|T(?i:ổng\s+công\s+ty)|C(?i:ông\s+ty)|C(?i:ông\s+đoàn)"
    r"|H(?i:ợp\s+tác\s+xã)|X(?i:í\s+nghiệp)|N(?i:hà\s+máy)|B(?i:ệnh\s+viện)|H(?i:iệp\s+hội)"
    r"|B(?i:an\s+(?:quản\s+lý|chỉ\s+đạo|chấp\s+hành))"
    r"|Sở|Bộ|Cục|Vụ|Viện|Hội|Đội|Tổ|Khoa|Ban|Phòng|Trường)\b"  # one syllable: in capitals it may be CƠ SỞ, XÃ HỘI
)
# Words said in one breath, with what their first words speak of.
_ONE_BREATH = re.compile(
    r"\bphòng,\s+chống\b|\bxanh,\s+sạch,\s+đẹp\b"
    r"|\b(?:hoạt\s+động|công\s+tác|phong\s+trào)\s+\S+",
    re.IGNORECASE,
)
_STOP = re.compile(r"[,;:]$")
_HOLDS_THE_NEXT = re.compile(r"(?:ông|bà|đ/c|số|lần|thứ|và|[(“])$", re.IGNORECASE)
_BEGINS_A_PHRASE = "và"  # `và Đào tạo` goes on with a name
_HOLDS_TO_THE_LAST = re.compile(r"[-–—&]$|\d|[)”]$")


def breaks_before_words(
    text: str, *, keep_together: Sequence[str | re.Pattern[str]] = ()
) -> list[Break]:
    """One verdict a word: may a line begin with it? The first word's is NEVER.

    Natural: after a position, before an agency's name, after a comma that a capital follows. Good: after another
    comma, before a bracket or a quotation, before “và” where no name goes on. Never: inside a position, inside words
    said in one breath (“phòng, chống”) or a match of `keep_together`, before a figure or a dash, and inside the last
    two words before a natural place or the end, so that no name loses its last word.
    """
    words = list(_WORD.finditer(text))
    patterns = (_POSITION, _ONE_BREATH, *keep_together)
    spans = [match.span() for pattern in patterns for match in re.finditer(pattern, text)]
    starts_of_names = _starts_of_names(text)
    verdicts = [Break.NEVER]
    for before, after in pairwise(words):
        named = bool({before.end(), after.start()} & starts_of_names)
        held = _is_held(before, after) or _is_inside(after.start(), spans)
        named_next = text[after.end() :].lstrip()[:1].isupper()
        verdict = _verdict(before[0], after[0], named=named, named_next=named_next)
        verdicts.append(Break.NEVER if held else verdict)
    return list(_keeping_last_pairs(verdicts[: len(words)], [word[0] for word in words]))


def _starts_of_names(text: str) -> set[int]:
    """Places behind a position and before an agency's name."""
    ends = {match.end() for match in _POSITION.finditer(text)}
    return ends | {match.start() for match in _AGENCY.finditer(text)}


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in spans)


def _verdict(before: str, after: str, *, named: bool, named_next: bool) -> Break:
    if _STOP.search(before):
        return Break.NATURAL if after[0].isupper() else Break.GOOD
    if named:
        return Break.NATURAL
    begins = after.startswith(("(", "“")) or (after == _BEGINS_A_PHRASE and not named_next)
    return Break.GOOD if begins else Break.BEARABLE


def _is_held(before: re.Match[str], after: re.Match[str]) -> bool:
    return bool(_HOLDS_THE_NEXT.match(before[0]) or _HOLDS_TO_THE_LAST.match(after[0]))


def _keeping_last_pairs(verdicts: Sequence[Break], words: Sequence[str]) -> Iterator[Break]:
    for index, verdict in enumerate(verdicts):
        is_last = index + 1 == len(verdicts) or verdicts[index + 1] is Break.NATURAL
        begins_anew = index > 0 and _STOP.search(words[index - 1])
        yield Break.NEVER if is_last and not begins_anew else verdict
