"""A Word file written again: unchanged members as they were, changed ones in their places."""

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element

from vbgen.word.package.zipwriter import zipped


def pack(members: Mapping[str, bytes]) -> bytes:
    """The members as a .docx, the list of content types first, as Word wants it."""
    order = sorted(members, key=_rank)
    return zipped({name: members[name] for name in order})


def _rank(name: str) -> tuple[bool, bool]:
    return name != "[Content_Types].xml", not name.startswith("_rels/")


def serialised(root: _Element) -> bytes:
    """An XML member as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
