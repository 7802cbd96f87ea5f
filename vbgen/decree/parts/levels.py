"""The levels of the text: parts, chapters, sections, articles, clauses, points, by their own numbers."""

import re
from typing import Final

from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part

_LEVELS: Final = (
    (
        Part.CHAPTER,
        re.compile(
            r"(?:phần|chương)\s+(?:thứ\s+\w+|[ivxlc]+|\d+)\s*[.:]?(?:\s.*)?",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (
        Part.SECTION,
        re.compile(
            r"(?:tiểu\s+)?mục\s+(?:[ivxlc]+|\d+)\s*[.:]?(?:\s.*)?", re.IGNORECASE | re.DOTALL
        ),
    ),
    (
        Part.ARTICLE,
        re.compile(r"điều\s+(?:\d+|[ivx]+|…+|\.{3,})\s*(?:[.:].*|)", re.IGNORECASE | re.DOTALL),
    ),
    (Part.ARTICLE, re.compile(r"điều\s+\d+\s+[^\W\d_].*", re.IGNORECASE | re.DOTALL)),
    (
        Part.HEADING,
        re.compile(r"(?![Vv]\s*/\s*[Vv]\b)[IVX]+\s*[.)/\-–]\s*[^\W\d_/].*", re.DOTALL),
    ),
    (Part.CLAUSE, re.compile(r"\d{1,2}(?:\s*[.)/:]\s+\S.*|[.)/](?=[^\W\d_]).*)", re.DOTALL)),
    (Part.CLAUSE, re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\S.*", re.DOTALL)),
    (Part.POINT, re.compile(r"[a-zđ]{1,2}\s*[).]\s*\S.*", re.DOTALL)),
    (Part.ITEM, re.compile(r"[-–—−+•*]\s*\S.*", re.DOTALL)),
)
_HEAD: Final = re.compile(r"(?i)điều\s+\d+")
_READ: Final = 2000  # letters of a line in which its number is looked for
_ALONE: Final = 90  # letters of a line "Chương I …" that is a heading, not a sentence
_FEW_WORDS: Final = 3  # of "Tiểu mục 1"


def level_of(line: Line) -> Part | None:
    """The level that a line's own number names, `None` for plain text."""
    label = line.paragraph.label
    text = f"{label} {line.text}".strip() if label else line.text
    fitting = (part for part, pattern in _LEVELS if pattern.fullmatch(text, 0, _READ))
    return next((part for part in fitting if _holds(part, line, text)), None)


def _holds(part: Part, line: Line, text: str) -> bool:
    """Whether the line is really of that level, and no sentence that begins alike."""
    if part in {Part.CHAPTER, Part.SECTION}:
        return _stands_alone(line)
    return part is not Part.ARTICLE or _is_article(line, text)


def _stands_alone(line: Line) -> bool:
    if len(line.text) >= _ALONE or line.text.endswith((";", ",")):
        return False
    is_centred = line.paragraph.format.alignment == "center"
    return is_centred or line.is_bold or len(line.text.split()) <= _FEW_WORDS


def _is_article(line: Line, text: str) -> bool:
    numbered = re.match(r"điều\s+\S+?\s*[.:…]|điều\s+\d+$", text, re.IGNORECASE)
    return numbered is not None or line.is_bold or _has_bold_head(line)


def _has_bold_head(line: Line) -> bool:
    """Whether the word and its number are bold and the text behind them is not: an article without its dot."""
    head = next((run for run in line.paragraph.runs if run.text.strip()), None)
    return head is not None and head.format.bold and bool(_HEAD.fullmatch(head.text.strip()))
