"""The one writer of zip files: fixed dates, no extra fields, the same bytes every time.

Members of another file are copied as they lie; whoever has contents only asks for `zipped`.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vbgen.errors import OutputError
from vbgen.messages import _
from vbgen.word.package.compressor import Compressor

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_DATE = 0x21  # 1 January 1980, the first day a zip can tell
_VERSION = 20  # deflate
_UTF8 = 0x800
_MOST_BYTES = 0xFFFF_FFFF  # beyond: ZIP64, which no document of ours needs


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a zip, already compressed."""

    name: str
    data: bytes  # as stored
    method: int  # 0 stored, 8 deflated
    crc: int
    size: int  # of the content

    @classmethod
    def of(cls, name: str, content: bytes, compressor: Compressor) -> "Member":
        """A member made from its content."""
        data = compressor.deflate(content)
        return cls(name, data, 8, zlib.crc32(content), len(content))

    @property
    def header(self) -> bytes:
        """The local header that stands before the data."""
        name, flags = _encoded(self.name)
        sizes = (self.crc, len(self.data), self.size, len(name), 0)
        return _LOCAL.pack(b"PK\x03\x04", _VERSION, flags, self.method, 0, _DATE, *sizes) + name

    def entry(self, offset: int) -> bytes:
        """The line of the central directory for a member that stands at `offset`."""
        name, flags = _encoded(self.name)
        sizes = (self.crc, len(self.data), self.size, len(name), 0, 0, 0, 0, 0, offset)
        head = (b"PK\x01\x02", _VERSION, _VERSION, flags, self.method, 0, _DATE)
        return _CENTRAL.pack(*head, *sizes) + name


def _encoded(name: str) -> tuple[bytes, int]:
    return (name.encode("ascii"), 0) if name.isascii() else (name.encode(), _UTF8)


class ZipBase:
    """Members that every zip of a series has; each zip adds its own after them."""

    __slots__ = ("_body", "_count", "_directory")

    def __init__(self, members: Iterable[Member]) -> None:
        body, directory, offset, self._count = [], [], 0, 0
        for member in members:
            directory.append(member.entry(offset))
            body += [member.header, member.data]
            offset += len(body[-2]) + len(body[-1])
            self._count += 1
        self._body, self._directory = b"".join(body), b"".join(directory)

    def write(self, members: Sequence[Member]) -> bytes:
        """The whole zip: the common members, then `members`."""
        body, directory, offset = [self._body], [self._directory], len(self._body)
        for member in members:
            directory.append(member.entry(offset))
            header = member.header
            body += (header, member.data)
            offset += len(header) + len(member.data)
        if offset > _MOST_BYTES:
            raise OutputError(_("Tệp kết quả vượt quá 4 GB; hãy chia dữ liệu thành nhiều tệp."))
        size, count = sum(map(len, directory)), self._count + len(members)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
        return b"".join((*body, *directory, end))


def write_zip(members: Iterable[Member]) -> bytes:
    """A zip of `members`, in their order."""
    return ZipBase(members).write(())


def zipped(
    contents: Mapping[str, bytes], *, compressor: Compressor | None = None, stored: bool = False
) -> bytes:
    """A zip of `contents` in their order, the same bytes every time; `stored` leaves them uncompressed."""
    if stored:
        return write_zip(_as_they_are(name, content) for name, content in contents.items())
    way = compressor or Compressor()
    return write_zip(Member.of(name, content, way) for name, content in contents.items())


def _as_they_are(name: str, content: bytes) -> Member:
    return Member(name, content, 0, zlib.crc32(content), len(content))
