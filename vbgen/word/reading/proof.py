"""Proof that what was to be shown is in the document: read back by another way than it was written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.package.bounds import OWN
from vbgen.word.package.package import read_package
from vbgen.word.package.xml import parse_xml, w

_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}
_QUOTED = 60  # characters of a value in a message


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that a tag printed: where it was to stand, its words, its tag."""

    member: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Proved:
    """A document with the values it must show."""

    document: bytes
    shown: tuple[Shown, ...]
    warnings: tuple[Problem, ...] = ()  # of the subdocuments that were put in


def verify(document: bytes, shown: Iterable[Shown]) -> tuple[Problem, ...]:
    """A problem for each value whose words are not in the part they were printed into, in their order."""
    contents = read_package(document, name=_("(kết quả)"), limits=OWN, external_ok=True).contents
    texts = {member: _text(contents[member], member) for member in {each.member for each in shown}}
    at = dict.fromkeys(texts, 0)
    problems = []
    for each in shown:
        words = _normal(each.text)
        text = texts[each.member]
        found = text.find(words, at[each.member])
        if found < 0 and words not in text:
            problems.append(_missing(each))
        elif found >= 0:
            at[each.member] = found + len(words)
    return tuple(problems)


def _missing(each: Shown) -> Problem:
    words = each.text if len(each.text) <= _QUOTED else each.text[: _QUOTED - 1] + "…"
    message = _("Giá trị “{words}” không có trong văn bản đã tạo.", words=words)
    return Problem("value-lost", message, each.place, hint=_("Hãy kiểm tra thẻ này trong mẫu."))


def _text(content: bytes, member: str) -> str:
    """The words of a part as a reader sees them, and those of its attributes and other texts after them."""
    root = parse_xml(content, member, member)
    shown = "".join(_pieces(root))
    return _normal(shown + "\0" + "\0".join(_others(root)))


def _pieces(root: etree._Element) -> Iterator[str]:
    for node in root.iter(etree.Element):
        if node.tag == w("t"):
            yield node.text or ""
        elif node.tag == w("p"):
            yield "\n"
        else:
            yield _SIGNS.get(str(node.tag), "")


def _others(root: etree._Element) -> Iterator[str]:
    for node in root.iter(etree.Element):
        if node.tag != w("t") and node.text and node.text.strip():
            yield node.text
        yield from (str(value) for value in node.attrib.values())


def _normal(text: str) -> str:
    """Breaks and pages count as one sign: Word keeps several kinds of them."""
    for sign in ("\r\n", "\r", "\a", "\f"):
        text = text.replace(sign, "\n")
    while "\n\n" in text:
        text = text.replace("\n\n", "\n")
    return text
