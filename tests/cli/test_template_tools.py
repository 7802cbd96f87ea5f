"""For those who write templates: faults as Word comments, differences from the shipped ones, tags to copy."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Mm, Pt

from tests.cli.command_line import Answer, vbgen
from vbgen.errors import Problem
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.places import COPY_FOOT
from vbgen.papers.reference import known
from vbgen.word.template import Template

SHIPPED = shipped() / "templates"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    (tmp_path / "templates").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrong_template(path: Path) -> None:
    """A fault in a paragraph, one in a cell, one in the header, and much that is right."""
    typed = docx.Document()
    typed.sections[0].header.paragraphs[0].text = "{{ agency.nam }}"
    typed.add_paragraph("Kính gửi {{ agency.name }}")
    typed.add_paragraph("Năm {{ movement.nam }}")
    typed.add_table(2, 2).cell(1, 1).text = "{{ movement.yaer }}"
    typed.save(str(path))


def comments(path: Path) -> dict[str, list[str]]:
    """What each commented paragraph says → the comments at it, line by line."""
    document = docx.Document(str(path))
    told = {str(each.comment_id): each.text for each in document.comments}
    found: dict[str, list[str]] = {}
    for paragraph in document.element.body.iter("{*}p"):
        text = "".join(node.text or "" for node in paragraph.iter("{*}t"))
        for mark in paragraph.iter("{*}commentReference"):
            identity = next(value for key, value in mark.attrib.items() if key.endswith("}id"))
            found.setdefault(text, []).append(told[identity])
    return found


def test_each_fault_of_a_template_is_a_comment_at_its_paragraph(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong_template(workspace / "sai.docx")
    before = (workspace / "sai.docx").read_bytes()
    done = vbgen(capsys, "template", "check", "sai.docx", "--annotate", "xem.docx", "--json")
    assert (done.code, done.json["copies"]) == (1, ["xem.docx"])
    found = comments(workspace / "xem.docx")
    at_top, paragraph, cell = found
    assert (paragraph, cell) == ("Năm {{ movement.nam }}", "{{ movement.yaer }}")
    assert [len(each) for each in found.values()] == [2, 1, 1]  # the count, and the header's fault
    assert "đầu trang 1" in found[at_top][1]
    assert "“movement” không có trường “nam”" in found[paragraph][0]
    assert "“movement” không có trường “yaer”" in found[cell][0]
    assert (workspace / "sai.docx").read_bytes() == before


def test_a_copy_never_takes_the_template_s_own_place(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong_template(workspace / "sai.docx")
    done = vbgen(capsys, "template", "check", "sai.docx", "--annotate", "sai.docx")
    assert done.code != 0
    assert "Không ghi đè" in done.out + done.err


def test_several_templates_are_commented_in_a_folder(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = vbgen(
        capsys, "template", "check", "award-decision", "certificate", "--annotate", "xem", "--json"
    )
    assert done.code == 0
    names = {"award-decision.docx", "certificate.docx"}
    assert {path.name for path in (workspace / "xem").glob("*.docx")} == names


def own_decision(workspace: Path) -> Path:
    """The shipped decision as the office's own, nothing changed."""
    own = workspace / "templates" / "award-decision"
    shutil.copytree(SHIPPED / "award-decision", own)
    return own


def compared(capsys: pytest.CaptureFixture[str], *words: str) -> Answer:
    return vbgen(capsys, "template", "diff", *words, "--json")


def test_an_untouched_template_differs_in_nothing(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_decision(workspace)
    found = compared(capsys).json
    assert found["compared"] == ["award-decision/kind.toml", "award-decision/template.docx"]
    assert (found["differing"], found["problems"]) == ([], [])


def test_text_settings_styles_and_pages_that_differ_are_told_in_words(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = own_decision(workspace)
    declared = (own / "kind.toml").read_text("utf-8")
    (own / "kind.toml").write_text(
        declared.replace('type_name = "QUYẾT ĐỊNH"', 'type_name = "QĐ"'), "utf-8"
    )
    document = docx.Document(str(own / "template.docx"))
    document.add_paragraph("Thêm một đoạn")
    document.styles["Nội dung"].font.size = Pt(13)
    document.sections[0].left_margin = Mm(35)
    document.save(str(own / "template.docx"))
    told = {each["code"]: each for each in compared(capsys).json["problems"]}
    assert set(told) == {
        "template-setting", "template-text-own", "template-style", "template-page",
    }  # fmt: skip
    assert told["template-setting"]["place"]["path"] == "type_name"
    assert "“QĐ”" in told["template-setting"]["message"]
    assert "“Thêm một đoạn”" in told["template-text-own"]["message"]
    assert "“Nội dung”" in told["template-style"]["message"]
    assert "cỡ chữ" in told["template-style"]["message"]
    assert "lề" in told["template-page"]["message"]


def test_only_kinds_asked_for_are_compared(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_decision(workspace)
    shutil.copytree(SHIPPED / "certificate", workspace / "templates" / "certificate")
    found = compared(capsys, "certificate").json
    assert {name.partition("/")[0] for name in found["compared"]} == {"certificate"}


def test_the_office_s_own_kinds_have_nothing_to_be_held_against(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SHIPPED / "certificate", workspace / "templates" / "thu-cam-on")
    assert compared(capsys).json["compared"] == []


def palette_rows(path: Path) -> list[tuple[str, str]]:
    rows = (row for table in docx.Document(str(path)).tables for row in table.rows[1:])
    return [(row.cells[0].text, row.cells[1].text) for row in rows]


def faults_of(tags: list[str]) -> list[Problem]:
    """What the check finds in a template of these tags."""
    typed, written = docx.Document(), BytesIO()
    for tag in tags:
        typed.add_paragraph(tag)
    typed.save(written)
    template = Template.open(written.getvalue())
    return list(template.check(known()))


def in_their_loops(rows: list[tuple[str, str]]) -> Iterator[str]:
    """The tags as they are pasted: an inner loop where its row says that it stands."""
    opened = 0
    for tag, meaning in rows:
        if tag.startswith("{%p for"):
            outside = re.findall(r"{%p for [^%]+%}", meaning)
            yield from outside
            opened = len(outside)
        yield tag
        if tag.startswith("{%p end"):
            yield from ["{%p endfor %}"] * opened


def test_the_palette_has_every_shared_part_and_every_tag_works(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = vbgen(capsys, "template", "palette", "-o", "the.docx", "--json")
    rows = palette_rows(workspace / "the.docx")
    assert made.json["tags"] == len(rows)
    parts = {tag.split('"')[1] for tag, _meaning in rows if "include" in tag}
    fragments = {path.stem for path in (SHIPPED / "_fragments").glob("*.docx")}
    assert parts == fragments | {COPY_FOOT}
    names = [tag for tag, _meaning in rows if tag.startswith("{{ ") and "|" not in tag]
    loops = [tag for tag, _meaning in rows if tag.startswith("{%p for") or tag == "{%p endfor %}"]
    assert len(names) > 300
    assert len(loops) > 40
    plain = (place for place, row in enumerate(rows) if "agency." in row[0] and "|" not in row[0])
    first = next(plain)
    assert faults_of(list(in_their_loops(rows[first:]))) == []


def test_every_row_of_the_palette_says_what_it_prints_in_vietnamese(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vbgen(capsys, "template", "palette", "-o", "the.docx")
    rows = palette_rows(workspace / "the.docx")
    unsaid = [tag for tag, meaning in rows if not meaning and not tag.startswith("{%p end")]
    assert unsaid == []
    said = [re.sub(r"{%[^%]*%}", "", meaning) for _tag, meaning in rows]
    english = [meaning for meaning in said if {"the", "for", "from"} & set(meaning.split())]
    assert english == []
