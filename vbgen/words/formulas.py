"""Text for tables that spreadsheets open: what they would take for a formula is kept as text."""

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?[\d.,]*\s*")


def as_text(text: str) -> str:
    """The text, with the apostrophe before it that tells a spreadsheet that it is text, where it needs one.

    A number, a lone sign and a text after blanks stay as they are.
    """
    is_formula = text.startswith(_STARTS) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text
