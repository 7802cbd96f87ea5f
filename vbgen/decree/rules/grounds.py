"""Grounds, authority and order: what stands between a paper's subject and its text."""

import re
from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.opening import is_bare_ground
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.rules.addressees import ends_well, wrong_ending
from vbgen.decree.rules.body import is_form_line
from vbgen.decree.rules.signing.titles import authority_words, issuer_words, title_of
from vbgen.messages import _
from vbgen.words.names import fold

_DASH: Final = re.compile(r"^[-–—−+•*]\s*")
_DASHES: Final = frozenset({"-", "–", "—", "+", "•", ""})
_OPEN: Final = re.compile(r"[….]{3}|này\b")  # left to be filled in, or this very paper
_CITED: Final = re.compile(
    r"(?:Căn cứ )?(?:Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Công văn|Thông báo)\b(.*)"
)
_LAW_NUMBER: Final = re.compile(
    r"(?:Căn cứ )?(?:Luật|Pháp lệnh|Bộ luật)\b.*\bsố\s+\d+/\d{4}/(?:QH|UBTVQH|PL)"
)
_SYMBOL: Final = re.compile(r"\d\s*/\s*[\dA-ZĐ]|\d-[A-ZĐ]+/|\bsố\s+/")
_ISSUER: Final = re.compile(r"\b(?:của|do|liên tịch)\b|UBTVQH")
_SUBJECT: Final = re.compile(
    r"\b(?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|giao|thành lập|tổ chức|triển khai|công bố|"
    r"điều chỉnh|phân|kiện toàn|thực hiện|tặng|bãi bỏ|V/v|v/v|kết luận|đề nghị|chức năng)\b"
)


def check_grounds(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Beginnings, endings and fullness of the grounds; what a decision must have around them."""
    lines = [line for line in paper.of(Part.GROUND) if not is_form_line(line.paragraph.text)]
    goes_on = bool(lines) and lines[-1].text.endswith(",") and not paper.of(Part.ORDER)
    closed = lines[:-1] if goes_on else lines  # the last may go on in the text
    for line in closed:
        yield from _ground(line, last=line is lines[-1])
    if _is_whole_decision(paper):
        yield from _decision(paper)


def _ground(line: Line, *, last: bool) -> Iterator[Hit]:
    if not ends_well(line, last=last):
        yield wrong_ending("ground.ending", line, last=last)
    yield from _begins(line)
    yield from _one_ground(line)


def _is_whole_decision(paper: Paper) -> bool:
    if paper.kind is not FormKind.OFFICIAL or not paper.has(Part.TYPE):
        return False
    return paper.type is not None and paper.type.is_decision


def _begins(line: Line) -> Iterator[Hit]:
    """A dash before the ground, or another word than “Căn cứ”."""
    bare = _DASH.sub("", line.text)
    found = _("ghi là “{text}”", text=" ".join(line.text.split()[:4]))
    if bare != line.text or line.paragraph.label in _DASHES - {""}:
        yield Hit("ground.dash", found, line)
    if is_bare_ground(bare):
        yield Hit("ground.word", _("thiếu từ “Căn cứ”"), line)
    elif re.match(r"căn cứ\s|Căn cứ vào\s|CĂN CỨ\s", bare):
        yield Hit("ground.word", found, line)


def _one_ground(line: Line) -> Iterator[Hit]:
    text = _DASH.sub("", line.text)
    if re.search(r"[;.]\s+Căn cứ\s", text):
        yield Hit("ground.own-line", _("nhiều căn cứ trong một đoạn"), line)
        return
    if _LAW_NUMBER.match(text):
        yield Hit("ground.law-number", _("căn cứ ghi số, ký hiệu của luật, pháp lệnh"), line)
    cited = _CITED.match(text)
    missing = _missing(cited[1]) if cited and not _OPEN.search(cited[1]) else ""
    if missing:
        yield Hit("ground.incomplete", missing, line)


def _missing(cited: str) -> str:
    """The first thing that a ground does not tell of the paper that it names; empty for a whole one."""
    if not _SYMBOL.search(cited):
        return _("không thấy số, ký hiệu của văn bản")
    if not re.search(r"\bngày\b", cited):
        return _("không thấy ngày ban hành của văn bản")
    if not _ISSUER.search(cited):
        return _("không thấy cơ quan ban hành văn bản")
    return "" if _SUBJECT.search(cited) else _("không thấy trích yếu của văn bản")


def _decision(paper: Paper) -> Iterator[Hit]:
    anchor = paper.first(Part.SUBJECT) or paper.first(Part.TYPE)
    if not paper.has(Part.GROUND):
        yield Hit("ground.missing", _("không thấy căn cứ ban hành"), anchor)
    if not paper.has(Part.AUTHORITY):
        yield Hit("authority.missing", _("không thấy thẩm quyền ban hành"), anchor)
    elif _is_of_other(paper):
        line = paper.of(Part.AUTHORITY)[0]
        values = {"issuer": issuer_words(paper).upper()}
        yield Hit("authority.issuer", _("ghi là “{text}”", text=line.text), line, values)
    yield from _order(paper)


def _is_of_other(paper: Paper) -> bool:
    """Whether the authority names another agency of the issuer's own sort: two departments, two committees."""
    words = authority_words(paper)
    title = title_of(words)
    named = fold(words.removeprefix(title.head).strip() if title else words)
    issuer = fold(issuer_words(paper))
    if not named or not issuer or named.startswith(issuer) or issuer.startswith(named):
        return False
    return named.split()[0] == issuer.split()[0] and named.split()[0] in {
        "so",
        "bo",
        "uy",
        "cuc",
        "truong",
    }


def _order(paper: Paper) -> Iterator[Hit]:
    is_resolution = paper.type is not None and paper.type.abbreviation == "NQ"
    words = "QUYẾT NGHỊ" if is_resolution else "QUYẾT ĐỊNH"
    order, values = paper.first(Part.ORDER), {"words": words}
    if order is None:
        anchor = paper.first(Part.GROUND)
        yield Hit("order.missing", _("không thấy dòng “{words}:”", words=words), anchor, values)
        return
    found = _("ghi là “{text}”", text=order.text)
    if not order.text.endswith(":"):
        yield Hit("order.colon", found, order)
    if order.folded.strip(" :.") in {"quyet dinh", "quyet nghi"} - {fold(words)}:
        yield Hit("order.words", found, order, values)


CHECKS: Final = (check_grounds,)
