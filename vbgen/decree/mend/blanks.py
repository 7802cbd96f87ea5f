"""Blanks and boxes that are meant to be written in, and places that a program fills: no mend touches them."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml.etree import _Element

from vbgen.decree.parts.line import split
from vbgen.word.reading.values import Paragraph
from vbgen.word.reading.xmlnames import child, value, w

_DOTS: Final = re.compile(r"[.…‥․_]{4,}|…{2,}|_{3,}|(?:[.…_]\s){3,}|\.{3}\s*(?:/|ngày|tháng|năm)")
_BOXES: Final = re.compile(r"[☐☑☒□■▢▣◻◼◯○❏❐❑❒⬜🗆🗹]|\[\s{0,3}\]|\(\s{2,}\)|\[\s?[xX]\s?\]")
_TAGS: Final = re.compile(  # of docxtpl, docxtemplater, mail merge, and whatever else people use
    r"\{\{|\}\}|\{%|%\}|\{#|#\}|<%|%>|<<[^<>]*>>|«[^«»]*»|\$\{[^}]*\}|#\{[^}]*\}|\[\[[^\]]*\]\]"
    r"|\{[#/^+-]?[^\W\d][\w.]*\}|@@\w+@@|##\w+##|%[A-Z_]{3,}%|\$\w+\$"
)
_CHOICE: Final = re.compile(r"(?:^|\s)(?:[A-DĐa-dđ]|\d{1,2})\s?[.)/]\s")
_GAP: Final = re.compile(r"[ \u00a0]{2,}|\t")
_FIELDS: Final = frozenset(
    {"FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "MERGEFIELD", "FILLIN", "ASK", "MACROBUTTON"}
)
_ASKING_CONTROLS: Final = frozenset(
    {
        "text", "richText", "dropDownList", "comboBox", "date", "checkbox", "picture",
        "showingPlcHdr", "placeholder", "dataBinding", "repeatingSection",
    }
)  # fmt: skip
_NOTHING: Final = frozenset({"r", "t", "br", "proofErr", "lastRenderedPageBreak"})
_MANY: Final = 2  # choices in one line
_WORDS_OF_A_CHOICE: Final = 4


def is_to_be_filled_in(paragraph: Paragraph) -> bool:
    """Dots, underscores, tab leaders, boxes, answer choices, tags, form fields and content controls."""
    text = paragraph.text
    if paragraph.values or _TAGS.search(text) or _BOXES.search(text) or _holds_choices(text):
        return True
    return (
        not _FIELDS.isdisjoint(paragraph.fields)
        or _is_dotted(paragraph)
        or _has_control(paragraph.element)
    )


def _is_dotted(paragraph: Paragraph) -> bool:
    """Dots or underscores to write on; underscores that are all of a line are a rule line."""
    shown = (line.text for line in split(paragraph) if not line.is_rule)
    if any(map(_DOTS.search, shown)):
        return True
    return "\t" in paragraph.text and _has_leader(paragraph.element)


def _has_leader(paragraph: _Element) -> bool:
    stand = child(paragraph, "pPr")
    stops = () if stand is None else stand.iter(w("tab"))
    return any((value(stop, "leader") or "none") != "none" for stop in stops)


def _has_control(paragraph: _Element) -> bool:
    """Whether it holds or stands in a content control that asks for something, or holds a sign or form field."""
    if next(paragraph.iter(w("sym"), w("ffData")), None) is not None:
        return True
    return any(map(_asks, [*paragraph.iter(w("sdt")), *paragraph.iterancestors(w("sdt"))]))


def _asks(control: _Element) -> bool:
    settings = child(control, "sdtPr")
    return not _ASKING_CONTROLS.isdisjoint(() if settings is None else map(_name, settings))


def _holds_choices(text: str) -> bool:
    """Answers side by side: "A. Có   B. Không"."""
    return bool(_GAP.search(text.strip())) and len(_CHOICE.findall(text)) >= _MANY


def are_side_by_side(text: str) -> bool:
    """Short pieces that only gaps hold apart, as "Nam   Nữ"; a name with a blank too many looks the same."""
    pieces = [piece for piece in _GAP.split(text.strip()) if piece]
    return len(pieces) >= _MANY and all(
        len(piece.split()) <= _WORDS_OF_A_CHOICE for piece in pieces
    )


def is_content(paragraph: Paragraph) -> bool:
    """Whether a paragraph without words is more than empty: bordered, framed, numbered, or with anything in it."""
    look = paragraph.format
    if look.border_top or look.border_bottom or look.border_left or look.border_right:
        return True
    stand = child(paragraph.element, "pPr")
    if child(stand, "numPr") is not None or child(stand, "framePr") is not None:
        return True
    return any(map(_is_something, _inside(paragraph.element)))


def _is_something(item: _Element) -> bool:
    return _name(item) not in _NOTHING or value(item, "type") == "column"


def _inside(element: _Element) -> Iterator[_Element]:
    """What stands within, but for properties and what they hold."""
    for item in element.iterchildren(etree.Element):
        if _name(item) not in {"pPr", "rPr"}:
            yield item
            yield from _inside(item)


def _name(element: _Element) -> str:
    return str(etree.QName(element).localname)
