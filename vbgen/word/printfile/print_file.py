"""One Word file for the printer made of many: each document in its own section, on pages of its own."""

import re
import zlib
from collections.abc import Iterable, Mapping

from vbgen.errors import OutputError
from vbgen.messages import _
from vbgen.word.package.bounds import OWN
from vbgen.word.package.compressor import Compressor
from vbgen.word.package.opening import FlawError, OpenedZip, open_archive
from vbgen.word.package.package import Package, read_package
from vbgen.word.package.zipwriter import Member
from vbgen.word.printfile.print_body import Body, FreshNumbers, cut, has_notes, on_new_page
from vbgen.word.printfile.print_numbering import Lists
from vbgen.word.printfile.print_parts import Parts, read_part

_DRAWING = re.compile(rb'<wp:docPr\b[^>]*?\bid="(\d+)"')
_PAGE_FIELD = re.compile(rb"\bPAGE\b")
_REFERENCE = re.compile(r'(\br:(?:embed|link|id|pict|href)=")([^"]+)(?=")')


def print_file(documents: Iterable[bytes], *, compressor: Compressor | None = None) -> bytes:
    """The documents of one template, in their order, as one Word file; the same ones give the same bytes.

    Each is a section that ends in the document's own last paragraph: a break of its own would make an empty page
    behind a full one. Pictures, fonts and headers are stored once. Page numbers and lists begin anew in each.
    Raises OutputError for no document, for other templates among them, for footnotes and comments.
    """
    joiner: _FileJoiner | None = None
    for document in documents:
        if joiner is None:
            joiner = _FileJoiner(read_package(document, limits=OWN), compressor or Compressor())
        else:
            joiner.add(document)
    if joiner is None:
        raise OutputError(_("Không có văn bản nào để ghép thành tệp in."))
    return joiner.finish()


class _FileJoiner:
    """Takes one document after another; none is kept but the last."""

    def __init__(self, first: Package, compressor: Compressor) -> None:
        self._parts = Parts(first, compressor)
        self._lists = Lists(first.contents)
        self._numbers = FreshNumbers(_highest_drawing(first.contents, but=self._parts.main) + 1)
        self._restart = any(
            _PAGE_FIELD.search(content)
            for name, content in first.contents.items()
            if _is_edge(name)
        )
        self._stream = _Stream()
        head, body, self._tail = cut(_text(first.contents[self._parts.main]))
        self._stream.write(head)
        self._last = self._ready(body)

    def add(self, document: bytes) -> None:
        """One more document behind the others."""
        self._stream.write(self._last.ended())
        archive = _opened(document)
        _head, body, _tail = cut(_text(read_part(archive, self._parts.main)))
        body = _referring(body, self._parts.renamed(archive))
        self._last = self._ready(Body(self._lists.begun_anew(body.blocks), body.section))

    def finish(self) -> bytes:
        """The file of all documents so far."""
        self._stream.write(self._last.blocks + self._last.section + self._tail)
        self._lists.put(self._parts)
        return self._parts.write(self._stream.member(self._parts.main))

    def _ready(self, body: Body) -> Body:
        if has_notes(body.blocks):
            message = _(
                "Văn bản có chú thích cuối trang hoặc chú thích bên lề nên không ghép được thành tệp in."
            )
            hint = _("Hãy in riêng từng tệp, hoặc bỏ chú thích khỏi mẫu.")
            raise OutputError(f"{message} {hint}")
        return on_new_page(
            Body(self._numbers.unique(body.blocks), body.section), restart=self._restart
        )


class _Stream:
    """A member deflated as it grows."""

    def __init__(self) -> None:
        self._deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        self._data: list[bytes] = []
        self._crc = self._size = 0

    def write(self, text: str) -> None:
        data = text.encode()
        self._crc, self._size = zlib.crc32(data, self._crc), self._size + len(data)
        self._data.append(self._deflate.compress(data))

    def member(self, name: str) -> Member:
        data = b"".join((*self._data, self._deflate.flush()))
        return Member(name, data, 8, self._crc, self._size)


def _opened(document: bytes) -> OpenedZip:
    try:
        return open_archive(document, OWN)
    except FlawError as fault:
        raise OutputError(_("Một văn bản bị hỏng nên không ghép được vào tệp in.")) from fault


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as fault:
        raise OutputError(_("Một văn bản bị hỏng nên không ghép được vào tệp in.")) from fault


def _referring(body: Body, renamed: Mapping[str, str]) -> Body:
    """The body, its relationships under their ids in the print file."""
    if not renamed:
        return body

    def new(match: "re.Match[str]") -> str:
        return match[1] + renamed.get(match[2], match[2])

    return Body(_REFERENCE.sub(new, body.blocks), _REFERENCE.sub(new, body.section))


def _highest_drawing(contents: Mapping[str, bytes], *, but: str) -> int:
    found = (
        number
        for name, content in contents.items()
        if name != but
        for number in _DRAWING.findall(content)
    )
    return max(map(int, found), default=0)


def _is_edge(name: str) -> bool:
    return name.startswith(("word/header", "word/footer"))
