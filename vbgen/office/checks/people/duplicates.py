"""One achievement rewarded twice, in this campaign or by an earlier decision."""

from collections.abc import Iterator
from itertools import combinations

from vbgen.law.honour_type import HonourType
from vbgen.messages import _
from vbgen.office.checks.case import Case, Proposal
from vbgen.office.checks.finding import Finding, breach

_RULE = "one-achievement-once"


def check(case: Case) -> Iterator[Finding]:
    """Two commendation forms for one phase or one merit; an award that an earlier decision of the year gave."""
    for proposals in case.by_nominee.values():
        forms = [each for each in proposals if each.honour.type is HonourType.COMMENDATION]
        for first, second in combinations(forms, 2):
            yield from _same_achievement(case, first, second)
        for proposal in proposals:
            yield from _already_given(case, proposal)


def _same_achievement(case: Case, first: Proposal, second: Proposal) -> Iterator[Finding]:
    law = case.laws[second.phase]
    rule = law.principle(_RULE)
    same_phase, same_merit = (
        first.phase == second.phase,
        _plain(first.merit) == _plain(second.merit),
    )
    if rule is None or not (same_phase or same_merit):
        return
    why = _("cùng lời ghi thành tích") if same_merit else _("cùng đợt {phase}", phase=second.phase)
    message = _(
        "{who} được đề nghị “{first}” và “{second}”, {why}.",
        who=case.who(second.nominee),
        first=first.honour.name,
        second=second.honour.name,
        why=why,
    )
    todo = _("Hãy chọn một hình thức, hoặc ghi rõ hai thành tích khác nhau.")
    yield breach(
        law, rule, "same-achievement-twice", message, todo=todo, spots=(*second.spots, *first.spots),
        people=(second.nominee.full_name,), phase=second.phase,
    )  # fmt: skip


def _already_given(case: Case, proposal: Proposal) -> Iterator[Finding]:
    law = case.laws[proposal.phase]
    rule = law.principle(_RULE)
    for row in case.history.by_nominee.get(proposal.nominee.id, ()):
        honour = case.honour(row.award) if row.year == case.year else None
        if rule and honour and honour.name == proposal.honour.name:
            message = _(
                "{who} đã được “{award}” năm {year} theo quyết định {number}.",
                who=case.who(proposal.nominee),
                award=honour.name,
                year=row.year,
                number=row.decision_number or _("(chưa ghi số)"),
            )
            todo = _("Hãy kiểm tra có phải cùng một thành tích không.")
            yield breach(
                law, rule, "already-awarded", message, todo=todo, spots=proposal.spots,
                people=(proposal.nominee.full_name,), phase=proposal.phase,
            )  # fmt: skip


def _plain(merit: str) -> str:
    return " ".join(merit.casefold().rstrip(". ").split())
