"""How findings reach a reader: places, problems, JSON, SARIF, Word comments."""

import json
import re
from io import BytesIO
from urllib.parse import unquote

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.decree.nd30_faults import FAULTS, italic, size
from tests.decree.nd30_papers import GOOD, decision, letter
from vbgen.decree import annotate, form_rules, grouped, lint, sentences, to_sarif
from vbgen.errors import Severity


def spoilt() -> bytes:
    sheet = letter(number="Số: 5/SCT-VP")
    italic("signer", True)(sheet)
    size("page number", 10)(sheet)
    sheet.docx.sections[0].left_margin = 0
    return sheet.bytes()


def test_a_place_can_be_followed_with_a_finger() -> None:
    places = {
        finding.rule: str(finding.place) for finding in lint(spoilt(), name="cv.docx").findings
    }
    assert (
        places["number.zero"]
        == "cv.docx › thân văn bản › bảng 1, hàng 2, ô 1 › đoạn 1 › “Số: 5/SCT-VP”"
    )
    assert places["page.margin-left"] == "cv.docx › thiết lập trang"
    assert places["page-number.size"].startswith("cv.docx › đầu trang › đoạn 1")


def test_a_finding_says_what_was_found_what_is_required_by_which_article_and_how_to_mend_it() -> (
    None
):
    problem = next(item for item in lint(spoilt()).problems if item.code == "number.zero")
    assert problem.message == (
        "số “5”; quy định: số nhỏ hơn 10 ghi thêm số 0 phía trước (“05”) (Phụ lục I, Phần I, Mục II.3.c)."
    )
    assert problem.hint == "Thêm số 0 phía trước."
    assert problem.severity is Severity.ERROR


def test_a_report_tells_errors_from_remarks() -> None:
    sheet = letter()
    sheet["clause 2"].runs[
        0
    ].text = "2. Các  phòng, đơn vị chủ động tổ chức phong trào với các nội dung sau:"
    remarks = lint(sheet.bytes())
    assert (remarks.has_errors, remarks.count(Severity.NOTE)) == (False, 1)
    assert lint(spoilt()).has_errors


def test_json_holds_plain_values() -> None:
    values = [finding.as_json() for finding in lint(spoilt(), name="cv.docx").findings]
    assert json.loads(json.dumps(values, ensure_ascii=False)) == values
    assert {
        "code",
        "severity",
        "message",
        "place",
        "hint",
        "article",
        "found",
        "required",
    } <= values[0].keys()


def test_sarif_names_each_rule_once_and_each_finding_with_its_place() -> None:
    log = to_sarif([lint(spoilt(), name="cv.docx"), lint(spoilt(), name="hai.docx")], version="1.0")
    run = log["runs"][0]  # type: ignore[index] # a JSON value
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(listed) == len(set(listed))
    for result in run["results"]:
        assert listed[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] in {
            "cv.docx",
            "hai.docx",
        }


def test_a_file_in_sarif_is_a_reference_that_the_standard_allows() -> None:
    log = to_sarif([lint(spoilt(), name="công văn\\đi/số 1.docx")])
    result = log["runs"][0]["results"][0]  # type: ignore[index] # a JSON value
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w.~%/-]+", uri, re.ASCII)
    assert unquote(uri) == "công văn/đi/số 1.docx"


def test_every_group_becomes_a_comment_at_its_first_place_below_what_the_paper_was_taken_for() -> (
    None
):
    source = spoilt()
    report = lint(source)
    annotated = annotate(source, report)
    document = Document(BytesIO(annotated))
    assert len(list(document.comments)) == len(grouped(report.findings)) + 1
    assert next(iter(document.comments)).text.startswith("Đọc là: công văn.")
    text = next(item.text for item in document.comments if "number.zero" in item.text)
    assert "quy định: số nhỏ hơn 10" in text
    number = next(
        cell for cell in document.tables[0].column_cells(0) if "Số:" in cell.text
    ).paragraphs[0]
    assert number._p.xpath("./w:commentRangeStart")
    assert [p.text for p in document.paragraphs] == [
        p.text for p in Document(BytesIO(source)).paragraphs
    ]


def test_comments_join_those_that_are_there() -> None:
    sheet = letter(number="Số: 5/SCT-VP")
    sheet.docx.add_comment(sheet["clause 1"].runs, text="của người duyệt", author="A")
    source = sheet.bytes()
    document = Document(BytesIO(annotate(source, lint(source))))
    assert [item.author for item in document.comments] == [
        "A",
        *["vbgen"] * (len(grouped(lint(source).findings)) + 1),
    ]


def test_a_clean_report_leaves_one_comment_so_that_silence_is_no_pass() -> None:
    source = GOOD["letter"]().bytes()
    [comment] = Document(BytesIO(annotate(source, lint(source)))).comments
    assert comment.text == "Đọc là: công văn.\n0 lỗi, 0 cảnh báo, 0 lưu ý."


def arial() -> bytes:
    """A decision in one wrong font, with one wrong margin."""
    sheet = decision()
    fonts = sheet.docx.styles["Normal"].element.rPr.rFonts
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), "Arial")
    sheet["article 1"].runs[1].text = " Tặng  Giấy khen cho 05 tập thể (có danh sách kèm theo)."
    sheet.docx.sections[0].left_margin = 0
    return sheet.bytes()


def test_repeats_are_one_group_with_a_count_and_the_gravest_come_first() -> None:
    report = lint(arial(), name="qd.docx")
    groups = grouped(report.findings)
    assert [group.first.rule for group in groups] == [
        "page.margin-left",
        "font.family",
        "typing.double-blank",
    ]
    fonts = groups[1]
    assert fonts.count == sum(item.rule == "font.family" for item in report.findings) > 20
    assert fonts.heading == f"phông chữ Arial ({fonts.count} chỗ)"
    assert len(fonts.places) == 5
    assert fonts.places[-1] == f"… và {fonts.count - 4} chỗ nữa"
    assert all("qd.docx" not in place and len(place) < 60 for place in fonts.places)


def test_programs_still_get_one_entry_a_place_with_its_group() -> None:
    report = lint(arial(), name="qd.docx")
    fonts = [item.as_json() for item in report.findings if item.rule == "font.family"]
    assert {item["group"] for item in fonts} == {"font.family/1"}
    results = to_sarif([report])["runs"][0]["results"]  # type: ignore[index] # a JSON value
    assert len(results) == len(report.findings)
    assert {item["properties"]["group"] for item in results} >= {"font.family/1"}


def test_comments_of_a_wrong_font_are_few() -> None:
    source = arial()
    comments = list(Document(BytesIO(annotate(source, lint(source)))).comments)
    assert len(comments) == 4


def test_every_rule_has_its_sentences_and_its_article() -> None:
    known = set(sentences())
    for rule in form_rules().values():
        assert rule.required
        assert rule.mend.endswith(".")
        assert rule.article
        assert {rule.required, rule.mend} <= known


@pytest.mark.parametrize("fault", FAULTS[::7], ids=lambda fault: fault.title)
def test_no_sentence_shows_an_unfilled_place(fault: object) -> None:
    sheet = fault.paper()  # type: ignore[attr-defined] # a Fault, named by its title
    fault.seed(sheet)  # type: ignore[attr-defined] # as above
    for problem in lint(sheet.bytes()).problems:
        if problem.code != "typing.placeholder":
            assert "{" not in problem.message + problem.hint
