"""Characters of data: which a Word file can hold, which it shows as a line break or a tab, which are refused."""

import re

from markupsafe import Markup, escape

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NEEDS_CARE = re.compile(
    "[\x00-\x1f&<>\ud800-\udfff\ufffe\uffff]"
)  # to be escaped, broken or refused
_MORE_CARE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")  # more than escaping

LINE = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
# Marks that only this module writes; they become paragraphs once the run around them is known.
PARAGRAPH_MARK, PAGE_MARK = "<vb-p/>", "<vb-f/>"
RUN_MARK, RUN_AGAIN_MARK = "<vb-s/>", "<vb-r/>"


def escaped_text(text: str) -> str | None:
    """`text` safe inside an element, where escaping is all it needs; else nothing."""
    if _MORE_CARE.search(text):
        return None
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shown_breaks(markup: str) -> Markup:
    """Text inside `w:t`, already escaped, with line breaks and tabs as Word knows them."""
    text = str(markup).replace("\r\n", "\n").replace("\r", "\n")
    return Markup(text.replace("\n", LINE).replace("\t", TAB))  # noqa: S704 - escaped by the caller


def listed(markup: str) -> str:
    """As `shown_breaks`, with BEL as a new paragraph and form feed as a page break (docxtpl's Listing)."""
    return str(shown_breaks(markup)).replace("\a", PARAGRAPH_MARK).replace("\f", PAGE_MARK)


def escaped(text: str) -> str:
    """`text` safe inside an element or an attribute."""
    return str(escape(text))


def visible(character: str) -> str:
    """A name for a character that cannot be shown: `U+0007`."""
    return f"U+{ord(character):04X}"


def forbidden_in(text: str, allowed: str = "") -> str:
    """The first character of `text` that no Word file can hold, or nothing."""
    for match in FORBIDDEN.finditer(text):
        if match.group() not in allowed:
            return match.group()
    return ""
