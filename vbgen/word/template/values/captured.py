"""What a macro, a call or a block gives: words for whoever works on them, mark-up where they are printed."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Self

from markupsafe import Markup

_TO_BREAKS = (
    (re.compile(r"<w:br(?: [^<>]*)?/>|<w:cr/>|</w:p>|<vb-[pf]/>"), "\n"),
    (re.compile(r"<w:tab/>"), "\t"),
)
_MARKUP = re.compile(r"<[^<>]*>")
_BEYOND_WORDS = re.compile(
    r"<w:(?:drawing|pict|object|fldChar|fldSimple|footnoteReference|endnoteReference|tbl)\b|<m:oMath"
)


class Captured(str):
    """The words of what a block printed; printed or joined as it is, it is the mark-up itself."""

    __slots__ = ("xml",)

    xml: str

    def __new__(cls, xml: str) -> Self:
        """From escaped text with or without mark-up."""
        made = super().__new__(cls, _words(xml))
        made.xml = xml
        return made

    def __html__(self) -> str:
        return self.xml

    def __getnewargs__(self) -> tuple[str]:
        return (self.xml,)

    def __bool__(self) -> bool:
        return bool(self.xml)

    @property
    def is_words(self) -> bool:
        """Whether its words are all that it shows: no picture, field, note or table stands in it."""
        return _BEYOND_WORDS.search(self.xml) is None


def captured(value: Markup) -> Captured:
    """Escaped text of any other origin, as what a block prints."""
    return Captured(str(value))


def printed(piece: str) -> str:
    """A piece of what is put out; of what a block printed, its mark-up."""
    return piece.xml if isinstance(piece, Captured) else piece


def concat(pieces: Iterable[str]) -> str:
    """The pieces that a block printed, as mark-up."""
    return "".join(map(printed, pieces))


def _words(xml: str) -> str:
    if "<" in xml:
        xml = xml.removesuffix("</w:p>")
        for mark, sign in _TO_BREAKS:
            xml = mark.sub(sign, xml)
        xml = _MARKUP.sub("", xml)
    return unescape(xml) if "&" in xml else xml
