"""A summary says what is known: no empty heading, no empty table, nothing unknown called missed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.law.law_texts import law_on
from tests.papers.small import award, campaign, collective, indicator, person, quota, result
from vbgen.model.campaign import Campaign
from vbgen.model.document import Issue
from vbgen.model.movement import Movement, Phase, ReportParagraph, ReportSection
from vbgen.model.targets import IndicatorResult, Measure
from vbgen.office.setting.workspace import shipped
from vbgen.papers.body.summary import Summary
from vbgen.papers.context import context
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene
from vbgen.papers.subject import subject

LAW = law_on(2026, 1, 1)
LIBRARY = Library((shipped() / "templates",))
ONE = (Phase(number=1),)


def scenes(data: Campaign, kind: str, *, expected: bool = False) -> tuple[Scene, ...]:
    return agenda(data, [LIBRARY.find(kind)], phase=None, law=LAW, expected=expected).scenes


def said(data: Campaign, phase: int = 1) -> Summary:
    found = context(scenes(data, "phase-summary")[phase - 1], {"summary"})["summary"]
    assert isinstance(found, Summary)
    return found


def paragraph(section: ReportSection, text: str, phase: int = 1) -> ReportParagraph:
    return ReportParagraph(phase=phase, section=section, text=text)


def test_a_summary_needs_nothing_but_a_phase() -> None:
    """A school's report of a year: paragraphs, and no indicator."""
    told = said(
        campaign(
            movement=Movement(
                name="xây dựng trường học xanh năm học 2025 - 2026", period="năm học 2025 - 2026"
            ),
            phases=ONE,
            report_paragraphs=(paragraph(ReportSection.ADVANTAGES, "- Một;\n- Hai."),),
        )
    )
    assert told.carried_out == "phong trào xây dựng trường học xanh năm học 2025 - 2026"
    assert (told.theme, told.reported) == ("", "báo cáo tổng kết")
    assert told.name == "Tổng kết phong trào xây dựng trường học xanh năm học 2025 - 2026"
    assert [str(text) for text in told.advantages.texts] == ["- Một;", "- Hai."]
    assert (told.indicators.heading, told.quotas.heading, told.awards.heading) == ("", "", "")
    assert told.movement.heading == "Phong trào thi đua"  # the only one of its section


def test_it_is_drafted_where_the_campaign_speaks_of_it_and_on_demand() -> None:
    bare = campaign(phases=ONE)
    assert scenes(bare, "phase-summary", expected=True) == ()
    assert len(scenes(bare, "phase-summary")) == 1
    spoken = campaign(report_paragraphs=(paragraph(ReportSection.CAUSES, "Một", phase=2),))
    assert [scene.phase_number for scene in scenes(spoken, "phase-summary", expected=True)] == [2]


def test_what_is_unknown_is_never_called_missed() -> None:
    rows = (
        indicator("100", id="A", name="Thu"),
        indicator("100", id="B", name="Thôn"),
        indicator("100", id="C", name="Hộ"),
        indicator("5", id="D", name="Tỷ lệ", unit="%", lower_is_better=True),
    )
    results = (
        IndicatorResult(indicator="A", phase=2, result=Decimal(90), reason="mưa lũ"),
        IndicatorResult(indicator="C", phase=2, reason="chờ cấp trên công bố"),
        IndicatorResult(indicator="D", phase=2, result=Decimal(6)),
    )
    told = said(campaign(indicators=rows, indicator_results=results), 2)
    assert [str(text) for text in told.shortcomings.texts] == [
        "- Chỉ tiêu “Thu” chưa đạt kế hoạch năm (90,0%): mưa lũ.",
        "- Chỉ tiêu “Hộ” chưa có số liệu: chờ cấp trên công bố.",
        "- Chỉ tiêu “Tỷ lệ” vượt mức 5% (6%).",
    ]


def test_a_share_of_nobody_is_unknown() -> None:
    share = quota(award="", measure=Measure.SHARE, minimum=80)
    view = context(
        scenes(campaign(quotas=(share,), units=()), "phase-summary")[1], {"quota_results"}
    )["quota_results"][0]  # type: ignore[index] # a tuple of views
    assert (view.reached, view.verdict, view.is_missed) == (
        "chưa có số liệu",
        "Chưa có số liệu",
        False,
    )


@pytest.mark.parametrize(("figures", "shown"), [(0, False), (1, False), (2, True)])
def test_a_chart_compares_at_least_two(figures: int, shown: bool) -> None:
    rows = tuple(indicator(id=f"I{n}") for n in range(3))
    results = tuple(
        IndicatorResult(indicator=f"I{n}", phase=1, result=Decimal(50)) for n in range(figures)
    )
    scene = scenes(campaign(indicators=rows, indicator_results=results), "phase-summary")[0]
    assert bool(context(scene, {"chart"})["chart"]) is shown


def test_persons_and_awards_are_told_apart() -> None:
    people = (person("1", "An"), person("2", "Bình"), collective("T", "Phòng A", "A"))
    awards = (award("1"), award("1", "Lao động tiên tiến"), award("2"), award("T"))
    told = said(campaign(nominees=people, awards=awards, phases=ONE))
    assert str(told.awards.texts[0]) == (
        "Đã khen thưởng 01 tập thể, 03 lượt cá nhân (02 cá nhân), gồm:"
    )
    assert str(told.awards.texts[-1]) == "Thống kê cả năm tại Phụ lục kèm theo."
    once = said(campaign(nominees=people, awards=(award("1"), award("T")), phases=ONE))
    assert str(once.awards.texts[0]) == "Đã khen thưởng 01 tập thể và 01 cá nhân, gồm:"


def test_sections_are_numbered_as_far_as_they_are_there() -> None:
    data = campaign(
        phases=ONE,
        report_paragraphs=(
            paragraph(ReportSection.DIFFICULTIES, "Khó"),
            paragraph(ReportSection.PROPOSALS, "Đề nghị"),
        ),
    )
    drafted = said(data)
    assert (drafted.proposals.heading, drafted.causes.is_blank) == ("VI. Đề xuất, kiến nghị", True)
    issued = replace(scenes(data, "phase-summary")[0], issue=Issue(1, date(2026, 1, 1)))
    told = context(issued, {"summary"})["summary"]
    assert isinstance(told, Summary)
    assert (told.conditions.heading, told.difficulties.heading) == (
        "I. Đặc điểm tình hình",
        "Khó khăn",
    )
    assert (told.proposals.heading, told.causes.heading) == ("II. Đề xuất, kiến nghị", "")
    assert not any(section.is_blank for section in (told.causes, told.leadership, told.movement))


TITLE = "Về việc công nhận danh hiệu “Lao động tiên tiến”"

# Every kind's subject, for movements of every period: names are never cut open.
NAMES = {
    "a year": Movement(name="phong trào thi đua năm 2026", year=2026),
    "a school year": Movement(
        name="phong trào “Hai tốt” năm học 2025 - 2026", year=2026, period="năm học 2025 - 2026"
    ),
    "several years": Movement(
        name="phong trào thi đua giai đoạn 2021 - 2025", period="giai đoạn 2021 - 2025"
    ),
    "no year": Movement(name="phong trào thi đua lao động giỏi"),
    "an anniversary": Movement(
        name="phong trào thi đua chào mừng 80 năm Ngày Quốc khánh 02/9", year=2025
    ),
}


@pytest.mark.parametrize("phases", [1, 3])
@pytest.mark.parametrize("period", NAMES)
def test_no_name_is_cut_and_one_phase_is_not_numbered(period: str, phases: int) -> None:
    movement = NAMES[period]
    data = campaign(
        movement=movement,
        phases=tuple(Phase(number=n) for n in range(1, phases + 1)),
        nominees=(person("1", "An"), person("2", "Bình")),
        awards=(award("1"), award("2", "Lao động tiên tiến")),
        nominations=(),
        indicators=(indicator(),),
        indicator_results=(result("50"),),
    )
    told = {
        f"{scene.paper}-{scene.phase_number}": subject(scene)
        for kind in ("launch-notice", "phase-summary", "award-decision")
        for scene in scenes(data, kind)
        if scene.phase_number in {1, phases}
    }
    name = movement.name if phases == 1 else f"đợt 1 {movement.name}"
    first = f"Tổng kết {movement.name}" if phases == 1 else f"Sơ kết {name}"
    expected = {
        f"launch-notice-{phases}": f"V/v phát động {movement.name}",
        "phase-summary-1": first,
        f"phase-summary-{phases}": f"Tổng kết {movement.name}",
        "award-decision-1": "Về việc tặng Giấy khen cho cá nhân có thành tích xuất sắc trong "
        + name,
        "award-decision/titles-1": f"{TITLE} {movement.in_period}".rstrip(),
    }
    assert told == expected


def test_without_a_movement_the_year_s_work_is_summed_up() -> None:
    found = said(campaign(movement=Movement(year=2026), phases=ONE))
    work = "công tác thi đua, khen thưởng năm 2026"
    assert (found.name, found.reported) == (f"Tổng kết {work}", f"báo cáo tổng kết {work}")


@pytest.mark.parametrize(
    ("name", "theme"), [("phong trào “Giữ đảo khỏe”", ""), ("phong trào thi đua", "Giữ đảo khỏe")]
)
def test_a_theme_that_the_movement_is_called_by_is_said_once(name: str, theme: str) -> None:
    movement = Movement(name=name, theme="Giữ đảo khỏe", year=2026)
    assert said(campaign(movement=movement, phases=ONE)).theme == theme
