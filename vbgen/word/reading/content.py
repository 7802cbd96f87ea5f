"""What stands in a paragraph: its letters run by run, its drawings, fields and breaks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element

from vbgen.word.reading.formats import RunFormat, run_said
from vbgen.word.reading.shapes import read_shape
from vbgen.word.reading.styles import StyleSheet
from vbgen.word.reading.values import Run, Shape
from vbgen.word.reading.xmlnames import MC, child, child_value, value, w

_INSIDE: Final = frozenset(
    w(name)
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "customXml",
        "dir",
        "bdo",
    )
)
_LETTERS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("sym"): "•",
}
_DRAWN: Final = frozenset({w("drawing"), w("pict"), w("object")})
_ALTERNATE: Final = f"{{{MC}}}AlternateContent"
_MAX_MARK: Final = 3


@dataclass(slots=True)
class ParagraphContent:
    """Collected while a paragraph is read."""

    runs: list[Run] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)  # contents of text boxes
    fields: list[str] = field(default_factory=list)
    field_looks: list[RunFormat] = field(default_factory=list)  # of the runs that hold PAGE
    page_break: bool = False
    hidden: str = ""  # letters that nobody sees printed
    length: int = 0

    @property
    def text(self) -> str:
        """Letters of all runs."""
        return "".join(run.text for run in self.runs)


def read_content(
    paragraph: _Element, style: str, table_style: str, sheet: StyleSheet
) -> ParagraphContent:
    """Runs, drawings and fields of a `w:p`; what a tracked change has deleted is left out."""
    content = ParagraphContent()
    for run in _runs(paragraph, content):
        _read_run(run, style, table_style, sheet, content)
    return content


def _runs(parent: _Element, content: ParagraphContent) -> Iterator[_Element]:
    for item in parent:
        if item.tag == w("r"):
            yield item
        elif item.tag == w("fldSimple"):
            content.fields.append(_field_name(value(item, "instr") or ""))
            yield from _runs(item, content)
        elif item.tag in _INSIDE:
            yield from _runs(item, content)
        elif item.tag == _ALTERNATE:
            chosen = choice(item)
            if chosen is not None:
                yield from _runs(chosen, content)


def choice(alternate: _Element) -> _Element | None:
    """The branch of an AlternateContent that a modern Word shows."""
    chosen = alternate.find(f"{{{MC}}}Choice")
    return alternate.find(f"{{{MC}}}Fallback") if chosen is None else chosen


def _read_run(
    run: _Element, style: str, table_style: str, sheet: StyleSheet, content: ParagraphContent
) -> None:
    properties = child(run, "rPr")
    character = child_value(properties, "rStyle") or ""
    look = sheet.run(character, style, table_style, run_said(properties, sheet.theme))
    fields = len(content.fields)
    letters = "".join(_letters(run, content))
    if len(content.fields) > fields:
        content.field_looks.append(look)
    content.hidden += letters if look.hidden else ""
    if look.hidden or (look.raised == "superscript" and _is_mark(letters)):
        return
    if letters:
        content.runs.append(Run(letters, look, content.length, run))
        content.length += len(letters)


def _is_mark(letters: str) -> bool:
    bare = letters.strip()
    return 0 < len(bare) <= _MAX_MARK and all(map(_is_mark_sign, bare))


def _is_mark_sign(letter: str) -> bool:
    return letter.isdigit() or letter in "*()"


def _letters(run: _Element, content: ParagraphContent) -> Iterator[str]:
    for item in run:
        if item.tag in _LETTERS:
            yield _LETTERS[item.tag]
        elif item.tag in _READ:
            yield from _READ[item.tag](item, content)


def _text(item: _Element, _content: ParagraphContent) -> Iterator[str]:
    yield item.text or ""


def _instruction(item: _Element, content: ParagraphContent) -> Iterator[str]:
    content.fields.append(_field_name(item.text or ""))
    return iter(())


def _drawing(item: _Element, content: ParagraphContent) -> Iterator[str]:
    _draw(item, content)
    return iter(())


def _alternate(item: _Element, content: ParagraphContent) -> Iterator[str]:
    chosen = choice(item)
    for drawn in [] if chosen is None else chosen:
        _draw(drawn, content)
    return iter(())


def _break(item: _Element, content: ParagraphContent) -> Iterator[str]:
    if value(item, "type") == "page":
        content.page_break = True
    elif value(item, "type") != "column":
        yield "\n"


def _draw(drawn: _Element, content: ParagraphContent) -> None:
    content.boxes.extend(drawn.iter(w("txbxContent")))
    shape = read_shape(drawn)
    if shape is not None:
        content.shapes.append(shape)


def _field_name(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


_READ: Final[Mapping[str, Callable[[_Element, ParagraphContent], Iterator[str]]]] = {
    w("t"): _text,
    w("br"): _break,
    w("instrText"): _instruction,
    **dict.fromkeys(_DRAWN, _drawing),
    _ALTERNATE: _alternate,
}
