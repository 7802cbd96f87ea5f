"""What can go wrong with the archive, each with its exit code.

4 nothing could be written (ArchiveWriteError) · 10 the archive cannot be reached · 11 something that it should hold
is not there · 12 something in it is not what was put there · 13 it belongs to another workspace · 15 it holds acts
that do not follow from each other.
"""

from vbgen.errors import OutputError, VbgenError
from vbgen.messages import _
from vbgen.ways import RecoverRegister, VerifyArchive


class ArchiveWriteError(OutputError):
    """The archive cannot take what is put there: full, read-only, or refused; nothing half-written is visible."""


class ArchiveUnreachableError(VbgenError):
    """The folder or object store does not answer, or does not let us in."""

    exit_code = 10


class ArchiveMissingError(VbgenError):
    """The archive does not hold what was asked of it by digest."""

    exit_code = 11


class ArchiveDamagedError(VbgenError):
    """What the archive holds under a digest does not have that digest."""

    exit_code = 12


class ArchiveTakenError(VbgenError):
    """The archive belongs to another workspace."""

    exit_code = 13


class ArchiveForkedError(VbgenError):
    """Another act than ours follows the same act: two registers wrote into this archive, each its own."""

    exit_code = 15

    def __init__(self, place: str) -> None:
        message = _(
            "Kho lưu trữ {place} đã có một mục nhật ký khác ở đúng chỗ này. Có thể một sổ đăng ký "
            "thứ hai dùng chung kho, hoặc sổ này được khôi phục từ bản cũ.",
            place=place,
        )
        super().__init__(message, (), (RecoverRegister(), VerifyArchive()))
        self.place = place

    def __reduce__(self) -> tuple[type["ArchiveForkedError"], tuple[str]]:
        return type(self), (self.place,)
