"""What a PDF file's description (XMP) says, whoever wrote it anew."""

from collections.abc import Iterator, Mapping

from lxml import etree

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XMP, _PDF = "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/pdf/1.3/}"
_MAY_CHANGE = frozenset({f"{_XMP}ModifyDate", f"{_XMP}MetadataDate", f"{_PDF}Producer"})


def said_of(xmp: bytes) -> Mapping[str, str] | None:
    """Property → its text, but for the times and the program of the last writing; None for what is no XMP."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xmp.strip(b"\x00 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    said = dict(_said(root))
    return {name: text for name, text in said.items() if name not in _MAY_CHANGE}


def _said(root: etree._Element) -> Iterator[tuple[str, str]]:
    for described in root.iter(f"{_RDF}Description"):
        for name, value in described.attrib.items():
            if not str(name).startswith(_RDF):
                yield str(name), str(value)
        for one in described:
            if isinstance(one.tag, str):
                yield one.tag, " ".join("".join(map(str, one.itertext())).split())
