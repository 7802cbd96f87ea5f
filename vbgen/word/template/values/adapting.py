"""Values made with docxtpl's own classes, taken as ours."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from vbgen.word.package.characters import LINE, PAGE_MARK, PARAGRAPH_MARK, TAB
from vbgen.word.template.values.rich import (
    Listing,
    Picture,
    RichText,
    RichTextParagraph,
    Subdocument,
)

_EMU_MM = 36_000
_SIGNS = (("\n", LINE), ("\t", TAB), ("\a", PARAGRAPH_MARK), ("\f", PAGE_MARK))


def is_of_docxtpl(value: object) -> bool:
    """Whether the value is one of docxtpl's own."""
    return bool(_docxtpl_name(value))


def from_docxtpl(value: object) -> object:
    """Our counterpart of a docxtpl value; any other value as it is."""
    name = _docxtpl_name(value)
    return _COUNTERPARTS[name](value) if name else value


def _docxtpl_name(value: object) -> str:
    """Name of the docxtpl class that the value is of, or is derived from."""
    kinds = (kind for kind in type(value).__mro__ if kind.__module__.startswith("docxtpl."))
    return next((kind.__name__ for kind in kinds if kind.__name__ in _COUNTERPARTS), "")


def _listing(value: object) -> Listing:
    return Listing(_unescaped(str(value)))


def _rich_text(value: object) -> RichText:
    return _rich(str(value))


def _rich_paragraph(value: object) -> RichTextParagraph:
    return _paragraphs(str(value))


def _rich(xml: str) -> RichText:
    rich = RichText()
    rich.text = _words(xml)
    rich.xml = _marked(xml)
    return rich


def _marked(xml: str) -> str:
    for sign, mark in _SIGNS:
        xml = xml.replace(sign, mark)
    return xml


def _paragraphs(xml: str) -> RichTextParagraph:
    paragraphs = RichTextParagraph()
    for chunk in xml.split("<w:p>")[1:]:
        inside, style = chunk.removesuffix("</w:p>"), ""
        if inside.startswith("<w:pPr>"):
            properties, inside = inside.split("</w:pPr>", 1)
            style = properties.split('w:val="', 1)[1].split('"', 1)[0]
        paragraphs.add(_rich(inside), style)
    return paragraphs


def _words(xml: str) -> str:
    return "".join(
        _unescaped(piece.split("</w:t>", 1)[0])
        for piece in xml.split('<w:t xml:space="preserve">')[1:]
    )


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)


def _subdocument(value: Any) -> Subdocument:  # noqa: ANN401 - docxtpl has no types
    """Docxtpl keeps what a subdocument needs in the package of its template."""
    buffer = BytesIO()
    value.docx.save(buffer)
    return Subdocument(buffer.getvalue(), body=etree.tostring(value.subdocx.element.body))


def _image(source: Any) -> bytes | Path:  # noqa: ANN401 - a path, or anything that can be read
    if hasattr(source, "read"):
        source.seek(0)
        return bytes(source.read())
    return Path(source)


def _picture(value: object) -> Picture:
    source = getattr(value, "image_descriptor", b"")
    width, height = getattr(value, "width", None), getattr(value, "height", None)
    return Picture(_image(source), width and width / _EMU_MM, height and height / _EMU_MM)


_COUNTERPARTS: dict[str, Callable[[object], object]] = {
    "RichText": _rich_text,
    "RichTextParagraph": _rich_paragraph,
    "Listing": _listing,
    "InlineImage": _picture,
    "Subdoc": _subdocument,
}
