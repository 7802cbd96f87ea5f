"""Every paper in a file is read, each for what it is; a letterhead in the page header is a letterhead."""

from copy import deepcopy

import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm

from tests.decree.nd30_papers import GOOD, Sheet, cut, decision, letter
from tests.decree.nd30_strangers import application, survey
from vbgen.decree import annotate, lint, to_sarif
from vbgen.decree.linting import papers_of
from vbgen.decree.parts.names import Part
from vbgen.word.package.lenient import open_package


def behind(first: Sheet, *others: Sheet, section: bool = False) -> bytes:
    """The papers one after the other in one file, each on a page of its own."""
    body = first.docx.element.body
    for other in others:
        if section:
            first.docx.add_section(WD_SECTION.NEW_PAGE)
        else:
            first.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for block in list(other.docx.element.body):
            if block.tag != qn("w:sectPr"):
                body.insert(len(body) - 1, deepcopy(block))
    return first.bytes()


@pytest.mark.parametrize("section", [False, True], ids=["page break", "section"])
def test_two_good_papers_in_one_file_raise_nothing(section: bool) -> None:
    told = lint(behind(letter(), letter(), section=section))
    assert [item.rule for item in told.findings] == []
    assert [(paper.kind, paper.type) for paper in told.papers] == [
        ("official", "Công văn"),
        ("official", "Công văn"),
    ]


def test_each_paper_is_measured_by_what_holds_for_it() -> None:
    docx = behind(decision(), survey(), application(), letter(number="Số: 5/SCT-VP"))
    told = lint(docx)
    assert [paper.kind for paper in told.papers] == [
        "official",
        "form",
        "application",
        "official",
    ]
    assert [(item.rule, item.paper) for item in told.findings] == [("number.zero", 4)]
    assert told.findings[0].as_json()["group"] == "number.zero/4"


def test_what_papers_share_is_told_once() -> None:
    first = letter()
    first.docx.sections[0].left_margin = Mm(10)
    told = lint(behind(first, letter()))
    assert [item.rule for item in told.findings] == ["page.margin-left"]


def test_what_a_later_paper_lacks_is_told_with_the_paper() -> None:
    other = letter()
    cut(other["number"]._p)
    found = {item.rule: str(item.place) for item in lint(behind(letter(), other)).findings}
    assert "number.missing" in found
    assert all("thứ 2" in place or "bảng" in place for place in found.values())


def test_a_mentioned_national_name_begins_no_paper() -> None:
    sheet = letter()
    sheet["clause 1"].runs[0].text = "1. Quốc hiệu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."
    assert len(lint(sheet.bytes()).papers) == 1


@pytest.mark.parametrize("name", GOOD)
def test_a_paper_with_its_appendices_is_one_paper(name: str) -> None:
    assert len(lint(GOOD[name]().bytes()).papers) == 1


def in_header(sheet: Sheet) -> bytes:
    """The paper with its letterhead moved into the first page's header."""
    header = sheet.docx.sections[0].first_page_header
    header.is_linked_to_previous = False
    for paragraph in list(header.paragraphs):
        cut(paragraph._p)
    header._element.append(sheet.tables["letterhead"]._tbl)
    header._element.append(deepcopy(sheet["opening"]._p))
    header.paragraphs[0].clear()
    return sheet.bytes()


def test_a_letterhead_in_the_page_header_is_read() -> None:
    [paper] = papers_of(open_package(in_header(letter())))
    assert [line.text for line in paper.of(Part.ISSUER)] == ["SỞ CÔNG THƯƠNG"]
    assert lint(in_header(letter())).kind == "official"


def test_a_fault_in_a_letterhead_in_the_page_header_is_found_there() -> None:
    sheet = letter()
    sheet["motto"].runs[0].bold = False
    [finding] = [item for item in lint(in_header(sheet)).findings if item.rule == "motto.weight"]
    assert "đầu trang" in str(finding.place)


def test_sarif_and_comments_say_what_each_paper_was_taken_for() -> None:
    docx = behind(letter(), survey())
    told = lint(docx, name="hai.docx")
    run = to_sarif([told])["runs"][0]  # type: ignore[index] # a JSON value
    said = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert said == list(told.notes)
    assert len(said) == 2
    assert annotate(docx, told)
