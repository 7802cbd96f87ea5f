"""A day is held against the campaign, today and the whole register: never only against what the day itself selects."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.law_texts import law_on
from tests.register.issuing_desks import LIBRARY, SAMPLE
from tests.register.papers import intent, settle, stamp
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.office.issuing.doubts.days import Known, clock_doubts, day_doubts
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene
from vbgen.register import Register

NOON = datetime(2022, 7, 20, 12, 0, tzinfo=UTC)
CAMPAIGN = load_campaign(SAMPLE, WORDS).campaign


def scene(kind: str, phase: int | None = None) -> Scene:
    return next(
        iter(agenda(CAMPAIGN, [LIBRARY.find(kind)], phase=phase, law=law_on(2022, 7, 20)).scenes)
    )


SUMMARY, NOTICE = scene("phase-summary", 2), scene("launch-notice")


def codes(day: date, paper: Scene, known: Known) -> list[str]:
    return [doubt.code for doubt in day_doubts(day, paper, known)]


@pytest.mark.parametrize(
    ("day", "now", "paper", "expected"),
    [
        (date(2022, 12, 20), datetime(2022, 12, 20, 8, tzinfo=UTC), SUMMARY, []),
        (date(2022, 12, 20), datetime(2023, 2, 17, 8, tzinfo=UTC), SUMMARY, []),
        (date(2022, 12, 20), datetime(2023, 2, 19, 8, tzinfo=UTC), SUMMARY, ["day-long-past"]),
        (date(2022, 12, 21), datetime(2022, 12, 20, 8, tzinfo=UTC), SUMMARY, ["day-to-come"]),
        (
            date(2002, 12, 30),
            datetime(2022, 12, 30, 8, tzinfo=UTC),
            SUMMARY,
            ["day-long-past", "day-outside-campaign"],
        ),
        (
            date(2222, 12, 30),
            datetime(2022, 12, 30, 8, tzinfo=UTC),
            SUMMARY,
            ["day-to-come", "day-outside-campaign"],
        ),
        (
            date(2022, 6, 30),
            datetime(2022, 6, 30, 8, tzinfo=UTC),
            SUMMARY,
            ["day-outside-campaign"],
        ),
        (date(2022, 7, 1), datetime(2022, 7, 1, 8, tzinfo=UTC), SUMMARY, []),
        (date(2021, 12, 1), datetime(2021, 12, 1, 8, tzinfo=UTC), NOTICE, []),
        (date(2021, 6, 1), datetime(2021, 6, 1, 8, tzinfo=UTC), NOTICE, ["day-outside-campaign"]),
        (date(2024, 1, 1), datetime(2024, 1, 1, 8, tzinfo=UTC), NOTICE, ["day-outside-campaign"]),
    ],
    ids=str,
)
def test_a_day_far_from_today_or_the_campaign_is_a_doubt(
    day: date, now: datetime, paper: Scene, expected: list[str]
) -> None:
    assert codes(day, paper, Known(now)) == expected


def test_a_campaign_without_phases_has_no_time_to_be_far_from() -> None:
    bare = replace(NOTICE, campaign=CAMPAIGN.model_copy(update={"phases": ()}))
    assert codes(date(2002, 7, 20), bare, Known(NOON)) == ["day-long-past"]


@given(st.integers(-300, 300).filter(bool))
def test_a_slip_of_whole_years_is_never_silent(years: int) -> None:
    day = date(2022 + years, 7, 20)
    assert codes(day, SUMMARY, Known(NOON)) != []


def test_the_last_paper_of_any_series_and_year_is_looked_at(register: Register) -> None:
    for day, series in (
        (date(2022, 7, 1), "van-ban-di"),
        (date(2021, 5, 4), "hoi-dong"),
        (date(2099, 1, 1), "x"),
    ):
        settle(register, register.reserve(intent(series, day=day), stamp()))
    void = register.reserve(intent(day=date(2022, 7, 19)), stamp())
    register.void(void.id, stamp(why="nhầm"))
    last = register.latest_paper(NOON.date())
    assert last is not None
    assert last.day == date(2022, 7, 1)
    assert "day-before-register" in codes(date(2021, 7, 20), SUMMARY, Known(NOON, last_paper=last))
    assert "day-before-register" not in codes(
        date(2022, 6, 20), SUMMARY, Known(NOON, last_paper=last)
    )


@pytest.mark.parametrize(
    ("ahead", "expected"), [(180, []), (184, ["clock-far-ahead"]), (28_000, ["clock-far-ahead"])]
)
def test_a_clock_far_ahead_of_the_last_act_is_a_doubt(ahead: int, expected: list[str]) -> None:
    known = Known(NOON + timedelta(days=ahead), last_act=NOON)
    assert [doubt.code for doubt in clock_doubts(known)] == expected


def test_an_empty_register_has_no_last_act_to_be_ahead_of(register: Register) -> None:
    assert register.last_act_at is None
    assert list(clock_doubts(Known(NOON))) == []
    register.reserve(intent(), stamp())
    assert register.last_act_at == stamp().at
