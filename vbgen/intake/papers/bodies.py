"""The body of a paper as a Word file of its own: everything but the frame's parts, untouched."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lxml.etree import _Element

from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.recognise import recognise
from vbgen.intake.sources.word_sheets import FRAME
from vbgen.word.body.taking import tag_line
from vbgen.word.package.lenient import open_package
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.document import read_document
from vbgen.word.reading.values import Paragraph, Table

_OF_FRAME = FRAME | {
    Part.TYPE, Part.SUBJECT, Part.EMPTY, Part.SECRECY, Part.URGENCY, Part.CIRCULATION, Part.DRAFTER,
}  # fmt: skip
SIGNATURE, ANNEX_REFERENCE = "signature", "annex-reference"  # shared parts of every kind


def body_of(path: Path) -> bytes:
    """The Word file without letterhead, number, subject, grounds, addressees, signature and recipients.

    Blank lines between the frame and the body go with the frame; those inside the body stay. Where annexes stand behind
    the signature, tags keep its place and that of the lines that say to which paper they belong.
    """
    package = open_package(path)
    paper = recognise(read_document(package))
    root = paper.document.roots[paper.document.main]
    for element, tag in list(_frame_blocks(paper)):
        parent = element.getparent()
        if parent is not None:
            if tag:
                element.addprevious(tag_line(tag))
            parent.remove(element)
    return pack({**package.members, package.main: serialised(root)})


def _frame_blocks(paper: Paper) -> Iterator[tuple[_Element, str]]:
    """Blocks of the frame that say something, and blank ones before and behind the body; the tag in their place."""
    roles = _roles(paper)
    blocks = list(paper.document.body)
    framed = {at for at, block in enumerate(blocks) if _is_frame(block, roles)}
    said = {at for at, block in enumerate(blocks) if _says(block)}
    inside = range(min(said - framed, default=0), max(said - framed, default=-1) + 1)
    tags = _tags(blocks[inside.start : inside.stop], roles)
    for at in sorted(framed):
        if at in said or at not in inside:
            yield blocks[at].element, tags.get(id(blocks[at]), "")


def _roles(paper: Paper) -> dict[int, Part]:
    """The part of each paragraph; whatever stands between the letterhead's lines belongs to it."""
    roles = dict(zip(map(id, paper.document.paragraphs), paper.roles, strict=True))
    head = (paper.document.paragraphs[at] for at in paper.letterhead)
    return roles | dict.fromkeys(map(id, head), Part.NATIONAL_NAME)


def _tags(inside: Sequence[Paragraph | Table], roles: Mapping[int, Part]) -> Mapping[int, str]:
    """The tag in the place of each block of the frame between body and annexes."""
    tags: dict[int, str] = {}
    for block in inside:
        tags[id(block)] = _tag_of(block, roles, is_signed=SIGNATURE in tags.values())
    return tags


def _tag_of(block: Paragraph | Table, roles: Mapping[int, Part], *, is_signed: bool) -> str:
    """What draws a block of the frame that stands between body and annexes; empty for what needs no place."""
    parts = {roles.get(id(item)) for item in _items(block)}
    if Part.SIGNER in parts and not is_signed:
        return SIGNATURE
    return ANNEX_REFERENCE if is_signed and Part.APPENDIX_REFERENCE in parts else ""


def _items(block: Paragraph | Table) -> Sequence[Paragraph]:
    return [block] if isinstance(block, Paragraph) else list(block.paragraphs)


def _is_frame(block: Paragraph | Table, roles: dict[int, Part]) -> bool:
    return all(roles.get(id(item), Part.OTHER) in _OF_FRAME for item in _items(block))


def _says(block: Paragraph | Table) -> bool:
    return any(item.plain for item in _items(block))
