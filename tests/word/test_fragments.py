"""Fragments: put in place at compile time with all they need."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.word.docx_making import body_xml, cells, members, of_paragraphs, picture, saved, texts
from vbgen.errors import Problem, TemplateError
from vbgen.word.template import Fragments, Template


def opened(template: bytes, **fragments: bytes) -> Template:
    return Template.open(template, name="mẫu.docx", fragments=Fragments(fragments))


def faults(template: bytes, **fragments: bytes) -> tuple[Problem, ...]:
    with pytest.raises(TemplateError) as caught:
        opened(template, **fragments)
    return caught.value.problems


HOST = of_paragraphs("đầu", "{%p include “head” %}", "cuối {{ x }}")


def test_a_fragments_body_stands_in_place_of_its_tag() -> None:
    head = of_paragraphs("Sở {{ x }}", table=[["a", "{{ x }}"]])
    out = opened(HOST, head=head).render({"x": "R&D"})
    assert texts(out) == ["đầu", "Sở R&D", "cuối R&D"]
    assert cells(out) == [["a", "R&D"]]
    assert body_xml(out).count("<w:sectPr") == 1


def test_fragments_stand_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "head.docx").write_bytes(of_paragraphs("Sở"))
    out = Template.open(HOST, fragments=Fragments(tmp_path)).render({"x": 1})
    assert texts(out) == ["đầu", "Sở", "cuối 1"]


def test_fragments_stand_in_fragments() -> None:
    out = opened(
        HOST, head=of_paragraphs("{%p include 'inner' %}", "b"), inner=of_paragraphs("{{ x }}")
    )
    assert texts(out.render({"x": 1})) == ["đầu", "1", "b", "cuối 1"]


@pytest.mark.parametrize(("on", "expected"), [(True, ["trong"]), (False, [])])
def test_a_fragment_in_a_condition_is_left_out_with_it(on: bool, expected: list[str]) -> None:
    host = of_paragraphs("{%p if on %}", '{%p include "head" %}', "{%p endif %}")
    assert texts(opened(host, head=of_paragraphs("trong")).render({"on": on})) == expected


def test_a_fragment_in_a_loop_sees_the_loops_names() -> None:
    host = of_paragraphs("{%p for n in names %}", '{%p include "head" %}', "{%p endfor %}")
    out = opened(host, head=of_paragraphs("ông {{ n }}")).render({"names": ["A", "B"]})
    assert texts(out) == ["ông A", "ông B"]


def test_a_fragment_stands_in_a_cell_and_in_a_header() -> None:
    document = docx.Document()
    document.add_table(1, 1).rows[0].cells[0].text = "{%p include 'head' %}"
    document.sections[0].header.paragraphs[0].text = "{%p include 'head' %}"
    head = of_paragraphs("{{ x }}", table=[["t"]])
    out = docx.Document(io.BytesIO(opened(saved(document), head=head).render({"x": 1})))
    cell = out.tables[0].rows[0].cells[0]
    assert [paragraph.text for paragraph in cell.paragraphs] == ["1", ""]
    assert out.sections[0].header.paragraphs[0].text == "1"


def with_style(name: str, base: str | None = None) -> bytes:
    document = docx.Document()
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold = True
    if base:
        parent = document.styles.add_style(base, WD_STYLE_TYPE.PARAGRAPH)
        parent.font.italic = True
        style.base_style = parent
    document.add_paragraph("tên", style=name)
    return saved(document)


def test_styles_that_the_host_lacks_come_with_those_they_stand_on() -> None:
    out = docx.Document(
        io.BytesIO(opened(HOST, head=with_style("Quoc hieu", "Goc")).render({"x": 1}))
    )
    style = out.paragraphs[1].style
    assert style is not None
    assert (style.name, style.base_style and style.base_style.name) == ("Quoc hieu", "Goc")


def test_a_style_of_the_host_stays_as_it_is() -> None:
    host = docx.Document()
    host.styles.add_style("Quoc hieu", WD_STYLE_TYPE.PARAGRAPH).font.italic = True
    host.add_paragraph("{%p include 'head' %}")
    out = docx.Document(io.BytesIO(opened(saved(host), head=with_style("Quoc hieu")).render({})))
    assert out.paragraphs[0].style is not None
    assert out.paragraphs[0].style.font.italic is True
    assert out.paragraphs[0].style.font.bold is None


def test_pictures_and_links_come_under_numbers_of_the_host() -> None:
    document = docx.Document()
    document.add_picture(io.BytesIO(picture("blue")))
    head = saved(document)
    out = opened(of_paragraphs("{%p include 'a' %}", "{%p include 'a' %}"), a=head).render({})
    result = docx.Document(io.BytesIO(out))
    assert len(result.inline_shapes) == 2
    assert len([name for name in members(out) if "fragment-" in name]) == 1
    numbers = [shape._inline.docPr.id for shape in result.inline_shapes]
    assert len(set(numbers)) == 2


def test_a_link_of_a_fragment_points_where_it_pointed() -> None:
    document = docx.Document()
    kind = RELATIONSHIP_TYPE.HYPERLINK
    number = document.part.relate_to("https://vbgen.vn/a?b=1&c=2", kind, is_external=True)
    run = f'<w:hyperlink {nsdecls("w", "r")} r:id="{number}"><w:r><w:t>trang</w:t></w:r></w:hyperlink>'
    document.add_paragraph()._p.append(parse_xml(run))
    out = docx.Document(io.BytesIO(opened(HOST, head=saved(document)).render({"x": 1})))
    assert out.paragraphs[1].hyperlinks[0].address == "https://vbgen.vn/a?b=1&c=2"


def test_lists_of_a_fragment_count_on_their_own() -> None:
    document = docx.Document()
    numbered = (
        '<w:p {ns}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    )
    document.element.body.insert(0, parse_xml(numbered.format(ns=nsdecls("w"))))
    fragment = saved(document)
    out = opened(of_paragraphs("{%p include 'a' %}", "{%p include 'a' %}"), a=fragment).render({})
    xml = body_xml(out)
    numbering = members(out)["word/numbering.xml"].decode()
    used = [part.split('"', 1)[0] for part in xml.split('<w:numId w:val="')[1:]]
    assert len(set(used)) == 2
    assert all(f'w:numId="{number}"' in numbering for number in used)


def test_a_fault_in_a_fragment_names_the_fragment_and_its_own_paragraph() -> None:
    found = faults(HOST, head=of_paragraphs("một", "hai {{ x|uper }}"))
    assert str(found[0].place) == "head.docx › thân văn bản › đoạn 2 › “{{ x|uper }}”"


def test_places_after_a_fragment_count_the_hosts_own_paragraphs() -> None:
    host = of_paragraphs("đầu", "{%p include 'head' %}", "{{ x|uper }}")
    (problem,) = faults(host, head=of_paragraphs("một", "hai", "ba"))
    assert problem.place.file == "mẫu.docx"


def test_a_missing_fragment_is_told_with_the_nearest_name() -> None:
    (problem,) = faults(of_paragraphs("một", "{%p include 'haed' %}"), head=of_paragraphs("x"))
    assert (problem.code, problem.place.paragraph) == ("fragment-missing", 2)
    assert "“head”" in problem.hint


@pytest.mark.parametrize("name", ["../head", "/etc/passwd", "a/b", ".."])
def test_a_fragments_name_cannot_lead_out_of_its_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "head.docx").write_bytes(of_paragraphs("x"))
    (tmp_path / "in").mkdir()
    with pytest.raises(TemplateError):
        Template.open(
            of_paragraphs("{%p include '" + name + "' %}"), fragments=Fragments(tmp_path / "in")
        )


def test_fragments_that_hold_each_other_are_told() -> None:
    (problem,) = faults(
        HOST, head=of_paragraphs("{%p include 'b' %}"), b=of_paragraphs("{%p include 'head' %}")
    )
    assert problem.code == "fragment-cycle"
    assert "head → b → head" in problem.message


def test_a_fragment_that_is_no_word_file_is_told() -> None:
    (problem,) = faults(HOST, head=b"%PDF-1.7")
    assert problem.code == "fragment-unreadable"
    assert "head.docx" in problem.message


def test_a_fragment_without_tags_makes_a_template_without_tags() -> None:
    out = opened(of_paragraphs("{%p include 'head' %}"), head=of_paragraphs("x"))
    assert texts(out.render({})) == ["x"]
