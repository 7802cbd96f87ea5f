"""Headings of parts that were typed as plain text: “I. …”, “II. …”, in their order."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.etree import _Element

from vbgen.word.reading.xmlnames import child, w
from vbgen.words.numbers import roman

_NUMBERED: Final = re.compile(r"\s*([IVX]+)\s*[.\-–/]\s*\S")
_SENTENCE_ENDS: Final = (".", ";", ",")
_LONGEST: Final = 150  # letters: what is longer says more than a heading does


def typed_parts(paragraphs: Sequence[_Element]) -> list[_Element]:
    """The paragraphs that head parts: numbered in Roman from I on without a gap, none of them a sentence.

    One that Word knows as a heading, or that stands in a table or a list, is none of them.
    """
    found: list[_Element] = []
    for paragraph in paragraphs:
        match = _NUMBERED.match(_text(paragraph))
        if match and match[1] == roman(len(found) + 1) and _may_head(paragraph):
            found.append(paragraph)
    return found if len(found) > 1 else []


def _may_head(paragraph: _Element) -> bool:
    """Whether it stands in the text by itself and says no whole sentence."""
    text, own = _text(paragraph).strip(), child(paragraph, "pPr")
    is_numbered = child(own, "numPr") is not None
    stands_in_table = next(paragraph.iterancestors(w("tbl")), None) is not None
    says_more = text.endswith(_SENTENCE_ENDS) or len(text) > _LONGEST
    return not (is_numbered or stands_in_table or says_more)


def _text(paragraph: _Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(w("t")))
