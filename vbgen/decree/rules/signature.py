"""Who signs: power, title and name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.parts.signing import SigningStep, step_of
from vbgen.messages import _
from vbgen.word.reading.values import CellSpot
from vbgen.words.names import fold

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
_NAME_OF_FORMS: Final = "ho va ten"  # what the decree's forms print where the name goes
_BY_TWO: Final = frozenset({"Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận"})


def check_signer(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A missing title or name, honours before the name."""
    powers, names = paper.of(Part.POWER), paper.of(Part.SIGNER)
    if paper.kind is not FormKind.OFFICIAL or not (paper.is_of_known_type or names):
        return
    if not powers and not names:
        yield Hit("signer.missing", _("không thấy chức vụ, họ tên người ký"))
    elif not names:
        yield Hit("signer.name-missing", _("không thấy họ tên người ký"), powers[-1])
    for name in names:
        yield from _name(name)


def _name(name: Line) -> Iterator[Hit]:
    found = _("ghi là “{text}”", text=name.text)
    if words := honours_before(name.text):
        yield Hit("signer.honours", found, name, {"words": words})
    elif _has_small_word(name):
        yield Hit("signer.capitals", found, name)


def _has_small_word(name: Line) -> bool:
    """Whether a syllable of the name begins with a small letter."""
    if name.is_upper or name.folded == _NAME_OF_FORMS:
        return False
    return any(word[0].islower() for word in name.text.split())


def has_name_capitals(name: str) -> bool:
    """Whether each syllable of a signer's name begins with a capital, and goes on in small letters."""
    return not name.isupper() and not any(word[0].islower() for word in name.split())


def honours_before(name: str) -> str:
    """`PGS.TS.` of “PGS.TS. Lê Văn A”: degrees and forms of address that stand before a name; empty for none."""
    match = _HONOURS.match(name.strip())
    return match[0].strip() if match else ""


def check_power(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """TM., KT., TL., TUQ., Q.: written right, before the right words, with the signer's own title below."""
    lines = paper.of(Part.POWER)
    for place, line in enumerate(lines):
        step = step_of(line)
        if not step.power:
            continue
        if not step.is_well_written:
            found = _("ghi là “{text}”", text=line.text)
            yield Hit("power.abbreviation", found, line, {"words": f"{step.power}. "})
        yield from _used(step.power, fold(step.words), line)
        if _wants_title(step) and not _title_below(lines, place):
            found = _("dưới “{text}” không có chức vụ người ký", text=line.text)
            yield Hit("power.second-line", found, line, {"words": f"{step.power}."})


def _wants_title(step: SigningStep) -> bool:
    """Whether the signer's own title must stand below; a wrong TM. before a title is another rule's matter."""
    if step.power == "TM":
        return not fold(step.words).startswith(_TITLES)
    return step.power in _WITH_OWN_TITLE


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
    """Recipients and signer side by side: on one row, recipients on the left; below the signers of a joint paper."""
    heading, power = paper.first(Part.RECIPIENTS), paper.first(Part.POWER)
    if heading is not None and power is not None and not _is_by_two(paper):
        yield from _beside(heading, power)


def _is_by_two(paper: Paper) -> bool:
    """Whether two sides sign, so that the recipients stand below both."""
    return paper.is_joint or (paper.type is not None and paper.type.name in _BY_TWO)


def _beside(heading: Line, power: Line) -> Iterator[Hit]:
    one, other = heading.paragraph.cell, power.paragraph.cell
    if one is None or other is None:
        if one is not other or heading.paragraph is not power.paragraph:
            yield Hit(
                "power.level", _("“Nơi nhận” không ngang với “{text}”", text=power.text), heading
            )
    elif one.table == other.table:
        yield from _in_one_table(heading, power, one, other)


def _in_one_table(heading: Line, power: Line, one: CellSpot, other: CellSpot) -> Iterator[Hit]:
    if one.row != other.row:
        yield Hit(
            "power.level",
            _("“Nơi nhận” và “{text}” ở hai hàng khác nhau của bảng", text=power.text),
            heading,
        )
    elif one.column > other.column:
        yield Hit("power.side", _("nơi nhận ở bên phải"), heading)
    elif (lines := abs(_lines_above(heading) - _lines_above(power))) > 1:
        found = _("“Nơi nhận” lệch {lines} dòng so với “{text}”", lines=lines, text=power.text)
        yield Hit("power.level", found, heading)


def _lines_above(line: Line) -> int:
    return max(0, line.paragraph.number - 1)


CHECKS: Final = (check_signer, check_power, check_level)
