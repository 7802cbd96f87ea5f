"""Campaign folders and files that are no campaign, are damaged, or are dangerous; and what units send."""

import os
import shutil
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.campaign.files import put, repacked
from tests.wrong_inputs.wrong_office import BOOK, YAML, change_book
from tests.wrong_inputs.wrong_row import Spoil, Wrong

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET = "xl/worksheets/sheet2.xml"
_LINK = b'<Relationship Id="rIdX" Type="http://x/oleObject" Target="file:///c:/a.xls" TargetMode="External"/></Relation'
_DTD = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
DRAFT, CHECK = "draft data/pt thu-moi", "check data/pt"
DRAFT_YAML, CHECK_YAML = "draft data/yaml thu-moi", "check data/yaml"


def holding(name: str, data: bytes) -> Spoil:
    """The file with other bytes."""

    def spoil(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)

    return spoil


def zipped(name: str, **parts: bytes) -> Spoil:
    """A zip with these parts; two underscores stand for a slash, `_dot_` for a dot."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part.replace("__", "/").replace("_dot_", "."), content)
    return holding(name, packed.getvalue())


def _with(part: str, content: bytes) -> Spoil:
    return lambda root: repacked(root / BOOK, add={part: content})


def _changed(part: str, old: bytes, new: bytes) -> Spoil:
    return lambda root: repacked(root / BOOK, change={part: (old, new)})


def edited(name: str, edit: Callable[[bytearray], object]) -> Spoil:
    """The file after its bytes were edited."""

    def spoil(root: Path) -> None:
        data = bytearray((root / name).read_bytes())
        edit(data)
        (root / name).write_bytes(data)

    return spoil


def cut(data: bytearray) -> None:
    """The first half of a file."""
    del data[len(data) // 2 :]


def _flip(data: bytearray) -> None:
    data[2000:2100] = bytes(byte ^ 0xFF for byte in data[2000:2100])


def _lock(data: bytearray) -> None:
    data[data.find(b"PK\x01\x02") + 8] |= 1


def _lie(root: Path) -> None:
    repacked(root / BOOK, add={"xl/media/image1.bin": bytes(64 * 1024**2)})
    data = bytearray((root / BOOK).read_bytes())
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/media/image1.bin"))
    data[place + 24 : place + 28] = struct.pack("<L", 1024)
    (root / BOOK).write_bytes(data)


def instead(name: str, make: Callable[[Path], object]) -> Spoil:
    """Something else where the file was."""

    def spoil(root: Path) -> None:
        (root / name).unlink()
        make(root / name)

    return spoil


def _named_otherwise(root: Path) -> None:
    (root / BOOK).rename(root / "data/pt/Danh sách.xls")


def _differing(root: Path) -> None:
    text = (root / YAML).read_text("utf-8").replace("headcount: 7", "headcount: 8")
    (root / "data/pt/campaign.yaml").write_text(text, encoding="utf-8")


def _sent(name: str, change: Spoil) -> Spoil:
    """A unit's workbook in nominations/, spoilt."""

    def spoil(root: Path) -> None:
        (root / "data/pt/nominations").mkdir()
        shutil.copy(root / BOOK, root / "data/keep.xlsx")
        change(root)
        (root / BOOK).rename(root / "data/pt/nominations" / name)
        (root / "data/keep.xlsx").rename(root / BOOK)

    return spoil


def yaml_with(old: str, new: str) -> Spoil:
    """The YAML file with one text replaced."""

    def spoil(root: Path) -> None:
        text = (root / YAML).read_text("utf-8")
        if old not in text:
            raise LookupError(old)
        (root / YAML).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def _other_merit(root: Path) -> None:
    change_book(root, put("Đề nghị", "D2", "thành tích khác"))


def _cut_out(root: Path) -> None:
    edited(BOOK, cut)(root)


_FOLDERS = (
    Wrong("no such folder", "draft data/khong-co", 2, ("khong-co", "không có thư mục")),
    Wrong("a file for a folder", f"draft {BOOK}", 2, ("campaign.xlsx", "chỉ tới thư mục")),
    Wrong("an empty folder", DRAFT, 2, ("pt", "vbgen init"), lambda root: (root / BOOK).unlink()),
    Wrong("a workbook of another name", DRAFT, 2, ("Danh sách.xls", "lưu thành campaign.xlsx"), _named_otherwise),
    Wrong("a folder for the workbook", DRAFT, 2, ("campaign.xlsx", "thư mục"), instead(BOOK, Path.mkdir)),
    Wrong("a link to nowhere", DRAFT, 2, ("campaign.xlsx", "không có tệp"),
          instead(BOOK, lambda path: path.symlink_to("mất.xlsx"))),
    Wrong("a link to itself", DRAFT, 2, ("campaign.xlsx",), instead(BOOK, lambda path: path.symlink_to(path.name))),
    Wrong("a pipe for the workbook", DRAFT, 2, ("campaign.xlsx", "không phải là tệp dữ liệu"),
          instead(BOOK, os.mkfifo)),
    Wrong("a file that cannot be read", DRAFT, 2, ("campaign.xlsx", "không đọc được"),
          instead(BOOK, lambda path: path.symlink_to("/proc/self/mem"))),
    Wrong("two files that differ", CHECK, 1, ("campaign.xlsx", "campaign.yaml", "Đơn vị"), _differing),
)  # fmt: skip
_WORKBOOKS = (
    Wrong("an empty workbook", DRAFT, 2, ("campaign.xlsx", "rỗng"), holding(BOOK, b"")),
    Wrong("an old workbook", DRAFT, 2, ("campaign.xlsx", ".xls", "Save As"), holding(BOOK, OLE + bytes(600))),
    Wrong("a locked workbook", DRAFT, 2, ("campaign.xlsx", "bỏ mật khẩu"),
          holding(BOOK, OLE + "EncryptedPackage".encode("utf-16-le"))),
    Wrong("a PDF for a workbook", DRAFT, 2, ("campaign.xlsx", "PDF", "Excel gốc"), holding(BOOK, b"%PDF-1.7 ...")),
    Wrong("a CSV for a workbook", DRAFT, 2, ("campaign.xlsx", "CSV"), holding(BOOK, "Mã;Tên\nVP;Văn phòng".encode())),
    Wrong("a web page for a workbook", DRAFT, 2, ("campaign.xlsx", "trang web"), holding(BOOK, b"<html><table>")),
    Wrong("a Word file for a workbook", DRAFT, 2, ("campaign.xlsx", "Word"),
          zipped(BOOK, word__document_dot_xml=b"<x/>")),
    Wrong("a binary workbook", DRAFT, 2, ("campaign.xlsx", ".xlsb"), zipped(BOOK, xl__workbook_dot_bin=b"x")),
    Wrong("an OpenDocument sheet", DRAFT, 2, ("campaign.xlsx", ".ods"),
          zipped(BOOK, mimetype=b"x", content_dot_xml=b"<x/>")),
    Wrong("half a workbook", DRAFT, 2, ("campaign.xlsx", "chép lại"), edited(BOOK, cut)),
    Wrong("a workbook with flipped bits", DRAFT, 2, ("campaign.xlsx", "hỏng"), edited(BOOK, _flip)),
    Wrong("a workbook with bad XML", DRAFT, 2, ("campaign.xlsx", "hỏng"),
          _changed(_SHEET, b"<sheetData>", b"<sheetData")),
    Wrong("a workbook with macros", DRAFT, 2, ("campaign.xlsx", "macro"), _with("xl/vbaProject.bin", b"x")),
    Wrong("a workbook with links", DRAFT, 2, ("campaign.xlsx", "Break Link"),
          _with("xl/externalLinks/externalLink1.xml", b"<x/>")),
    Wrong("a workbook with data outside", DRAFT, 2, ("campaign.xlsx", "ngoài tệp"),
          _changed("xl/_rels/workbook.xml.rels", b"</Relation", _LINK)),
    Wrong("a workbook with entities", DRAFT, 2, ("campaign.xlsx", "thành phần lạ"),
          _changed(_SHEET, b"<sheetData>", _DTD + b"<sheetData>")),
    Wrong("a locked part of a workbook", DRAFT, 2, ("campaign.xlsx", "mật khẩu"), edited(BOOK, _lock)),
    Wrong("a workbook with a way out", DRAFT, 2, ("campaign.xlsx", "không an toàn"), _with("../x.xml", b"<x/>")),
    Wrong("a bomb for a workbook", DRAFT, 2, ("campaign.xlsx", "phình to"),
          _with("xl/media/a.bin", bytes(20 * 1024**2))),
    Wrong("a bomb that lies about its size", DRAFT, 2, ("campaign.xlsx", "hỏng"), _lie),
)  # fmt: skip
_YAML = (
    Wrong("a list for YAML", DRAFT_YAML, 2, ("campaign.yaml", "agency"), holding(YAML, b"- a\n")),
    Wrong("a tab in YAML", DRAFT_YAML, 2, ("campaign.yaml", "dòng 2", "dấu tab"), holding(YAML, b"agency:\n\tname: a")),
    Wrong("an open quote in YAML", DRAFT_YAML, 2, ("campaign.yaml", "dòng", "dấu nháy"),
          holding(YAML, b"agency:\n  name: 'a\n")),
    Wrong("YAML in UTF-16", DRAFT_YAML, 2, ("campaign.yaml", "UTF-8"), holding(YAML, "agency: {}".encode("utf-16"))),
    Wrong("YAML in TCVN3", DRAFT_YAML, 2, ("campaign.yaml", "dòng 2", "Unicode"),
          holding(YAML, b"agency:\n  name: S\xeb C\xabng\n")),
    Wrong("a deep nest in YAML", DRAFT_YAML, 2, ("campaign.yaml", "quá sâu"), holding(YAML, b"units: " + b"[" * 1200)),
    Wrong("aliases without end", DRAFT_YAML, 2, ("campaign.yaml", "neo"),
          holding(YAML, b"units:\n  - &u {id: A, name: B}\n" + b"  - *u\n" * 1100)),
    Wrong("an unknown key", CHECK_YAML, 1, ("campaign.yaml", "simbol", "Có phải là “symbol”?"),
          yaml_with("symbol: SCT", "simbol: SCT")),
    Wrong("a key twice", CHECK_YAML, 1, ("agency.symbol", "hai lần"),
          yaml_with("symbol: SCT", "symbol: SCT\n  symbol: SCT")),
    Wrong("a list for a value", CHECK_YAML, 1, ("units[0].headcount", "một giá trị"),
          yaml_with("headcount: 7", "headcount: [7]")),
    Wrong("a Python object in YAML", CHECK_YAML, 1, ("units[0].headcount", "nhãn"),
          yaml_with("headcount: 7", "headcount: !!python/name:os.system 7")),
    Wrong("a day that is none in YAML", CHECK_YAML, 1, ("phases[0].end", "2022-06-31", "dd/mm/yyyy"),
          yaml_with("2022-06-30", "2022-06-31")),
)  # fmt: skip
_NOMINATIONS = (
    Wrong("a unit sends an old workbook", CHECK, 1, ("nominations/kt.xls", "Save As"),
          _sent("kt.xls", holding(BOOK, OLE + bytes(600)))),
    Wrong("a unit sends half a file", CHECK, 1, ("nominations/kt.xlsx", "chép lại"), _sent("kt.xlsx", _cut_out)),
    Wrong("a unit says otherwise", CHECK, 1, ("nominations/kt.xlsx", "D2", "campaign.xlsx", "xóa một hàng"),
          _sent("kt.xlsx", _other_merit)),
    Wrong("a unit moves a person", CHECK, 1, ("nominations/kt.xlsx", "H2", "Hãy thống nhất hai nơi"),
          _sent("kt.xlsx", lambda root: change_book(root, put("Cá nhân, tập thể", "H2", "PKT")))),
    Wrong("a unit sends a CSV that is no list", CHECK, 1, ("nominations/kt.csv", "không lấy được người nào"),
          _sent("kt.csv", holding(BOOK, b"a;b"))),
)  # fmt: skip
FILES = (*_FOLDERS, *_WORKBOOKS, *_YAML, *_NOMINATIONS)
