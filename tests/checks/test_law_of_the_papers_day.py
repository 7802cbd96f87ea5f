"""Papers and the check go by one law of one day: that of the phase's decision, with the office's own rules."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.law.law_texts import SHIPPED, rules_by
from tests.sample.sample_campaign import ROOT, SAMPLE, sample
from vbgen.law.rulebook import Rulebook
from vbgen.model.campaign import Campaign
from vbgen.office.checking import Question, check
from vbgen.office.checks.case import Case
from vbgen.office.checks.every import findings
from vbgen.office.making.drafting import Drafter
from vbgen.papers.body.council.minutes import minutes
from vbgen.papers.deciding import phase_laws
from vbgen.papers.kinds.library import Library
from vbgen.word.reading.plain import plain_text

LIBRARY = Library((ROOT / "templates",))
STRICT = '[[vote]]\nid = "majority"\ntitle = "từ 95%"\npercent = 95\nsource = "Quy chế"\nsince = {since}\n'
TODAY = date(2026, 11, 29)


def fallen_in_paper(rules: Rulebook, campaign: Campaign, phase: int) -> int:
    drafter = Drafter(LIBRARY)
    planned = drafter.plan(campaign, ["council-minutes"], phase=phase, law=rules.on(TODAY))
    (draft,) = drafter.drafts(planned)
    return plain_text(draft.docx).count("Không thông qua")


def unplanned() -> Campaign:
    """The sample where nobody planned when a phase is decided."""
    papers = tuple(plan for plan in sample().papers if not plan.kind.startswith("award-decision"))
    return sample().model_copy(update={"papers": papers})


@pytest.mark.parametrize("phase", [1, 2])
def test_a_rule_to_come_changes_no_verdict_of_an_earlier_council(phase: int) -> None:
    later = rules_by(STRICT.format(since="2026-10-01"))
    assert fallen_in_paper(later, sample(), phase) == fallen_in_paper(SHIPPED, sample(), phase)


@pytest.mark.parametrize(
    "since", ["2022-07-01", "2022-07-02", "2022-12-02", "2026-11-29", "2026-11-30"]
)
@pytest.mark.parametrize("data", [sample, unplanned])
@pytest.mark.parametrize("phase", [1, 2])
def test_minutes_and_check_judge_by_the_same_day(
    since: str, data: Callable[[], Campaign], phase: int
) -> None:
    campaign = data()
    rules = rules_by(STRICT.format(since=since))
    judged = minutes(campaign, phase, phase_laws(campaign, rules.on(TODAY)).of(phase))
    assert fallen_in_paper(rules, campaign, phase) == len(judged.rejected)
    case = Case(campaign, rules.on(TODAY), None)
    fallen = [
        each.message for each in findings(case) if each.id == "not-carried" and each.phase == phase
    ]
    for ballot in (
        ballot for group in judged.groups for ballot in group.ballots if ballot.is_carried
    ):
        named = f"{case.who(ballot.entry.nominee)}, “{ballot.entry.honour.name}”"
        assert not [message for message in fallen if message.startswith(named)]


def test_each_phase_goes_by_the_law_of_its_own_decision() -> None:
    """Phase 1 is planned for July, phase 2 for December 2022."""
    rules = rules_by(STRICT.format(since="2022-09-01"))
    laws = phase_laws(sample(), rules.on(TODAY))
    percents = [laws.of(phase).vote_rule(laws.of(phase).honour("Giấy khen")) for phase in (1, 2)]
    assert [rule.percent for rule in percents if rule] == [50, 95]
    assert len(minutes(sample(), 1, laws.of(1)).rejected) < len(
        minutes(sample(), 2, laws.of(2)).rejected
    )


def test_the_check_of_a_campaign_is_handed_its_law() -> None:
    found = check(
        SAMPLE,
        LIBRARY,
        Question(law=rules_by(STRICT.format(since="2022-01-01")).on(TODAY), day=None),
    )
    assert any(problem.code == "not-carried" for problem in found.problems)


@pytest.mark.parametrize("proved", ["true", "false"])
def test_a_draft_of_a_decision_tells_of_a_power_that_nobody_has_verified(proved: str) -> None:
    own = (
        '[[power]]\nid = "provincial-department"\nawards = ["Giấy khen"]\nsource = "Phân cấp"\nproved = '
        + proved
    )
    planned = Drafter(LIBRARY).plan(
        sample(), ["award-decision", "certificate"], phase=1, law=rules_by(own).on(TODAY)
    )
    told = [note for note in planned.notes if note.code == "power-unproved"]
    assert len(told) == (proved == "false")
    assert all(len(note.ways) == 2 and "Phân cấp" in note.message for note in told)
