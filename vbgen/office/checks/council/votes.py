"""What the council carried: the share that each honour needs, and awards that do not follow from a vote."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from vbgen.errors import Severity
from vbgen.law.doubt import doubt_ways
from vbgen.law.honour import Honour
from vbgen.messages import _
from vbgen.model.council import Meeting, Vote
from vbgen.office.checks.case import Case, Proposal
from vbgen.office.checks.council.cast import votes_cast
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.words.numbers import percent_of, two_digits


def check(case: Case) -> Iterator[Finding]:
    """What was proposed or awarded without being carried, without a vote, or without a meeting."""
    yield from _thresholds(case)
    yield from _carried_not_awarded(case)
    yield from _without_council(case)


def _thresholds(case: Case) -> Iterator[Finding]:
    votes = {
        (vote.phase, nominee, honour.name): (row, vote)
        for row, vote, nominee, honour in votes_cast(case)
    }
    voted = {vote.phase for vote in case.campaign.votes}
    for proposal in case.proposals:
        found = votes.get((proposal.phase, proposal.nominee.id, proposal.honour.name))
        if found and case.voters:
            yield from _threshold(case, proposal, *found)
            yield from _secrecy(case, proposal)
        elif proposal.phase in voted and not found:
            yield _without_vote(case, proposal)


def _threshold(case: Case, proposal: Proposal, row: int, vote: Vote) -> Iterator[Finding]:
    law, members = case.laws[proposal.phase], len(case.voters)
    rule = law.vote_rule(proposal.honour)
    if rule is None or law.carries(proposal.honour, Fraction(vote.votes_for, members)):
        return
    message = _(
        "{who}, “{award}”: {votes}/{members} phiếu đồng ý ({share}), chưa đủ: {title}.",
        who=case.who(proposal.nominee),
        award=proposal.honour.name,
        votes=vote.votes_for,
        members=members,
        share=percent_of(vote.votes_for, members),
        title=_(rule.title),
    )
    given = proposal.spots[0].table == "awards"
    todo = (
        _("Không được khen thưởng; hãy bỏ khỏi trang “Khen thưởng”.")
        if given
        else _("Hãy rút đề nghị.")
    )
    spots = (Spot("votes", row, "votes_for"), *proposal.spots)
    yield breach(
        law, rule, "not-carried", message, todo=todo, spots=spots, people=(proposal.nominee.full_name,),
        phase=proposal.phase,
    )  # fmt: skip


def _secrecy(case: Case, proposal: Proposal) -> Iterator[Finding]:
    law = case.laws[proposal.phase]
    meeting = _meeting_of(case, proposal.phase)
    rule = law.vote_rule(proposal.honour)
    if rule and rule.secret and meeting and not meeting.secret_ballot:
        message = _(
            "“{award}” của {who} phải bỏ phiếu kín.",
            award=proposal.honour.name,
            who=case.who(proposal.nominee),
        )
        row = case.campaign.meetings.index(meeting)
        todo = _("Hãy tổ chức bỏ phiếu kín cho trường hợp này.")
        spots = (Spot("meetings", row, "secret_ballot"), *proposal.spots)
        people = (proposal.nominee.full_name,)
        weight = law.weight(rule)
        yield Finding("secret-ballot", weight, message, todo, rule, spots, people, proposal.phase)


def _meeting_of(case: Case, phase: int) -> Meeting | None:
    """The phase's meeting; the last where there are several."""
    meetings = [meeting for meeting in case.campaign.meetings if meeting.phase == phase]
    return meetings[-1] if meetings else None


def _without_vote(case: Case, proposal: Proposal) -> Finding:
    message = _(
        "{who}, “{award}”: chưa có kết quả bỏ phiếu.",
        who=case.who(proposal.nominee),
        award=proposal.honour.name,
    )
    rule = case.laws[proposal.phase].principle("council-first")
    return Finding(
        "without-vote", Severity.WARNING, message, _("Hãy bổ sung vào trang “Bỏ phiếu”."), rule, proposal.spots,
        (proposal.nominee.full_name,), proposal.phase,
    )  # fmt: skip


def _carried_not_awarded(case: Case) -> Iterator[Finding]:
    given = {(each.phase, each.nominee.id, each.honour.name) for each in case.proposals}
    for row, vote, nominee_id, honour in votes_cast(case):
        nominee = case.nominees.get(nominee_id)
        if nominee is None or (vote.phase, nominee_id, honour.name) in given:
            continue
        if _is_carried(case, vote, honour):
            message = _(
                "{who}, “{award}” đủ phiếu nhưng không có trong trang “Khen thưởng”.",
                who=case.who(nominee),
                award=honour.name,
            )
            spots, people = (Spot("votes", row, "award"),), (nominee.full_name,)
            plain = Finding(
                "carried-not-awarded", Severity.NOTE, message, "", None, spots, people, vote.phase
            )
            yield _with_advice(case, plain, honour)


def _is_carried(case: Case, vote: Vote, honour: Honour) -> bool:
    """Whether a council that has voters carried it, in a phase that is decided."""
    if not case.voters or vote.phase not in case.decided & case.laws.keys():
        return False
    share = Fraction(vote.votes_for, len(case.voters))
    return case.laws[vote.phase].carries(honour, share)


def _with_advice(case: Case, plain: Finding, honour: Honour) -> Finding:
    """To add it is the advice only where the head's power is certain; else both ways out of the doubt."""
    law = case.laws[plain.phase or 0]
    power = law.power(honour, case.campaign.agency.level)
    if power and power.proved:
        return replace(plain, todo=_("Hãy thêm vào, hoặc ghi lý do không khen trong hồ sơ."))
    todo = _("Thẩm quyền quyết định chưa được xác minh: chưa thêm vào khi chưa rõ ai quyết định.")
    ways = doubt_ways(power) if power else ()
    return replace(plain, severity=Severity.WARNING, todo=todo, rule=power, ways=ways)


def _without_council(case: Case) -> Iterator[Finding]:
    met = {meeting.phase for meeting in case.campaign.meetings}
    for phase in sorted(case.decided - met):
        law = case.laws.get(phase)
        rule = law.principle("council-first") if law else None
        if law and rule:
            rows = [row for row, each in enumerate(case.campaign.awards) if each.phase == phase]
            message = _(
                "Đợt {phase} có {count} khen thưởng nhưng chưa có cuộc họp Hội đồng.",
                phase=phase,
                count=two_digits(len(rows)),
            )
            todo = _("Hãy điền trang “Họp Hội đồng” (biên bản là một phần của hồ sơ).")
            yield breach(
                law,
                rule,
                "without-council",
                message,
                todo=todo,
                spots=(Spot("awards", rows[0], "award"),),
                phase=phase,
            )
