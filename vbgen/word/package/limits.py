"""How far one rendering may go before it is refused."""

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
