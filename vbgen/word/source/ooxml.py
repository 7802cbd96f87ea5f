"""Words of WordprocessingML: the namespaces and the small pieces that the builders share."""

from html import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(millimetres: float) -> int:
    """Twentieths of a point, the unit of page and paragraph measures."""
    return round(millimetres * 1440 / 25.4)


def tag(name: str, content: str = "", /, **attributes: object) -> str:
    """`<w:name w:key="value">content</w:name>`; attributes that are None are left out."""
    written = "".join(
        f' w:{key}="{escape(str(value))}"' for key, value in attributes.items() if value is not None
    )
    return f"<w:{name}{written}>{content}</w:{name}>" if content else f"<w:{name}{written}/>"


def run(text: str, properties: str = "") -> str:
    """A run of plain text; its blanks are kept."""
    words = f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    return f"<w:r>{properties and tag('rPr', properties)}{words}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a named style."""
    return f"<w:p>{tag('pPr', tag('pStyle', val=style) + properties)}{content}</w:p>"
