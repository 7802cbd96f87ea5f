"""Wrong sheets and cells: each is told with its place, what was found, and what to do."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.campaign.files import Change, campaign_folder, put, sheet
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.errors import ProblemsFoundError, Severity

PEOPLE, UNITS, PHASES = "Cá nhân, tập thể", "Đơn vị", "Các đợt"
INDICATORS, AGENCY, NOMINATIONS = "Chỉ tiêu nhiệm vụ", "Cơ quan", "Đề nghị"


def _without(title: str) -> Change:
    return lambda book: book.remove(sheet(book, title))


def _renamed(title: str, other: str) -> Change:
    return lambda book: setattr(sheet(book, title), "title", other)


def _again(title: str) -> Change:
    def again(book: openpyxl.Workbook) -> None:
        copy = book.copy_worksheet(sheet(book, title))
        copy.title = f"{title.upper()}."
        copy["B2"].value = "Phòng khác"

    return again


def _without_column(title: str, number: int) -> Change:
    return lambda book: sheet(book, title).delete_cols(number)


def _without_heading(title: str) -> Change:
    return lambda book: sheet(book, title).delete_rows(1)


ERRORS: list[tuple[str, Change, str, str, str, str]] = [
    ("a required cell is empty", put(PEOPLE, "B2", None), "missing-value", PEOPLE, "B2", "chưa ghi"),
    ("a required cell holds blanks", put(PEOPLE, "D2", "  \u00a0 "), "missing-value", PEOPLE, "D2", "bắt buộc"),
    ("a required line is empty", put(AGENCY, "B3", None), "missing-value", AGENCY, "B3", "SỞ CÔNG THƯƠNG"),
    ("no such day", put(PHASES, "B2", "31/02/2022"), "cell-not-a-date", PHASES, "B2", "“31/02/2022”"),
    ("month before day", put(PHASES, "B2", "06/30/2022"), "cell-not-a-date", PHASES, "B2", "ngày trước, tháng sau"),
    ("a year of two digits", put(PHASES, "B2", "1/1/22"), "cell-not-a-date", PHASES, "B2", "bốn chữ số"),
    ("a year for a day", put(PHASES, "B2", 2022), "cell-not-a-date", PHASES, "B2", "số 2022"),
    ("a number too large for a day", put(PHASES, "B2", 20220105), "cell-not-a-date", PHASES, "B2", "dd/mm/yyyy"),
    ("words for a day", put(PHASES, "C2", "cuối tháng sáu"), "cell-not-a-date", PHASES, "C2", "dd/mm/yyyy"),
    ("truth for a day", put(PHASES, "C2", True), "cell-not-a-date", PHASES, "C2", "không phải là ngày"),
    ("words for a number", put(INDICATORS, "D2", "nhiều"), "cell-not-a-number", INDICATORS, "D2", "“nhiều”"),
    ("two commas", put(INDICATORS, "D2", "1,5,2"), "cell-not-a-number", INDICATORS, "D2", "“1,5,2”"),
    ("a day for a number", put(INDICATORS, "D2", datetime(2022, 5, 1, tzinfo=UTC).replace(tzinfo=None), "dd/mm/yyyy"),
     "cell-not-a-number", INDICATORS, "D2", "01/05/2022"),
    ("truth for a number", put(UNITS, "D2", False), "cell-not-a-number", UNITS, "D2", "số nguyên"),
    ("a fraction for a count", put(UNITS, "D2", 7.5), "cell-not-whole", UNITS, "D2", "7,5"),
    ("a negative count", put(UNITS, "D2", -3), "value-too-small", UNITS, "D2", "ít nhất là 0"),
    ("seven decimals", put(INDICATORS, "E2", 7), "value-too-large", INDICATORS, "E2", "nhiều nhất là 6"),
    ("a birth year of 1850", put(PEOPLE, "F2", 1850), "value-too-small", PEOPLE, "F2", "1900"),
    ("a day of birth for its year", put(PEOPLE, "F2", "12/05/1985"), "cell-not-a-number", PEOPLE, "F2", "1985"),
    ("a choice outside the list", put(PEOPLE, "E2", "Gái"), "cell-not-in-list", PEOPLE, "E2", "“Nữ”"),
    ("a misspelt choice", put(PEOPLE, "B2", "Cá nhâm"), "cell-not-in-list", PEOPLE, "B2", "Có phải là “Cá nhân”?"),
    ("neither yes nor no", put(PEOPLE, "J2", "có lẽ"), "cell-not-yes-or-no", PEOPLE, "J2", "Có hoặc Không"),
    ("Excel made a day of a text", put(PEOPLE, "G2", datetime(2022, 7, 18, tzinfo=UTC).replace(tzinfo=None), "d/m/yy"),
     "cell-not-text", PEOPLE, "G2", "18/07/2022"),
    ("truth for a text", put(PEOPLE, "G2", True), "cell-not-text", PEOPLE, "G2", "kiểu ô là Text"),
    ("#N/A", put(PEOPLE, "D2", "#N/A"), "cell-error", PEOPLE, "D2", "#N/A"),
    ("#REF!", put(INDICATORS, "D2", "#REF!"), "cell-error", INDICATORS, "D2", "#REF!"),
    ("a formula never computed", put(PEOPLE, "D2", "=B2&C2"), "formula-without-value", PEOPLE, "D2", "bấm Lưu"),
    ("a bell in a name", put(PEOPLE, "D2", "Nguyễn_x0007_Thị"), "control-character", PEOPLE, "D2", "U+0007"),
    ("an unknown unit", put(PEOPLE, "H2", "PKT"), "unknown-reference", PEOPLE, "H2", "“PKT”"),
    ("a near unit", put(PEOPLE, "H2", "VPP"), "unknown-reference", PEOPLE, "H2", "Có phải là “VP”?"),
    ("an unknown nominee", put(NOMINATIONS, "B2", "CN999"), "unknown-reference", NOMINATIONS, "B2", "“CN999”"),
    ("an unknown phase", put(NOMINATIONS, "A2", 3), "unknown-reference", NOMINATIONS, "A2", "“3”"),
    ("an id twice", put(PEOPLE, "A3", "CN001"), "doubled-key", PEOPLE, "A3", "đã có ở trang “Cá nhân, tập thể” › ô A2"),
    ("an end before its start", put(PHASES, "C2", "01/12/2021"), "reversed-period", PHASES, "C2", "trước"),
    ("a required column is missing", _without_column(UNITS, 2), "missing-column", UNITS, "A1", "“Tên đơn vị”"),
    ("a near heading over data", put(PEOPLE, "E1", "Giới tích"), "unknown-heading", PEOPLE, "E1", "“Giới tính”"),
    ("a near sheet with rows", _renamed("Kính gửi", "Kính gởi"), "unknown-sheet", "Kính gởi", "", "“Kính gửi”"),
    ("a heading twice", put(UNITS, "C1", "Tên đơn vị"), "doubled-heading", UNITS, "C1", "hai lần"),
    ("a name of a line twice", put(AGENCY, "A4", "Tên cơ quan"), "doubled-heading", AGENCY, "A4", "ô A3"),
    ("no heading at all", _without_heading(UNITS), "missing-heading", UNITS, "", "hàng tiêu đề"),
    ("a required sheet is missing", _without(AGENCY), "missing-sheet", "", "", "“Cơ quan”"),
    ("a sheet twice", _again(UNITS), "doubled-sheet", "ĐƠN VỊ.", "", "“Đơn vị”"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "title", "cell", "words"), [case[1:] for case in ERRORS],
                         ids=[case[0] for case in ERRORS])  # fmt: skip
def test_a_wrong_cell_is_told_with_its_place(
    change: Change, code: str, title: str, cell: str, words: str, tmp_path: Path
) -> None:
    found = problems_of(campaign_folder(tmp_path, change))

    assert code in found, found
    problem = found[code][0]
    assert (problem.place.file, problem.place.sheet, problem.place.cell) == (
        "campaign.xlsx",
        title,
        cell,
    )
    assert words in f"{problem.message} {problem.hint}"
    assert is_a_sentence(problem)
    assert problem.severity is Severity.ERROR


WARNINGS: list[tuple[str, Change, str, str, str, str]] = [
    ("an extra heading", put(UNITS, "F1", "Ghi thêm"), "extra-heading", UNITS, "F1", "ngoài mẫu"),
    (
        "an extra sheet",
        lambda book: book.create_sheet("Nháp").append(["abc"]),
        "extra-sheet",
        "Nháp",
        "",
        "bỏ qua",
    ),
    (
        "a number with two meanings",
        put(INDICATORS, "D2", "4.401"),
        "number-ambiguous",
        INDICATORS,
        "D2",
        "4,401",
    ),
    ("a fraction for a text", put(PEOPLE, "G2", 1.5), "text-from-number", PEOPLE, "G2", "“1,5”"),
    (
        "TCVN3, perhaps",
        put(PEOPLE, "D2", "Lª Vò Nguyễn"),
        "charset-doubtful",
        PEOPLE,
        "D2",
        "giữ nguyên",
    ),
    (
        "a changed example",
        put(UNITS, "A2", "(ví dụ) KT"),
        "changed-example",
        UNITS,
        "A2",
        "bị bỏ qua",
    ),
]


@pytest.mark.parametrize(("change", "code", "title", "cell", "words"), [case[1:] for case in WARNINGS],
                         ids=[case[0] for case in WARNINGS])  # fmt: skip
def test_a_doubtful_cell_is_told_and_stops_nothing(
    change: Change, code: str, title: str, cell: str, words: str, tmp_path: Path
) -> None:
    found = problems_of(campaign_folder(tmp_path, change))

    assert code in found, found
    problem = found[code][0]
    assert (problem.place.sheet, problem.place.cell) == (title, cell)
    assert words in f"{problem.message} {problem.hint}"
    assert is_a_sentence(problem)
    assert problem.severity is not Severity.ERROR


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        for change in (
            put(PEOPLE, "E2", "?"),
            put(PEOPLE, "F2", "?"),
            put(UNITS, "D2", "?"),
            put(PHASES, "B2", "?"),
        ):
            change(book)

    with pytest.raises(ProblemsFoundError) as raised:
        load_campaign(campaign_folder(tmp_path, spoil), WORDS)

    cells = [(problem.place.sheet, problem.place.cell) for problem in raised.value.problems]
    assert cells == [(UNITS, "D2"), (PHASES, "B2"), (PEOPLE, "E2"), (PEOPLE, "F2")]
    assert str(raised.value) == "Dữ liệu có 4 lỗi cần sửa."
    assert raised.value.exit_code == 1


def test_a_wrong_value_does_not_hide_a_dangling_one_in_the_same_row(tmp_path: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        for change in (put(PEOPLE, "E2", "?"), put(PEOPLE, "H2", "PKT")):
            change(book)

    assert set(problems_of(campaign_folder(tmp_path, spoil))) == {
        "cell-not-in-list",
        "unknown-reference",
    }


def test_two_ids_that_cannot_be_read_are_not_the_same_id_twice(tmp_path: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        for change in (put(PEOPLE, "A2", "=1+1"), put(PEOPLE, "A3", "=1+1")):
            change(book)

    assert list(problems_of(campaign_folder(tmp_path, spoil))) == ["formula-without-value"]


def test_a_period_half_read_is_not_reversed(tmp_path: Path) -> None:
    assert list(problems_of(campaign_folder(tmp_path, put(PHASES, "B2", "31/02/2022")))) == [
        "cell-not-a-date"
    ]


def test_a_row_that_cannot_be_read_does_not_make_its_references_wrong(tmp_path: Path) -> None:
    found = problems_of(campaign_folder(tmp_path, put(UNITS, "D2", "bảy")))

    assert list(found) == ["cell-not-a-number"]


def test_an_id_that_cannot_be_read_does_not_make_its_references_wrong(tmp_path: Path) -> None:
    found = problems_of(campaign_folder(tmp_path, put(UNITS, "A2", "=1+1")))

    assert list(found) == ["formula-without-value"]
