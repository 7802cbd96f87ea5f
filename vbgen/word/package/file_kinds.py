"""What a file really is, told by its first bytes and by its members; each use has its own sentences for it."""

from collections.abc import Collection
from enum import Enum

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SPREADSHEET_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*")
_HEAD = 4096
_BLANK = b"\xef\xbb\xbf \t\r\n"


class FileKind(Enum):
    """Kinds of files that are taken for one another."""

    EMPTY = "empty"
    OLE = "ole"  # Word and Excel before 2007
    OLE_LOCKED = "ole-locked"  # a package with a password
    PDF = "pdf"
    RTF = "rtf"
    SPREADSHEET_2003 = "spreadsheet-2003"
    WEB_PAGE = "web-page"
    XML = "xml"
    PICTURE = "picture"
    TEXT = "text"
    OTHER = "other"
    BROKEN_ZIP = "broken-zip"
    ZIP = "zip"


class ZipKind(Enum):
    """Kinds of files that are zips inside."""

    WORD = "word"
    WORKBOOK = "workbook"
    BINARY_WORKBOOK = "binary-workbook"
    PRESENTATION = "presentation"
    OPEN_DOCUMENT = "open-document"
    OPEN_SHEET = "open-sheet"  # an OpenDocument that says it is one of tables
    OTHER = "other"


class OleKind(Enum):
    """Kinds of files of Office before 2007."""

    WORD = "word"
    WORKBOOK = "workbook"
    OTHER = "other"


_BY_MEMBER = {
    "xl/workbook.xml": ZipKind.WORKBOOK,
    "word/document.xml": ZipKind.WORD,
    "xl/workbook.bin": ZipKind.BINARY_WORKBOOK,
    "ppt/presentation.xml": ZipKind.PRESENTATION,
    "content.xml": ZipKind.OPEN_DOCUMENT,
}
_BY_STREAM = {"WordDocument": OleKind.WORD, "Workbook": OleKind.WORKBOOK, "Book": OleKind.WORKBOOK}
_BY_START = (
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"<", FileKind.XML),
)


def kind_of(data: bytes) -> FileKind:
    """What the bytes are."""
    if not data:
        return FileKind.EMPTY
    if data.startswith(_OLE):
        return FileKind.OLE_LOCKED if _LOCKED in data else FileKind.OLE
    if data.startswith(b"PK"):
        return FileKind.ZIP if data.startswith(b"PK\x03\x04") else FileKind.BROKEN_ZIP
    return FileKind.PICTURE if _is_picture(data) else _of_text(data[:_HEAD])


def _is_picture(data: bytes) -> bool:
    return data.startswith(_PICTURES) or (data.startswith(b"BM") and b"\0" in data[:32])


def _of_text(head: bytes) -> FileKind:
    if _SPREADSHEET_2003 in head:
        return FileKind.SPREADSHEET_2003
    lowered = head.lower()
    if b"<html" in lowered or b"<table" in lowered:
        return FileKind.WEB_PAGE
    bare = head.lstrip(_BLANK)
    for start, kind in _BY_START:
        if bare.startswith(start):
            return kind
    return FileKind.OTHER if b"\0" in head else FileKind.TEXT


def zip_kind_of(names: Collection[str]) -> ZipKind:
    """What a zip with these members is."""
    return next((kind for name, kind in _BY_MEMBER.items() if name in names), ZipKind.OTHER)


def ole_kind_of(data: bytes) -> OleKind:
    """What a file of Office before 2007 is, by the names of its streams."""
    streams = ((name.encode("utf-16-le") + b"\0\0", kind) for name, kind in _BY_STREAM.items())
    return next((kind for stream, kind in streams if stream in data), OleKind.OTHER)
