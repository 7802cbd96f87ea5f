"""Numeric targets: lines that name one figure with its unit, strictly anywhere, freely where targets are listed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from vbgen.word.reading.values import Paragraph
from vbgen.words.names import fold

_LISTED = re.compile(r"\A\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ][.)]\s|[IVX]{1,5}[.)]\s)?\W*")
_SAID = (
    r"(?:phấn đấu|đạt|là|tăng|giảm|còn|xuống|lên|trên|dưới|từ|ít nhất|tối thiểu|không quá|tối đa|khoảng|hơn|có"
    r"|thêm|được|bằng|:|mức)"
)
_FIGURE = r"(?P<figure>\d[\d.]*(?:,\d+)?)(?P<range>\s*[-–]\s*\d[\d.,]*)?"
_UNIT = r"(?P<unit>%(?:\s[^;.,(:]*?)?|[^\W\d_][^;.,(:]*?)?"
_END = r"\s*(?:trở lên|trở xuống)?\s*(?:[;.,(]|\Z)"
_STRICT = re.compile(
    rf"(?P<name>[^\W\d_].*?)\s+(?:phấn đấu\s+)?(?:đạt|là|tăng|giảm|:)\s+"
    rf"(?:ít nhất|tối thiểu|trên|từ|khoảng)?\s*{_FIGURE}\s*{_UNIT}{_END}"
)
_FREE = re.compile(
    rf"(?P<name>[^\d]*?)\s*(?:\b{_SAID}\s*|:\s*)*\b{_FIGURE}\s*{_UNIT}{_END}", re.IGNORECASE
)
_NO_FIGURES = re.compile(
    r"(?:giai đoạn|năm học|nhiệm kỳ)?\s*\b\d{4}\s*[-–]\s*\d{4}\b"
    r"|ngày\s+\d[\d/.\-]*(?:\s+tháng\s+\d+)?(?:\s+năm\s+\d{4})?|\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|tháng\s+\d{1,2}(?:/\d{4})?|năm\s+(?:học\s+)?\d{4}(?:\s*[-–]\s*\d{4})?"
    r"|(?:số|Điều|đợt|giai đoạn|cấp)\s+\d\S*",
    re.IGNORECASE,
)
_PHASED = re.compile(r"(?:đợt|giai đoạn)\s+(?:\d|[IVX])", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")
_TITLED = re.compile(r"\b(?:chi tieu|muc tieu)\b")
_LONGEST_TITLE = 160
_RANKS = (
    re.compile(r"\A(?:Điều\s+\d|[IVX]{1,5}\s*[.)]|Phần\s)"),
    re.compile(r"\A\d{1,2}\s*[.)]\s"),
    re.compile(r"\A\d{1,2}(?:\.\d{1,2})+[.)]?\s"),
    re.compile(r"\A[a-zđ]\s*[.)]\s"),
)


@dataclass(frozen=True, slots=True)
class TargetSaid:
    """A target as its line says it; `is_range` where two figures bound it."""

    name: str
    planned: Decimal
    unit: str
    is_range: bool = False


def targets_in(body: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, TargetSaid]]:
    """Every line that names a target; a list of targets begins at its heading and ends at the next of its rank."""
    within: int | None = None
    for item in body:
        text = f"{item.label} {item.plain}".strip()
        rank = _rank(text)
        if within is not None and rank <= within:
            within = None
        if within is None and _heads_targets(text):
            within = rank
            continue
        if said := target_said(item.plain, is_listed=within is not None):
            yield item, said


def target_said(text: str, *, is_listed: bool) -> TargetSaid | None:
    """The one target of a line; None for a line of none or of several, and of a day."""
    bare = _BY_THEN.sub("", _LISTED.sub("", text, count=1)).strip()
    match = None if _PHASED.match(bare) else _matched(bare, is_listed=is_listed)
    figure = _decimal(match["figure"]) if match else None
    counted = (match["unit"] or "").strip() if match else ""
    if match is None or figure is None or _is_day(counted):
        return None
    name, unit = _name_and_unit(match["name"], counted)
    return TargetSaid(name, figure, unit, is_range=bool(match["range"]))


def _matched(text: str, *, is_listed: bool) -> re.Match[str] | None:
    match = _STRICT.match(text)
    is_free = is_listed or _AIMS.match(text) is not None
    return _FREE.match(text) if match is None and is_free and _has_one_figure(text) else match


def _name_and_unit(name: str, unit: str) -> tuple[str, str]:
    """`100% giáo viên có sáng kiến`, `Kết nạp 25 đảng viên`: what is counted belongs to a short name."""
    name = name.strip(" -+:,")
    if unit.startswith("%"):
        unit, said = "%", unit[1:].strip()
        return (name or said), unit
    counted = _GOES_ON.split(unit, maxsplit=1)[0]
    if len(name.split()) <= _SHORT_NAME:
        return f"{name} {unit}".strip(), counted
    return name, counted


_SHORT_NAME = 2  # words
_GOES_ON = re.compile(r"\s+(?:được|đạt|ra|tham gia|trong|tại|cho|vào)\b")  # behind what is counted
_BY_THEN = re.compile(
    r"\b(?:đến|trong|hết|cuối)\s+(?:hết\s+|cuối\s+)?năm\s+\d{4},?\s*", re.IGNORECASE
)
_AIMS = re.compile(
    r"(?:phấn đấu|giảm|tăng|nâng|duy trì|hoàn thành|huy động|thu hút)\b", re.IGNORECASE
)  # what a sentence of an aim begins with


def _rank(text: str) -> int:
    """How high a line stands: 0 for parts and articles, more for what stands below; text is the lowest."""
    if text.isupper():
        return 0
    return next((at for at, pattern in enumerate(_RANKS) if pattern.match(text)), len(_RANKS))


def _heads_targets(text: str) -> bool:
    """A heading, or a sentence that ends in a colon, that speaks of targets and holds no figure but its own number."""
    bare = _LISTED.sub("", text, count=1)
    is_titled = len(bare) <= _LONGEST_TITLE and _TITLED.search(fold(bare)) is not None
    return is_titled and not _NUMBER.search(_NO_FIGURES.sub(" ", bare))


def _has_one_figure(text: str) -> bool:
    bare = re.sub(r"(\d)\s*[-–]\s*\d[\d.,]*", r"\1", _NO_FIGURES.sub(" ", text))
    return len(_NUMBER.findall(bare)) == 1 and not _NO_FIGURES.search(text)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.rstrip(".").replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None


def _is_day(unit: str) -> bool:
    return unit.casefold().startswith(("tháng", "năm", "ngày", "giờ"))
