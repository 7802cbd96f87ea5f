"""Strict Word files are taken as any other, at each door; a zip is written the same way every time."""

import io
import zipfile

import pytest

from tests.word.docx_making import of_paragraphs, with_members
from vbgen.errors import UnreadableFileError
from vbgen.word.package.lenient import open_package
from vbgen.word.package.strict import transitional
from vbgen.word.package.writing import pack
from vbgen.word.package.zipwriter import zipped
from vbgen.word.reading.plain import plain_text
from vbgen.word.template import Template, read_package

_SWAPS = (
    (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
     b"http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
)  # fmt: skip


def strict(data: bytes, encoding: str = "utf-8") -> bytes:
    """The file as Word saves it under “Strict Open XML Document”."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for old, new in _SWAPS:
        parts = {name: content.replace(old, new) for name, content in parts.items()}
    if encoding != "utf-8":
        main = parts["word/document.xml"].split(b"?>", 1)[1].decode()
        parts["word/document.xml"] = main.encode(encoding)
    return with_members(data, parts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_strict_template_is_filled(encoding: str) -> None:
    template = strict(of_paragraphs("Kính gửi {{ name }}"), encoding)

    document = Template.open(template).render({"name": "Sở Công Thương"})

    assert "Kính gửi Sở Công Thương" in plain_text(document)


def test_both_doors_tell_a_strict_file_in_the_common_namespaces() -> None:
    data = strict(of_paragraphs("một"))

    for contents in (read_package(data).contents, open_package(data).members):
        assert not [name for name, content in contents.items() if b"purl.oclc.org" in content]


def test_what_is_not_strict_stays_the_same_object() -> None:
    content = b"<a xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"

    assert transitional(content) is content


def test_a_document_type_is_found_in_a_part_of_any_name() -> None:
    data = with_members(of_paragraphs("một"), {"word/part.txt": b"\n<!DOCTYPE x><x/>"})

    with pytest.raises(UnreadableFileError, match="thành phần lạ"):
        read_package(data)


def test_a_member_whose_own_header_names_another_is_damaged() -> None:
    data = of_paragraphs("một")
    at = data.index(b"docProps/core.xml")
    spoilt = data[:at] + b"docProps/cora.xml" + data[at + 17 :]

    with pytest.raises(UnreadableFileError, match="bị hỏng"):
        read_package(spoilt)


def test_a_zip_is_the_same_every_time_and_every_reader_takes_it() -> None:
    contents = {
        "word/a.xml": b"<a/>" * 1000,
        "[Content_Types].xml": b"<t/>",
        "_rels/.rels": b"",
        "tên.txt": b"x",
    }

    written = pack(contents)

    assert written == pack(contents)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert {name: archive.read(name) for name in archive.namelist()} == contents
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    with zipfile.ZipFile(io.BytesIO(zipped(contents, stored=True))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == contents
