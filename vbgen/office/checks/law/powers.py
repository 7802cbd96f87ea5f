"""Power: who may decide an honour, for whom it is, and who may sign the decision."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.law.doubt import doubt_ways
from vbgen.law.tables import Power
from vbgen.messages import _
from vbgen.model.agency import Agency, SigningPower
from vbgen.model.campaign import Campaign
from vbgen.office.checks.case import DECISION, Case, Proposal
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.words.numbers import two_digits

_HEADS = {SigningPower.HEAD, SigningPower.DEPUTY, SigningPower.ACTING}


def check(case: Case) -> Iterator[Finding]:
    """Awards beyond the head's power, honours for the wrong subjects, decisions signed by the wrong person."""
    yield from _level(case)
    yield from _beyond_power(case)
    yield from _to_the_superior(case)
    yield from _wrong_subjects(case)
    yield from _signers(case)


def _level(case: Case) -> Iterator[Finding]:
    """An agency that awards and has not said its level: neither its powers nor its rates are known."""
    if case.campaign.agency.level is None and case.proposals:
        message = _(
            "Chưa ghi “{field}” nên chưa biết thẩm quyền khen thưởng và mức tiền thưởng.",
            field=Agency.title_of("level"),
        )
        todo = _("Chọn cấp của cơ quan ở trang “{sheet}”.", sheet=Campaign.title_of("agency"))
        spot = Spot("agency", 0, "level")
        yield Finding("agency-level-missing", Severity.ERROR, message, todo, None, (spot,))


def _beyond_power(case: Case) -> Iterator[Finding]:
    for proposal in case.proposals:
        if proposal.spots[0].table == "awards" and not case.is_within_power(proposal):
            law = case.laws[proposal.phase]
            rule = _power_of(case, proposal)
            message = _(
                "“{award}” của {who} không thuộc thẩm quyền của {head} {agency}.",
                award=proposal.honour.name,
                who=case.who(proposal.nominee),
                head=case.campaign.agency.head_title,
                agency=case.campaign.agency.full_name,
            )
            todo = _("Hãy bỏ khỏi trang “Khen thưởng”, chỉ đề nghị để trình cấp có thẩm quyền.")
            more = {
                "spots": proposal.spots,
                "people": (proposal.nominee.full_name,),
                "phase": proposal.phase,
            }
            if rule:
                ways = () if rule.proved else doubt_ways(rule)
                yield breach(law, rule, "beyond-power", message, todo=todo, ways=ways, **more)
            else:
                yield Finding("beyond-power", Severity.WARNING, message, todo, None, proposal.spots)


def _power_of(case: Case, proposal: Proposal) -> Power | None:
    """The rule that says what the agency's head decides."""
    law, level = case.laws[proposal.phase], case.campaign.agency.level
    return next((rule for rule in law.all(Power) if rule.level is level), None)


def _to_the_superior(case: Case) -> Iterator[Finding]:
    above = [each for each in case.proposals if _goes_up(case, each)]
    if above:
        named = case.campaign.agency.superior
        yield _for_the_superior(case, above) if named else _no_superior(above)


def _goes_up(case: Case, proposal: Proposal) -> bool:
    return proposal.spots[0].table == "nominations" and not case.is_within_power(proposal)


def _no_superior(above: list[Proposal]) -> Finding:
    message = _(
        "{count} đề nghị vượt thẩm quyền nhưng chưa ghi người có thẩm quyền cấp trên.",
        count=two_digits(len(above)),
    )
    todo = _("Hãy điền “Người có thẩm quyền cấp trên” trong trang “Cơ quan”.")
    spots = (Spot("agency", 0, "superior"), *_spots(above))
    return Finding("no-superior", Severity.WARNING, message, todo, None, spots, _people(above))


def _for_the_superior(case: Case, above: list[Proposal]) -> Finding:
    message = _(
        "{count} đề nghị thuộc thẩm quyền cấp trên ({superior}).",
        count=two_digits(len(above)),
        superior=case.campaign.agency.superior,
    )
    powers, first = case.laws[above[0].phase].all(Power), above[0].honour.name
    rule = next((power for power in powers if first in power.awards), None)
    todo = _("Lập tờ trình riêng.")
    return Finding(
        "for-the-superior", Severity.NOTE, message, todo, rule, _spots(above), _people(above)
    )


def _spots(proposals: list[Proposal]) -> tuple[Spot, ...]:
    return tuple(spot for each in proposals for spot in each.spots)


def _people(proposals: list[Proposal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.nominee.full_name for each in proposals))


def _wrong_subjects(case: Case) -> Iterator[Finding]:
    for proposal in case.proposals:
        law = case.laws[proposal.phase]
        rule = law.principle("fitting-subject")
        if rule and proposal.nominee.subject not in proposal.honour.subjects:
            message = _(
                "“{award}” không dành cho {kind}: {who}.",
                award=proposal.honour.name,
                kind=proposal.nominee.kind.label.lower(),
                who=case.who(proposal.nominee),
            )
            todo = _("Hãy chọn danh hiệu, hình thức đúng đối tượng hoặc sửa “Loại đối tượng”.")
            yield breach(
                law, rule, "wrong-subject", message, todo=todo, spots=proposal.spots,
                people=(proposal.nominee.full_name,), phase=proposal.phase,
            )  # fmt: skip


def _signers(case: Case) -> Iterator[Finding]:
    signers = {signer.id: signer for signer in case.campaign.signers}
    for row, plan in enumerate(case.campaign.papers):
        signer, rule = signers.get(plan.signer), case.law.principle("signer")
        if (
            rule
            and signer
            and plan.kind.partition("/")[0] in {DECISION, "certificate"}
            and signer.power not in _HEADS
        ):
            message = _(
                "{name} ký “{power}” không ký được quyết định khen thưởng, giấy khen.",
                name=signer.full_name,
                power=signer.power.label,
            )
            todo = _("Hãy chọn người đứng đầu hoặc cấp phó ký thay (KT.).")
            yield breach(
                case.law, rule, "signer-power", message, todo=todo, spots=(Spot("papers", row, "signer"),),
                people=(signer.full_name,), phase=plan.phase,
            )  # fmt: skip
