"""An agency's own rules stand before the shipped ones, with their source; every fault of its file is told at once."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.law.law_texts import rules_by
from vbgen.errors import Severity, UnreadableFileError
from vbgen.law.arithmetic import Cutting
from vbgen.law.bonus import bonus
from vbgen.law.office import rules_of
from vbgen.law.rulebook import Rulebook
from vbgen.law.tables import BaseSalary, Cap, Exclusion, Prerequisite
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import SubjectKind

SO, ONE = AgencyLevel.PROVINCIAL_DEPARTMENT, SubjectKind.INDIVIDUAL
DAY = date(2024, 7, 1)


def book(tmp_path: Path, text: str) -> Rulebook:
    path = tmp_path / "quy-che.toml"
    path.write_text(text, encoding="utf-8")
    return rules_of({path.name: path.read_bytes()})


def faults(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(UnreadableFileError) as caught:
        book(tmp_path, text)
    return [problem.message for problem in caught.value.problems]


CAP = """
[[cap]]
id = "cstdcs-of-ldtt"
percent = 12
rounding = "half-up"
source = "Quy chế thi đua, khen thưởng của Sở"
article = "Điều 7"
since = 2024-01-01
"""


def test_an_own_rule_says_only_what_differs(tmp_path: Path) -> None:
    cap = book(tmp_path, CAP).on(DAY).find(Cap, "cstdcs-of-ldtt")
    assert cap is not None
    assert (cap.percent, cap.rounding, cap.of) == (
        Decimal(12),
        Cutting.HALF_UP,
        "Lao động tiên tiến",
    )
    assert (cap.origin, cap.citation) == (
        "quy-che.toml",
        "Điều 7 Quy chế thi đua, khen thưởng của Sở",
    )


def test_an_own_rule_holds_on_its_own_days_alone(tmp_path: Path) -> None:
    cap = book(tmp_path, CAP).on(date(2023, 12, 31)).find(Cap, "cstdcs-of-ldtt")
    assert cap is not None
    assert (cap.percent, cap.origin) == (Decimal(15), "")


def test_an_own_rule_is_proved_by_its_source_unless_it_says_otherwise(tmp_path: Path) -> None:
    law = book(tmp_path, CAP + 'severity = "error"\n').on(DAY)
    cap = law.find(Cap, "cstdcs-of-ldtt")
    assert cap is not None
    assert law.weight(cap) is Severity.ERROR
    doubted = book(tmp_path, CAP + 'severity = "error"\nproved = false\n').on(DAY)
    again = doubted.find(Cap, "cstdcs-of-ldtt")
    assert again is not None
    assert doubted.weight(again) is Severity.WARNING


def test_a_rule_can_be_switched_off(tmp_path: Path) -> None:
    rules = book(tmp_path, '[[exclusion]]\nid = "recruit"\napplies = false\n')
    assert rules.on(DAY).find(Exclusion, "recruit") is None
    assert rules.on(DAY).find(Exclusion, "discipline") is not None


def test_an_override_without_dates_keeps_what_each_version_asks_for(tmp_path: Path) -> None:
    text = '[[prerequisite]]\nid = "ttldtt-share"\nseverity = "note"\nsource = "Quy chế"\n'
    rules = book(tmp_path, text)
    for day, title in ((date(2023, 6, 1), "trên 50%"), (DAY, "từ 70%")):
        rule = rules.on(day).find(Prerequisite, "ttldtt-share")
        assert rule is not None
        assert rule.origin
        assert rule.title.startswith(title)


def test_a_new_rule_stands_beside_the_shipped_ones(tmp_path: Path) -> None:
    text = """
[[prerequisite]]
id = "giay-khen-initiative"
title = "có sáng kiến"
award = "Giấy khen"
any_of = [{ has = "initiative", times = 1 }]
source = "Quy chế của Sở"
proved = true
"""
    law = book(tmp_path, text).on(DAY)
    assert law.find(Prerequisite, "giay-khen-initiative") is not None
    assert law.find(Prerequisite, "ldtt-rating") is not None


def test_an_own_rate_comes_before_the_shipped_one(tmp_path: Path) -> None:
    text = """
[[rate_table]]
id = "own-rates"
source = "Nghị quyết của Hội đồng nhân dân tỉnh"
since = 2024-01-01
proved = true
rates = [{ award = "Giấy khen", individual = 40 }]
"""
    rules = book(tmp_path, text)
    honour, title = rules.find("Giấy khen"), rules.find("Lao động tiên tiến")
    assert bonus(rules.on(DAY), honour, ONE, SO) == 940_000  # 0,4 × 2.340.000 = 936.000
    assert bonus(rules.on(DAY), honour, SubjectKind.COLLECTIVE, SO) == 1_410_000
    assert bonus(rules.on(DAY), title, ONE, SO) == 710_000
    assert bonus(rules.on(date(2023, 12, 31)), honour, ONE, SO) == 540_000


def test_an_own_salary_counts_from_its_day(tmp_path: Path) -> None:
    text = '[[base_salary]]\nid = "base-salary"\namount = 3000000\nsource = "Nghị định mới"\nsince = 2027-07-01\n'
    rules = book(tmp_path, text)
    new, old = (
        rules.on(day).find(BaseSalary, "base-salary")
        for day in (date(2027, 7, 1), date(2027, 6, 30))
    )
    assert new is not None
    assert old is not None
    assert (new.amount, old.amount) == (3_000_000, 2_530_000)


def test_an_own_power_moves_the_line_between_own_and_superior(tmp_path: Path) -> None:
    text = """
[[power]]
id = "provincial-department"
awards = ["Lao động tiên tiến", "Giấy khen"]
source = "Quyết định phân cấp"
since = 2024-01-01
"""
    rules = book(tmp_path, text)
    honour = rules.find("Chiến sĩ thi đua cơ sở")
    assert not rules.on(DAY).decides(SO, honour)
    assert rules.on(date(2023, 12, 31)).decides(SO, honour)
    assert rules.on(DAY).decides(SO, rules.find("Giấy khen"))


def test_an_own_vote_threshold_counts(tmp_path: Path) -> None:
    text = """
[[vote]]
id = "two-thirds"
title = "từ 2/3 tổng số thành viên"
awards = ["Chiến sĩ thi đua cơ sở"]
percent = 66.67
source = "Quy chế của Hội đồng"
proved = true
"""
    rules = book(tmp_path, text)
    rule = rules.on(DAY).vote_rule(rules.find("Chiến sĩ thi đua cơ sở"))
    assert rule is not None
    assert rule.percent == Decimal("66.67")


def test_an_own_honour_and_an_own_spelling_are_known(tmp_path: Path) -> None:
    text = """
[[honour]]
id = "bieu-duong"
name = "Biểu dương"
type = "commendation"
subjects = ["individual"]
source = "Quy chế của Sở"

[[honour]]
id = "giay-khen"
other_names = ["GK"]
source = "Thói quen của Sở"
"""
    rules = book(tmp_path, text)
    assert rules.find("biểu dương").name == "Biểu dương"
    assert rules.find("GK").name == "Giấy khen"
    assert rules.find("Giấy khen").rank < rules.find("Biểu dương").rank


def test_every_fault_is_told_with_its_place_and_the_nearest_word(tmp_path: Path) -> None:
    text = """
[[cab]]
id = "x"

[[cap]]
id = "cstdcs-of-ldtt"
percent = 120
source = "Quy chế"

[[cap]]
id = "cstdcs-of-ldtt"
percnt = 12
source = "Quy chế"

[[exclusion]]
id = "recruit"
months = 3
"""
    told = " | ".join(faults(tmp_path, text))
    assert "không có bảng [[cab]]" in told
    assert "khóa “percent” có giá trị không dùng được: 120" in told
    assert "không có khóa “percnt”" in told
    assert "phải nêu nguồn" in told


def test_a_file_that_is_no_toml_is_refused_with_its_line_in_the_readers_words(
    tmp_path: Path,
) -> None:
    with pytest.raises(
        UnreadableFileError,
        match=r"^Tệp quy-che\.toml không đọc được \(dòng 2\): thiếu dấu “]” đóng",
    ):
        book(tmp_path, "[[cap]]\n[[cap")


def test_a_file_that_is_no_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(
        UnreadableFileError,
        match=r"quy-che\.toml không đọc được \(dòng 2\): bảng mã chữ của tệp chưa đúng",
    ):
        rules_of({"quy-che.toml": b"[[cap]]\nid = '\xea'\n"})


def test_rules_of_the_settings_name_the_settings_file() -> None:
    text = '[[law.cap]]\nid = "cstdcs-of-ldtt"\npercent = 10\nsource = "Quy chế"'
    assert {rule.origin for rule in rules_by(text, "vbgen.toml").own} == {"vbgen.toml"}
