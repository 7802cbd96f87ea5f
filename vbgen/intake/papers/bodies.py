"""The body of a paper as a Word file of its own: everything but the frame's parts, untouched."""

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element

from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.recognise import recognise
from vbgen.intake.sources.word_sheets import FRAME
from vbgen.word.package.lenient import open_package
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.document import read_document
from vbgen.word.reading.values import Paragraph, Table

_OF_FRAME = FRAME | {
    Part.TYPE, Part.SUBJECT, Part.EMPTY, Part.SECRECY, Part.URGENCY, Part.CIRCULATION, Part.DRAFTER,
}  # fmt: skip


def body_of(path: Path) -> bytes:
    """The Word file without letterhead, number, subject, grounds, addressees, signature and recipients.

    Blank lines between the frame and the body go with the frame; those inside the body stay.
    """
    package = open_package(path)
    paper = recognise(read_document(package))
    root = paper.document.roots[paper.document.main]
    for element in list(_frame_blocks(paper)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return pack({**package.members, package.main: serialised(root)})


def _frame_blocks(paper: Paper) -> Iterator[_Element]:
    """Blocks of the frame that say something, and blank ones before and behind the body."""
    roles = dict(zip(map(id, paper.document.paragraphs), paper.roles, strict=True))
    blocks = list(paper.document.body)
    framed = {at for at, block in enumerate(blocks) if _is_frame(block, roles)}
    said = {at for at, block in enumerate(blocks) if _says(block)}
    inside = range(min(said - framed, default=0), max(said - framed, default=-1) + 1)
    for at in sorted(framed):
        if at in said or at not in inside:
            yield blocks[at].element


def _is_frame(block: Paragraph | Table, roles: dict[int, Part]) -> bool:
    items = [block] if isinstance(block, Paragraph) else list(block.paragraphs)
    return all(roles.get(id(item), Part.OTHER) in _OF_FRAME for item in items)


def _says(block: Paragraph | Table) -> bool:
    items = [block] if isinstance(block, Paragraph) else list(block.paragraphs)
    return any(item.plain for item in items)
