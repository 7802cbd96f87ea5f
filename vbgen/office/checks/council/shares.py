"""Leaders against direct workers, and women: shares that the council should see."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.law.arithmetic import reaches
from vbgen.law.honour_type import HonourType
from vbgen.messages import _
from vbgen.model.people import Gender, Nominee
from vbgen.office.checks.case import Case, Proposal
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.words.numbers import percent_of, two_digits


def check(case: Case) -> Iterator[Finding]:
    """For each phase: how many of the persons commended are leaders, how many are women."""
    for phase in case.phases:
        proposals = [each for each in case.proposals_of(phase) if _is_personal(each)]
        people = list({each.nominee.id: each.nominee for each in proposals}.values())
        if people:
            first, spots = proposals[0].spots, _spots_of_leaders(proposals)
            yield from _leaders(case, phase, people, spots or first)
            yield from _women(case, phase, people, first)


def _is_personal(proposal: Proposal) -> bool:
    """Whether it commends one person."""
    return proposal.nominee.kind.is_person and proposal.honour.type is HonourType.COMMENDATION


def _spots_of_leaders(proposals: list[Proposal]) -> tuple[Spot, ...]:
    leading = (each for each in proposals if each.nominee.is_leader)
    return tuple(spot for each in leading for spot in each.spots)


def _leaders(
    case: Case, phase: int, people: list[Nominee], spots: tuple[Spot, ...]
) -> Iterator[Finding]:
    law = case.laws[phase]
    rule = law.principle("direct-workers")
    if rule is None:
        return
    leaders = [person for person in people if person.is_leader]
    message = _(
        "Đợt {phase}: {leaders}/{all} cá nhân được xét hình thức khen thưởng là lãnh đạo ({share}),"
        " {direct} là người trực tiếp.",
        phase=phase,
        leaders=two_digits(len(leaders)),
        all=two_digits(len(people)),
        share=percent_of(len(leaders), len(people)),
        direct=two_digits(len(people) - len(leaders)),
    )
    names = tuple(person.full_name for person in leaders)
    if rule.percent is not None and reaches(len(leaders), len(people), rule.percent, strictly=True):
        todo = _("Hãy cân nhắc thêm người trực tiếp lao động, công tác.")
        yield breach(
            law, rule, "leaders-share", message, todo=todo, spots=spots, people=names, phase=phase
        )
    else:
        yield Finding("leaders-share", Severity.NOTE, message, "", rule, spots[:1], names, phase)


def _women(
    case: Case, phase: int, people: list[Nominee], spots: tuple[Spot, ...]
) -> Iterator[Finding]:
    rule = case.laws[phase].principle("gender-equality")
    if rule is None:
        return
    women = sum(person.gender is Gender.FEMALE for person in people)
    staff = [person for person in case.individuals if person.gender]
    all_women = sum(person.gender is Gender.FEMALE for person in staff)
    message = _(
        "Đợt {phase}: {women}/{all} cá nhân được xét hình thức khen thưởng là nữ ({share}); nữ trong cơ quan: {staff}.",
        phase=phase,
        women=two_digits(women),
        all=two_digits(len(people)),
        share=percent_of(women, len(people)),
        staff=percent_of(all_women, len(staff)) if staff else "-",
    )
    yield Finding("women-share", Severity.NOTE, message, "", rule, spots, (), phase)
