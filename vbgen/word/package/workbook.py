"""The bytes of an Excel workbook that is safe to open; anything else is refused with a sentence."""

import re
import stat
import zlib
from collections.abc import Iterable
from functools import reduce
from io import BytesIO
from pathlib import Path
from typing import NoReturn
from zipfile import BadZipFile, ZipFile, ZipInfo

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import reason_of
from vbgen.messages import _
from vbgen.word.package.wrong_types import wrong_type
from vbgen.words.numbers import vn_number

MAX_ENTRIES = 1000
MAX_PART_BYTES = 32 * 1024**2
MAX_TOTAL_BYTES = 128 * 1024**2
MAX_RATIO = 200  # of the size unpacked to packed, for parts over a megabyte
MAX_ROWS = 100_000  # a sheet
MAX_CELLS = 2_000_000  # a workbook, with those that merged ranges cover
_RATIO_COUNTS_FROM = 1024**2
_CHUNK = 256 * 1024
_DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_ENTITY = tuple("<!ENTITY".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_SPREAD = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?ref=\"\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)\""
)
_RELATIONSHIP = re.compile(rb"<[^<>]*?Relationship\s[^>]*>")
_ENCRYPTED = 0x1


def read_package(path: Path, name: str) -> bytes:
    """The workbook's bytes, after every bound was held; `name` is what the sentence calls the file.

    Raises UnreadableFileError for what is missing, not a workbook, damaged, or unsafe: macros, encryption,
    links to other files, document types, and archives that unpack beyond the bounds.
    """
    data = file_bytes(path, name)
    if reason := wrong_type(data):
        refuse(name, "wrong-file-type", reason)
    try:
        with ZipFile(BytesIO(data)) as package:
            _check(package, name)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        refuse(
            name,
            "damaged-file",
            _("tệp bị hỏng, không mở được; hãy gửi lại hoặc lưu lại bằng Excel."),
            error,
        )
    return data


def without_drawings(data: bytes) -> bytes:
    """The same package without ways to its pictures and charts, which no one needs to decode for reading cells."""
    with ZipFile(BytesIO(data)) as package:
        if not any(name.startswith("xl/drawings/drawing") for name in package.namelist()):
            return data
        kept = BytesIO()
        with ZipFile(kept, "w") as target:
            for entry in package.infolist():
                content = package.read(entry)
                if entry.filename.startswith("xl/worksheets/_rels/"):
                    content = _RELATIONSHIP.sub(_unless_drawing, content)
                target.writestr(entry.filename, content)
    return kept.getvalue()


def _unless_drawing(relationship: re.Match[bytes]) -> bytes:
    return b"" if b'relationships/drawing"' in relationship[0] else relationship[0]


def file_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file of bearable size; raises UnreadableFileError."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            refuse(
                name,
                "not-a-file",
                _("đây là thư mục, không phải tệp; hãy chuyển nó đi rồi chép tệp vào."),
            )
        if not stat.S_ISREG(found.st_mode):
            refuse(
                name, "not-a-file", _("đây không phải là tệp dữ liệu; hãy chép tệp thật vào đây.")
            )
        if found.st_size > MAX_TOTAL_BYTES:
            refuse(
                name,
                "too-large",
                _("tệp quá lớn ({size} MB); hãy chia nhỏ.", size=found.st_size // 1024**2),
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        refuse(name, "missing-file", _("không có tệp này; hãy kiểm tra lại tên và thư mục."), error)
    except OSError as error:
        sentence = _("không đọc được tệp ({reason}); hãy chép lại tệp.", reason=reason_of(error))
        refuse(name, "unreadable-file", sentence, error)


def refuse(
    name: str, code: str, reason: str, cause: BaseException | None = None, *, part: str = ""
) -> NoReturn:
    """Raise UnreadableFileError for the file, with its problem."""
    place = Place(file=name, part=part)
    raise UnreadableFileError(f"{place}: {reason}", (Problem(code, reason, place),)) from cause


def _check(package: ZipFile, name: str) -> None:
    entries = package.infolist()
    _check_names(entries, name)
    _check_declared(entries, name)
    _check_contents({entry.filename for entry in entries}, name)
    total = cells = 0
    for entry in entries:
        size, counted = _check_part(package, entry, name)
        total, cells = total + size, cells + counted
        if total > MAX_TOTAL_BYTES:
            _refuse_bomb(name)
    if cells > MAX_CELLS:
        refuse(
            name,
            "too-many-cells",
            _("có hơn {limit} ô; hãy chia nhỏ tệp.", limit=vn_number(MAX_CELLS)),
        )


def _check_names(entries: list[ZipInfo], name: str) -> None:
    if len(entries) > MAX_ENTRIES:
        _refuse_bomb(name)
    seen: set[str] = set()
    for entry in entries:
        plain = entry.filename.replace("\\", "/").casefold()
        if plain.startswith("/") or ".." in plain.split("/") or plain in seen:
            refuse(
                name,
                "unsafe-package",
                _("tệp có phần tên không an toàn hoặc trùng nhau; hãy lưu lại bằng Excel."),
            )
        if entry.flag_bits & _ENCRYPTED:
            refuse(name, "encrypted-file", _("tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại."))
        seen.add(plain)


def _check_declared(entries: list[ZipInfo], name: str) -> None:
    too_large = any(entry.file_size > MAX_PART_BYTES for entry in entries)
    too_dense = any(_is_too_dense(entry.file_size, entry) for entry in entries)
    if too_large or too_dense or sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        _refuse_bomb(name)


def _check_contents(names: set[str], name: str) -> None:
    lowered = {each.casefold() for each in names}
    if any(
        each.endswith("vbaproject.bin") or each.startswith("xl/macrosheets/") for each in lowered
    ):
        refuse(
            name,
            "macros",
            _("tệp chứa macro; hãy lưu lại thành sổ Excel thường (.xlsx) rồi thử lại."),
        )
    if any(each.startswith("xl/externallinks/") for each in lowered):
        sentence = _(
            "tệp có liên kết tới sổ Excel khác; hãy vào Data › Edit Links › Break Link rồi lưu lại."
        )
        refuse(name, "external-links", sentence)


def _check_part(package: ZipFile, entry: ZipInfo, name: str) -> tuple[int, int]:
    """Size as really unpacked, and how many cells the part holds."""
    content = _unpacked(package, entry, name)
    is_markup = entry.filename.casefold().endswith((".xml", ".rels", ".vml"))
    if is_markup and any(mark in content for mark in (*_DOCTYPE, *_ENTITY)):
        refuse(
            name,
            "document-type",
            _("tệp chứa khai báo DTD/thực thể XML, không an toàn; hãy lưu lại bằng Excel."),
        )
    if entry.filename.casefold().endswith(".rels"):
        _check_relationships(content, name)
    if content.count(b"<row") > MAX_ROWS:
        refuse(
            name,
            "too-many-rows",
            _("một trang có hơn {limit} hàng; hãy xóa hàng thừa.", limit=vn_number(MAX_ROWS)),
        )
    return len(content), content.count(b"<c ") + sum(map(_area, _SPREAD.findall(content)))


def _area(corners: tuple[bytes, bytes, bytes, bytes]) -> int:
    """How many cells a merged or linked range spreads over; openpyxl walks through each of them."""
    left, top, right, bottom = corners
    return (abs(_number(right) - _number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _number(letters: bytes) -> int:
    return reduce(lambda number, letter: number * 26 + letter - 64, letters, 0)


def _unpacked(package: ZipFile, entry: ZipInfo, name: str) -> bytes:
    parts: list[bytes] = []
    size = 0
    with package.open(entry) as stream:
        for chunk in iter(lambda: stream.read(_CHUNK), b""):
            size += len(chunk)
            if size > MAX_PART_BYTES or _is_too_dense(size, entry):
                _refuse_bomb(name)
            parts.append(chunk)
    return b"".join(parts)


def _is_too_dense(size: int, entry: ZipInfo) -> bool:
    return size > _RATIO_COUNTS_FROM and size > MAX_RATIO * max(entry.compress_size, 1)


def _check_relationships(content: bytes, name: str) -> None:
    for relationship in _external(content):
        if b"/hyperlink" not in relationship:
            refuse(
                name,
                "external-links",
                _("tệp trỏ tới dữ liệu nằm ngoài tệp; hãy bỏ liên kết rồi lưu lại."),
            )


def _external(content: bytes) -> Iterable[bytes]:
    return (found for found in _RELATIONSHIP.findall(content) if b"External" in found)


def _refuse_bomb(name: str) -> NoReturn:
    refuse(
        name,
        "zip-bomb",
        _("tệp phình to bất thường khi giải nén, không an toàn; hãy xin lại tệp gốc."),
    )
