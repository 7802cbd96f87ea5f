"""Names, units and merits that do not stay the same from nomination to decision, or from year to year."""

from collections.abc import Iterator, Mapping

from vbgen.errors import Severity
from vbgen.law.history import PastHonour
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.people import Nominee
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
        rule = (
            case.laws[award.phase].principle("canonical-names")
            if award.phase in case.laws
            else None
        )
        if not (honour and nominee and rule):
            continue
        nomination = proposed.get((award.phase, award.nominee, honour.name))
        values = {"who": case.who(nominee), "award": honour.name}
        people = (nominee.full_name,)
        if nomination is None:
            message = _("{who}, “{award}” không có trong danh sách đề nghị của đợt.", **values)
            todo, spots = (
                _("Hãy bổ sung đề nghị hoặc bỏ khỏi trang “Khen thưởng”."),
                (Spot("awards", row, "award"),),
            )
            weight = case.laws[award.phase].weight(rule)
            yield Finding(
                "award-without-nomination", weight, message, todo, rule, spots, people, award.phase
            )
        elif nomination.merit != award.merit:
            message = _("{who}, “{award}”: thành tích khi khen khác khi đề nghị.", **values)
            todo, spots = _("Hãy kiểm tra đây là sửa có chủ ý."), (Spot("awards", row, "merit"),)
            yield Finding(
                "merit-changed", Severity.NOTE, message, todo, rule, spots, people, award.phase
            )


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
        for field, value in _written(nominee, case.units).items():
            if value != then[field] and not (
                field == "full_name" and same_name(value, then[field])
            ):
                message = _(
                    "{id}, {title}: khi đề nghị là “{old}”, nay là “{new}”.",
                    id=nominee.id,
                    title=nominee.title_of(field),
                    old=then[field],
                    new=value,
                )
                todo, spots = (
                    _("Hãy thống nhất giữa tờ trình và quyết định."),
                    (Spot("nominees", case.rows[nominee.id], field),),
                )
                people = (nominee.full_name,)
                yield Finding(
                    "changed-since-nomination", Severity.WARNING, message, todo, rule, spots, people
                )


def _written(nominee: Nominee, units: Mapping[str, str]) -> dict[str, str]:
    """What the papers print of a nominee."""
    unit = units.get(nominee.unit, nominee.unit)
    return {"full_name": nominee.full_name, "position": nominee.position, "unit": unit}
