"""Numbered lists of a print file: each document's begin anew."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from vbgen.word.package.xml import parse_xml, w

if TYPE_CHECKING:
    from vbgen.word.printfile.print_parts import Parts

NUMBERING = "word/numbering.xml"
_USED = re.compile(r'(<w:numId w:val=")([1-9]\d*)(?=")')
_DURABLE_ID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}durableId"


class Lists:
    """The lists of the first document; for each document after it, copies that start again.

    Only lists that paragraphs name themselves: those that hang on a style go on counting.
    """

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        source = contents.get(NUMBERING)
        self._root = parse_xml(source, "", NUMBERING) if source else None
        numbers = [] if self._root is None else self._root.findall(w("num"))
        self._numbers = {str(number.get(w("numId"))): number for number in numbers}
        self._next = max((int(number) for number in self._numbers), default=0) + 1
        self._added = False

    def begun_anew(self, blocks: str) -> str:
        """The blocks of one more document, on lists of their own."""
        if not self._numbers or "<w:numId " not in blocks:
            return blocks
        fresh: dict[str, str] = {}

        def own(match: "re.Match[str]") -> str:
            if match[2] not in self._numbers:
                return match[0]
            if match[2] not in fresh:
                fresh[match[2]] = self._copied(self._numbers[match[2]])
            return match[1] + fresh[match[2]]

        return _USED.sub(own, blocks)

    def put(self, parts: "Parts") -> None:
        """The lists into the package, if there are new ones."""
        if self._added and self._root is not None:
            parts.replace(
                NUMBERING,
                etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True),
            )

    def _copied(self, number: etree._Element) -> str:
        copy = etree.fromstring(etree.tostring(number))
        copy.set(w("numId"), str(self._next))
        copy.attrib.pop(_DURABLE_ID, "")
        for level, start in self._starts(number).items():
            override = next(
                (each for each in copy.findall(w("lvlOverride")) if each.get(w("ilvl")) == level),
                None,
            )
            if override is None:
                override = etree.SubElement(copy, w("lvlOverride"), {w("ilvl"): level})
            if override.find(w("startOverride")) is None:
                override.insert(0, etree.Element(w("startOverride"), {w("val"): start}))
        last = [*self._root.iter(w("num"))][-1] if self._root is not None else number
        last.addnext(copy)
        self._next, self._added = self._next + 1, True
        return str(self._next - 1)

    def _starts(self, number: etree._Element) -> dict[str, str]:
        """Level → the number that its abstract list starts with."""
        named = number.find(w("abstractNumId"))
        wanted = named.get(w("val")) if named is not None else None
        for abstract in self._root.findall(w("abstractNum")) if self._root is not None else ():
            if abstract.get(w("abstractNumId")) == wanted:
                return {
                    str(level.get(w("ilvl"))): _start(level) for level in abstract.findall(w("lvl"))
                }
        return {}


def _start(level: etree._Element) -> str:
    start = level.find(w("start"))
    return str(start.get(w("val"), "1")) if start is not None else "0"
