"""The council's arithmetic: who came, the ballots, the votes on each case, a member's own case."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.law.rule import Rule
from vbgen.messages import _
from vbgen.model.council import Meeting
from vbgen.model.people import Nominee
from vbgen.office.checks.case import Case, name_key
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.papers.body.council.impossible import (
    base_of,
    cast_in,
    impossible_counts,
    roll_of,
    voted_on,
)
from vbgen.words.names import same_name


def check(case: Case) -> Iterator[Finding]:
    """Every meeting's attendance, ballots and votes, and members who are nominees themselves."""
    yield from _impossible(case)
    for row, meeting in enumerate(case.campaign.meetings):
        if meeting.phase in case.laws:
            yield from _attendance(case, row, meeting)
            yield from _votes(case, meeting)
            yield from _own_cases(case, meeting)


def _attendance(case: Case, row: int, meeting: Meeting) -> Iterator[Finding]:
    rule = case.laws[meeting.phase].principle("all-members")
    if rule is not None:
        yield from _incomplete_roll(case, row, meeting, rule)
        yield from _absent(case, row, meeting, rule)


def _incomplete_roll(case: Case, row: int, meeting: Meeting, rule: Rule) -> Iterator[Finding]:
    called = {each.member for each in case.campaign.attendance if each.phase == meeting.phase}
    missing = tuple(member.full_name for member in case.campaign.council if member.id not in called)
    if missing:
        names = ", ".join(missing)
        message = _("Họp đợt {phase}: chưa điểm danh {names}.", phase=meeting.phase, names=names)
        todo = _(
            "Hãy thêm vào trang “Thành phần dự họp”; số có mặt và vắng mặt phải bằng tổng số thành viên."
        )
        yield breach(
            case.laws[meeting.phase], rule, "roll-incomplete", message, todo=todo,
            spots=(Spot("meetings", row, "phase"),), people=missing, phase=meeting.phase,
        )  # fmt: skip


def _absent(case: Case, row: int, meeting: Meeting, rule: Rule) -> Iterator[Finding]:
    """A note on voters who were away where an honour asks for a secret ballot."""
    away = _away(case, meeting.phase)
    absent = [member.full_name for member in case.voters if member.id in away]
    if absent and _asks_for_secrecy(case, meeting.phase):
        names = ", ".join(absent)
        message = _("Họp đợt {phase}: {names} vắng mặt.", phase=meeting.phase, names=names)
        todo = _(
            "Hãy lấy ý kiến bằng văn bản của thành viên vắng mặt về các danh hiệu phải bỏ phiếu kín,"
            " rồi ghi ở trang “Thành phần dự họp”."
        )
        spots = (Spot("meetings", row, "phase"),)
        yield Finding(
            "absent-member", Severity.NOTE, message, todo, rule, spots, phase=meeting.phase
        )


def _asks_for_secrecy(case: Case, phase: int) -> bool:
    rules = (case.laws[phase].vote_rule(each.honour) for each in case.proposals_of(phase))
    return any(rule is not None and rule.secret for rule in rules)


def _away(case: Case, phase: int) -> set[str]:
    """Members whom the roll calls absent, and who sent nothing in writing."""
    return {
        each.member
        for each in case.campaign.attendance
        if each.phase == phase and not each.present and not each.in_writing
    }


def _impossible(case: Case) -> Iterator[Finding]:
    """Counts of ballots and votes that cannot be: errors of arithmetic, which no rule of an office lets pass."""
    for fault in impossible_counts(case.campaign):
        row = getattr(case.campaign, fault.table)[fault.row]
        law = case.laws.get(row.phase)
        yield Finding(
            fault.code,
            Severity.ERROR,
            fault.message,
            fault.hint,
            law.principle("ballots") if law else None,
            (Spot(fault.table, fault.row, fault.field),),
            phase=row.phase,
        )


def _votes(case: Case, meeting: Meeting) -> Iterator[Finding]:
    """Votes with fewer voices than could be cast; those with more cannot be, and are told as such."""
    rule = case.laws[meeting.phase].principle("votes-add-up")
    if rule is None:
        return
    most, _why = base_of(meeting, roll_of(case.campaign, meeting.phase))
    base = meeting.ballots_valid if meeting.secret_ballot else most
    for row, vote in enumerate(case.campaign.votes):
        is_fewer = cast_in(vote) <= most and cast_in(vote) != base
        if vote.phase == meeting.phase and is_fewer:
            yield _fewer(case, meeting, rule, row, base)


def _fewer(case: Case, meeting: Meeting, rule: Rule, row: int, base: int) -> Finding:
    vote = case.campaign.votes[row]
    who = voted_on(case.campaign, vote)
    told = (
        _("số phiếu hợp lệ {n}", n=base)
        if meeting.secret_ballot
        else _("số người có mặt {n}", n=base)
    )
    message = _(
        "{who}, “{award}”: {votes_for} đồng ý, {votes_against} không đồng ý, {abstained} không biểu quyết, cộng"
        " lại là {total}, khác {base}.",
        who=who,
        award=vote.award or _("mọi danh hiệu, hình thức"),
        votes_for=vote.votes_for,
        votes_against=vote.votes_against,
        abstained=vote.abstained,
        total=cast_in(vote),
        base=told,
    )
    spots = (Spot("votes", row, "votes_for"),)
    todo = _("Hãy sửa theo biên bản kiểm phiếu.")
    return breach(
        case.laws[vote.phase], rule, "votes-do-not-add-up", message, todo=todo, spots=spots,
        people=(who,), phase=vote.phase,
    )  # fmt: skip


def _own_cases(case: Case, meeting: Meeting) -> Iterator[Finding]:
    """Members who seem to have voted on themselves: nobody abstained in their case."""
    law = case.laws[meeting.phase]
    rule, rows = law.principle("own-case"), _rows_of_members(case, meeting.phase)
    if rule is None or not rows:
        return
    votes = case.campaign.votes
    names = tuple(dict.fromkeys(_named(case, votes[row].nominee) for row in rows))
    message = _(
        "Họp đợt {phase}: {names} là thành viên Hội đồng được xét; phiếu ghi như thể chính họ cũng biểu quyết.",
        phase=meeting.phase,
        names=", ".join(names),
    )
    todo = _("Nếu đã không biểu quyết trường hợp của mình, hãy ghi vào cột “Không biểu quyết”.")
    spots = tuple(Spot("votes", row, "abstained") for row in rows)
    yield breach(
        law, rule, "own-case", message, todo=todo, spots=spots, people=names, phase=meeting.phase
    )


def _rows_of_members(case: Case, phase: int) -> list[int]:
    """Rows of votes on members of the council in which nobody abstained."""
    members = (_nominee_of(case, member.nominee, member.full_name) for member in case.voters)
    own = {nominee.id for nominee in members if nominee}
    return [
        row
        for row, vote in enumerate(case.campaign.votes)
        if vote.phase == phase and vote.nominee in own and not vote.abstained
    ]


def _nominee_of(case: Case, id_: str, full_name: str) -> Nominee | None:
    """The member as a nominee: by id, else the only person of that name."""
    if id_:
        return case.nominees.get(id_)
    alike = case.named.get(name_key(full_name), ())
    named = [person for person in alike if same_name(person.full_name, full_name)]
    return named[0] if len(named) == 1 else None


def _named(case: Case, id_: str) -> str:
    nominee = case.nominees.get(id_)
    return nominee.full_name if nominee else id_
