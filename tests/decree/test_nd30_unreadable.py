"""Files that are no Word files, damaged or unsafe are refused with a sentence, never with a traceback."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.decree.nd30_packages import word_file, zipped
from vbgen.decree import fix, lint
from vbgen.errors import UnreadableFileError
from vbgen.word.package.bounds import PackageLimits
from vbgen.word.package.lenient import open_package
from vbgen.word.template import Template

_ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="x"/>'
_MACRO = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)


def _cut() -> bytes:
    whole = word_file("<w:p/>")
    return whole[: len(whole) // 2]


WRONG = {
    "nothing": b"",
    "text": "Kính gửi".encode(),
    "pdf": b"%PDF-1.7",
    "old word or encrypted": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
    "rtf": b"{\\rtf1}",
    "html": b"<html></html>",
    "half a file": _cut(),
    "a zip of something else": zipped({"a.txt": "x"}),
    "no text part": zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relationships/>"}),
    "broken xml": word_file("<w:p>"),
    "entities": word_file(_ENTITY),
    "macros": word_file("<w:p/>", types=_MACRO),
    "no body": word_file(
        '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_not_what_it_seems_is_refused_with_a_sentence(name: str) -> None:
    for act in (lint, fix):
        with pytest.raises(UnreadableFileError) as caught:
            act(WRONG[name])
        assert caught.value.exit_code == 2
        assert str(caught.value).endswith((".", ".)"))


def test_a_missing_file_is_named_with_the_reason_and_what_to_do(tmp_path: Path) -> None:
    sentence = r"“không-có\.docx”: không có tệp hoặc thư mục này\. Hãy kiểm tra lại đường dẫn và quyền đọc\.$"
    with pytest.raises(UnreadableFileError, match=sentence):
        lint(tmp_path / "không-có.docx")


def test_a_zip_bomb_is_not_unpacked() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 2_000_000)
    with pytest.raises(UnreadableFileError, match=r"quá lớn.*lưu mới thành \.docx"):
        open_package(out.getvalue(), limits=PackageLimits(xml_bytes=1_000_000))


def test_a_document_type_and_a_file_too_big_come_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(
        UnreadableFileError, match=r"thành phần lạ.*mở bằng Word rồi lưu mới thành \.docx"
    ):
        lint(WRONG["entities"])
    (tmp_path / "lớn.docx").write_bytes(word_file("<w:p/>"))
    with pytest.raises(
        UnreadableFileError, match=r"“lớn\.docx” quá lớn để kiểm tra.*lưu mới thành \.docx"
    ):
        open_package(tmp_path / "lớn.docx", limits=PackageLimits(file_bytes=10))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "PDF"),
        *((head + bytes(99), "ảnh") for head in (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")),
    ],
)
def test_a_scan_is_called_what_it_is_by_lint_and_as_a_template(data: bytes, said: str) -> None:
    for open_it in (lint, fix, lambda source: Template.open(source, name="q.docx")):
        with pytest.raises(UnreadableFileError) as refused:
            open_it(data)
        assert f" {said}" in str(refused.value)
        assert "lưu lại" not in str(refused.value)
