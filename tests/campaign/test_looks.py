"""Bold and italic inside a cell: read, written, and the same from Excel to YAML and back."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.campaign.campaigns import small_campaign
from tests.vocabulary import WORDS
from vbgen.campaign import convert, load_file, write_campaign
from vbgen.model.emphasis import MarkedSpan, canonical, marked
from vbgen.model.launch import Content, Launch, OutlineLevel

LOOKS = "<b>Mục đích</b>: nâng cao <i>chất lượng</i> và <b><i>hiệu quả</i></b>"
PIECES = st.lists(
    st.builds(
        MarkedSpan, st.text("âb<>/i \\", min_size=1, max_size=6), st.booleans(), st.booleans()
    ),
    min_size=1,
    max_size=4,
)


def contents_of(path: Path) -> tuple[Content, ...]:
    return load_file(path, WORDS).campaign.contents


def workbook_with(folder: Path, value: object, font: Font | None = None) -> Path:
    path = folder / "campaign.xlsx"
    write_campaign(small_campaign(contents=(Content(text="Nội dung"),)), path, WORDS)
    book = openpyxl.load_workbook(path)
    cell = book["Nội dung"]["A2"]
    cell.value = value
    cell.font = font or Font(name="Times New Roman", size=12)
    book.save(path)
    return path


def test_what_is_bold_in_a_cell_is_bold_in_the_data(tmp_path: Path) -> None:
    pieces = CellRichText("Thi đua ", TextBlock(InlineFont(b=True), "dạy tốt"), ", học tốt")
    path = workbook_with(tmp_path, pieces)
    assert contents_of(path)[0].text == "Thi đua <b>dạy tốt</b>, học tốt"


@pytest.mark.parametrize(
    ("font", "text"),
    [
        (Font(b=True), "<b>Thi đua</b>"),
        (Font(i=True), "<i>Thi đua</i>"),
        (Font(i=True, color="FF7F7F7F"), "Thi đua"),  # typed over an example of the form
        (Font(), "Thi đua"),
    ],
)
def test_the_look_of_a_whole_cell_counts(font: Font, text: str, tmp_path: Path) -> None:
    assert contents_of(workbook_with(tmp_path, "Thi đua", font))[0].text == text


def test_what_looks_like_a_mark_in_a_cell_is_a_plain_text(tmp_path: Path) -> None:
    written = contents_of(workbook_with(tmp_path, "gõ <b> rồi </b>"))[0].text
    assert written == canonical(r"gõ \<b> rồi \</b>")


def test_bold_of_a_name_changes_no_name(tmp_path: Path) -> None:
    path = tmp_path / "campaign.xlsx"
    write_campaign(small_campaign(), path, WORDS)
    book = openpyxl.load_workbook(path)
    before = load_file(path, WORDS).campaign.nominees
    for row in book["Cá nhân, tập thể"].iter_rows(min_row=2):
        for cell in row:
            cell.font = Font(b=True)
    book.save(path)
    assert load_file(path, WORDS).campaign.nominees == before


def test_an_outline_goes_from_excel_to_yaml_and_back(tmp_path: Path) -> None:
    rows = tuple(Content(text=f"{LOOKS} {each.label}", level=each) for each in OutlineLevel)
    launch = Launch(opening="Thực hiện <i>Chỉ thị</i>,\nvới “[chủ đề]”", closing="Hết")
    given_campaign = small_campaign(contents=rows, launch=launch)
    excel, yaml, again = (tmp_path / name for name in ("a.xlsx", "b.yaml", "c.xlsx"))
    write_campaign(given_campaign, excel, WORDS)
    convert(excel, yaml, WORDS)
    convert(yaml, again, WORDS)
    for path in (excel, yaml, again):
        campaign = load_file(path, WORDS).campaign
        assert (campaign.contents, campaign.launch) == (rows, launch)
    shown = openpyxl.load_workbook(again, rich_text=True)["Nội dung"]["A2"].value
    assert isinstance(shown, CellRichText)
    assert "<b>" not in str(shown)


@settings(max_examples=25, deadline=None)
@given(pieces=PIECES)
def test_any_looks_come_back_from_excel(
    pieces: list[MarkedSpan], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = marked([MarkedSpan("Câu "), *pieces, MarkedSpan(" hết.")])
    path = tmp_path_factory.mktemp("looks") / "campaign.xlsx"
    write_campaign(small_campaign(contents=(Content(text=text),)), path, WORDS)
    read = contents_of(path)[0].text
    assert " ".join(read.split()) == " ".join(text.split())
