"""The custom properties of a Word file, read without vbgen."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree


def properties_of(docx: bytes) -> dict[str, str]:
    """Name → text."""
    with ZipFile(BytesIO(docx)) as package:
        root = etree.fromstring(package.read("docProps/custom.xml"))
    return {
        entry.get("name", ""): "".join(str(text) for text in entry.itertext()) for entry in root
    }
