"""Each check on what is proposed: a campaign that just passes, and one that just does not."""

from datetime import date

import pytest

from tests.checks.check_cases import (
    AGENCY,
    BANG_KHEN,
    CSTD_TINH,
    CSTDCS,
    GIAY_KHEN,
    LDTT,
    PEOPLE,
    TTLDTT,
    TTLDXS,
    campaign,
    found,
    given,
    ids,
    initiative,
    one,
    past,
    person,
    proposed,
    quota,
    room,
)
from tests.law.law_texts import rules_by
from vbgen.errors import Severity
from vbgen.model.agency import AgencyLevel
from vbgen.model.paper import PaperPlan
from vbgen.model.people import TrainingResult, YearRating
from vbgen.model.unit import Unit


def test_a_lawful_campaign_has_nothing_to_find() -> None:
    assert ids(campaign()) == []
    assert (
        ids(campaign(nominations=[proposed("CN1"), proposed("CN2"), proposed("CN1", LDTT)])) == []
    )


def test_an_award_beyond_the_head_s_power_is_an_error_and_a_proposal_is_for_the_superior() -> None:
    data = campaign(awards=[given("CN1", CSTD_TINH)], nominations=[proposed("CN1", CSTD_TINH)])
    finding = one(data, "beyond-power")
    assert finding.severity is Severity.ERROR
    assert finding.citation == "Điều 79, Điều 80 Luật Thi đua, khen thưởng năm 2003"
    assert "for-the-superior" in ids(campaign(nominations=[proposed("CN1", CSTD_TINH)]))


def test_a_superior_must_be_named_when_something_goes_to_him() -> None:
    data = campaign(
        agency=AGENCY.model_copy(update={"superior": ""}), nominations=[proposed("CN1", BANG_KHEN)]
    )
    assert "no-superior" in ids(data)


def test_a_commune_s_new_powers_are_used_with_a_warning_at_most() -> None:
    commune = AGENCY.model_copy(update={"level": AgencyLevel.COMMUNE})
    data = campaign(agency=commune, awards=[given("CN1", CSTDCS), given("CN1", LDTT)])
    before = {finding.id for finding in found(data, day=date(2025, 6, 30))}
    after = {finding.id for finding in found(data, day=date(2025, 7, 1))}
    assert "beyond-power" in before
    assert "beyond-power" not in after


def test_an_honour_fits_its_subject() -> None:
    data = campaign(
        nominees=[*PEOPLE, room("TT1", "Phòng A", "A")], nominations=[proposed("TT1", LDTT)]
    )
    assert "wrong-subject" in ids(data)
    assert (
        one(data, "wrong-subject").message
        == "“Lao động tiên tiến” không dành cho tập thể: Phòng A."
    )


@pytest.mark.parametrize(("signer", "expected"), [("gd", []), ("cvp", ["signer-power"])])
def test_a_decision_is_signed_by_the_head_or_a_deputy(signer: str, expected: list[str]) -> None:
    plan = PaperPlan(kind="award-decision", phase=1, signer=signer, month=12, year=2022)
    assert ids(campaign(papers=[plan])) == expected


def test_a_title_needs_its_rating() -> None:
    weak = person("CN1", "Lê An", rating=YearRating.DONE)
    data = campaign(nominees=[weak, *PEOPLE[1:]], nominations=[proposed("CN1", LDTT)])
    finding = one(data, "ldtt-rating")
    assert finding.severity is Severity.ERROR
    assert finding.message == (
        "Lê An (CN1, Phòng A), “Lao động tiên tiến”: chưa có “hoàn thành tốt nhiệm vụ trở lên”;"
        " xếp loại năm: hoàn thành nhiệm vụ."
    )
    assert [(spot.table, spot.row) for spot in finding.spots] == [
        ("nominations", 0),
        ("nominees", 0),
    ]
    assert finding.people == ("Lê An",)


def test_a_missing_rating_is_a_doubt_and_no_error() -> None:
    data = campaign(
        nominees=[person("CN1", "Lê An", rating=None)], nominations=[proposed("CN1", LDTT)]
    )
    assert one(data, "ldtt-rating").severity is Severity.WARNING


def test_a_fighter_is_an_advanced_worker_with_an_initiative() -> None:
    alone = campaign(nominations=[proposed("CN1", CSTDCS)])
    assert {"cstdcs-ldtt", "cstdcs-merit"} <= set(ids(alone))
    both = campaign(
        nominations=[proposed("CN1", CSTDCS), proposed("CN1", LDTT)],
        initiatives=[initiative("CN1")],
    )
    assert not {"cstdcs-ldtt", "cstdcs-merit"} & set(ids(both))


def test_a_provincial_fighter_was_one_for_three_years_with_decision_numbers() -> None:
    rows = [proposed("CN1", award) for award in (LDTT, CSTDCS, CSTD_TINH)]
    about = [initiative("CN1", "Chủ tịch Ủy ban nhân dân tỉnh X")]
    good = campaign(
        nominations=rows, initiatives=about, past_awards=past("CN1", CSTDCS, 2020, 2021)
    )
    assert "cstd-tinh-streak" not in ids(good)
    unnumbered = past("CN1", CSTDCS, 2020) + past("CN1", CSTDCS, 2021, number="")
    bad = campaign(nominations=rows, initiatives=about, past_awards=unnumbered)
    assert "2021 (thiếu số quyết định)" in one(bad, "cstd-tinh-streak").message


@pytest.mark.parametrize(
    ("day", "ldtt", "expected"),
    [
        (date(2023, 12, 31), ("CN1",), ["ttldtt-share"]),
        (date(2023, 12, 31), ("CN1", "CN2"), []),
        (date(2024, 1, 1), ("CN1", "CN2"), []),
    ],
)
def test_an_advanced_collective_has_its_share_of_advanced_workers(
    day: date, ldtt: tuple[str, ...], expected: list[str]
) -> None:
    rows = [proposed("TT1", TTLDTT), *(proposed(id_, LDTT) for id_ in ldtt)]
    data = campaign(nominees=[*PEOPLE, room("TT1", "Phòng A", "A")], nominations=rows)
    assert [id_ for id_ in ids(data, day=day) if id_.startswith("ttldtt")] == expected


def test_the_share_is_of_all_people_of_the_unit_listed_or_not() -> None:
    rows = [proposed("TT1", TTLDTT), proposed("CN1", LDTT), proposed("CN2", LDTT)]
    units = (Unit(id="A", name="Phòng A", headcount=4), Unit(id="B", name="Phòng B", headcount=2))
    data = campaign(units=units, nominees=[*PEOPLE, room("TT1", "Phòng A", "A")], nominations=rows)
    assert "2/4 cá nhân (50,0%)" in one(data, "ttldtt-share").message


def test_an_excellent_collective_has_a_fighter() -> None:
    excellent = room("TT1", "Phòng A", "A", rating=YearRating.EXCELLENT)
    rows = [proposed("TT1", TTLDXS), proposed("CN1", LDTT), proposed("CN2", LDTT)]
    data = campaign(nominees=[*PEOPLE, excellent], nominations=rows)
    assert [id_ for id_ in ids(data) if id_.startswith("ttldxs")] == ["ttldxs-fighter"]
    more = campaign(
        nominees=[*PEOPLE, excellent],
        nominations=[*rows, proposed("CN1", CSTDCS)],
        initiatives=[initiative("CN1")],
    )
    assert not [id_ for id_ in ids(more) if id_.startswith("ttldxs")]


def test_a_higher_commendation_without_a_streak_is_only_noted() -> None:
    finding = one(campaign(nominations=[proposed("CN1", BANG_KHEN)]), "bang-khen-tinh-individual")
    assert finding.severity is Severity.NOTE
    assert "thành tích khác" in finding.todo


@pytest.mark.parametrize(
    ("joined", "day", "is_excluded"),
    [
        (date(2022, 3, 1), date(2022, 12, 1), False),
        (date(2022, 3, 2), date(2022, 12, 1), True),
        (date(2022, 7, 1), date(2024, 4, 14), True),
        (date(2022, 7, 1), date(2024, 4, 15), False),
        (date(2022, 7, 2), date(2024, 4, 15), True),
    ],
)
def test_the_newly_recruited_wait_ten_months_then_six(
    joined: date, day: date, *, is_excluded: bool
) -> None:
    new = person("CN1", "Lê An", joined=joined)
    data = campaign(nominees=[new, *PEOPLE[1:]], nominations=[proposed("CN1", LDTT)])
    assert ("excluded-recruit" in ids(data, day=day)) is is_excluded


def test_the_rule_for_recruits_after_august_2025_is_a_doubt() -> None:
    new = person("CN1", "Lê An", joined=date(2022, 9, 1))
    data = campaign(nominees=[new], nominations=[proposed("CN1", LDTT)])
    assert "chưa xác minh" in one(data, "excluded-recruit", day=date(2025, 9, 1)).citation


@pytest.mark.parametrize(
    ("discipline", "is_excluded"), [("", False), ("Không", False), ("Khiển trách", True)]
)
def test_the_disciplined_are_excluded(discipline: str, *, is_excluded: bool) -> None:
    data = campaign(
        nominees=[person("CN1", "Lê An", discipline=discipline)],
        nominations=[proposed("CN1", LDTT)],
    )
    assert ("excluded-discipline" in ids(data)) is is_excluded


@pytest.mark.parametrize(
    ("months", "result", "is_excluded"),
    [
        (11, None, False),
        (12, None, True),
        (12, TrainingResult.GOOD, False),
        (12, TrainingResult.BELOW, True),
    ],
)
def test_a_year_of_training_counts_when_it_ended_well(
    months: int, result: TrainingResult | None, *, is_excluded: bool
) -> None:
    trained = person("CN1", "Lê An", training_months=months, training_result=result)
    data = campaign(nominees=[trained], nominations=[proposed("CN1", LDTT)])
    assert ("excluded-training" in ids(data)) is is_excluded


def many(ldtt: int, fighters: int) -> dict[str, object]:
    people = [person(f"P{n}", f"Người Số {n}", birth_year=None) for n in range(ldtt)]
    rows = [proposed(each.id, LDTT) for each in people] + [
        proposed(each.id, CSTDCS) for each in people[:fighters]
    ]
    units = (Unit(id="A", name="Phòng A", headcount=ldtt),)
    return {
        "units": units, "nominees": people, "nominations": rows,
        "initiatives": [initiative(each.id) for each in people],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("ldtt", "fighters", "id_"), [(48, 7, "kept"), (48, 8, "exceeded"), (60, 9, "kept")]
)
def test_fighters_are_at_most_fifteen_percent_of_advanced_workers(
    ldtt: int, fighters: int, id_: str
) -> None:
    data = campaign(**many(ldtt, fighters))
    finding = one(data, f"legal-cap-{id_}")
    assert "bỏ phần lẻ" in finding.message
    assert finding.severity is (Severity.NOTE if id_ == "kept" else Severity.ERROR)


def test_after_2023_no_cap_counts_unless_the_office_sets_one() -> None:
    data = campaign(**many(48, 8))
    assert not {"legal-cap-exceeded", "legal-cap-kept"} & {
        each.id for each in found(data, day=date(2024, 1, 1))
    }
    own = '[[cap]]\nid = "cstdcs-of-ldtt"\npercent = 12\nsource = "Quy chế"\nsince = 2024-01-01'
    finding = one(data, "legal-cap-exceeded", day=date(2024, 1, 1), rules=rules_by(own))
    assert finding.severity is Severity.WARNING
    assert "tối đa 05 (12%" in finding.message
    assert "Quy chế; quy định riêng: quy-che.toml" in finding.citation


@pytest.mark.parametrize(
    ("headcount", "ldtt", "fighters", "contradicts"),
    [
        (60, 80, 15, True),
        (60, 100, 15, False),
        (68, 100, 15, True),
        (100, 80, 12, False),
        (100, 80, 13, True),
    ],
)
def test_a_notice_may_ask_for_more_fighters_than_the_law_allows(
    headcount: int, ldtt: int, fighters: int, *, contradicts: bool
) -> None:
    quotas = [
        quota(LDTT, measure="share", minimum=ldtt),
        quota(CSTDCS, measure="share", minimum=fighters),
    ]
    data = campaign(
        units=(Unit(id="A", name="Phòng A", headcount=headcount),), nominees=(), quotas=quotas
    )
    assert ("notice-against-law" in ids(data)) is contradicts


@pytest.mark.parametrize(
    ("count", "id_"), [(1, "target-missed"), (2, ""), (3, ""), (4, "target-exceeded")]
)
def test_targets_of_the_notice_are_missed_reached_or_exceeded(count: int, id_: str) -> None:
    rows = [proposed(each.id) for each in PEOPLE[:count]]
    data = campaign(quotas=[quota(GIAY_KHEN, minimum=2, maximum=3)], nominations=rows)
    assert [each for each in ids(data) if each.startswith("target-")] == ([id_] if id_ else [])
    told = [finding.id for finding in found(data)]
    assert ("targets-reached" in told) is (not id_)


def test_one_achievement_is_rewarded_once() -> None:
    twice = campaign(nominations=[proposed("CN1"), proposed("CN1", BANG_KHEN)])
    assert "same-achievement-twice" in ids(twice)
    title_too = campaign(nominations=[proposed("CN1"), proposed("CN1", LDTT)])
    assert "same-achievement-twice" not in ids(title_too)


def test_the_same_words_in_two_phases_are_one_achievement() -> None:
    phases = [*campaign().phases, campaign().phases[0].model_copy(update={"number": 2})]
    same = [proposed("CN1"), proposed("CN1", phase=2, merit=MERIT_AGAIN)]
    assert "same-achievement-twice" in ids(campaign(phases=phases, nominations=same))
    other = [proposed("CN1"), proposed("CN1", phase=2, merit="trong phong trào đợt 2")]
    assert "same-achievement-twice" not in ids(campaign(phases=phases, nominations=other))


MERIT_AGAIN = "Xuất sắc trong  phong trào thi đua năm 2022."


def test_what_an_earlier_decision_of_the_year_gave_is_not_given_again() -> None:
    data = campaign(
        nominations=[proposed("CN1")], past_awards=past("CN1", GIAY_KHEN, 2022, number="5/QĐ-SY")
    )
    assert "5/QĐ-SY" in one(data, "already-awarded").message
    last_year = campaign(nominations=[proposed("CN1")], past_awards=past("CN1", GIAY_KHEN, 2021))
    assert "already-awarded" not in ids(last_year)


def test_a_law_that_nobody_has_read_warns_at_every_use_and_blocks_nothing() -> None:
    weak = person("CN1", "Lê An", rating=YearRating.DONE, discipline="Cảnh cáo")
    data = campaign(
        nominees=[weak, *PEOPLE[1:]],
        nominations=[proposed("CN1", LDTT)],
        awards=[given("CN1", CSTD_TINH)],
    )
    told = found(data, day=date(2026, 10, 1))
    assert "law-unverified" in {finding.id for finding in told}
    assert not [finding for finding in told if finding.severity is Severity.ERROR]
    assert [
        finding
        for finding in found(data, day=date(2026, 9, 30))
        if finding.severity is Severity.ERROR
    ]


def test_a_day_without_any_law_is_told() -> None:
    assert "law-unknown" in ids(campaign(nominations=[proposed("CN1")]), day=date(2004, 6, 30))
