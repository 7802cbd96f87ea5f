"""Tracked changes of a Word part, accepted: what was inserted stays, what was deleted goes, looks are the new ones."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from vbgen.word.package.xml import w

_INSERTED: Final = tuple(w(name) for name in ("ins", "moveTo"))
_DELETED: Final = tuple(w(name) for name in ("del", "moveFrom"))
_FORMER: Final = tuple(
    w(f"{name}Change")
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tcPr", "trPr", "tblGrid", "numbering")
)
_RANGES: Final = tuple(
    w(f"{name}Range{end}")
    for name in (
        "moveFrom",
        "moveTo",
        "customXmlIns",
        "customXmlDel",
        "customXmlMoveFrom",
        "customXmlMoveTo",
    )
    for end in ("Start", "End")
)
_PROPERTIES: Final = tuple(w(name) for name in ("rPr", "trPr", "tcPr"))


def count_revisions(root: _Element) -> int:
    """How many changes of a part wait to be accepted or rejected."""
    marks = (*_INSERTED, *_DELETED, *_FORMER, w("cellIns"), w("cellDel"), w("cellMerge"))
    return sum(1 for _mark in root.iter(*marks))


def accept_revisions(root: _Element) -> None:
    """Every change of the part accepted, as Word's “Accept All” does."""
    _take_away(list(root.iter(*_FORMER, *_RANGES)))
    _take_away(list(map(_holder, _marks_of_wholes(root))))
    for paragraph in list(filter(_ends_deleted, root.iter(w("p")))):
        _join_next(paragraph)
    _take_away(_with_content(root, _DELETED))
    for inserted in _with_content(root, _INSERTED):
        _unwrap(inserted)
    _take_away(list(root.iter(*_INSERTED, *_DELETED, w("cellIns"), w("cellMerge"))))


def _with_content(root: _Element, tags: tuple[str, ...]) -> list[_Element]:
    """The changes that hold what was inserted or deleted, not those that only mark something."""
    return [each for each in root.iter(*tags) if not _is_mark(each)]


def _is_mark(element: _Element) -> bool:
    """Whether it stands among properties: it marks the paragraph's end, the row or the cell, and holds nothing."""
    parent = element.getparent()
    return parent is not None and parent.tag in _PROPERTIES


def _marks_of_wholes(root: _Element) -> Iterator[_Element]:
    """Marks of rows and cells that were deleted."""
    for mark in root.iter(w("del"), w("cellDel")):
        parent = mark.getparent()
        if parent is not None and parent.tag in {w("trPr"), w("tcPr")}:
            yield mark


def _holder(mark: _Element) -> _Element:
    """The row or cell that a mark among its properties speaks of."""
    return next(mark.iterancestors(w("tr"), w("tc")))


def _ends_deleted(paragraph: _Element) -> bool:
    place = f"{w('pPr')}/{w('rPr')}"
    return any(paragraph.find(f"{place}/{name}") is not None for name in _DELETED)


def _join_next(paragraph: _Element) -> None:
    """The paragraph's end was deleted: what it holds begins the next one; alone in its place it stays."""
    following = paragraph.getnext()
    if following is None or following.tag != w("p"):
        return
    at = 0 if following.find(w("pPr")) is None else 1
    for item in reversed([each for each in paragraph if each.tag != w("pPr")]):
        following.insert(at, item)
    _take_away([paragraph])


def _unwrap(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _take_away(elements: list[_Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
