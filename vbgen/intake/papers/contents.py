"""What the body of a launch says: theme, phases, numeric targets, honours and shares."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.intake.known import KnownOffice
from vbgen.intake.papers.figures import TargetSaid, targets_in
from vbgen.intake.papers.frame import Parts
from vbgen.intake.papers.periods import Stretch, stretch_in, year_in, years_in
from vbgen.intake.sources.word_sheets import paragraph_place
from vbgen.intake.values import ReadValue
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph

_QUOTED = r"[“\"„]\s*([^”\"]+?)\s*[”\"]"
_THEME = re.compile(
    rf"chủ đề(?:\s+(?:thi đua|năm|là|của phong trào))*\s*:?\s*{_QUOTED}", re.IGNORECASE
)
_PHASE = re.compile(
    r"\A\W*(?:\d{1,2}[.)]\s*)?(?:[-+]\s*)?(đợt|giai đoạn)\s+(\d{1,2}|I{1,3}|IV)\b", re.IGNORECASE
)
_PHASE_WITHIN = re.compile(r"\b(?:đợt|giai đoạn)\s+(\d{1,2}|I{1,3}|IV)\b", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SHARE = re.compile(r"(?:từ\s+)?(?P<figure>\d{1,3})\s*%\s*(?:trở lên\s+)?", re.IGNORECASE)
_HONOURED = re.compile(r"\b(?:đạt|tặng|danh hiệu|khen|công nhận)\b", re.IGNORECASE)
_LONGEST = 400
_OPENING = 3  # paragraphs
_SUBJECTS = (Part.LETTER_SUBJECT, Part.SUBJECT)


@dataclass(frozen=True)
class ContentsReader:
    """The body of one paper."""

    paper: Paper
    name: str
    known: KnownOffice

    def read(self) -> Parts:
        """Everything found, by the name of what it is."""
        body = [item for _role, item in self.paper.body if item.plain]
        found: Parts = {}
        self._put_time(found, body)
        for name, values in (
            ("phases", tuple(self._phases(body))),
            ("targets", tuple(self._targets(body))),
            ("honours", tuple(self._honours(body))),
        ):
            if values:
                found[name] = values
        return found

    def _put_time(self, found: Parts, body: Sequence[Paragraph]) -> None:
        """The period by the subject, else by the opening; the theme wherever it is quoted outside the phases."""
        subject = [line.paragraph for part in _SUBJECTS for line in self.paper.of(part)]
        told = map(self._time_in, (*subject, *body[:_OPENING]))
        found |= next(filter(None, told), {})
        if theme := next(filter(None, map(self._theme_in, body)), None):
            found["theme"] = theme

    def _theme_in(self, item: Paragraph) -> ReadValue | None:
        match = None if _PHASE.match(item.plain) else _THEME.search(item.plain)
        return self._of(match[1], item, match[0]) if match else None

    def _time_in(self, item: Paragraph) -> Parts:
        if years := years_in(item.plain):
            return {"period": self._of(years, item, item.plain)}
        year = year_in(item.plain)
        return {"year": self._of(year, item, item.plain)} if year else {}

    def _phases(self, body: Sequence[Paragraph]) -> Iterator[ReadValue]:
        told: set[int] = set()
        for item in body:
            for number, text in _phases_in(item.plain):
                if number not in told:
                    told.add(number)
                    yield self._phase(number, item, text)

    def _phase(self, number: int, item: Paragraph, text: str) -> ReadValue:
        stretch, theme = stretch_in(text), _quoted(text)
        value = {
            "number": number,
            "start": stretch.start if stretch else None,
            "end": stretch.end if stretch else None,
            "theme": theme,
        }
        return self._of(value, item, item.plain, _doubt_of_time(stretch))

    def _targets(self, body: Sequence[Paragraph]) -> Iterator[ReadValue]:
        """Lines that name one figure with its unit; a share of people is an aim of emulation, not a target."""
        lines = [item for item in body if len(item.plain) <= _LONGEST]
        for item, said in targets_in(lines):
            if not self.known.honour_within(item.plain):
                value = {"name": said.name, "planned": said.planned, "unit": said.unit}
                yield self._of(value, item, item.plain, _doubt_of(said))

    def _honours(self, body: Sequence[Paragraph]) -> Iterator[ReadValue]:
        for item in body:
            text = item.plain
            if len(text) > _LONGEST or not _HONOURED.search(text):
                continue
            if honour := self.known.honour_within(text):
                share = _SHARE.search(text)
                value = {"honour": honour, "share": int(share["figure"]) if share else None}
                several = len(_SHARE.findall(text)) > 1
                why = _("câu này có nhiều tỷ lệ") if several else ""
                yield self._of(value, item, text, why)

    def _of(self, value: object, item: Paragraph, words: str, why: str = "") -> ReadValue:
        return ReadValue(value, paragraph_place(item, self.name), words, (why,) if why else ())


def _phases_in(text: str) -> Iterator[tuple[int, str]]:
    """Phases that a paragraph tells of: the one that it begins with, or those that it names with their times."""
    if len(text) > _LONGEST:
        return
    if match := _PHASE.match(text):
        yield _phase_number(match[2]), text
        return
    starts = list(_PHASE_WITHIN.finditer(text))
    ends = [*(each.start() for each in starts[1:]), len(text)]
    for each, end in zip(starts, ends, strict=False):
        if stretch_in(text[each.start() : end]):
            yield _phase_number(each[1]), text[each.start() : end]


def _phase_number(text: str) -> int:
    return _ROMAN.get(text.casefold()) or int(text)


def _quoted(text: str) -> str:
    match = re.search(_QUOTED, text)
    return match[1] if match else ""


def _doubt_of_time(stretch: Stretch | None) -> str:
    if stretch is None:
        return _("không đọc được thời gian của đợt này")
    return (
        _("văn bản chỉ ghi tháng; đang lấy ngày đầu và ngày cuối") if stretch.is_of_months else ""
    )


def _doubt_of(said: TargetSaid) -> str:
    if said.is_range:
        return _("văn bản ghi một khoảng; đang lấy số đầu")
    return "" if said.unit else _("không rõ đơn vị tính")
