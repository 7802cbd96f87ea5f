"""Rows that hold no data are told from people and named for what they are; none that holds a person is dropped."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, sheet
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.campaign.reading.no_data import NoData, RowLook, kind_of_row
from vbgen.errors import Severity

PEOPLE, NOMINATIONS = "Cá nhân, tập thể", "Đề nghị"
Change = Callable[[Workbook], object]
# In which row of the people's sheet what is typed: after the heading (2) or at the end (4).
ROWS: dict[str, tuple[int, Sequence[object], str]] = {
    "a total": (4, ("Tổng cộng", None, None, "2 người"), "total-row"),
    "a total in capitals": (4, (None, None, None, "TỔNG CỘNG: 02"), "total-row"),
    "a short total": (4, ("Cộng:", None, None, None, None, 2), "total-row"),
    "a unit's name": (3, ("I. VĂN PHÒNG SỞ",), "group-row"),
    "a unit's name without a number": (3, ("Phòng Kế hoạch - Tài chính",), "group-row"),
    "collectives": (2, (None, None, None, "Tập thể"), "group-row"),
    "persons": (3, ("II. CÁ NHÂN",), "group-row"),
    "a note": (4, ("Ghi chú: danh sách có 2 người",), "note-row"),
    "numbers of columns": (2, ("(1)", "(2)", "(3)", "(4)", "(5)"), "numbering-row"),
    "plain numbers of columns": (2, (1, 2, 3, 4, 5, 6), "numbering-row"),
    "signatures": (4, (None, None, "NGƯỜI LẬP BIỂU", None, None, None, "THỦ TRƯỞNG ĐƠN VỊ"), "signature-rows"),
    "a day": (4, (None, None, None, None, "Hà Nam, ngày 05 tháng 7 năm 2022"), "signature-rows"),
}  # fmt: skip


def _inserted(row: int, values: Sequence[object]) -> Change:
    def insert(book: Workbook) -> None:
        target = sheet(book, PEOPLE)
        target.insert_rows(row)
        for column, value in enumerate(values, start=1):
            target.cell(row, column).value = value  # type: ignore[assignment]

    return insert


@pytest.mark.parametrize("what", ROWS)
def test_a_row_that_is_no_data_is_named_for_what_it_is(what: str, tmp_path: Path) -> None:
    row, values, code = ROWS[what]

    loaded = load_campaign(campaign_folder(tmp_path, _inserted(row, values)), WORDS)

    assert loaded.campaign == small_campaign()
    (note,) = loaded.notes
    assert (note.code, note.severity, note.place.sheet) == (code, Severity.NOTE, PEOPLE)
    assert is_a_sentence(note)


def test_a_heading_row_once_more_is_passed_over(tmp_path: Path) -> None:
    def again(book: Workbook) -> None:
        target = sheet(book, PEOPLE)
        target.insert_rows(3)
        for column, cell in enumerate(target[1], start=1):
            target.cell(3, column).value = cell.value

    loaded = load_campaign(campaign_folder(tmp_path, again), WORDS)

    assert loaded.campaign == small_campaign()
    assert [note.code for note in loaded.notes] == ["heading-again"]


def test_a_block_of_signatures_is_one_note_that_quotes_it_all(tmp_path: Path) -> None:
    def sign(book: Workbook) -> None:
        target = sheet(book, PEOPLE)
        for row, text in ((6, "NGƯỜI LẬP BIỂU"), (7, "(Ký, ghi rõ họ tên)"), (10, "Trần Thị B")):
            target.cell(row, 4).value = text

    loaded = load_campaign(campaign_folder(tmp_path, sign), WORDS)

    (note,) = loaded.notes
    assert note.code == "signature-rows"
    assert "“NGƯỜI LẬP BIỂU; (Ký, ghi rõ họ tên); Trần Thị B”" in note.message


# What may be a person, however little of the row is filled, is an error and never dropped.
PERSONS: dict[str, Sequence[object]] = {
    "a name alone": (None, None, None, "Nguyễn Văn An"),
    "a name in capitals": (None, None, None, "TRẦN THỊ BÌNH"),
    "a name with a number": (None, None, None, "1. Lê Văn Cường"),
    "a name with an address": (None, None, None, "Ông Phạm Văn Dũng"),
    "a name like a unit": (None, None, None, "Đoàn Văn Hậu"),
    "a unit that may be a collective": (None, None, None, "Phòng Kế hoạch"),
    "a head of a unit": (None, None, None, "Trần Thị B", None, None, "Thủ trưởng đơn vị"),
    "a name like a total": ("CN9", None, None, "Tổng Văn An"),
    "a code alone": ("CN009",),
    "all but the kind": (None, None, None, "Nguyễn Văn An", "Nam", 1990, "Chuyên viên", "VP"),
}  # fmt: skip


@pytest.mark.parametrize("where", [2, 3, 4])
@pytest.mark.parametrize("who", PERSONS)
def test_what_may_be_a_person_is_never_dropped(who: str, where: int, tmp_path: Path) -> None:
    found = problems_of(campaign_folder(tmp_path, _inserted(where, PERSONS[who])))

    errors = [each for told in found.values() for each in told if each.severity is Severity.ERROR]
    assert errors
    assert all(each.place.cell.endswith(str(where)) for each in errors)


def test_a_row_with_one_cell_is_one_question_not_one_for_each_column(tmp_path: Path) -> None:
    found = problems_of(campaign_folder(tmp_path, _inserted(4, PERSONS["a name alone"])))

    assert list(found) == ["row-incomplete"]
    (problem,) = found["row-incomplete"]
    assert problem.place.cell == "D4"
    assert "Nguyễn Văn An" in problem.message


_TEXTS = st.text(
    st.sampled_from("aàbcđêI.12: ") | st.characters(categories=["Lu", "Ll"]), max_size=12
)


@given(st.dictionaries(st.integers(1, 12), _TEXTS, max_size=8), st.booleans(), st.booleans())
def test_a_row_that_fills_all_that_is_required_is_data(
    cells: dict[int, str], merged: bool, named: bool
) -> None:
    seen = RowLook(cells, frozenset(), is_merged=merged, is_named=named, filled=4, has_key=True)

    assert kind_of_row(seen) is None


@given(_TEXTS.filter(str.strip), st.booleans())
def test_a_lone_text_in_the_column_of_names_is_left_out_only_by_its_very_words(
    text: str, after: bool
) -> None:
    seen = RowLook(
        {4: text}, frozenset({"id", "kind", "unit"}), is_named=True, filled=1, follows_heading=after
    )

    assert kind_of_row(seen) in {
        NoData.INCOMPLETE, NoData.TOTAL, NoData.GROUP, NoData.NOTE, NoData.SIGNATURE,
    }  # fmt: skip
    assert kind_of_row(seen) is not NoData.GROUP or text.strip(" .:IVXLC123").casefold() in {
        "tập thể", "cá nhân", "lãnh đạo",
    }  # fmt: skip


def test_a_unit_typed_once_above_several_people_is_told_with_the_way_out(tmp_path: Path) -> None:
    def once(book: Workbook) -> None:
        sheet(book, PEOPLE)["B3"].value = "Cá nhân"
        sheet(book, PEOPLE)["H3"].value = None

    (problem,) = problems_of(campaign_folder(tmp_path, once))["unit-left-blank"]

    assert problem.place.cell == "H3"
    assert "Ô H2 phía trên ghi “VP”" in problem.hint


@pytest.mark.parametrize("kind", ["Tập thể", "Doanh nghiệp, hợp tác xã"])
def test_a_collective_without_a_unit_stands_for_itself(tmp_path: Path, kind: str) -> None:
    def alone(book: Workbook) -> None:
        sheet(book, PEOPLE)["B3"].value = kind
        sheet(book, PEOPLE)["H3"].value = None

    assert "unit-left-blank" not in problems_of(campaign_folder(tmp_path, alone))


def test_a_unit_named_by_a_row_above_is_told_with_that_row(tmp_path: Path) -> None:
    def group(book: Workbook) -> None:
        sheet(book, PEOPLE)["B3"].value = "Cá nhân"
        sheet(book, PEOPLE)["H3"].value = None
        _inserted(3, ("I. VĂN PHÒNG",))(book)

    (problem,) = problems_of(campaign_folder(tmp_path, group))["unit-left-blank"]

    assert "nhóm “I. VĂN PHÒNG” (ô A3)" in problem.hint


@pytest.mark.parametrize(
    ("title", "cell", "typed", "key"),
    [
        (PEOPLE, "H2", "Văn phòng Sở", "VP"),
        (PEOPLE, "H2", " văn  PHÒNG sở", "VP"),
        (NOMINATIONS, "B2", "Nguyễn Thị Nguyệt", "CN001"),
    ],
)
def test_a_name_stands_for_its_code(
    title: str, cell: str, typed: str, key: str, tmp_path: Path
) -> None:
    def type_name(book: Workbook) -> None:
        sheet(book, title)[cell].value = typed

    campaign = load_campaign(campaign_folder(tmp_path, type_name), WORDS).campaign

    assert key in {campaign.nominees[0].unit, campaign.nominations[0].nominee}
    assert campaign == small_campaign()


def test_a_name_that_two_bear_gets_both_codes(tmp_path: Path) -> None:
    def namesakes(book: Workbook) -> None:
        people = sheet(book, PEOPLE)
        people["D3"].value = people["D2"].value
        sheet(book, NOMINATIONS)["B2"].value = people["D2"].value

    (problem,) = problems_of(campaign_folder(tmp_path, namesakes))["unknown-reference"]

    assert "“CN001”, “TT001”" in problem.hint


def test_two_people_of_one_code_are_told_to_be_two(tmp_path: Path) -> None:
    def double(book: Workbook) -> None:
        sheet(book, PEOPLE)["A3"].value = "CN001"

    (problem,) = problems_of(campaign_folder(tmp_path, double))["doubled-key"]

    assert "hai người khác nhau, đặt mã khác" in problem.hint


def test_rows_that_are_hidden_or_filtered_out_are_asked_about(tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        sheet(book, PEOPLE).row_dimensions[3].hidden = True

    (problem,) = problems_of(campaign_folder(tmp_path, hide))["hidden-rows"]

    assert problem.severity is Severity.WARNING
    assert "(3)" in problem.message
