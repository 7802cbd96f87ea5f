"""What tags may take away: a cell keeps a paragraph, rows without cells and tables without rows go."""

import io

import docx
import pytest
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.word.docx_making import body_xml, of_body, of_paragraphs, saved, texts
from vbgen.errors import TemplateError
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import RichTextParagraph, Subdocument, Template

GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'


def par(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:jc w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(*blocks: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{GRID}{''.join(rows)}</w:tbl>"


def rendered(body: str, **context: object) -> str:
    """The body, rendered and found sound."""
    out = Template.open(of_body(body)).render(context)
    assert unsound(out, "x") == ()
    xml = body_xml(out)
    assert "vb-" not in xml
    assert "vbgen-" not in xml
    return xml[xml.index("<w:body>") + 8 : xml.index("<w:sectPr")]


ONLY = (par("{%p if c %}", "right"), par("x", "left"), par("{%p endif %}", "right"))
EMPTIED = {
    "a condition": ONLY,
    "a loop": (par("{%p for x in [] %}", "right"), par("{{ x }}"), par("{%p endfor %}", "right")),
    "a loop of tables": (
        par("{%p for x in [1] %}"),
        table(row(cell(par("x")))),
        par("{%p endfor %}", "right"),
    ),
    "paragraphs without any": (par("{{p nil }}", "right"),),
    "a document that ends in a table": (par("{{p sub }}", "right"),),
    "a table before a condition": (table(row(cell(par("a")))), *ONLY),
    "a condition in a condition": (par("{%p if true %}"), *ONLY, par("{%p endif %}", "right")),
    "a condition and the end of a bookmark": (*ONLY, '<w:bookmarkEnd w:id="7"/>'),
    "a macro": (par("{%p macro m() %}"), par("x"), par("{%p endmacro %}", "right")),
    "a comment": (par("{#p ghi chú #}", "right"),),
    "a content control": (f"<w:sdt><w:sdtContent>{''.join(ONLY)}</w:sdtContent></w:sdt>", *ONLY),
}
SUB = of_body(table(row(cell(par("con")))))


@pytest.mark.parametrize("what", EMPTIED)
def test_a_cell_keeps_an_empty_paragraph_in_the_format_of_the_last_tag(what: str) -> None:
    opened = '<w:p><w:bookmarkStart w:id="7" w:name="b"/></w:p>' if "bookmark" in what else ""
    body = opened + table(row(cell(*EMPTIED[what]), cell(par("b"))))
    if what == "a content control":
        body = table(row(cell(par("{%p if c %}"), par("x"), par("{%p endif %}", "right"))))
    out = rendered(body, c=False, nil=RichTextParagraph(), sub=Subdocument(SUB))
    assert '<w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p>' in out


@pytest.mark.parametrize("blocks", [(table(row(cell(par("a")))),), ()], ids=["a table", "nothing"])
def test_a_cell_that_has_no_last_paragraph_in_the_template_gets_one(
    blocks: tuple[str, ...],
) -> None:
    assert "<w:p></w:p></w:tc>" in rendered(par("{{ 1 }}") + table(row(cell(*blocks))))


def test_a_cell_that_keeps_its_paragraphs_gets_no_other() -> None:
    assert rendered(table(row(cell(*ONLY))), c=True).count("<w:p>") == 1
    assert rendered(table(row(cell(*ONLY, par("y")))), c=False).count("<w:p>") == 1


def test_a_cell_in_a_loop_keeps_its_paragraph_on_each_turn() -> None:
    rows = (
        row(cell(par("{%tr for c in cs %}"))),
        row(cell(*ONLY)),
        row(cell(par("{%tr endfor %}"))),
    )
    out = rendered(table(*rows), cs=[True, False] * 200)
    assert (out.count("<w:tc>"), out.count("<w:p>"), out.count(">x<")) == (400, 400, 200)


def test_a_cell_in_a_macro_keeps_its_paragraph() -> None:
    macro = (par("{%p macro m(c) %}"), table(row(cell(*ONLY))), par("{%p endmacro %}"))
    out = rendered("".join((*macro, par("{{p m(false) }}"), par("{{p m(true) }}"))))
    assert (out.count("<w:tbl>"), out.count(">x<")) == (2, 1)


def test_a_row_without_cells_goes_and_the_others_stay() -> None:
    loop = row(cell(par("{%tc for x in xs %}")), cell(par("{{ x }}")), cell(par("{%tc endfor %}")))
    assert rendered(table(loop, row(cell(par("b")))), xs=[]).count("<w:tr>") == 1
    assert rendered(table(loop, row(cell(par("b")))), xs=[1, 2]).count("<w:tc>") == 3


def test_a_table_without_rows_goes() -> None:
    rows = (
        row(cell(par("{%tr for x in xs %}"))),
        row(cell(par("{{ x }}"))),
        row(cell(par("{%tr endfor %}"))),
    )
    assert rendered(table(*rows) + par("sau"), xs=[]) == par("sau")
    assert rendered(table(*rows), xs=[1, 2]).count("<w:tr>") == 2
    assert rendered(table(*rows, row(cell(par("chân")))), xs=[]).count("<w:tr>") == 1


def test_a_table_whose_only_row_has_no_cells_goes_from_the_cell_around_it() -> None:
    inner = table(
        row(cell(par("{%tc for x in [] %}")), cell(par("{{ x }}")), cell(par("{%tc endfor %}")))
    )
    out = rendered(table(row(cell(inner, *ONLY))), c=False)
    assert (out.count("<w:tbl>"), out.count("<w:p>")) == (1, 1)


@pytest.mark.parametrize("tag", ["{% hm %}", "{% vm %}"])
def test_merged_cells_of_an_empty_loop_leave_nothing_broken(tag: str) -> None:
    across = row(
        cell(par("{%tc for x in xs %}")), cell(par(f"{tag}x")), cell(par("{%tc endfor %}"))
    )
    rendered(table(across, row(cell(par("b")))), xs=[])
    assert rendered(table(across, row(cell(par("b")))), xs=[1, 2])


@pytest.mark.parametrize("part", ["header", "footer"])
def test_a_header_or_footer_keeps_a_paragraph(part: str) -> None:
    document = docx.Document()
    story = getattr(document.sections[0], part)
    for text in ("{%p if c %}", "x", "{%p endif %}"):
        story.add_paragraph(text)
    story._element.remove(story.paragraphs[0]._element)
    out = Template.open(saved(document)).render({"c": False})
    assert unsound(out, "x") == ()
    assert [
        each.text for each in getattr(docx.Document(io.BytesIO(out)).sections[0], part).paragraphs
    ] == [""]


def test_a_text_box_keeps_a_paragraph() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{''.join(ONLY)}</w:txbxContent></w:pict></w:r></w:p>"
    assert (
        '<w:txbxContent><w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p></w:txbxContent>'
        in rendered(box, c=False)
    )


def test_docxtpl_leaves_the_cell_broken() -> None:
    document = DocxTemplate(io.BytesIO(of_body(table(row(cell(*ONLY))))))
    document.render({"c": False})
    buffer = io.BytesIO()
    document.save(buffer)
    assert [problem.code for problem in unsound(buffer.getvalue(), "x")] == ["unsound-cell"]


values = st.fixed_dictionaries(
    {"c": st.booleans(), "d": st.booleans(), "xs": st.lists(st.integers(0, 9), max_size=3)}
)


def _around(inner: st.SearchStrategy[str], prefix: str, wrap: str) -> st.SearchStrategy[str]:
    """Blocks as they are, under a condition or in a loop, the tags in elements of their own."""
    own = (lambda tag: wrap % par(tag)) if wrap else par
    heads = st.sampled_from(["if c", "if not c", "if d", "for x in xs", "if c and d"])

    def put(head: str, blocks: str) -> str:
        end = "endfor" if head.startswith("for") else "endif"
        return own("{%" + f"{prefix} {head} %}}") + blocks + own("{%" + f"{prefix} {end} %}}")

    return inner | st.builds(put, heads, inner)


plain = st.sampled_from(
    [par("a"), par("{{ xs|length }}"), par("{% if c %}b{% endif %}"), "<w:p/>", par("")]
)


def _tables(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = _around(
        st.lists(blocks, min_size=1, max_size=3).map(lambda some: cell(*some)),
        "tc",
        "<w:tc>%s</w:tc>",
    )
    rows = _around(
        st.lists(cells, min_size=1, max_size=3).map(lambda some: row(*some)),
        "tr",
        "<w:tr><w:tc>%s</w:tc></w:tr>",
    )
    return st.lists(rows, min_size=1, max_size=3).map(lambda some: table(*some))


bodies = st.lists(
    st.recursive(
        _around(plain, "p", ""),
        lambda inner: _around(inner | _tables(inner), "p", ""),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(bodies, values)
def test_any_body_of_cells_conditions_and_loops_is_sound(
    body: str, context: dict[str, object]
) -> None:
    try:
        template = Template.open(of_body(body + par("cuối")))
    except TemplateError:
        return  # a template that is refused makes no paper
    out = template.render(context)
    assert unsound(out, "x") == ()
    assert texts(out)[-1] == "cuối"


def test_what_a_reader_sees_is_what_docxtpl_shows() -> None:
    body = table(row(cell(*ONLY, par("y")), cell(par("b"))))
    template = of_body(body)
    theirs = DocxTemplate(io.BytesIO(template))
    theirs.render({"c": True})
    buffer = io.BytesIO()
    theirs.save(buffer)
    ours = Template.open(template).render({"c": True})
    assert [
        [each.text for each in line.cells]
        for line in docx.Document(io.BytesIO(ours)).tables[0].rows
    ] == [[each.text for each in line.cells] for line in docx.Document(buffer).tables[0].rows]


def test_a_part_without_such_cells_is_left_as_it_is() -> None:
    template = of_paragraphs("{{ x }}", table=[["{{ x }}"]])
    assert "<vb-" not in "".join(part.source.text for part in Template.open(template).parts)


def test_a_tag_within_the_mark_up_of_an_element_does_not_hide_the_element() -> None:
    cell = '<w:tc><w:p><w:r><w:t xml:space="{{ x }}">y</w:t></w:r></w:p></w:tc>'
    body = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>"
    out = Template.open(of_body(body)).render({"x": "preserve"})
    assert '<w:t xml:space="preserve">y</w:t>' in body_xml(out)
    assert unsound(out, "x") == ()
