"""Who signs: power, title and name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.messages import _
from vbgen.word.reading.values import CellSpot

_LETTERS: Final = r"T\s*/?\s*M|K\s*/?\s*T|T\s*/?\s*L|T\s*/?\s*U\s*/?\s*Q"
_POWER: Final = re.compile(
    rf"(?P<letters>{_LETTERS}|Q)(?P<dot>\s*[./:])(?P<blank>\s*)(?P<rest>\S.*)"
)
_BARE: Final = re.compile(rf"(?P<letters>{_LETTERS})\s+(?=\S)")
_TITLES: Final = (
    "giam doc", "tong giam doc", "chu tich", "bo truong", "cuc truong", "chi cuc truong", "hieu truong", "vu truong",
    "chanh van phong", "truong phong", "truong ban", "thu tuong", "vien truong", "chanh thanh tra", "tong cuc truong",
    "pho ", "thu truong",
)  # fmt: skip
_BODIES: Final = (
    "uy ban nhan dan",
    "ubnd",
    "hoi dong",
    "ban chap hanh",
    "ban thuong vu",
    "ban chi dao",
    "ban to chuc",
    "doan ",
    "chinh phu",
    "thuong truc",
    "hdnd",
)
_HONOURS: Final = re.compile(
    r"^(?:(?i:gs|pgs|tskh|ts|ths|bs|ks|cn|ls)\.\s*|(?:GS|PGS|TS|TSKH|ThS|Ths|THS|ThS|Th\.S|BS|BSCK\w*|KS|CN|LS|NGND|NGƯT|NSND|NSƯT|AHLĐ|"
    r"CKI|CKII|Đ/c|Đồng chí|Ông|Bà|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Cử nhân|Luật sư|Nhà giáo)[.,\s]+)+"
)
_WITH_OWN_TITLE: Final = frozenset({"KT", "TL", "TUQ"})
_BY_TWO: Final = frozenset({"Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận"})


def check_signer(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A missing title or name, honours before the name."""
    if paper.kind is not FormKind.OFFICIAL:
        return
    powers, names = paper.of(Part.POWER), paper.of(Part.SIGNER)
    if not paper.is_of_known_type and not names:
        return
    if not powers and not names:
        yield Hit("signer.missing", _("không thấy chức vụ, họ tên người ký"))
        return
    if not names:
        yield Hit("signer.name-missing", _("không thấy họ tên người ký"), powers[-1])
    for name in names:
        if words := honours_before(name.text):
            yield Hit(
                "signer.honours", _("ghi là “{text}”", text=name.text), name, {"words": words}
            )


def honours_before(name: str) -> str:
    """`PGS.TS.` of “PGS.TS. Lê Văn A”: degrees and forms of address that stand before a name; empty for none."""
    match = _HONOURS.match(name.strip())
    return match[0].strip() if match else ""


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a power as they are written, and the words behind them."""

    short: str  # TM, KT, TL, TUQ, Q
    rest: str  # folded
    is_right: bool  # written as the decree writes them: "KT. "


def _letters_of(line: Line) -> _Letters | None:
    match = _POWER.match(line.text)
    if match is not None:
        short = _short(match["letters"])
        is_right = match["letters"] == short and match["dot"] == "." and bool(match["blank"])
        return _Letters(short, line.folded[match.start("rest") :], is_right)
    bare = _BARE.match(line.text)
    if bare is None:
        return None
    return _Letters(_short(bare["letters"]), line.folded.partition(" ")[2], is_right=False)


def _short(written: str) -> str:
    return re.sub(r"[\s/]", "", written)


def check_power(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """TM., KT., TL., TUQ., Q.: written right, before the right words, with the signer's own title below."""
    lines = paper.of(Part.POWER)
    for place, line in enumerate(lines):
        letters = _letters_of(line)
        if letters is None:
            continue
        if not letters.is_right:
            found = _("ghi là “{text}”", text=line.text)
            yield Hit("power.abbreviation", found, line, {"words": f"{letters.short}. "})
        yield from _used(letters.short, letters.rest, line)
        if letters.short in _WITH_OWN_TITLE and not _title_below(lines, place):
            found = _("dưới “{text}” không có chức vụ người ký", text=line.text)
            yield Hit("power.second-line", found, line, {"words": f"{letters.short}."})


def _used(letters: str, rest: str, line: Line) -> Iterator[Hit]:
    is_title, is_body = rest.startswith(_TITLES), rest.startswith(_BODIES)
    reason = ""
    if letters == "TM" and is_title:
        reason = _("“TM.” ghi trước tên tập thể lãnh đạo hoặc tên cơ quan, tổ chức")
    elif letters != "TM" and is_body:
        reason = _(
            "“{letters}.” ghi trước chức vụ của người đứng đầu cơ quan, tổ chức", letters=letters
        )
    elif letters != "TM" and rest.startswith("pho "):
        reason = _(
            "“{letters}.” ghi trước chức vụ của người đứng đầu, không trước chức vụ cấp phó",
            letters=letters,
        )
    if reason:
        yield Hit("power.wrong", _("ghi là “{text}”", text=line.text), line, {"reason": reason})


def _title_below(lines: Sequence[Line], place: int) -> bool:
    cell = lines[place].paragraph.cell
    below = lines[place + 1 : place + 3]
    return any((line.paragraph.cell is None) == (cell is None) for line in below)


def check_level(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Recipients and signer side by side: on one row, recipients on the left."""
    heading, power = paper.first(Part.RECIPIENTS), paper.first(Part.POWER)
    if heading is None or power is None or (paper.type and paper.type.name in _BY_TWO):
        return
    one, other = heading.paragraph.cell, power.paragraph.cell
    if one is None or other is None:
        if one is not other or heading.paragraph is not power.paragraph:
            yield Hit("power.level", _("hai phần không ngang nhau"), heading)
    elif one.table == other.table:
        yield from _in_one_table(heading, power, one, other)


def _in_one_table(heading: Line, power: Line, one: CellSpot, other: CellSpot) -> Iterator[Hit]:
    if one.row != other.row:
        yield Hit("power.level", _("hai phần ở hai hàng khác nhau của bảng"), heading)
    elif one.column > other.column:
        yield Hit("power.side", _("nơi nhận ở bên phải"), heading)
    elif abs(_lines_above(heading) - _lines_above(power)) > 1:
        yield Hit("power.level", _("hai phần không ngang nhau"), heading)


def _lines_above(line: Line) -> int:
    return max(0, line.paragraph.number - 1)


CHECKS: Final = (check_signer, check_power, check_level)
