"""A METS file of a package read: what it lists, what it describes, and what its map ties together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from vbgen.archive.sip import names

_SPACES = {"m": names.METS_NS, "x": names.XLINK_NS}
_PAIR = "MetadataLink/File"
_HREF, _TITLE = f"{{{names.XLINK_NS}}}href", f"{{{names.XLINK_NS}}}title"


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file as METS tells of it."""

    id: str
    href: str
    size: str
    checksum: str
    mimetype: str
    use: str  # group; empty for a description


@dataclass(frozen=True, slots=True)
class MetsRead:
    """What a METS file says."""

    root: etree._Element
    listed: tuple[ListedFile, ...]

    @property
    def described_ids(self) -> list[str]:
        """Ids of descriptions that the map uses."""
        divisions = self.root.iterfind(".//m:div", _SPACES)
        return " ".join(one.get("DMDID", "") for one in divisions).split()

    @property
    def pointed_ids(self) -> list[str]:
        """Ids of files that the map uses, outside of the pairs."""
        return [
            str(one.get("FILEID"))
            for division in self.root.iterfind(".//m:div", _SPACES)
            if division.get("LABEL") != _PAIR
            for one in division.iterfind("m:fptr", _SPACES)
        ]

    @property
    def pointers(self) -> dict[str, str]:
        """Titles (ids of groups) → places of other METS files."""
        found = self.root.iterfind(".//m:mptr", _SPACES)
        return {str(one.get(_TITLE)): str(one.get(_HREF)) for one in found}

    @property
    def groups(self) -> dict[str, str]:
        """Ids of groups → their use."""
        found = self.root.iterfind(".//m:fileGrp", _SPACES)
        return {str(one.get("ID")): str(one.get("USE")) for one in found}

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Places of description and document that are tied."""
        places = {one.id: one.href for one in self.listed}
        found = self.root.iterfind(f".//m:div[@LABEL='{_PAIR}']", _SPACES)
        return [
            (places.get(str(one.get("DMDID")), ""), places.get(_pointed(one), "")) for one in found
        ]


def read_xml(content: bytes) -> etree._Element | None:
    """The root of an XML text; None for what is none, or declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    declared: Any = root.getroottree().docinfo  # the stubs have no `doctype`
    return None if declared.doctype else root


def read_mets(root: etree._Element) -> MetsRead:
    """What it says."""
    return MetsRead(root, tuple(_listed(root)))


def _listed(root: etree._Element) -> Iterator[ListedFile]:
    for section in root.iterfind("m:dmdSec", _SPACES):
        for reference in section.iterfind("m:mdRef", _SPACES):
            yield _file(str(section.get("ID")), reference.get(_HREF), _words(reference), "")
    for group in root.iterfind(".//m:fileGrp", _SPACES):
        for one in group.iterfind("m:file", _SPACES):
            place = one.find("m:FLocat", _SPACES)
            href = None if place is None else place.get(_HREF)
            yield _file(str(one.get("ID")), href, _words(one), str(group.get("USE")))


def _file(identity: str, href: object, words: Mapping[str, str], use: str) -> ListedFile:
    return ListedFile(
        identity,
        unquote(str(href or "")),
        size=words.get("SIZE", ""),
        checksum=words.get("CHECKSUM", ""),
        mimetype=words.get("MIMETYPE", ""),
        use=use,
    )


def _pointed(division: etree._Element) -> str:
    found = division.find("m:fptr", _SPACES)
    return "" if found is None else str(found.get("FILEID"))


def _words(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}
