"""A template opened with its fragments in their places, each paragraph still knowing where it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from lxml.etree import _Element

from vbgen.decree.filling.standins import MadeKind
from vbgen.decree.filling.view import as_made, has_tags, includes_in
from vbgen.word.package.lenient import LenientPackage, open_package, parse
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.document import read_document
from vbgen.word.reading.values import Cell, Document, Paragraph, Row, Table
from vbgen.word.reading.xmlnames import w
from vbgen.word.template.language.placing import ORIGIN

_ORDINAL: Final = "vbgen-ordinal"

Block = Paragraph | Table


@dataclass(frozen=True)
class TemplateFilling:
    """What is known of templates: their fragments, the kind that this one makes, whether it is one of vbgen's."""

    fragments: Mapping[str, Path] = field(default_factory=dict)
    made: MadeKind = field(default_factory=MadeKind)
    is_part: bool = False  # it is a fragment itself
    is_own: bool = False  # its values are filled in by vbgen, never left


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document as it is read: once, or a template twice, with the first of all branches and with the last."""

    views: tuple[Document, ...]
    unopened: tuple[str, ...] = ()


def open_document(package: LenientPackage, filling: TemplateFilling) -> OpenedDocument:
    """The document; a template with its fragments in place, as the paper that it makes."""
    document = read_document(package)
    if not has_tags(document):
        return OpenedDocument((document,))
    names = includes_in(document)
    unopened = tuple(name for name in names if name not in filling.fragments)
    if len(unopened) < len(names):
        document = _with_fragments(package, filling.fragments)
    first, last = (as_made(document, filling.made, other=other) for other in (False, True))
    return OpenedDocument((first, last), unopened)


def _with_fragments(package: LenientPackage, fragments: Mapping[str, Path]) -> Document:
    # A paper that includes nothing needs none of the engine.
    from vbgen.word.template.fragments.including import Includer
    from vbgen.word.template.fragments.library import Fragments

    root = parse(package.members[package.main], package.main)
    for ordinal, paragraph in enumerate(root.iter(w("p"))):
        paragraph.set(_ORDINAL, str(ordinal))
    members = {**package.members, package.main: serialised(root)}
    includer = Includer(members, "", Fragments(dict(fragments)))
    whole = includer.include(package.main, "")
    filled = {**includer.contents, package.main: serialised(whole)}
    document = read_document(open_package(pack(filled)))
    blocks = tuple(_placed(block, includer.origins) for block in document.body)
    return replace(document, body=blocks)


def _placed(block: Block, origins: Mapping[int, str]) -> Block:
    if isinstance(block, Table):
        return replace(block, rows=tuple(_placed_row(row, origins) for row in block.rows))
    ordinal = block.element.get(_ORDINAL)
    if ordinal is not None:
        return replace(block, ordinal=int(ordinal))
    return replace(block, ordinal=-1, origin=_origin(block.element, origins))


def _placed_row(row: Row, origins: Mapping[int, str]) -> Row:
    return replace(row, cells=tuple(_placed_cell(cell, origins) for cell in row.cells))


def _placed_cell(cell: Cell, origins: Mapping[int, str]) -> Cell:
    return replace(cell, blocks=tuple(_placed(block, origins) for block in cell.blocks))


def _origin(element: _Element, origins: Mapping[int, str]) -> str:
    """The file of the fragment that an element came from."""
    numbers = (found for item in _with_ancestors(element) if (found := item.get(ORIGIN)))
    return next((origins.get(int(number), "") for number in numbers), "")


def _with_ancestors(element: _Element) -> Iterator[_Element]:
    yield element
    yield from element.iterancestors()
