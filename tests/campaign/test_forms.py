"""The Excel forms as a clerk meets them."""

from pathlib import Path

import openpyxl
import pytest

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import cell_of, sheet
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign, load_campaign, write_nomination_form, write_workbook
from vbgen.campaign.topics import heading_key, topics
from vbgen.messages import current_language, use_language
from vbgen.model.field import Offered

AWARDS = WORDS.words(Offered.HONOURS).titles


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path = tmp_path_factory.mktemp("form") / "campaign.xlsx"
    write_workbook(None, path, WORDS)
    return openpyxl.load_workbook(path)


def test_every_subject_has_a_sheet_after_the_guide(form: openpyxl.Workbook) -> None:
    assert form.sheetnames[0] == "Hướng dẫn"
    assert form.sheetnames[1 : 1 + len(topics())] == [each.title for each in topics()]
    assert form.active is form.worksheets[0]


def test_the_guide_says_how_to_fill_and_leads_to_every_sheet(form: openpyxl.Workbook) -> None:
    guide = form.worksheets[0]
    words = " ".join(str(cell.value) for row in guide.iter_rows() for cell in row if cell.value)
    links = [
        cell.hyperlink.location or cell.hyperlink.target
        for row in guide.iter_rows()
        for cell in row
        if cell.hyperlink
    ]

    assert "(ví dụ)" in words
    assert "(để trống)" in words
    assert len(links) == len(topics())
    assert all(purpose.value for purpose in guide["C"][-len(topics()) :])


@pytest.mark.parametrize(
    "each", [each for each in topics() if each.is_table], ids=lambda each: each.field
)
def test_every_heading_carries_its_title_and_a_note(form: openpyxl.Workbook, each: object) -> None:
    topic = next(known for known in topics() if known is each)
    headings = sheet(form, topic.title)[1]

    assert [str(cell.value).removesuffix(" *") for cell in headings] == [
        column.title for column in topic.columns
    ]
    assert all(cell.comment and len(cell.comment.text) > 10 for cell in headings)
    assert sheet(form, topic.title).freeze_panes in {"A2", "B2"}


def test_no_two_titles_of_a_sheet_and_no_two_sheets_are_mistaken_for_each_other() -> None:
    for each in topics():
        keys = [heading_key(column.title) for column in each.columns]
        assert len(set(keys)) == len(keys), each.title
    assert len({heading_key(each.title) for each in topics()}) == len(topics())
    assert all(len(each.title) <= 31 and not set(each.title) & set("[]:*?/\\") for each in topics())


def test_lists_drop_down_where_one_chooses(form: openpyxl.Workbook) -> None:
    def lists(title: str) -> dict[str, str]:
        rules = sheet(form, title).data_validations.dataValidation
        return {str(rule.sqref): str(rule.formula1) for rule in rules}

    assert lists("Cá nhân, tập thể")["H2:H5000"] == "ds_units"
    assert lists("Cá nhân, tập thể")["E2:E5000"] == "ds_Gender"
    assert lists("Cá nhân, tập thể")["J2:J5000"] == "ds_yes_no"
    assert lists("Đề nghị")["C2:C5000"] == "ds_awards"
    assert lists("Đề nghị")["B2:B5000"] == "ds_nominees"
    assert lists("Cơ quan") == {
        cell_of("agency", "level"): "ds_AgencyLevel",
        cell_of("agency", "money"): "ds_MoneyRule",
        cell_of("agency", "decisions"): "ds_DecisionSplit",
        cell_of("agency", "size_set"): "ds_SizeSet",
        cell_of("agency", "individuals_first"): "ds_yes_no",
    }
    assert {"ds_units", "ds_Gender", "ds_yes_no", "ds_awards"} <= set(form.defined_names)
    rules = [rule for each in form.worksheets for rule in each.data_validations.dataValidation]
    assert all(rule.errorStyle == "warning" for rule in rules)


def test_labels_and_awards_stand_in_the_hidden_lists(form: openpyxl.Workbook) -> None:
    lists = sheet(form, "Danh mục")
    columns = {
        column[0].value: [cell.value for cell in column[1:] if cell.value]
        for column in lists.iter_cols()
    }

    assert lists.sheet_state == "hidden"
    assert columns["ds_awards"] == list(AWARDS)
    assert columns["ds_yes_no"] == ["Có", "Không"]
    assert columns["ds_CouncilRole"][-1] == "Thư ký (không biểu quyết)"


def test_nothing_is_locked(form: openpyxl.Workbook) -> None:
    assert not any(each.protection.sheet for each in form.worksheets)


def test_empty_cells_know_what_will_be_typed(form: openpyxl.Workbook) -> None:
    def pattern(title: str, letter: str) -> str:
        return str(sheet(form, title).column_dimensions[letter].number_format)

    assert pattern("Các đợt", "B") == "dd/mm/yyyy"
    assert pattern("Chỉ tiêu nhiệm vụ", "D") == "General"  # no decimal is shown that nobody typed
    assert pattern("Đơn vị", "A") == "@"
    assert (
        pattern("Nội dung", "A") == "General"
    )  # Excel shows #### for long texts in cells of the kind Text


def test_the_empty_form_says_what_is_to_be_filled_and_nothing_else(tmp_path: Path) -> None:
    write_workbook(None, tmp_path / "campaign.xlsx", WORDS)

    found = inspect_campaign(tmp_path, WORDS).problems

    assert {problem.code for problem in found} == {"missing-value"}
    assert {problem.place.sheet for problem in found} == {"Cơ quan"}
    assert all(problem.place.cell.startswith("B") for problem in found)


def test_the_form_is_vietnamese_in_every_language(tmp_path: Path) -> None:
    write_workbook(small_campaign(), tmp_path / "vi.xlsx", WORDS)
    use_language("en")
    try:
        write_workbook(small_campaign(), tmp_path / "en.xlsx", WORDS)
        assert current_language() == "en"
    finally:
        use_language("vi")

    assert (tmp_path / "vi.xlsx").read_bytes() == (tmp_path / "en.xlsx").read_bytes()


def test_examples_can_be_left_out(tmp_path: Path) -> None:
    write_workbook(None, tmp_path / "campaign.xlsx", WORDS, examples=False)

    book = openpyxl.load_workbook(tmp_path / "campaign.xlsx")

    assert [cell.value for cell in sheet(book, "Đơn vị")[2]] == [None] * 6


def test_a_unit_gets_its_own_people_and_the_lists_of_the_office(tmp_path: Path) -> None:
    write_nomination_form(tmp_path / "vp.xlsx", WORDS, small_campaign(), "VP")

    book = openpyxl.load_workbook(tmp_path / "vp.xlsx")

    assert book.sheetnames == [
        "Hướng dẫn", "Cá nhân, tập thể", "Sáng kiến", "Đã khen thưởng", "Đề nghị", "Danh mục",
    ]  # fmt: skip
    assert str(book.worksheets[0]["A1"].value) == "Đề nghị khen thưởng – Văn phòng Sở"
    assert [cell.value for cell in book.worksheets[1]["A"]] == ["Mã đối tượng", "CN001", "TT001"]
    lists = {
        column[0].value: [cell.value for cell in column[1:] if cell.value]
        for column in book["Danh mục"].iter_cols()
    }
    assert (lists["ds_units"], lists["ds_phases"]) == (["VP"], ["1"])


def test_a_units_form_sent_back_unfilled_changes_nothing(tmp_path: Path) -> None:
    write_workbook(small_campaign(), tmp_path / "campaign.xlsx", WORDS)
    write_nomination_form(tmp_path / "nominations" / "vp.xlsx", WORDS, small_campaign(), "VP")

    loaded = load_campaign(tmp_path, WORDS)

    assert loaded.campaign == small_campaign()
    assert {note.code for note in loaded.notes} == {"same-row-again"}


def test_a_unit_is_told_to_send_its_form_back_and_the_office_to_check(tmp_path: Path) -> None:
    write_nomination_form(tmp_path / "vp.xlsx", WORDS, small_campaign(), "VP")
    write_workbook(None, tmp_path / "campaign.xlsx", WORDS)

    unit, office = (_guide(tmp_path / name) for name in ("vp.xlsx", "campaign.xlsx"))

    assert "gửi lại cơ quan tổ chức phong trào" in unit
    assert "vbgen" not in unit
    assert "kiểm tra dữ liệu" in office
    assert "vbgen" not in office


def _guide(path: Path) -> str:
    cells = (
        cell.value for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row
    )
    return "\n".join(str(value) for value in cells if value)


@pytest.mark.parametrize(("typed", "read"), [(18500, "18500"), (88435.5, "88435.5")])
def test_a_figure_typed_into_the_form_gets_no_decimal_of_the_forms_own(
    tmp_path: Path, typed: float, read: str
) -> None:
    path = tmp_path / "campaign.xlsx"
    write_workbook(small_campaign(indicators=(), indicator_results=()), path, WORDS)
    book = openpyxl.load_workbook(path)
    page = sheet(book, "Chỉ tiêu nhiệm vụ")
    row: dict[str, str | float] = {"A": "X", "B": "Tên", "C": "tỷ đồng", "D": typed}
    for letter, value in row.items():
        cell = page[f"{letter}2"]
        cell.value = value
        # as Excel gives a cell that is typed into
        cell.number_format = page.column_dimensions[letter].number_format
    book.save(path)
    (made,) = load_campaign(tmp_path, WORDS).campaign.indicators
    assert (str(made.planned), made.decimals) == (read, None)
