"""Numbered lists of a fragment, taken over under numbers that the host has free."""

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from vbgen.word.package.relations import NUMBERING
from vbgen.word.package.xml import W, parse_xml, w, xml_bytes
from vbgen.word.template.fragments.carrying_styles import add_part, related_part

_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def carry_numbering(
    blocks: Sequence[etree._Element], source: Mapping[str, bytes], file: str, host: dict[str, bytes]
) -> None:
    """Copy the lists that the blocks use and point the blocks at the copies."""
    uses = _uses(blocks)
    theirs = related_part(source, file, NUMBERING)
    if not uses or not theirs:
        return
    ours = related_part(host, file, NUMBERING)
    root = _lists(host, file, ours)
    lists = parse_xml(source[theirs], file, theirs)
    fresh = {old: _copy(lists, root, old) for old in set(map(_numbered, uses))}
    for use in uses:
        use.set(w("val"), fresh[_numbered(use)])
    host[ours or "word/numbering.xml"] = xml_bytes(root)
    if not ours:
        add_part(host, file, "word/numbering.xml", NUMBERING, _MIME)


def _uses(blocks: Sequence[etree._Element]) -> list[etree._Element]:
    """Where the blocks name a list."""
    every = (use for block in blocks for use in block.iter(w("numId")))
    return [use for use in every if _numbered(use) != "0"]


def _numbered(use: etree._Element) -> str:
    """The number of the list that a paragraph belongs to; "0" for none."""
    return str(use.get(w("val"), "0"))


def _lists(host: Mapping[str, bytes], file: str, part: str) -> etree._Element:
    if part:
        return parse_xml(host[part], file, part)
    return etree.Element(w("numbering"), nsmap={"w": W})


def _copy(source: etree._Element, host: etree._Element, number: str) -> str:
    """The host's number for list `number` of the source, copied with its definition."""
    old = _find(source, "num", "numId", number)
    definition = None if old is None else old.find(w("abstractNumId"))
    abstract = None
    if definition is not None:
        abstract = _find(source, "abstractNum", "abstractNumId", str(definition.get(w("val"))))
    if old is None or abstract is None:
        return "0"
    fresh_abstract = str(_highest(host, "abstractNum", "abstractNumId") + 1)
    fresh = str(_highest(host, "num", "numId") + 1)
    abstract, num = deepcopy(abstract), deepcopy(old)
    abstract.set(w("abstractNumId"), fresh_abstract)
    for identity in list(
        abstract.iter(w("nsid"))
    ):  # two definitions with one identity are merged by Word
        abstract.remove(identity)
    num.set(w("numId"), fresh)
    num[0].set(w("val"), fresh_abstract)
    host.insert(len(list(host.iterchildren(w("numPicBullet"), w("abstractNum")))), abstract)
    host.append(num)
    return fresh


def _find(root: etree._Element, name: str, key: str, value: str) -> etree._Element | None:
    return next((each for each in root.iterchildren(w(name)) if each.get(w(key)) == value), None)


def _highest(root: etree._Element, name: str, key: str) -> int:
    return max((int(str(each.get(w(key)))) for each in root.iterchildren(w(name))), default=0)
