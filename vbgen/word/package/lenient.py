"""Any Word file that is read and measured: bounded, without entities, told apart from what only looks like one."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from vbgen.errors import UnreadableFileError
from vbgen.files import reason_of
from vbgen.messages import _
from vbgen.word.package.bounds import PAPER, PackageLimits
from vbgen.word.package.file_kinds import FileKind, kind_of
from vbgen.word.package.opening import Flaw, FlawError, OpenedZip, open_archive
from vbgen.word.package.strict import transitional
from vbgen.word.package.xml import is_xml

_PACKAGE_RELS: Final = "_rels/.rels"
_NAMED: Final = {
    FileKind.RTF: "RTF",
    FileKind.XML: "HTML/XML",
    FileKind.WEB_PAGE: "HTML/XML",
    FileKind.SPREADSHEET_2003: "HTML/XML",
}
_SWOLLEN: Final = (Flaw.MANY_MEMBERS, Flaw.TOO_LARGE, Flaw.MEMBER_TOO_LARGE, Flaw.OVERLAPPING)
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class LenientPackage:
    """Members of a Word file, by name; XML in the transitional namespaces, whoever made it."""

    members: Mapping[str, bytes]
    main: str  # name of the member that holds the text
    relations: Mapping[str, tuple[str, str]] = field(
        default_factory=dict
    )  # id → (kind, member), of main

    def related(self, kind: str) -> str | None:
        """Name of the member that the text refers to as `styles`, `numbering`, `theme` …, or `None`."""
        return next(
            (
                name
                for found, name in self.relations.values()
                if found == kind and name in self.members
            ),
            None,
        )

    def xml(self, name: str | None) -> etree._Element | None:
        """Root of an XML member; `None` when there is none. Raises UnreadableFileError when it is damaged."""
        if name is None or name not in self.members:
            return None
        return parse(self.members[name], name)


def parse(data: bytes, name: str) -> etree._Element:
    """Root of an XML text, parsed without entities, network or unbounded depth."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFileError(
            _(
                "Phần “{name}” của tệp Word bị hỏng nên không đọc được; hãy mở bằng Word rồi lưu lại.",
                name=name,
            )
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFileError(
            _(
                "Tệp có thành phần lạ, không mở được an toàn. Xin lại tệp gốc, hoặc mở bằng Word rồi "
                "lưu mới thành .docx (File › Save As)."
            )
        )
    return root


def open_package(source: Path | bytes, *, limits: PackageLimits | None = None) -> LenientPackage:
    """Members of a .docx; raises UnreadableFileError with a sentence for anything else."""
    bounds = limits or PAPER
    data = source if isinstance(source, bytes) else _bytes_of(source, bounds)
    _refuse_other_kinds(data)
    members = _unpack(data, bounds)
    main = _main_member(members)
    _refuse_macros(members, main)
    return LenientPackage(members=members, main=main, relations=_relations(members, main))


def _bytes_of(path: Path, bounds: PackageLimits) -> bytes:
    try:
        if path.stat().st_size > (bounds.file_bytes or PAPER.file_bytes):
            raise UnreadableFileError(
                _(
                    "Tệp “{name}” quá lớn để kiểm tra; hãy mở bằng Word, nén hoặc bỏ bớt ảnh rồi lưu mới thành .docx.",
                    name=path.name,
                )
            )
        return path.read_bytes()
    except OSError as error:
        message = _(
            "Không mở được tệp “{name}”: {reason}.", name=path.name, reason=reason_of(error)
        )
        hint = _("Hãy kiểm tra lại đường dẫn và quyền đọc.")
        raise UnreadableFileError(f"{message} {hint}") from error


def _refuse_other_kinds(data: bytes) -> None:
    kind = kind_of(data)
    if kind in (FileKind.OLE, FileKind.OLE_LOCKED):
        raise UnreadableFileError(
            _("Tệp là Word đời cũ (.doc) hoặc có mật khẩu; hãy lưu lại thành .docx không mật khẩu.")
        )
    if kind is FileKind.PDF:
        raise UnreadableFileError(
            _("Tệp là PDF, không phải Word (.docx); hãy dùng bản Word của văn bản.")
        )
    if kind is FileKind.PICTURE:
        raise UnreadableFileError(
            _("Tệp là ảnh (bản chụp, bản quét), không có chữ; hãy dùng bản Word của văn bản.")
        )
    if kind in _NAMED:
        raise UnreadableFileError(
            _(
                "Tệp là {kind}, không phải Word (.docx); hãy lưu lại thành .docx.",
                kind=_NAMED[kind],
            )
        )


def _unpack(data: bytes, bounds: PackageLimits) -> dict[str, bytes]:
    try:
        archive = open_archive(data, bounds)
        return {name: _read(archive, name) for name in archive}
    except FlawError as error:
        raise UnreadableFileError(_sentence(error)) from error


def _read(archive: OpenedZip, name: str) -> bytes:
    content = archive.read(name)
    return transitional(content) if is_xml(name, content) else content


def _sentence(error: FlawError) -> str:
    if error.flaw in _SWOLLEN:
        return _(
            "Tệp bung ra quá lớn, không an toàn để mở. Nếu không rõ nguồn của tệp thì đừng mở. Nếu "
            "rõ, hãy mở bằng Word, nén hoặc bỏ bớt ảnh rồi lưu mới thành .docx (File › Save As)."
        )
    return _("Tệp không phải Word (.docx) hoặc đã bị hỏng; hãy mở bằng Word rồi lưu lại.")


def _main_member(members: Mapping[str, bytes]) -> str:
    for kind, target in _relations(members, "").values():
        if kind == "officeDocument" and target in members:
            return target
    raise UnreadableFileError(_("Tệp không có nội dung của Word; hãy kiểm tra lại đuôi tệp."))


def _refuse_macros(members: Mapping[str, bytes], main: str) -> None:
    types = members.get("[Content_Types].xml", b"")
    if (
        b"macroEnabled" in types
        or b"spreadsheetml.sheet.main" in types
        or b"presentation.main" in types
    ):
        raise UnreadableFileError(
            _(
                "Tệp không phải văn bản Word (.docx) thường: có macro, hoặc là bảng tính, bài trình chiếu;"
                " hãy lưu lại thành .docx."
            )
        )
    if not main.endswith(".xml"):
        raise UnreadableFileError(_("Tệp không có nội dung của Word; hãy kiểm tra lại đuôi tệp."))


def _relations(members: Mapping[str, bytes], owner: str) -> dict[str, tuple[str, str]]:
    folder, base = posixpath.split(owner)
    name = posixpath.join(folder, "_rels", f"{base}.rels") if owner else _PACKAGE_RELS
    if name not in members:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for relation in parse(members[name], name).iter(_RELATIONSHIP):
        if relation.get("TargetMode") != "External":
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            found[relation.get("Id", "")] = (kind, _target(folder, relation.get("Target", "")))
    return found


def _target(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
