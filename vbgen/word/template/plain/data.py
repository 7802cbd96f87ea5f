"""Values of a paper as plain JSON: text, numbers, lists and mappings; what is more than text says how it is made.

`{"$rich": […]}` is text in several formats, as docxtpl's RichText takes it, `{"$listing": …}` text with breaks,
`{"$picture": …}` a picture by its file, `{"$xml": …}` WordprocessingML for what none of these can say.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from vbgen.word.drawing import drawing
from vbgen.word.drawing.images import read_image
from vbgen.word.package.characters import PAGE_MARK, PARAGRAPH_MARK, escaped
from vbgen.word.package.xml import W, w
from vbgen.word.template.printable import word
from vbgen.word.template.values.pictures import content_of
from vbgen.word.template.values.rich import (
    Listing,
    PageBreak,
    Picture,
    RichText,
    RichTextParagraph,
    RuleLine,
)

ITEM = "[]"
RELATION = "vbgen-picture"  # stands in a drawing for the relationship to its picture
_NUMBER = 1  # docxtpl gives each drawing a number of its own
_SHOWN = (RichText, RichTextParagraph, Listing, RuleLine, Picture, PageBreak)
_ROW = (list, tuple, set, frozenset)
_FLAGS = {
    w("b"): "bold",
    w("i"): "italic",
    w("strike"): "strike",
}  # of a run's format, as RichText calls them
_NAMED = {
    w("rStyle"): "style",
    w("color"): "color",
    w("u"): "underline",
    w("sz"): "size",
    w("szCs"): "size",
}

Tree = dict[str, "Tree"]  # names that a template uses, each with those behind its dot


def tree_of(paths: Iterable[str]) -> Tree:
    """`a.b[].c` as `{"a": {"b": {"[]": {"c": {}}}}}`."""
    tree: Tree = {}
    for path in paths:
        branch = tree
        for step in path.replace(ITEM, f".{ITEM}").split("."):
            branch = branch.setdefault(step, {})
    return tree


def as_word(value: object) -> object:
    """A value by itself: truth values, numbers and nothing as they are, all that is printed as text; true for a thing.

    A row is taken item by item.
    """
    if isinstance(value, _ROW):
        return [as_word(each) for each in value]
    if value is None or value.__class__ in (bool, int, float):
        return value
    found = word(value)
    return True if found is None else str(found)


@dataclass(slots=True)
class Plain:
    """Makes values plain; pictures are put apart under names that follow from their contents."""

    pictures: dict[str, bytes] = field(default_factory=dict)

    def of(self, value: Any, used: Tree) -> object:  # noqa: ANN401 - whatever a paper says
        """The value with what `used` names of it."""
        if isinstance(value, _SHOWN):
            return self._shown(value)
        if isinstance(value, _ROW):
            return [self.of(each, used.get(ITEM, {})) for each in value]
        return self._parts(value, used) or as_word(value)

    def _parts(self, value: Any, used: Tree) -> dict[str, object]:  # noqa: ANN401 - as above
        """What is used of a thing with names; a mapping is taken whole."""
        if isinstance(value, Mapping):
            inside = used.get(ITEM, {})
            return {str(key): self.of(each, used.get(key, inside)) for key, each in value.items()}
        names = [name for name in used if name != ITEM and hasattr(value, name)]
        return {name: self.of(getattr(value, name), used[name]) for name in names}

    def _shown(self, value: object) -> object:
        match value:
            case RichText():  # docxtpl's is always true, an empty text is not
                return _runs(value) if value else ""
            case RichTextParagraph():
                return {
                    "$xml": "".join(_paragraph(rich, style) for rich, style in value.paragraphs)
                }
            case Listing():
                return {"$listing": value.text}
            case RuleLine():
                return _in_run(drawing.rule_line(value.width_mm, value.weight_pt, _NUMBER))
            case Picture():
                return self._picture(value)
            case _:
                return _in_run('<w:br w:type="page"/>')

    def _picture(self, value: Picture) -> object:
        content = content_of(value.image, value.width_mm, value.height_mm)
        image = read_image(content)
        if image is None:
            return ""
        name = f"pictures/{hashlib.sha256(content).hexdigest()[:16]}.{image.extension}"
        self.pictures[name] = content
        size = drawing.size_of(value.width_mm, value.height_mm, image)
        if image.extension == "emf":  # which python-docx does not place by itself
            drawn = drawing.picture(size, _NUMBER, RELATION, str(value.alt))
            return {"$picture": name, **_in_run(drawn)}
        return {"$picture": name, "width": size[0], "height": size[1]}


def _in_run(xml: str) -> dict[str, str]:
    """What stands inside a run, between two of its texts."""
    return {"$xml": f'</w:t>{xml}<w:t xml:space="preserve">'}


def _runs(value: RichText) -> dict[str, object]:
    xml = value.xml.replace(PARAGRAPH_MARK, "\a").replace(PAGE_MARK, "\f")
    if value.links:
        return {"$xml": xml, "$links": list(value.links)}
    if "<vb-" in xml:
        return {"$xml": xml}
    runs = [_run(run) for run in etree.fromstring(f'<w:p xmlns:w="{W}">{xml}</w:p>')]
    return {"$rich": runs} if all(runs) else {"$xml": xml}


def _run(run: etree._Element) -> dict[str, object]:
    """A run as RichText takes it; nothing for one that holds or looks like more."""
    signs = [_sign(child) for child in run if child.tag != w("rPr")]
    form = [_format(each) for each in run.iterfind(f"{w('rPr')}/*")]
    if run.tag != w("r") or None in signs or None in form:
        return {}
    return {"text": "".join(filter(None, signs)), **dict(filter(None, form))}


def _sign(element: etree._Element) -> str | None:
    if element.tag == w("br") and not element.attrib:
        return "\n"
    if element.tag == w("t"):
        return element.text or ""
    return "\t" if element.tag == w("tab") else None


def _format(element: etree._Element) -> tuple[str, object] | None:
    if element.tag in _FLAGS and not element.attrib:
        return _FLAGS[element.tag], True
    name, value = _NAMED.get(str(element.tag)), str(element.get(w("val")))
    if name is None:
        return None
    return name, int(value) if name == "size" else value


def _paragraph(value: RichText, style: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{escaped(style)}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{value.xml}</w:p>"
