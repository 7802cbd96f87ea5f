"""Proof that a body came into its paper whole: what can be read in it before, looked for in order afterwards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from lxml.etree import _Element

from vbgen.messages import _
from vbgen.word.package.lenient import LenientPackage, open_package
from vbgen.word.package.relations import read_relations, rels_name, target_name
from vbgen.word.reading.numbering import ListNumbering, read_numbering
from vbgen.word.reading.styles import StyleSheet, read_number, read_styles
from vbgen.word.reading.xmlnames import MC, R, child, child_value, value, w

_SIGNS: Final = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_WORDS: Final = (w("t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CONTROL: Final = re.compile(r"\{%\s*(?:p|tr|tc|r)?\s*(\w+)")
_OPENS: Final = frozenset({"for", "if", "filter", "macro", "call", "with", "block", "raw"})
_QUOTED: Final = 60


@dataclass(frozen=True, slots=True)
class SeenUnit:
    """One thing that a reader sees: a paragraph with its list number, a picture, a table by its rows."""

    kind: str  # "text", "picture", "table", "note"
    text: str
    label: str = ""
    is_free: bool = False  # stands where tags decide whether and how often it comes


@dataclass(frozen=True, slots=True)
class Lost:
    """A unit that is not in the paper."""

    unit: SeenUnit

    @property
    def shown(self) -> str:
        """What it is."""
        named = {
            "text": _("đoạn văn"),
            "picture": _("hình"),
            "table": _("bảng"),
            "note": _("chú thích"),
        }[self.unit.kind]
        return f"{named} “{self.quote}”"

    @property
    def quote(self) -> str:
        """Its first words."""
        words = f"{self.unit.label} {self.unit.text}".strip()
        return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"


def lost_in(body: bytes, paper: bytes) -> Iterator[Lost]:
    """Each unit of the body that does not stand in the paper, after those before it."""
    wanted, there = read_units(body), read_units(paper)
    has_tags = any(unit.is_free for unit in wanted)
    at = 0
    for unit in wanted:
        if unit.is_free:
            continue
        found = next((n for n in range(at, len(there)) if _answers(there[n], unit, has_tags)), None)
        if found is None:
            yield Lost(unit)
        else:
            at = found + 1


def _answers(there: SeenUnit, wanted: SeenUnit, has_tags: bool) -> bool:
    """Whether a unit of the paper is the wanted one; numbers count on where tags repeat paragraphs."""
    if there.kind != wanted.kind or not (has_tags or there.label == wanted.label):
        return False
    return there.text == wanted.text or _fits(there.text, wanted.text)


def _fits(text: str, wanted: str) -> bool:
    """Whether the fixed words around tags stand in a text in their order."""
    pieces = _TAG.split(wanted)
    if len(pieces) == 1:
        return False
    at = 0
    for piece in pieces:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def read_units(docx: bytes) -> list[SeenUnit]:
    """All that a reader sees of a Word file's text, in order; empty paragraphs are passed over."""
    package = open_package(docx)
    root = package.xml(package.main)
    if root is None:
        return []
    reader = _Reader(package, read_styles(package), read_numbering(package))
    return list(_freed(reader.units(root)))


def _freed(units: Iterator[SeenUnit]) -> Iterator[SeenUnit]:
    """Each unit, told apart by whether tags govern it."""
    depth = 0
    for unit in units:
        words = _CONTROL.findall(unit.text) if unit.kind == "text" else []
        before = depth
        depth += sum(_turn(word) for word in words)
        is_free = bool(words or before or depth)
        yield SeenUnit(unit.kind, unit.text, unit.label, is_free) if is_free else unit


def _turn(word: str) -> int:
    if word in _OPENS:
        return 1
    return -1 if word.startswith("end") else 0


@dataclass(slots=True)
class _Reader:
    """Reads one file; lists count on from paragraph to paragraph."""

    package: LenientPackage
    sheet: StyleSheet
    numbering: ListNumbering

    def units(self, root: _Element) -> Iterator[SeenUnit]:
        """Paragraphs, pictures and tables of a part, in order."""
        pictures = self._pictures(self.package.main)
        for element in _seen(root):
            if element.tag == w("p"):
                yield from self._paragraph(element, pictures)
            elif element.tag == w("tbl"):
                yield SeenUnit("table", _shape_of(element), is_free=_has_tags(element))
        for kind in ("footnote", "endnote"):
            yield from self._notes(kind, root)

    def _paragraph(self, paragraph: _Element, pictures: dict[str, str]) -> Iterator[SeenUnit]:
        text = "".join(_pieces(paragraph))
        properties = child(paragraph, "pPr")
        style = child_value(properties, "pStyle") or self.sheet.default_paragraph
        number = read_number(properties) or self.sheet.number(style)
        label = self.numbering.label(number) if text.strip() else ""
        if text.strip():
            yield SeenUnit("text", text, label)
        for key in _embedded(paragraph):
            if key in pictures:
                yield SeenUnit("picture", pictures[key])

    def _pictures(self, member: str) -> dict[str, str]:
        """Relation id → digest of each picture."""
        content = self.package.members.get(rels_name(member), b"")
        found = read_relations(content, member, member).values()
        named = {each.id: target_name(member, each.target) for each in found if not each.external}
        return {
            key: sha256(self.package.members[name]).hexdigest()
            for key, name in named.items()
            if name in self.package.members and "/media/" in f"/{name}"
        }

    def _notes(self, kind: str, root: _Element) -> Iterator[SeenUnit]:
        """The words of each note, in the order of the text."""
        part = self.package.xml(self.package.related(f"{kind}s"))
        if part is None:
            return
        notes = {value(note, "id"): note for note in part}
        for reference in root.iter(w(f"{kind}Reference")):
            note = notes.get(value(reference, "id"))
            if note is not None:
                text = "\n".join("".join(_pieces(each)) for each in note.iter(w("p")))
                yield SeenUnit("note", text, is_free=bool(_TAG.search(text)))


def _seen(root: _Element) -> Iterator[_Element]:
    """Paragraphs and tables in order, without the second form in which Word keeps drawings for old programs."""
    for element in root.iter(w("p"), w("tbl")):
        if next(element.iterancestors(f"{{{MC}}}Fallback"), None) is None:
            yield element


def _pieces(paragraph: _Element) -> Iterator[str]:
    """The letters of a paragraph, without those of boxes and paragraphs inside it."""
    for element in paragraph.iter():
        if element.tag in _WORDS or element.tag in _SIGNS:
            if next(element.iterancestors(w("p"))) is paragraph:
                yield _SIGNS.get(str(element.tag)) or element.text or ""
        elif element.tag == w("sym"):
            yield f"⟨{value(element, 'font')} {value(element, 'char')}⟩"


def _embedded(paragraph: _Element) -> Iterator[str]:
    for element in paragraph.iter():
        if not isinstance(element.tag, str):
            continue
        for key, name in element.attrib.items():
            if str(key) in {f"{{{R}}}embed", f"{{{R}}}id"}:
                yield str(name)


def _shape_of(table: _Element) -> str:
    """`3 × 2, 2, 1`: rows, and the cells of each."""
    rows: Sequence[_Element] = table.findall(w("tr"))
    return f"{len(rows)} × {', '.join(str(len(row.findall(w('tc')))) for row in rows)}"


def _has_tags(table: _Element) -> bool:
    return any("{%" in (text.text or "") for text in table.iter(w("t")))
