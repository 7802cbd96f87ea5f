"""Prerequisites and exclusions: what each nominee must have, and who may not be considered."""

from collections.abc import Iterator
from datetime import date

from vbgen.errors import Severity
from vbgen.law.arithmetic import full_months
from vbgen.law.discipline import is_at_least
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import Exclusion, Prerequisite
from vbgen.messages import _
from vbgen.model.people import Nominee, TrainingResult
from vbgen.office.checks.case import Case, Proposal
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.office.checks.people.candidates import Candidates
from vbgen.words.dates import short_date


def check(case: Case) -> Iterator[Finding]:
    """Every proposal that lacks what its honour needs, as far as the data tell."""
    candidates = Candidates(case)
    rules = {phase: _by_award(law) for phase, law in case.laws.items()}
    for proposal in case.proposals:
        for rule in rules[proposal.phase].get(proposal.honour.name, ()):
            if rule.subject in (None, proposal.nominee.subject):
                yield from _prerequisite(case, candidates, proposal, rule)
    for proposal in case.proposals:
        law = case.laws[proposal.phase]
        for exclusion in law.all(Exclusion):
            if proposal.honour.name in exclusion.awards:
                yield from _exclusion(case, law, proposal, exclusion)


def _by_award(law: LawOfDay) -> dict[str, list[Prerequisite]]:
    found: dict[str, list[Prerequisite]] = {}
    for rule in law.all(Prerequisite):
        found.setdefault(rule.award, []).append(rule)
    return found


def _prerequisite(
    case: Case, candidates: Candidates, proposal: Proposal, rule: Prerequisite
) -> Iterator[Finding]:
    candidate = candidates.of(proposal.nominee)
    met = [condition.is_met(candidate) for condition in rule.any_of]
    if any(met):
        return
    found = "; ".join(condition.found(candidate) for condition in rule.any_of)
    values = {
        "who": case.who(proposal.nominee),
        "award": proposal.honour.name,
        "title": _(rule.title),
        "found": found,
    }
    if None in met:
        message = _(
            "{who}, “{award}”: chưa đủ dữ liệu để biết có “{title}” không; {found}.", **values
        )
        weight = min(case.laws[proposal.phase].weight(rule), Severity.WARNING, key=_lightness)
    else:
        message = _("{who}, “{award}”: chưa có “{title}”; {found}.", **values)
        weight = case.laws[proposal.phase].weight(rule)
    todo = _(rule.remedy) if rule.remedy else _("Hãy bổ sung dữ liệu, minh chứng hoặc rút đề nghị.")
    people, spots = (
        (proposal.nominee.full_name,),
        (*proposal.spots, _row_of(case, proposal.nominee)),
    )
    yield Finding(rule.id, weight, message, todo, rule, spots, people, proposal.phase)


def _lightness(severity: Severity) -> int:
    return (Severity.NOTE, Severity.WARNING, Severity.ERROR).index(severity)


def _exclusion(case: Case, law: LawOfDay, proposal: Proposal, rule: Exclusion) -> Iterator[Finding]:
    reason, field = _reason(case, proposal.nominee, rule)
    if not reason:
        return
    message = _(
        "{who}, “{award}”: {title}; {reason}.",
        who=case.who(proposal.nominee),
        award=proposal.honour.name,
        title=_(rule.title),
        reason=reason,
    )
    spots = (*proposal.spots, _row_of(case, proposal.nominee, field))
    yield breach(
        law, rule, f"excluded-{rule.id}", message, todo=_("Hãy rút đề nghị hoặc sửa lại dữ liệu."), spots=spots,
        people=(proposal.nominee.full_name,), phase=proposal.phase,
    )  # fmt: skip


def _reason(case: Case, nominee: Nominee, rule: Exclusion) -> tuple[str, str]:
    """Why the nominee is excluded, and the field that says so; empty when not."""
    if newcomer := _newcomer(nominee, rule, date(case.year, 12, 31)):
        return newcomer, "joined"
    if rule.discipline and is_at_least(nominee.discipline, rule.discipline):
        return _("kỷ luật trong năm: {discipline}", discipline=nominee.discipline), "discipline"
    trained = rule.training_months and nominee.training_months >= rule.training_months
    if trained and nominee.training_result is not TrainingResult.GOOD:
        label = nominee.training_result.label.lower() if nominee.training_result else _("chưa có")
        return _("kết quả đào tạo: {result}", result=label), "training_result"
    return "", ""


def _newcomer(nominee: Nominee, rule: Exclusion, end: date) -> str:
    """That the nominee had not been there long enough at `end`; nothing when they had."""
    if not rule.months or not nominee.joined:
        return ""
    months = full_months(nominee.joined, end)
    if months >= rule.months:
        return ""
    return _(
        "về cơ quan ngày {day}, đến hết năm được {months} tháng",
        day=short_date(nominee.joined),
        months=months,
    )


def _row_of(case: Case, nominee: Nominee, field: str = "full_name") -> Spot:
    return Spot("nominees", case.rows[nominee.id], field)
