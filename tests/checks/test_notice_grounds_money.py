"""The launch notice, its wording, the decision's grounds, shares, money, and the agency's own rules in a check."""

from datetime import date

import pytest

from tests.checks.check_cases import (
    AGENCY,
    CSTDCS,
    GIAY_KHEN,
    GROUNDS,
    LDTT,
    PEOPLE,
    TTLDTT,
    campaign,
    case,
    found,
    given,
    ids,
    initiative,
    one,
    proposed,
    room,
)
from tests.law.law_texts import rules_by
from vbgen.errors import Severity
from vbgen.law.tables import Ground
from vbgen.model.agency import MoneyRule
from vbgen.model.launch import Launch
from vbgen.model.money import BonusRate
from vbgen.model.paper import PaperLine, PaperPlan
from vbgen.office.checks.launch.wording import slips
from vbgen.office.checks.law.grounds import cites
from vbgen.office.checks.law.money import budget


@pytest.mark.parametrize("part", ["aim", "scope", "subjects", "criteria", "measures"])
def test_each_part_of_a_launch_is_asked_for(part: str) -> None:
    movement = campaign().movement.model_copy(update={part: " "})
    assert ids(campaign(movement=movement)) == [f"notice-without-{part}"]


@pytest.mark.parametrize(("table", "part"), [("contents", "contents"), ("phases", "time")])
def test_a_launch_has_contents_and_a_time(table: str, part: str) -> None:
    assert f"notice-without-{part}" in ids(campaign(**{table: ()}))


def test_a_launch_before_2024_is_measured_by_the_later_law_as_a_guide_alone() -> None:
    movement = campaign().movement.model_copy(update={"aim": ""})
    assert not one(campaign(movement=movement), "notice-without-aim").rule.proved  # type: ignore[union-attr]  # it has one
    papers = [PaperPlan(kind="launch-notice", month=2, year=2024)]
    assert one(campaign(movement=movement, papers=papers), "notice-without-aim").rule.proved  # type: ignore[union-attr]


def test_a_notice_that_does_not_say_what_the_data_hold_is_noted() -> None:
    launch = Launch(
        opening="Phát động “[chủ đề]” từ tháng 3.",
        closing="Các đơn vị trực thuộc triển khai nhiệm vụ.",
    )
    silent = [id_ for id_ in ids(campaign(launch=launch)) if id_.startswith("notice-silent")]
    assert silent == [
        "notice-silent-on-subjects",
        "notice-silent-on-criteria",
        "notice-silent-on-deadline",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Phấn đấu hoàn thành nhiệm vụ.", 0),
        ("nước rút, phân đầu hoàn thành", 1),
        ("Chỉ tiêu về thực hiện thực hiện nhiệm vụ", 1),
        ("đạt danh hiệu Chiến sỹ thi đua cơ sở", 1),
        ("phong trào “một”, hai” và “ba”", 1),
        ("từ 01 tháng 7 đến 20/11/2022", 1),
        ("từ 01/7/2022 đến 20/11/2022", 0),
        ("số … ngày [điền sau]", 1),
        ("với chủ đề “[chủ đề]”", 0),
        ("của của cơ quan", 1),
    ],
)
def test_slips_of_the_pen_are_seen(text: str, count: int) -> None:
    assert len(list(slips(text))) == count


@pytest.mark.parametrize(
    ("text", "number", "is_cited"),
    [
        (GROUNDS[0], "15/2003/QH11", True),
        ("Luật Thi đua, khen thưởng ngày 26/11/2003", "15/2003/QH11", True),
        ("Luật Thi đua, khen thưởng số 15/2003/QH11", "15/2003/QH11", True),
        (GROUNDS[0], "39/2013/QH13", False),
        (GROUNDS[2], "91/2017/NĐ-CP", True),
        ("Thông tư số 12/2019/TT-BNV hướng dẫn Nghị định số 91/2017/NĐ-CP", "91/2017/NĐ-CP", False),
        ("ngày 31 tháng 02 năm 2022", "15/2003/QH11", False),
    ],
)
def test_a_ground_is_known_by_its_number_or_day(text: str, number: str, *, is_cited: bool) -> None:
    known = {rule.number: rule for rule in case(campaign()).rules.rules if isinstance(rule, Ground)}
    assert cites(text, known[number]) is is_cited


def test_a_decision_cites_what_its_day_asks_for() -> None:
    lacking = [PaperLine(kind="award-decision", text=text) for text in GROUNDS[:2]]
    assert "91/2017/NĐ-CP" in one(campaign(legal_grounds=lacking), "ground-missing").message
    later = ids(campaign(), day=date(2024, 1, 1))
    assert later.count("ground-missing") == 2
    assert later.count("ground-not-in-force") == 3


@pytest.mark.parametrize(
    ("leaders", "others", "weight"),
    [(1, 1, Severity.NOTE), (2, 1, Severity.WARNING), (0, 2, Severity.NOTE)],
)
def test_more_leaders_than_direct_workers_is_a_warning(
    leaders: int, others: int, weight: Severity
) -> None:
    people = [
        each.model_copy(update={"is_leader": number < leaders})
        for number, each in enumerate(PEOPLE[: leaders + others])
    ]
    rows = [proposed(person.id) for person in people]
    assert one(campaign(nominees=people, nominations=rows), "leaders-share").severity is weight


def test_women_are_counted() -> None:
    rows = [proposed("CN1"), proposed("CN2")]
    assert (
        "01/02 cá nhân được xét hình thức khen thưởng là nữ (50,0%)"
        in one(campaign(nominations=rows), "women-share").message
    )


def test_the_budget_is_forecast_before_the_decision() -> None:
    people = [*PEOPLE, room("TT1", "Phòng A", "A")]
    data = campaign(
        nominees=people, nominations=[proposed("CN1"), proposed("CN2"), proposed("TT1")]
    )
    made = budget(case(data), 1)
    assert [(line.honour, line.count, line.rate) for line in made.lines] == [
        ("Giấy khen", 1, 900_000),
        ("Giấy khen", 2, 450_000),
    ]
    assert made.total == 1_800_000
    assert "1.800.000 đồng (Một triệu tám trăm nghìn đồng chẵn)" in one(data, "budget").message


@pytest.mark.parametrize(
    ("day", "total"), [(date(2023, 6, 30), 450_000), (date(2023, 7, 1), 540_000)]
)
def test_the_budget_follows_the_day_of_the_decision(day: date, total: int) -> None:
    assert budget(case(campaign(nominations=[proposed("CN1")]), day=day), 1).total == total


def test_only_the_highest_title_is_paid() -> None:
    rows = [proposed("CN1", LDTT), proposed("CN1", CSTDCS), proposed("CN2", LDTT), proposed("CN1")]
    data = campaign(nominations=rows, initiatives=[initiative("CN1")])
    assert budget(case(data), 1).total == 1_490_000 + 450_000 + 450_000
    finding = one(data, "highest-only")
    assert finding.people == ("Lê An",)
    assert "01 “Lao động tiên tiến”" in finding.message


def test_the_offices_own_rates_rest_on_no_article_of_the_law() -> None:
    own = AGENCY.model_copy(update={"money": MoneyRule.OWN})
    rates = (BonusRate(award=GIAY_KHEN, amount=200_000),)
    data = campaign(agency=own, bonus_rates=rates, nominations=[proposed("CN1")])
    assert "200.000 đồng" in one(data, "budget", day=date(2026, 12, 1)).message
    assert one(data, "budget", day=date(2026, 12, 1)).citation == ""
    doubts = [each for each in found(data, day=date(2026, 12, 1)) if each.id == "unproved-rule"]
    assert not any("tiền thưởng" in each.message.casefold() for each in doubts)
    by_law = one(campaign(nominations=[proposed("CN1")]), "budget", day=date(2026, 12, 1))
    assert "Nghị định số 152/2025/NĐ-CP" in by_law.citation


def test_what_the_superior_pays_is_not_in_the_budget() -> None:
    rows = [proposed("CN1", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh")]
    assert budget(case(campaign(nominations=rows)), 1).lines == ()


def test_a_nomination_that_was_not_awarded_costs_nothing() -> None:
    data = campaign(nominations=[proposed("CN1"), proposed("CN2")], awards=[given("CN1")])
    assert budget(case(data), 1).total == 450_000


def test_an_own_rule_is_applied_and_the_check_says_whose_it_is() -> None:
    rows = [proposed("TT1", TTLDTT), proposed("CN1", LDTT), proposed("CN2", LDTT)]
    data = campaign(
        nominees=[*PEOPLE, room("TT1", "Phòng A", "A", rating="done")], nominations=rows
    )
    strict = """
        [[prerequisite]]
        id = "ttldtt-rating"
        title = "hoàn thành nhiệm vụ"
        source = "Quy chế của Sở"
        any_of = [{ has = "rated", at_least = "done" }]
    """
    assert "ttldtt-rating" in ids(data)
    told = found(data, rules=rules_by(strict))
    assert "ttldtt-rating" not in [finding.id for finding in told]
    note = next(finding for finding in told if finding.id == "own-rules")
    assert "ttldtt-rating: Quy chế của Sở (quy-che.toml)" in note.message


def test_a_breach_of_an_own_rule_cites_it() -> None:
    rule = """
        [[prerequisite]]
        id = "giay-khen-rating"
        source = "Quy chế của Sở"
        article = "Điều 5"
        any_of = [{ has = "rated", at_least = "excellent" }]
    """
    finding = one(campaign(nominations=[proposed("CN1")]), "giay-khen-rating", rules=rules_by(rule))
    assert finding.citation == "Điều 5 Quy chế của Sở; quy định riêng: quy-che.toml"
