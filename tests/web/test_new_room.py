"""The room New: from last year's campaign, from a few questions, an award without a campaign."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.begun_form import begin_badly
from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.campaign.editing.changing import CellChange
from vbgen.errors import ProblemsFoundError, Severity
from vbgen.office import (
    BeginCampaign,
    ChangeCells,
    CheckNamedCampaign,
    Office,
    PrepareIssue,
    SeeCampaign,
    ShowBeginning,
    ShowSheet,
    Surroundings,
)
from vbgen.web.moment import now

OFFICE = {
    "Ký hiệu cơ quan": "BVĐK",
    "Địa danh": "Phú Lộc",
    "Tên trong câu": "Bệnh viện Đa khoa Phú Lộc",
    "Năm": "2026",
    "Chức vụ người ký": "Giám đốc",
    "Họ và tên người ký": "Trần Thị Hạnh",
    "Ký hiệu đơn vị soạn thảo": "TCHC",
}
SCHOOL = {
    "name": "TRƯỜNG TIỂU HỌC PHÚ LỘC",
    "full_name": "Trường Tiểu học Phú Lộc",
    "symbol": "THPL",
    "place": "Phú Lộc",
    "movement": "phong trào thi đua dạy tốt, học tốt",
    "year": "2026",
    "level": "Trường học, cơ sở giáo dục",
    "signer_position": "Hiệu trưởng",
    "signer": "Nguyễn Văn Tám",
    "drafting_unit_symbol": "VP",
}
TEACHER = {
    "full_name": "Trần Thị Sen",
    "position": "Giáo viên",
    "unit": "Tổ 1",
    "granted": "Giấy khen",
    "merit": "xuất sắc trong phong trào dạy tốt, học tốt năm 2026",
}
PERSON = {
    "Họ và tên, tên tập thể": "Nguyễn Văn Bình",
    "Chức vụ": "Điều dưỡng",
    "Danh hiệu, hình thức được tặng": "Giấy khen",
    "Tóm tắt thành tích": "xuất sắc trong phòng, chống dịch",
}


@pytest.fixture
def plain(visits: Visits, desk: RunningDesk) -> Page:
    """Somebody without scripts."""
    page = visits(desk, refusals=(422,), java_script_enabled=False)
    page.goto(desk.link)
    page.get_by_role("link", name="Lập mới").click()
    return page


def answer(page: Page, answers: dict[str, str]) -> None:
    for title, text in answers.items():
        page.get_by_label(re.compile(rf"^{re.escape(title)}( \*)?$")).fill(text)


def test_a_few_answers_give_the_first_papers(plain: Page, desk: RunningDesk) -> None:
    assert violations(plain) == []
    plain.get_by_role("link", name="Khen thưởng ngoài phong trào").click()
    assert violations(plain) == []
    assert plain.locator("form.card input:not([type=hidden]), form.card select").count() <= 25
    answer(plain, OFFICE | PERSON)
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("link", name="Quyết định khen thưởng")).to_be_visible()
    assert (desk.place / "data" / "khen-thuong-2026" / "campaign.xlsx").is_file()


def test_an_answer_that_cannot_be_is_told_and_the_others_stay(
    plain: Page, desk: RunningDesk
) -> None:
    plain.get_by_role("link", name="Phong trào mới").click()
    answer(plain, OFFICE | {"Năm": "năm nay"})
    before = sorted((desk.place / "data").iterdir())
    plain.get_by_role("button", name="Lập và xem các văn bản").click()
    expect(plain.locator(".problem.error").first).to_contain_text("năm nay")
    expect(plain.get_by_label("Địa danh")).to_have_value("Phú Lộc")
    year = plain.get_by_label("Năm", exact=True)
    expect(year).to_have_attribute("aria-invalid", "true")
    expect(year).to_have_accessible_description(re.compile("năm nay"))
    assert sorted((desk.place / "data").iterdir()) == before
    assert violations(plain) == []


def test_next_year_s_campaign_begins_from_the_last(plain: Page, desk: RunningDesk) -> None:
    plain.get_by_label("Phong trào trước").select_option("ha-nam-2022")
    plain.get_by_role("button", name="Lập phong trào tiếp theo").click()
    plain.wait_for_url("**/campaigns/ha-nam-2023/data")
    assert (desk.place / "data" / "ha-nam-2023" / "campaign.xlsx").is_file()
    plain.goto("/new")
    plain.get_by_label("Phong trào trước").select_option("ha-nam-2022")
    plain.get_by_role("button", name="Lập phong trào tiếp theo").click()
    expect(plain.locator(".problem.error")).to_contain_text("Đã có")


def test_a_campaign_that_cannot_be_read_is_told_with_its_cells(
    plain: Page, desk: RunningDesk
) -> None:
    begin_badly(desk.place / "data" / "phong-trao-moi" / "campaign.xlsx")
    plain.get_by_label("Phong trào trước").select_option("phong-trao-moi")
    plain.get_by_role("button", name="Lập phong trào tiếp theo").click()
    expect(plain.locator(".problem.error").first).to_be_visible()


def test_the_first_decision_can_be_issued_at_once(workspace: Path) -> None:
    """Nothing is left to be filled in between the answers and the number."""
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        name = office.do(BeginCampaign(SCHOOL, TEACHER)).name
        lines = office.do(ShowSheet(name, "Nơi nhận", 0, 100)).sheet.rows[-2:]
        assert [list(row.texts[:2]) for row in lines] == [
            ["Quyết định khen thưởng", "Như Điều 3"],
            ["Quyết định khen thưởng", "Lưu: VT, VP"],
        ]
        cited = office.do(ShowSheet(name, "Căn cứ", 0, 100)).sheet.rows[-1].texts
        assert cited[0] == "Quyết định khen thưởng"
        assert cited[1].startswith("Căn cứ Nghị định số 152/2025/NĐ-CP")
        day = office.today
        prepared = office.do(
            PrepareIssue(workspace / "data" / name, "award-decision", day, phase=1)
        )
    assert [paper.signer for paper in prepared.papers] == ["Nguyễn Văn Tám"]
    assert prepared.errors == ()
    assert "ground.missing" not in {each.problem.code for each in prepared.doubts}


def test_an_award_alone_gives_its_decision_and_its_certificates(workspace: Path) -> None:
    """Without a movement: what it is for was answered, and no paper comes that nobody signs."""
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        name = office.do(BeginCampaign(SCHOOL | {"movement": ""}, TEACHER)).name
        seen = office.do(SeeCampaign(name))
        found = office.do(CheckNamedCampaign(name)).problems
    assert [paper.kind for paper in seen.papers] == ["award-decision", "certificate"]
    assert [each for each in found if each.severity is Severity.ERROR] == []


def test_an_honour_that_the_law_lacks_is_refused_before_anything_is_made(workspace: Path) -> None:
    before = sorted((workspace / "data").iterdir())
    pupil = TEACHER | {"granted": "Học sinh Xuất sắc"}
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        asked = {each.field: each for each in office.do(ShowBeginning()).person}
        with pytest.raises(ProblemsFoundError) as told:
            office.do(BeginCampaign(SCHOOL, pupil))
    assert {each.code for each in told.value.problems} == {"unknown-honour"}
    assert "Giấy khen" in asked["granted"].choices
    assert not asked["granted"].is_closed
    assert sorted((workspace / "data").iterdir()) == before


@pytest.mark.parametrize(
    ("office", "person", "told"),
    [
        ({}, {"merit": ""}, {("missing-value", "Tóm tắt thành tích")}),
        (
            {"year": "năm nay"},
            {"merit": "", "full_name": ""},
            {
                ("missing-value", "Tóm tắt thành tích"),
                ("missing-value", "Họ và tên, tên tập thể"),
                ("cell-not-a-number", "Năm"),
            },
        ),
        ({"place": ""}, {}, {("missing-value", "Địa danh")}),
        ({"level": "Cấp lạ"}, {}, {("cell-not-in-list", "Cấp của cơ quan")}),
        ({}, {"granted": "Giấy khem"}, {("unknown-honour", "Danh hiệu, hình thức được tặng")}),
        ({"place": "\x01"}, {}, {("cell-unwritable", "Địa danh")}),
    ],
)
def test_what_is_wrong_is_told_at_its_question_and_nowhere_in_a_workbook(
    workspace: Path, office: dict[str, str], person: dict[str, str], told: set[tuple[str, str]]
) -> None:
    with (
        Office.act(workspace, Surroundings({}, "Lan", now)) as opened,
        pytest.raises(ProblemsFoundError) as refused,
    ):
        opened.do(BeginCampaign(SCHOOL | office, TEACHER | person))
    found = refused.value.problems
    assert {(each.code, str(each.place)) for each in found} == told


def test_the_first_sheet_offers_what_its_lines_take(workspace: Path) -> None:
    with Office.look(workspace, Surroundings({}, "Lan", now)) as office:
        rows = office.do(ShowSheet("phong-trao-moi", "Bắt đầu", 0, 40)).sheet.rows
        asked = {each.title: each.choices for each in office.do(ShowBeginning()).office}
    offers = {row.texts[1].removesuffix(" *"): row.choices.get(2, ()) for row in rows}
    assert offers == asked
    assert "Công đoàn" in offers["Cấp của cơ quan"]


def test_an_unknown_honour_in_one_campaign_is_told_at_its_cell(workspace: Path) -> None:
    """Not at the door of the desk: home shows all the others."""
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        name = office.do(BeginCampaign(SCHOOL, TEACHER)).name
        seen = office.do(ShowSheet(name, "Danh sách", 0, 10))
        columns = {each.title: each for each in seen.sheet.columns}
        granted = columns["Danh hiệu, hình thức được tặng"]
        cell = f"{granted.letters}{seen.last_row}"
        change = CellChange(cell, "Giấy khen", "Học sinh Xuất sắc")
        office.do(ChangeCells(name, "Danh sách", seen.state, (change,)))
        (problem,) = office.do(SeeCampaign(name)).problems
    assert "Giấy khen" in granted.choices
    assert (problem.code, problem.place.cell) == ("unknown-honour", cell)
