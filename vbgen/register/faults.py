"""What can go wrong with the register, told in sentences.

1 what was asked does not fit the register (ProblemsFoundError) · 2 no such entry (UsageError) · 4 it cannot be written
(OutputError) · 14 it cannot be reached · 15 it is damaged, or was changed behind vbgen's back.
"""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from vbgen.errors import OutputError, Problem, ProblemsFoundError, VbgenError
from vbgen.messages import _
from vbgen.register.wording.driver_words import postgresql_cause, sqlite_cause
from vbgen.secrecy import hidden
from vbgen.ways import CheckPlaces, ListRegister, Resume


class RegisterUnreachableError(VbgenError):
    """The database does not answer, was lost on the way, or does not let us in."""

    exit_code = 14


class NoRegisterError(RegisterUnreachableError):
    """Nothing was ever registered at that place, or its disk is not there."""

    @classmethod
    def at(cls, place: str) -> "NoRegisterError":
        """The sentence for an empty place."""
        message = _(
            "Chưa có sổ đăng ký ở {place}: chưa có văn bản nào được cấp số, hoặc ổ đĩa chưa được gắn,"
            " hoặc địa chỉ sai.",
            place=place,
        )
        return cls(message, (Problem("no-register", message, ways=(CheckPlaces(),)),))


class RegisterDamagedError(VbgenError):
    """The register's file is not a register, is damaged, or its journal does not hold together."""

    exit_code = 15


class RegisterBehindError(VbgenError):
    """The archive knows acts that the register does not, as after an older copy of it was put back."""

    exit_code = 15


class RegisterForkedError(RegisterBehindError):
    """Register and archive each know acts that the other does not: two registers went on from the same act."""


class EndedMeanwhileError(ProblemsFoundError):
    """An issue that somebody else finished, or whose number was given up, while it was worked on."""


class NumberTakenError(ProblemsFoundError):
    """A number and symbol that already stand in that year's register."""


@contextmanager
def told(place: str, secrets: Collection[str] = ()) -> Iterator[None]:
    """Faults of the database, raised again as our errors; `place` names the database without its password.

    What the driver says goes into a note of the error, without `secrets`; no sentence repeats it.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as fault:
        ours = _translated(place, fault)
        ours.add_note(hidden(str(getattr(fault, "orig", None) or fault), secrets))
        raise ours from fault


def _translated(place: str, fault: SQLAlchemyError | sqlite3.Error) -> VbgenError:
    if isinstance(fault, sqlite3.Error):
        return _of_sqlite(place, _sqlite_name(fault))
    if isinstance(fault, IntegrityError):
        return _doubled(place, fault)
    if not isinstance(fault, DBAPIError):
        reason = _("cơ sở dữ liệu báo lỗi {name}", name=type(fault).__name__)
        return RegisterUnreachableError(_unreachable(place, reason), ways=(Resume(),))
    if isinstance(fault.orig, sqlite3.Error):
        return _of_sqlite(place, _sqlite_name(fault.orig))
    return _of_postgresql(place, fault)


def _sqlite_name(fault: sqlite3.Error) -> str:
    """SQLite's name of the fault; the class of those that Python itself raises."""
    return getattr(fault, "sqlite_errorname", "") or type(fault).__name__


def _of_sqlite(place: str, name: str) -> VbgenError:
    reason = sqlite_cause(name)
    if name == "SQLITE_CONSTRAINT_TRIGGER":
        return RegisterDamagedError(_append_only())
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY")):
        return OutputError(_cannot_write(place, reason))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return RegisterDamagedError(_damaged(place, reason))
    if name.startswith("SQLITE_BUSY"):
        return RegisterUnreachableError(_busy(place))
    return RegisterUnreachableError(_unreachable(place, reason), ways=(Resume(),))


def _of_postgresql(place: str, fault: DBAPIError) -> VbgenError:
    state = getattr(fault.orig, "sqlstate", None) or ""
    reason = postgresql_cause(state, str(fault.orig))
    if state == "42501":
        return ProblemsFoundError(_forbidden())
    if state == "P0001":
        return RegisterDamagedError(_append_only())
    if state in {"53100", "25006"}:
        return OutputError(_cannot_write(place, reason))
    if state == "55P03":
        return RegisterUnreachableError(_busy(place))
    return RegisterUnreachableError(_unreachable(place, reason), ways=(Resume(),))


def _doubled(place: str, fault: IntegrityError) -> VbgenError:
    if "TRIGGER" in getattr(fault.orig, "sqlite_errorname", ""):
        return RegisterDamagedError(_append_only())
    message = _(
        "Sổ đăng ký {place} không nhận: số và ký hiệu này đã có trong năm, hoặc văn bản này đang được cấp số"
        " ở nơi khác.",
        place=place,
    )
    return NumberTakenError(message, (Problem("number-taken", message),), (ListRegister(),))


def _cannot_write(place: str, reason: str) -> str:
    return _(
        "Không ghi được sổ đăng ký {place}: {reason}. Hãy kiểm tra dung lượng đĩa và quyền ghi rồi chạy lại.",
        place=place,
        reason=reason,
    )


def _unreachable(place: str, reason: str) -> str:
    return _(
        "Không vào được sổ đăng ký {place}: {reason}. Hãy kiểm tra địa chỉ, đường truyền và "
        "quyền truy cập rồi chạy lại; việc đang làm dở vẫn làm tiếp được.",
        place=place,
        reason=reason,
    )


def _damaged(place: str, reason: str) -> str:
    return _(
        "Sổ đăng ký {place} bị hỏng: {reason}. Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu.",
        place=place,
        reason=reason,
    )


def _busy(place: str) -> str:
    return _(
        "Sổ đăng ký {place} đang bận quá lâu. Hãy đợi người khác làm xong rồi chạy lại.",
        place=place,
    )


def _forbidden() -> str:
    return _(
        "Tài khoản cơ sở dữ liệu này không có quyền làm việc đó. Văn thư cấp số và ghi sổ; "
        "người soạn thảo, người kiểm tra chỉ được xem."
    )


def _append_only() -> str:
    return _("Nhật ký của sổ đăng ký chỉ được ghi thêm: không ai được sửa hay xóa một việc đã ghi.")
