"""Deadlines counted on the day of the check: what is overdue, what is near, and what cannot be counted."""

from collections.abc import Iterator
from datetime import date

from vbgen.errors import Severity
from vbgen.law.tables import Dossier
from vbgen.messages import _
from vbgen.model.beforehand.deadline import Deadline
from vbgen.office.checks.case import Case
from vbgen.office.checks.dossiers import dossier_of
from vbgen.office.checks.finding import Finding, Spot
from vbgen.words.dates import short_date
from vbgen.words.working_days import after_working_days, working_days_until


def check(case: Case) -> Iterator[Finding]:
    """A finding for each deadline that is not done; nothing for those that are."""
    for row, each in enumerate(case.campaign.deadlines):
        if not each.done:
            rule = _rule(case, each)
            due = _due(each, rule)
            yield _counted(case, row, due, rule) if due else _uncounted(each, row)


def _due(each: Deadline, rule: Dossier | None) -> date | None:
    if each.due:
        return each.due
    days = each.working_days or (rule.working_days if rule else 0)
    return after_working_days(each.start, days) if each.start and days else None


def _rule(case: Case, each: Deadline) -> Dossier | None:
    """Where the office says no figure: the longest time that the law sets for a dossier of the phase."""
    if each.due or each.working_days:
        return None
    rules = [
        dossier_of(case.laws[one.phase], one.honour, case.campaign.agency.level)
        for one in case.proposals
        if each.phase in {None, one.phase}
    ]
    timed = [rule for rule in rules if rule and rule.working_days]
    return max(timed, key=lambda rule: rule.working_days, default=None)


def _counted(case: Case, row: int, due: date, rule: Dossier | None) -> Finding:
    task, today = case.campaign.deadlines[row].task, case.today.day
    left = working_days_until(today, due)
    spots = (Spot("deadlines", row, "due"),)
    if due < today:
        message = _(
            "Quá hạn {days} ngày làm việc (hạn {due}): {task}.",
            days=-left,
            due=short_date(due),
            task=task,
        )
        todo = _("Nếu đã xong, chọn “Có” ở cột “Đã xong”.")
        return Finding("deadline-past", Severity.WARNING, message, todo, rule, spots)
    message = _(
        "Còn {days} ngày làm việc (hạn {due}): {task}.", days=left, due=short_date(due), task=task
    )
    todo = _("Ngày nghỉ Tết, Giỗ Tổ và nghỉ bù chưa được trừ.")
    return Finding("deadline-ahead", Severity.NOTE, message, todo, rule, spots)


def _uncounted(each: Deadline, row: int) -> Finding:
    message = _("Chưa tính được hạn: {task}.", task=each.task)
    todo = _("Ghi hạn cuối, hoặc ghi ngày bắt đầu và số ngày làm việc.")
    spots = (Spot("deadlines", row, "due"),)
    return Finding("deadline-unknown", Severity.WARNING, message, todo, None, spots)
