"""Those who moved: transfers and secondments that need the other side's word; units larger than they say."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from vbgen.errors import Severity
from vbgen.law.arithmetic import full_months
from vbgen.messages import _
from vbgen.model.people import Nominee
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.words.dates import short_date
from vbgen.words.numbers import two_digits


def check(case: Case) -> Iterator[Finding]:
    """Proposed persons who were transferred or seconded, and units whose headcount does not fit."""
    for person in case.individuals:
        if person.id in case.by_nominee:
            yield from _moved(case, person)
            yield from _seconded(case, person)
    yield from _headcounts(case)


def _moved(case: Case, person: Nominee) -> Iterator[Finding]:
    rule = case.law.principle("transfer")
    if rule is None or not person.moved_from or person.moved_on is None or person.other_side_agrees:
        return
    months = full_months(date(case.year, 1, 1), person.moved_on - timedelta(days=1))
    if person.moved_on.year != case.year or months < (rule.months or 0):
        return
    message = _(
        "{who} chuyển đến từ {unit} ngày {day}; trong năm đã công tác ở đơn vị đó {months} "
        "tháng. Chưa có ý kiến của đơn vị cũ.",
        who=case.who(person),
        unit=person.moved_from,
        day=short_date(person.moved_on),
        months=two_digits(months),
    )
    yield breach(
        case.law, rule, "transferred", message,
        todo=_("Hãy xin ý kiến bằng văn bản rồi ghi “{heading}”.", heading=_has_agreed()),
        spots=(Spot("nominees", case.rows[person.id], "moved_from"),), people=(person.full_name,),
    )  # fmt: skip


def _seconded(case: Case, person: Nominee) -> Iterator[Finding]:
    rule = case.law.principle("secondment")
    if rule is None or not person.seconded_to or person.other_side_agrees:
        return
    message = _(
        "{who} được biệt phái đến {place}, chưa có xác nhận của nơi tiếp nhận.",
        who=case.who(person),
        place=person.seconded_to,
    )
    yield breach(
        case.law, rule, "seconded", message,
        todo=_("Hãy xin xác nhận rồi ghi “{heading}”.", heading=_has_agreed()),
        spots=(Spot("nominees", case.rows[person.id], "seconded_to"),), people=(person.full_name,),
    )  # fmt: skip


def _headcounts(case: Case) -> Iterator[Finding]:
    """Units with more people listed than they have: shares would be wrong."""
    counts = Counter(person.unit for person in case.individuals)
    for row, unit in enumerate(case.campaign.units):
        listed = counts[unit.id]
        if unit.headcount is not None and listed > unit.headcount:
            message = _(
                "{unit} có {listed} người trong danh sách nhưng “Số người” là {headcount}.",
                unit=unit.name,
                listed=listed,
                headcount=unit.headcount,
            )
            todo = _("Hãy sửa “Số người” hoặc bỏ người không thuộc đơn vị.")
            yield Finding(
                "headcount",
                Severity.WARNING,
                message,
                todo,
                None,
                (Spot("units", row, "headcount"),),
            )


def _has_agreed() -> str:
    """The heading of the cell that says so."""
    return Nominee.title_of("other_side_agrees")
