"""Values made with docxtpl's own classes, taken as ours."""

from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from vbgen.docx.characters import LINE, PAGE_MARK, PARAGRAPH_MARK, TAB
from vbgen.docx.values import Listing, Picture, RichText, RichTextParagraph, Subdocument

_EMU_MM = 36_000
_SIGNS = (("\n", LINE), ("\t", TAB), ("\a", PARAGRAPH_MARK), ("\f", PAGE_MARK))


def from_docxtpl(value: object) -> object:
    """Our counterpart of a docxtpl value; any other value as it is."""
    kind = type(value)
    if not kind.__module__.startswith("docxtpl."):
        return value
    if kind.__name__ == "RichText":
        return _rich(str(value))
    if kind.__name__ == "RichTextParagraph":
        return _paragraphs(str(value))
    if kind.__name__ == "Listing":
        return Listing(_unescaped(str(value)))
    if kind.__name__ == "InlineImage":
        return _picture(value)
    return _subdocument(value) if kind.__name__ == "Subdoc" else value


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
    return "".join(_unescaped(piece.split("</w:t>", 1)[0]) for piece in xml.split('<w:t xml:space="preserve">')[1:])


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
