"""The title that a Word file bears in its properties."""

from vbgen.word.package.package import read_package
from vbgen.word.package.xml import parse_xml

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def document_title(content: bytes) -> str:
    """What its author called it; empty where nobody did."""
    contents = read_package(content, external_ok=True).contents
    if _CORE not in contents:
        return ""
    title = parse_xml(contents[_CORE], "", _CORE).find(_TITLE)
    return (title.text or "").strip() if title is not None else ""
