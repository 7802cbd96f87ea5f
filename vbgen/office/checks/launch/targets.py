"""The launch notice's own emulation targets: reached, missed, exceeded by the end of the campaign."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.law.rule import Rule
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.people import Award
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot
from vbgen.papers.body.quotas import QuotaView, impossible_targets, quota_results
from vbgen.words.numbers import two_digits


def check(case: Case) -> Iterator[Finding]:
    """Figures that cannot be, and the targets of the year, once the last phase has nominations or awards."""
    for fault in impossible_targets(case.campaign):
        spots = (Spot(fault.table, fault.row, fault.field),)
        yield Finding(fault.code, Severity.ERROR, fault.message, fault.hint, None, spots)
    rule, last = case.law.principle("notice-targets"), max(case.phases, default=0)
    if rule is None or not case.proposals_of(last):
        return
    views = quota_results(_as_proposed(case), last, case.phase_laws)
    met = [view for view in views if _is_met(view)]
    if met:
        first = Spot("quotas", case.campaign.quotas.index(met[0].quota))
        yield _reached(rule, first, (len(met), len(views)), last)
    for view in filter(_is_off, views):
        row = case.campaign.quotas.index(view.quota)
        yield _off_target(case, rule, view, Spot("quotas", row, "minimum"), last)


def _reached(rule: Rule, first: Spot, counts: tuple[int, int], phase: int) -> Finding:
    met, wanted = counts
    message = _("{kept}/{all} chỉ tiêu thi đua đạt.", kept=two_digits(met), all=two_digits(wanted))
    return Finding("targets-reached", Severity.NOTE, message, "", rule, (first,), phase=phase)


def _is_off(view: QuotaView) -> bool:
    return view.is_known and not _is_met(view)


def _is_met(view: QuotaView) -> bool:
    return view.verdict == "Đạt"


def _off_target(case: Case, rule: Rule, view: QuotaView, spot: Spot, phase: int) -> Finding:
    weight = case.law.weight(rule)
    values = {
        "name": view.name,
        "reached": view.reached,
        "wanted": view.wanted,
        "reason": view.reason,
    }
    if view.is_missed and view.reason:
        message = _(
            "Chưa đạt chỉ tiêu: {name} ({reached}; mục tiêu {wanted}); nguyên nhân đã ghi: {reason}.",
            **values,
        )
        return Finding("target-missed", weight, message, "", rule, (spot,), phase=phase)
    if view.is_missed:
        message = _("Chưa đạt chỉ tiêu: {name} ({reached}; mục tiêu {wanted}).", **values)
        todo = _("Hãy ghi nguyên nhân trong trang “Kết quả thi đua”.")
        return Finding("target-missed", weight, message, todo, rule, (spot,), phase=phase)
    message = _("Vượt chỉ tiêu: {name} ({reached}; mục tiêu {wanted}).", **values)
    return Finding(
        "target-exceeded",
        weight,
        message,
        _("Hãy xem lại số lượng đề nghị."),
        rule,
        (spot,),
        phase=phase,
    )


def _as_proposed(case: Case) -> Campaign:
    """The campaign as if what is proposed in open phases were given; rows with unknown honours are left out."""
    awards = tuple(
        Award(phase=each.phase, nominee=each.nominee.id, award=each.honour.name, merit=each.merit)
        for each in case.proposals
    )
    known = [quota for quota in case.campaign.quotas if not quota.award or case.honour(quota.award)]
    nominations = tuple(row for row in case.campaign.nominations if case.honour(row.award))
    return case.campaign.model_copy(
        update={"awards": awards, "quotas": tuple(known), "nominations": nominations}
    )
