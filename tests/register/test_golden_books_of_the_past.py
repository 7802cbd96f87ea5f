"""A golden book of past years, written over: the register, the proofs and the checks know it from then on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from sqlalchemy import text

from tests.register.golden_rows import BOOK, FIRST, SECOND, certificate, decision, written
from tests.register.issuing_desks import desk_on
from tests.register.papers import PEOPLE, intent, issue, stamp
from tests.register.snapshots import lose, put_back, snapshot, tables_of
from vbgen.errors import ProblemsFoundError, UnreadableFileError
from vbgen.office.issuing.desk import Desk
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.recovering import Recovering
from vbgen.office.registry.registering import change
from vbgen.register import Filter, Numbering, Register, Relation, State
from vbgen.register.entering.golden_sheets import read_golden
from vbgen.register.entering.past import PastBook
from vbgen.register.entering.past_entries import PastEntry
from vbgen.register.numbers import GoldenHabit
from vbgen.register.sheets import read_past

HEADINGS = ("Số sổ vàng", "Họ và tên", "Đơn vị", "Danh hiệu", "Thành tích", "Số QĐ", "Ngày QĐ")


def numbers(register: Register) -> list[tuple[str, str, int]]:
    return [(row.reference, row.series, row.number) for row in register.golden_book()]


def test_certificates_stand_with_decisions_that_the_register_gets(register: Register) -> None:
    written(register, BOOK)
    assert numbers(register) == [
        ("03/QĐ-SCT:1", "so-vang", 1),
        ("03/QĐ-SCT:2", "so-vang", 2),
        ("09/QĐ-SCT:1", "so-vang", 3),
    ]
    [first, second] = register.entries(Filter())
    assert (first.cited, first.state) == ("Quyết định số 03/QĐ-SCT ngày 14/01/2022", State.PAST)
    assert second.note == "Ghi theo sổ vàng"
    assert register.golden_book(name="cam thi bich")[0].state is State.ISSUED


def test_a_decision_of_the_register_is_not_entered_twice(register: Register) -> None:
    known = PastEntry(3, "QĐ-SCT", FIRST.day, "tặng danh hiệu", type_name="Quyết định")
    filled = [PastEntry(n, "TB-SCT", date(2022, 1, 5), "nghỉ lễ") for n in (1, 2)]
    register.import_past([*filled, known], PastBook("SCT", Numbering(), stamp(), "so.xlsx"))
    written(register, BOOK[:2])
    [row, _second] = register.golden_book()
    assert register.entry(row.document).subject == "tặng danh hiệu"
    assert len(register.entries(Filter())) == 3


def test_later_certificates_go_on_from_the_book(register: Register) -> None:
    running = Numbering(golden_book=GoldenHabit.RUNNING)
    written(register, BOOK, running)
    assert register.reserve(intent(people=PEOPLE), stamp()).golden_first == 4


@pytest.mark.parametrize(
    ("day", "given", "series"),
    [
        (date(2022, 6, 30), (1, 2), "so-vang"),
        (date(2022, 6, 30), (1, 1), "quyet-dinh"),
        (date(2025, 6, 30), (1, 1), "quyet-dinh"),
        (date(2025, 6, 30), (1, 2), "so-vang"),
        (date(2025, 6, 30), (None, None), "quyet-dinh"),
    ],
)
def test_the_book_itself_tells_how_it_numbers(
    day: date, given: tuple[int | None, int | None], series: str, register: Register
) -> None:
    rows = [
        certificate(f"Người {at}", number, decision(at, day))
        for at, number in enumerate(given, start=1)
    ]
    written(register, rows)
    assert {row.series for row in register.golden_book()} == {series}


def test_what_cannot_be_written_is_told_at_once_and_nothing_is(register: Register) -> None:
    issue(register, people=PEOPLE)
    own = PastEntry(1, "QĐ-SCT", date(2026, 3, 5), "")
    rows = [
        certificate("A", 1, FIRST),
        certificate("B", 1, FIRST),
        certificate("C", None, FIRST),
        certificate("D", 4, decision(9, date(2022, 7, 1))),
        certificate("E", 5, SECOND),
        certificate("F", 1, own),
    ]
    with pytest.raises(ProblemsFoundError) as refused:
        register.golden_looked(rows, "SCT", Numbering())
    assert [(one.code, one.place.cell) for one in refused.value.problems] == [
        ("golden-number-taken", "A"),
        ("golden-number-taken", "B"),
        ("golden-number-missing", "C"),
        ("golden-day-differs", ""),
        ("golden-there-already", ""),
    ]
    assert len(register.golden_book()) == 2


def test_a_book_is_not_written_twice_nor_without_agreement(register: Register) -> None:
    with pytest.raises(ProblemsFoundError) as asked:
        register.import_golden(BOOK, PastBook("SCT", Numbering(), stamp(), "so.xlsx"))
    assert {one.code for one in asked.value.problems} == {"golden-decision-new", "import-hole"}
    assert not register.entries(Filter())
    written(register, BOOK)
    with pytest.raises(ProblemsFoundError) as refused:
        register.golden_looked(BOOK, "SCT", Numbering())
    codes = [one.code for one in refused.value.problems]
    assert codes[:2] == ["golden-there-already"] * 2


def test_a_certificate_of_the_past_is_withdrawn_like_any_other(register: Register) -> None:
    written(register, BOOK)
    [old, later] = register.entries(Filter())
    register.link(old.id, later.id, Relation.WITHDRAWS, stamp(), [2])
    assert [row.state for row in register.golden_book(document=old.id)] == [
        State.ISSUED,
        State.WITHDRAWN,
    ]


def test_cells_are_read_as_offices_write_them() -> None:
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append(["SỔ VÀNG NĂM 2021"])
    sheet.append(
        ["Số sổ vàng", "Họ và tên", "Chức vụ, đơn vị", "Hình thức", "Năm", "Quyết định số"]
    )
    sheet.append(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"])
    cited = "Quyết định số 245/QĐ-SCT ngày 15 tháng 01 năm 2022"
    sheet.append(["07", "Ông  Lò Văn An", "Trưởng phòng", "Giấy khen", 2021, cited])
    sheet.append(["08", "Bà Cầm Thị Bích", "Kế toán", "Giấy khen", 2021, None])
    sheet.merge_cells("F4:F5")
    rows = read_golden(_bytes(book), "so.xlsx", {})
    assert [(row.number, row.honoured.name, row.honoured.merit) for row in rows] == [
        (7, "Ông Lò Văn An", "năm 2021"),
        (8, "Bà Cầm Thị Bích", "năm 2021"),
    ]
    assert {(row.decision.code, row.decision.day) for row in rows} == {
        ("245/QĐ-SCT", date(2022, 1, 15))
    }


def test_wrong_cells_are_told_all_at_once() -> None:
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append(HEADINGS)
    sheet.append(["bảy", "", "Văn phòng", "Giấy khen", "", "245/QĐ-SCT", "31/02/2022"])
    sheet.append([8, "Lò Văn An", "Văn phòng", "", "", "quyết định cũ", "15/01/2022"])
    with pytest.raises(ProblemsFoundError) as refused:
        read_golden(_bytes(book), "so.xlsx", {})
    assert [(one.code, one.place.cell) for one in refused.value.problems] == [
        ("golden-cell-empty", "B2"),
        ("cell-not-a-number", "A2"),
        ("cell-not-a-date", "G2"),
        ("golden-cell-empty", "D3"),
        ("cell-not-a-code", "F3"),
    ]


def test_errors_of_excel_are_no_names_and_a_cell_far_off_makes_no_cells_between() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["Số vào sổ", "Họ và tên", "Danh hiệu", "Số quyết định", "Ngày quyết định"])
    sheet.append([1, "Lê Văn Ba", "Giấy khen", "12/QĐ-SCT", "15/12/2021"])
    sheet["XFD1048576"] = "x"
    assert [row.honoured.name for row in read_golden(_bytes(book), "so.xlsx", {})] == ["Lê Văn Ba"]
    for column, value in enumerate([2, "#N/A", "#REF!", "12/QĐ-SCT", "15/12/2021"], 1):
        sheet.cell(3, column, value)
    with pytest.raises(ProblemsFoundError) as fault:
        read_golden(_bytes(book), "so.xlsx", {})
    found = [(one.code, one.place.cell) for one in fault.value.problems]
    assert found == [("cell-error", "B3"), ("cell-error", "C3")]


OUTGOING = ("Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản")


@pytest.mark.parametrize(
    ("read", "headings"),
    [(read_golden, HEADINGS), (read_past, OUTGOING)],
    ids=["golden book", "outgoing register"],
)
def test_a_book_of_headings_alone_is_told(
    read: Callable[[bytes, str, Mapping[str, str]], object],
    headings: Sequence[str],
) -> None:
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append(headings)
    sheet.append([f"({at})" for at, _heading in enumerate(headings, 1)])
    with pytest.raises(ProblemsFoundError, match="không có dòng nào") as refused:
        read(_bytes(book), "so.xlsx", {})
    [problem] = refused.value.problems
    assert (problem.code, problem.place.file, bool(problem.hint)) == ("book-empty", "so.xlsx", True)


def test_every_sheet_of_an_outgoing_register_is_read() -> None:
    book = Workbook()
    for year in (2020, 2021):
        sheet: Any = book.create_sheet(str(year))
        sheet.append(OUTGOING)
        sheet.append(["01/QĐ-SCT", f"05/01/{year}", "Quyết định về việc khen thưởng"])
    assert [entry.day.year for entry in read_past(_bytes(book), "so.xlsx", {})] == [2020, 2021]


def test_a_workbook_damaged_inside_is_told(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Họ và tên"])  # type: ignore[union-attr]
    path = tmp_path / "so.xlsx"
    book.save(path)
    with ZipFile(path) as whole, BytesIO() as target:
        with ZipFile(target, "w") as broken:
            for name in whole.namelist():
                data = whole.read(name).replace(b'<c r="A1"', b'<c s="99" r="A1"')
                broken.writestr(name, data)  # a look that the workbook has not
        with pytest.raises(UnreadableFileError):
            read_golden(target.getvalue(), "so.xlsx", {})


def _bytes(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def booked(url: str, folder: Path, opened: Callable[[str], Register]) -> Desk:
    """A desk whose register has the book, numbers left out of it and a certificate withdrawn."""
    desk = desk_on(opened(url), folder)
    desk.enter_archive()
    rows = (*BOOK, certificate("Tổ Hành chính", 7, SECOND))
    written(desk.register, rows, keep=desk.archive.put)
    desk.mirror()
    [old, later] = desk.register.entries(Filter())
    change(desk, old, later, Relation.WITHDRAWS, "Kê khai sai", (2,))
    return desk


def found(desk: Desk) -> set[str]:
    return {problem.code for problem in verify(desk.register, desk.archive).problems}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE golden_book SET name = 'Ông Lò Văn Ân', plain_name = 'ong lo van an' WHERE number = 1",
        "UPDATE golden_book SET award = 'Chiến sĩ thi đua cơ sở' WHERE number = 1",
        "UPDATE golden_book SET number = 8 WHERE number = 7",
        "UPDATE golden_book SET state = 'issued', ended_by = NULL WHERE number = 2",
        "DELETE FROM golden_book WHERE number = 3",
        "DELETE FROM golden_book",
    ],
)
def test_the_audit_finds_every_tamper_with_the_book(
    statement: str, database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    desk = booked(database_url, tmp_path, opened)
    assert found(desk) == set()
    with desk.register.database.writing() as connection:
        connection.execute(text(statement))
    assert "row-changed" in found(desk)


@pytest.mark.parametrize("is_lost", [True, False])
def test_the_book_comes_back_from_the_archive(
    is_lost: bool, database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    old = snapshot(database_url, tmp_path)
    desk = booked(database_url, tmp_path, opened)
    before = tables_of(desk.register)
    if is_lost:
        lose(database_url)
    else:
        put_back(database_url, old)
    desk = desk_on(opened(database_url), tmp_path)
    done = Recovering(desk.register, desk.archive, desk.out).run(desk.stamp())
    assert done.audit.is_sound
    assert tables_of(desk.register) == before
