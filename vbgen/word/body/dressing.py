"""A body brought into the form of the decree: fonts, sizes, colour, indents, alignment and spacing; no letter changes.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I and II.6. Paragraphs take the frame's own styles, so that an office's frame
rules its bodies too; what bold, italic and underline said stays.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element

from vbgen.word.body.looks import (
    BARE,
    HEADING_STYLES,
    dress_run,
    embolden,
    is_in_box,
    set_run,
)
from vbgen.word.body.pages import dress_section, dress_table
from vbgen.word.body.parts import typed_parts
from vbgen.word.elements import drop, need, properties, put
from vbgen.word.package.lenient import LenientPackage
from vbgen.word.package.writing import serialised
from vbgen.word.reading.formats import ParagraphFormat, paragraph_said, run_said
from vbgen.word.reading.numbering import ListNumbering, read_numbering
from vbgen.word.reading.styles import StyleSheet, read_number, read_styles
from vbgen.word.reading.xmlnames import child, child_value, value, w

_ROMAN: Final = re.compile(r"\s*[IVXLC]+\s*[.\-]")
_ARABIC: Final = re.compile(r"\s*\d+\s*[.)](?!\d)")
_INNER: Final = re.compile(r"\s*\d+(\.\d+)+")
_ARTICLE: Final = re.compile(r"\s*Điều\s+\d+\s*[.:]")
_FIRST_LINE: Final = "720"  # 1,27 cm
_DEEPEST_HEADING: Final = 8  # outline levels of headings are 0 to 8; 9 is text
_OWN: Final = ("spacing", "ind", "jc", "contextualSpacing", "shd", "adjustRightInd", "snapToGrid")


@dataclass(frozen=True, slots=True)
class Dressed:
    """What was changed of a body, and how often; members of its file that changed besides its words."""

    changed: Mapping[str, int]
    members: Mapping[str, bytes] = field(default_factory=dict)


def dress(package: LenientPackage, roots: Mapping[str, _Element]) -> Dressed:
    """The parts in `roots`, which hold the body's words, brought into form."""
    dresser = _Dresser(read_styles(package), read_numbering(package))
    for name, root in roots.items():
        if name == package.main:
            dresser.text(root)
        else:
            dresser.notes(root)
    members = dict(_set_aside(package, roots[package.main]))
    return Dressed({key: count for key, count in dresser.changed.items() if count}, members)


@dataclass(slots=True)
class _Dresser:
    """One body at work; `changed` counts paragraphs and runs that looked otherwise."""

    sheet: StyleSheet
    numbering: ListNumbering
    changed: Counter[str] = field(default_factory=Counter)

    def text(self, root: _Element) -> None:
        """The body itself."""
        paragraphs = [each for each in root.iter(w("p")) if not is_in_box(each)]
        parts = typed_parts(paragraphs)
        for paragraph in paragraphs:
            self._paragraph(paragraph)
        for part in parts:
            self._part(part)
        _set_off_last(root)
        for table in root.iter(w("tbl")):
            dress_table(table)
        for section in root.iter(w("sectPr")):
            self.changed["pages"] += dress_section(section)

    def _part(self, paragraph: _Element) -> None:
        """The heading of a part in bold, where it was typed as text and has no style that says so."""
        if child_value(child(paragraph, "pPr"), "pStyle") == "Body":
            self.changed["headings"] += embolden(paragraph, len("".join(_texts(paragraph))))

    def notes(self, root: _Element) -> None:
        """Footnotes keep their size."""
        for run in root.iter(w("r")):
            set_run(run, size=None)

    def _paragraph(self, paragraph: _Element) -> None:
        own = child(paragraph, "pPr")
        style = child_value(own, "pStyle") or self.sheet.default_paragraph
        table = next(paragraph.iterancestors(w("tbl")), None)
        if table is not None:
            self._runs(paragraph, style, _style_of(table), None)
            return
        number = read_number(own) or self.sheet.number(style)
        level = self.numbering.level(number)
        said = paragraph_said(own)
        stood = self.sheet.paragraph(style, "", level.paragraph if level else {}, said)
        target = _target(self._text(paragraph, number), stood.outline)
        self._runs(paragraph, style, "", target)
        if article := _ARTICLE.match("".join(_texts(paragraph))):
            embolden(paragraph, article.end())
        self._stand(paragraph, stood, target, number)

    def _text(self, paragraph: _Element, number: tuple[str, int] | None) -> str:
        """What a reader sees of it first: the number of its list, then its words."""
        text = "".join(_texts(paragraph))
        label = self.numbering.label(number) if text.strip() else ""
        return f"{label} {text}" if label else text

    def _runs(self, paragraph: _Element, style: str, table: str, target: str | None) -> None:
        for run in paragraph.iter(w("r")):
            named = child_value(child(run, "rPr"), "rStyle") or ""
            said = run_said(child(run, "rPr"), self.sheet.theme)
            look = self.sheet.run(named, style, table, said)
            self.changed.update(dress_run(run, look, target))

    def _stand(
        self,
        paragraph: _Element,
        stood: ParagraphFormat,
        target: str,
        number: tuple[str, int] | None,
    ) -> None:
        """Where the paragraph stands: by its new style, in the middle where it stood there."""
        own = properties(paragraph, "pPr")
        before = (stood.alignment, round(stood.left + stood.first), stood.before_pt, stood.line)
        for name in _OWN:
            drop(own, name)
        put(own, "pStyle", val=target)
        if stood.outline <= _DEEPEST_HEADING:
            put(own, "outlineLvl", val=str(int(stood.outline)))
        if number is not None and number[0] not in {"", "0"}:
            _number(own, number)
        after = self._placed(own, stood, is_numbered=number is not None)
        self.changed["paragraphs"] += before != after

    def _placed(
        self, own: _Element, stood: ParagraphFormat, *, is_numbered: bool
    ) -> tuple[str, int, float, float]:
        if stood.alignment in {"center", "right"}:
            put(own, "ind", left="0", right="0", firstLine="0")
            put(own, "jc", val=stood.alignment)
            return (stood.alignment, 0, 6.0, 264.0)
        if is_numbered:
            put(own, "ind", left="0", right="0", firstLine=_FIRST_LINE)
        return ("both", int(_FIRST_LINE), 6.0, 264.0)


def _texts(paragraph: _Element) -> Iterator[str]:
    yield from (node.text or "" for node in paragraph.iter(w("t")))


def _set_off_last(root: _Element) -> None:
    """The last words of the text keep their distance from the signature, and stay on its page."""
    body = root.find(w("body"))
    spoken = [each for each in body if "".join(_texts(each)).strip()] if body is not None else []
    style = child(child(spoken[-1], "pPr"), "pStyle") if spoken else None
    if style is not None and spoken[-1].tag == w("p") and value(style) == "Body":
        style.set(w("val"), "BodyLast")


def _style_of(table: _Element) -> str:
    return child_value(child(table, "tblPr"), "tblStyle") or ""


def _target(text: str, outline: float) -> str:
    """The frame's style for a paragraph: a heading by its number, else by its level; anything else is text."""
    if outline > _DEEPEST_HEADING:
        return "Body"
    if _ROMAN.match(text):
        return "Heading1Roman"
    if _INNER.match(text):
        return "Heading3"
    if _ARABIC.match(text):
        return "Heading2Arabic"
    return "Heading2Arabic" if outline else "Heading1Roman"


def _number(own: _Element, number: tuple[str, int]) -> None:
    """The list that the paragraph had from its style, said by itself."""
    listed = need(own, "numPr")
    put(listed, "ilvl", val=str(number[1]))
    put(listed, "numId", val=number[0])


def _set_aside(package: LenientPackage, root: _Element) -> Iterator[tuple[str, bytes]]:
    """The file's own styles that are called like the frame's, under other names: what stands in tables may use them."""
    part = package.related("styles")
    styles = package.xml(part)
    if styles is None or part is None:
        return
    for style in styles.findall(w("style")):
        _rename(style, "styleId")
    for table in root.iter(w("tbl")):
        for used in table.iter(w("pStyle")):
            _rename(used, "val")
    yield part, serialised(styles)


def _rename(element: _Element, attribute: str) -> None:
    name = value(element, attribute)
    if name in HEADING_STYLES:
        element.set(w(attribute), f"{name}{BARE}")
