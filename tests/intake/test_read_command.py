"""`vbgen read`: the command, its workbook, its answers, many files at once."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.intake.files import as_excel, as_word

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
HEADING = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu", "Thành tích")
MERIT = "xuất sắc trong phong trào thi đua đợt 1 năm 2022"
Answer = dict[str, Any]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace with the sample alone."""
    (tmp_path / "vbgen.toml").write_text("", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "data").mkdir()
    shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022")
    return tmp_path


def run(office: Path, *arguments: str) -> tuple[int, Answer]:
    done = subprocess.run(
        [sys.executable, "-m", "vbgen", *arguments, "--json"],
        cwd=office,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, json.loads(done.stdout)


def row(*values: object) -> tuple[object, ...]:
    return values


def test_a_list_becomes_rows_of_the_campaign_that_its_check_reads(office: Path) -> None:
    rows = [HEADING, row(1, "Nguyễn Văn Tân", "Chuyên viên", "VP Sở", "GK", MERIT)]
    as_word(office / "vp.docx", rows)
    code, told = run(office, "read", "vp.docx", "--into", "data/ha-nam-2022", "--phase", "1")
    assert (code, len(told["written"])) == (0, 1)
    _code, checked = run(office, "check", "data/ha-nam-2022")
    about = [each for each in checked["problems"] if "đã đọc" in each["place"].get("file", "")]
    assert [each["message"] for each in about if each["severity"] == "error"] == []
    book = openpyxl.load_workbook(office / told["written"][0])
    sheet = book["Danh sách"]
    titles = [cell.value for cell in sheet[1]]
    found = dict(zip(titles, [cell.value for cell in sheet[2]], strict=True))
    assert (found["Họ và tên, tên tập thể *"], found["Đơn vị"]) == (
        "Nguyễn Văn Tân",
        "Văn phòng Sở",
    )
    comment = sheet.cell(2, titles.index("Họ và tên, tên tập thể *") + 1).comment
    assert comment is not None
    assert "vp.docx" in comment.text


def test_a_doubtful_cell_is_coloured_and_stands_in_the_sheet_of_what_to_look_at(
    office: Path,
) -> None:
    rows = [HEADING, row(1, "Nguyễn Văn Tân", "Chuyên viên", "Phòng Lạ", "Sao vàng", MERIT)]
    as_excel(office / "la.xlsx", rows)
    _code, told = run(office, "read", "la.xlsx", "--into", "data/ha-nam-2022", "--phase", "1")
    book = openpyxl.load_workbook(office / told["written"][0])
    sheet = book["Danh sách"]
    titles = [cell.value for cell in sheet[1]]
    unit = sheet.cell(2, titles.index("Đơn vị") + 1)
    assert unit.fill.start_color.rgb == "00FFD966"
    kinds = {each[0].value for each in book["Cần xem"].iter_rows(min_row=2)}
    assert {"Câu hỏi", "Chưa chắc"} <= kinds


def test_what_the_campaign_says_otherwise_is_shown_and_not_written_over(office: Path) -> None:
    rows = [HEADING, row(1, "Trương Văn Bính", "Trưởng phòng", "VP", "GK", MERIT)]
    as_excel(office / "vp.xlsx", rows)
    _code, told = run(office, "read", "vp.xlsx", "--into", "data/ha-nam-2022", "--phase", "2")
    book = openpyxl.load_workbook(office / told["written"][0])
    said = [[str(cell.value) for cell in each] for each in book["Cần xem"].iter_rows(min_row=2)]
    differing = next(each for each in said if each[0] == "Khác dữ liệu đang có")
    assert "Nhân viên lái xe" in differing[2]
    assert "Trưởng phòng" in differing[3]
    titles = [cell.value for cell in book["Danh sách"][1]]
    assert book["Danh sách"].cell(2, titles.index("Chức vụ") + 1).value == "Nhân viên lái xe"


def test_an_answer_is_kept_for_all_lists_with_the_same_headings(office: Path) -> None:
    heading = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")
    for name, person in (("a.xlsx", "Nguyễn Văn Tân"), ("b.xlsx", "Trần Thị Sáu")):
        as_excel(office / name, [heading, row(1, person, "Chuyên viên", "VP")])
    _code, told = run(office, "read", "a.xlsx")
    asked = told["files"][0]["questions"]
    assert [each["code"] for each in asked] == ["honour-not-said"]
    _code, told = run(office, "read", "a.xlsx", "--answer", f"{asked[0]['key']}=LĐTT")
    assert told["files"][0]["questions"] == []
    _code, told = run(office, "read", "b.xlsx")
    assert told["files"][0]["people"][0]["award"]["value"] == "Lao động tiên tiến"


def test_an_unknown_honour_and_an_unknown_column_are_answered_once(office: Path) -> None:
    heading = ("STT", "Họ và tên", "Cột lạ", "Danh hiệu")
    as_excel(office / "a.xlsx", [heading, row(1, "Nguyễn Văn Tân", "Chuyên viên", "Sao vàng")])
    _code, told = run(office, "read", "a.xlsx")
    keys = {each["code"]: each["key"] for each in told["files"][0]["questions"]}
    answers = (f"{keys['honour-unknown']}=Giấy khen", f"{keys['column-unknown']}=Chức vụ")
    _code, told = run(office, "read", "a.xlsx", "--answer", answers[0], "--answer", answers[1])
    person = told["files"][0]["people"][0]
    assert (person["award"]["value"], person["position"]["value"]) == ("Giấy khen", "Chuyên viên")
    assert (person["sureness"], told["files"][0]["questions"]) == ("certain", [])


def test_many_files_are_held_against_each_other(office: Path) -> None:
    folder = office / "gui"
    folder.mkdir()
    rows = [HEADING, row(1, "Nguyễn Văn Tân", "Chuyên viên", "VP", "GK", MERIT)]
    as_word(folder / "vp.docx", rows)
    other = row(1, "Nguyễn Văn Tân", "Trưởng phòng", "VP", "GK", MERIT)
    as_excel(folder / "khac.xlsx", [HEADING, other])
    (folder / "~$vp.docx").write_bytes(b"x")
    (folder / "desktop.ini").write_text("[.ShellClassInfo]", encoding="utf-8")
    _code, told = run(office, "read", "gui", "--into", "data/ha-nam-2022", "--phase", "1")
    assert [each["file"] for each in told["files"]] == ["khac.xlsx", "vp.docx"]
    repeat = told["merged"]["repeats"][0]
    assert (repeat["name"], len(repeat["places"])) == ("Nguyễn Văn Tân", 2)
    assert "Trưởng phòng" in repeat["differing"][0]
    unsent = {each["id"] for each in told["merged"]["unsent"]}
    assert "VP" not in unsent
    assert "KHTC" in unsent


def test_two_files_of_one_name_are_both_read(office: Path) -> None:
    for folder, person in (("a", "Nguyễn Văn Tân"), ("b", "Trần Thị Sáu")):
        (office / folder).mkdir()
        rows = [HEADING, row(1, person, "Chuyên viên", "VP", "GK", MERIT)]
        as_excel(office / folder / "ds.xlsx", rows)
    _code, told = run(office, "read", "a/ds.xlsx", "b/ds.xlsx")
    assert [each["file"] for each in told["files"]] == ["a/ds.xlsx", "b/ds.xlsx"]
    names = [each["people"][0]["full_name"]["value"] for each in told["files"]]
    assert names == ["Nguyễn Văn Tân", "Trần Thị Sáu"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rong.xlsx", b""),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("hong.docx", b"PK\x03\x04hong"),
        ("trang.xls", b"<html><table></table></html>"),
        ("la.bin", b"\0\1\2" * 100),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_stops_no_other(
    name: str, content: bytes, office: Path
) -> None:
    (office / name).write_bytes(content)
    rows = [HEADING, row(1, "Nguyễn Văn Tân", "Chuyên viên", "VP", "GK", MERIT)]
    as_excel(office / "tot.xlsx", rows)
    code, told = run(office, "read", name, "tot.xlsx")
    assert code == 2
    assert told["problems"][0]["place"]["file"] == name
    assert [each["seen"] for each in told["files"]] == [0, 1]
    assert told["files"][0]["left"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("abc;def\nx;y\nz;t\n", "list-unread"),
        ("H? và tên;Ch?c v?;??n v?\nNguy?n V?n Ân;Tr??ng thôn;Thôn An Th?nh\n", "letters-lost"),
    ],
)
def test_a_table_of_which_nobody_is_read_is_an_error_with_its_cause(
    text: str, code: str, office: Path
) -> None:
    (office / "ds.csv").write_text(text, "utf-8")
    exit_code, told = run(office, "read", "ds.csv")
    assert exit_code == 2
    [problem] = told["problems"]
    assert (problem["code"], problem["place"]["sheet"]) == (code, "ds")


@pytest.mark.parametrize(
    ("kind", "part", "column"),
    [
        ("award-decision", "nominee", "Danh hiệu, hình thức được tặng"),
        ("nomination-list", "nominee", "Danh hiệu, hình thức đề nghị"),
        ("council-minutes", "named", ""),
    ],
)
def test_a_file_is_read_as_the_kind_that_is_said(
    kind: str, part: str, column: str, office: Path
) -> None:
    as_excel(
        office / "a.xlsx", [HEADING, row(1, "Nguyễn Văn Tân", "Chuyên viên", "VP", "GK", MERIT)]
    )
    into = ("--into", "data/ha-nam-2022", "--phase", "1")
    _code, told = run(office, "read", "a.xlsx", "--as", kind, *into)
    assert [each["part"] for each in told["files"][0]["people"]] == [part]
    said = {}
    for name in told["written"]:
        sheet = openpyxl.load_workbook(office / name)["Danh sách"]
        said = {
            str(cell.value): below.value for cell, below in zip(sheet[1], sheet[2], strict=True)
        }
    assert [title for title, value in said.items() if value == "Giấy khen"] == [column] * bool(
        column
    )


def test_a_kind_of_papers_that_there_is_not_is_refused_by_its_name(office: Path) -> None:
    as_excel(office / "a.xlsx", [HEADING])
    code, told = run(office, "read", "a.xlsx", "--as", "quyet-dinh-khen")
    assert code == 2
    assert "“quyet-dinh-khen”" in told["message"]


def test_no_file_and_an_answer_without_a_sign_are_wrong_usage(office: Path) -> None:
    assert run(office, "read")[0] == 2
    assert run(office, "read", "a.xlsx", "--answer", "abc")[0] == 2
