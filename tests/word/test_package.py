"""Files that are opened as Word documents: each that is no safe .docx is refused with a sentence."""

import io
import struct
import zipfile
from pathlib import Path

import docx
import pytest

from tests.word.custom_properties import properties_of
from tests.word.docx_making import of_paragraphs, with_members
from vbgen.errors import UnreadableFileError
from vbgen.word.reading.properties import with_properties
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import PackageLimits, Template, read_package

GOOD = of_paragraphs("một")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def external(kind: str, target: str) -> bytes:
    line = f'<Relationship Id="x1" Type="{KIND}{kind}" Target="{target}" TargetMode="External"/>'
    return RELS.format(line).encode()


def doubled() -> bytes:
    buffer = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", "x")
    return buffer.getvalue()


def encrypted() -> bytes:
    at = GOOD.index(b"PK\x01\x02") + 8
    return GOOD[:at] + struct.pack("<H", 1) + GOOD[at + 2 :]


def renamed(name: bytes) -> bytes:
    return GOOD.replace(b"docProps/app.xml", name.ljust(16, b"x"))


def types(old: str, new: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        content = archive.read("[Content_Types].xml").replace(old.encode(), new.encode())
    return with_members(GOOD, {"[Content_Types].xml": content})


def damaged() -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        info = archive.getinfo("word/document.xml")
    at = info.header_offset + 30 + len(info.filename) + 40
    return GOOD[:at] + b"\xff\xff\xff" + GOOD[at + 3 :]


def lying() -> bytes:
    """A member that declares fewer bytes than it gives."""
    bomb = with_members(GOOD, {"word/big.xml": b"0" * 5_000})
    return bomb.replace(struct.pack("<I", 5_000), struct.pack("<I", 10))


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'

REFUSED = {
    "an empty file": (b"", "trống"),
    "a PDF": (b"%PDF-1.7\n", "PDF"),
    "an old Word file": (OLE, ".doc)"),
    "a Word file with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "an RTF file": (b"{\\rtf1 x}", "RTF"),
    "a web page": (b"<html></html>", "trang web"),
    "plain text": ("Kính gửi".encode(), ".txt"),
    "a picture": (b"\x89PNG\0\0\0", "là ảnh"),
    "an OpenDocument file": (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), ".odt"),
    "an Excel workbook": (
        zipped(xl__workbook=b"x") and with_members(zipped(a=b""), {"xl/workbook.xml": b"<x/>"}),
        "Excel",
    ),
    "a presentation": (
        with_members(zipped(a=b""), {"ppt/presentation.xml": b"<x/>"}),
        "PowerPoint",
    ),
    "another zip": (zipped(a=b"x"), "tệp nén"),
    "an empty zip": (b"PK\x05\x06" + b"\0" * 18, "tệp nén trống"),
    "half a file": (GOOD[: len(GOOD) // 2], "bị hỏng"),
    "a damaged member": (damaged(), "bị hỏng"),
    "a file with macros": (
        types("wordprocessingml.document.main", "ms-word.document.macroEnabled.main"),
        "macro",
    ),
    "a hidden macro": (with_members(GOOD, {"word/vbaProject.bin": b"x"}), "macro"),
    "an encrypted member": (encrypted(), "mật khẩu"),
    "a doubled member": (doubled(), "hai lần"),
    "a member outside": (renamed(b"../x/../../x.xml"), "không an toàn"),
    "an absolute member": (renamed(b"/etc/passwdxxxxx"), "không an toàn"),
    "a drive letter": (renamed(b"C:/windows/x.xml"), "không an toàn"),
    "a backslash": (renamed(b"..\\..\\..\\x.xmlx"), "không an toàn"),
    "too many members": (
        with_members(GOOD, {f"x/{n}.xml": b"<x/>" for n in range(5_000)}),
        "5000 thành phần",
    ),
    "a bomb": (with_members(GOOD, {"word/big.xml": b"0" * 3_000_000}), "phình ra"),
    "a member that lies about its size": (lying(), ""),
    "a document type": (
        with_members(GOOD, {"word/x.xml": DOCTYPE}),
        "hoặc mở bằng Word rồi lưu mới thành .docx",
    ),
    "a document type in UTF-16": (
        with_members(GOOD, {"word/x.xml": DOCTYPE.decode().encode("utf-16")}),
        "lưu mới thành .docx",
    ),
    "relationships that are no XML": (
        with_members(GOOD, {"word/_rels/x.xml.rels": b"<a"}),
        "bị hỏng ở phần",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_no_safe_word_document_is_refused_with_a_sentence(what: str) -> None:
    data, words = REFUSED[what]
    with pytest.raises(UnreadableFileError) as caught:
        read_package(data, name="tệp.docx")
    assert words in str(caught.value)
    assert "“tệp.docx”" in str(caught.value)
    assert caught.value.exit_code == 2


def test_hyperlinks_may_point_outside() -> None:
    data = with_members(GOOD, {"word/_rels/x.xml.rels": external("hyperlink", "https://vbgen.vn")})
    assert "word/_rels/x.xml.rels" in read_package(data)


def test_a_reader_that_opens_nothing_may_pass_over_pointers_outside() -> None:
    data = with_members(GOOD, {"word/_rels/x.xml.rels": external("image", "http://x")})
    assert "word/_rels/x.xml.rels" in read_package(data, external_ok=True)


@pytest.mark.parametrize(
    "limits", [PackageLimits(member_bytes=100), PackageLimits(total_bytes=1000)]
)
def test_bounds_hold_for_each_member_and_for_all(limits: PackageLimits) -> None:
    with pytest.raises(UnreadableFileError):
        read_package(GOOD, limits=limits)


ATTACHED = (
    b'<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    b'<w:attachedTemplate r:id="x1"/><w:zoom/></w:settings>'
)


@pytest.mark.parametrize("target", ["http://x/y.dotm", "file:///C:/Users/a/Normal%20cu.dotx"])
def test_the_template_that_a_file_was_made_from_is_dropped_and_told(target: str) -> None:
    attached = {
        "word/_rels/settings.xml.rels": external("attachedTemplate", target),
        "word/settings.xml": ATTACHED,
    }
    opened = Template.open(with_members(of_paragraphs("{{ x }}"), attached))
    out = opened.render({"x": "a"})
    assert [problem.code for problem in opened.warnings] == ["dangerous-dropped"]
    assert unsound(out, "x") == ()
    assert all(
        b"attachedTemplate" not in content for content in read_package(out).contents.values()
    )
    assert b"<w:zoom/>" in read_package(out).contents["word/settings.xml"]


def test_a_word_template_makes_documents() -> None:
    source = types("document.main+xml", "template.main+xml")
    out = Template.open(source).render({})
    assert b"template.main" not in read_package(out).contents["[Content_Types].xml"]
    assert docx.Document(io.BytesIO(out)).paragraphs is not None


@pytest.mark.parametrize("kind", ["emf", "bmp", "png"])
def test_a_big_picture_of_one_colour_is_no_bomb(kind: str) -> None:
    name = f"word/media/image1.{kind}"
    assert name in read_package(with_members(GOOD, {name: b"\0" * 3_000_000}))


def test_a_file_with_hundreds_of_pictures_is_taken() -> None:
    package = read_package(
        with_members(GOOD, {f"word/media/image{n}.png": b"x" for n in range(600)})
    )
    assert len(package.members) > 600


def test_what_vbgen_makes_itself_it_reads_again() -> None:
    rows = of_paragraphs(
        table=[["{%tr for x in xs %}"], ["{{ x }} " + "chữ " * 100], ["{%tr endfor %}"]]
    )
    template = Template.open(rows)
    proved = template.render_with_proof({"xs": ["tên"] * 60_000})
    with pytest.raises(UnreadableFileError):
        read_package(proved.document)
    assert template.verify(proved.document, proved.shown[:1]) == ()
    assert properties_of(with_properties(proved.document, {"a": "b"}, template.compressor)) == {
        "a": "b"
    }


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="Không có tệp"):
        read_package(tmp_path / "không có.docx")
    with pytest.raises(UnreadableFileError, match="không phải là tệp"):
        read_package(tmp_path)


def test_every_member_reads_as_zipfile_reads_it() -> None:
    package = read_package(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        assert package.contents == {name: archive.read(name) for name in archive.namelist()}
