"""The example rows of the empty form are one small campaign, complete and right together."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.campaign.files import campaign_folder, sheet
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign, load_campaign, write_workbook
from vbgen.campaign.cells.shown import shown
from vbgen.campaign.examples import example_campaign
from vbgen.campaign.topics import Topic, topics
from vbgen.campaign.writing.workbook_out import write_empty_form
from vbgen.errors import Problem, Severity
from vbgen.model.references import faults
from vbgen.office.checking import Question, check
from vbgen.office.setting.workspace import Workspace

_MARK = "(ví dụ) "
_TABLES = [each for each in topics() if each.is_table]


def test_every_table_has_a_row_and_every_reference_leads_to_one() -> None:
    campaign = example_campaign(WORDS)
    assert [each.field for each in topics() if not getattr(campaign, each.field)] == []
    assert faults(campaign) == ()


@pytest.mark.parametrize("each", topics(), ids=lambda each: each.field)
def test_what_must_be_filled_has_an_example(each: Topic) -> None:
    required = [column for column in each.columns if column.required]
    assert [column.field for column in required if not column.examples] == []


def test_the_form_filled_by_its_own_examples_is_a_campaign_without_a_problem(
    tmp_path: Path,
) -> None:
    path = tmp_path / "campaign.xlsx"
    write_workbook(None, path, WORDS)
    book = openpyxl.load_workbook(path)
    for each in topics():
        page = sheet(book, each.title)
        (_take_rows if each.is_table else _take_values)(page, each)
    book.save(path)

    loaded = load_campaign(tmp_path, WORDS)

    assert loaded.notes == ()
    assert loaded.campaign == example_campaign(WORDS)


def _take_rows(page: Worksheet, each: Topic) -> None:
    """Take the mark away; a figure is typed again, as Excel takes it."""
    for row in page.iter_rows(min_row=2):
        text = str(row[0].value)
        assert text.startswith(_MARK)
        bare = text.removeprefix(_MARK)
        row[0].value = int(bare) if each.columns[0].kind.value == "integer" else bare
        for cell in row:
            cell.font = Font()  # in black: no example any more


def _take_values(page: Worksheet, each: Topic) -> None:
    """Copy the examples beside the names to where values are typed."""
    for row, column in enumerate(each.columns, 2):
        if column.examples:
            value = column.examples[0]
            page.cell(row, 2, value if isinstance(value, int) else shown(value))


def test_the_example_campaign_has_no_error_by_the_law_of_its_days(tmp_path: Path) -> None:
    write_workbook(example_campaign(WORDS), tmp_path / "campaign.xlsx", WORDS)
    workspace = Workspace(None)
    law = workspace.law(date(2022, 7, 15))
    found = check(tmp_path, workspace.library, Question(law=law, day=date(2022, 7, 15)))
    grave = [each for each in found.problems if each.severity is Severity.ERROR]
    grave = [each for each in grave if each.code != "no-such-certificate"]  # no register here
    assert [f"{each.code}: {each.message}" for each in grave] == []


def test_examples_are_passed_over_and_a_changed_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "campaign.xlsx"
    write_workbook(None, path, WORDS)
    assert set(_codes(tmp_path)) == {"missing-value"}
    book = openpyxl.load_workbook(path)
    sheet(book, "Cá nhân, tập thể")["D2"].value = "Lò Văn Pẩn"
    book.save(path)
    assert list(_codes(tmp_path)).count("changed-example") == 1


def _typed_over(book: openpyxl.Workbook) -> None:
    """The first example row as a clerk types over it who looks at the name alone."""
    people = sheet(book, "Danh sách")
    people["A2"].value, people["D2"].value, people["F2"].value = "CN1", "Lò Văn Pẩn", "Phòng Một"


def test_what_is_left_of_an_example_in_a_row_of_data_is_told_with_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "campaign.xlsx"
    write_empty_form(path, WORDS)
    book = openpyxl.load_workbook(path)
    _typed_over(book)
    book.save(path)
    [told] = [each for each in _problems(tmp_path) if each.code == "left-example"]
    assert (told.place.sheet, told.place.cell) == ("Danh sách", "B2")
    assert "C2 “Bà”" in told.message
    assert "N2 “xuất sắc trong phong trào thi đua đợt 1 năm 2022”" in told.message
    assert "S2 “01/03/2010”" in told.message
    assert "Lò Văn Pẩn" not in told.message

    book = openpyxl.load_workbook(path)
    for cell in sheet(book, "Danh sách")[2]:
        cell.font = Font(color="FF000000")
    book.save(path)
    assert "left-example" not in _codes(tmp_path)


def test_who_is_told_of_a_changed_example_is_told_what_else_to_fill(tmp_path: Path) -> None:
    path = tmp_path / "campaign.xlsx"
    write_empty_form(path, WORDS)
    book = openpyxl.load_workbook(path)
    sheet(book, "Danh sách")["D2"].value = "Lò Văn Pẩn"
    book.save(path)
    [told] = [each for each in _problems(tmp_path) if each.code == "changed-example"]
    assert "C2 “Bà”" in told.hint


@pytest.mark.parametrize("number", [1e190, 1e-190, -1e300])
def test_an_example_row_with_a_number_that_nobody_writes_out_is_told(
    number: float, tmp_path: Path
) -> None:
    def put(book: openpyxl.Workbook) -> None:
        people = sheet(book, "Cá nhân, tập thể")
        people.append(["(ví dụ) A", number, None, "Nguyễn Văn An"])

    found = inspect_campaign(campaign_folder(tmp_path, put), WORDS)
    assert any(each.place.sheet == "Cá nhân, tập thể" for each in found.problems)


def test_the_untouched_examples_of_an_older_form_are_no_data_either(tmp_path: Path) -> None:
    path = tmp_path / "campaign.xlsx"
    write_workbook(None, path, WORDS)
    book = openpyxl.load_workbook(path)
    sheet(book, "Kết quả thi đua")["A2"].value = "(ví dụ) TT-HTT"
    sheet(book, "Người ký")["E2"].value = "Hội đồng Thi đua - Khen thưởng"
    sheet(book, "Văn bản")["A2"].value = "(ví dụ) Kế hoạch phát động"
    book.save(path)
    assert "changed-example" not in _codes(tmp_path)


_ROWS_OF_0_1: dict[str, dict[str, str | int | None]] = {  # sheet → what its form showed there
    "Chỉ tiêu thi đua": {"B2": "Tập thể", "E2": "Số lượng", "F2": 80, "H2": None},
    "Cá nhân, tập thể": {"B2": "Tập thể"},
    "Điểm danh": {"C2": "Không"},
    "Chỉ tiêu nhiệm vụ": {"E2": 1},
}


def test_a_form_of_0_1_is_as_good_as_one_of_today(tmp_path: Path) -> None:
    path = tmp_path / "campaign.xlsx"
    write_workbook(None, path, WORDS)
    book = openpyxl.load_workbook(path)
    sheet(book, "Thành phần dự họp").title = "Điểm danh"  # as it was called then
    for name, cells in _ROWS_OF_0_1.items():
        for cell, value in cells.items():
            sheet(book, name)[cell].value = value
    book.save(path)
    assert set(_codes(tmp_path)).isdisjoint({"changed-example", "unknown-sheet", "sheet-taken-for"})


def _codes(folder: Path) -> Iterator[str]:
    return (problem.code for problem in _problems(folder))


def _problems(folder: Path) -> tuple[Problem, ...]:
    return inspect_campaign(folder, WORDS).problems
