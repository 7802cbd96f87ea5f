"""The lists and the XML that go with files handed over."""

from datetime import date

import pytest
from lxml import etree

from vbgen.archive.dossier import DossierRecord, KeptPaper
from vbgen.archive.lists import TextTable, file_list, paper_list
from vbgen.archive.metadata import FileCode, FileMetadata, PaperMetadata, Recipient
from vbgen.archive.xml import file_xml
from vbgen.messages import use_language

ABOUT = FileMetadata(
    file_code=FileCode(notation="01.TĐKT"),
    title="Khen thưởng năm 2022",
    maintenance="20 năm",
    start_date=date(2022, 3, 5),
    end_date=date(2022, 12, 30),
    page_total=7,
)


def paper(key: str, pages: int | None, **more: object) -> KeptPaper:
    plain = {
        "type_name": "Quyết định",
        "subject": "Về việc khen thưởng",
        "page_amount": pages,
        **more,
    }
    return KeptPaper(key=key, metadata=PaperMetadata.model_validate(plain), files=())


def test_sheets_are_counted_through_the_file() -> None:
    pages = (3, 1, None, 2)
    papers = tuple(paper(str(key), count) for key, count in enumerate(pages))
    listing = paper_list(DossierRecord(id="1", about=ABOUT, papers=papers))
    assert [row[5] for row in listing.rows] == ["1-3", "4", "", "5-6"]


def test_the_lists_are_vietnamese_whatever_the_reader_speaks() -> None:
    record = DossierRecord(id="1", about=ABOUT, papers=())
    use_language("en")
    try:
        papers, files = paper_list(record), file_list([record])
    finally:
        use_language("vi")
    assert (papers.title, papers.headings[0]) == ("MỤC LỤC VĂN BẢN TRONG HỒ SƠ", "STT")
    assert (files.title, files.headings[2]) == ("MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", "Tiêu đề hồ sơ")


def test_a_file_shows_its_first_and_last_day() -> None:
    record = DossierRecord(id="1", about=ABOUT, papers=())
    (row,) = file_list([record]).rows
    assert row == (
        "1",
        "01.TĐKT",
        "Khen thưởng năm 2022",
        "05/03/2022-30/12/2022",
        "20 năm",
        "7",
        "",
    )
    one_day = record.model_copy(
        update={"about": ABOUT.model_copy(update={"end_date": ABOUT.start_date})}
    )
    assert file_list([one_day]).rows[0][3] == "05/03/2022"


@pytest.mark.parametrize("cell", ["=1+1", "+84912*2", "-1+2", "@SUM(A1)", "\tx"])
def test_a_cell_that_excel_would_run_is_quoted(cell: str) -> None:
    written = TextTable("x", ["a"], [[cell]]).as_csv().decode("utf-8-sig")
    assert written.splitlines()[1].strip('"') == f"'{cell}"


def test_unknown_fields_stay_out_of_the_xml_and_several_recipients_repeat() -> None:
    described = paper("a", 2, to=(Recipient(organ_name="A"), Recipient(organ_name="B"))).metadata
    root = etree.fromstring(file_xml(ABOUT, [described]))
    document = root.find("Documents/Document")
    assert document is not None
    assert [child.tag for child in document] == [
        "TypeName",
        "Subject",
        "Language",
        "PageAmount",
        "To",
        "To",
    ]
    assert root.findtext("EndDate") == "2022-12-30"


def test_text_that_xml_cannot_hold_is_left_out_and_the_rest_escaped() -> None:
    described = paper("a", 1, subject="Bản\x0b <1> & “2”\x00").metadata
    root = etree.fromstring(file_xml(ABOUT, [described]))
    assert root.findtext("Documents/Document/Subject") == "Bản <1> & “2”"
