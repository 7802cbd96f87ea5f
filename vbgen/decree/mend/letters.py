"""Letters of a paragraph changed in place: every other letter keeps its run and its look."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vbgen.word.reading.values import Paragraph, Run
from vbgen.word.reading.xmlnames import XML, w

_ONE_LETTER: Final = {
    w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("br"): "\n",
    w("noBreakHyphen"): "-", w("sym"): "•",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """Letters from `start` to `end` of a paragraph's text become `new`."""

    start: int
    end: int
    new: str


def apply(paragraph: Paragraph, edits: Iterable[Edit]) -> None:
    """Make the edits, the last first; of two that overlap, the later one is left out."""
    for edit in reversed(chosen(edits)):
        _replace(paragraph.runs, edit)


def chosen(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that are made, in order: of two that overlap, the later one is left out."""
    found: list[Edit] = []
    for edit in sorted(set(edits), key=lambda item: (item.start, item.end)):
        if not found or edit.start >= found[-1].end:
            found.append(edit)
    return found


def said(paragraph: Paragraph) -> str:
    """What the paragraph's runs say now, sign by sign, as its text was read."""
    items = (item for run in paragraph.runs for item in run.element)
    return "".join(map(_sign_of, items))


def _sign_of(item: _Element) -> str:
    if item.tag == w("t"):
        return item.text or ""
    is_page_break = item.get(w("type")) in {"page", "column"}
    return "" if is_page_break else _ONE_LETTER.get(str(item.tag), "")


def _replace(runs: tuple[Run, ...], edit: Edit) -> None:
    pieces = [piece for run in runs for piece in _pieces(run)]
    last = pieces[-1].end if pieces else 0
    rest = edit.new
    for piece in pieces:
        if _stands_before(piece, edit, is_last=piece.end == last):
            continue
        if _stands_behind(piece, edit, rest):
            break
        rest = piece.cut(edit.start, edit.end, rest)


def _stands_behind(piece: "_Piece", edit: Edit, rest: str) -> bool:
    """Whether the edit is done before the piece: nothing is to be taken from it, nor put there."""
    return piece.start > edit.end or (piece.start == edit.end and not rest)


def _stands_before(piece: "_Piece", edit: Edit, *, is_last: bool) -> bool:
    """Whether the edit begins behind the piece; one that only touches it may still put letters at its end."""
    if piece.end != edit.start:
        return piece.end < edit.start
    return edit.end > edit.start and not is_last


@dataclass(frozen=True, slots=True)
class _Piece:
    element: _Element
    start: int
    end: int

    def cut(self, start: int, end: int, new: str) -> str:
        """Take the letters between the places out and put `new` in; gives what could not be put here."""
        if self.element.tag != w("t"):
            if start <= self.start and self.end <= end:
                _remove(self.element)
            return new
        text = self.element.text or ""
        low, high = max(0, start - self.start), max(0, end - self.start)
        _put(self.element, text[:low] + new + text[high:])
        return ""


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _put(element: _Element, text: str) -> None:
    element.text = text
    element.set(f"{{{XML}}}space", "preserve")


def _pieces(run: Run) -> Iterable[_Piece]:
    place = run.start
    for item in run.element:
        length = len(_sign_of(item))
        if not length and item.tag != w("t"):
            continue
        yield _Piece(item, place, place + length)
        place += length


def split_run(run: Run, place: int) -> tuple[_Element, _Element] | None:
    """The run cut in two before that place of the paragraph's text; `None` when it is not a plain run of letters."""
    letters = _only_text(run)
    if letters is None or not run.start < place < run.end:
        return None
    twin = deepcopy(run.element)
    run.element.addnext(twin)
    cut = place - run.start
    text = letters.text or ""
    _put(_text_of(run.element), text[:cut])
    _put(_text_of(twin), text[cut:])
    return run.element, twin


def _only_text(run: Run) -> _Element | None:
    """The run's only text, where nothing but its look stands beside it."""
    inside = [item for item in run.element if item.tag != w("rPr")]
    return inside[0] if len(inside) == 1 and inside[0].tag == w("t") else None


def _text_of(run: _Element) -> _Element:
    return next(item for item in run if item.tag == w("t"))
