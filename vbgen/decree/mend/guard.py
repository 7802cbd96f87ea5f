"""Proof, sign by sign, that a round of mends changed no letter but those it said it would."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.etree import _Element

from vbgen.decree.mend.letters import Edit, apply, chosen, said
from vbgen.errors import OutputError
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph
from vbgen.word.reading.xmlnames import w

_LETTERS: Final = tuple(map(w, ("t", "delText", "instrText", "delInstrText")))
_LINE_SIGNS: Final = frozenset("_-–—―─━.*= \t\n\u00a0")
_Texts = dict[_Element, str]


def texts_of(roots: Iterable[_Element]) -> _Texts:
    """What each paragraph holds, in the order of the file: every sign, shown or hidden or deleted."""
    found: dict[_Element, list[str]] = {}
    for root in roots:
        for item in root.iter(w("p"), *_LETTERS):
            if item.tag == w("p"):
                found[item] = []
            else:
                found.setdefault(_paragraph_of(item), []).append(item.text or "")
    return {paragraph: "".join(held) for paragraph, held in found.items()}


def _paragraph_of(item: _Element) -> _Element:
    return next(item.iterancestors(w("p")), item)


@dataclass(frozen=True)
class LetterGuard:
    """Watches the letters of a file's parts while they are mended; OutputError where one is lost or changed."""

    roots: tuple[_Element, ...]
    texts: _Texts

    @classmethod
    def watch(cls, roots: Iterable[_Element]) -> "LetterGuard":
        """A guard that knows what every paragraph says now."""
        kept = tuple(roots)
        return cls(kept, texts_of(kept))

    def edit(self, paragraph: Paragraph, edits: Iterable[Edit]) -> None:
        """Make the edits, which alone may change what the paragraph says."""
        made = chosen(edits)
        wanted = paragraph.text
        for each in reversed(made):
            wanted = wanted[: each.start] + each.new + wanted[each.end :]
        hidden = _hidden(paragraph)
        apply(paragraph, made)
        if said(paragraph) != wanted or _hidden(paragraph) != hidden:
            raise _changed()
        self.take(paragraph.element)

    def take(self, element: _Element) -> None:
        """From now on the paragraph is to say what it says now."""
        self.texts[element] = texts_of([element]).get(element, "")

    def prove(self) -> None:
        """Every paragraph says what it said, or was to say; those that came or went say nothing."""
        after = texts_of(self.roots)
        for paragraph, text in self.texts.items():
            if not _is_same(after.pop(paragraph, ""), text):
                raise _changed()
        if any(after.values()):
            raise _changed()


@contextmanager
def untouched(elements: Iterable[_Element]) -> Iterator[None]:
    """Whatever is done meanwhile, these elements are afterwards what they were."""
    before = [(element, etree.tostring(element), deepcopy(element)) for element in elements]
    yield
    for element, image, copy in before:
        if etree.tostring(element) != image:
            element[:] = list(copy)
            element.attrib.clear()
            element.attrib.update(copy.attrib)


def _hidden(paragraph: Paragraph) -> list[str]:
    """What the paragraph's element holds outside the runs that are shown."""
    shown = {run.element for run in paragraph.runs}
    items = paragraph.element.iter(*_LETTERS)
    return [item.text or "" for item in items if item.getparent() not in shown]


def _is_same(found: str, text: str) -> bool:
    """The same, but for the length of a line that is typed, and for blanks in a paragraph that went."""
    if found == text:
        return True
    return _LINE_SIGNS.issuperset(found + text) and bool(found.strip()) == bool(text.strip())


def _changed() -> OutputError:
    return OutputError(
        _(
            "Bản sửa làm thay đổi chữ của văn bản nên không được ghi; tệp gốc còn nguyên."
            " Báo cho người phụ trách kỹ thuật."
        )
    )
