"""A template is read as the paper that it makes: a value mutes what it stands for and no more."""

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.decree.nd30_papers import GOOD, LEFT, Sheet, body, decision, letter
from tests.decree.nd30_strangers import fill_in_template
from tests.decree.seed_acts import spoil
from tests.decree.seed_papers import built
from vbgen.decree import FormReport, MadeKind, TemplateFilling, fix, lint
from vbgen.decree.filling.tags import TagKind, tags_in
from vbgen.errors import Severity
from vbgen.office.linting import filling_of

TEMPLATES = Path(__file__).parents[2] / "templates"
SHIPPED = sorted(TEMPLATES.glob("*/*.docx"))
OWN_FORM = {  # of a decision's annexes an extract repeats the list alone; below it stands the copy's own foot
    "award-extract": frozenset({"appendix.numeral-alone", "table.size"}),
}


def report_on(path: Path) -> FormReport:
    return lint(path, filling=filling_of(path, ()))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_shipped_templates_are_clean(path: Path) -> None:
    own = OWN_FORM.get(path.stem, OWN_FORM.get(path.parent.name, frozenset()))
    found = [(item.rule, str(item.place)) for item in report_on(path).findings]
    assert [each for each in found if each[0] not in own] == []


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("award-decision", "quyết định"),
        ("launch-notice", "công văn"),
        ("council-minutes", "biên bản"),
        ("nomination-list", "tờ trình"),
        ("phase-summary", "báo cáo"),
        ("check-report", "báo cáo"),
        ("_frames/named", "tờ trình"),
        ("_frames/letter", "công văn"),
        ("_frames/telegram", "công điện"),
    ],
)
def test_a_template_is_recognised_as_the_kind_that_it_makes(kind: str, title: str) -> None:
    frame = TEMPLATES / f"{kind}.docx"
    [paper] = report_on(frame if frame.exists() else TEMPLATES / kind / "template.docx").papers
    assert paper.title == f"mẫu (có chỗ điền) của {title}"
    assert "chỗ điền" in paper.sentence


def seeded(folder: Path, file: str, tag: str, font: str = "", *, bold: bool | None = None) -> Path:
    """The shipped templates with one paragraph set otherwise; the template of the decision among them."""
    shutil.copytree(TEMPLATES, folder / "templates")
    path = folder / "templates" / file
    document = docx.Document(str(path))
    for paragraph in _everywhere(document):
        for run in paragraph.runs if tag in paragraph.text else ():
            run.bold = run.bold if bold is None else bold
            run.font.name = font or run.font.name
    document.save(str(path))
    return folder / "templates" / "award-decision" / "template.docx"


def _everywhere(document: object) -> list[Paragraph]:
    paragraphs = list(document.paragraphs)  # type: ignore[attr-defined] # python-docx's document
    for table in document.tables:  # type: ignore[attr-defined] # as above
        paragraphs += [item for row in table.rows for cell in row.cells for item in cell.paragraphs]
    return paragraphs


@pytest.mark.parametrize(
    ("tag", "bold", "font", "rule"),
    [
        ("letterhead.motto }}", False, "", "motto.weight"),
        ("letterhead.place_line }}", None, "Arial", "font.family"),
        ("letterhead.number }}", True, "", "number.weight"),
        ("{{ line }}", False, "", "issuer.weight"),
    ],
)
def test_a_fault_in_a_fragment_is_found_in_the_template_and_in_the_fragment(
    tmp_path: Path, tag: str, bold: bool | None, font: str, rule: str
) -> None:
    path = seeded(tmp_path, "_fragments/letterhead.docx", tag, font, bold=bold)
    fragment = path.parents[1] / "_fragments" / "letterhead.docx"
    found = report_on(path).findings
    assert {item.rule for item in found} == {rule}
    assert all("phần dùng chung “letterhead.docx”" in str(item.place) for item in found)
    assert all(tag.strip("{} ") in item.place.quote for item in found)
    assert {item.rule for item in report_on(fragment).findings} == {rule}


def test_a_fault_in_the_template_itself_is_found_at_its_paragraph(tmp_path: Path) -> None:
    title = "ĐƯỢC KHEN\N{NO-BREAK SPACE}THƯỞNG"
    path = seeded(tmp_path, "award-decision/template.docx", title, bold=False)
    [finding] = report_on(path).findings
    assert finding.rule == "appendix-title.weight"
    assert "ĐƯỢC KHEN THƯỞNG" in finding.place.quote
    paragraphs = list(docx.Document(str(path)).element.iter("{*}p"))
    assert title in "".join(paragraphs[finding.anchor.ordinal].itertext())


def test_a_template_without_its_fragments_says_what_it_could_not_look_into() -> None:
    report = lint(TEMPLATES / "award-decision" / "template.docx")
    assert "letterhead" in report.papers[0].unopened
    assert "Không mở được phần dùng chung: letterhead" in report.papers[0].sentence
    assert not report.has_errors


def test_each_paragraph_of_another_programs_template_is_one_warning_and_nothing_else() -> None:
    report = lint(fill_in_template().bytes())
    assert {(item.rule, item.severity) for item in report.findings} == {
        ("typing.placeholder", Severity.WARNING)
    }
    places = [str(item.place) for item in report.findings]
    assert len(places) == len(set(places))
    assert "còn “{{ten_co_quan}}”" in {item.found for item in report.findings}


FIXED = {
    "Kính gửi:",
    "Nơi nhận:",
    "QUYẾT ĐỊNH:",
    "HỎA TỐC",
    "LƯU HÀNH NỘI BỘ",
}  # no template has a value there


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_value_in_any_part_raises_no_other_finding(name: str) -> None:
    for part in [part for part in GOOD[name]().named if "line" not in part and "page" not in part]:
        sheet = GOOD[name]()
        runs = [run for run in sheet[part].runs if run.text.strip()]
        if not runs or runs[0].text in FIXED or runs[0].text.startswith("Điều "):
            continue
        runs[0].text = "{{ x }}"
        found = {item.rule for item in lint(sheet.bytes()).findings}
        assert found <= {"typing.placeholder"}, (part, found)


@pytest.mark.parametrize(
    ("part", "rule"),
    [("motto", "motto.weight"), ("clause 1", "body.spacing"), ("number", "number.alignment")],
)
def test_looks_are_still_held_beside_a_value(part: str, rule: str) -> None:
    sheet = fill_in_template()
    paragraph = sheet[part]
    if rule.endswith("weight"):
        paragraph.runs[0].bold = False
    elif rule.endswith("alignment"):
        paragraph.alignment = LEFT
    else:
        paragraph.paragraph_format.space_before = 0
    assert rule in {item.rule for item in lint(sheet.bytes()).findings}


def test_words_beside_a_value_are_still_read() -> None:
    sheet = letter()
    sheet["clause 2"].runs[0].text = "2. Các  phòng thực hiện theo Khoản 2 Điều 3 và {{ van_ban }}."
    found = {item.rule for item in lint(sheet.bytes()).findings}
    assert found == {"typing.placeholder", "typing.double-blank", "capitals.citation-lower"}


def test_both_branches_are_checked_and_neither_is_missed() -> None:
    sheet = letter()
    for text in ("{%p if a %}", "Nội dung  một.", "{%p else %}", "Nội dung  hai.", "{%p endif %}"):
        paragraph = body(sheet, text)
        sheet["clause 2"]._p.addprevious(paragraph._p)
    found = [item.place.quote for item in lint(sheet.bytes()).findings]
    assert found == ["Nội dung một.", "Nội dung hai."]


def test_a_mended_template_keeps_its_tags() -> None:
    sheet = decision()
    sheet["article 2"].runs[
        1
    ].text = " Tiền  thưởng {% if x %}5{% else %}6{% endif %} đồng của {{ y }} ."
    sheet["article 3"].runs[1].font.name = "Arial"
    fixed = fix(sheet.bytes())
    assert "font.family" in {item.rule for item in fixed.mended}
    kept = docx.Document(BytesIO(fixed.docx))
    text = next(item.text for item in kept.paragraphs if "Điều 2" in item.text)
    assert text.endswith("Tiền  thưởng {% if x %}5{% else %}6{% endif %} đồng của {{ y }} .")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("{{ x }}", [TagKind.VALUE]),
        ("{{r x }}{{p y }}", [TagKind.VALUE, TagKind.VALUE]),
        ("{%p if a %}", [TagKind.BRANCH]),
        ("{%- else -%}", [TagKind.OTHER_BRANCH]),
        ("{%tr endif %}", [TagKind.END]),
        ("{%tc for x in y %}", [TagKind.SILENT]),
        ('{%p include "letterhead" %}', [TagKind.INCLUDE]),
        ("{%p include “letterhead” %}", [TagKind.INCLUDE]),
        ("{# ghi chú #}", [TagKind.SILENT]),
        ("{{#noi_nhan}}{{/noi_nhan}}{{^x}}", [TagKind.SILENT] * 3),
        ("{{ else }}", [TagKind.SILENT]),
        ("{{{ raw }}}", [TagKind.VALUE]),
        ("«Co_quan»/QĐ-« Họ_tên »", [TagKind.VALUE, TagKind.VALUE]),  # as Word shows a mail merge
        ("${a.b} <<ten>>", [TagKind.VALUE, TagKind.VALUE]),
        ("{ x } {% x «Vì nước» a << b", []),
    ],
)
def test_tags_are_told_apart(text: str, kinds: list[TagKind]) -> None:
    assert [tag.kind for tag in tags_in(text)] == kinds


_PIECES = st.sampled_from(
    ["{{ x }}", "{{", "}}", "{%p if a %}", "{%p else %}", "{%p endif %}", "{%tr for x in y %}", "{%tr endfor %}", "chữ",
     '{%p include "letterhead" %}', "{{#a}}", "{{/a}}", "{# #}", "Số:", "ngày", " ", "{% if a %}", "{% endif %}"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_PIECES, max_size=5).map("".join), min_size=1, max_size=8))
def test_any_tags_in_any_order_are_read_without_a_fall(lines: list[str]) -> None:
    document = docx.Document()
    table = document.add_table(rows=len(lines), cols=2)
    for place, line in enumerate(lines):
        document.add_paragraph(line)
        table.rows[place].cells[place % 2].text = line
    fragments = {path.stem: path for path in (TEMPLATES / "_fragments").glob("*.docx")}
    filling = TemplateFilling(fragments, MadeKind("QUYẾT ĐỊNH", "QĐ"))
    assert lint(Sheet(document).bytes(), filling=filling).papers


def test_where_a_template_begins_is_told_in_its_own_words() -> None:
    sheet = built("department-decision")
    spoil(sheet, {"at": "governing", "text": "{{ chu_quan }}"})
    (paper,) = lint(sheet.bytes(), today=date(2026, 11, 29)).papers
    assert paper.begins == "{{ chu_quan }}"
