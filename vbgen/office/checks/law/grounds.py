"""Legal grounds (căn cứ) that the decision cites, against those of its day."""

import re
from collections.abc import Iterator
from datetime import date

from vbgen.decree import form_rules
from vbgen.errors import Severity
from vbgen.law.bonus import reckon
from vbgen.law.citing import cited_source
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import Ground
from vbgen.messages import _
from vbgen.office.checks.case import DECISION, Case
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.words.dates import short_date
from vbgen.words.names import fold

_IN_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_IN_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")


def check(case: Case) -> Iterator[Finding]:
    """What must be cited and is not, and what is cited though it does not hold on the day; once for each law."""
    lines = [
        (row, line.text)
        for row, line in enumerate(case.campaign.legal_grounds)
        if line.kind.startswith(DECISION)
    ]
    if not lines:
        yield from _nothing_cited(case)
        return
    for law in {law.day: law for law in case.laws.values()}.values():
        yield from _missing(law, lines)
        yield from _not_in_force(case, law, lines)
        yield from _suggested(case, law, lines)


def _nothing_cited(case: Case) -> Iterator[Finding]:
    """A decision that cites nothing, which lint would say of it once it is drafted."""
    if case.campaign.awards:
        rule = form_rules()["ground.missing"]
        message = _(
            "Quyết định khen thưởng chưa có căn cứ nào; quy định: {required} ({article}).",
            required=_(rule.required),
            article=rule.article,
        )
        todo = _("Hãy điền trang “Căn cứ”.")
        spots = (Spot("legal_grounds", 0, "text"),)
        yield Finding("ground.missing", Severity.WARNING, message, todo, None, spots)


def cited_lines(case: Case, ground: Ground) -> list[tuple[int, str]]:
    """Rows and texts of the decision's grounds that name the document."""
    lines = [
        (row, line.text)
        for row, line in enumerate(case.campaign.legal_grounds)
        if line.kind.startswith(DECISION)
    ]
    return [(row, text) for row, text in lines if cites(text, ground)]


def cites(text: str, ground: Ground) -> bool:
    """Whether the line names the document: its number first in the line, or its day."""
    number = re.search(r"\d+/\d{4}/[\wĐ-]+", text)
    if number:
        return number[0].casefold() == ground.number.casefold()
    return ground.day in _days(text)


def _days(text: str) -> set[date]:
    """Every day that the line names; what is no day of the calendar is passed over."""
    named = [match for pattern in (_IN_WORDS, _IN_FIGURES) for match in pattern.findall(text)]
    return {found for day, month, year in named if (found := _day(int(year), int(month), int(day)))}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _missing(law: LawOfDay, lines: list[tuple[int, str]]) -> Iterator[Finding]:
    for ground in law.all(Ground):
        if ground.required and not any(cites(text, ground) for _row, text in lines):
            message = _(
                "Quyết định ban hành từ {day} thiếu căn cứ: “{text}”.",
                day=short_date(law.day),
                text=ground.text,
            )
            todo = _("Hãy thêm vào trang “Căn cứ”.")
            yield breach(
                law,
                ground,
                "ground-missing",
                message,
                todo=todo,
                spots=(Spot("legal_grounds", lines[0][0], "text"),),
            )


def _not_in_force(case: Case, law: LawOfDay, lines: list[tuple[int, str]]) -> Iterator[Finding]:
    known = [rule for rule in case.rules.rules if isinstance(rule, Ground)]
    for row, text in lines:
        for ground in known:
            if cites(text, ground) and not ground.holds_on(law.day):
                message = _(
                    "Căn cứ {source} không còn hoặc chưa có hiệu lực vào ngày {day} ({period}).",
                    source=cited_source(ground.source),
                    day=short_date(law.day),
                    period=ground.period,
                )
                todo = _("Hãy thay bằng văn bản đang có hiệu lực.")
                weight = Severity.WARNING
                yield Finding(
                    "ground-not-in-force",
                    weight,
                    message,
                    todo,
                    ground,
                    (Spot("legal_grounds", row, "text"),),
                )


def _suggested(case: Case, law: LawOfDay, lines: list[tuple[int, str]]) -> Iterator[Finding]:
    """Circulars of the agency's sector, and on money, that the decision does not cite."""
    for ground in law.all(Ground):
        if _concerns(case, law, ground) and not any(cites(text, ground) for _row, text in lines):
            message = _("Có thể cần thêm căn cứ: “{text}”.", text=ground.text)
            todo = _("Hãy xem văn bản đó có áp dụng cho cơ quan không.")
            spots = (Spot("legal_grounds", lines[0][0], "text"),)
            yield Finding("ground-suggested", Severity.NOTE, message, todo, ground, spots)


def _concerns(case: Case, law: LawOfDay, ground: Ground) -> bool:
    agency = case.campaign.agency
    named = f" {fold(agency.full_name)} {fold(agency.governing_body)} "
    if any(f" {fold(word)} " in named for word in ground.sectors):
        return True
    return ground.with_money and any(
        reckon(law, each.honour, each.nominee.subject, agency.level) and case.is_within_power(each)
        for each in case.proposals
    )
