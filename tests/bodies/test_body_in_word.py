"""A body typed in Word stands in its paper's frame whole, and is numbered, kept and made again like any other."""

import shutil

import docx
import pytest

from tests.bodies.small_offices import SmallOffice
from tests.bodies.word_bodies import rich_body, seen

MM = 36_000
PLAN = "ke-hoach"
SUBJECT = "Tổ chức phong trào thi đua năm 2026"


def test_everything_of_the_body_stands_in_the_draft_in_its_order(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.lay("ke-hoach.docx", rich_body())
    office.plan(PLAN, subject=SUBJECT)
    done = office.run(capsys, "draft", PLAN)
    assert done.code == 0, done.out + done.err
    drafted = seen(office.drafts / "ke-hoach.docx")
    wanted = [
        text.replace("{{ movement.name }}", "phong trào thi đua năm 2026")
        for text in seen(rich_body())
    ]
    first = drafted.index(wanted[0])
    assert drafted[first : first + len(wanted)] == wanted
    assert {"KẾ HOẠCH", SUBJECT} <= set(drafted[:first])


def test_pages_of_the_body_turn_and_the_frame_keeps_its_own(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.lay("ke-hoach.docx", rich_body())
    office.run(capsys, "draft", PLAN)
    sections = docx.Document(str(office.drafts / "ke-hoach.docx")).sections
    papers = [
        tuple(round((side or 0) / MM) for side in (each.page_width, each.page_height))
        for each in sections
    ]
    assert papers == [(210, 297), (297, 210), (210, 297)]
    first, *others = (section.different_first_page_header_footer for section in sections)
    assert (first, any(others)) == (True, False)  # page numbers from the second page on


def test_the_paper_is_issued_kept_and_made_again_the_same(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    body = office.lay("ke-hoach.docx", rich_body())
    office.plan(PLAN, subject=SUBJECT)
    issued = office.issue(capsys, PLAN)
    assert issued.code == 0, issued.out + issued.err
    paper = issued.json["issued"][0]
    assert paper["code"] == "01/KH-SYT"
    assert {"ke-hoach.docx", "ke-hoach.typed.docx", "ke-hoach.body.docx"} <= set(paper["files"])
    shutil.rmtree(body.parent)
    again = office.run_bare(capsys, "register", "reissue", paper["code"], "--json")
    assert again.code == 0, again.out + again.err


def test_a_row_without_a_body_is_told_with_the_file_that_is_wanted(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.plan("giay-moi/tong-ket", subject="Dự hội nghị tổng kết")
    done = office.run(capsys, "draft")
    assert "papers/giay-moi.tong-ket.docx" in done.out + done.err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ke-hoch.docx", "Có phải là “ke-hoach.docx”?"),
        ("ke-hoach.doc", "lưu thành .docx"),
        ("ghi-chu.txt", "ra ngoài thư mục"),
    ],
)
def test_what_lies_among_the_bodies_and_is_none_is_told(
    office: SmallOffice, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    office.lay(name, b"x")
    done = office.run(capsys, "draft", PLAN)
    assert name in done.out + done.err
    assert told in " ".join((done.out + done.err).split())
