"""Lists of people of every layout: everybody right, or asked; nobody wrong in silence."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.styles import Font

from tests.intake.files import as_csv, as_excel, as_ods, as_word, as_xls
from tests.intake.fourth_unseen_layouts import FOURTH_UNSEEN
from tests.intake.layouts import LAYOUTS, Layout
from tests.intake.second_unseen_layouts import MORE_UNSEEN
from tests.intake.third_unseen_layouts import THIRD_UNSEEN
from tests.intake.unseen_layouts import UNSEEN
from tests.vocabulary import WORDS
from vbgen.campaign import write_nomination_form
from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.births import birth_year
from vbgen.intake.reading import read_file
from vbgen.intake.values import FileReading
from vbgen.office.setting.workspace import find_workspace

DAY = date(2026, 11, 29)
Write = Callable[..., Path]
WRITERS = {"docx": as_word, "xlsx": as_excel}
SETS = (UNSEEN, MORE_UNSEEN, THIRD_UNSEEN, FOURTH_UNSEEN)
UNMERGED = [each for each in LAYOUTS if not each.merges]


@pytest.fixture(scope="session")
def known() -> KnownOffice:
    """An office that knows the honours of the law and nobody else."""
    return KnownOffice(find_workspace(Path(__file__).parent).words(DAY), DAY)


def read(path: Path, known: KnownOffice) -> FileReading:
    return read_file(path, path.name, known)


def wrongs(reading: FileReading, layout: Layout) -> list[str]:
    """What is wrong and not doubtful, who is missing, and who stands in no list."""
    found = list(reading.people)
    if len(found) != len(layout.people):
        return [f"{len(found)} người: {[each['full_name'] for each in found]}"]
    wrong = []
    for person, expected in zip(found, layout.people, strict=True):
        for name, value in expected.items():
            read = person.fields.get(name)
            if read is None or (read.value != value and not read.doubts):
                wrong.append(f"{expected['full_name']}: {name}={person[name]!r}, cần {value!r}")
    return wrong


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_nobody_is_lost_or_wrong_in_silence(
    layout: Layout, form: str, known: KnownOffice, tmp_path: Path
) -> None:
    path = tmp_path / f"danh-sach.{form}"
    WRITERS[form](path, layout.rows, layout.merges, before=layout.before, after=layout.after)
    reading = read(path, known)
    assert wrongs(reading, layout) == []
    asked = {each.code for each in reading.questions}
    assert set(layout.codes) <= asked
    if not layout.asks:
        assert [each.fields for each in reading.doubtful] == []
        assert asked <= set(layout.codes)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("layouts", SETS, ids=["first", "second", "third", "fourth"])
def test_of_agencies_not_seen_before_nearly_everybody_is_right_without_a_question(
    layouts: tuple[Layout, ...], form: str, known: KnownOffice, tmp_path: Path
) -> None:
    """At least 97 of 100 whole and right, and nobody wrong without a doubt."""
    right = []
    for number, layout in enumerate(layouts):
        path = tmp_path / f"{number}.{form}"
        WRITERS[form](path, layout.rows, layout.merges, before=layout.before, after=layout.after)
        reading = read(path, known)
        assert wrongs(reading, layout) == []
        right += [each.is_certain and not reading.questions for each in reading.people]
    assert sum(right) >= 0.97 * sum(len(layout.people) for layout in layouts)


@pytest.mark.parametrize(("form", "write"), [("xls", as_xls), ("ods", as_ods)])
@pytest.mark.parametrize("layout", UNMERGED[::4], ids=lambda layout: layout.name)
def test_a_workbook_of_another_program_is_read_as_one_of_excel(
    layout: Layout, form: str, write: Write, known: KnownOffice, tmp_path: Path
) -> None:
    path = write(
        tmp_path / f"danh-sach.{form}", layout.rows, before=layout.before, after=layout.after
    )
    assert wrongs(read(path, known), layout) == []


def test_the_layouts_are_at_least_forty() -> None:
    assert len({layout.name for layout in LAYOUTS}) >= 40


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_file_is_read_in_its_encoding(
    encoding: str, sign: str, known: KnownOffice, tmp_path: Path
) -> None:
    layout = LAYOUTS[0]
    path = as_csv(tmp_path / "danh-sach.csv", layout.rows, encoding=encoding, sign=sign)
    assert wrongs(read(path, known), layout) == []


@pytest.mark.parametrize(("day", "is_doubtful"), [(DAY, True), (date(2027, 1, 1), False)])
def test_who_was_born_in_the_year_of_reading_is_on_no_list(day: date, is_doubtful: bool) -> None:
    year, doubt = birth_year("01/02/2026", day)
    assert (year, bool(doubt)) == (2026, is_doubtful)


def test_what_a_unit_left_of_the_form_s_example_is_doubtful(
    tmp_path: Path, known: KnownOffice
) -> None:
    write_nomination_form(tmp_path / "units.xlsx", WORDS)
    book = openpyxl.load_workbook(tmp_path / "units.xlsx")
    row = book["Cá nhân, tập thể"][2]
    row[0].value, row[3].value = "CN1", "Lò Văn Pẩn"
    book.save(tmp_path / "units.xlsx")
    [person] = read(tmp_path / "units.xlsx", known).people
    assert not person.fields["full_name"].doubts
    assert person.fields["position"].doubts == ("“Chuyên viên” còn nguyên ví dụ của mẫu",)


STRUCK = (
    ("STT", "Họ và tên", "Đơn vị", "Hình thức"),
    (1, "Nguyễn Văn An", "Văn phòng", "Giấy khen"),
    (2, "Trần Thị Bình", "Văn phòng", "Giấy khen"),
    (3, "Lê Văn Cường", "Văn phòng", "Giấy khen"),
)


@pytest.mark.parametrize("form", WRITERS)
def test_somebody_in_a_row_that_is_struck_through_is_asked_about(
    form: str, known: KnownOffice, tmp_path: Path
) -> None:
    path = WRITERS[form](tmp_path / f"danh-sach.{form}", STRUCK)
    _strike(path, 2)
    reading = read(path, known)
    doubted = {
        str(each["full_name"]): "gạch ngang" in " ".join(each.fields["full_name"].doubts)
        for each in reading.people
    }
    assert doubted == {"Nguyễn Văn An": False, "Trần Thị Bình": True, "Lê Văn Cường": False}


def _strike(path: Path, row: int) -> None:
    """Strike a row of the table through, counted from 0."""
    if path.suffix == ".docx":
        document = Document(str(path))
        for word_cell in document.tables[0].rows[row].cells:
            word_cell.paragraphs[0].runs[0].font.strike = True
        document.save(str(path))
        return
    book = load_workbook(path)
    for cell in book.worksheets[0][row + 1]:
        cell.font = Font(strike=True)
    book.save(path)
