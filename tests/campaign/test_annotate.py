"""The annotated copy shows every problem at its cell, and the original stays as it was."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.campaign.files import Change, campaign_folder, put, sheet, yaml_folder
from tests.vocabulary import WORDS
from vbgen.campaign import annotate_workbook, inspect_campaign
from vbgen.errors import OutputError, Place, Problem, Severity, UnreadableFileError

PEOPLE, UNITS = "Cá nhân, tập thể", "Đơn vị"


def _all(*changes: Change) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        for each in changes:
            each(book)

    return change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    spoilt = _all(
        put(PEOPLE, "E2", "Gái"),
        put(PEOPLE, "H2", "PKT"),
        put(PEOPLE, "D2", " Nguyễn Thị Nguyệt"),
        put("Chỉ tiêu nhiệm vụ", "D2", "4.401", "@"),
    )
    return campaign_folder(tmp_path, spoilt)


def _annotated(folder: Path) -> openpyxl.Workbook:
    annotate_workbook(folder, inspect_campaign(folder, WORDS).problems, folder / "out" / "xem.xlsx")
    return openpyxl.load_workbook(folder / "out" / "xem.xlsx")


def test_each_problem_colours_its_cell_and_stands_in_its_comment(folder: Path) -> None:
    book = _annotated(folder)

    error, note = sheet(book, PEOPLE)["E2"], sheet(book, PEOPLE)["D2"]
    warning = sheet(book, "Chỉ tiêu nhiệm vụ")["D2"]
    assert [cell.fill.start_color.rgb for cell in (error, warning, note)] == [
        "00FF9C9C",
        "00FFD966",
        "00BDD7EE",
    ]
    assert error.comment.text.startswith("Lỗi: Giới tính: “Gái” không có trong danh sách.")
    assert warning.comment.text.startswith("Cảnh báo: Kế hoạch năm: “4.401”")
    assert note.comment.text.startswith("Lưu ý: ")
    assert sheet(book, PEOPLE)["A2"].comment is None


def test_all_problems_stand_in_a_list_with_links_errors_first(folder: Path) -> None:
    book = _annotated(folder)
    results = book.worksheets[0]

    assert results.title == "Kết quả kiểm tra"
    assert results["A1"].value == "Kết quả kiểm tra campaign.xlsx"
    assert str(results["A2"].value).startswith("2 lỗi, 1 cảnh báo, 1 lưu ý.")
    assert [cell.value for cell in results["B"][3:]] == ["Mức", "Lỗi", "Lỗi", "Cảnh báo", "Lưu ý"]
    assert results["E5"].hyperlink.location == f"'{PEOPLE}'!E2"


def test_the_original_is_never_touched(folder: Path) -> None:
    before = (folder / "campaign.xlsx").read_bytes()

    _annotated(folder)
    with pytest.raises(OutputError, match="Không ghi bản chú thích đè lên tệp gốc"):
        annotate_workbook(folder, (), folder / "campaign.xlsx")

    assert (folder / "campaign.xlsx").read_bytes() == before


def test_the_copy_can_be_annotated_again(folder: Path) -> None:
    _annotated(folder)
    copy = folder / "out" / "xem.xlsx"
    problem = Problem("x", "Một lỗi mới.", Place(sheet=UNITS, cell="A2"))

    annotate_workbook(copy, (problem,), folder / "hai.xlsx")
    book = openpyxl.load_workbook(folder / "hai.xlsx")

    assert book.sheetnames.count("Kết quả kiểm tra") == 1
    assert sheet(book, UNITS)["A2"].comment.text == "Lỗi: Một lỗi mới."


def test_a_note_that_stood_at_a_cell_is_kept_below(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    sheet(book, PEOPLE)["E2"].comment = Comment("Hỏi lại đơn vị", "chị Hoa")
    book.save(folder / "campaign.xlsx")

    assert sheet(_annotated(folder), PEOPLE)["E2"].comment.text.endswith("\nHỏi lại đơn vị")


def test_a_problem_inside_a_merged_range_stands_at_its_first_cell(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    sheet(book, UNITS).merge_cells("A4:A6")
    book.save(folder / "campaign.xlsx")
    problem = Problem("x", "Sai.", Place("campaign.xlsx", UNITS, "A6"))

    annotate_workbook(folder, (problem,), folder / "xem.xlsx")

    marked = sheet(openpyxl.load_workbook(folder / "xem.xlsx"), UNITS)["A4"]
    assert marked.comment is not None


def test_problems_of_other_files_and_without_a_cell_are_listed_only(folder: Path) -> None:
    problems = (
        Problem("a", "Ở tệp khác.", Place("nominations/vp.xlsx", PEOPLE, "A2")),
        Problem("b", "Ở cả trang.", Place("campaign.xlsx", UNITS), Severity.NOTE),
        Problem("c", "Ở đâu không rõ.", severity=Severity.WARNING),
        Problem("d", "=1+1", Place("campaign.xlsx", "Không có", "A1")),
    )
    annotate_workbook(folder, problems, folder / "xem.xlsx")

    book = openpyxl.load_workbook(folder / "xem.xlsx")
    assert [cell.value for cell in book.worksheets[0]["F"][4:]] == [
        "Ở tệp khác.", "=1+1", "Ở đâu không rõ.", "Ở cả trang.",
    ]  # fmt: skip
    assert book.worksheets[0]["F6"].data_type == "s"
    assert sheet(book, PEOPLE)["A2"].comment is None


def test_the_same_problems_give_the_same_bytes(folder: Path) -> None:
    problems = inspect_campaign(folder, WORDS).problems

    annotate_workbook(folder, problems, folder / "a.xlsx")
    annotate_workbook(folder, problems, folder / "b.xlsx")

    assert (folder / "a.xlsx").read_bytes() == (folder / "b.xlsx").read_bytes()


def test_a_folder_with_yaml_alone_has_nothing_to_annotate(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"lưu dữ liệu thành campaign\.xlsx"):
        annotate_workbook(yaml_folder(tmp_path), (), tmp_path / "xem.xlsx")

    assert not (tmp_path / "xem.xlsx").exists()
