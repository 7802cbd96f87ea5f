"""What a file of others really is, looked at from outside: nothing of it is read further."""

from pathlib import Path

from vbgen.errors import UnreadableFileError
from vbgen.word.package.bounds import PAPER
from vbgen.word.package.file_kinds import (
    FileKind,
    OleKind,
    ZipKind,
    kind_of,
    ole_kind_of,
    zip_kind_of,
)
from vbgen.word.package.opening import FlawError, OpenedZip, open_archive

FileLook = FileKind | ZipKind | OleKind
_SHEETS = b"opendocument.spreadsheet"
_MOST_MIMETYPE_BYTES = 200


def look(path: Path) -> FileLook | None:
    """What the file is, whatever its name says; None for what cannot be looked at."""
    from vbgen.word.package.workbook import file_bytes  # it brings all that reads sheets

    try:
        return look_at(file_bytes(path, path.name))
    except UnreadableFileError:
        return None


def look_at(data: bytes) -> FileLook:
    """What these bytes are."""
    kind = kind_of(data)
    if kind is FileKind.OLE:
        return ole_kind_of(data)
    if kind is not FileKind.ZIP:
        return kind
    try:
        return _zip_kind(open_archive(data, PAPER))
    except FlawError:
        return FileKind.BROKEN_ZIP


def _zip_kind(archive: OpenedZip) -> ZipKind:
    kind = zip_kind_of(archive.entries)
    if kind is not ZipKind.OPEN_DOCUMENT or "mimetype" not in archive:
        return kind
    if archive.entries["mimetype"].file_size > _MOST_MIMETYPE_BYTES:
        return kind
    return ZipKind.OPEN_SHEET if _SHEETS in archive.read("mimetype") else kind
