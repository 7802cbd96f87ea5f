"""Ordinary Word files taken as they come: a template's type, strict namespaces."""

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


def as_document(package: "Package") -> "Package":
    """The file as a document in the namespaces that Word writes by default; a `.dotx` becomes one."""
    return with_contents(
        package, {name: _taken(name, old) for name, old in package.contents.items()}
    )


def with_contents(package: "Package", contents: dict[str, bytes]) -> "Package":
    """The package with these contents, some changed or gone; members that stay are left as they lie."""
    old = package.contents
    if contents.keys() == old.keys() and all(contents[name] is old[name] for name in old):
        return package
    members = (
        member
        if contents[member.name] is old[member.name]
        else Member.of(member.name, contents[member.name], Compressor())
        for member in package.members
        if member.name in contents
    )
    return replace(package, members=tuple(members), contents=contents)


def _taken(name: str, content: bytes) -> bytes:
    content = transitional(content) if is_xml(name, content) else content
    return content.replace(_TEMPLATE, _DOCUMENT) if name == _TYPES else content
