"""Legal caps (tỷ lệ không quá), and where the launch notice asks for more than they allow."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.law.arithmetic import Cutting, part_of
from vbgen.law.tables import Cap
from vbgen.messages import _
from vbgen.model.movement import SubjectKind
from vbgen.model.targets import Measure, Quota
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.words.numbers import percent, two_digits


def check(case: Case) -> Iterator[Finding]:
    """Each cap kept or exceeded by what is proposed, and contradicted or not by the notice's own targets."""
    for cap in case.law.all(Cap):
        yield from _proposed(case, cap)
        yield from _noticed(case, cap)


def most_allowed(cap: Cap, base: int) -> int:
    """How many may have the capped award when `base` have the one that it is a share of."""
    return part_of(base, cap.percent, cap.rounding)


def _proposed(case: Case, cap: Cap) -> Iterator[Finding]:
    base, given = case.holders(cap.of).total(), case.holders(cap.award).total()
    if not base or not given:
        return
    most = most_allowed(cap, base)
    values = {
        "given": two_digits(given), "award": cap.award, "base": base, "of": cap.of,
        "share": percent(cap.percent, None), "rounding": _(cap.rounding.label), "most": two_digits(most),
    }  # fmt: skip
    message = _(
        "{given} “{award}” trên {base} “{of}”: tối đa {most} ({share}, {rounding}).", **values
    )
    spots, people = _holders(case, cap.award)
    if given > most:
        todo = _("Hãy rút bớt {count} đề nghị.", count=two_digits(given - most))
        yield breach(
            case.law, cap, "legal-cap-exceeded", message, todo=todo, spots=spots, people=people
        )
    else:
        yield Finding("legal-cap-kept", Severity.NOTE, message, "", cap, spots[:1])


def _holders(case: Case, award: str) -> tuple[tuple[Spot, ...], tuple[str, ...]]:
    """Where the award is proposed, and for whom."""
    holders = [each for each in case.proposals if each.honour.name == award]
    people = dict.fromkeys(each.nominee.full_name for each in holders)
    return tuple(spot for each in holders for spot in each.spots), tuple(people)


def _noticed(case: Case, cap: Cap) -> Iterator[Finding]:
    headcount = case.campaign.headcount
    if not headcount:
        return
    base, base_row = _base(case, cap, headcount)
    most = most_allowed(cap, base)
    for row, quota in enumerate(case.campaign.quotas):
        wanted = _wanted(quota, headcount)
        if _asks_for(case, quota, cap.award) and wanted > most:
            yield _contradiction(case, cap, (row, base_row), wanted=wanted, base=base, most=most)


def _asks_for(case: Case, quota: Quota, award: str) -> bool:
    """Whether the target is a least number of those who get the award."""
    honour = case.honour(quota.award) if quota.award else None
    return honour is not None and honour.name == award and bool(quota.minimum)


def _wanted(quota: Quota, headcount: int) -> int:
    """The fewest people that reach the target."""
    if quota.measure is Measure.COUNT:
        return int(quota.minimum or 0)
    return part_of(headcount, quota.minimum or 0, Cutting.CEIL)


def _base(case: Case, cap: Cap, headcount: int) -> tuple[int, int | None]:
    """How many the notice wants to have the award that the cap is a share of; everybody where it says nothing."""
    for row, quota in enumerate(case.campaign.quotas):
        if quota.subject_kind is SubjectKind.INDIVIDUAL and _asks_for(case, quota, cap.of):
            return _wanted(quota, headcount), row
    return headcount, None


def _contradiction(
    case: Case, cap: Cap, rows: tuple[int, int | None], *, wanted: int, base: int, most: int
) -> Finding:
    quota = case.campaign.quotas[rows[0]]
    message = _(
        "Chỉ tiêu {quota} (ít nhất {wanted} người) vượt tỷ lệ quy định. {title}: {base} người "
        "đạt “{of}” theo chính công văn thì tối đa {most} người ({rounding}).",
        quota=quota.name[:1].lower() + quota.name[1:],
        wanted=two_digits(wanted),
        title=_(cap.title),
        base=two_digits(base),
        of=cap.of,
        most=two_digits(most),
        rounding=_(cap.rounding.label),
    )
    todo = _(
        "Khi xét phải theo mức của pháp luật; nên sửa mục tiêu trong công văn phát động lần sau."
    )
    spots = tuple(Spot("quotas", row, "minimum") for row in rows if row is not None)
    return Finding("notice-against-law", Severity.WARNING, message, todo, cap, spots)
