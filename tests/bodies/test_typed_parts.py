"""Headings of parts that a clerk typed as plain text are bold in the decree's form, and that is told."""

from io import BytesIO

import docx
import pytest

from tests.bodies.small_offices import SmallOffice

PLAN = "ke-hoach"
PLAIN = ("I. MỤC ĐÍCH", "Động viên mọi người.", "II. TỔ CHỨC THỰC HIỆN", "Các phòng thực hiện./.")


def typed(*lines: str, bold: tuple[str, ...] = ()) -> bytes:
    document, written = docx.Document(), BytesIO()
    for line in lines:
        document.add_paragraph().add_run(line).bold = line in bold or None
    document.save(written)
    return written.getvalue()


def drafted(
    office: SmallOffice, capsys: pytest.CaptureFixture[str], body: bytes, **plan: str
) -> tuple[dict[str, bool], str]:
    """Each line of the paper and whether all of it is bold; what was told of the body."""
    office.lay("ke-hoach.docx", body)
    office.plan(PLAN, subject="Tổ chức phong trào", **plan)
    done = office.run(capsys, "draft", PLAN, "--json")
    assert done.code == 0, done.out + done.err
    told = [each["message"] for each in done.json["problems"] if each["code"] == "body-in-form"]
    paper = docx.Document(str(office.drafts / "ke-hoach.docx"))
    lines = {each.text: all(run.bold for run in each.runs) for each in paper.paragraphs}
    return lines, "".join(told)


def test_roman_headings_typed_as_text_become_bold_and_are_told(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    lines, told = drafted(office, capsys, typed(*PLAIN))
    assert [lines[text] for text in PLAIN] == [True, False, True, False]
    assert "đề mục in đậm (2 chỗ)" in told


def test_headings_that_are_bold_already_are_no_change(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    lines, told = drafted(office, capsys, typed(*PLAIN, bold=(PLAIN[0], PLAIN[2])))
    assert [lines[text] for text in PLAIN] == [True, False, True, False]
    assert "đề mục" not in told


def test_a_body_kept_as_typed_stays_plain(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    lines, told = drafted(office, capsys, typed(*PLAIN), body_form="as typed")
    assert not any(lines[text] for text in PLAIN)
    assert told == ""


@pytest.mark.parametrize(
    "lines",
    [
        ("I. Hồ sơ gồm đơn, ảnh.", "II. Hồ sơ nộp ở văn phòng."),  # sentences
        ("II. PHẦN HAI", "III. PHẦN BA"),  # not from the first on
        ("I. MỤC ĐÍCH", "Chỉ một phần như thế."),
        ("V. Lê-nin nói", "I. Niu-tơn nói"),  # names
        ("I. MỤC ĐÍCH", "III. YÊU CẦU"),
    ],
)
def test_what_only_looks_like_a_heading_stays_as_it_is(
    office: SmallOffice, capsys: pytest.CaptureFixture[str], lines: tuple[str, ...]
) -> None:
    found, told = drafted(office, capsys, typed(*lines))
    assert not any(found[text] for text in lines)
    assert "đề mục" not in told
