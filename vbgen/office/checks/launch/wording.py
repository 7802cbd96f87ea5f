"""Slips of the pen in the launch notice: doubled words, quotes, old spellings, mixed ways of writing dates."""

import re
from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import plain
from vbgen.model.launch import PHASES_MARK, TARGETS_MARK
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot
from vbgen.papers.body.notice import THEME_MARK

_SLIPS = {
    "phân đầu": "phấn đấu",
    "phấn đầu": "phấn đấu",
    "chiến sỹ thi đua": "chiến sĩ thi đua",
    "xủ lý": "xử lý",
}
_DOUBLED = re.compile(r"\b(\w+ \w+) \1\b|\b(của|và|các|là|được|trong|cho|với) \2\b", re.IGNORECASE)
_DATE_IN_WORDS = re.compile(r"\d{1,2} tháng \d{1,2}")
_DATE_IN_FIGURES = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_OPEN, _CLOSED = "“", "”"


def check(case: Case) -> Iterator[Finding]:
    """A note for each slip, at the text that holds it."""
    rule = case.law.principle("notice-wording")
    if rule is None or not case.has_launch:
        return
    for spot, text in texts(case.campaign):
        for what in slips(text):
            todo = _("Hãy xem lại câu này; nếu cố ý viết như vậy thì bỏ qua.")
            yield Finding("notice-wording", Severity.NOTE, what, todo, rule, (spot,))


def slips(text: str) -> Iterator[str]:
    """What a careful reader would mark in a sentence."""
    lowered = text.casefold()
    for wrong, right in _SLIPS.items():
        if wrong in lowered:
            yield _("Viết “{wrong}”; có phải là “{right}”?", wrong=wrong, right=right)
    for match in _DOUBLED.finditer(text):
        yield _("Lặp từ: “{words}”.", words=match[0])
    if text.count(_OPEN) != text.count(_CLOSED):
        yield _(
            "Dấu ngoặc kép mở ({opened}) và đóng ({closed}) không bằng nhau.",
            opened=text.count(_OPEN),
            closed=text.count(_CLOSED),
        )
    in_words, in_figures = _DATE_IN_WORDS.search(text), _DATE_IN_FIGURES.search(text)
    if in_words and in_figures:
        yield _(
            "Một câu ghi ngày theo hai cách: “{one}” và “{other}”.",
            one=in_words[0],
            other=in_figures[0],
        )
    if "[" in _without_marks(text):
        yield _("Còn chỗ chưa điền trong ngoặc vuông.")


def _without_marks(text: str) -> str:
    for mark in (THEME_MARK, TARGETS_MARK, PHASES_MARK):
        text = text.replace(mark, "")
    return text


def texts(campaign: Campaign) -> Iterator[tuple[Spot, str]]:
    """Every text of the notice that a person typed, with its place."""
    for field, value in campaign.launch:
        yield Spot("launch", 0, field), plain(value)
    for table in ("contents", "indicators", "quotas", "phases"):
        for row, record in enumerate(getattr(campaign, table)):
            field = "text" if table == "contents" else "launch_text"
            yield Spot(table, row, field), plain(getattr(record, field))
