"""Results are computed, never typed."""

from decimal import Decimal

import pytest

from tests.papers.small import campaign, indicator, result
from vbgen.model.targets import IndicatorResult
from vbgen.papers.body.results import ResultView, results


def view(row: IndicatorResult | None, **changes: object) -> ResultView:
    return ResultView(indicator(**changes), row)  # type: ignore[arg-type] # a table of fields


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            result("52", "46.2555"),
            "Chỉ tiêu đạt 52 tỷ đồng, bằng 52,0% kế hoạch, tăng 12,4% so với cùng kỳ",
        ),
        (
            result("50", "100"),
            "Chỉ tiêu đạt 50 tỷ đồng, bằng 50,0% kế hoạch, giảm 50,0% so với cùng kỳ",
        ),
        (result("50", "50"), "Chỉ tiêu đạt 50 tỷ đồng, bằng 50,0% kế hoạch, bằng cùng kỳ"),
        (result("50", "50.01"), "Chỉ tiêu đạt 50 tỷ đồng, bằng 50,0% kế hoạch, bằng cùng kỳ"),
        (result("50"), "Chỉ tiêu đạt 50 tỷ đồng, bằng 50,0% kế hoạch"),
        (result("50", "0"), "Chỉ tiêu đạt 50 tỷ đồng, bằng 50,0% kế hoạch"),
        (result("50", estimated=True), "Chỉ tiêu ước đạt 50 tỷ đồng, bằng 50,0% kế hoạch"),
        (result(None, "10"), "Chỉ tiêu chưa có số liệu"),
        (None, "Chỉ tiêu chưa có số liệu"),
    ],
)
def test_a_sentence_says_what_the_figures_allow(row: IndicatorResult | None, sentence: str) -> None:
    assert view(row).sentence == sentence


def test_the_sample_sentence_of_the_first_phase() -> None:
    row = ResultView(
        indicator("174186.0", name="Giá trị sản xuất công nghiệp", decimals=1),
        result("90576.7", "80584.3"),
    )
    assert row.sentence == (
        "Giá trị sản xuất công nghiệp đạt 90.576,7 tỷ đồng, bằng 52,0% kế hoạch, tăng 12,4% so với cùng kỳ"
    )


def test_a_zero_plan_gives_no_share_and_is_not_reached() -> None:
    row = view(result("5"), planned="0")
    assert (row.share, row.percent_of_plan, row.is_reached) == (None, "-", False)


def test_where_lower_is_better_the_plan_is_divided_by_the_result() -> None:
    row = view(result("4"), planned="5", lower_is_better=True)
    assert row.share == Decimal(125)
    assert row.is_reached


def test_a_zero_result_where_lower_is_better_divides_by_nothing() -> None:
    assert view(result("0"), planned="5", lower_is_better=True).share is None


def test_each_indicator_takes_the_row_of_its_phase() -> None:
    data = campaign(
        indicators=(indicator(),), indicator_results=(result("10"), result("20", phase=2))
    )
    assert [results(data, phase)[0].result for phase in (1, 2, 3)] == ["10", "20", "-"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            result("0.5", "1.2"),
            "Tỷ lệ trễ hạn đạt 0,5%, trong mức không quá 2%, giảm 0,7 điểm phần trăm so với cùng kỳ",
        ),
        (result("2.5"), "Tỷ lệ trễ hạn đạt 2,5%, vượt mức 2%"),
    ],
)
def test_a_limit_is_told_as_a_limit_and_percentages_change_by_points(
    row: IndicatorResult, sentence: str
) -> None:
    assert (
        view(row, name="Tỷ lệ trễ hạn", unit="%", planned="2", lower_is_better=True).sentence
        == sentence
    )


@pytest.mark.parametrize(
    ("typed", "decimals", "printed"),
    [
        ("18500", None, "18.500"),
        ("18500.0", None, "18.500,0"),
        ("88435.5", None, "88.435,5"),
        ("12.3456", None, "12,3456"),
        ("97.833333333333333", None, "97,8"),
        ("18500", 1, "18.500,0"),
        ("88435.5", 0, "88.436"),
    ],
)
def test_a_figure_has_the_decimals_that_were_typed_or_asked_for(
    typed: str, decimals: int | None, printed: str
) -> None:
    row = view(result(typed, typed), planned=typed, decimals=decimals)
    assert (row.planned, row.result, row.same_period) == (printed, printed, printed)
    assert f"đạt {printed} tỷ đồng" in row.sentence
