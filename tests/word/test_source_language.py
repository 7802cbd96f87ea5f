"""What the readable source of a template can say, and what it refuses."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from vbgen.word.source import build, resize
from vbgen.word.source.body import SourceError


def built(tmp_path: Path, body: str, root: str = '<template title="x" page="portrait">') -> bytes:
    source = tmp_path / "template.xml"
    source.write_text(f"{root}{body}</template>", encoding="utf-8")
    return build(source)


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def test_bold_and_italic_stay_runs_of_their_own(tmp_path: Path) -> None:
    paragraph = opened(built(tmp_path, "<p>một <b>hai <i>ba</i></b> bốn</p>")).paragraphs[0]
    assert [(run.text, run.bold, run.italic) for run in paragraph.runs] == [
        ("một ", None, None),
        ("hai ", True, None),
        ("ba", True, True),
        (" bốn", None, None),
    ]


def test_for_and_if_become_paragraph_tags(tmp_path: Path) -> None:
    texts = [
        p.text
        for p in opened(
            built(tmp_path, '<for each="x in y"><if test="x"><p>{{ x }}</p></if></for>')
        ).paragraphs
    ]
    assert texts == ["{%p for x in y %}", "{%p if x %}", "{{ x }}", "{%p endif %}", "{%p endfor %}"]


def test_a_loop_over_rows_becomes_row_tags_and_the_head_repeats(tmp_path: Path) -> None:
    body = (
        '<table style="Grid" widths="10 20"><row head="yes"><cell>a</cell><cell>b</cell></row>'
        '<for each="x in y"><row><cell span="2">{{ x }}</cell></row></for></table>'
    )
    table = opened(built(tmp_path, body)).tables[0]
    assert [row.cells[0].text for row in table.rows] == [
        "a",
        "{%tr for x in y %}",
        "{{ x }}",
        "{%tr endfor %}",
    ]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in (table.rows[0], table.rows[2]))


def test_a_section_element_ends_a_section_and_the_root_describes_the_last(tmp_path: Path) -> None:
    body = '<p>một</p><section page="portrait"/><p>hai</p>'
    sections = opened(
        built(tmp_path, body, '<template title="x" page="landscape" restart="yes">')
    ).sections
    sizes = [(section.page_width, section.page_height) for section in sections]
    assert [(round(w.mm), round(h.mm)) for w, h in sizes if w and h] == [(210, 297), (297, 210)]
    assert 'w:pgNumType w:start="1"' in sections[1]._sectPr.xml


def test_portrait_margins_lie_within_the_decree(tmp_path: Path) -> None:
    section = opened(built(tmp_path, "<p>x</p>")).sections[0]
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(margin.mm) for margin in margins if margin is not None] == [20, 15, 20, 30]
    assert section.different_first_page_header_footer


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<q>x</q>", "unknown element <q>"),
        ("<p>x<u>y</u></p>", "unknown element <u>"),
        ('<p style="Boddy">x</p>', "unknown style Boddy"),
        ('<table widths="10 20"><row><cell>a</cell></row></table>', "1 columns instead of 2"),
        ('<table widths="10"><p>x</p></table>', "<p> cannot stand in a table"),
    ],
)
def test_a_wrong_source_is_refused_with_its_line(tmp_path: Path, body: str, fault: str) -> None:
    with pytest.raises(SourceError, match=f"line 1: .*{fault}"):
        built(tmp_path, body)


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    assert built(tmp_path, "<p>x</p>") == built(tmp_path, "<p>x</p>")


def test_the_small_size_set_changes_the_named_styles_and_nothing_else(tmp_path: Path) -> None:
    before, after = (
        {
            style.style_id: style.font.size
            for style in opened(content).styles
            if isinstance(style, ParagraphStyle)
        }
        for content in (
            built(tmp_path, "<p>x</p>"),
            resize(built(tmp_path, "<p>x</p>"), {"Motto": 13, "Absent": 9}),
        )
    )
    assert {key: after[key] for key in before if after[key] != before[key]} == {"Motto": Pt(13)}
