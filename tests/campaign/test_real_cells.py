"""Cells as clerks type them are read right, and every change to what was typed is told."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, put, sheet, store_result
from tests.campaign.telling import is_a_sentence
from tests.vocabulary import WORDS
from vbgen.campaign import Loaded, inspect_campaign, load_campaign
from vbgen.errors import Severity

PEOPLE, UNITS, PHASES, INDICATORS = "Cá nhân, tập thể", "Đơn vị", "Các đợt", "Chỉ tiêu nhiệm vụ"
_DAY = datetime(2022, 1, 1)  # noqa: DTZ001 - a day in a cell

CELLS: list[tuple[str, str, object, str, object, str]] = [
    # sheet, cell, typed, number format, read, what is told
    (INDICATORS, "D2", "35.981,0", "@", Decimal("35981.0"), "number-from-text"),
    (INDICATORS, "D2", "35981", "@", Decimal(35981), "number-from-text"),
    (INDICATORS, "D2", "1 234 567", "@", Decimal(1234567), "number-from-text"),
    (INDICATORS, "D2", "1,234.5", "@", Decimal("1234.5"), "number-from-text"),
    (INDICATORS, "D2", "4.401", "@", Decimal(4401), "number-ambiguous"),
    (INDICATORS, "D2", "4,401", "@", Decimal("4.401"), "number-ambiguous"),
    (INDICATORS, "D2", "0,5", "@", Decimal("0.5"), "number-from-text"),
    (INDICATORS, "D2", "-3,50", "@", Decimal("-3.50"), "number-from-text"),
    (INDICATORS, "D2", "12%", "@", Decimal(12), "percent-read"),
    (INDICATORS, "D2", 0.12, "0%", Decimal(12), "percent-read"),
    (INDICATORS, "D2", 0.125, "0.0%", Decimal("12.5"), "percent-read"),
    (INDICATORS, "D2", 174186, "#,##0.0", Decimal("174186.0"), ""),
    (INDICATORS, "D2", 174186, "General", Decimal(174186), ""),
    (INDICATORS, "D2", 0.1 + 0.2, "General", Decimal("0.3"), ""),
    (INDICATORS, "D2", 1234.5, '#,##0.00" tỷ";[Red]-#,##0.00', Decimal("1234.50"), ""),
    (UNITS, "D2", "05", "@", 5, "number-from-text"),
    (UNITS, "D2", 7.0, "0.00", 7, ""),
    (UNITS, "A2", "VP", "General", "VP", ""),
    (UNITS, "C2", 1, "General", "1", "text-from-number"),
    (UNITS, "C2", 2022.0, "General", "2022", "text-from-number"),
    (UNITS, "C2", 5, "000", "005", "text-from-number"),
    (UNITS, "C2", "05", "@", "05", ""),
    (PHASES, "B2", _DAY, "dd/mm/yyyy", date(2022, 1, 1), ""),
    (PHASES, "B2", _DAY, "m/d/yy", date(2022, 1, 1), ""),
    (PHASES, "B2", "05/03/2022", "@", date(2022, 3, 5), "date-from-text"),
    (PHASES, "B2", "5-3-2022", "@", date(2022, 3, 5), "date-from-text"),
    (PHASES, "B2", "ngày 05 tháng 3 năm 2022", "@", date(2022, 3, 5), "date-from-text"),
    (PHASES, "B2", "2022-03-05", "@", date(2022, 3, 5), "date-from-text"),
    (PHASES, "B2", 44562, "General", date(2022, 1, 1), "date-from-serial"),
    (PHASES, "B2", datetime(2022, 1, 1, 8, 30), "dd/mm/yyyy", date(2022, 1, 1), "hour-dropped"),  # noqa: DTZ001
    (PEOPLE, "J2", "x", "@", True, "truth-read"),
    (PEOPLE, "J2", "có", "@", True, "truth-read"),
    (PEOPLE, "J2", "Có", "@", True, ""),
    (PEOPLE, "J2", True, "General", True, ""),
    (PEOPLE, "J2", 0, "General", False, "truth-read"),
    (PEOPLE, "J2", "✓", "@", True, "truth-read"),
    (PEOPLE, "E2", "nữ", "@", "female", "choice-read"),
    (PEOPLE, "E2", "NU", "@", "female", "choice-read"),
    (PEOPLE, "E2", "female", "@", "female", ""),
    (PEOPLE, "L2", "hoan thanh tot nhiem vu", "@", "good", "choice-read"),
    (PEOPLE, "D2", " Nguyễn  Thị\u00a0Nguyệt\u200b ", "@", "Nguyễn Thị Nguyệt", "text-cleaned"),
    (PEOPLE, "D2", "Nguye\u0302\u0303n Thi\u0323 Nguye\u0323\u0302t", "@", "Nguyễn Thị Nguyệt", "text-cleaned"),
    (PEOPLE, "D2", "NguyÔn ThÞ NguyÖt", "@", "Nguyễn Thị Nguyệt", "charset-converted"),
    (PEOPLE, "D2", "Nguyeãn Thò Nguyeät", "@", "Nguyễn Thị Nguyệt", "charset-converted"),
    (PEOPLE, "D2", "Nguyễn Văn\u200bThị\u00ad", "@", "Nguyễn Văn Thị", "text-cleaned"),
    (PEOPLE, "G2", "Trưởng_x000D_\nphòng", "@", "Trưởng phòng", "text-cleaned"),
    (PEOPLE, "D2", "Trần Văn Hà".encode().decode("cp1252"), "@", "Trần Văn Hà", "charset-converted"),
    (PEOPLE, "D2", "Tr¥n Th¸ Hà", "@", "Trần Thị Hà", "charset-converted"),
    (PEOPLE, "D2", "PhÕm Th¸ H¢ng", "@", "Phạm Thị Hằng", "charset-converted"),
    (PEOPLE, "D2", "Nguy\u00adn Vån ÐÑc", "@", "Nguyễn Văn Đức", "charset-converted"),
    (PEOPLE, "D2", "Nguyên Th¸ Hà", "@", "Nguyên Th¸ Hà", "charset-doubtful"),
    (PEOPLE, "D2", "Trần Văn Н\u0061", "@", "Trần Văn Ha", "letters-look-alike"),
    (PEOPLE, "G2", "(để trống) không phải dấu", "@", "(để trống) không phải dấu", ""),
]  # fmt: skip

REFUSED = [
    # typed value and format, code, what is said, what to do
    (datetime(1905, 7, 14), "dd/mm/yyyy", "number-in-day-cell", "2022", "01/01/2022"),  # noqa: DTZ001
    (datetime(1905, 4, 5), "dd/mm/yyyy", "number-in-day-cell", "1922", "01/01/1922"),  # noqa: DTZ001
    (datetime(1900, 2, 28), "dd/mm/yyyy", "number-in-day-cell", "60", "Cần"),  # noqa: DTZ001
    (datetime(2222, 7, 14), "dd/mm/yyyy", "cell-not-a-date", "2222", "xem lại năm"),  # noqa: DTZ001
    (2022, "General", "cell-not-a-date", "2022", "dd/mm/yyyy"),
    (-5, "dd/mm/yyyy", "number-in-day-cell", "-5", "Cần"),
    ("15/2/0222", "@", "cell-not-a-date", "0222", "xem lại năm"),
    ("0222-02-15", "@", "cell-not-a-date", "222", "xem lại năm"),
    ("2222-02-15", "@", "cell-not-a-date", "2222", "xem lại năm"),
    ("31/02/2022", "@", "cell-not-a-date", "lịch", "dd/mm/yyyy"),
    ("06/30/2022", "@", "cell-not-a-date", "tháng 30", "ngày trước, tháng sau"),
    ("cuối tháng", "@", "cell-not-a-date", "cuối tháng", "dd/mm/yyyy"),
    ("1/1/22", "@", "cell-not-a-date", "bốn chữ số", "dd/mm/yyyy"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "pattern", "code", "said", "todo"), REFUSED)
def test_a_day_is_looked_at_whatever_kind_of_cell_it_stands_in(
    typed: object, pattern: str, code: str, said: str, todo: str, tmp_path: Path
) -> None:
    folder = campaign_folder(tmp_path, put(PHASES, "B2", typed, pattern))
    problems = [
        each for each in inspect_campaign(folder, WORDS).problems if each.place.cell == "B2"
    ]
    assert [(each.code, each.severity) for each in problems] == [(code, Severity.ERROR)]
    assert said in problems[0].message
    assert todo in problems[0].hint
    whole = f"{problems[0].message} {problems[0].hint}"
    assert whole.count("dd/mm/yyyy") <= 1  # one remedy


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([("25/12/2011", "@"), (datetime(2012, 3, 2), "m/d/yyyy")], "E3"),  # noqa: DTZ001
        ([("25/12/2011", "@"), (datetime(2012, 3, 2), "dd/mm/yyyy")], "E3"),  # noqa: DTZ001
        ([("25/12/2011", "@"), (datetime(2012, 3, 20), "dd/mm/yyyy")], ""),  # noqa: DTZ001
        ([("05/12/2011", "@"), (datetime(2012, 3, 2), "dd/mm/yyyy")], ""),  # noqa: DTZ001
        ([("25/12/2011", "@"), (datetime(2012, 3, 3), "m/d/yyyy")], ""),  # noqa: DTZ001
        ([(datetime(2012, 3, day), "m/d/yyyy") for day in (1, 2, 4)], "E2"),  # noqa: DTZ001
        ([(datetime(2012, 3, day), "mm-dd-yy") for day in (1, 2)], ""),  # noqa: DTZ001
    ],
)
def test_days_that_may_have_been_swapped_are_told_for_the_column(
    days: list[tuple[object, str]], said: str, tmp_path: Path
) -> None:
    def change(book: openpyxl.Workbook) -> None:
        target = book.create_sheet("Sáng kiến")
        target.append(["Mã đối tượng", "Tên sáng kiến, đề tài", "Số", "x", "Ngày quyết định"])
        for row, (value, pattern) in enumerate(days, start=2):
            target.append(["CN001", f"Sáng kiến {row}", None, None, value])
            target.cell(row, 5).number_format = pattern

    folder = campaign_folder(tmp_path, change)
    problems = inspect_campaign(folder, WORDS).problems
    swapped = [each for each in problems if each.code == "days-maybe-swapped"]
    assert [each.place.cell for each in swapped] == ([said] if said else [])
    assert all("02/03/2012" not in each.hint or "03/02/2012" in each.hint for each in swapped)


@pytest.mark.parametrize(
    ("value", "pattern", "said"),
    [
        (35981.6, "#,##0", "35.982"),
        (0.126, "0%", "13"),
        (1.25, "0.0", "1,3"),
        (1234567, "#,##0,", "1.235"),
        (1234567, "0,,.0", "1,2"),
        (1234567, '#,##0.00," nghìn"', "1.234,57"),
        (2000, "#,##0,", "2"),
        (35981.5, "#,##0.0", ""),
        (35982, "#,##0", ""),
        (35981.6, "General", ""),
        (1234.5, '#,##0.00" tỷ";[Red]-#,##0.00', ""),
    ],
)
def test_a_number_that_is_shown_rounded_is_told(
    value: float, pattern: str, said: str, tmp_path: Path
) -> None:
    folder = campaign_folder(tmp_path, put(INDICATORS, "D2", value, pattern))
    problems = [
        each for each in inspect_campaign(folder, WORDS).problems if each.place.cell == "D2"
    ]
    told = [each for each in problems if each.code == "number-shown-rounded"]
    assert len(told) == bool(said)
    assert all(said in each.message and each.severity is Severity.WARNING for each in told)


_FIELDS = {
    INDICATORS: ("indicators", {"D": "planned"}),
    UNITS: ("units", {"A": "id", "C": "symbol", "D": "headcount"}),
    PHASES: ("phases", {"B": "start"}),
    PEOPLE: (
        "nominees",
        {"D": "full_name", "G": "position", "E": "gender", "J": "is_leader", "L": "rating"},
    ),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_cell_is_read_as_it_was_meant(
    case: tuple[str, str, object, str, object, str], tmp_path: Path
) -> None:
    title, cell, typed, pattern, meant, told = case

    loaded = load_campaign(campaign_folder(tmp_path, put(title, cell, typed, pattern)), WORDS)

    assert str(_value(loaded, title, cell)) == str(meant)
    assert [note.code for note in loaded.notes] == ([told] if told else [])
    assert all(note.place.cell == cell and is_a_sentence(note) for note in loaded.notes)


def _value(loaded: Loaded, title: str, cell: str) -> object:
    table, fields = _FIELDS[title]
    return getattr(getattr(loaded.campaign, table)[0], fields[cell[0]])


def test_a_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    def type_text(book: openpyxl.Workbook) -> None:
        cell = sheet(book, UNITS)["C2"]
        cell.value = "=1+1"
        cell.data_type = "s"

    assert (
        load_campaign(campaign_folder(tmp_path, type_text), WORDS).campaign.units[0].symbol
        == "=1+1"
    )


@pytest.mark.parametrize(
    ("font", "typed", "meant"),
    [
        (".VnTime", "NguyÔn V¨n Hïng", "Nguyễn Văn Hùng"),
        (".VnTimeH", "nguyÔn v¨n hïng", "NGUYỄN VĂN HÙNG"),
        ("VNI-Times", "Nguyeãn Vaên Huøng", "Nguyễn Văn Hùng"),
    ],
)
def test_a_legacy_font_tells_the_charset(font: str, typed: str, meant: str, tmp_path: Path) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        cell = sheet(book, PEOPLE)["D2"]
        cell.value, cell.font = typed, Font(name=font)

    loaded = load_campaign(campaign_folder(tmp_path, retype), WORDS)

    assert loaded.campaign.nominees[0].full_name == meant
    codes = ["charset-converted", *(["name-case"] if meant.isupper() else [])]
    assert [note.code for note in loaded.notes] == codes
    assert font in loaded.notes[0].message
    assert meant in loaded.notes[0].message


def test_each_run_of_a_cell_is_read_by_its_own_font(tmp_path: Path) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        legacy = TextBlock(InlineFont(rFont=".VnTime"), "V¨n Hïng")
        sheet(book, PEOPLE)["D2"].value = CellRichText("Nguyễn ", legacy)

    assert (
        load_campaign(campaign_folder(tmp_path, retype), WORDS).campaign.nominees[0].full_name
        == "Nguyễn Văn Hùng"
    )


def test_unicode_text_left_in_a_legacy_font_is_kept_and_doubted(tmp_path: Path) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        sheet(book, PEOPLE)["D2"].font = Font(name=".VnTime")

    loaded = load_campaign(campaign_folder(tmp_path, retype), WORDS)

    assert loaded.campaign == small_campaign()
    assert [(note.code, note.severity) for note in loaded.notes] == [
        ("charset-doubtful", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("font", "typed", "told"),
    [
        (".VnTime", "NguyÔn V¨n HïngÔ", "Hùngễ"),
        ("VNI-Times", "Toå tröôûngg", "trưởngg"),
        (".VnTime", "Trung t©m Citroën", "Citro"),
    ],
)
def test_what_a_legacy_font_makes_no_vietnamese_of_is_kept_and_doubted(
    font: str, typed: str, told: str, tmp_path: Path
) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        cell = sheet(book, UNITS)["B2"]
        cell.value, cell.font = typed, Font(name=font)

    loaded = load_campaign(campaign_folder(tmp_path, retype), WORDS)

    assert loaded.campaign.units[0].name == typed
    (note,) = [note for note in loaded.notes if note.code == "charset-doubtful"]
    assert "không phải tiếng Việt, nên giữ nguyên" in note.message
    assert told in note.message


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Phßng H§ND x· Hßa S¬n", "Phòng HĐND xã Hòa Sơn"),
        ("Tæ Q§-01 Mozart", "Tổ QĐ-01 Mozart"),
    ],
)
def test_abbreviations_and_plain_letters_in_a_legacy_font_raise_no_doubt(
    typed: str, meant: str, tmp_path: Path
) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        cell = sheet(book, UNITS)["B2"]
        cell.value, cell.font = typed, Font(name=".VnTime")

    loaded = load_campaign(campaign_folder(tmp_path, retype), WORDS)

    assert loaded.campaign.units[0].name == meant
    assert [note.code for note in loaded.notes if note.code.startswith("charset")] == [
        "charset-converted"
    ]


def test_a_run_may_end_within_a_word(tmp_path: Path) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        legacy = InlineFont(rFont=".VnTime")
        sheet(book, PEOPLE)["D2"].value = CellRichText(
            TextBlock(legacy, "NguyÔn V¨n H"), TextBlock(legacy, "ïng")
        )

    assert (
        load_campaign(campaign_folder(tmp_path, retype), WORDS).campaign.nominees[0].full_name
        == "Nguyễn Văn Hùng"
    )


def test_the_days_of_a_macintosh_workbook_are_its_own(tmp_path: Path) -> None:
    def move(book: openpyxl.Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        sheet(book, PHASES)["B2"].value = 44562 - 1462
        sheet(book, PHASES)["B2"].number_format = "General"

    loaded = load_campaign(campaign_folder(tmp_path, move), WORDS)

    assert (loaded.campaign.phases[0].start, loaded.campaign.phases[0].end) == (
        date(2022, 1, 1),
        date(2022, 6, 30),
    )


def test_a_formula_counts_by_its_stored_result(tmp_path: Path) -> None:
    campaign_folder(tmp_path, put(UNITS, "D2", "=3+4"))
    store_result(tmp_path / "campaign.xlsx", "3+4", b"7")

    loaded = load_campaign(tmp_path, WORDS)

    assert loaded.campaign == small_campaign()
    assert [note.code for note in loaded.notes] == ["formula-read"]


def test_a_formula_whose_stored_result_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    campaign_folder(tmp_path, put(PEOPLE, "G2", "=T(1)"))
    store_result(tmp_path / "campaign.xlsx", "T(1)", b"", b"str")

    assert load_campaign(tmp_path, WORDS).campaign == small_campaign()


def test_columns_may_stand_in_any_order_beside_columns_of_the_clerks_own(tmp_path: Path) -> None:
    def move(book: openpyxl.Workbook) -> None:
        target = sheet(book, UNITS)
        for row in (1, 2):
            target.cell(row, 6).value = target.cell(row, 1).value
            target.cell(row, 1).value = "TT" if row == 1 else 1

    loaded = load_campaign(campaign_folder(tmp_path, move), WORDS)

    assert loaded.campaign == small_campaign()
    assert loaded.notes == ()


def test_headings_may_stand_lower_be_merged_and_lack_their_marks(tmp_path: Path) -> None:
    def move(book: openpyxl.Workbook) -> None:
        target = sheet(book, UNITS)
        target.insert_rows(1, 3)
        target["A1"].value = "DANH SÁCH ĐƠN VỊ"
        target.merge_cells("A1:D1")
        target["A3"].value, target["A4"].value = "ma don vi", None
        target.merge_cells("A3:A4")

    assert load_campaign(campaign_folder(tmp_path, move), WORDS).campaign == small_campaign()


def test_blank_rows_are_passed_over(tmp_path: Path) -> None:
    def leave_gaps(book: openpyxl.Workbook) -> None:
        sheet(book, PEOPLE).insert_rows(3, 2)
        sheet(book, PEOPLE)["A4"].value = "  "

    assert load_campaign(campaign_folder(tmp_path, leave_gaps), WORDS).campaign == small_campaign()


def test_hidden_rows_columns_and_sheets_are_read_and_told(tmp_path: Path) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        sheet(book, PEOPLE).row_dimensions[3].hidden = True
        sheet(book, PEOPLE).column_dimensions["F"].hidden = True
        sheet(book, PHASES).sheet_state = "hidden"

    loaded = load_campaign(campaign_folder(tmp_path, hide), WORDS)

    assert loaded.campaign == small_campaign()
    assert {note.code for note in loaded.notes} == {"hidden-rows", "hidden-columns", "hidden-sheet"}
    assert all(is_a_sentence(note) for note in loaded.notes)


def test_a_cell_merged_downwards_fills_its_rows(tmp_path: Path) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        sheet(book, PEOPLE).merge_cells("H2:H3")

    loaded = load_campaign(campaign_folder(tmp_path, merge), WORDS)

    assert loaded.campaign == small_campaign()
    assert [(note.code, note.place.cell) for note in loaded.notes] == [("merged-cell", "H3")]


def test_a_cell_far_out_does_not_slow_the_reading(tmp_path: Path) -> None:
    loaded = load_campaign(campaign_folder(tmp_path, put(UNITS, "XFD1048576", "xa")), WORDS)

    assert loaded.campaign == small_campaign()


def test_an_example_row_is_passed_over_and_an_empty_mark_empties(tmp_path: Path) -> None:
    def type_marks(book: openpyxl.Workbook) -> None:
        sheet(book, UNITS).append(["(Ví dụ) VP", "Văn phòng Sở", "VP", 7])
        sheet(book, "Phát động")["B3"].value = "(để trống)"

    loaded = load_campaign(campaign_folder(tmp_path, type_marks), WORDS)

    assert len(loaded.campaign.units) == 1
    assert loaded.campaign.launch.contents_heading == ""
    assert loaded.notes == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2022", "“2022” (dạng chữ) được đọc là số 2022."),
        ("2.022", "“2.022” được đọc theo cách viết Việt Nam là 2022 (không phải 2,022)."),
        (2022.5, "“2022,5” không phải là số nguyên."),
        (2300, "2300 quá lớn; nhiều nhất là 2200."),
    ],
)
def test_a_year_is_told_without_dots(typed: object, said: str, tmp_path: Path) -> None:
    folder = campaign_folder(tmp_path, put(PEOPLE, "F2", typed))
    messages = [problem.message for problem in inspect_campaign(folder, WORDS).problems]
    assert [message for message in messages if message.endswith(said)] == [f"Năm sinh: {said}"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_row_that_is_struck_through_is_told_and_one_with_a_struck_word_is_not(
    *, whole: bool, tmp_path: Path
) -> None:
    def strike(book: openpyxl.Workbook) -> None:
        for cell in sheet(book, PEOPLE)[3]:
            if whole or cell.column == 4:
                cell.font = Font(strike=True)

    loaded = load_campaign(campaign_folder(tmp_path, strike), WORDS)

    assert loaded.campaign == small_campaign()
    told = [note for note in loaded.notes if note.code == "struck-rows"]
    assert len(told) == whole
    assert all("(3)" in note.message and note.severity is Severity.WARNING for note in told)


def test_cells_outside_the_table_are_told_with_their_places(tmp_path: Path) -> None:
    def scatter(book: openpyxl.Workbook) -> None:
        sheet(book, PEOPLE)["Z60"].value = "hỏi lại chị Hoa"
        sheet(book, PHASES)["K9"].value = 5
        sheet(book, PHASES)["K12"].value = " "

    loaded = load_campaign(campaign_folder(tmp_path, scatter), WORDS)

    assert loaded.campaign == small_campaign()
    told = {note.place.cell: note for note in loaded.notes}
    assert {note.code for note in told.values()} == {"stray-cells"}
    assert "“hỏi lại chị Hoa”" in told["Z60"].message
    assert "(K9)" in told["K9"].message
