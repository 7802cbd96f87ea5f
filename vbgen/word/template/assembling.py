"""The zip of a document: changed parts deflated, all other members copied as they lie."""

import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from vbgen.word.package.compressor import STORED_END, Compressor, stored_blocks
from vbgen.word.package.package import Package
from vbgen.word.package.zipwriter import Member, ZipBase
from vbgen.word.template.compiling import CompiledPart
from vbgen.word.template.language.emit import Source
from vbgen.word.template.language.minimum import MOST_PIECES, keep_minimum
from vbgen.word.template.language.repeated import unique_ranges
from vbgen.word.template.own_notes import Rendered, with_own_notes
from vbgen.word.template.values.columns import fit_columns
from vbgen.word.template.values.grids import fix_grids
from vbgen.word.template.values.marks import resolve_marks

if TYPE_CHECKING:
    from vbgen.word.template.building import Built
    from vbgen.word.template.rendering import Rendering


class Assembler:
    """Writes the documents of one template."""

    def __init__(self, package: Package, built: "Built", compressor: Compressor) -> None:
        self._compressor = compressor
        self._contents: Mapping[str, bytes] = built.contents
        old = {member.name: member for member in package.members}
        self._members = [
            old[name]
            if package.contents.get(name) is content
            else Member.of(name, content, compressor)
            for name, content in built.contents.items()
        ]
        self._bases: dict[frozenset[str], ZipBase] = {}

    def write(self, rendered: Rendered, rendering: "Rendering") -> bytes:
        """The zip of one document."""
        added = rendering.additions.members()
        rendered = with_own_notes(rendered, added, self._contents, rendering)
        changed = [self._part(part, chunks, rendering) for part, chunks in rendered]
        changed += [Member.of(name, data, self._compressor) for name, data in sorted(added.items())]
        return self._base(frozenset(member.name for member in changed)).write(changed)

    def _base(self, changed: frozenset[str]) -> ZipBase:
        """The members that stay as they are when those in `changed` do not."""
        key = frozenset(changed & self._contents.keys())
        if key not in self._bases:
            self._bases[key] = ZipBase(member for member in self._members if member.name not in key)
        return self._bases[key]

    def _part(self, part: CompiledPart, chunks: Sequence[str], rendering: "Rendering") -> Member:
        source = part.source
        if source.endings or source.bare:
            chunks = keep_minimum(chunks, source.endings, bare=source.bare)
        if _is_worked_over(source, rendering):
            return Member.of(
                part.member,
                _finished("".join(chunks), source, rendering).encode(),
                self._compressor,
            )
        if part.code.pieces and len(chunks) <= MOST_PIECES:
            return _from_pieces(part, chunks)
        return Member.of(part.member, "".join(chunks).encode(), self._compressor)


def _is_worked_over(source: Source, rendering: "Rendering") -> bool:
    return rendering.marked or rendering.has_blocks or source.grids or source.fits or source.ranges


def _finished(text: str, source: Source, rendering: "Rendering") -> str:
    """A rendered part, worked over as a whole where it needs that."""
    text = resolve_marks(text) if rendering.marked else text
    text = fix_grids(text) if source.grids else text
    text = fit_columns(text) if source.fits else text
    return (
        unique_ranges(text, rendering.fresh_id) if source.ranges or rendering.has_blocks else text
    )


def _from_pieces(part: CompiledPart, chunks: Sequence[str]) -> Member:
    """A member whose fixed texts were deflated beforehand; values lie between them in stored blocks."""
    pieces = part.code.pieces
    plain, deflated, values = [], [], []
    for chunk in chunks:
        piece = pieces.get(chunk)
        if piece is None:
            values.append(chunk)
            continue
        if values:
            data = "".join(values).encode()
            plain.append(data)
            deflated.append(stored_blocks(data))
            values = []
        plain.append(piece[0])
        deflated.append(piece[1])
    rest = "".join(values).encode()
    if rest:
        deflated.append(stored_blocks(rest))
    deflated.append(STORED_END)
    content = b"".join((*plain, rest))
    return Member(part.member, b"".join(deflated), 8, zlib.crc32(content), len(content))
