"""EAD.xml and EAD_DOC_….xml: values under the names of the tables, and the schemas that the tables make."""

from collections.abc import Mapping, Sequence

from lxml import etree

from vbgen.archive.sip.fields import FieldShape, SipField

ROOT = "simpledc"
_XS = "http://www.w3.org/2001/XMLSchema"
_DAY = r"(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])/\d{4}"


def description(fields: Sequence[SipField], values: Mapping[str, str]) -> bytes:
    """Every field of the table in its order, those without a value empty."""
    root = etree.Element(ROOT)
    for one in fields:
        etree.SubElement(root, one.name).text = _writable(values.get(one.name, ""))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def schema(fields: Sequence[SipField]) -> bytes:
    """The XML schema of a table; fields may stand in any order, as archives write them."""
    root = etree.Element(f"{{{_XS}}}schema", nsmap={"xs": _XS})
    element = etree.SubElement(root, f"{{{_XS}}}element", name=ROOT)
    every = etree.SubElement(etree.SubElement(element, f"{{{_XS}}}complexType"), f"{{{_XS}}}all")
    for one in fields:
        _declare(every, one)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _declare(every: etree._Element, one: SipField) -> None:
    element = etree.SubElement(every, f"{{{_XS}}}element", name=one.name)
    simple = etree.SubElement(element, f"{{{_XS}}}simpleType")
    bound = etree.SubElement(simple, f"{{{_XS}}}restriction", base="xs:string")
    for facet, value in _facets(one):
        etree.SubElement(bound, f"{{{_XS}}}{facet}", value=value)


def _facets(one: SipField) -> list[tuple[str, str]]:
    if one.shape is FieldShape.TEXT and not one.codes:
        return [("minLength", "1" if one.required else "0"), ("maxLength", str(one.room))]
    plain = pattern(one)
    return [("pattern", plain if one.required else f"({plain})?")]


def pattern(one: SipField) -> str:
    """The regular expression of a day, a number or codes."""
    if one.shape is FieldShape.DAY:
        return _DAY
    if one.shape is FieldShape.NUMBER:
        return rf"\d{{1,{one.room}}}"
    either = f"({'|'.join(one.codes)})"
    return rf"{either}([,;] ?{either})*" if one.several else either


def _writable(text: str) -> str:
    """The text in one line, without control characters, which XML has no way to write."""
    return " ".join("".join(sign for sign in text if sign >= " " or sign in "\t\n").split())
