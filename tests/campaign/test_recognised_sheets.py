"""A sheet is recognised by its title and by its heading row; one with rows is never lost by a mere remark."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, sheet
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.errors import Problem, Severity

PEOPLE, NOMINATIONS, AGENCY = "Cá nhân, tập thể", "Đề nghị", "Cơ quan"
Change = Callable[[Workbook], object]


def _renamed(old: str, new: str) -> Change:
    return lambda book: setattr(sheet(book, old), "title", new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (NOMINATIONS, "Đề nghị (2)"), (NOMINATIONS, "de nghi 2"), (NOMINATIONS, "ĐỀ NGHỊ "),
        (NOMINATIONS, "2. Đề nghị"), (NOMINATIONS, "Copy of Đề nghị"), (NOMINATIONS, "Đề nghị - Copy"),
        (NOMINATIONS, "DANHSACH"), (NOMINATIONS, "Sheet1"), (NOMINATIONS, "Đề nghị mới"),
        (PEOPLE, "CÁ NHÂN"), (PEOPLE, "Trang tính1"), (PEOPLE, "ds"), (AGENCY, "Thông tin chung"),
    ],
)  # fmt: skip
def test_a_sheet_of_another_title_is_read_and_told(old: str, new: str, tmp_path: Path) -> None:
    loaded = load_campaign(campaign_folder(tmp_path, _renamed(old, new)), WORDS)

    assert loaded.campaign == small_campaign()
    told = [(each.code, each.severity, each.place.sheet) for each in loaded.notes]
    assert told in (
        [("sheet-taken-for", Severity.NOTE, new)],
        [],  # only blanks and case differ
    )


def _copied(title: str, *rows: Sequence[object]) -> Change:
    def copy(book: Workbook) -> None:
        made = book.copy_worksheet(sheet(book, NOMINATIONS))
        made.title = title
        book.move_sheet(made, -len(book.sheetnames))
        for row in rows:
            made.append(list(row))

    return copy


@pytest.mark.parametrize("title", ["Đề nghị (2)", "đề nghị.", "Bản lưu", "Ban sao Đề nghị"])
def test_a_copy_that_adds_nothing_is_a_note(title: str, tmp_path: Path) -> None:
    loaded = load_campaign(campaign_folder(tmp_path, _copied(title)), WORDS)

    assert loaded.campaign == small_campaign()
    assert [(each.code, each.place.sheet) for each in loaded.notes] == [("copy-of-sheet", title)]


@pytest.mark.parametrize("title", ["Đề nghị (2)", "đề nghị.", "Bản lưu", "Ban sao Đề nghị"])
def test_a_copy_with_rows_of_its_own_is_asked_about_with_both_places(
    title: str, tmp_path: Path
) -> None:
    folder = campaign_folder(tmp_path, _copied(title, (1, "TT001", "Giấy khen", "tốt")))

    found = problems_of(folder)

    assert list(found) == ["doubled-sheet"]
    (problem,) = found["doubled-sheet"]
    assert (problem.severity, problem.place.sheet) == (Severity.ERROR, title)
    assert "“Đề nghị”" in problem.message
    assert "A3" in problem.message


def _sheet_with(title: str, *rows: Sequence[object]) -> Change:
    def add(book: Workbook) -> None:
        made = book.create_sheet(title)
        for row in rows:
            made.append(list(row))

    return add


# The six heading rows that were seen in real lists, each with one row under it.
REAL: dict[str, list[Sequence[object]]] = {
    "nine columns": [
        ("STT", "Tên gọi", "Tên tập thể/cá nhân/hộ gia đình", "Chức vụ", "Đơn vị công tác",
         "Phân loại khen thưởng", "Danh hiệu thi đua/Hình thức khen thưởng", "Phân loại đối tượng",
         "Lĩnh vực hoạt động"),
        (1, "Ông", "Nguyễn Văn Mới", "Chuyên viên", "Văn phòng", "Cá nhân", "Bằng khen", "Khác", "Quản lý"),
    ],
    "eleven columns": [
        ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Tên phòng ban", "Tên đơn vị", "Địa chỉ",
         "Mã phân loại cán bộ", "Mã hình thức", "Mã danh hiệu"),
        (1, "Nguyễn Văn Mới", "Nam", "01/02/1980", "Chuyên viên", "Phòng A", "Sở B", "Hà Nam", "x", "y", "z"),
    ],
    "two columns": [
        ("TT", "Tập thể, cá nhân đề nghị xét khen thưởng"), ("", "II. Cá nhân"),
        (1, "Ông Nguyễn Văn Mới, Phó Giám đốc Sở Tư pháp"),
    ],
    "seven columns": [
        ("STT", "Họ tên/Tên tập thể", "Đơn vị", "Danh hiệu", "Điểm xét", "Ghi chú", "Người đề nghị"),
        (1, "Nguyễn Văn Mới", "Phòng A", "Giấy khen", 95, "", "Trần Thị B"),
    ],
    "seven others": [
        ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Phân loại cán bộ", "Chức vụ", "Hình thức khen thưởng"),
        (1, "Nguyễn Văn Mới", "NAM", "01/02/1980", None, "Chuyên viên", "Giấy khen"),
    ],
    "eight columns": [
        ("STT", "Phân loại khen thưởng", "Tên cá nhân, tập thể", "Chức vụ", "Đơn vị công tác",
         "Danh hiệu/Hình thức", "Phân loại đối tượng", "Lĩnh vực"),
        (1, "Cá nhân", "Nguyễn Văn Mới", "Chuyên viên", "Phòng A", "Giấy khen", "x", "y"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("title", ["DANHSACH", NOMINATIONS, PEOPLE])
@pytest.mark.parametrize("rows", REAL)
def test_a_units_own_list_is_not_lost_and_the_cause_is_told(
    rows: str, title: str, tmp_path: Path
) -> None:
    campaign_folder(tmp_path)
    (tmp_path / "nominations").mkdir()
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    _sheet_with(title, *REAL[rows])(book)
    book.save(tmp_path / "nominations" / "vp.xlsx")

    told = [each for found in problems_of(tmp_path).values() for each in found]
    errors = [each for each in told if each.severity is Severity.ERROR]

    assert errors
    assert {each.place.file for each in errors} == {"nominations/vp.xlsx"}
    assert all(is_a_sentence(each) for each in errors)


def test_a_list_in_the_main_file_that_is_not_understood_is_an_error(tmp_path: Path) -> None:
    (problem,) = problems_of(
        campaign_folder(tmp_path, _sheet_with("Bổ sung", *REAL["eleven columns"]))
    )["unknown-sheet"]

    assert (problem.severity, problem.place.sheet) == (Severity.ERROR, "Bổ sung")
    assert "“Cá nhân, tập thể”" in problem.hint
    assert "“Loại đối tượng”" in problem.hint


def _only(folder: Path) -> Problem:
    ((problem,),) = problems_of(folder).values()
    return problem


@pytest.mark.parametrize(
    "rows",
    [
        [("Việc cần làm",), ("gọi điện cho đơn vị",), ("xin chữ ký",)],
        [("Tỉnh", "Vùng"), ("Hà Nam", "1"), ("Nam Định", "1")],
        [("Mã", "Nghĩa"), ("A", "tốt"), ("B", "khá")],
    ],
)
def test_notes_and_lookups_stay_notes(rows: list[Sequence[object]], tmp_path: Path) -> None:
    problem = _only(campaign_folder(tmp_path, _sheet_with("Nháp", *rows)))

    assert (problem.code, problem.severity) == ("extra-sheet", Severity.NOTE)


def test_an_empty_sheet_is_no_matter(tmp_path: Path) -> None:
    assert problems_of(campaign_folder(tmp_path, _sheet_with("Sheet3"))) == {}


def test_a_numbered_list_that_is_not_understood_is_a_question(tmp_path: Path) -> None:
    rows = (("STT", "Nội dung công việc"), (1, "họp"), (2, "báo cáo"))

    problem = _only(campaign_folder(tmp_path, _sheet_with("Kế hoạch tuần", *rows)))

    assert (problem.code, problem.severity) == ("unknown-sheet", Severity.WARNING)
