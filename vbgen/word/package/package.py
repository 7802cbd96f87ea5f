"""A Word file opened safely: its members, bounded as declared and as read, what is dangerous inside dropped."""

import stat
from dataclasses import dataclass, replace
from pathlib import Path

from vbgen.errors import UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.bounds import TEMPLATE, PackageLimits
from vbgen.word.package.dangers.disarming import DroppedThing, disarmed
from vbgen.word.package.dangers.unsafe import refuse_document_types
from vbgen.word.package.opening import Flaw, FlawError, open_archive
from vbgen.word.package.ordinary import as_document, with_contents
from vbgen.word.package.sniffing import refuse_other_types, refuse_other_zips
from vbgen.word.package.zipwriter import Member


@dataclass(frozen=True, slots=True)
class Package:
    """The members of a Word file in their order, each as it lies and as it reads."""

    name: str
    members: tuple[Member, ...]
    contents: dict[str, bytes]  # by member name
    dropped: tuple[DroppedThing, ...] = ()  # what could fetch or run something

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

    What could fetch or run something is dropped and stands in `Package.dropped`; `external_ok` leaves the file as it
    lies, for a reader that neither opens such things nor passes them on.
    """
    name = name or (source.name if isinstance(source, Path) else _("(tệp trong bộ nhớ)"))
    data = source if isinstance(source, bytes) else file_bytes(source)
    refuse_other_types(data, name)
    package = as_document(_opened(data, name, limits or TEMPLATE))
    refuse_other_zips(package.contents, name)
    refuse_document_types(package.contents, name)
    return package if external_ok else _disarmed(package)


def _disarmed(package: Package) -> Package:
    contents, dropped = disarmed(package.contents, package.name)
    return replace(with_contents(package, contents), dropped=dropped)


def file_bytes(source: Path) -> bytes:
    """The bytes of a Word file, or `UnreadableFileError` with a sentence."""
    try:
        if not stat.S_ISREG(source.stat().st_mode):
            raise UnreadableFileError(
                _("“{name}” không phải là tệp; hãy chỉ tới một tệp .docx.", name=source.name)
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
        archive = open_archive(data, limits)
        read = [archive.member(member) for member in archive]
    except FlawError as error:
        raise UnreadableFileError(_sentence(error, name, limits)) from error
    contents = {member.name: content for member, content in read}
    return Package(name, tuple(member for member, _content in read), contents)


def _sentence(error: FlawError, name: str, limits: PackageLimits) -> str:
    if error.flaw is Flaw.NO_ZIP:
        return _(
            "Tệp “{name}” bị hỏng: không đọc được như tệp Word; hãy mở bằng Word và lưu lại.",
            name=name,
        )
    if error.flaw is Flaw.LOCKED:
        return _(
            "Tệp “{name}” đang đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.",
            name=name,
        )
    if error.flaw is Flaw.DAMAGED:
        return _(
            "Tệp “{name}” bị hỏng ở “{member}”; hãy lấy lại bản gốc.",
            name=name,
            member=error.member,
        )
    return _(
        "Tệp “{name}” bị từ chối vì không an toàn: {reason}. Hãy dùng tệp do Word lưu.",
        name=name,
        reason=_reason(error, limits),
    )


def _reason(error: FlawError, limits: PackageLimits) -> str:
    member = error.member
    too_large = _("thành phần “{member}” phình ra quá lớn", member=member)
    return {
        Flaw.MANY_MEMBERS: _("có hơn {count} thành phần", count=limits.members),
        Flaw.TOO_LARGE: _("nội dung giải nén quá lớn"),
        Flaw.OVERLAPPING: _("các thành phần chồng lên nhau"),
        Flaw.DOUBLED: _("thành phần “{member}” có hai lần", member=member),
        Flaw.UNSAFE_NAME: _("tên thành phần “{member}” không an toàn", member=member),
        Flaw.UNKNOWN_METHOD: _("cách nén của “{member}” không dùng trong tệp Word", member=member),
    }.get(error.flaw, too_large)
