"""What stands beside a tag in the paragraph or row that the tag replaces: it stays, or it is told."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.word.docx_making import body_xml, of_body
from vbgen.errors import Severity, TemplateError
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import Template

SECTION = (
    '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>'
)
PAGE = '<w:r><w:br w:type="page"/></w:r>'
DRAWN = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/></wp:inline></w:drawing></w:r>'


def par(text: str, *, first: str = "", last: str = "") -> str:
    return f"<w:p>{first}<w:r><w:t>{text}</w:t></w:r>{last}</w:p>"


def in_row(paragraph: str) -> str:
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    rows = (paragraph, par("x"), par("{%tr endif %}"))
    return f"<w:tbl>{grid}{''.join(f'<w:tr><w:tc>{each}</w:tc></w:tr>' for each in rows)}</w:tbl>"


def rendered(body: str, **context: object) -> str:
    out = Template.open(of_body(body)).render(context)
    assert unsound(out, "x") == ()
    return body_xml(out)


@pytest.mark.parametrize("c", [True, False])
@pytest.mark.parametrize("at", ["opening", "closing"])
def test_a_break_of_sections_stays_whatever_the_condition(at: str, *, c: bool) -> None:
    opening = par("{%p if c %}", first=SECTION if at == "opening" else "")
    closing = par("{%p endif %}", first=SECTION if at == "closing" else "")
    out = rendered(par("trước") + opening + par("y") + closing + par("sau"), c=c)
    order = re.findall("trước|landscape|>y<|sau", out)
    inside = [">y<"] if c else []
    assert order == [
        "trước",
        *(["landscape", *inside] if at == "opening" else [*inside, "landscape"]),
        "sau",
    ]


def test_a_break_of_sections_behind_a_loop_stands_once() -> None:
    out = rendered(
        par("{%p for x in xs %}") + par("{{ x }}") + par("{%p endfor %}", first=SECTION),
        xs=[1, 2, 3],
    )
    assert out.count("landscape") == 1


def test_a_break_of_sections_at_a_value_stands_behind_it() -> None:
    assert re.findall("giữa|landscape", rendered(par("{{p x }}", first=SECTION), x="giữa")) == [
        "giữa",
        "landscape",
    ]


def test_a_break_of_pages_stays_on_its_side_of_the_tag() -> None:
    before, after = par("{%p for x in xs %}", first=PAGE), par("{%p for x in xs %}", last=PAGE)
    end = par("{{ x }}") + par("{%p endfor %}")
    assert rendered(before + end, xs=[1, 2]).count('w:type="page"') == 1
    assert rendered(after + end, xs=[1, 2]).count('w:type="page"') == 2


MARKS = ('<w:bookmarkStart w:id="4" w:name="a"/>', '<w:bookmarkEnd w:id="4"/>')


@pytest.mark.parametrize("xs", [[], [1], [1, 2]])
def test_a_bookmark_that_begins_or_ends_at_a_tag_stays_whole(xs: list[int]) -> None:
    for opening, closing in (
        (MARKS[0], MARKS[1]),
        (MARKS[0] + MARKS[1], ""),
        ("", MARKS[0] + MARKS[1]),
    ):
        body = (
            par("{%p for x in xs %}", first=opening)
            + par("{{ x }}")
            + par("{%p endfor %}", last=closing)
        )
        assert rendered(body, xs=xs).count("bookmarkStart") == 1
    assert (
        rendered(in_row(par("{%tr if c %}", first=MARKS[0], last=MARKS[1])), c=False).count(
            "bookmarkEnd"
        )
        == 1
    )


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
LOST = {
    "a picture": (DRAWN, "hình ảnh"),
    "an old picture": ("<w:r><w:pict/></w:r>", "hình ảnh"),
    "an object": ("<w:r><w:object/></w:r>", "hình ảnh"),
    "a footnote": ('<w:r><w:footnoteReference w:id="2"/></w:r>', "chú thích"),
    "an endnote": ('<w:r><w:endnoteReference w:id="2"/></w:r>', "chú thích"),
    "half a field": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "trường"),
    "a simple field": ('<w:fldSimple w:instr="PAGE"/>', "trường"),
    "a field without a code": ("<w:r><w:pgNum/></w:r>", "trường"),
    "the number of a note": ("<w:r><w:footnoteRef/></w:r>", "chú thích"),
    "a formula": (f"<m:oMath {MATH}/>", "công thức"),
    "a symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "ký hiệu"),
    "a break of columns": ('<w:r><w:br w:type="column"/></w:r>', "ngắt cột"),
    "a control": ("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>", "ô điều khiển"),
    "a part of another file": ('<w:subDoc r:id="rId9"/>', "nội dung"),
    "what nobody knows": ("<w:r><w:later/></w:r>", "nội dung"),
}


@pytest.mark.parametrize("what", LOST)
@pytest.mark.parametrize("level", ["p", "tr"])
def test_what_cannot_stay_beside_a_tag_is_an_error_at_its_place(what: str, level: str) -> None:
    xml, words = LOST[what]
    tag = par("{%" + level + " if c %}", last=xml)
    body = in_row(tag) if level == "tr" else tag + par("x") + par("{%p endif %}")
    with pytest.raises(TemplateError) as caught:
        Template.open(of_body(par("một") + body))
    (problem,) = caught.value.problems
    assert (problem.code, problem.severity) == ("tag-loses-content", Severity.ERROR)
    assert words in problem.message
    assert problem.place.quote.startswith("{%" + level)
    assert problem.hint


def test_breaks_that_have_no_place_are_errors() -> None:
    alone = par("{%p if c %}") + par("{%p else %}", first=SECTION) + par("{%p endif %}")
    before = (
        "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>{%p if c %}</w:t></w:r></w:p>"
        + par("{%p endif %}")
    )
    for body in (alone, before, in_row(par("{%tr if c %}", last=PAGE))):
        with pytest.raises(TemplateError) as caught:
            Template.open(of_body(body))
        assert [problem.code for problem in caught.value.problems] == ["tag-loses-content"]


BORDER = '<w:pPr><w:pBdr><w:bottom w:val="%s" w:sz="4"/></w:pBdr></w:pPr>'


def test_a_line_that_a_tags_paragraph_alone_draws_is_an_error() -> None:
    drawn, end = par("{%p if c %}", first=BORDER % "single"), par("{%p endif %}")
    assert refusals(of_body(par("a") + drawn + par("b") + end)) == {"tag-loses-content"}
    for beside in (par("b", first=BORDER % "single") + end, end):
        before = "" if beside != end else par("a", first=BORDER % "single")
        assert refusals(of_body(before + drawn + beside)) == set()
    assert refusals(of_body(par("{%p if c %}", first=BORDER % "nil") + end)) == set()


def test_a_cell_that_others_are_merged_into_and_a_table_in_a_tags_row_are_errors() -> None:
    for beside in (
        '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/>',
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
    ):
        rows = (par("{%tr if c %}") + "</w:tc><w:tc>" + beside, par("x"), par("{%tr endif %}"))
        cells = "".join(f"<w:tr><w:tc>{each}</w:tc></w:tr>" for each in rows)
        assert refusals(of_body(f"<w:tbl>{cells}</w:tbl>")) == {"tag-loses-content"}


RANGE = ('<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>')
MARK = '<w:r><w:commentReference w:id="7"/></w:r>'


@pytest.mark.parametrize("at", range(3))
def test_a_comment_at_a_tag_is_told_and_leaves_no_half_behind(at: int) -> None:
    where = [RANGE[0] + RANGE[1] + MARK, "", ""], [RANGE[0], RANGE[1] + MARK, ""], ["", "", ""]
    opening, closing, inner = where[at]
    before = par("a", first=RANGE[0]) if at == 2 else par("a")
    last = RANGE[1] + MARK if at == 2 else closing
    body = (
        before
        + par("{%p if c %}", last=opening)
        + par("x", last=inner)
        + par("{%p endif %}", last=last)
    )
    warnings = Template.open(of_body(body)).warnings
    assert [warning.code for warning in warnings] == ["tag-loses-comment"]
    assert "w:comment" not in rendered(body, c=True)


def test_a_comment_that_only_begins_at_a_tag_stays_whole() -> None:
    body = par("{%p if c %}", last=RANGE[0]) + par("x", last=RANGE[1]) + par("{%p endif %}")
    out = rendered(body, c=True)
    assert [out.count("commentRangeStart"), out.count("commentRangeEnd")] == [1, 1]


def test_words_are_told_with_what_they_are_and_nothing_is_told_of_nothing() -> None:
    quiet = par("{# ghi chú #}{%p if c %}", last="<w:r><w:br/></w:r>") + par("{%p endif %}")
    assert Template.open(of_body(quiet)).warnings == ()
    (warning,) = Template.open(
        of_body(par("chữ {{ x }} {%p if c %}") + par("{%p endif %}"))
    ).warnings
    assert warning.message.endswith("“chữ {{ x }}”.")


things = st.sampled_from(
    ["", SECTION, *MARKS[:1], "".join(MARKS), PAGE, DRAWN, *(xml for xml, _words in LOST.values())]
)


@settings(max_examples=80, deadline=None)
@given(things, things, st.lists(st.integers(0, 9), max_size=2))
def test_nothing_but_the_tag_is_ever_lost(opening: str, closing: str, xs: list[int]) -> None:
    first = SECTION if opening == SECTION else ""
    end = SECTION if closing == SECTION else ""
    tags = (
        par("{%p for x in xs %}", first=first, last="" if first else opening),
        par("{%p endfor %}", first=end, last="" if end else closing),
    )
    template = of_body(tags[0] + par("{{ x }}") + tags[1])
    if refusals(template):
        assert refusals(template) == {"tag-loses-content"}
        return
    out = body_xml(Template.open(template).render({"xs": xs}))
    for sign in ("landscape", "bookmarkStart"):
        assert (sign in out) == (sign in opening + closing)


def refusals(template: bytes) -> set[str]:
    """Codes of the errors for which a template is not opened."""
    try:
        Template.open(template)
    except TemplateError as refused:
        return {problem.code for problem in refused.problems}
    return set()
