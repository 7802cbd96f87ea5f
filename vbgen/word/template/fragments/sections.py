"""Pages of a fragment among those of its host: the host's page numbers go on, a landscape table keeps its page."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from vbgen.word.package.xml import w

_MARGIN_PARTS = (w("headerReference"), w("footerReference"))
_OF_FIRST = ("titlePg", "pgNumType")  # what the first section of a paper says for all
_BEFORE_TITLE = tuple(
    w(name)
    for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")
)


def governing_section(paragraph: etree._Element) -> etree._Element | None:
    """The section that a paragraph of the text itself belongs to; None for one in a cell or box."""
    parent = paragraph.getparent()
    if parent is None or parent.tag != w("body"):
        return None
    for block in paragraph.itersiblings():
        own = block if block.tag == w("sectPr") else block.find(f"{w('pPr')}/{w('sectPr')}")
        if own is not None:
            return own
    return None


def settle_sections(
    blocks: Sequence[etree._Element], last: etree._Element | None, host: etree._Element | None
) -> None:
    """Sections that came with `blocks` take the host's page numbers and, where they stand upright, its page.

    `last` is what the end of a body says of its pages: what follows the body goes on in that; None for a fragment
    whose end says nothing.
    """
    came = _sections(blocks)
    if host is None:
        return
    if came:
        _hand_over(host, came[0])
    if last is None:
        return
    for section in came:
        suit = _take_page if _is_landscape(section) is _is_landscape(host) else _turn_paper
        suit(section, host)
    if _is_landscape(last) is not _is_landscape(host):
        _turn_paper(last, host)
        _take_page(host, last)


def _sections(blocks: Sequence[etree._Element]) -> list[etree._Element]:
    return [section for block in blocks for section in block.iter(w("sectPr"))]


def _hand_over(host: etree._Element, first: etree._Element) -> None:
    """The first section of the text shows the host's margins; those after it go on with them."""
    for number, reference in enumerate(host.findall(name) for name in _MARGIN_PARTS):
        for each in reference:
            first.insert(number, deepcopy(each))
    for name in _OF_FIRST:
        for each in host.findall(w(name)):
            host.remove(each)
            if first.find(w(name)) is None:
                _place(first, each)


def _place(section: etree._Element, element: etree._Element) -> None:
    """`titlePg` and `pgNumType` stand before the grid and after the margins of the page."""
    later = [each for each in section if each.tag in _BEFORE_TITLE]
    if element.tag == w("pgNumType"):
        later = [each for each in section if each.tag in (w("titlePg"), *_BEFORE_TITLE, w("cols"))]
    section.insert(section.index(later[0]) if later else len(section), element)


def _is_landscape(section: etree._Element) -> bool:
    size = section.find(w("pgSz"))
    return size is not None and size.get(w("orient")) == "landscape"


def _turn_paper(section: etree._Element, other: etree._Element) -> None:
    """The other's paper, lying where that stands."""
    size, of_other = section.find(w("pgSz")), other.find(w("pgSz"))
    if size is not None and of_other is not None:
        for one, turned in (("w", "h"), ("h", "w")):
            size.set(w(one), str(of_other.get(w(turned))))


def _take_page(section: etree._Element, other: etree._Element) -> None:
    """Paper and margins of the other section."""
    for name in ("pgSz", "pgMar"):
        old, new = section.find(w(name)), other.find(w(name))
        if old is not None and new is not None:
            section.replace(old, deepcopy(new))
