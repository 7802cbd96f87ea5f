"""A template as a Word file: the parts, zipped with fixed dates, so that the same source gives the same bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from vbgen.word.package.zipwriter import zipped
from vbgen.word.source.body import body
from vbgen.word.source.border import Backdrop, plain_backdrop
from vbgen.word.source.ooxml import DECLARATION, NAMESPACES
from vbgen.word.source.page import (
    border_header,
    empty_header,
    page_number_header,
    section_properties,
)
from vbgen.word.source.styles import FONT, styles_part

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BORDER = "word/header3.xml"  # only where a page has a border
_PARTS = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/header2.xml": f"{_WORD}.header+xml",
    _BORDER: f"{_WORD}.header+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


@dataclass(frozen=True, slots=True)
class Looks:
    """What a template has of its own beside its text: changed styles, and what stands behind it."""

    styles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    backdrop: Backdrop | None = None
    fonts: Mapping[str, str] = field(default_factory=dict)  # further fonts → what to take without


def build(source: Path) -> bytes:
    """The .docx that the readable source at `source` describes."""
    root = etree.parse(source, _parser()).getroot()
    bordered = any(element.get("page") == "certificate" for element in root.iter())
    return package(root, Looks(backdrop=plain_backdrop() if bordered else None))


def built_text(source: str, looks: Looks) -> bytes:
    """The .docx that a readable source describes, with looks of its own."""
    return package(etree.fromstring(source.encode(), _parser()), looks)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(remove_comments=True, resolve_entities=False)


def package(root: etree._Element, looks: Looks) -> bytes:
    """The parts, zipped."""
    bordered = looks.backdrop is not None
    parts = {
        "[Content_Types].xml": _content_types(bordered=bordered),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(root.get("title", "")),
        "word/_rels/document.xml.rels": _document_relations(bordered=bordered),
        "word/document.xml": _document(root),
        "word/fontTable.xml": font_table(looks.fonts),
        "word/header1.xml": page_number_header(),
        "word/header2.xml": empty_header(),
        **({_BORDER: border_header(looks.backdrop)} if looks.backdrop else {}),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_part(looks.styles),
    }
    return zipped({name: content.encode() for name, content in parts.items()})


def _document(root: etree._Element) -> str:
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body(root)}{section_properties(root)}</w:body></w:document>"


def _content_types(*, bordered: bool) -> str:
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in _PARTS.items()
        if bordered or name != _BORDER
    )
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>'


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'


def _relations(*entries: str) -> str:
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{"".join(entries)}</Relationships>'


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations(
        _relation("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
        _relation("rId2", core, "docProps/core.xml"),
    )


def _document_relations(*, bordered: bool) -> str:
    border = _relation("rIdBorder", f"{_OFFICE}/header", "header3.xml")
    return _relations(
        _relation("rIdStyles", f"{_OFFICE}/styles", "styles.xml"),
        _relation("rIdSettings", f"{_OFFICE}/settings", "settings.xml"),
        _relation("rIdFonts", f"{_OFFICE}/fontTable", "fontTable.xml"),
        _relation("rIdPageNumber", f"{_OFFICE}/header", "header1.xml"),
        _relation("rIdFirst", f"{_OFFICE}/header", "header2.xml"),
        *([border] if bordered else []),
    )


def font_table(others: Mapping[str, str]) -> str:
    """The fonts, each with the one that Word takes where a machine lacks it."""
    roman = '<w:family w:val="roman"/>'
    known = [f'<w:font w:name="{FONT}">{roman}</w:font>']
    known += [
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/>{roman}</w:font>'
        for name, instead in others.items()
    ]
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{''.join(known)}</w:fonts>"


def _settings() -> str:
    compatibility = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="720"/>{compatibility}<w:themeFontLang w:val="vi-VN"/></w:settings>'
    )


def _core(title: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
