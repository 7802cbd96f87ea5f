"""Sentences of the launch notice."""

from datetime import date

from tests.papers.small import campaign, indicator, quota
from vbgen.model.launch import Launch
from vbgen.model.movement import Phase, SubjectKind
from vbgen.papers.body.notice import indicator_sentence, notice, phase_sentence


def test_the_theme_stands_where_the_opening_has_its_mark() -> None:
    found = notice(campaign(launch=Launch(opening="Với “ [chủ đề]”. Trong đó:", closing="Hết./.")))
    assert (found.before_theme, found.theme, found.after_theme) == (
        "Với “ ",
        "Đoàn kết",
        "”. Trong đó:",
    )
    assert found.closing == "Hết"


def test_an_opening_without_a_mark_prints_no_theme() -> None:
    found = notice(campaign(launch=Launch(opening="Không có.", closing="Hết.")))
    assert (found.before_theme, found.theme) == ("Không có.", "")


def test_an_indicator_keeps_its_decimals() -> None:
    written = indicator_sentence(indicator(name="Giá trị", planned="174186.0", decimals=1))
    assert written == "Giá trị đạt 174.186,0 tỷ đồng."


def test_a_phase_is_written_from_its_days() -> None:
    phase = Phase(number=1, start=date(2022, 1, 1), end=date(2022, 6, 30), theme="T")
    assert phase_sentence(phase) == "Đợt 1 (từ 01 tháng 01 đến 30 tháng 6 năm 2022) với chủ đề “T”."


def test_a_phase_says_no_more_than_is_known() -> None:
    assert phase_sentence(Phase(number=2)) == "Đợt 2."
    assert phase_sentence(Phase(number=2, theme="T")) == "Đợt 2 với chủ đề “T”."


def test_a_made_line_is_dashed_and_a_written_one_numbered() -> None:
    written = Phase(number=1, launch_text="Đợt một với lời riêng.")
    assert notice(campaign(phases=(written, Phase(number=2)))).phase_lines == (
        "1. Đợt một với lời riêng.",
        "- Đợt 2.",
    )


def test_the_office_s_own_words_win() -> None:
    phase = Phase(
        number=1, start=date(2022, 1, 1), end=date(2022, 6, 30), theme="T", launch_text="Lời riêng"
    )
    assert phase_sentence(phase) == "Lời riêng"
    assert indicator_sentence(indicator(launch_text="Lời riêng")) == "Lời riêng"


def test_a_limit_is_not_a_target_to_reach() -> None:
    assert (
        indicator_sentence(indicator("2", unit="%", lower_is_better=True))
        == "Chỉ tiêu không quá 2%."
    )


def test_where_no_quota_has_words_each_gets_a_sentence() -> None:
    found = notice(
        campaign(quotas=(quota(minimum=3, maximum=5), quota(id="Q2", name="Hai", minimum=2)))
    )
    assert found.individuals == ("Cá nhân: từ 03 đến 05.", "Hai: từ 02 trở lên.")


def test_quotas_without_words_are_left_out_where_others_have_some() -> None:
    rows = (
        quota(launch_text="Có"),
        quota(id="Q2"),
        quota(id="Q3", subject_kind=SubjectKind.COLLECTIVE, launch_text="T"),
    )
    found = notice(campaign(quotas=rows))
    assert (found.individuals, found.collectives) == (("Có",), ("T",))
