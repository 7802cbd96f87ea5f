"""Names, units and merits that do not stay the same from nomination to decision, or from year to year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vbgen.errors import Severity
from vbgen.law.history import PastHonour
from vbgen.law.honour import Honour
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.people import Award, Nomination, Nominee
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot
from vbgen.words.names import same_name
from vbgen.words.numbers import two_digits


def check(case: Case) -> Iterator[Finding]:
    """Awards that differ from their nomination; past awards whose person is named otherwise, or is not known."""
    yield from _against_nominations(case)
    yield from _history(case)


def _against_nominations(case: Case) -> Iterator[Finding]:
    proposed = {
        (row.phase, row.nominee, honour.name): row
        for row in case.campaign.nominations
        if (honour := case.honour(row.award))
    }
    for row, award in enumerate(case.campaign.awards):
        honour, nominee = case.honour(award.award), case.nominees.get(award.nominee)
        if honour and nominee and award.phase in case.laws:
            given = _AwardRow(row, award, honour, nominee)
            nomination = proposed.get((award.phase, award.nominee, honour.name))
            yield from _differing(case, given, nomination)


@dataclass(frozen=True, slots=True)
class _AwardRow:
    """A row of the awards, with what it names."""

    row: int
    award: Award
    honour: Honour
    nominee: Nominee


def _differing(case: Case, given: _AwardRow, nomination: Nomination | None) -> Iterator[Finding]:
    law, phase = case.laws[given.award.phase], given.award.phase
    rule = law.principle("canonical-names")
    if rule is None:
        return
    values = {"who": case.who(given.nominee), "award": given.honour.name}
    people = (given.nominee.full_name,)
    if nomination is None:
        message = _("{who}, “{award}” không có trong danh sách đề nghị của đợt.", **values)
        todo = _("Hãy bổ sung đề nghị hoặc bỏ khỏi trang “Khen thưởng”.")
        spots, weight = (Spot("awards", given.row, "award"),), law.weight(rule)
        yield Finding("award-without-nomination", weight, message, todo, rule, spots, people, phase)
    elif nomination.merit != given.award.merit:
        message = _("{who}, “{award}”: thành tích khi khen khác khi đề nghị.", **values)
        todo, spots = _("Hãy kiểm tra đây là sửa có chủ ý."), (Spot("awards", given.row, "merit"),)
        yield Finding("merit-changed", Severity.NOTE, message, todo, rule, spots, people, phase)


def _history(case: Case) -> Iterator[Finding]:
    rule = case.law.principle("canonical-names")
    for past, nominee in case.history.renamed:
        message = _(
            "{id}: trong danh sách đã khen năm {year} tên là “{old}”, nay là “{new}”.",
            id=nominee.id,
            year=past.year,
            old=past.full_name,
            new=nominee.full_name,
        )
        spot = Spot("nominees", case.rows[nominee.id], "full_name")
        yield Finding(
            "name-changed",
            Severity.WARNING,
            message,
            _("Hãy kiểm tra có đúng là một người không."),
            rule,
            (spot,),
            (nominee.full_name,),
        )
    for past in case.history.doubtful:
        message = _("{who}: trùng tên với nhiều người, chưa biết là ai.", who=_past(past))
        todo = _("Hãy ghi mã đối tượng, năm sinh hoặc đơn vị trong danh sách đã khen.")
        yield Finding(
            "history-doubtful", Severity.WARNING, message, todo, None, (), (past.full_name,)
        )
    if case.history.strangers:
        count = two_digits(len(case.history.strangers))
        message = _(
            "{count} dòng đã khen thưởng không ứng với ai trong phong trào này, được bỏ qua.",
            count=count,
        )
        yield Finding("history-strangers", Severity.NOTE, message)


def _past(past: PastHonour) -> str:
    return " · ".join(
        filter(None, (str(past.place), f"{past.full_name}, “{past.award}” {past.year}"))
    )


def changed_since(before: Campaign, case: Case) -> Iterator[Finding]:
    """What is written otherwise than in an earlier state of the campaign: that which its proposal was made from."""
    rule = case.law.principle("canonical-names")
    earlier = {
        nominee.id: _written(nominee, {unit.id: unit.name for unit in before.units})
        for nominee in before.nominees
    }
    for nominee in case.campaign.nominees:
        then = earlier.get(nominee.id)
        if then is None or nominee.id not in case.by_nominee:
            continue
        for field, old, new in _changed(then, _written(nominee, case.units)):
            message = _(
                "{id}, {title}: khi đề nghị là “{old}”, nay là “{new}”.",
                id=nominee.id,
                title=nominee.title_of(field),
                old=old,
                new=new,
            )
            todo = _("Hãy thống nhất giữa tờ trình và quyết định.")
            spots, people = (Spot("nominees", case.rows[nominee.id], field),), (nominee.full_name,)
            yield Finding(
                "changed-since-nomination", Severity.WARNING, message, todo, rule, spots, people
            )


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Field, old and new text of what differs; two ways of writing one name do not."""
    for field, new in now.items():
        old = then[field]
        if new != old and not (field == "full_name" and same_name(new, old)):
            yield field, old, new


def _written(nominee: Nominee, units: Mapping[str, str]) -> dict[str, str]:
    """What the papers print of a nominee."""
    unit = units.get(nominee.unit, nominee.unit)
    return {"full_name": nominee.full_name, "position": nominee.position, "unit": unit}
