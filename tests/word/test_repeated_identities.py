"""What a loop, a macro, a fragment or a subdocument repeats gets numbers and names of its own."""

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.word.docx_making import body_xml, members, of_body, texts, with_members
from vbgen.errors import TemplateError
from vbgen.word.printfile.print_file import print_file
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import Fragments, Subdocument, Template

WORDML = "http://schemas.microsoft.com/office/word/2010/wordml"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

OLD = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
DRAWN_2010 = 'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'


def par(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def ranged(kind: str, inner: str, number: int = 0) -> str:
    ends = (f'<w:{kind}Start w:id="{number}" w:name="tên"/>', f'<w:{kind}End w:id="{number}"/>')
    return f"<w:p>{ends[0]}<w:r><w:t>{inner}</w:t></w:r>{ends[1]}</w:p>"


COMMENT = (
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>{{ x }}</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
)
CONTROL = '<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
DRAWN = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="3" name="a"/></wp:inline></w:drawing></w:r></w:p>'
REPEATED = {
    "a comment": COMMENT,
    "a bookmark": ranged("bookmark", "{{ x }}"),
    "a permission": ranged("perm", "{{ x }}"),
    "a move": ranged("moveFromRange", "{{ x }}") + ranged("moveToRange", "{{ x }}", 1),
    "a bookmark around another": (
        '<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/></w:p>'
        '<w:p><w:bookmarkEnd w:id="0"/><w:bookmarkEnd w:id="1"/></w:p>'
    ),
    "a bookmark around a loop": (
        f'<w:p><w:bookmarkStart w:id="0" w:name="a"/></w:p>{par("{%p for y in [1, 2] %}")}'
        f'{ranged("bookmark", "{{ y }}", 5)}{par("{%p endfor %}")}<w:p><w:bookmarkEnd w:id="0"/></w:p>'
    ),
    "a paragraph's id": f'<w:p {W14} w14:paraId="1A" w14:textId="2B"/>',
    "a row's id": (
        f'<w:tbl><w:tblPr/><w:tblGrid/><w:tr {W14} w14:paraId="1A"><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    ),
    "a control": CONTROL,
    "a drawing": DRAWN,
}


WAYS = {
    "a loop": ("{%p for x in xs %}", "{%p endfor %}", ""),
    "a macro": ("{%p macro m(x) %}", "{%p endmacro %}", par("{{p m(1) }}") + par("{{p m(2) }}")),
    "a block that is kept": (
        "{%p set kept %}",
        "{%p endset %}",
        par("{{p kept }}") + par("{{p kept }}"),
    ),
}


def with_comments(source: bytes) -> bytes:
    """The file with one comment in its part of comments."""
    comments = f'<w:comments xmlns:w="{SPACE}"><w:comment w:id="0"><w:p/></w:comment></w:comments>'
    return with_part(source, "comments", comments)


def with_note(source: bytes, name: str, words: str) -> bytes:
    """The file with one footnote or endnote of number 2, a bookmark and a drawing in it."""
    inner = ranged("bookmark", words).replace("<w:p>", '<w:p w14:paraId="11">') + DRAWN
    notes = (
        f'<w:{name}s xmlns:w="{SPACE}" xmlns:w14="{WORDML}" xmlns:wp="{DRAWING}">'
        f'<w:{name} w:type="separator" w:id="-1"><w:p/></w:{name}><w:{name} w:id="2">{inner}</w:{name}></w:{name}s>'
    )
    return with_part(source, f"{name}s", notes)


def with_part(source: bytes, name: str, content: str) -> bytes:
    """The file with a part that its body relates to."""
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    kind, mime = KIND.replace("comments", name), TYPE.replace("comments", name)
    link = f'<Relationship Id="rId{name}" Type="{kind}" Target="{name}.xml"/></Relationships>'
    override = f'<Override PartName="/word/{name}.xml" ContentType="{mime}"/></Types>'
    old = members(source)
    return with_members(
        source,
        {
            f"word/{name}.xml": content.encode(),
            rels: old[rels].replace(b"</Relationships>", link.encode()),
            types: old[types].replace(b"</Types>", override.encode()),
        },
    )


def noted(words: str, name: str) -> str:
    """A paragraph with a reference to that note."""
    return par(words).replace("</w:p>", f'<w:r><w:{name}Reference w:id="2"/></w:r></w:p>')


def note_texts(out: bytes, name: str) -> list[str]:
    """What the notes say to which the text refers, in its order; each must be there once."""
    numbers = re.findall(rf'{name}Reference w:id="(\d+)"', body_xml(out))
    part = members(out)[f"word/{name}s.xml"].decode()
    found = dict(re.findall(rf'<w:{name} w:id="(\d+)">(.*?)</w:{name}>', part, re.DOTALL))
    assert len(set(numbers)) == len(numbers) == len(found)
    assert len(zipfile.ZipFile(io.BytesIO(out)).namelist()) == len(members(out))
    assert unsound(out, "x") == ()
    return ["".join(re.findall("<w:t[^>]*>([^<]*)<", found[number])) for number in numbers]


@pytest.mark.parametrize("name", ["footnote", "endnote"])
@pytest.mark.parametrize("words", ["ghi chú", "{{ 1 + 1 }}"])
@pytest.mark.parametrize("way", ["a loop", "a macro", "a block that is kept"])
def test_a_note_that_is_repeated_is_one_of_its_own_each_time(
    name: str, words: str, way: str
) -> None:
    before, after, use = WAYS[way]
    body = par(before) + noted("{{ x }}", name) + par(after) + use
    out = Template.open(with_note(of_body(body), name, words)).render({"xs": "ab", "x": "c"})
    assert note_texts(out, name) == [words.replace("{{ 1 + 1 }}", "2")] * 2


@pytest.mark.parametrize("words", ["của mẫu", "{{ 1 + 1 }}"])
def test_notes_of_subdocuments_and_of_the_template_stand_side_by_side(words: str) -> None:
    sub = Subdocument(with_note(of_body(noted("con", "footnote")), "footnote", "của con"))
    host = of_body(noted("{{ 1 }}", "footnote") + par("{{p s }}") * 2)
    out = Template.open(with_note(host, "footnote", words)).render({"s": sub})
    first = words.replace("{{ 1 + 1 }}", "2")
    assert note_texts(out, "footnote") == [first, "của con", "của con"]


def test_old_shapes_and_anchors_that_are_repeated_have_no_identity_twice() -> None:
    shape = (
        f'<w:p><w:r><w:pict {OLD}><v:shapetype id="_x0000_t202"/><v:shape id="a" o:spid="b" '
        'type="#_x0000_t202"/></w:pict></w:r></w:p>'
    )
    anchor = DRAWN.replace(
        "<wp:inline>", f'<wp:inline {DRAWN_2010} wp14:anchorId="1A" wp14:editId="2B">'
    )
    loop = par("{%p for x in xs %}") + shape + anchor + par("{%p endfor %}")
    out = body_xml(Template.open(of_body(loop)).render({"xs": [1, 2]}))
    assert re.findall(r'<v:shape\b[^>]*(?:id|spid)="[^>]*|anchorId|editId', out) == []
    assert out.count('type="#_x0000_t202"') == out.count('<v:shapetype id="_x0000_t202"') == 2


@pytest.mark.parametrize(
    "what", ['<c:chart xmlns:c="c" r:id="rId9"/>', '<dgm:relIds xmlns:dgm="d" r:dm="rId9"/>']
)
def test_a_chart_in_a_loop_is_refused_at_the_loop(what: str) -> None:
    drawn = DRAWN.replace("</wp:inline>", f"<a:graphic>{what}</a:graphic></wp:inline>")
    assert Template.open(of_body(par("{%p if x %}") + drawn + par("{%p endif %}"))).warnings == ()
    with pytest.raises(TemplateError) as caught:
        Template.open(of_body(par("{%p for x in xs %}") + drawn + par("{%p endfor %}")))
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.quote) == ("tag-repeats-chart", "{%p for x in xs %}")


def test_what_is_repeated_as_a_whole_by_tags_in_it_has_no_identity_twice() -> None:
    """A row that tags may leave without cells, and a bookmark beside an inner tag."""
    row = f'<w:tr {W14} w14:paraId="1A">{{}}</w:tr>'
    cells = "".join(f"<w:tc>{par(t)}</w:tc>" for t in ("{%tc if c %}", "x", "{%tc endif %}"))
    rows = [
        f"<w:tc>{par('{%tr for x in xs %}')}</w:tc>",
        cells,
        f"<w:tc>{par('{%tr endfor %}')}</w:tc>",
    ]
    table = f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(row.format(each) for each in rows)}</w:tbl>"
    mark = '<w:bookmarkStart w:id="4" w:name="a"/><w:bookmarkEnd w:id="4"/>'
    inner = par("{%p if c %}").replace("</w:p>", f"{mark}</w:p>") + par("x") + par("{%p endif %}")
    loop = par("{%p for x in xs %}") + inner + par("{%p endfor %}")
    for body in (table, loop):
        out = Template.open(of_body(body)).render({"xs": [1, 2, 3], "c": True})
        assert unsound(out, "x") == ()


@pytest.mark.parametrize(
    ("before", "inner", "after", "wanted"),
    [
        ("", '<w:bookmarkStart w:id="5" w:name="a"/>', '<w:bookmarkEnd w:id="5"/>', ["5", "6"]),
        ('<w:bookmarkStart w:id="5" w:name="a"/>', '<w:bookmarkEnd w:id="5"/>', "", ["5"]),
    ],
    ids=["it ends behind the loop", "it begins before the loop"],
)
def test_a_bookmark_that_is_half_in_a_loop_is_closed_as_often_as_it_begins(
    before: str, inner: str, after: str, wanted: list[str]
) -> None:
    body = (
        f"<w:p>{before}</w:p>{par('{%p for x in xs %}')}<w:p>{inner}</w:p>"
        f"{par('{%p endfor %}')}<w:p>{after}</w:p>"
    )
    made = body_xml(Template.open(of_body(body)).render({"xs": [1, 2]}))
    for end in ("Start", "End"):
        assert sorted(re.findall(rf'bookmark{end} w:id="(\d+)"', made)) == wanted


def test_a_control_that_is_bound_keeps_what_its_tag_prints() -> None:
    bound = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'
    controls = "".join(
        f"<w:sdt><w:sdtPr>{bound}</w:sdtPr><w:sdtContent>{par(text)}</w:sdtContent></w:sdt>"
        for text in ("{{ x }}", "tên tệp")
    )
    made = body_xml(Template.open(of_body(controls)).render({"x": "Lan"}))
    assert re.findall(r"dataBinding|Lan|tên tệp", made) == ["Lan", "dataBinding", "tên tệp"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("what", REPEATED)
def test_what_is_repeated_stays_sound(what: str, way: str) -> None:
    before, after, use = WAYS[way]
    template = with_comments(of_body(par(before) + REPEATED[what] + par(after) + use))
    out = Template.open(template).render({"xs": [1, 2, 3], "x": 1})
    assert unsound(out, "x") == ()


def test_a_comment_stays_on_the_first_turn_and_the_words_on_all() -> None:
    template = with_comments(of_body(par("{%p for x in xs %}") + COMMENT + par("{%p endfor %}")))
    out = Template.open(template).render({"xs": ["a", "b"]})
    assert texts(out) == ["a", "b"]
    assert body_xml(out).count("commentReference") == 1


def test_a_repeated_bookmark_keeps_its_name_first_and_is_numbered_then() -> None:
    body = par("{%p for x in xs %}") + ranged("bookmark", "{{ x }}") + par("{%p endfor %}")
    out = body_xml(Template.open(of_body(body)).render({"xs": [1, 2, 3]}))
    assert re.findall(r'w:name="(tên\w*)"', out) == ["tên", "tên_2", "tên_3"]
    assert len(set(re.findall(r'bookmarkStart w:id="(\d+)"', out))) == 3


def test_a_long_name_stays_within_what_word_takes() -> None:
    body = '<w:p><w:bookmarkStart w:id="0" w:name="%s"/><w:bookmarkEnd w:id="0"/></w:p>' % (
        "a" * 40
    )
    out = body_xml(
        Template.open(of_body(par("{%p for x in [1, 2] %}") + body + par("{%p endfor %}"))).render(
            {}
        )
    )
    assert [len(name) for name in re.findall(r'w:name="(a+\w*)"', out)] == [40, 40]


def test_what_is_not_repeated_keeps_its_identity() -> None:
    body = ranged("bookmark", "{{ x }}") + f'<w:p {W14} w14:paraId="1A"/>' + CONTROL
    out = body_xml(Template.open(of_body(body)).render({"x": 1}))
    assert ['w:name="tên"' in out, 'w14:paraId="1A"' in out, '<w:id w:val="9"/>' in out] == [
        True
    ] * 3


FRAGMENT = of_body(ranged("bookmark", "a") + f'<w:p {W14} w14:paraId="1A"/>' + CONTROL + DRAWN)


def test_a_fragment_put_in_twice_beside_the_same_numbers_is_sound() -> None:
    host = of_body(ranged("bookmark", "b") + CONTROL + par('{%p include "m" %}') * 2)
    assert unsound(Template.open(host, fragments=Fragments({"m": FRAGMENT})).render({}), "x") == ()


def test_a_subdocument_put_in_twice_beside_the_same_numbers_is_sound() -> None:
    host = of_body(ranged("bookmark", "b") + CONTROL + par("{{p x }}") * 2)
    assert unsound(Template.open(host).render({"x": Subdocument(FRAGMENT)}), "x") == ()


def test_a_print_file_of_many_documents_is_sound() -> None:
    template = Template.open(
        of_body(ranged("bookmark", "{{ x }}") + f'<w:p {W14} w14:paraId="1A"/>' + CONTROL + DRAWN)
    )
    assert unsound(print_file(template.render({"x": number}) for number in range(3)), "x") == ()


pieces = st.sampled_from([*REPEATED.values(), par("a")])
bodies = st.recursive(
    pieces,
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(
        lambda some: par("{%p for x in xs %}") + "".join(dict.fromkeys(some)) + par("{%p endfor %}")
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(bodies, st.lists(st.integers(0, 9), max_size=3))
def test_whatever_loops_repeat_is_sound(body: str, xs: list[int]) -> None:
    loop = par("{%p for x in xs %}") + body + par("{%p endfor %}")
    out = Template.open(with_comments(of_body(loop))).render({"xs": xs})
    assert {problem.code for problem in unsound(out, "x")} == set()
