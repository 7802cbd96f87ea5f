"""What was registered at the year's start: for the right subjects, within power, by those who are proposed."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.law.honour import Honour
from vbgen.law.honour_type import HonourType
from vbgen.messages import _
from vbgen.model.people import Nominee
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot, breach

_Registered = tuple[int, Nominee, Honour]


def check(case: Case) -> Iterator[Finding]:
    """Registrations that cannot be kept, and titles that nobody registered."""
    rows = list(_rows(case))
    for row in rows:
        yield from _wrong_subject(case, *row)
        yield from _beyond_power(case, *row)
    if rows:
        yield from _not_registered(case, {(who.id, honour.rank) for _row, who, honour in rows})


def _rows(case: Case) -> Iterator[_Registered]:
    for number, row in enumerate(case.campaign.registrations):
        nominee, honour = case.nominees.get(row.nominee), case.honour(row.award)
        if nominee and honour:
            yield number, nominee, honour


def _wrong_subject(case: Case, row: int, nominee: Nominee, honour: Honour) -> Iterator[Finding]:
    rule = case.law.principle("fitting-subject")
    if rule and nominee.subject not in honour.subjects:
        message = _(
            "“{award}” không dành cho {kind}: {who} không đăng ký được.",
            award=honour.name,
            kind=nominee.kind.label.lower(),
            who=nominee.full_name,
        )
        todo = _("Hãy chọn danh hiệu, hình thức đúng đối tượng hoặc sửa “Loại đối tượng”.")
        yield breach(
            case.law, rule, "registered-wrong-subject", message, todo=todo, spots=_spots(row),
            people=(nominee.full_name,),
        )  # fmt: skip


def _beyond_power(case: Case, row: int, nominee: Nominee, honour: Honour) -> Iterator[Finding]:
    """What the agency's head cannot give: it must go up, and is not reached by a decision of its own."""
    agency = case.campaign.agency
    if not case.law.decides(agency.level, honour):
        message = _(
            "“{award}” mà {who} đăng ký không thuộc thẩm quyền của {head} {agency}.",
            award=honour.name,
            who=nominee.full_name,
            head=agency.head_title,
            agency=agency.full_name,
        )
        todo = _(
            "Giữ đăng ký nếu cuối năm sẽ đề nghị cấp trên; nếu không, hãy chọn danh hiệu khác."
        )
        yield Finding(
            "registered-beyond-power",
            Severity.WARNING,
            message,
            todo,
            None,
            _spots(row),
            (nominee.full_name,),
        )


def _not_registered(case: Case, registered: set[tuple[str, int]]) -> Iterator[Finding]:
    for each in case.proposals:
        is_title = each.honour.type is HonourType.TITLE
        if is_title and (each.nominee.id, each.honour.rank) not in registered:
            message = _(
                "{who} được đề nghị “{award}” nhưng không đăng ký từ đầu năm.",
                who=each.nominee.full_name,
                award=each.honour.name,
            )
            todo = _("Bổ sung trang “Đăng ký thi đua” nếu đã đăng ký; quy chế có thể buộc đăng ký.")
            yield Finding(
                "title-not-registered",
                Severity.WARNING,
                message,
                todo,
                None,
                each.spots,
                (each.nominee.full_name,),
                each.phase,
            )


def _spots(row: int) -> tuple[Spot, ...]:
    return (Spot("registrations", row, "award"),)
