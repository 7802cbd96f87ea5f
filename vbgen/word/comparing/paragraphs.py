"""The paragraphs of a Word file with their places, as the checks of templates count them."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from vbgen.errors import Place
from vbgen.word.package.package import Package, read_package
from vbgen.word.package.parts import main_member, template_parts
from vbgen.word.package.xml import parse_xml, w, xml_text
from vbgen.word.template.language.placing import paragraph_places

_LINE_ENDS = {w("br"): " ", w("cr"): " ", w("tab"): "\t"}


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """The text of a paragraph, tags and all, and where it stands."""

    place: Place
    text: str


def placed_paragraphs(content: bytes, file: str) -> Iterator[PlacedParagraph]:
    """Every paragraph of every part that may hold tags; UnreadableFileError for what is no Word file."""
    package = read_package(content, external_ok=True)
    for member, label in template_parts(package.contents, file):
        root = parse_xml(package.contents[member], file, member)
        places = paragraph_places(xml_text(root), file, label)
        for place, paragraph in zip(places, root.iter(w("p")), strict=True):
            yield PlacedParagraph(place, _text(paragraph))


def numbers_of_places(content: bytes, file: str) -> dict[Place, int]:
    """Place → how many paragraphs stand before it in the body, where alone comments can stand."""
    package = read_package(content, external_ok=True)
    member = main_member(package.contents, file)
    label = dict(template_parts(package.contents, file)).get(member, "")
    places = paragraph_places(_body(package, member, file), file, label)
    return {place: number for number, place in enumerate(places)}


def _body(package: Package, member: str, file: str) -> str:
    return xml_text(parse_xml(package.contents[member], file, member))


def _text(paragraph: etree._Element) -> str:
    """What stands in the paragraph itself, not in boxes that hang on it."""
    nodes = paragraph.iter(w("t"), *_LINE_ENDS)
    own = (node for node in nodes if next(node.iterancestors(w("p"))) is paragraph)
    return "".join(_LINE_ENDS.get(str(node.tag), node.text or "") for node in own)
