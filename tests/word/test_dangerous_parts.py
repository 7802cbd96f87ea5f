"""What fetches or runs when Word opens a file is dropped and told; all that it shows stays, and the file is sound."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.word.docx_making import (
    body_xml,
    members,
    of_body,
    of_paragraphs,
    picture,
    texts,
    with_members,
)
from vbgen.errors import Severity
from vbgen.word.package.dangers.disarming import Danger
from vbgen.word.package.dangers.live_fields import COMPUTED
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import Fragments, Template, read_package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
DOCUMENT_RELS = "word/_rels/document.xml.rels"


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(*words: str) -> str:
    return "".join(
        f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in words
    )


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def complex_field(*instruction: str, shown: str = "đang hiện") -> str:
    """A field in a paragraph, its code in as many runs as there are pieces."""
    begin, middle, end = (char(kind) for kind in ("begin", "separate", "end"))
    inside = "".join(each if each.startswith("<") else code(each) for each in instruction)
    return f"{begin}{inside}{middle}{words(shown)}{end}"


def related(
    source: bytes, kind: str, target: str, *, outside: bool = True, part: str = "word/document.xml"
) -> bytes:
    """The file with one more relationship, `rIdX`, of a part."""
    folder, _slash, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    mode = ' TargetMode="External"' if outside else ""
    line = f'<Relationship Id="rIdX" Type="{KIND}{kind}" Target="{target}"{mode}/>'
    old = members(source).get(
        rels,
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    )
    return with_members(
        source, {rels: old.replace(b"</Relationships>", f"{line}</Relationships>".encode())}
    )


LIVE = [
    "DDE", "DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DATABASE", "EMBED", "CONTROL",
    "HTMLCONTROL", "MACROBUTTON", "PRINT", "RD", "ddeauto", "IncludePicture",
]  # fmt: skip
HARMLESS = [
    "PAGE", "NUMPAGES", "TOC \\o", "MERGEFIELD ten", 'HYPERLINK "https://vbgen.vn"', "REF a \\h", "=SUM(ABOVE)",
    'DATE \\@ "dd/MM"', "SEQ bang", 'ADDIN CSL {"a": {"b": 1}}', 'QUOTE "DDE"', "STYLEREF 1",
]  # fmt: skip


def warned(template: bytes) -> list[str]:
    """Of a template that renders: its warnings, the document proved sound."""
    opened = Template.open(template, name="mẫu.docx")
    assert unsound(opened.render({"x": "a"}), "x") == ()
    found = [problem for problem in opened.warnings if problem.code == "dangerous-dropped"]
    assert all(problem.severity is Severity.WARNING and problem.hint for problem in found)
    return [f"{problem.place.part}: {problem.message}" for problem in found]


@pytest.mark.parametrize("name", LIVE)
@pytest.mark.parametrize("form", ["complex", "split", "simple"])
def test_a_field_that_fetches_or_runs_is_dropped_and_what_it_shows_stays(
    name: str, form: str
) -> None:
    made = {
        "complex": complex_field(f' {name} "http://x/y" '),
        "split": complex_field(f" {name[:2]}", f'{name[2:]} "http', "://x/y "),
        "simple": f"<w:fldSimple w:instr=' {name} \"http://x\" '>{words('đang hiện')}</w:fldSimple>",
    }[form]
    template = of_body(f"<w:p>{words('trước ')}{made}{words(' {{ x }}')}</w:p>")

    document = Template.open(template).render({"x": "a"})

    assert texts(document) == ["trước đang hiện a"]
    assert not any(name in body_xml(document) for name in ("fldChar", "instrText", "fldSimple"))
    assert warned(template) == [
        f"thân văn bản: Trường (field) {name.upper()} đã bị bỏ vì có thể tải hoặc chạy thứ nằm ngoài tệp."
    ]


@pytest.mark.parametrize("instruction", HARMLESS)
def test_any_other_field_stays_as_it_is(instruction: str) -> None:
    simple = instruction.replace('"', "&quot;")
    template = of_body(
        f"<w:p>{complex_field(instruction)}</w:p>"
        f'<w:p><w:fldSimple w:instr="{simple}">{words("b")}</w:fldSimple></w:p>'
    )

    assert read_package(template).dropped == ()
    assert (
        read_package(template).contents["word/document.xml"]
        == members(template)["word/document.xml"]
    )


@pytest.mark.parametrize(
    "instruction",
    [
        (complex_field("QUOTE 68 68 69", shown="DDE"), ' "c:\\x" '),
        ("D", complex_field("QUOTE 68 69", shown="DE"), " x"),
        ("{{ x }}", " y"),
        ("{% if x %}DDE{% endif %} y",),
        ("D{{ x }} y",),
    ],
)
def test_a_field_whose_name_is_worked_out_elsewhere_is_dropped_too(
    instruction: tuple[str, ...],
) -> None:
    template = of_body(f"<w:p>{complex_field(*instruction)}</w:p>")

    (thing,) = read_package(template).dropped

    assert (thing.danger, thing.what) == (Danger.FIELD, COMPUTED)
    assert texts(Template.open(template).render({"x": "a"})) == ["đang hiện"]


def test_a_harmless_field_around_a_dangerous_one_stays_and_the_other_way_round() -> None:
    inner = complex_field("INCLUDETEXT x", shown="trong")
    body = of_body(
        f"<w:p>{complex_field('IF 1 = 1 ', inner, shown='một')}</w:p>"
        f"<w:p>{char('begin')}{code('DDE a ')}{complex_field('PAGE', shown='9')}{char('separate')}"
        f"{complex_field('PAGE', shown='2')}{char('end')}</w:p>"
    )
    document = Template.open(body).render({})

    assert body_xml(document).count("fldChar ") == 6
    assert "INCLUDETEXT" not in body_xml(document)
    assert texts(document)[0].endswith("một")
    assert texts(document)[1] == "2"


@pytest.mark.parametrize(
    "member", ["word/header9.xml", "word/footnotes.xml", "word/glossary/document.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_part_is_looked_at_whatever_its_name_and_encoding(member: str, encoding: str) -> None:
    part = f"<w:hdr {W}><w:p>{complex_field('DDE a')}</w:p></w:hdr>".encode(encoding)

    package = read_package(with_members(of_paragraphs("a"), {member: part}))

    assert [(thing.member, thing.what) for thing in package.dropped] == [(member, "DDE")]
    assert "đang hiện" in package.contents[member].decode()


def test_a_field_that_never_ends_takes_no_words_with_it() -> None:
    template = of_body(
        f"<w:p>{char('begin')}{code('DDE a')}</w:p><w:p>{words('{{ x }} ở lại')}</w:p>"
    )

    assert read_package(template).dropped[0].what == "DDE"
    assert texts(Template.open(template).render({"x": "a"})) == ["", "a ở lại"]


SHAPE = '<v:shape id="s" style="width:9pt;height:9pt"><v:imagedata r:id="rIdP"/></v:shape>'


def with_picture(source: bytes) -> bytes:
    """The file with a picture that `rIdP` names."""
    line = f'<Relationship Id="rIdP" Type="{KIND}image" Target="media/a.png"/></Relationships>'.encode()
    found = members(source)
    types = found["[Content_Types].xml"].replace(
        b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>'
    )
    return with_members(
        source,
        {
            "word/media/a.png": picture(),
            DOCUMENT_RELS: found[DOCUMENT_RELS].replace(b"</Relationships>", line),
            "[Content_Types].xml": types,
        },
    )


EMBEDDED = {
    "an OLE object": ("oleObject", "embeddings/a.bin", '<o:OLEObject Type="Embed" ProgID="A" r:id="rIdX"/>', "OLE"),
    "an embedded file": ("package", "embeddings/a.docx", '<o:OLEObject Type="Embed" ProgID="B" r:id="rIdX"/>', "OLE"),
    "a control": ("control", "activeX/a.xml", '<w:control r:id="rIdX" w:name="b"/>', "ActiveX"),
}  # fmt: skip


@pytest.mark.parametrize("what", EMBEDDED)
@pytest.mark.parametrize("outside", [True, False])
def test_an_object_is_dropped_and_its_picture_stays(what: str, outside: bool) -> None:
    kind, target, element, name = EMBEDDED[what]
    body = of_body(
        f"<w:p><w:r><w:object w:dxaOrig='9' {VML} {R}>{SHAPE}{element}</w:object></w:r>{words('{{ x }}')}</w:p>"
    )
    template = with_picture(related(body, kind, target, outside=outside))
    if not outside:
        template = with_members(template, {f"word/{target}": b"<a/>", "word/activeX/a.bin": b"a"})
        template = related(
            template, "activeXControlBinary", "a.bin", outside=False, part="word/activeX/a.xml"
        )
    document = Template.open(template).render({"x": "a"})

    assert name in warned(template)[0]
    assert texts(document) == ["a"]
    assert "v:imagedata" in body_xml(document)
    assert "<w:object" not in body_xml(document)
    assert f"word/{target}" not in members(document)


def test_a_part_that_something_else_needs_stays() -> None:
    twice = of_body("<w:p/>")
    for part in ("word/document.xml", "word/settings.xml"):
        twice = related(
            twice, "image" if "settings" in part else "oleObject", "a.bin", outside=False, part=part
        )
    assert "word/a.bin" in read_package(with_members(twice, {"word/a.bin": b"a"}))


OUTSIDE = {
    "a text to be read in": ("aFChunk", '<w:altChunk r:id="rIdX"/>', "altChunk"),
    "a subdocument": ("subDocument", '<w:p><w:subDoc r:id="rIdX"/></w:p>', "http://x"),
    "a picture on the web": (
        "image", f'<w:p><w:r><w:pict {VML}><v:shape id="a"><v:imagedata r:id="rIdX"/></v:shape></w:pict></w:r></w:p>',
        "http://x",
    ),
    "a link that is none": ("attachedTemplate", f'<w:p><w:hyperlink r:id="rIdX">{words("chữ")}</w:hyperlink></w:p>', "http://x"),
}  # fmt: skip


@pytest.mark.parametrize("what", OUTSIDE)
def test_what_points_outside_and_is_no_hyperlink_is_dropped(what: str) -> None:
    kind, block, name = OUTSIDE[what]
    template = related(of_body(f"<w:p>{words('{{ x }}')}</w:p>{block}"), kind, "http://x/y")
    document = Template.open(template).render({"x": "a"})

    assert name in warned(template)[0]
    assert "rIdX" not in body_xml(document)
    assert b"http://x" not in b"".join(members(document).values())
    assert texts(document)[0] == "a"
    assert ("chữ" in body_xml(document)) == ("chữ" in block)


@pytest.mark.parametrize(
    "target", ["http://x/a.png", "file:///c:/a.png", "\\\\may\\a.png", "//may/a.png"]
)
def test_an_address_is_outside_even_where_the_file_says_inside(target: str) -> None:
    package = read_package(related(of_paragraphs("a"), "image", target, outside=False))

    assert [thing.danger for thing in package.dropped] == [Danger.OUTSIDE]


def test_a_hyperlink_stays() -> None:
    package = read_package(related(of_paragraphs("a"), "hyperlink", "https://vbgen.vn"))

    assert package.dropped == ()
    assert b"https://vbgen.vn" in package.contents[DOCUMENT_RELS]


def test_the_numbers_of_a_chart_stay() -> None:
    chart = b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    source = with_members(
        of_paragraphs("a"), {"word/charts/chart1.xml": chart, "word/embeddings/a.xlsx": b"a"}
    )

    package = read_package(
        related(
            source, "package", "../embeddings/a.xlsx", outside=False, part="word/charts/chart1.xml"
        )
    )

    assert package.dropped == ()
    assert "word/embeddings/a.xlsx" in package


HELD = {
    "a data source": ("word/settings.xml", "<w:mailMerge><w:query w:val='SELECT'/></w:mailMerge>", "trộn thư"),
    "a macro of a form": ("word/header7.xml", "<w:ffData><w:entryMacro w:val='a'/></w:ffData>", "entryMacro"),
    "a video of the web": ("word/header8.xml", "<w:ext><w:webVideoPr embeddedHtml='a'/></w:ext>", "webVideoPr"),
}  # fmt: skip


@pytest.mark.parametrize("what", HELD)
def test_what_a_part_itself_holds_is_dropped(what: str) -> None:
    member, element, name = HELD[what]
    part = f"<w:root {W}>{element}<w:zoom/></w:root>".encode()
    template = with_members(of_paragraphs("{{ x }}"), {member: part})

    opened = Template.open(template)

    (problem,) = (each for each in opened.warnings if each.code == "dangerous-dropped")
    assert name in problem.message
    assert problem.place.part == member
    assert b"zoom" in members(opened.render({"x": "a"}))[member]
    assert element.split()[0][3:].encode() not in members(opened.render({"x": "a"}))[member]


def test_a_pane_that_an_add_in_opens_is_dropped_with_all_its_parts() -> None:
    pane, extension = "word/webextensions/taskpanes.xml", "word/webextensions/webextension1.xml"
    source = with_members(of_paragraphs("{{ x }}"), {pane: b"<a/>", extension: b"<a/>"})
    source = related(source, "webextension", "webextension1.xml", outside=False, part=pane)
    line = f'<Relationship Id="rIdX" Type="{KIND}webextensiontaskpanes" Target="{pane}"/></Relationships>'
    rels = members(source)["_rels/.rels"].replace(b"</Relationships>", line.encode())

    package = read_package(with_members(source, {"_rels/.rels": rels}))

    assert {pane, extension} & set(package.contents) == set()
    assert Danger.PROGRAM in {thing.danger for thing in package.dropped}


def test_a_fragment_is_told_under_its_own_name() -> None:
    fragments = Fragments({"dau": of_body(f"<w:p>{complex_field('DDE a')}</w:p>")})
    opened = Template.open(of_paragraphs('{%p include "dau" %}'), fragments=fragments)

    (problem,) = opened.warnings

    assert (problem.code, problem.place.file) == ("dangerous-dropped", "dau.docx")
    assert texts(opened.render({})) == ["đang hiện"]


def test_a_reader_that_passes_nothing_on_takes_the_file_as_it_lies(tmp_path: Path) -> None:
    source = of_body(f"<w:p>{complex_field('DDE a')}</w:p>")
    (tmp_path / "a.docx").write_bytes(source)

    package = read_package(tmp_path / "a.docx", external_ok=True)

    assert package.contents == members(source)
    assert package.dropped == ()


PIECES = st.sampled_from(
    [
        char("begin"),
        char("separate"),
        char("end"),
        code(" DDE a"),
        code("PAGE"),
        code("D"),
        code("DE x"),
    ]
)
TEXTS = st.sampled_from(["một", "hai", "{{ x }}"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, TEXTS), max_size=12))
def test_no_dangerous_field_is_left_and_no_shown_word_is_lost(pieces: list[str]) -> None:
    body = "".join(piece if piece.startswith("<") else words(piece) for piece in pieces)
    once = read_package(of_body(f"<w:p>{body}</w:p>"))
    left = once.contents["word/document.xml"].decode()

    again = read_package(with_members(of_paragraphs(""), {"word/document.xml": left.encode()}))

    assert again.dropped == ()
    if not once.dropped:
        assert left == body_xml(of_body(f"<w:p>{body}</w:p>"))
    for text in _outside_of_fields(pieces):
        assert text in left


def _outside_of_fields(pieces: list[str]) -> list[str]:
    """The words that stand in no field at all."""
    depth, found = 0, []
    for piece in pieces:
        depth += ('"begin"' in piece) - ('"end"' in piece and depth > 0)
        if not piece.startswith("<") and not depth:
            found.append(piece)
    return found
