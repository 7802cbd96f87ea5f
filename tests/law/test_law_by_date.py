"""The day chooses the law: regimes, salaries, bonuses, powers, thresholds; what is not proved never blocks."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.law.law_texts import SHIPPED, honour, law_on
from vbgen.errors import Severity
from vbgen.law.bonus import bonus, reckon, unpaid
from vbgen.law.honour import UnknownHonourError
from vbgen.law.tables import (
    BaseSalary,
    Cap,
    Dossier,
    Ground,
    HonourName,
    Payee,
    Prerequisite,
    Regime,
)
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import SubjectKind

SO, XA, TINH, HUYEN = (
    AgencyLevel.PROVINCIAL_DEPARTMENT,
    AgencyLevel.COMMUNE,
    AgencyLevel.PROVINCE,
    AgencyLevel.DISTRICT,
)
ONE, ALL = SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE
YEAR_2022 = date(2022, 7, 15)


@pytest.mark.parametrize(
    ("day", "decree", "proved"),
    [
        (date(2022, 3, 1), "91/2017", True),
        (date(2023, 12, 31), "91/2017", True),
        (date(2024, 1, 1), "98/2023", True),
        (date(2025, 6, 30), "98/2023", True),
        (date(2025, 7, 1), "152/2025", True),
        (date(2026, 9, 30), "152/2025", True),
        (date(2026, 10, 1), "06/2026/QH16", False),
    ],
)
def test_each_day_has_its_regime(day: date, decree: str, *, proved: bool) -> None:
    law = SHIPPED.on(day)
    assert law.regime is not None
    assert decree in law.regime.source
    assert law.is_proved is proved


def test_a_day_before_every_law_has_no_regime() -> None:
    assert SHIPPED.on(date(2004, 6, 30)).regime is None


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2016, 4, 30), None),
        (date(2016, 5, 1), 1_210_000),
        (date(2017, 7, 1), 1_300_000),
        (date(2018, 7, 1), 1_390_000),
        (date(2019, 6, 30), 1_390_000),
        (date(2019, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2024, 6, 30), 1_800_000),
        (date(2024, 7, 1), 2_340_000),
        (date(2026, 6, 30), 2_340_000),
        (date(2026, 7, 1), 2_530_000),
    ],
)
def test_the_base_salary_is_that_of_the_day(day: date, amount: int | None) -> None:
    found = SHIPPED.on(day).find(BaseSalary, "base-salary")
    assert (found.amount if found else None) == amount


DAYS = (
    date(2018, 3, 12),
    date(2018, 7, 1),
    date(2022, 7, 15),
    date(2023, 7, 1),
    date(2024, 7, 1),
    date(2026, 7, 1),
)
# The table of bonuses in whole đồng, at 1.300.000, 1.390.000, 1.490.000, 1.800.000, 2.340.000 and 2.530.000.
FIGURES: tuple[tuple[str, SubjectKind, AgencyLevel, tuple[int, ...]], ...] = (
    ("Lao động tiên tiến", ONE, SO, (390_000, 420_000, 450_000, 540_000, 710_000, 760_000)),
    ("Chiến sĩ tiên tiến", ONE, SO, (390_000, 420_000, 450_000, 540_000, 710_000, 760_000)),
    ("Chiến sĩ thi đua cơ sở", ONE, SO, (1_300_000, 1_390_000, 1_490_000, 1_800_000, 2_340_000, 2_530_000)),
    ("Chiến sĩ thi đua cấp tỉnh", ONE, TINH, (3_900_000, 4_170_000, 4_470_000, 5_400_000, 7_020_000, 7_590_000)),
    ("Chiến sĩ thi đua cấp Bộ", ONE, TINH, (3_900_000, 4_170_000, 4_470_000, 5_400_000, 7_020_000, 7_590_000)),
    ("Chiến sĩ thi đua toàn quốc", ONE, TINH, (5_850_000, 6_260_000, 6_710_000, 8_100_000, 10_530_000, 11_390_000)),
    ("Tập thể lao động tiên tiến", ALL, SO, (1_040_000, 1_120_000, 1_200_000, 1_440_000, 1_880_000, 2_030_000)),
    ("Tập thể lao động xuất sắc", ALL, TINH, (1_950_000, 2_090_000, 2_240_000, 2_700_000, 3_510_000, 3_800_000)),
    (
        "Cờ thi đua của Ủy ban nhân dân tỉnh", ALL, TINH,
        (10_400_000, 11_120_000, 11_920_000, 14_400_000, 18_720_000, 20_240_000),
    ),
    ("Cờ thi đua của Chính phủ", ALL, TINH, (15_600_000, 16_680_000, 17_880_000, 21_600_000, 28_080_000, 30_360_000)),
    ("Giấy khen", ONE, SO, (390_000, 420_000, 450_000, 540_000, 710_000, 760_000)),
    ("Giấy khen", ALL, SO, (780_000, 840_000, 900_000, 1_080_000, 1_410_000, 1_520_000)),
    ("Giấy khen", ONE, XA, (200_000, 210_000, 230_000, 270_000, 360_000, 380_000)),
    ("Giấy khen", ALL, XA, (390_000, 420_000, 450_000, 540_000, 710_000, 760_000)),
    (
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", ONE, TINH,
        (1_300_000, 1_390_000, 1_490_000, 1_800_000, 3_510_000, 3_800_000),
    ),
    (
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", ALL, TINH,
        (2_600_000, 2_780_000, 2_980_000, 3_600_000, 7_020_000, 7_590_000),
    ),
    (
        "Bằng khen của Thủ tướng Chính phủ", ONE, TINH,
        (4_550_000, 4_870_000, 5_220_000, 6_300_000, 8_190_000, 8_860_000),
    ),
    (
        "Bằng khen của Thủ tướng Chính phủ", ALL, TINH,
        (9_100_000, 9_730_000, 10_430_000, 12_600_000, 16_380_000, 17_710_000),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("award", "subject", "level", "amounts"), FIGURES)
def test_bonuses_are_those_of_the_table(
    award: str, subject: SubjectKind, level: AgencyLevel, amounts: tuple[int, ...]
) -> None:
    found = tuple(bonus(SHIPPED.on(day), honour(award), subject, level) for day in DAYS)
    assert found == amounts


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2023, 6, 30), 450_000),
        (date(2023, 7, 1), 540_000),
        (date(2024, 6, 30), 540_000),
        (date(2024, 7, 1), 710_000),
        (date(2026, 6, 30), 710_000),
        (date(2026, 7, 1), 760_000),
        (date(2026, 8, 1), 760_000),
    ],
)
def test_a_bonus_changes_on_the_day_of_the_new_salary(day: date, amount: int) -> None:
    assert bonus(SHIPPED.on(day), honour("Giấy khen"), ONE, SO) == amount


def test_an_honour_without_a_rate_for_the_subject_has_no_bonus() -> None:
    assert bonus(SHIPPED.on(YEAR_2022), honour("Lao động tiên tiến"), ALL, SO) is None
    assert bonus(SHIPPED.on(YEAR_2022), honour("Kỷ niệm chương"), ONE, TINH) is None


def test_a_reckoning_names_its_rules_and_whether_they_are_proved() -> None:
    then = reckon(SHIPPED.on(YEAR_2022), honour("Giấy khen"), ONE, SO)
    now = reckon(SHIPPED.on(date(2026, 8, 1)), honour("Giấy khen"), ONE, SO)
    assert then is not None
    assert now is not None
    assert (then.coefficient, then.base.amount, then.is_proved) == (Fraction(30), 1_490_000, True)
    assert [rule.source for rule in then.rules][:2] == [
        "Nghị định 91/2017/NĐ-CP",
        "Nghị định 38/2019/NĐ-CP",
    ]
    assert not now.is_proved  # an individual's rate under Nghị định 152/2025/NĐ-CP is reckoned


HEAD_OF_DEPARTMENT = (
    "Lao động tiên tiến",
    "Chiến sĩ thi đua cơ sở",
    "Tập thể lao động tiên tiến",
    "Giấy khen",
)
ABOVE = (
    "Tập thể lao động xuất sắc",
    "Chiến sĩ thi đua cấp tỉnh",
    "Cờ thi đua của Ủy ban nhân dân tỉnh",
    "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
)


@pytest.mark.parametrize("day", [YEAR_2022, date(2024, 2, 1), date(2025, 8, 1), date(2026, 11, 1)])
def test_a_director_of_a_department_decides_four_honours_and_no_higher_one(day: date) -> None:
    assert all(SHIPPED.on(day).decides(SO, honour(award)) for award in HEAD_OF_DEPARTMENT)
    assert not any(SHIPPED.on(day).decides(SO, honour(award)) for award in ABOVE)
    assert all(SHIPPED.on(day).decides(TINH, honour(award)) for award in ABOVE)


def test_a_district_decides_until_it_is_abolished() -> None:
    title = honour("Chiến sĩ thi đua cơ sở")
    assert law_on(2025, 6, 30).decides(HUYEN, title)
    assert not law_on(2025, 7, 1).decides(HUYEN, title)


COMMUNE = (
    "Tập thể lao động tiên tiến",
    "Chiến sĩ thi đua cơ sở",
    "Lao động tiên tiến",
    "Giấy khen",
    "Thôn, tổ dân phố văn hóa",
    "Gia đình văn hóa",
)


@pytest.mark.parametrize("award", COMMUNE)
def test_a_chairman_of_a_commune_decides_by_nghi_dinh_129_from_july_2025(award: str) -> None:
    power = law_on(2025, 7, 1).power(honour(award), XA)
    assert power is not None
    assert (power.proved, power.citation) == (True, "Điều 59 Nghị định số 129/2025/NĐ-CP")
    before = law_on(2025, 6, 30).decides(XA, honour(award))
    assert before is (award in {"Lao động tiên tiến", "Giấy khen", "Gia đình văn hóa"})


def test_no_higher_title_comes_to_a_commune() -> None:
    assert not any(law_on(2025, 7, 1).decides(XA, honour(award)) for award in ABOVE)


BANG_KHEN_TINH, GIAY_KHEN = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Giấy khen"


@pytest.mark.parametrize(
    ("award", "payee", "level", "day", "coefficient", "proved"),
    [
        (BANG_KHEN_TINH, ALL, TINH, date(2023, 12, 31), 200, True),
        (BANG_KHEN_TINH, ALL, TINH, date(2024, 1, 1), 300, False),
        (BANG_KHEN_TINH, ALL, TINH, date(2025, 7, 1), 300, True),
        (BANG_KHEN_TINH, ONE, TINH, date(2025, 7, 1), 150, False),
        ("Bằng khen của Bộ trưởng", ALL, TINH, date(2025, 7, 1), 300, True),
        ("Bằng khen của Bộ trưởng", ONE, TINH, date(2024, 1, 1), 150, False),
        ("Bằng khen của Tư lệnh Quân khu", ALL, TINH, date(2025, 7, 1), 200, True),
        ("Bằng khen của Giám đốc Đại học Quốc gia", ALL, TINH, date(2025, 7, 1), 200, True),
        ("Bằng khen của Thủ tướng Chính phủ", ALL, TINH, date(2025, 7, 1), 700, True),
        (GIAY_KHEN, ALL, SO, date(2025, 7, 1), 60, True),
        (GIAY_KHEN, ONE, SO, date(2025, 6, 30), 30, True),
        (GIAY_KHEN, ONE, SO, date(2025, 7, 1), 30, False),
        (GIAY_KHEN, "household", SO, date(2025, 7, 1), 45, False),
        (GIAY_KHEN, "household", XA, date(2025, 7, 1), Fraction(45, 2), False),
        (GIAY_KHEN, ONE, XA, date(2025, 7, 1), 15, False),
        (GIAY_KHEN, ALL, XA, date(2025, 7, 1), 30, False),
        (GIAY_KHEN, ALL, SO, date(2027, 2, 28), 60, True),
        (GIAY_KHEN, ALL, SO, date(2027, 3, 1), 60, False),
    ],
)
def test_rates_and_whether_they_were_seen(
    award: str,
    payee: Payee,
    level: AgencyLevel,
    day: date,
    coefficient: Fraction | int,
    *,
    proved: bool,
) -> None:
    found = reckon(SHIPPED.on(day), honour(award), payee, level)
    assert found is not None
    assert (found.coefficient, found.is_proved) == (Fraction(coefficient), proved)
    assert bool(found.doubted) is not proved


def test_a_household_has_half_as_much_again_as_an_individual() -> None:
    assert (
        bonus(law_on(2026, 8, 1), honour(GIAY_KHEN), "household", SO) == 1_140_000
    )  # 0,45 × 2.530.000 = 1.138.500
    assert bonus(law_on(2010, 1, 1), honour(GIAY_KHEN), "household", SO) is None


def test_communes_special_zones_included_have_a_title_of_their_own() -> None:
    old, new = "Xã, phường, thị trấn tiêu biểu", "Xã, phường, đặc khu tiêu biểu"
    assert law_on(2025, 6, 30).honour(old).name == old
    assert law_on(2025, 7, 1).honour(old).name == new
    assert new not in {each.name for each in law_on(2023, 12, 31).honours}
    assert law_on(2025, 7, 1).decides(TINH, honour(new))


@pytest.mark.parametrize(
    ("award", "day", "votes", "carried"),
    [
        ("Chiến sĩ thi đua cấp tỉnh", YEAR_2022, Fraction(9, 10), True),
        ("Chiến sĩ thi đua cấp tỉnh", YEAR_2022, Fraction(8, 9), False),
        ("Chiến sĩ thi đua toàn quốc", date(2024, 5, 1), Fraction(89, 100), False),
        ("Giấy khen", YEAR_2022, Fraction(1, 2), False),
        ("Giấy khen", YEAR_2022, Fraction(6, 11), True),
        ("Chiến sĩ thi đua cơ sở", YEAR_2022, Fraction(51, 100), True),
    ],
)
def test_a_vote_is_measured_by_all_members(
    award: str, day: date, votes: Fraction, *, carried: bool
) -> None:
    assert SHIPPED.on(day).carries(honour(award), votes) is carried


def test_the_vote_threshold_after_2023_is_not_proved() -> None:
    title = honour("Chiến sĩ thi đua cấp tỉnh")
    then, now = law_on(2023, 12, 31).vote_rule(title), law_on(2024, 1, 1).vote_rule(title)
    assert then is not None
    assert now is not None
    assert (then.proved, now.proved) == (True, False)
    assert SHIPPED.on(date(2024, 1, 1)).weight(now) is Severity.WARNING
    assert SHIPPED.on(date(2023, 12, 31)).weight(then) is Severity.ERROR


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Chiến sỹ thi đua cơ sở", "Chiến sĩ thi đua cơ sở"),
        ("CHIẾN SỸ THI ĐUA CẤP CƠ SỞ", "Chiến sĩ thi đua cơ sở"),
        ("“Lao động tiên tiến”", "Lao động tiên tiến"),
        ("Tập thể Lao động  Xuất sắc", "Tập thể lao động xuất sắc"),
        ("Bằng khen của UBND tỉnh", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Chiến sỹ thi đua tỉnh", "Chiến sĩ thi đua cấp tỉnh"),
        ("Cờ thi đua của Uỷ ban nhân dân tỉnh", "Cờ thi đua của Ủy ban nhân dân tỉnh"),
    ],
)
def test_old_spellings_are_understood(written: str, name: str) -> None:
    assert honour(written).name == name


def test_an_unknown_name_is_refused_in_a_sentence() -> None:
    with pytest.raises(
        UnknownHonourError, match="Không có danh hiệu hay hình thức khen thưởng nào tên “Huy hiệu”"
    ):
        honour("Huy hiệu")


def test_no_shipped_name_says_sy() -> None:
    assert not [honour.name for honour in SHIPPED.honours if "sỹ" in honour.name]


def test_every_rule_names_its_source_and_every_award_is_known() -> None:
    names = {rule.name for rule in SHIPPED.rules if isinstance(rule, HonourName)}
    for rule in SHIPPED.rules:
        assert rule.source, rule.id
        named = {
            getattr(rule, "award", ""),
            getattr(rule, "of", ""),
            *getattr(rule, "awards", ()),
        } - {""}
        assert named <= names, rule.id
        for condition in getattr(rule, "any_of", ()):
            assert getattr(condition, "award", "Giấy khen") in names, rule.id


def test_an_unproved_rule_never_weighs_more_than_a_warning() -> None:
    for rule in SHIPPED.rules:
        if not rule.proved:
            assert rule.weight() is not Severity.ERROR, rule.id


def test_a_proved_rule_does_not_block_under_a_law_that_nobody_has_read() -> None:
    rule = SHIPPED.on(date(2026, 10, 1)).find(Prerequisite, "ldtt-rating")
    assert rule is not None
    assert SHIPPED.on(date(2026, 9, 30)).weight(rule) is Severity.ERROR
    assert SHIPPED.on(date(2026, 10, 1)).weight(rule) is Severity.WARNING


def test_each_rule_has_at_most_one_version_a_day() -> None:
    day = date(2016, 12, 1)
    while day < date(2027, 2, 1):
        law = SHIPPED.on(day)
        keys = [(type(rule), rule.id) for rule in law.rules]
        assert len(keys) == len(set(keys)), day
        day += timedelta(days=31)


@pytest.mark.parametrize(
    ("day", "cited"),
    [
        (date(2022, 12, 1), {"15/2003/QH11", "39/2013/QH13", "91/2017/NĐ-CP"}),
        (date(2024, 1, 1), {"06/2022/QH15", "98/2023/NĐ-CP"}),
        (date(2025, 7, 1), {"06/2022/QH15", "152/2025/NĐ-CP"}),
        (date(2026, 10, 1), {"06/2022/QH15", "06/2026/QH16", "152/2025/NĐ-CP"}),
    ],
)
def test_a_decision_cites_the_law_of_its_day(day: date, cited: set[str]) -> None:
    grounds = SHIPPED.on(day).all(Ground)
    assert {ground.number for ground in grounds if ground.required} == cited


@pytest.mark.parametrize(("day", "papers"), [(YEAR_2022, {3, 4}), (date(2024, 1, 1), {4})])
def test_each_type_of_honour_has_its_dossier(day: date, papers: set[int]) -> None:
    dossiers = SHIPPED.on(day).all(Dossier)
    assert len(dossiers) == 2
    assert {len(dossier.papers) for dossier in dossiers} == papers


def test_no_cap_counts_after_2023() -> None:
    then = SHIPPED.on(date(2023, 12, 31)).find(Cap, "cstdcs-of-ldtt")
    now = SHIPPED.on(date(2024, 1, 1)).find(Cap, "cstdcs-of-ldtt")
    assert then is not None
    assert (then.proved, now) == (True, None)


def test_of_several_titles_only_the_highest_is_paid() -> None:
    given = [("CN1", honour(name)) for name in ("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")]
    assert unpaid(given, SHIPPED.on(YEAR_2022)) == {"CN1": {"Lao động tiên tiến"}}


def test_a_title_and_a_commendation_form_are_both_paid() -> None:
    given = [("CN1", honour(name)) for name in ("Lao động tiên tiến", "Giấy khen")]
    assert unpaid(given, SHIPPED.on(YEAR_2022)) == {}


def test_titles_of_different_people_are_both_paid() -> None:
    given = [("CN1", honour("Lao động tiên tiến")), ("CN2", honour("Chiến sĩ thi đua cơ sở"))]
    assert unpaid(given, SHIPPED.on(YEAR_2022)) == {}


def test_the_regime_tells_its_dates() -> None:
    regime = SHIPPED.on(date(2025, 1, 1)).find(Regime, "regime")
    assert regime is not None
    assert regime.period == "từ 01/01/2024 đến hết 30/06/2025"
