"""A finished document held against what Word needs: each fault with its place, nothing said of a sound one."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from tests.word.docx_making import members, of_body, of_paragraphs, picture, saved, with_members
from vbgen.errors import TemplateError
from vbgen.word.soundness.soundness import refuse_unsound, unsound

P, W14 = "<w:p/>", 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
TABLE = "<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>"
MAIN, RELS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"


def cell(inner: str) -> str:
    return TABLE.format(f"<w:tr><w:tc><w:p/></w:tc><w:tc>{inner}</w:tc></w:tr>")


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def drawing(number: int) -> str:
    return f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="a"/></wp:inline></w:drawing></w:r></w:p>'


def control(number: int) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'


def mark(kind: str, number: int, *ends: str) -> str:
    return (
        "<w:p>"
        + "".join(f'<w:{kind}{end} w:id="{number}" w:name="m{number}"/>' for end in ends)
        + "</w:p>"
    )


BROKEN: dict[str, tuple[str, str, str]] = {
    "a cell without a paragraph": (cell(""), "unsound-cell", "bảng 1, hàng 1, ô 2"),
    "a cell that ends in a table": (cell(cell(P) + P + cell(P)), "unsound-cell", "bảng 1, hàng 1, ô 2"),
    "a cell with properties only": (cell("<w:tcPr/>"), "unsound-cell", "bảng 1, hàng 1, ô 2"),
    "a cell with an empty control": (cell("<w:sdt><w:sdtContent/></w:sdt>"), "unsound-cell", "bảng 1, hàng 1, ô 2"),
    "a cell in a cell": (cell(cell("") + P), "unsound-cell", "bảng 1, hàng 1, ô 2, trong đó bảng 1, hàng 1, ô 2"),
    "a row without cells": (cell(P) + TABLE.format("<w:tr><w:trPr/></w:tr>"), "unsound-row", "bảng 2, hàng 1"),
    "a table without rows": (P + TABLE.format(""), "unsound-table", "bảng 1"),
    "a text box without a paragraph": (
        "<w:p/><w:p><w:r><w:pict><w:txbxContent/></w:pict></w:r></w:p>", "unsound-story", "thân văn bản, khung chữ",
    ),
    "drawings of one number": (drawing(7) + drawing(7), "unsound-id", "đoạn 2"),
    "controls of one number": (control(7) + control(7), "unsound-id", "mã ô điều khiển"),
    "paragraphs of one number": (f'<w:p {W14} w14:paraId="1A"/>' * 2, "unsound-id", "đoạn 2"),
    "rows of one number": (
        TABLE.format(f'<w:tr {W14} w14:paraId="1A"><w:tc><w:p/></w:tc></w:tr>' * 2), "unsound-id", "bảng 1, hàng 2",
    ),
    "bookmarks of one number": (mark("bookmark", 3, "Start", "End") * 2, "unsound-id", "đoạn 2"),
    "a bookmark without an end": (P + mark("bookmark", 3, "Start"), "unsound-range", "đoạn 2"),
    "a bookmark without a start": (mark("bookmark", 3, "End"), "unsound-range", "đoạn 1"),
    "a bookmark that ends before it starts": (mark("bookmark", 3, "End", "Start"), "unsound-range", "Dấu trang"),
    "a comment without an end": (mark("commentRange", 3, "Start"), "unsound-range", "Vùng chú thích"),
    "a permission without an end": (mark("perm", 3, "Start"), "unsound-range", "Vùng được phép sửa"),
    "a move without a start": (mark("moveFromRange", 3, "End"), "unsound-range", "Vùng chuyển chỗ"),
    "a move without an end": (mark("moveToRange", 3, "Start"), "unsound-range", "Vùng chuyển chỗ"),
    "a field without an end": (f"<w:p>{char('begin')}{char('separate')}</w:p>", "unsound-field", "đoạn 1"),
    "a field without a start": (f"<w:p>{char('end')}</w:p>", "unsound-field", "đoạn 1"),
    "a field parted twice": (
        f"<w:p>{char('begin')}{char('separate') * 2}{char('end')}</w:p>", "unsound-field", "đoạn 1",
    ),
    "a result without a field": (f"<w:p/><w:p>{char('separate')}</w:p>", "unsound-field", "đoạn 2"),
    "a footnote that is not there": ('<w:p><w:r><w:footnoteReference w:id="5"/></w:r></w:p>', "unsound-note", "đoạn 1"),
    "an endnote that is not there": ('<w:p><w:r><w:endnoteReference w:id="5"/></w:r></w:p>', "unsound-note", "đoạn 1"),
    "a comment that is not there": ('<w:p><w:r><w:commentReference w:id="5"/></w:r></w:p>', "unsound-note", "đoạn 1"),
    "a picture that is not there": ('<w:p><w:hyperlink r:id="rId99"/></w:p>', "unsound-relation", "rId99"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_what_word_refuses_is_told_with_its_place_and_a_way_out(what: str) -> None:
    body, code, words = BROKEN[what]
    found = unsound(of_body(body), "giấy.docx")
    assert {problem.code for problem in found} == {code}
    assert words in str(found[0])
    assert found[0].place.file == "giấy.docx"
    assert found[0].hint


def test_all_faults_are_told_at_once_and_stop_the_document() -> None:
    with pytest.raises(TemplateError) as caught:
        refuse_unsound(
            of_body("".join(body for body, _code, _words in BROKEN.values())), "giấy.docx"
        )
    assert {problem.code for problem in caught.value.problems} == {
        code for _body, code, _words in BROKEN.values()
    }
    assert caught.value.exit_code == 3


SOUND = {
    "a range over cells": cell('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>')
    + mark("bookmark", 1, "End"),
    "a range's end behind the last paragraph": cell(
        '<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p><w:bookmarkEnd w:id="1"/>'
    ),
    "a cell in a control": TABLE.format(
        "<w:tr><w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt></w:tr>"
    ),
    "a row in a control": TABLE.format(
        "<w:sdt><w:sdtContent><w:tr><w:tc><w:p/></w:tc></w:tr></w:sdtContent></w:sdt>"
    ),
    "a cell that ends in a control": cell("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"),
    "nested fields": f"<w:p>{char('begin') * 2}{char('separate')}{char('end')}{char('separate')}{char('end')}</w:p>",
    "a field over paragraphs": f"<w:p>{char('begin')}</w:p>{cell(P)}<w:p>{char('end')}</w:p>",
    "a box that Word keeps twice": (
        "<w:p><w:r><mc:AlternateContent>"
        + "".join(
            f"<mc:{name}><w:txbxContent>{mark('bookmark', 3, 'Start', 'End')}{control(4)}{drawing(5)}"
            f'<w:p {W14} w14:paraId="1A"/></w:txbxContent></mc:{name}>'
            for name in ("Choice", "Fallback")
        )
        + "</mc:AlternateContent></w:r></w:p>"
    ),
    "numbers that are free": control(1) + mark("bookmark", 1, "Start", "End") + drawing(1),
}


@pytest.mark.parametrize("what", SOUND)
def test_what_word_takes_is_left_alone(what: str) -> None:
    assert unsound(of_body(SOUND[what]), "x") == ()


def _without(member: str) -> Callable[[bytes], bytes]:
    return lambda source: with_members(source, {}, drop=[member])


def _replacing(member: str, old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda source: with_members(
        source, {member: members(source)[member].replace(old.encode(), new.encode())}
    )


PACKAGES: dict[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "a part that is pointed to and missing": (_without("word/styles.xml"), "unsound-relation", "word/styles.xml"),
    "a part without a type": (
        lambda source: with_members(source, {"word/media/a.xyz": b"a"}), "unsound-type", "word/media/a.xyz",
    ),
    "a type that was lost": (_replacing(TYPES, 'Extension="png"', 'Extension="gif"'), "unsound-type", ".png"),
    "relationships without a type": (_replacing(TYPES, 'Extension="rels"', 'Extension="x"'), "unsound-type", ".rels"),
    "a relationship that was lost": (_replacing(RELS, "relationships/image", "relationships/x"), "", ""),
    "mark-up that does not close": (_replacing(MAIN, "</w:body>", "</w:boby>"), "unsound-xml", "thân văn bản"),
    "a control character": (_replacing(MAIN, "<w:body>", "<w:body>\x01"), "unsound-xml", "thân văn bản"),
    "no zip": (lambda source: source[:100], "unsound-file", "hỏng"),
}  # fmt: skip


@pytest.mark.parametrize("what", PACKAGES)
def test_a_package_that_word_refuses_is_told(what: str) -> None:
    document = docx.Document()
    document.add_picture(io.BytesIO(picture()))
    change, code, words = PACKAGES[what]
    found = unsound(change(saved(document)), "giấy.docx")
    assert [problem.code for problem in found[:1]] == ([code] if code else [])
    assert words in "".join(map(str, found))


def test_a_header_is_read_too() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "a"
    source = saved(document)
    name = next(name for name in members(source) if name.startswith("word/header"))
    start, end = members(source)[name].index(b"<w:p>"), members(source)[name].index(b"</w:hdr>")
    (problem,) = unsound(
        with_members(source, {name: members(source)[name][:start] + members(source)[name][end:]}),
        "x",
    )
    assert (problem.code, problem.place.part) == ("unsound-story", "đầu trang 1")


def test_a_link_outside_and_words_own_sign_for_no_picture_are_left_alone() -> None:
    source = of_paragraphs("a")
    links = (
        '<Relationship Id="a" Type="x" Target="https://x" TargetMode="External"/>'
        '<Relationship Id="b" Type="x" Target="../NULL"/><Relationship Id="c" Type="x" Target="#a"/>'
    )
    assert (
        unsound(_replacing(RELS, "</Relationships>", f"{links}</Relationships>")(source), "x") == ()
    )


def test_every_word_file_of_the_other_tests_making_is_sound() -> None:
    assert unsound(of_paragraphs("a", "b", table=[["c"]]), "x") == ()
    with zipfile.ZipFile(io.BytesIO(of_paragraphs("a"))) as archive:
        assert MAIN in archive.namelist()
