"""A finished document as a package: every part it points to is there, and Word is told what each part is."""

import re
from collections.abc import Iterator
from posixpath import basename, dirname
from urllib.parse import unquote

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.opening import OpenedZip
from vbgen.word.package.relations import PartRelation, read_relations, rels_name, target_name
from vbgen.word.package.xml import TYPES, R, parse_xml

_TYPES = "[Content_Types].xml"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PREFIX = re.compile(
    rb'xmlns:([\w.-]+)="(?:%s|%s)"' % (re.escape(R).encode(), re.escape(_STRICT).encode())
)


def package_problems(archive: OpenedZip, name: str) -> Iterator[Problem]:
    """What is wrong with the parts of a document as a whole."""
    members = set(archive)
    for member in sorted(members):
        if member.endswith(".rels"):
            yield from _lost_targets(archive, member, members, name)
    yield from _untyped(archive, members, name)


def missing_relations(
    archive: OpenedZip, member: str, content: bytes, place: Place
) -> Iterator[Problem]:
    """A problem for each relationship that a part names and does not have."""
    prefixes = set(_PREFIX.findall(content))
    if not prefixes:
        return
    used = re.compile(rb' (?:%s):\w+="([^"]+)"' % b"|".join(map(re.escape, prefixes)))
    named = {number.decode() for number in used.findall(content)}
    known = _relations(archive, rels_name(member)) if named else {}
    for number in sorted(named - known.keys()):
        message = _(
            "Phần này cần một ảnh, liên kết hay phần khác (“{number}”) không có trong tệp.",
            number=number,
        )
        yield Problem("unsound-relation", message, place, hint=_mend())


def _relations(archive: OpenedZip, member: str) -> dict[str, PartRelation]:
    if member not in archive:
        return {}
    try:
        return read_relations(archive.read(member), "", member)
    except UnreadableFileError:
        return {}


def _lost_targets(
    archive: OpenedZip, member: str, members: set[str], name: str
) -> Iterator[Problem]:
    folder, file = dirname(dirname(member)), basename(member).removesuffix(".rels")
    source = f"{folder}/{file}" if folder else file
    for relation in _relations(archive, member).values():
        target = target_name(source, unquote(relation.target.split("#", 1)[0]))
        is_inside = not relation.external and not relation.target.startswith("#")
        if (
            is_inside and target not in members and basename(target) != "NULL"
        ):  # Word's own word for no picture
            message = _(
                "Tệp thiếu phần “{target}” mà “{source}” trỏ tới.", target=target, source=source
            )
            yield Problem("unsound-relation", message, Place(file=name, part=source), hint=_mend())


def _untyped(archive: OpenedZip, members: set[str], name: str) -> Iterator[Problem]:
    root = parse_xml(archive.read(_TYPES), name, _TYPES)
    parts = {
        str(each.get("PartName")).lstrip("/").lower() for each in root.iter(f"{{{TYPES}}}Override")
    }
    kinds = {str(each.get("Extension")).lower() for each in root.iter(f"{{{TYPES}}}Default")}
    for member in sorted(members - {_TYPES}):
        extension = basename(member).rpartition(".")[2].lower()
        if not member.endswith("/") and member.lower() not in parts and extension not in kinds:
            message = _("Tệp không khai báo loại của phần “{member}”.", member=member)
            yield Problem("unsound-type", message, Place(file=name, part=member), hint=_mend())


def _mend() -> str:
    return _("Hãy mở mẫu bằng Word, xóa phần đó nếu không hiện ra, rồi lưu lại.")
