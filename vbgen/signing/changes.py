"""What a PDF file has beyond the one that it was made from: every object of the two held against each other.

The later file begins with the bytes of the earlier one; what was appended may replace any of its objects. A field for
a signature, its look, and what is kept for checking it may be added; a stamp on a page is told apart, since agencies'
own tools set number and day there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from vbgen.signing.additions import is_signature_field, kind_of_note
from vbgen.signing.nodes import (
    PdfNode,
    got,
    inside,
    kept_order,
    number_at,
    number_of,
    numbers_within,
    page_parts,
    pages_of,
    raw,
    reference_in,
    references,
    same_stream,
    streams_of,
)
from vbgen.signing.opening import opened, readable
from vbgen.signing.xmp import said_of

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

_ROOT_MAY_HAVE = frozenset({"/Extensions", "/Perms", "/AcroForm", "/Version"})
_FORM_MAY_HAVE = frozenset({"/Fields", "/SigFlags", "/DR", "/DA"})
_INFO_MAY_CHANGE = frozenset({"/ModDate", "/Producer"})


class AdditionKind(StrEnum):
    """What sort of thing was added."""

    STAMP = "stamp"  # something drawn on a page: to be looked at
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FileChange:
    """One thing that the later file has otherwise than the earlier one."""

    kind: AdditionKind
    place: str  # keys from the file's root
    page: int = -1  # from 0


def changes_between(earlier: bytes, later: bytes) -> tuple[FileChange, ...]:
    """Everything but signatures that is not the same; empty where only signatures were added.

    UnreadableFileError for what is no PDF file.
    """
    old, new = opened(earlier), opened(later)
    with readable():
        held = _Held(_replaced(old, new))
        held.roots(old, new)
        return tuple(dict.fromkeys(held.changes))


def _replaced(old: "PdfFileReader", new: "PdfFileReader") -> Mapping[int, PdfNode]:
    """Number → reference of each object of the earlier file that the later one has anew, or has freed.

    Every other object is the same bytes in both, for the later file begins with the earlier one. ValueError where it
    does not go on from the earlier one's last state.
    """
    known = old.xrefs.total_revisions
    if not _goes_on(old, new):
        message = "the file does not go on from its earlier state"
        raise ValueError(message)
    touched = set[PdfNode]()
    for revision in range(known, new.xrefs.total_revisions):
        touched |= new.xrefs.explicit_refs_in_revision(revision)
        touched |= new.xrefs.refs_freed_in_revision(revision)
    return {
        ref.idnum: ref
        for ref in touched
        if old.xrefs.get_historical_ref(ref, known - 1) is not None
    }


def _goes_on(old: "PdfFileReader", new: "PdfFileReader") -> bool:
    """Whether the later file's chain of states leads through the earlier one's last: no part of it is skipped."""
    last = old.xrefs.total_revisions - 1
    if new.xrefs.total_revisions <= last:
        return False
    there, here = (one.xrefs.get_startxref_for_revision(last) for one in (old, new))
    return there == here


@dataclass(frozen=True, slots=True)
class _At:
    """Keys from the file's root, and the page that they lead to."""

    path: str = ""
    page: int = -1

    def on(self, key: str) -> "_At":
        """One key further."""
        return _At(f"{self.path}{key}", self.page)


@dataclass(slots=True)
class _Held:
    """Two files, held against each other where the later one has something anew."""

    replaced: Mapping[int, PdfNode]
    changes: list[FileChange] = field(default_factory=list)
    waiting: list[tuple[PdfNode, PdfNode, _At]] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)

    def roots(self, old: "PdfFileReader", new: "PdfFileReader") -> None:
        """The whole of both files: what has places of its own first, then whatever else was replaced."""
        self._info(old.trailer_view, new.trailer_view)
        self._root(old.root, new.root)
        self._pages(old, new)
        looked_at = {number_at(old.root), *numbers_within(inside(old.root, "/DSS"), 4)}
        for number in looked_at:
            self.seen.add((number, number))
        for number, ref in self.replaced.items():
            here = _At(f"/{number}")
            self.waiting.append((reference_in(old, ref), reference_in(new, ref), here))
        while self.waiting:
            self._pair(*self.waiting.pop())

    def _pages(self, old: "PdfFileReader", new: "PdfFileReader") -> None:
        before, after = list(pages_of(old)), list(pages_of(new))
        if [number_at(page) for page in before] != [number_at(page) for page in after]:
            self._other(_At("/Pages"))
            return
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            parts = {number_at(one), *page_parts(one)}
            if parts & self.replaced.keys():
                self.seen |= {(part, part) for part in parts}
                self._page(one, other, _At("/Page", number))

    def _info(self, old: PdfNode, new: PdfNode) -> None:
        self._pass_by(old, "/Info")
        before, after = inside(old, "/Info") or {}, inside(new, "/Info") or {}
        for key in {*before, *after} - _INFO_MAY_CHANGE:
            if str(inside(before, key)) != str(inside(after, key)):
                self._other(_At(f"/Info{key}"))

    def _root(self, old: PdfNode, new: PdfNode) -> None:
        for key in {*old, *new} - {"/DSS"}:
            if key == "/AcroForm":
                self._pass_by(old, key)
                self._form(inside(old, key), inside(new, key))
            elif key == "/Metadata" and _says_the_same(inside(old, key), inside(new, key)):
                self._pass_by(old, key)
            elif key not in _ROOT_MAY_HAVE or key in old:
                self._entry(old, new, key, _At())

    def _form(self, old: PdfNode, new: PdfNode) -> None:
        known, at = {} if old is None else old, _At("/AcroForm")
        self._pass_by(known, "/Fields")
        if new is None:
            self._other(at)
            return
        for key in {*known, *new} - {"/Fields", "/SigFlags"}:
            if key in known or key not in _FORM_MAY_HAVE:
                self._entry(known, new, key, at)
        self._grown(known, new, "/Fields", at, lambda one: is_signature_field(one) or None)

    def _pass_by(self, old: PdfNode, key: str) -> None:
        """What stands under that key was looked at already."""
        number = number_of(old.raw_get(key)) if key in old else None
        if number is not None:
            self.seen.add((number, number))

    def _entry(self, old: PdfNode, new: PdfNode, key: str, at: _At) -> None:
        if key not in old or key not in new:
            self._other(at.on(key))
        else:
            self.waiting.append((old.raw_get(key), new.raw_get(key), at.on(key)))

    def _pair(self, old: PdfNode, new: PdfNode, at: _At) -> None:
        """One object of each file, at the same place."""
        if (marks := references(old, new)) is not None:
            if marks[0] != marks[1]:
                self._other(at)
                return
            if marks in self.seen or marks[0] not in self.replaced:
                return
            self.seen.add(marks)
            old, new = got(old), got(new)
        self._values(old, new, at)

    def _values(self, old: PdfNode, new: PdfNode, at: _At) -> None:
        from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, StreamObject

        if type(old) is not type(new) or (
            isinstance(old, StreamObject) and old.encoded_data != new.encoded_data
        ):
            self._other(at)
        elif isinstance(old, DictionaryObject):
            self._dictionaries(old, new, at)
        elif isinstance(old, ArrayObject):
            self._arrays(old, new, at)
        elif old != new:
            self._other(at)

    def _arrays(self, old: PdfNode, new: PdfNode, at: _At) -> None:
        if len(old) != len(new):
            self._other(at)
            return
        for number, (one, other) in enumerate(zip(raw(old), raw(new), strict=True)):
            self.waiting.append((one, other, at.on(f"[{number}]")))

    def _dictionaries(self, old: PdfNode, new: PdfNode, at: _At) -> None:
        for key in {*old, *new} - {"/Length"}:
            self._entry(old, new, key, at)

    def _page(self, old: PdfNode, new: PdfNode, at: _At) -> None:
        for key in {*old, *new} - {"/Annots", "/Contents", "/Resources"}:
            if key != "/Parent":
                self._entry(old, new, key, at)
        self._grown(old, new, "/Annots", at, kind_of_note)
        self._contents(old, new, at)
        self._resources(old, new, at)

    def _grown(
        self,
        old: PdfNode,
        new: PdfNode,
        key: str,
        at: _At,
        allowed: Callable[[PdfNode], bool | None],
    ) -> None:
        """A list that may have grown; what it had stands in its order.

        `allowed` says of what was added: True as a signature needs it, False a stamp, None neither.
        """
        before, later = list(raw(inside(old, key))), list(raw(inside(new, key)))
        if (kept := kept_order(before, later)) is None:
            self._other(at.on(key))
            return
        self.waiting += [(one, match, at.on(key)) for one, match in kept]
        known = {number_of(one) for one in before}
        for one in later:
            if number_of(one) not in known:
                self._more(allowed(got(one)), at.on(key))

    def _more(self, kind: bool | None, at: _At) -> None:
        if kind is None:
            self._other(at)
        elif not kind:
            self._stamp(at)

    def _contents(self, old: PdfNode, new: PdfNode, at: _At) -> None:
        """What the page draws: the old streams in their order, with others before, between or behind."""
        before, after = streams_of(old), streams_of(new)
        rest = iter(after)
        if not all(any(same_stream(one, each) for each in rest) for one in before):
            self._other(at.on("/Contents"))
        elif len(after) > len(before):
            self._stamp(at.on("/Contents"))

    def _resources(self, old: PdfNode, new: PdfNode, at: _At) -> None:
        """What the page draws with: every name means what it meant; new names are part of a stamp."""
        before, after = inside(old, "/Resources") or {}, inside(new, "/Resources") or {}
        for kind in {*before, *after}:
            here = at.on("/Resources")
            if kind in before and kind in after and isinstance(before[kind], dict):
                self._names(before[kind], after[kind], here.on(kind))
            elif kind in before:
                self._entry(before, after, kind, here)
            else:
                self._stamp(here)

    def _names(self, old: PdfNode, new: PdfNode, at: _At) -> None:
        for name in old:
            self._entry(old, new, name, at)
        if {*new} - {*old}:
            self._stamp(at)

    def _stamp(self, at: _At) -> None:
        self.changes.append(FileChange(AdditionKind.STAMP, at.path, at.page))

    def _other(self, at: _At) -> None:
        self.changes.append(FileChange(AdditionKind.OTHER, at.path, at.page))


def _says_the_same(old: PdfNode, new: PdfNode) -> bool:
    if old is None or new is None:
        return False
    said = said_of(old.data)
    return said is not None and said == said_of(new.data)
