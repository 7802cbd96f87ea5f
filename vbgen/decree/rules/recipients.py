"""Nơi nhận: the word, the list, its last line."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.rules.addressees import is_sent_up
from vbgen.decree.rules.typing import SMALL
from vbgen.messages import _

_DASH: Final = re.compile(r"^[-–—−]\s*")
_ARCHIVE: Final = re.compile(r"[-–—−]?\s*Lưu\s*:\s*VT(?:\s*[,(].*|\s*[.;]?)")
_ARCHIVE_ALIKE: Final = re.compile(r"(?i)[-–—−+]?\s*lưu\b.*")
_LEFT_MM: Final = 2.5
_OPTIONAL: Final = frozenset(
    {
        "Biên bản",
        "Hợp đồng",
        "Giấy ủy quyền",
        "Giấy nghỉ phép",
        "Thư công",
        "Quy chế",
        "Quy định",
        "Bản ghi nhớ",
        "Bản thỏa thuận",
    }
)


def check_heading(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """The word "Nơi nhận": there, with its colon, alone on its line, flush left."""
    if paper.kind is not FormKind.OFFICIAL:
        return
    line = paper.first(Part.RECIPIENTS)
    if line is None:
        if paper.is_of_known_type and not (paper.type and paper.type.name in _OPTIONAL):
            yield Hit("recipients.missing", _("không thấy “Nơi nhận”"), paper.first(Part.POWER))
        return
    rest = re.sub(r"(?i)^nơi\s+nhận\s*", "", line.text)
    if not rest.startswith(":"):
        yield Hit("recipients.colon", _("ghi là “{text}”", text=line.text), line)
    elif rest.strip(" :"):
        yield Hit("recipients.own-line", _("ghi là “{text}”", text=line.text), line)
    yield from _flush("recipients.left", line)


def _flush(rule: str, line: Line) -> Iterator[Hit]:
    format_ = line.paragraph.format
    if format_.alignment in {"center", "right"} and line.is_whole:
        yield Hit(rule, _("không sát lề trái"), line)
    elif format_.first_line_mm > _LEFT_MM and line.start == 0:
        yield Hit(rule, _("lùi vào {start} mm", start=round(format_.first_line_mm)), line)


def check_list(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Dashes, endings and the line "Lưu" of the list."""
    lines = paper.of(Part.RECIPIENT)
    if paper.kind is not FormKind.OFFICIAL or not lines:
        return
    items = _items(lines)
    for place, item in enumerate(items):
        last = place == len(items) - 1
        if not _is_dashed(item[0]):
            yield Hit("recipient.dash", _("không có gạch đầu dòng"), item[0])
        if not item[-1].text.endswith("." if last else ";"):
            yield _ending(item[-1], last=last)
        yield from _flush("recipient.left", item[0])
    yield from _archive(items)
    yield from _as_above(paper, items)


def _items(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines joined to items: a line without a dash goes on with the item above when that has no end yet."""
    items: list[list[Line]] = []
    for line in lines:
        if (
            items
            and not _is_dashed(line)
            and not items[-1][-1].text.endswith((";", "."))
            and line.text[:1].islower()
        ):
            items[-1].append(line)
        else:
            items.append([line])
    return items


def _is_dashed(line: Line) -> bool:
    return bool(_DASH.match(line.text)) or line.paragraph.label in {"-", "–"}


def _ending(line: Line, *, last: bool) -> Hit:
    mark = line.text[-1:] if not line.text[-1:].isalnum() else ""
    found = _("cuối dòng là “{mark}”", mark=mark) if mark else _("cuối dòng không có dấu")
    return Hit("recipient.ending", found, line, {"mark": "." if last else ";"})


def _archive(items: Sequence[Sequence[Line]]) -> Iterator[Hit]:
    kept = [item for item in items if _ARCHIVE_ALIKE.match(item[0].text)]
    if not kept:
        yield Hit("recipient.archive", _("không thấy dòng “Lưu”"), items[-1][0])
    elif not _ARCHIVE.fullmatch(kept[-1][0].text):
        yield Hit(
            "recipient.archive-form", _("ghi là “{text}”", text=kept[-1][0].text), kept[-1][0]
        )
    elif kept[-1] is not items[-1]:
        yield Hit("recipient.archive", _("dòng “Lưu” không ở cuối"), kept[-1][0])


def _as_above(paper: Paper, items: Sequence[Sequence[Line]]) -> Iterator[Hit]:
    above = [item[0] for item in items if _bare(item[0]).startswith("như trên")]
    if paper.has(Part.ADDRESSEES):
        yield from _above_missing(paper, items)
    elif above and paper.has(Part.TYPE) and not _may_say_above(paper):
        yield Hit("recipient.as-above-wrong", _("có “Như trên” mà không có “Kính gửi”"), above[0])


def _above_missing(paper: Paper, items: Sequence[Sequence[Line]]) -> Iterator[Hit]:
    first = _bare(items[0][0])
    if not first.startswith(("như trên", "như kính gửi")) and not _may_be_silent(paper, items):
        found = _("dòng đầu là “{text}”", text=items[0][0].text)
        yield Hit("recipient.as-above", found, items[0][0])


def _may_say_above(paper: Paper) -> bool:
    """Whether “Như trên” is right without Kính gửi, or the missing Kính gửi is told as the cause."""
    name = paper.type.name if paper.type is not None else ""
    return name.startswith(("Giấy", "Công điện")) or is_sent_up(paper)


def _bare(line: Line) -> str:
    return " ".join(_DASH.sub("", line.text).lower().split())


def _may_be_silent(paper: Paper, items: Sequence[Sequence[Line]]) -> bool:
    """A list that names the addressee itself, or a mere archive line, tells the same."""
    text = paper.of(Part.ADDRESSEES)[0].folded.partition(":")[2].strip()
    return bool(text) and any(text in item[0].folded for item in items)


def check_words(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """How each line is worded: a capital, one recipient, “Như trên” and “Như Điều …” as the forms have them."""
    lines = paper.of(Part.RECIPIENT)
    if paper.kind is not FormKind.OFFICIAL or not lines:
        return
    for line in lines:
        yield from _worded(line)
    if _wants_articles(paper) and not any(map(_names_articles, lines)):
        yield Hit("recipient.as-article", _("dòng đầu là “{text}”", text=lines[0].text), lines[0])


def _worded(line: Line) -> Iterator[Hit]:
    rule = next((name for name, pattern in _WORDED if pattern.search(line.text)), None)
    if rule is not None:
        yield Hit(rule, _("ghi là “{text}”", text=line.text), line)


def _wants_articles(paper: Paper) -> bool:
    is_decision = paper.type is not None and paper.type.is_decision
    return is_decision and paper.has(Part.ARTICLE)


def _names_articles(line: Line) -> bool:
    return "nhu dieu" in line.folded or "nhu cac dieu" in line.folded or "nhu tren" in line.folded


_WORDED: Final = (
    ("recipient.own-lines", re.compile(r";\s*[-–]\s*\S")),
    ("recipient.as-above-words", re.compile(r"(?i)^[-–—−\s]*như kính gửi")),
    ("recipient.article-case", re.compile(r"(?i:như (?:các )?)điều\s+\d")),
    ("recipient.capital", re.compile(rf"^[-–—−]\s*[{SMALL}]")),
)

CHECKS: Final = (check_heading, check_list, check_words)
