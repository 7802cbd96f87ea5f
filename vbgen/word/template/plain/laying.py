"""A template with its fragments in place, as a Word file that needs no library of fragments."""

import re
from collections.abc import Callable

from lxml import etree

from vbgen.errors import TemplateError
from vbgen.messages import _
from vbgen.word.drawing.drawing_ids import renumber
from vbgen.word.package.package import read_package
from vbgen.word.package.parts import template_parts
from vbgen.word.package.writing import pack
from vbgen.word.package.xml import parse_xml, w, xml_bytes, xml_text
from vbgen.word.template.fragments.including import Includer
from vbgen.word.template.fragments.library import Fragments
from vbgen.word.template.language.placing import ORIGIN
from vbgen.word.template.language.repeated import unique_ranges

Rewrite = Callable[[str], str]  # a whole tag → the tag as plain docxtpl takes it

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def laid_out(template: bytes, name: str, fragments: Fragments | None, rewrite: Rewrite) -> bytes:
    """The Word file with every fragment's body in place and every tag as `rewrite` gives it.

    TemplateError where a fragment is missing or cannot stand in another file.
    """
    package = read_package(template, name=name)
    includer = Includer(dict(package.contents), name, fragments)
    parts = template_parts(package.contents, name)
    roots = {member: includer.include(member, label) for member, label in parts}
    if includer.problems:
        raise TemplateError(_("Mẫu “{name}” có lỗi.", name=name), tuple(includer.problems))
    renumber(roots)
    for member, root in roots.items():
        _rewrite_tags(root, rewrite)
        includer.contents[member] = _finished(root, name, member)
    return pack(includer.contents)


def _finished(root: etree._Element, name: str, member: str) -> bytes:
    """The part without marks of ours, its bookmarks each once."""
    for block in root.iter(etree.Element):
        block.attrib.pop(ORIGIN, "")
    return xml_bytes(parse_xml(unique_ranges(xml_text(root)).encode(), name, member))


def _rewrite_tags(root: etree._Element, rewrite: Rewrite) -> None:
    for paragraph in root.iter(w("p")):
        nodes = [node for node in paragraph.iter(w("t")) if _paragraph_of(node) is paragraph]
        text = "".join(node.text or "" for node in nodes)
        for match in reversed(list(_TAG.finditer(text))):
            plain = rewrite(match[0])
            if plain != match[0]:
                _put(nodes, match.start(), match.end(), plain)


def _paragraph_of(node: etree._Element) -> etree._Element | None:
    return next(node.iterancestors(w("p")), None)


def _put(nodes: list[etree._Element], start: int, end: int, text: str) -> None:
    """`text` in place of the letters from `start` to `end`, whichever nodes they lie in; its format is the first's."""
    at, rest = 0, text
    for node in nodes:
        words = node.text or ""
        first, last = max(start - at, 0), min(end - at, len(words))
        if first < last:
            node.text = f"{words[:first]}{rest}{words[last:]}"
            rest = ""
        at += len(words)
