"""The one door for zip files: opened within bounds, as declared and as read; members are read on demand.

Nothing is worded here: what is wrong is a `Flaw`, and each use says it in its own sentence.
How deep XML may nest and how its entities are kept shut is the parsers' part: `vbgen.word.package.xml`.
"""

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from io import BytesIO
from struct import Struct

from vbgen.word.package.bounds import Names, PackageLimits
from vbgen.word.package.zipwriter import Member

_LOCAL_LENGTHS = Struct("<HH")  # lengths of name and extra field, at 26 in a local header
_LOCAL_HEADER = 30
_LOCKED = 0x1 | 0x40 | 0x2000
_UTF8 = 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PICTURES = (".emf", ".wmf", ".bmp", ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff")


class Flaw(Enum):
    """Why a file is not opened, or a member not read."""

    NO_ZIP = "no-zip"
    MANY_MEMBERS = "many-members"
    TOO_LARGE = "too-large"  # all members together
    OVERLAPPING = "overlapping"
    DOUBLED = "doubled"
    LOCKED = "locked"
    UNSAFE_NAME = "unsafe-name"
    UNKNOWN_METHOD = "unknown-method"
    MEMBER_TOO_LARGE = "member-too-large"
    TOO_DENSE = "too-dense"
    LIES = "lies"  # it holds more than it declares
    DAMAGED = "damaged"


class FlawError(Exception):
    """A file refused at the door; whoever opened it says so in a sentence of its own."""

    def __init__(self, flaw: Flaw, member: str = "") -> None:
        super().__init__(flaw, member)
        self.flaw, self.member = flaw, member


@dataclass(frozen=True, slots=True)
class OpenedZip:
    """A zip found bearable: its members by name, in their order."""

    data: bytes
    entries: Mapping[str, zipfile.ZipInfo]

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def facts(self) -> dict[str, tuple[int, int]]:
        """Check sum and size of each member, as the directory tells them."""
        return {name: (entry.CRC, entry.file_size) for name, entry in self.entries.items()}

    def read(self, name: str) -> bytes:
        """The content of a member; `KeyError` for none, `FlawError` for one that is damaged or lies."""
        return _content(self.entries[name], _raw(self.data, self.entries[name]))

    def member(self, name: str) -> tuple[Member, bytes]:
        """A member as it lies, and its content."""
        entry = self.entries[name]
        raw = _raw(self.data, entry)
        content = _content(entry, raw)
        return Member(name, raw, entry.compress_type, entry.CRC, entry.file_size), content


def open_archive(data: bytes, limits: PackageLimits) -> OpenedZip:
    """The zip in `data`; `FlawError` for what is none or declares more than `limits` bear."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if entry.filename[-1:] != "/"]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise FlawError(Flaw.NO_ZIP) from error
    _check_all(entries, len(data), limits)
    for entry in entries:
        _check_one(entry, limits)
    return OpenedZip(data, {entry.filename: entry for entry in entries})


def _check_all(entries: list[zipfile.ZipInfo], size: int, limits: PackageLimits) -> None:
    if len(entries) > limits.members:
        raise FlawError(Flaw.MANY_MEMBERS)
    if sum(entry.file_size for entry in entries) > limits.total_bytes:
        raise FlawError(Flaw.TOO_LARGE)
    if sum(entry.compress_size for entry in entries) > size:
        raise FlawError(Flaw.OVERLAPPING)
    if limits.names is not Names.ANY:
        _refuse_doubled([entry.filename for entry in entries])


def _refuse_doubled(names: Iterable[str]) -> None:
    counts = Counter(map(_folded, names))
    if len(counts) < counts.total():
        raise FlawError(Flaw.DOUBLED, counts.most_common(1)[0][0])


@lru_cache(maxsize=4096)  # the documents of a print file have the same names
def _folded(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _check_one(entry: zipfile.ZipInfo, limits: PackageLimits) -> None:
    if entry.flag_bits & _LOCKED:
        raise FlawError(Flaw.LOCKED, entry.filename)
    if _is_unsafe(entry.orig_filename, limits.names):
        raise FlawError(Flaw.UNSAFE_NAME, entry.orig_filename)
    if entry.compress_type not in _METHODS:
        raise FlawError(Flaw.UNKNOWN_METHOD, entry.filename)
    if entry.file_size > _most(entry, limits):
        raise FlawError(Flaw.MEMBER_TOO_LARGE, entry.filename)
    if _is_too_dense(entry, limits):
        raise FlawError(Flaw.TOO_DENSE, entry.filename)


def _most(entry: zipfile.ZipInfo, limits: PackageLimits) -> int:
    is_xml = entry.filename.lower().endswith(".xml")
    return limits.xml_bytes if is_xml and limits.xml_bytes else limits.member_bytes


def _is_too_dense(entry: zipfile.ZipInfo, limits: PackageLimits) -> bool:
    if not limits.ratio or entry.file_size <= limits.ratio_from_bytes:
        return False
    if limits.dense_pictures and entry.filename.lower().endswith(_PICTURES):
        return False
    return entry.file_size > limits.ratio * max(entry.compress_size, 1)


@lru_cache(maxsize=4096)  # as above
def _is_unsafe(name: str, allowed: Names) -> bool:
    if allowed is Names.ANY:
        return False
    parts = name.replace("\\", "/").split("/")
    if parts[0] == "" or ".." in parts:
        return True
    return allowed is Names.PLAIN and ("" in parts or bool(set(name) & set("\\:\0")))


def _raw(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The member as it lies, behind a header that names it as the directory does."""
    at = entry.header_offset
    header = data[at : at + _LOCAL_HEADER]
    if not header.startswith(b"PK\x03\x04") or len(header) < _LOCAL_HEADER:
        raise FlawError(Flaw.DAMAGED, entry.filename)
    name_size, extra_size = _LOCAL_LENGTHS.unpack_from(header, 26)
    at += _LOCAL_HEADER
    encoding = "utf-8" if entry.flag_bits & _UTF8 else "cp437"
    if data[at : at + name_size] != entry.orig_filename.encode(encoding, "replace"):
        raise FlawError(Flaw.DAMAGED, entry.filename)
    at += name_size + extra_size
    return data[at : at + entry.compress_size]


def _content(entry: zipfile.ZipInfo, raw: bytes) -> bytes:
    try:
        content = _inflated(entry, raw)
    except zlib.error as error:
        raise FlawError(Flaw.DAMAGED, entry.filename) from error
    if len(content) > entry.file_size:
        raise FlawError(Flaw.LIES, entry.filename)
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise FlawError(Flaw.DAMAGED, entry.filename)
    return content


def _inflated(entry: zipfile.ZipInfo, raw: bytes) -> bytes:
    if entry.compress_type == zipfile.ZIP_STORED:
        return raw
    return zlib.decompressobj(-15).decompress(raw, entry.file_size + 1)
