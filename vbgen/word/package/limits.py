"""How far a template, a Word file and one rendering may go before they are refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one rendering; a template and its data may come from strangers."""

    range_items: int = 100_000  # yielded by all `range()` of one rendering together
    steps: int = 5_000_000  # loop turns and calls of one rendering together
    text_chars: int = 1_000_000  # of one text that an expression makes
    output_chars: int = 64_000_000  # of one rendering, all parts together
    time_s: float = 60.0  # of one rendering
    problems: int = 200  # listed before a rendering gives up


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageLimits:
    """Bounds of a Word file as a zip: as it declares itself and as it is read."""

    members: int = 5_000  # a file with hundreds of pictures is an ordinary one
    member_bytes: int = 32_000_000
    total_bytes: int = 128_000_000
    ratio: int = 200  # of the size read to the size stored …
    ratio_from_bytes: int = 1_000_000  # … for members at least this big


OWN = PackageLimits(  # of files that vbgen made itself: a hundred thousand rows, thousands of pictures
    members=60_000, member_bytes=1_000_000_000, total_bytes=2_000_000_000, ratio=2_000
)
