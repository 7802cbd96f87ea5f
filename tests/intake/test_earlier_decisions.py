"""Decisions of earlier years fill the sheet “Đã khen thưởng” of a campaign; what it says otherwise is shown."""

import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import docx
import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from vbgen.campaign import load_campaign
from vbgen.model.people import PastAward
from vbgen.office import CheckCampaign, DraftPapers, Office, ReadFiles, StartFrom, Surroundings

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
NOW = datetime(2026, 11, 29, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
NUMBER, DAY = "245/QĐ-SCT", date(2022, 7, 28)
Rows = list[dict[str, object]]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A workspace with the sample and the campaign of the year after."""
    (tmp_path / "vbgen.toml").write_text("", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022")
    with Office.act(tmp_path, Surroundings({}, "t", lambda: NOW)) as opened:
        opened.do(StartFrom(tmp_path / "data" / "ha-nam-2023", tmp_path / "data" / "ha-nam-2022"))
        yield opened


def decided(office: Office, number: str = NUMBER) -> Path:
    """Last year's decision as it went out: with its number and day."""
    folder = office.place / "cu"
    office.do(
        DraftPapers(
            office.place / "data" / "ha-nam-2022", ("award-decision/",), phase=1, folder=folder
        )
    )
    path = folder / "award-decision-phase-1.docx"
    document = docx.Document(str(path))
    for cell in document.tables[0]._cells:
        for paragraph in cell.paragraphs:
            said = re.sub(r"Số:\s*/QĐ-SCT", f"Số: {number}", paragraph.text)
            said = re.sub(r"ngày\s+tháng\s+\d* *năm \d*", "ngày 28 tháng 7 năm 2022", said)
            if said != paragraph.text:
                paragraph.text = said
    document.save(str(path))
    return path


def rows(sheet: Worksheet) -> Rows:
    titles = [str(cell.value).removesuffix(" *") for cell in sheet[1]]
    found = sheet.iter_rows(min_row=2, values_only=True)
    return [dict(zip(titles, each, strict=True)) for each in found if any(each)]


def test_who_was_honoured_last_year_is_history_and_no_proposal(office: Office) -> None:
    campaign = office.place / "data" / "ha-nam-2023"
    told = office.do(ReadFiles((decided(office),), campaign))
    book = openpyxl.load_workbook(told.written[0])
    past = rows(book["Đã khen thưởng"])
    assert len(past) == len(told.files[0].people)
    assert {(each["Số quyết định"], each["Năm"]) for each in past} == {(NUMBER, 2022)}
    assert {each["Cơ quan quyết định"] for each in past} == {"Giám đốc Sở Công Thương Hà Nam"}
    listed = rows(book["Danh sách"]) if "Danh sách" in book.sheetnames else []
    assert not any(each["Danh hiệu, hình thức đề nghị"] for each in listed)
    source = book["Đã khen thưởng"].cell(2, 4).comment
    assert source is not None
    assert "award-decision-phase-1.docx" in source.text


def test_the_campaign_reads_it_with_its_own_codes(office: Office) -> None:
    campaign = office.place / "data" / "ha-nam-2023"
    before = load_campaign(campaign, office.words).campaign
    office.do(ReadFiles((decided(office),), campaign))
    checked = office.do(CheckCampaign(campaign))
    about = [each for each in checked.problems if "đã đọc" in each.place.file]
    assert [each.message for each in about if each.severity == "error"] == []
    after = load_campaign(campaign, office.words).campaign
    new = [each for each in after.past_awards if each not in before.past_awards]
    assert {each.decision_date for each in new} == {DAY}
    assert {each.nominee for each in new} <= {each.id for each in after.nominees}
    assert [each.id for each in after.nominees] == [each.id for each in before.nominees]


def test_a_person_whom_the_campaign_lacks_joins_it(office: Office) -> None:
    campaign = office.place / "data" / "ha-nam-2023"
    book = openpyxl.load_workbook(campaign / "campaign.xlsx")
    name = "Trương Văn Bính"
    cell = next(each for each in _cells(book) if each.value == name)
    cell.value = "Nguyễn Văn Khác"
    book.save(campaign / "campaign.xlsx")
    office.do(ReadFiles((decided(office),), campaign))
    after = load_campaign(campaign, office.words).campaign
    person = next(each for each in after.nominees if each.full_name == name)
    assert [each.year for each in after.past_awards if each.nominee == person.id] == [2022]
    assert not any(each.nominee == person.id for each in after.nominations)


def _cells(book: Workbook) -> Iterator[Cell | MergedCell]:
    return (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def test_what_the_campaign_has_already_is_not_said_twice(office: Office) -> None:
    campaign = office.place / "data" / "ha-nam-2023"
    office.do(ReadFiles((decided(office),), campaign))
    old = office.place / "cu" / "award-decision-phase-1.docx"
    again = old.rename(old.with_name("lan-hai.docx"))
    told = office.do(ReadFiles((again,), campaign))
    book = openpyxl.load_workbook(told.written[0])
    assert "Đã khen thưởng" not in book.sheetnames


def test_an_award_that_the_campaign_tells_otherwise_is_shown_beside_what_was_read(
    office: Office,
) -> None:
    campaign = office.place / "data" / "ha-nam-2023"
    office.do(ReadFiles((decided(office),), campaign))
    shutil.rmtree(office.place / "cu")
    other = decided(office, "246/QĐ-SCT")
    told = office.do(ReadFiles((other.rename(other.with_name("khac.docx")),), campaign))
    book = openpyxl.load_workbook(told.written[0])
    differing = [
        [str(cell.value) for cell in row]
        for row in book["Cần xem"].iter_rows(min_row=2)
        if row[0].value == "Khác dữ liệu đang có"
    ]
    assert differing
    assert NUMBER in differing[0][2]
    assert "246/QĐ-SCT" in differing[0][3]
    year = book["Đã khen thưởng"].cell(2, PAST_YEAR)
    assert year.fill.start_color.rgb == "00FFD966"


def test_the_campaign_s_own_decision_is_an_award_of_it(office: Office) -> None:
    campaign = office.place / "data" / "ha-nam-2022"
    told = office.do(ReadFiles((decided(office),), campaign, phase=1))
    book = openpyxl.load_workbook(told.written[0])
    assert "Đã khen thưởng" not in book.sheetnames
    assert all(each["Danh hiệu, hình thức được tặng"] for each in rows(book["Danh sách"]))


PAST_YEAR = list(PastAward.model_fields).index("year") + 1
