"""The sample's council votes as a council does."""

from collections import Counter
from fractions import Fraction

import pytest

from tests.law.law_texts import honour, law_on
from tests.sample.sample_campaign import GIAY_KHEN, keys, sample
from vbgen.model.campaign import Campaign


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return sample()


def test_eleven_members_vote(campaign: Campaign) -> None:
    roles = Counter(member.role.value for member in campaign.council)
    assert roles == {
        "chair": 1,
        "standing-vice-chair": 1,
        "vice-chair": 1,
        "member": 7,
        "member-secretary": 1,
    }


@pytest.mark.parametrize("phase", [1, 2])
def test_ballots_add_up(campaign: Campaign, phase: int) -> None:
    meeting = next(meeting for meeting in campaign.meetings if meeting.phase == phase)
    roll = [row for row in campaign.attendance if row.phase == phase]
    assert [row.member for row in roll] == [member.id for member in campaign.council]
    assert meeting.ballots_issued == sum(row.present for row in roll)
    assert (
        meeting.ballots_issued
        >= meeting.ballots_collected
        == meeting.ballots_valid + meeting.ballots_invalid
    )
    for vote in campaign.votes:
        if vote.phase == phase:
            assert vote.votes_for + vote.votes_against == meeting.ballots_valid, vote


def test_one_member_is_absent_once_and_says_why(campaign: Campaign) -> None:
    assert [(row.phase, bool(row.reason)) for row in campaign.attendance if not row.present] == [
        (1, True)
    ]


def test_every_nomination_is_voted_on(campaign: Campaign) -> None:
    assert keys(campaign.votes) == keys(campaign.nominations)


def test_the_head_awards_what_was_carried_and_is_his_to_award(campaign: Campaign) -> None:
    def is_awarded(award: str, share: Fraction) -> bool:
        law, found = law_on(2022, 12, 1), honour(award)
        return law.carries(found, share) and law.decides(campaign.agency.level, found)

    carried = {
        (row.phase, row.nominee, row.award)
        for row in campaign.votes
        if is_awarded(row.award, Fraction(row.votes_for, 11))
    }
    assert carried == set(keys(campaign.awards))


def test_one_nominee_does_not_reach_the_majority(campaign: Campaign) -> None:
    fallen = [row for row in campaign.votes if row.votes_for * 2 <= len(campaign.council)]
    assert [(row.phase, row.nominee, row.award) for row in fallen] == [(2, "CN032", GIAY_KHEN)]


def test_awards_repeat_the_merit_that_was_proposed(campaign: Campaign) -> None:
    proposed = dict(
        zip(keys(campaign.nominations), (row.merit for row in campaign.nominations), strict=True)
    )
    assert all(proposed[row.phase, row.nominee, row.award] == row.merit for row in campaign.awards)
