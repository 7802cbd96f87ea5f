"""How the parts of a Word file are deflated: by which library, how hard, and whether beforehand."""

import zlib
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

from vbgen.errors import UsageError
from vbgen.messages import _

STORED_END = b"\x03\x00"  # an empty last block: closes a stream put together from pieces
_STORED_MOST = 65_535  # bytes of one stored block


@dataclass(frozen=True, slots=True)
class Compressor:
    """A way to deflate; across ways every part's content is equal, and one way always gives the same bytes.

    `prepared`: the fixed text of a template is deflated once, and each document joins those pieces with its
    values in stored blocks between them. Several times faster for a short document, a little bigger.
    """

    library: Literal["zlib", "isal"] = "zlib"
    level: int = 6
    prepared: bool = True

    def __post_init__(self) -> None:
        if self.library == "isal" and find_spec("isal") is None:
            raise UsageError(
                _("Chưa cài thư viện nén “isal”; hãy cài gói “isal” hoặc dùng bộ nén “zlib”.")
            )

    @property
    def name(self) -> str:
        """What is recorded beside a document: `zlib-6-prepared`."""
        return f"{self.library}-{self.level}" + ("-prepared" if self.prepared else "")

    def deflate(self, data: bytes) -> bytes:
        """The raw deflate stream of `data`."""
        if self.library == "isal":
            from isal import isal_zlib

            return bytes(isal_zlib.compress(data, min(self.level, 3), -15))
        stream = zlib.compressobj(self.level, zlib.DEFLATED, -15)
        return stream.compress(data) + stream.flush()

    def piece(self, data: bytes) -> bytes:
        """`data` deflated so that other blocks can follow it: it ends on a whole byte and is not the last."""
        stream = zlib.compressobj(9, zlib.DEFLATED, -15)
        return stream.compress(data) + stream.flush(zlib.Z_FULL_FLUSH)


def stored_blocks(data: bytes) -> bytes:
    """`data` as deflate blocks without compression, not the last of their stream."""
    if len(data) <= _STORED_MOST:
        return _stored(data)
    starts = range(0, len(data), _STORED_MOST)
    return b"".join(_stored(data[start : start + _STORED_MOST]) for start in starts)


def _stored(data: bytes) -> bytes:
    size = len(data)
    return b"\x00" + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + data
