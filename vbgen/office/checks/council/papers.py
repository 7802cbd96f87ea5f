"""What the council's other papers need: tellers who can count, a renewal that says what it replaces, days in order."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.model.beforehand.council_papers import TellerRole
from vbgen.model.campaign import Campaign
from vbgen.office.checks.case import Case, name_key
from vbgen.office.checks.finding import Finding, Spot
from vbgen.words.dates import short_date

_WARNING = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Tellers, conclusions and the decision on the council."""
    yield from _tellers(case)
    yield from _conclusions(case)
    yield from _renewal(case.campaign)


def _tellers(case: Case) -> Iterator[Finding]:
    for meeting in case.campaign.meetings:
        rows = [
            row for row, each in enumerate(case.campaign.tellers) if each.phase == meeting.phase
        ]
        if rows:
            yield from _team(case, meeting.phase, rows)
            if not meeting.secret_ballot:
                message = _(
                    "Họp đợt {phase} biểu quyết giơ tay nhưng có Ban kiểm phiếu.",
                    phase=meeting.phase,
                )
                todo = _("Chọn “Có” ở cột “Bỏ phiếu kín”, hoặc bỏ các hàng của Ban kiểm phiếu.")
                yield _found("tellers-without-ballots", message, todo, rows[0], meeting.phase)


def _team(case: Case, phase: int, rows: list[int]) -> Iterator[Finding]:
    """A team has one head and one secretary, and counts no ballot on one of its own."""
    team = [case.campaign.tellers[row] for row in rows]
    for role in (TellerRole.HEAD, TellerRole.SECRETARY):
        count = sum(each.role is role for each in team)
        if count != 1:
            message = _(
                "Ban kiểm phiếu đợt {phase} có {count} {role}, cần đúng một.",
                phase=phase,
                count=count,
                role=role.label,
            )
            todo = _("Hãy sửa cột “Vai trò”: hai người này ký biên bản kiểm phiếu.")
            yield _found("tellers-roles", message, todo, rows[0], phase)
    proposed = {name_key(each.nominee.full_name) for each in case.proposals_of(phase)}
    for row, each in zip(rows, team, strict=True):
        if name_key(each.full_name) in proposed:
            message = _("{name} kiểm phiếu về chính mình.", name=each.full_name)
            todo = _("Nên cử người khác vào Ban kiểm phiếu; nếu là người trùng tên thì bỏ qua.")
            yield _found("teller-is-proposed", message, todo, row, phase)


def _found(id_: str, message: str, todo: str, row: int, phase: int) -> Finding:
    spots = (Spot("tellers", row, "role"),)
    return Finding(id_, _WARNING, message, todo, None, spots, phase=phase)


def _conclusions(case: Case) -> Iterator[Finding]:
    days = {meeting.phase: meeting.start.date() for meeting in case.campaign.meetings}
    for row, each in enumerate(case.campaign.conclusions):
        held = days.get(each.phase)
        if held and each.due and each.due < held:
            message = _(
                "Việc giao phải xong trước ngày {due}, sớm hơn ngày họp {held}.",
                due=short_date(each.due),
                held=short_date(held),
            )
            spots = (Spot("conclusions", row, "due"),)
            todo = _("Hãy sửa lại ngày.")
            yield Finding(
                "due-before-meeting", _WARNING, message, todo, None, spots, phase=each.phase
            )


def _renewal(campaign: Campaign) -> Iterator[Finding]:
    setup, spots = campaign.council_setup, (Spot("council_setup", 0, "replaced_code"),)
    if setup.replaced_code and setup.replaced_day is None:
        message = _("Quyết định được thay thế ({code}) chưa ghi ngày.", code=setup.replaced_code)
        day = (Spot("council_setup", 0, "replaced_day"),)
        yield Finding("replaced-without-day", _WARNING, message, _("Hãy ghi ngày."), None, day)
    changed = bool(campaign.former_members) or any(each.is_new for each in campaign.council)
    if changed and setup.duties and not setup.replaced_code:
        message = _(
            "Có người mới bổ sung hoặc thôi tham gia, nhưng chưa ghi quyết định được thay thế."
        )
        todo = _("Ghi số, ngày quyết định đó nếu là kiện toàn Hội đồng.")
        yield Finding("renewal-without-earlier", _WARNING, message, todo, None, spots)
