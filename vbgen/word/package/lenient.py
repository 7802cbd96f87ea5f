"""A Word file opened safely: bounded, without entities, and told apart from what only looks like one."""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final
from zlib import error as DeflateError  # noqa: N812 - zlib names its exception like a function

from lxml import etree

from vbgen.errors import UnreadableFileError
from vbgen.files import reason_of
from vbgen.messages import _

_PACKAGE_RELS: Final = "_rels/.rels"
_OFFICE_DOCUMENT: Final = "/officeDocument"
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    ),
)
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is opened; a Word file of 500 pages stays far below them."""

    entries: int = 4000
    unpacked_bytes: int = 400_000_000
    xml_part_bytes: int = 120_000_000
    file_bytes: int = 200_000_000


@dataclass(frozen=True, slots=True)
class Package:
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
                "Tệp chứa khai báo DTD, không an toàn để mở. Nếu tin nguồn của tệp, hãy mở bằng Word rồi lưu mới"
                " thành .docx (File › Save As)."
            )
        )
    return root


def open_package(source: Path | bytes, *, limits: Limits | None = None) -> Package:
    """Members of a .docx; raises UnreadableFileError with a sentence for anything else."""
    bounds = limits or Limits()
    data = source if isinstance(source, bytes) else _bytes_of(source, bounds)
    _refuse_other_kinds(data)
    members = {name: _transitional(name, part) for name, part in _unpack(data, bounds).items()}
    main = _main_member(members)
    _refuse_macros(members, main)
    return Package(members=members, main=main, relations=_relations(members, main))


def _bytes_of(path: Path, bounds: Limits) -> bytes:
    try:
        if path.stat().st_size > bounds.file_bytes:
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
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFileError(
            _("Tệp là Word đời cũ (.doc) hoặc có mật khẩu; hãy lưu lại thành .docx không mật khẩu.")
        )
    for mark, name in ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<", "HTML/XML")):
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(mark):
            raise UnreadableFileError(
                _("Tệp là {kind}, không phải Word (.docx); hãy lưu lại thành .docx.", kind=name)
            )


def _unpack(data: bytes, bounds: Limits) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            _refuse_bombs(infos, bounds)
            return {info.filename: _member(archive, info) for info in infos if not info.is_dir()}
    except (
        zipfile.BadZipFile,
        DeflateError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise UnreadableFileError(
            _("Tệp không phải Word (.docx) hoặc đã bị hỏng; hãy mở bằng Word rồi lưu lại.")
        ) from error


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise zipfile.BadZipFile(info.filename)
    return data


def _refuse_bombs(infos: list[zipfile.ZipInfo], bounds: Limits) -> None:
    too_many = len(infos) > bounds.entries
    too_big = sum(info.file_size for info in infos) > bounds.unpacked_bytes
    big_xml = any(
        info.file_size > bounds.xml_part_bytes for info in infos if info.filename.endswith(".xml")
    )
    if too_many or too_big or big_xml:
        raise UnreadableFileError(
            _(
                "Tệp bung ra quá lớn, không an toàn để mở. Hãy mở bằng Word, nén hoặc bỏ bớt ảnh rồi lưu mới thành"
                " .docx (File › Save As); nếu không rõ nguồn của tệp thì đừng mở."
            )
        )


def _transitional(name: str, data: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return data
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    return data


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
