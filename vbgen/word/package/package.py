"""A Word file opened safely: its members, bounded as declared and as read, nothing dangerous inside."""

import stat
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from struct import Struct

from vbgen.errors import UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.limits import PackageLimits
from vbgen.word.package.ordinary import as_document
from vbgen.word.package.sniffing import refuse_other_types, refuse_other_zips
from vbgen.word.package.unsafe import refuse_unsafe_content
from vbgen.word.package.zipwriter import Member

_LOCAL_LENGTHS = Struct("<HH")  # lengths of name and extra field, at 26 in a local header
_PICTURES = (
    ".emf",
    ".wmf",
    ".bmp",
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".tif",
    ".tiff",
)  # one colour deflates well
_ENCRYPTED = 0x1 | 0x40 | 0x2000


@dataclass(frozen=True, slots=True)
class Package:
    """The members of a Word file in their order, each as it lies and as it reads."""

    name: str
    members: tuple[Member, ...]
    contents: dict[str, bytes]  # by member name

    def __contains__(self, member: str) -> bool:
        return member in self.contents


def read_package(
    source: Path | bytes,
    *,
    name: str = "",
    limits: PackageLimits | None = None,
    external_ok: bool = False,
) -> Package:
    """The Word file at `source` (a path or its bytes), or `UnreadableFileError` with a sentence.

    `external_ok` lets relationships that point outside pass (a reader that never opens them).
    """
    name = name or (source.name if isinstance(source, Path) else _("(tệp trong bộ nhớ)"))
    data = _bytes_of(source, name)
    refuse_other_types(data, name)
    package = as_document(_opened(data, name, limits or PackageLimits()))
    refuse_other_zips(package.contents, name)
    refuse_unsafe_content(package.contents, name, external_ok=external_ok)
    return package


def _bytes_of(source: Path | bytes, name: str) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        if not stat.S_ISREG(source.stat().st_mode):
            raise UnreadableFileError(
                _("“{name}” không phải là tệp; hãy chỉ tới một tệp .docx.", name=name)
            )
        return source.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(
            _("Không có tệp “{path}”; hãy kiểm tra lại đường dẫn.", path=source)
        ) from error
    except OSError as error:
        raise UnreadableFileError(
            _("Không mở được tệp “{path}”; hãy kiểm tra quyền đọc.", path=source)
        ) from error


def _opened(data: bytes, name: str, limits: PackageLimits) -> Package:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableFileError(
            _(
                "Tệp “{name}” bị hỏng: không đọc được như tệp Word; hãy mở bằng Word và lưu lại.",
                name=name,
            )
        ) from error
    _check_declared(infos, data, name, limits)
    members, contents, left = [], {}, limits.total_bytes
    for info in infos:
        member, content = _read(data, info, name, min(left, limits.member_bytes))
        left -= len(content)
        members.append(member)
        contents[info.filename] = content
    return Package(name, tuple(members), contents)


def _check_declared(
    infos: list[zipfile.ZipInfo], data: bytes, name: str, limits: PackageLimits
) -> None:
    if len(infos) > limits.members:
        raise _bomb(name, _("có hơn {count} thành phần", count=limits.members))
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise _bomb(name, _("nội dung giải nén quá lớn"))
    if sum(info.compress_size for info in infos) > len(data):
        raise _bomb(name, _("các thành phần chồng lên nhau"))
    doubled = [
        key for key, count in Counter(info.filename.lower() for info in infos).items() if count > 1
    ]
    if doubled:
        raise _bomb(name, _("thành phần “{member}” có hai lần", member=doubled[0]))
    for info in infos:
        _check_one(info, name, limits)


def _check_one(info: zipfile.ZipInfo, name: str, limits: PackageLimits) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableFileError(
            _(
                "Tệp “{name}” đang đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.",
                name=name,
            )
        )
    if _is_unsafe_name(info.orig_filename):
        raise _bomb(name, _("tên thành phần “{member}” không an toàn", member=info.orig_filename))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _bomb(
            name, _("cách nén của “{member}” không dùng trong tệp Word", member=info.filename)
        )
    is_big = info.file_size > limits.ratio_from_bytes and not info.filename.lower().endswith(
        _PICTURES
    )
    too_tight = is_big and info.file_size > limits.ratio * max(info.compress_size, 1)
    if info.file_size > limits.member_bytes or too_tight:
        raise _bomb(name, _("thành phần “{member}” phình ra quá lớn", member=info.filename))


def _is_unsafe_name(name: str) -> bool:
    parts = name.split("/")
    return name.startswith("/") or ".." in parts or "" in parts or bool(set(name) & set("\\:\0"))


def _read(data: bytes, info: zipfile.ZipInfo, name: str, most: int) -> tuple[Member, bytes]:
    header = data[info.header_offset : info.header_offset + 30]
    damaged = _(
        "Tệp “{name}” bị hỏng ở “{member}”; hãy lấy lại bản gốc.", name=name, member=info.filename
    )
    if not header.startswith(b"PK\x03\x04") or len(header) < 30:  # noqa: PLR2004 - size of a local header
        raise UnreadableFileError(damaged)
    start = info.header_offset + 30 + sum(_LOCAL_LENGTHS.unpack_from(header, 26))
    raw = data[start : start + info.compress_size]
    try:
        content = _inflated(raw, info, most)
    except zlib.error as error:
        raise UnreadableFileError(damaged) from error
    if len(content) > min(info.file_size, most):
        raise _bomb(name, _("thành phần “{member}” phình ra quá lớn", member=info.filename))
    if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise UnreadableFileError(damaged)
    return Member(info.filename, raw, info.compress_type, info.CRC, info.file_size), content


def _inflated(raw: bytes, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.compress_type == zipfile.ZIP_STORED:
        return raw
    return zlib.decompressobj(-15).decompress(raw, min(info.file_size, most) + 1)


def _bomb(name: str, reason: str) -> UnreadableFileError:
    return UnreadableFileError(
        _(
            "Tệp “{name}” bị từ chối vì không an toàn: {reason}. Hãy dùng tệp do Word lưu.",
            name=name,
            reason=reason,
        )
    )
