"""XML parts read safely and written back, and the names of what stands in them."""

import re

from lxml import etree

from vbgen.errors import UnreadableFileError
from vbgen.messages import _

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_MARKUP = re.compile(rb"[\xef\xbb\xbf\xff\xfe\0\s]*<")
_OTHERS = (".svg", ".htm", ".html")  # pictures and pages, which nothing here reads
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def is_xml(name: str, content: bytes) -> bool:
    """Whether a member is XML, whatever its name: by its ending or by how it begins."""
    ending = name.lower()
    if ending.endswith((".xml", ".rels")):
        return True
    return not ending.endswith(_OTHERS) and _MARKUP.match(content) is not None


def has_document_type(content: bytes) -> bool:
    """Whether an XML part declares a document type or entities, in UTF-8 or UTF-16."""
    if b"\0" in content[:16]:
        content = content.replace(b"\0", b"")
    return b"<!" in content and _DOCTYPE.search(content) is not None


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def parse_xml(content: bytes, file: str, member: str) -> etree._Element:
    """The root of a part, or `UnreadableFileError` when it is not well-formed."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFileError(
            _("Tệp “{file}” bị hỏng ở phần “{member}”.", file=file, member=member)
        ) from error


def xml_text(root: etree._Element) -> str:
    """The part as text, without its declaration."""
    return etree.tostring(root, encoding="unicode")


def xml_bytes(root: etree._Element) -> bytes:
    """The part as it is stored."""
    return (DECLARATION + xml_text(root)).encode()
