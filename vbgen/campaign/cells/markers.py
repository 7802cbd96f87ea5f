"""Words in brackets that mean something to the loader, and how data that looks like them is kept apart."""

import re

EXAMPLE = "(ví dụ)"
LEFT_EMPTY = "(để trống)"
EXAMPLE_GREY = "7F7F7F"  # in which the form writes its examples
CHANGED_EXAMPLE = "changed-example"  # code: a row that is passed over, and may be data
LEFT_EXAMPLE = "left-example"  # code: a row of data in which the form's example still stands
_MARKED = re.compile(r"\\*\((?:ví dụ|để trống)\)", re.IGNORECASE)


def is_example(text: object) -> bool:
    """The text opens with the mark of an example row, which no one means as data."""
    return isinstance(text, str) and text.strip().casefold().startswith(EXAMPLE)


def is_left_empty(text: str) -> bool:
    """The text is the mark for "nothing, on purpose", where an empty cell would mean the default."""
    return text.casefold() == LEFT_EMPTY


def escaped(text: str) -> str:
    """The text for a cell: data that looks like a mark gets a backslash before it."""
    return "\\" + text if _MARKED.match(text) else text


def unescaped(text: str) -> str:
    """The text of a cell as data: one backslash before what looks like a mark is taken away."""
    return text[1:] if text.startswith("\\") and _MARKED.match(text) else text
