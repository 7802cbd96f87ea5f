"""Headings differ without harm; a full column that is not understood is never lost by a mere remark."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, put, sheet
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign, load_campaign
from vbgen.campaign.reading.headings import heading_forms
from vbgen.campaign.topics import topic, worded
from vbgen.errors import Severity, UnreadableFileError
from vbgen.model.vocabulary import Vocabulary
from vbgen.papers.kinds.own_headings import OwnHeadings, own_headings
from vbgen.ways import KeepColumn

PEOPLE, NOMINATIONS = "Cá nhân, tập thể", "Đề nghị"

# Cell of the heading, and what clerks write there.
EVERYDAY = [
    ("D1", "Họ tên"), ("D1", "Họ và tên"), ("D1", "HỌ VÀ TÊN CÁ NHÂN"), ("D1", "TÊN CÁ NHÂN, TẬP THỂ"),
    ("D1", "Họ và tên, tên tập thể (ghi chữ thường, có dấu)"), ("D1", "Họ và tên\n(viết hoa)"),
    ("D1", "Tên tập thể/cá nhân/hộ gia đình"), ("D1", "ho va ten"), ("D1", " Họ  và tên: * "),
    ("G1", "Chức vụ (nếu có)"), ("G1", "Chức danh"), ("G1", "CHỨC VỤ, CHỨC DANH"), ("G1", "Chức vụ nếu có"),
    ("C1", "Ông/Bà"), ("C1", "Danh xưng [Ông, Bà]"), ("E1", "Nam/Nữ"), ("E1", "Giới tính\n(Nam/Nữ)"),
    ("F1", "Năm sinh (4 chữ số)"), ("I1", "Thứ bậc [1-9]"), ("J1", "Lãnh đạo"), ("B1", "Loại"),
    ("H1", "Đơn vị"), ("H1", "Đơn vị công tác"), ("H1", "Phòng, ban"), ("A1", "Mã số"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "title"), EVERYDAY)
def test_everyday_headings_are_understood_without_a_word(
    cell: str, title: str, tmp_path: Path
) -> None:
    loaded = load_campaign(campaign_folder(tmp_path, put(PEOPLE, cell, title)), WORDS)

    assert loaded.campaign == small_campaign()
    assert loaded.notes == ()


def test_brackets_breaks_and_hints_do_not_count() -> None:
    assert "gioi tinh" in heading_forms("Giới tính\n(Nam/Nữ)")
    assert "thu bac" in heading_forms("Thứ bậc [1-9]")
    assert "chuc vu" in heading_forms("Chức vụ *, nếu có")
    assert "ho va ten" in heading_forms("Họ và tên\nviết bằng chữ in")
    assert heading_forms("(1)") == ("1",)


def _filled(cell: str, title: str, book: Workbook) -> None:
    target = sheet(book, PEOPLE)
    target[cell].value = title
    for row in (2, 3):
        target[f"{cell[0]}{row}"].value = "điều gì đó"


def test_a_misspelt_heading_of_a_full_column_is_an_error_with_the_right_word(
    tmp_path: Path,
) -> None:
    found = problems_of(campaign_folder(tmp_path, lambda book: _filled("F1", "Ngày sinh", book)))

    (problem,) = found["unknown-heading"]
    assert (problem.severity, problem.place.cell) == (Severity.ERROR, "F1")
    assert "Có phải là “Năm sinh”?" in problem.hint
    assert problem.ways == (KeepColumn("Ngày sinh"),)
    assert is_a_sentence(problem)


def test_a_full_column_of_ones_own_is_a_question_while_columns_are_absent(tmp_path: Path) -> None:
    folder = campaign_folder(tmp_path, lambda book: _filled("G1", "Số điện thoại", book))

    (problem,) = problems_of(folder)["extra-heading"]

    assert (problem.severity, problem.place.cell) == (Severity.WARNING, "G1")
    assert "“Chức vụ”" in problem.hint


def test_a_full_column_beside_all_of_the_form_is_no_matter(tmp_path: Path) -> None:
    folder = campaign_folder(tmp_path, lambda book: _filled("Z1", "Số điện thoại", book))

    assert problems_of(folder)["extra-heading"][0].severity is Severity.NOTE


def test_a_required_column_of_a_strange_name_is_one_message_at_its_cell(tmp_path: Path) -> None:
    found = problems_of(campaign_folder(tmp_path, put(PEOPLE, "D1", "Danh tánh")))

    assert list(found) == ["missing-column"]
    (problem,) = found["missing-column"]
    assert problem.place.cell == "D1"
    assert "“Họ và tên, tên tập thể”" in problem.message
    assert "“Danh tánh” (D1)" in problem.message
    assert "đổi tên" in problem.hint


def test_a_numbering_column_is_no_matter_but_one_with_codes_is_asked_about(tmp_path: Path) -> None:
    found = problems_of(campaign_folder(tmp_path, put(PEOPLE, "A1", "STT")))

    (problem,) = found["extra-heading"]
    assert "“STT”" in problem.message
    assert "“Mã đối tượng”" in problem.hint
    assert found["unknown-reference"]


def test_two_columns_of_one_field_are_an_error(tmp_path: Path) -> None:
    found = problems_of(campaign_folder(tmp_path, lambda book: _filled("Z1", "Chức danh", book)))

    (problem,) = found["doubled-heading"]
    assert (problem.severity, problem.place.cell) == (Severity.ERROR, "Z1")
    assert "G1" in problem.message


def test_a_name_beside_its_code_is_for_people(tmp_path: Path) -> None:
    folder = campaign_folder(tmp_path, lambda book: _filled("Z1", "Đơn vị công tác", book))

    loaded = load_campaign(folder, WORDS)

    assert loaded.campaign == small_campaign()
    assert [each.code for each in loaded.notes] == ["column-beside-its-code"]


def test_a_full_column_without_a_heading_is_told(tmp_path: Path) -> None:
    found = problems_of(campaign_folder(tmp_path, lambda book: _filled("Z1", "", book)))

    (problem,) = found["column-without-heading"]
    assert (problem.severity, problem.place.cell) == (Severity.WARNING, "Z1")
    assert "điều gì đó" in problem.message


def test_every_everyday_word_names_a_column_that_there_is() -> None:
    for table in worded(Vocabulary()):
        known = {column.field for column in table.columns}
        from vbgen.campaign.everyday import headings_of

        assert set(headings_of(table.field)) <= known


def test_no_everyday_word_is_the_title_of_another_column() -> None:
    for table in worded(Vocabulary()):
        named: dict[str, str] = {}
        for column in table.columns:
            for title in (column.title, *column.form.other_titles):
                for form in heading_forms(title)[:1]:
                    assert named.setdefault(form, column.field) == column.field, (
                        table.title,
                        title,
                    )


def _office(tmp_path: Path, text: str) -> OwnHeadings:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "headings.toml").write_text(text, encoding="utf-8")
    return own_headings((folder,))


def test_an_office_adds_headings_of_its_own_and_keeps_columns_to_itself(tmp_path: Path) -> None:
    own = _office(
        tmp_path,
        'ignored = ["Số điện thoại"]\n[columns]\n"Họ và tên, tên tập thể" = ["Danh tánh"]\n',
    )
    words = Vocabulary(WORDS.honours, WORDS.papers, own.columns, own.ignored)

    def change(book: Workbook) -> None:
        sheet(book, PEOPLE)["D1"].value = "Danh tánh"
        _filled("Z1", "Số điện thoại", book)

    (tmp_path / "data").mkdir()
    found = inspect_campaign(campaign_folder(tmp_path / "data", change), words)

    assert found.campaign == small_campaign()
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[columns]\n"Chức vù" = ["a"]\n', "Chức vụ"),
        ('ignored = "a"\n', "danh sách chữ"),
        ("[columns]\nposition = [1]\n", "danh sách chữ"),
        ("columns = 1\n", "danh sách chữ"),
        ("[colums]\n", "[columns]"),
    ],
)
def test_wrong_headings_of_an_office_are_told(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        _office(tmp_path, text)

    assert words in str(raised.value.problems[0])


def test_the_topic_of_people_still_has_its_own_titles_first() -> None:
    assert topic("nominees").column("full_name").title == "Họ và tên, tên tập thể"
