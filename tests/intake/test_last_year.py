"""Last year's papers: a launch becomes a campaign, an old paper a template, and both are proved by drafting."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import docx
import openpyxl
import pytest

from tests.intake.files import as_word
from tests.intake.second_unseen_papers import MORE_PAPERS
from tests.intake.unseen_papers import written
from vbgen.campaign import load_campaign
from vbgen.errors import OutputError, UsageError
from vbgen.office import (
    CheckCampaign,
    DraftPapers,
    MakeTemplate,
    Office,
    ReadFiles,
    Surroundings,
    WriteForm,
)
from vbgen.word.package.lenient import open_package
from vbgen.word.reading.document import read_document

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
NOW = datetime(2026, 11, 29, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with the sample."""
    (tmp_path / "vbgen.toml").write_text("", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022")
    return tmp_path


@pytest.fixture
def office(root: Path) -> Iterator[Office]:
    with Office.act(root, Surroundings({}, "t", lambda: NOW)) as opened:
        yield opened


def lines(path: Path) -> list[str]:
    """What a reader sees, line by line."""
    found = read_document(open_package(path)).paragraphs
    return [" ".join(each.plain.split()) for each in found if each.plain]


def drafted(office: Office, campaign: Path, kind: str, phase: int | None = None) -> Path:
    folder = campaign.parent.parent / "out" / campaign.name
    office.do(DraftPapers(campaign, (kind,), phase=phase, folder=folder))
    return next(folder.glob(f"{kind}*.docx"))


def test_last_years_launch_is_a_campaign_that_drafts_the_same_words(
    office: Office, root: Path
) -> None:
    old = drafted(office, root / "data" / "ha-nam-2022", "launch-notice")
    new = root / "data" / "moi"
    told = office.do(ReadFiles((old,), into=new))
    assert [path.relative_to(new).as_posix() for path in told.written] == [
        "campaign.xlsx",
        "papers/launch-notice.docx",
    ]
    checked = office.do(CheckCampaign(new))
    assert [each.message for each in checked.problems if each.severity == "error"] == []
    again = lines(drafted(office, new, "launch-notice"))
    before = lines(old)
    differing = [pair for pair in zip(before, again, strict=True) if pair[0] != pair[1]]
    assert differing == [("Hà Nam, ngày tháng 3 năm 2022", "Hà Nam, ngày tháng năm")]


def test_each_cell_of_the_new_campaign_names_its_source(office: Office, root: Path) -> None:
    old = drafted(office, root / "data" / "ha-nam-2022", "launch-notice")
    office.do(ReadFiles((old,), into=root / "data" / "moi"))
    book = openpyxl.load_workbook(root / "data" / "moi" / "campaign.xlsx")
    sheet = book["Các đợt"]
    assert sheet["A2"].comment is not None
    assert "launch-notice.docx › đoạn" in sheet["A2"].comment.text
    agency = {row[0].value: row[1] for row in book["Cơ quan"].iter_rows(min_row=2)}
    guessed = agency["Tên trong câu *"]
    assert guessed.value == "Sở công thương Hà Nam"
    assert guessed.fill.start_color.rgb == "00FFD966"


def cells(path: Path) -> dict[tuple[str, str], object]:
    """Every cell of a workbook that says something."""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def test_a_launch_changes_nothing_that_a_campaign_says_otherwise_and_shows_both(
    office: Office, root: Path
) -> None:
    campaign = root / "data" / "ha-nam-2022"
    old = drafted(office, campaign, "launch-notice")
    (campaign / "campaign.yaml").unlink()
    book = openpyxl.load_workbook(campaign / "campaign.xlsx")
    theme = next(row[1] for row in book["Phong trào"].iter_rows() if row[0].value == "Chủ đề")
    theme.value = "Kỷ cương, sáng tạo"
    book.save(campaign / "campaign.xlsx")
    before = cells(campaign / "campaign.xlsx")
    told = office.do(ReadFiles((old,), into=campaign)).problems
    after = cells(campaign / "campaign.xlsx")
    assert {at: after[at] for at in before} == before
    both = [each for each in told if each.place.cell == theme.coordinate]
    assert [each.code for each in both] == ["paper-differs"]
    assert "“Kỷ cương, sáng tạo”" in both[0].message
    assert "“Đoàn kết, trách nhiệm, chủ động" in both[0].message
    assert old.name in both[0].hint
    assert not (campaign / "papers").exists()


def test_data_in_two_files_are_only_held_against_a_launch(office: Office, root: Path) -> None:
    campaign = root / "data" / "ha-nam-2022"
    told = office.do(ReadFiles((drafted(office, campaign, "launch-notice"),), into=campaign))
    assert (told.written, [each.code for each in told.problems]) == ((), ["paper-only-shown"])


def test_a_launch_fills_what_a_begun_campaign_leaves_open(office: Office, root: Path) -> None:
    old = drafted(office, root / "data" / "ha-nam-2022", "launch-notice")
    new = root / "data" / "moi"
    office.do(WriteForm(new / "campaign.xlsx"))
    told = office.do(ReadFiles((old,), into=new))
    assert {path.name for path in told.written} == {"campaign.xlsx", "launch-notice.docx"}
    assert {each.code for each in told.problems} == {"paper-taken"}
    guessed = {str(each.severity) for each in told.problems if "suy từ tên" in each.hint}
    assert guessed == {"warning"}
    read = load_campaign(new, office.words).campaign
    sample = load_campaign(root / "data" / "ha-nam-2022", office.words).campaign
    for name in ("theme", "year"):
        assert getattr(read.movement, name) == getattr(sample.movement, name)
    assert [each.end for each in read.phases] == [each.end for each in sample.phases]
    assert [each.planned for each in read.indicators] == [e.planned for e in sample.indicators]
    again = office.do(ReadFiles((old,), into=new))
    assert [each.code for each in again.problems] == ["body-only-shown"]
    assert again.written == ()


def test_the_form_itself_is_read_without_a_question_about_its_own_columns(
    office: Office, root: Path
) -> None:
    form = root / "van-phong.xlsx"
    office.do(WriteForm(form))
    book = openpyxl.load_workbook(form)
    sheet = book["Danh sách"]
    titles = [str(cell.value).strip(" *") for cell in sheet[1]]
    typed: dict[str, str | int] = {
        "Họ và tên, tên tập thể": "Nguyễn Văn Tân",
        "Đơn vị": "Phòng Kỹ thuật",
        "Danh hiệu, hình thức đề nghị": "Lao động tiên tiến",
        "Đồng ý": 9,
        "Danh hiệu, hình thức được tặng": "Giấy khen",
        "Giữ chức vụ lãnh đạo": "Có",
        "Đơn vị cũ": "Phòng Tổng hợp",
        "Lời dẫn trên giấy khen": "Đã lập thành tích",
    }
    for title, value in typed.items():
        sheet.cell(4, titles.index(title) + 1).value = value
    book.save(form)
    (reading,) = office.do(ReadFiles((form,))).files
    (person,) = reading.people
    said = {name: person[name] for name in ("full_name", "position", "unit_name", "award")}
    assert said == {
        "full_name": "Nguyễn Văn Tân",
        "position": "",
        "unit_name": "Phòng Kỹ thuật",
        "award": "Lao động tiên tiến",
    }
    assert reading.questions == ()
    unread = {each.words for each in reading.left if each.code == "column-not-needed"}
    assert "Đơn vị cũ" in unread
    assert "Thứ bậc" not in unread


@pytest.mark.parametrize(
    ("kind", "phase", "tag"),
    [
        ("launch-notice", None, "năm {{ movement.year }}"),
        ("phase-summary", 1, "{{ movement.theme }}"),
        ("council-minutes", 1, '{%p include "votes" %}'),
        ("award-decision", 1, '{%p include "honours" %}'),
        ("nomination-list", 1, '{%p include "nominations" %}'),
    ],
)
def test_an_old_paper_becomes_a_template_that_gives_its_text_again(
    kind: str, phase: int | None, tag: str, office: Office, root: Path
) -> None:
    campaign = root / "data" / "ha-nam-2022"
    old = drafted(office, campaign, kind, phase)
    made = office.do(MakeTemplate(old, campaign, kind, phase))
    assert made.differing == ()
    assert tag in {each.tag for each in made.put}
    assert all(each.place.file == old.name for each in made.put)
    assert tag in "".join(lines(made.file))
    assert lines(drafted(office, campaign, kind, phase)) == lines(old)


@pytest.mark.parametrize("at", [0, 1, 3, 5], ids=lambda at: MORE_PAPERS[at].name)
def test_an_old_paper_alone_is_data_enough_for_its_template(
    at: int, office: Office, tmp_path: Path
) -> None:
    old = written(MORE_PAPERS[at], tmp_path / "cu.docx")
    made = office.do(MakeTemplate(old))
    assert made.differing == ()
    assert made.file == tmp_path / "cu - mẫu.docx"
    said = lines(made.file)
    assert not any("Nơi nhận" in line or "Số:" in line for line in said)
    assert office.do(MakeTemplate(old)).file == made.file


def test_a_second_old_paper_never_takes_the_place_of_the_firsts_template(
    office: Office, root: Path
) -> None:
    campaign = root / "data" / "ha-nam-2022"
    first = drafted(office, campaign, "award-decision", 1)
    second = root / "quyet-dinh-cu.docx"
    document = docx.Document(str(first))
    document.paragraphs[-1].text = "Danh sách này thay danh sách đã gửi."
    document.save(str(second))
    made = office.do(MakeTemplate(first, campaign, "award-decision", 1)).file
    there = made.read_bytes()
    with pytest.raises(OutputError, match="không ghi đè"):
        office.do(MakeTemplate(second, campaign, "award-decision", 1))
    assert made.read_bytes() == there
    other = root / "khac.docx"
    assert office.do(MakeTemplate(second, campaign, "award-decision", 1, other)).file == other
    assert office.do(MakeTemplate(first, campaign, "award-decision", 1)).file == made


def test_what_a_template_does_not_give_again_is_told(office: Office, root: Path) -> None:
    campaign = root / "data" / "ha-nam-2022"
    old = drafted(office, campaign, "award-decision", 1)
    document = docx.Document(str(old))
    document.add_paragraph("Người lập: Lê Thị Bưởi, ngày 03 tháng 7 năm 2021")
    document.tables[1].cell(0, 1).paragraphs[-1].text = "Hoàng Văn Cũ"
    document.save(str(old))
    made = office.do(MakeTemplate(old, campaign, "award-decision", 1))
    assert made.as_json()["proved"] is False
    assert {each.code for each in made.problems} == {"template-differs"}
    assert any(
        "Hoàng Văn Cũ" in before and "Lê Nguyên Ngọc" in now for before, now in made.differing
    )


def test_a_paper_that_holds_tags_is_a_template_already(office: Office, root: Path) -> None:
    old = as_word(root / "mau.docx", [], before=("Kính gửi {{ agency.name }}",))
    with pytest.raises(UsageError, match="đã có thẻ"):
        office.do(MakeTemplate(old, root / "data" / "ha-nam-2022", "launch-notice"))
