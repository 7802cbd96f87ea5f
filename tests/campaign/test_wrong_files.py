"""Files that are no campaign, or unsafe: each is refused with one sentence, and nothing is written."""

import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, put, repacked
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import convert, load_campaign, write_campaign
from vbgen.errors import OutputError, UnreadableFileError, UsageError
from vbgen.ways import StartWorkspace
from vbgen.word.package.bounds import SHEETS

Make = Callable[[Path], object]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET = "xl/worksheets/sheet1.xml"


def _bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def _zip(**parts: bytes) -> Make:
    def make(path: Path) -> None:
        with ZipFile(path, "w", ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name.replace("__", "/").replace("_dot_", "."), content)

    return make


def _with(name: str, content: bytes) -> Make:
    def make(path: Path) -> None:
        campaign_folder(path.parent)
        repacked(path, add={name: content})

    return make


def _changed(part: str, old: bytes, new: bytes) -> Make:
    def make(path: Path) -> None:
        campaign_folder(path.parent)
        repacked(path, change={part: (old, new)})

    return make


def _cut(path: Path) -> None:
    campaign_folder(path.parent)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _flipped(path: Path) -> None:
    campaign_folder(path.parent)
    data = bytearray(path.read_bytes())
    for place in range(2000, 2100):
        data[place] ^= 0xFF
    path.write_bytes(bytes(data))


def _encrypted_flag(path: Path) -> None:
    campaign_folder(path.parent)
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    data[place + 8] |= 1
    path.write_bytes(bytes(data))


def _lying_size(path: Path) -> None:
    """A part that declares a kilobyte and unpacks to 64 megabytes."""
    campaign_folder(path.parent)
    repacked(path, add={"xl/media/image1.bin": bytes(64 * 1024**2)})
    data = bytearray(path.read_bytes())
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/media/image1.bin"))
    data[place + 24 : place + 28] = struct.pack("<L", 1024)
    path.write_bytes(bytes(data))


def _doubled_part(path: Path) -> None:
    campaign_folder(path.parent)
    with ZipFile(path, "a", ZIP_STORED) as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("xl/workbook.xml", b"<x/>")


def _many_rows(path: Path) -> None:
    campaign_folder(path.parent)
    rows = b"".join(b'<row r="%d"/>' % number for number in range(SHEETS.rows + 1))
    repacked(path, change={_SHEET: (b"<sheetData>", b"<sheetData>" + rows)})


_LINK = b'<Relationship Id="rIdX" Type="http://x/oleObject" Target="file:///c:/a.xls" TargetMode="External"/></Relation'
_WIDE = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
_DTD = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

REFUSED: list[tuple[str, Make, str, str]] = [
    ("an empty file", _bytes(b""), "wrong-file-type", "tệp rỗng"),
    ("an old workbook", _bytes(_OLE + bytes(600)), "wrong-file-type", "(.xls)"),
    ("a locked workbook", _bytes(_OLE + "EncryptedPackage".encode("utf-16-le")), "wrong-file-type", "mật khẩu"),
    ("a PDF", _bytes(b"%PDF-1.7 ..."), "wrong-file-type", "PDF"),
    ("a CSV", _bytes("Mã;Tên\nVP;Văn phòng".encode()), "wrong-file-type", "CSV"),
    ("a web page", _bytes(b"<html><table></table></html>"), "wrong-file-type", "trang web"),
    ("a picture", _bytes(b"\x89PNG\r\n\x1a\n\0\0\0"), "wrong-file-type", "không phải tệp Excel"),
    ("a Word file", _zip(word__document_dot_xml=b"<x/>"), "wrong-file-type", "Word"),
    ("half a binary workbook", _zip(xl__workbook_dot_bin=b"x"), "damaged-file", ".xlsb"),
    ("an OpenDocument sheet", _zip(mimetype=b"x", content_dot_xml=b"<x/>"), "wrong-file-type", ".ods"),
    ("an archive", _zip(a_dot_txt=b"x"), "wrong-file-type", "tệp nén"),
    ("half a file", _cut, "wrong-file-type", "chép lại"),
    ("flipped bits", _flipped, "damaged-file", "hỏng"),
    ("no sheets inside", _zip(xl__workbook_dot_xml=b"<x/>"), "damaged-file", "hỏng"),
    ("bad XML inside", _changed(_SHEET, b"<sheetData>", b"<sheetData"), "damaged-file", "hỏng"),
    ("a sheet that names no part", _changed("xl/workbook.xml", b' r:id="rId3"', b""), "damaged-file", "hỏng"),
    ("a sheet whose part is gone", _changed("xl/_rels/workbook.xml.rels", b"sheet2.xml", b"sheet99.xml"),
     "damaged-file", "hỏng"),
    ("macros", _with("xl/vbaProject.bin", b"x"), "macros", "macro"),
    ("old macros", _with("xl/macrosheets/sheet1.xml", b"<x/>"), "macros", "macro"),
    ("links to workbooks", _with("xl/externalLinks/externalLink1.xml", b"<x/>"), "external-links", "liên kết"),
    ("data outside", _changed("xl/_rels/workbook.xml.rels", b"</Relation", _LINK), "external-links", "ngoài tệp"),
    ("entities", _changed(_SHEET, b"<sheetData>", _DTD + b"<sheetData>"), "document-type", "thành phần lạ"),
    ("entities in UTF-16", _with("xl/a.xml", "<!DOCTYPE x>".encode("utf-16")), "document-type", "thành phần lạ"),
    ("a locked part", _encrypted_flag, "encrypted-file", "mật khẩu"),
    ("a way out", _with("../x.xml", b"<x/>"), "unsafe-package", "không an toàn"),
    ("an absolute name", _with("/x.xml", b"<x/>"), "unsafe-package", "không an toàn"),
    ("a part twice", _doubled_part, "unsafe-package", "trùng nhau"),
    ("a bomb", _with("xl/media/a.bin", bytes(20 * 1024**2)), "zip-bomb", "phình to"),
    ("a part too large", _with("xl/media/a.bin", bytes(33 * 1024**2)), "zip-bomb", "phình to"),
    ("a bomb that lies", _lying_size, "damaged-file", "hỏng"),
    ("too many parts", _zip(**{f"p{n}": b"" for n in range(1001)}, xl__workbook_dot_xml=b""),
     "zip-bomb", "phình to"),
    ("too many rows", _many_rows, "too-many-rows", "100.000 hàng"),
    ("a merge over the whole sheet", _changed(_SHEET, b"<mergeCells ", _WIDE + b"<mergeCells "),
     "too-many-cells", "chia nhỏ"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "code", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_file_that_is_no_safe_workbook_is_refused(
    make: Make, code: str, words: str, tmp_path: Path
) -> None:
    make(tmp_path / "campaign.xlsx")

    found = problems_of(tmp_path)

    assert list(found) == [code], found
    assert words in found[code][0].message
    assert found[code][0].place.file == "campaign.xlsx"
    assert is_a_sentence(found[code][0])
    with pytest.raises(UnreadableFileError) as raised:
        load_campaign(tmp_path, WORDS)
    assert raised.value.exit_code == 2


def test_a_folder_without_a_campaign_says_what_could_be_meant(tmp_path: Path) -> None:
    (tmp_path / "Danh sách.xls").write_bytes(_OLE)

    with pytest.raises(UnreadableFileError, match=r"Danh sách.xls: .* lưu thành campaign.xlsx"):
        load_campaign(tmp_path, WORDS)


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        load_campaign(tmp_path, WORDS)
    [problem] = caught.value.problems
    assert problem.ways == (StartWorkspace(),)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="không có thư mục"):
        load_campaign(tmp_path / "khong-co", WORDS)


def test_a_file_given_for_a_folder_is_said(tmp_path: Path) -> None:
    campaign_folder(tmp_path)

    with pytest.raises(UnreadableFileError, match="hãy chỉ tới thư mục"):
        load_campaign(tmp_path / "campaign.xlsx", WORDS)


def test_a_wrong_source_leaves_no_converted_file(tmp_path: Path) -> None:
    campaign_folder(tmp_path, put("Đơn vị", "D2", "bảy"))

    with pytest.raises(Exception, match="1 lỗi"):
        convert(tmp_path / "campaign.xlsx", tmp_path / "campaign.yaml", WORDS)

    assert [path.name for path in tmp_path.iterdir()] == ["campaign.xlsx"]


def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"x\.csv"):
        write_campaign(small_campaign(), tmp_path / "x.csv", WORDS)

    assert list(tmp_path.iterdir()) == []


def test_a_text_too_long_for_a_cell_is_refused_and_nothing_written(tmp_path: Path) -> None:
    campaign = small_campaign(contents=({"text": "a" * 32_768},))

    with pytest.raises(OutputError, match="tách thành hai ô"):
        write_campaign(campaign, tmp_path / "campaign.xlsx", WORDS)

    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(OutputError, match="Không ghi được"):
        write_campaign(small_campaign(), tmp_path / "file" / "campaign.yaml", WORDS)


def test_a_workbook_with_a_picture_is_read_without_decoding_it(tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.drawing.image import Image
    from PIL import Image as Picture

    picture = BytesIO()
    Picture.new("RGB", (4, 4)).save(picture, "PNG")
    campaign_folder(tmp_path)
    book = openpyxl.load_workbook(tmp_path / "campaign.xlsx")
    book.worksheets[1].add_image(Image(picture), "F1")
    book.save(tmp_path / "campaign.xlsx")
    repacked(tmp_path / "campaign.xlsx", change={"xl/media/image1.png": (b"PNG", b"XXX")})

    assert load_campaign(tmp_path, WORDS).campaign == small_campaign()


def test_a_workbook_behind_a_link_is_read(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "khac", tmp_path / "dot-1"
    elsewhere.mkdir()
    folder.mkdir()
    campaign_folder(elsewhere)
    (folder / "campaign.xlsx").symlink_to(elsewhere / "campaign.xlsx")

    assert load_campaign(folder, WORDS).campaign == small_campaign()


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"%PDF-1.7", "PDF"), (b"\x89PNG" + bytes(99), "ảnh"), (b"a", "thư mục chứa")],
)
def test_a_scan_in_place_of_a_campaign_is_called_what_it_is(
    data: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "bản quét"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError) as refused:
        load_campaign(path, WORDS)
    assert said in str(refused.value)
