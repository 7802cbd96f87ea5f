"""XML parts read safely and written back, and the names of what stands in them."""

from lxml import etree

from vbgen.errors import UnreadableFileError
from vbgen.messages import _

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


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
            _("Tệp “{file}” bị hỏng: phần “{member}” sai cú pháp XML.", file=file, member=member)
        ) from error


def xml_text(root: etree._Element) -> str:
    """The part as text, without its declaration."""
    return etree.tostring(root, encoding="unicode")


def xml_bytes(root: etree._Element) -> bytes:
    """The part as it is stored."""
    return (DECLARATION + xml_text(root)).encode()
