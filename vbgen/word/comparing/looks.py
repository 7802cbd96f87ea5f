"""How the styles and pages of two Word files differ, property by property."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from vbgen.word.package.package import read_package
from vbgen.word.package.parts import main_member
from vbgen.word.package.xml import parse_xml, w

_STYLES = "word/styles.xml"
_PAGE = ("pgSz", "pgMar", "cols", "titlePg")
Properties = Mapping[str, str]  # `rPr/sz@val` → `26`


@dataclass(frozen=True, slots=True)
class LookDifference:
    """A style or a section, and the properties that the two files give it otherwise."""

    name: str  # of the style; the number of the section
    is_page: bool
    properties: tuple[str, ...]  # `sz`, `b`, `jc`, `pgMar`; none where only one file has it
    is_own_alone: bool = False
    is_other_alone: bool = False


def look_differences(own: bytes, other: bytes, file: str) -> Iterator[LookDifference]:
    """The first file held against the second: styles by their names, then sections in order."""
    yield from _apart(_styles(own, file), _styles(other, file), is_page=False)
    yield from _apart(_sections(own, file), _sections(other, file), is_page=True)


def _apart(
    own: Mapping[str, Properties], other: Mapping[str, Properties], *, is_page: bool
) -> Iterator[LookDifference]:
    for name in dict.fromkeys((*own, *other)):
        if name not in own or name not in other:
            yield LookDifference(name, is_page, (), name not in other, name not in own)
        elif differing := _differing(own[name], other[name]):
            yield LookDifference(name, is_page, differing)


def _differing(own: Properties, other: Properties) -> tuple[str, ...]:
    """Names of the properties that are not alike, each once."""
    keys = sorted(key for key in {*own, *other} if own.get(key) != other.get(key))
    return tuple(dict.fromkeys(key.partition("@")[0].rpartition("/")[2] for key in keys))


def _styles(content: bytes, file: str) -> dict[str, Properties]:
    """Every style by the name that Word shows."""
    contents = read_package(content, external_ok=True).contents
    if _STYLES not in contents:
        return {}
    root = parse_xml(contents[_STYLES], file, _STYLES)
    return {_name(style): dict(_properties(style)) for style in root.iter(w("style"))}


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return str(name.get(w("val"))) if name is not None else str(style.get(w("styleId")))


def _properties(element: etree._Element) -> Iterator[tuple[str, str]]:
    for group in (w("pPr"), w("rPr")):
        for node in element.iterfind(f"{group}//*"):
            yield from _values(node)


def _values(node: etree._Element) -> Iterator[tuple[str, str]]:
    name = etree.QName(node).localname
    yield f"{name}@", ""  # that it is there
    for key, value in node.attrib.items():
        yield f"{name}@{etree.QName(key).localname}", str(value)


def _sections(content: bytes, file: str) -> dict[str, Properties]:
    """Every section by its number: sheet, margins, columns, first page."""
    contents = read_package(content, external_ok=True).contents
    member = main_member(contents, file)
    root = parse_xml(contents[member], file, member)
    return {
        str(number): dict(_of_page(section))
        for number, section in enumerate(root.iter(w("sectPr")), 1)
    }


def _of_page(section: etree._Element) -> Iterator[tuple[str, str]]:
    for name in _PAGE:
        if (node := section.find(w(name))) is not None:
            yield from _values(node)
