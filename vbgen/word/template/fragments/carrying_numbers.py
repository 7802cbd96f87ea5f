"""Numbered lists of a fragment, taken over under numbers that the host has free; lists that count on stay one."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from vbgen.word.package.relations import NUMBERING
from vbgen.word.package.xml import W, parse_xml, w, xml_bytes
from vbgen.word.template.fragments.carrying_styles import StylesTaken, add_part, related_part

_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_LINKS = ("pStyle", "styleLink", "numStyleLink")


def carry_numbering(
    blocks: Sequence[etree._Element],
    styles: StylesTaken,
    source: Mapping[str, bytes],
    file: str,
    host: dict[str, bytes],
) -> None:
    """Copy the lists that blocks and styles use, point these at the copies, and keep the styles."""
    uses = list(_uses([*blocks, *styles.came]))
    theirs = related_part(source, file, NUMBERING)
    if uses and theirs:
        ours = related_part(host, file, NUMBERING)
        lists = _Lists(parse_xml(source[theirs], file, theirs), _lists(host, file, ours), styles)
        for use in uses:
            use.set(w("val"), lists.number(_numbered(use)))
        host[ours or "word/numbering.xml"] = xml_bytes(lists.host)
        if not ours:
            add_part(host, file, "word/numbering.xml", NUMBERING, _MIME)
    styles.keep(host)


def _uses(blocks: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Where the blocks name a list."""
    every = (use for block in blocks for use in block.iter(w("numId")))
    yield from (use for use in every if _numbered(use) != "0")


def _numbered(use: etree._Element) -> str:
    """The number of the list that a paragraph belongs to; "0" for none."""
    return str(use.get(w("val"), "0"))


def _lists(host: Mapping[str, bytes], file: str, part: str) -> etree._Element:
    if part:
        return parse_xml(host[part], file, part)
    return etree.Element(w("numbering"), nsmap={"w": W})


@dataclass(slots=True, eq=False)
class _Lists:
    """The lists of a fragment, and those of the host, which grow."""

    source: etree._Element
    host: etree._Element
    styles: StylesTaken
    fresh: dict[str, str] = field(default_factory=dict)  # number in the fragment → in the host
    definitions: dict[str, str] = field(default_factory=dict)  # the same of definitions

    def number(self, old: str) -> str:
        """The host's number for a list of the fragment, copied when it is asked for first; "0" where there is none."""
        if old not in self.fresh:
            self.fresh[old] = self._copied(old)
        return self.fresh[old]

    def _copied(self, old: str) -> str:
        found = _find(self.source, "num", "numId", old)
        named = None if found is None else found.find(w("abstractNumId"))
        definition = "" if named is None else self._definition(str(named.get(w("val"))))
        if found is None or not definition:
            return "0"
        num, fresh = deepcopy(found), str(_highest(self.host, "num", "numId") + 1)
        num.set(w("numId"), fresh)
        num[0].set(w("val"), definition)
        self._adapt(num)
        after = [
            each
            for each in self.host
            if each.tag in {w("numPicBullet"), w("abstractNum"), w("num")}
        ]
        self.host.insert(len(after), num)
        return fresh

    def _definition(self, old: str) -> str:
        """The host's number for a definition, copied once: lists of one definition count on together."""
        if old not in self.definitions:
            found = _find(self.source, "abstractNum", "abstractNumId", old)
            self.definitions[old] = "" if found is None else self._copied_definition(found)
        return self.definitions[old]

    def _copied_definition(self, found: etree._Element) -> str:
        abstract, fresh = (
            deepcopy(found),
            str(_highest(self.host, "abstractNum", "abstractNumId") + 1),
        )
        abstract.set(w("abstractNumId"), fresh)
        for element in list(abstract.iter(w("nsid"), w("lvlPicBulletId"))):
            parent = element.getparent()  # two definitions with one identity are merged by Word
            if parent is not None:
                parent.remove(element)
        self._adapt(abstract)
        before = list(self.host.iterchildren(w("numPicBullet"), w("abstractNum")))
        self.host.insert(len(before), abstract)
        return fresh

    def _adapt(self, element: etree._Element) -> None:
        """Styles that a list names, by what the host calls them."""
        for link in element.iter(*map(w, _LINKS)):
            name = str(link.get(w("val")))
            link.set(w("val"), self.styles.names.get(name, name))


def _find(root: etree._Element, name: str, key: str, value: str) -> etree._Element | None:
    return next((each for each in root.iterchildren(w(name)) if each.get(w(key)) == value), None)


def _highest(root: etree._Element, name: str, key: str) -> int:
    return max((int(str(each.get(w(key)))) for each in root.iterchildren(w(name))), default=0)
