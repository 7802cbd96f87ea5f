"""The sample's results and quotas agree with its plans, its people and its awards."""

from collections import Counter
from decimal import Decimal

import pytest

from tests.sample.sample_campaign import (
    BANG_KHEN,
    CO,
    CSTD_TINH,
    GIAY_KHEN,
    TTLDXS,
    having,
    individuals,
    sample,
    subject_kinds,
)
from vbgen.model.campaign import Campaign
from vbgen.model.movement import SubjectKind
from vbgen.model.people import YearRating
from vbgen.model.targets import Quota
from vbgen.words.numbers import percent, vn_number


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return sample()


def test_plans_keep_their_decimals(campaign: Campaign) -> None:
    assert [str(indicator.planned) for indicator in campaign.indicators] == [
        "174186.0",
        "35981.0",
        "4401",
        "3882",
    ]


@pytest.mark.parametrize("phase", [1, 2])
def test_every_indicator_has_its_result_in_every_phase(campaign: Campaign, phase: int) -> None:
    found = [row.indicator for row in campaign.indicator_results if row.phase == phase]
    assert sorted(found) == sorted(indicator.id for indicator in campaign.indicators)


def test_the_first_phase_gives_the_reader_s_sentence(campaign: Campaign) -> None:
    row = next(
        row for row in campaign.indicator_results if (row.indicator, row.phase) == ("GTSXCN", 1)
    )
    planned = campaign.indicators[0].planned
    assert row.result is not None
    assert row.same_period is not None
    assert vn_number(row.result, 1) == "90.576,7"
    assert percent(row.result * 100 / planned) == "52,0%"
    assert percent(row.result * 100 / row.same_period - 100) == "12,4%"


def test_what_missed_its_plan_at_the_year_s_end_says_why(campaign: Campaign) -> None:
    planned = {indicator.id: indicator.planned for indicator in campaign.indicators}
    rows = [row for row in campaign.indicator_results if row.phase == 2]
    missed = [row for row in rows if (row.result or Decimal(0)) < planned[row.indicator]]
    assert [row.indicator for row in missed] == ["NK"]
    assert missed[0].reason
    assert {row.estimated for row in rows} == {True, False}


def achieved(campaign: Campaign, quota: Quota) -> Decimal:
    """What the year reached of a quota, in its own measure."""
    stated = [row for row in campaign.quota_results if (row.quota, row.phase) == (quota.id, 2)]
    honoured = having(
        campaign.nominations if is_provincial(quota.award) else campaign.awards, quota.award
    )
    kinds = subject_kinds(campaign)
    reached = (
        stated[0].achieved if stated else sum(kinds[id_] is quota.subject_kind for id_ in honoured)
    )
    total = 68 if quota.subject_kind is SubjectKind.INDIVIDUAL else 11
    return Decimal(reached * 100) / total if quota.measure == "share" else Decimal(reached)


def is_provincial(award: str) -> bool:
    return award in {CO, BANG_KHEN, TTLDXS, CSTD_TINH}


def test_the_year_keeps_every_quota_but_the_two_that_say_why_not(campaign: Campaign) -> None:
    missed = {
        quota.id
        for quota in campaign.quotas
        if not (quota.minimum or 0) <= achieved(campaign, quota) <= (quota.maximum or 100)
    }
    assert missed == {"CN-HTT", "CN-CSTDCS"}
    assert missed == {row.quota for row in campaign.quota_results if row.phase == 2 and row.reason}


@pytest.mark.parametrize("phase", [1, 2])
def test_stated_quota_results_agree_with_the_lists(campaign: Campaign, phase: int) -> None:
    quotas = {quota.id: quota for quota in campaign.quotas}
    kinds = subject_kinds(campaign)
    for row in campaign.quota_results:
        quota = quotas[row.quota]
        if row.phase == phase and quota.award:
            honoured = having(campaign.awards, quota.award, *range(1, phase + 1))
            assert row.achieved == sum(kinds[id_] is quota.subject_kind for id_ in honoured), row


def test_stated_ratings_agree_with_the_people(campaign: Campaign) -> None:
    ratings = Counter(person.rating for person in individuals(campaign))
    stated = {row.quota: row.achieved for row in campaign.quota_results if row.phase == 2}
    assert stated["CN-HTXS"] == ratings[YearRating.EXCELLENT]
    assert stated["CN-HTT"] == ratings[YearRating.EXCELLENT] + ratings[YearRating.GOOD]


def test_the_notice_s_numbers_of_certificates_are_kept(campaign: Campaign) -> None:
    kinds = subject_kinds(campaign)
    rows = [row for row in campaign.awards if row.award == GIAY_KHEN]
    counts = Counter((row.phase, kinds[row.nominee].value) for row in rows)
    assert counts == {
        (1, "collective"): 2,
        (1, "individual"): 10,
        (2, "collective"): 2,
        (2, "individual"): 12,
    }
    assert len({row.nominee for row in rows}) == len(rows)  # no merit is honoured twice
