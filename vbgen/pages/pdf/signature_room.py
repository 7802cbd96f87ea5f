"""The room for a hand signature on a page: between the signer's title and name, found by the page's own text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vbgen.pages.pdf.layout import Box, PrintedLayout, PrintedLine
from vbgen.pages.pdf.rows import squeezed

_LOWEST_PT: Final = 28.0  # less is no room for a signature
_HIGHEST_PT: Final = 170.0  # more is no longer one block
_WIDTH_PT: Final = 142.0  # 50 mm


@dataclass(frozen=True, slots=True)
class SignatureRoom:
    """Where one signature goes: measured in points from the page's upper left corner."""

    page: int  # from 0
    box: Box
    centre: float  # of title and name

    @property
    def height(self) -> float:
        """From title to name."""
        return self.box[3] - self.box[1]


def signature_room(
    layout: PrintedLayout, signer: str, *, at_end: bool = False
) -> SignatureRoom | None:
    """The largest free room above a line that is the signer's name; None where the name stands under no title.

    `at_end`: the last one, whatever its size: below a copy's own end, not below that of what was copied.
    """
    rooms = [
        room
        for line in layout.lines
        if _is_name(line, signer)
        for room in _above(line, layout.lines)
    ]
    if at_end:
        return max(rooms, key=lambda room: (room.page, room.box[1]), default=None)
    return max(rooms, key=lambda room: (room.height, -room.page), default=None)


def _is_name(line: PrintedLine, signer: str) -> bool:
    return bool(signer) and squeezed(line.text).endswith(squeezed(signer))


def _above(name: PrintedLine, lines: Sequence[PrintedLine]) -> Iterator[SignatureRoom]:
    """The room between the name and the nearest line over it that stands in the same column."""
    over = [
        line
        for line in lines
        if line.page == name.page and line.box[3] <= name.box[1] and _same_column(line, name)
    ]
    if not over:
        return
    title = max(over, key=lambda line: line.box[3])
    top, bottom = title.box[3], name.box[1]
    if _LOWEST_PT <= bottom - top <= _HIGHEST_PT:
        centre = (name.box[0] + name.box[2]) / 2
        left, right = centre - _WIDTH_PT / 2, centre + _WIDTH_PT / 2
        yield SignatureRoom(name.page, (left, top, right, bottom), centre)


def _same_column(one: PrintedLine, other: PrintedLine) -> bool:
    return one.box[0] < other.box[2] and other.box[0] < one.box[2]


def covered_lines(
    layout: PrintedLayout, page: int, box: Box, *, between: tuple[float, float]
) -> tuple[PrintedLine, ...]:
    """Lines of that page under a box, but for those that stand between two heights: what a picture would hide."""
    low, high = between
    return tuple(
        line
        for line in layout.lines
        if line.page == page
        and _shared(line.box, box) > line.height
        and not low <= (line.box[1] + line.box[3]) / 2 <= high
    )


def _shared(one: Box, other: Box) -> float:
    """The smaller side, in points, of what two boxes share, as if of a line: width where it is covered in height."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width if width > 0 and height > (one[3] - one[1]) / 3 else 0.0
