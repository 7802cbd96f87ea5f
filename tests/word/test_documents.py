"""The file that a rendering makes: its bytes, its members, its drawings."""

import io
import pickle
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from tests.word.docx_making import body_xml, members, of_paragraphs, picture, saved, texts
from vbgen.errors import TemplateError
from vbgen.word.template import (
    Compressor,
    Listing,
    PageBreak,
    Picture,
    RichText,
    RuleLine,
    Subdocument,
    Template,
)

WAYS = [
    Compressor(),
    Compressor(prepared=False),
    Compressor(level=1, prepared=False),
    Compressor("isal", 1),
]
CONTEXT = {
    "x": "R&D <1>",
    "lines": "a\nb",
    "listing": Listing("a\ab"),
    "people": [{"n": n} for n in range(300)],
}
TEMPLATE = of_paragraphs(
    "Kính gửi {{ x }}",
    "{{ lines }}",
    "{{ listing }}",
    table=[["{%tr for p in people %}"], ["{{ p.n }}"], ["{%tr endfor %}"]],
)
SHORT = of_paragraphs("Kính gửi {{ x }}, {{ lines }}" + " chữ cố định" * 20, "{{ x }}")


@pytest.mark.parametrize("template", [TEMPLATE, SHORT])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_each_way_of_deflating_gives_the_same_parts(way: Compressor, template: bytes) -> None:
    plain = Template.open(template, compressor=WAYS[1]).render(CONTEXT)
    other = Template.open(template, compressor=way)
    assert members(other.render(CONTEXT)) == members(plain)
    assert other.compressor.name == way.name


def test_the_same_template_and_data_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.docx"
    path.write_bytes(TEMPLATE)
    assert Template.open(path).render(CONTEXT) == Template.open(TEMPLATE).render(
        dict(reversed(CONTEXT.items()))
    )


def test_a_long_value_is_stored_in_several_blocks() -> None:
    value = "dài & " * 30_000
    assert texts(Template.open(SHORT).render({**CONTEXT, "x": value}))[1] == value


def test_members_keep_their_content_and_carry_a_fixed_date() -> None:
    out = Template.open(TEMPLATE).render(CONTEXT)
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
    old, new = members(TEMPLATE), members(out)
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}


def test_a_template_can_be_pickled_and_shared_by_threads() -> None:
    template = pickle.loads(pickle.dumps(Template.open(SHORT)))  # noqa: S301 - made by this test
    with ThreadPoolExecutor(4) as pool:
        outs = list(pool.map(lambda n: template.render({**CONTEXT, "x": f"số {n}"}), range(100)))
    assert [texts(out)[1] for out in outs] == [f"số {n}" for n in range(100)]


def test_a_picture_is_stored_once_and_keeps_its_proportions() -> None:
    red, blue = picture(), picture("blue", kind="JPEG")
    template = Template.open(of_paragraphs("{{ a }} và {{ b }}", "{{ a }}", "{{r c }}"))
    out = template.render(
        {
            "a": Picture(red, width_mm=20, alt='đỏ "&"'),
            "b": Picture(red, height_mm=5),
            "c": Picture(blue),
        }
    )
    document = docx.Document(io.BytesIO(out))
    sizes = [
        (round(shape.width.mm, 1), round(shape.height.mm, 1)) for shape in document.inline_shapes
    ]
    assert sizes == [(20, 10), (10, 5), (20, 10), (14.1, 7.1)]
    assert sorted(name.rpartition(".")[2] for name in members(out) if "media/vbgen" in name) == [
        "jpeg",
        "png",
    ]
    descriptions = {shape._inline.docPr.get("descr") for shape in document.inline_shapes}
    assert 'đỏ "&"' in descriptions


def test_a_picture_from_a_file_stands_in_a_header(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture())
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ logo }}"
    out = Template.open(saved(document)).render({"logo": Picture(tmp_path / "a.png", width_mm=10)})
    header = docx.Document(io.BytesIO(out)).sections[0].header
    (relation,) = [each for each in header.part.rels.values() if "image" in each.reltype]
    assert relation.target_part.blob == picture()


def ids(xml: str) -> list[str]:
    root = parse_xml(xml.encode())
    return [str(each.get("id")) for each in root.iter() if str(each.tag).endswith("}docPr")]


def test_drawings_repeated_by_a_loop_have_numbers_of_their_own() -> None:
    document = docx.Document()
    document.add_paragraph("{%p for n in names %}")
    document.add_picture(io.BytesIO(picture()))
    document.add_paragraph("{{ line }}")
    document.add_paragraph("{%p endfor %}")
    document.add_picture(io.BytesIO(picture()))
    out = body_xml(Template.open(saved(document)).render({"names": "abc", "line": RuleLine(10)}))
    assert len(ids(out)) == 7
    assert len(set(ids(out))) == 7


def test_a_hyperlink_of_data_is_a_relationship() -> None:
    rich = RichText("xem ")
    rich.add("trang", url="https://vbgen.vn/?a=1&b=2", underline=True)
    both = RichText("Hãy ", bold=True)
    both.add(rich)
    out = docx.Document(io.BytesIO(Template.open(of_paragraphs("{{r x }}")).render({"x": both})))
    (link,) = out.paragraphs[0].hyperlinks
    assert (link.text, link.address) == ("trang", "https://vbgen.vn/?a=1&b=2")
    assert out.paragraphs[0].text == "Hãy xem trang"


def test_formatted_text_may_stand_in_a_line_of_text() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("trước {{ x }} sau").bold = True
    out = docx.Document(
        io.BytesIO(Template.open(saved(document)).render({"x": RichText("giữa", italic=True)}))
    )
    assert [(run.text, run.bold) for run in out.paragraphs[0].runs if run.text] == [
        ("trước ", True),
        ("giữa", None),
        (" sau", True),
    ]


def test_a_page_break_stands_in_a_line_or_alone() -> None:
    out = body_xml(Template.open(of_paragraphs("a{{ b }}c", "{{p b }}")).render({"b": PageBreak()}))
    assert out.count('<w:br w:type="page"/>') == 2


@pytest.mark.parametrize("style", ["", "Heading 1"])
def test_new_paragraphs_of_a_list_have_the_properties_of_the_first(style: str) -> None:
    document = docx.Document()
    document.add_paragraph(style=style or None).add_run("{{ x }}").bold = True
    out = docx.Document(io.BytesIO(Template.open(saved(document)).render({"x": Listing("a\ab")})))
    first, second = out.paragraphs
    assert (first.text, second.text) == ("a", "b")
    assert first.style is not None
    assert second.style is not None
    assert (first.style.name, first.runs[0].bold) == (second.style.name, second.runs[0].bold)


def whole_document() -> bytes:
    document = docx.Document()
    document.add_paragraph("{{ x }} mục", style="List Number")
    document.add_picture(io.BytesIO(picture("green")))
    return saved(document)


def test_a_subdocument_stands_as_it_is_with_all_it_needs() -> None:
    template = Template.open(of_paragraphs("đầu", "{{p sub }}", "{{p sub }}", "cuối"))
    out = template.render({"sub": Subdocument(whole_document())})
    document = docx.Document(io.BytesIO(out))
    assert texts(out) == ["đầu", "{{ x }} mục", "", "{{ x }} mục", "", "cuối"]
    assert len(document.inline_shapes) == 2
    assert len(set(ids(body_xml(out)))) == 2
    assert out == template.render({"sub": Subdocument(whole_document())})


@pytest.mark.parametrize(
    ("tag", "source"), [("{{p sub }}", b"%PDF-1.7"), ("{{ sub }}", whole_document())]
)
def test_a_subdocument_that_cannot_stand_there_is_told(tag: str, source: bytes) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.open(of_paragraphs(tag)).render({"sub": Subdocument(source)})
    assert caught.value.problems[0].place.quote == tag
