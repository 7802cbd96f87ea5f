"""Ordinary Word files taken as they come: a template's type, the template a file was made from, strict namespaces."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vbgen.word.package.compressor import Compressor
from vbgen.word.package.strict import transitional
from vbgen.word.package.xml import is_xml
from vbgen.word.package.zipwriter import Member

if TYPE_CHECKING:
    from vbgen.word.package.package import Package

_TYPES = "[Content_Types].xml"
_TEMPLATE, _DOCUMENT = (
    b"wordprocessingml.%s.main+xml" % kind for kind in (b"template", b"document")
)
_RELATION = re.compile(
    rb'<(?:\w+:)?Relationship\b[^>]*/attachedTemplate"[^>]*?(?:/>|>\s*</(?:\w+:)?Relationship>)'
)
_SETTING = re.compile(rb"<\w+:attachedTemplate\b[^>]*?(?:/>|>\s*</\w+:attachedTemplate>)")


def as_document(package: "Package") -> "Package":
    """The file as a document in the namespaces that Word writes by default.

    A `.dotx` becomes one; the template it was made from, on another's disk, is forgotten.
    """
    changed = {
        name: new for name, old in package.contents.items() if (new := _taken(name, old)) != old
    }
    if not changed:
        return package
    members = [
        Member.of(member.name, changed[member.name], Compressor())
        if member.name in changed
        else member
        for member in package.members
    ]
    return replace(package, members=tuple(members), contents=package.contents | changed)


def _taken(name: str, content: bytes) -> bytes:
    content = transitional(content) if is_xml(name, content) else content
    if name == _TYPES:
        return content.replace(_TEMPLATE, _DOCUMENT)
    if b"attachedTemplate" not in content:
        return content
    return (_RELATION if name.endswith(".rels") else _SETTING).sub(b"", content)
