"""The properties that a Word file carries about itself, in `docProps/custom.xml`."""

from collections.abc import Mapping
from datetime import date

from vbgen.word.package.bounds import OWN
from vbgen.word.package.characters import escaped
from vbgen.word.package.compressor import Compressor
from vbgen.word.package.package import read_package
from vbgen.word.package.xml import DECLARATION, RELS, TYPES, parse_xml, xml_bytes
from vbgen.word.package.zipwriter import Member, write_zip

_MEMBER = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_KIND = f"{_OFFICE}/relationships/custom-properties"
_FORMAT = (
    "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that Office gives to user-defined properties
)
_FIRST_ID = 2

Property = str | int | date


def with_properties(
    docx: bytes, properties: Mapping[str, Property], compressor: Compressor
) -> bytes:
    """The same file with these custom properties, in their order, instead of those that it had.

    Everything else is copied as it lies; the same file and properties give the same bytes.
    """
    package = read_package(docx, limits=OWN)
    changed = {
        "[Content_Types].xml": _with_type(package.contents["[Content_Types].xml"]),
        "_rels/.rels": _with_relation(package.contents["_rels/.rels"]),
        _MEMBER: _part(properties),
    }
    kept = [member for member in package.members if member.name != _MEMBER]
    members = [
        Member.of(member.name, changed[member.name], compressor)
        if member.name in changed
        else member
        for member in kept
    ]
    return write_zip([*members, Member.of(_MEMBER, changed[_MEMBER], compressor)])


def _part(properties: Mapping[str, Property]) -> bytes:
    entries = "".join(
        _entry(number, *one) for number, one in enumerate(properties.items(), _FIRST_ID)
    )
    names = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"{DECLARATION}<Properties {names}>{entries}</Properties>".encode()


def _entry(number: int, name: str, value: Property) -> str:
    opening = f'<property fmtid="{_FORMAT}" pid="{number}" name="{escaped(name)}">'
    match value:
        case date():
            inner = f"<vt:filetime>{value.isoformat()}T00:00:00Z</vt:filetime>"
        case int():
            inner = f"<vt:i4>{value}</vt:i4>"
        case _:
            inner = f"<vt:lpwstr>{escaped(value)}</vt:lpwstr>"
    return f"{opening}{inner}</property>"


def _with_type(content: bytes) -> bytes:
    root = parse_xml(content, "", "[Content_Types].xml")
    if all(entry.get("PartName") != f"/{_MEMBER}" for entry in root):
        entry = root.makeelement(
            f"{{{TYPES}}}Override", {"PartName": f"/{_MEMBER}", "ContentType": _TYPE}
        )
        root.append(entry)
    return xml_bytes(root)


def _with_relation(content: bytes) -> bytes:
    root = parse_xml(content, "", "_rels/.rels")
    if all(entry.get("Type") != _KIND for entry in root):
        known = {entry.get("Id") for entry in root}
        key = next(
            name
            for number in range(1, len(known) + 2)
            if (name := f"rIdCustom{number}") not in known
        )
        attributes = {"Id": key, "Type": _KIND, "Target": _MEMBER}
        root.append(root.makeelement(f"{{{RELS}}}Relationship", attributes))
    return xml_bytes(root)
