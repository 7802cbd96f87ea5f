"""Emulation targets against what was awarded, proposed or reported."""

from decimal import Decimal

import pytest

from tests.law.law_texts import law_on
from tests.papers.small import COLLECTIVE, award, campaign, collective, nomination, person, quota
from vbgen.model.campaign import Campaign
from vbgen.model.targets import Measure, QuotaResult
from vbgen.papers.body.quotas import QuotaView, quota_results
from vbgen.papers.deciding import phase_laws

NOMINEES = (person("1", "Một"), person("2", "Hai"), collective("T", "Phòng A", "A"))


def only(data: Campaign, phase: int = 1) -> QuotaView:
    return quota_results(data, phase, phase_laws(data, law_on(2022, 12, 1)))[0]


def test_each_nominee_counts_once_over_all_phases() -> None:
    data = campaign(
        nominees=NOMINEES,
        quotas=(quota(),),
        awards=(award("1"), award("1", phase=2), award("2", phase=2)),
    )
    assert [only(data, phase).achieved for phase in (1, 2)] == [1, 2]


def test_collectives_do_not_count_for_individuals() -> None:
    data = campaign(nominees=NOMINEES, quotas=(quota(),), awards=(award("T"),))
    assert only(data).achieved == 0


def test_an_old_spelling_counts_as_the_same_honour() -> None:
    data = campaign(
        nominees=NOMINEES,
        quotas=(quota(award="Chiến sỹ thi đua cấp cơ sở"),),
        awards=(award("1", "Chiến sĩ thi đua cơ sở"),),
    )
    assert only(data).achieved == 1


def test_what_is_decided_above_is_counted_from_the_nominations() -> None:
    data = campaign(
        nominees=NOMINEES,
        quotas=(quota(subject_kind=COLLECTIVE, award="Tập thể lao động xuất sắc"),),
        nominations=(nomination("T", "Tập thể lao động xuất sắc"),),
    )
    assert (only(data).achieved, only(data).is_proposed) == (1, True)


def test_a_reported_figure_wins_over_the_count() -> None:
    data = campaign(
        nominees=NOMINEES,
        quotas=(quota(),),
        awards=(award("1"),),
        quota_results=(QuotaResult(quota="Q", phase=1, achieved=18, total=20, reason="vì"),),
    )
    assert (only(data).achieved, only(data).total, only(data).reason) == (18, 20, "vì")


@pytest.mark.parametrize(
    ("low", "high", "measure", "wanted"),
    [
        (80, None, Measure.SHARE, "từ 80% trở lên"),
        (15, 20, Measure.SHARE, "từ 15% đến 20%"),
        (3, 5, Measure.COUNT, "từ 03 đến 05"),
        (100, 100, Measure.SHARE, "100%"),
        (None, 2, Measure.COUNT, "không quá 02"),
        ("12.5", None, Measure.SHARE, "từ 12,5% trở lên"),
        (None, None, Measure.COUNT, ""),
    ],
)
def test_the_target_is_written_as_the_notice_means_it(
    low: object, high: object, measure: Measure, wanted: str
) -> None:
    assert (
        QuotaView(
            quota(minimum=low, maximum=high, measure=measure), 0, 1, "", is_proposed=False
        ).wanted
        == wanted
    )


@pytest.mark.parametrize(
    ("achieved", "verdict"), [(15, "Chưa đạt"), (16, "Đạt"), (20, "Đạt"), (21, "Vượt")]
)
def test_the_verdict_turns_at_the_bounds(achieved: int, verdict: str) -> None:
    row = QuotaView(quota(minimum=16, maximum=20), achieved, 68, "", is_proposed=False)
    assert row.verdict == verdict


def test_a_share_is_of_the_headcount() -> None:
    data = campaign(
        nominees=NOMINEES, quotas=(quota(measure=Measure.SHARE, minimum=80),), awards=(award("1"),)
    )
    assert (only(data).figure, only(data).reached) == (Decimal(5), "1/20 (5,0%)")
