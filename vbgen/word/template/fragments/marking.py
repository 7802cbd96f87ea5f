"""Hidden bookmarks around what was put in place, by which it is known again after somebody worked on the paper."""

from lxml import etree

from vbgen.word.package.xml import w

PREFIX = "_vbgen_"  # Word shows no bookmark whose name begins with a stroke
_MOST = 40  # characters of a bookmark's name that Word takes


def bookmark_name(fragment: str) -> str:
    """`_vbgen_bonus_table`: Word takes letters, figures and strokes."""
    return f"{PREFIX}{fragment.replace('-', '_')}"[:_MOST]


def mark(blocks: list[etree._Element], fragment: str, number: int) -> list[etree._Element]:
    """The blocks between the two ends of a bookmark of that number."""
    if not blocks or len(f"{PREFIX}{fragment}") > _MOST:
        return blocks
    start, end = (etree.Element(w(f"bookmark{place}")) for place in ("Start", "End"))
    start.set(w("id"), str(number))
    end.set(w("id"), str(number))
    start.set(w("name"), bookmark_name(fragment))
    return [start, *blocks, end]
