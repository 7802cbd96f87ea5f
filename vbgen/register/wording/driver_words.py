"""What a database's driver says, as causes in the reader's language; its own words go no further than a report."""

from collections.abc import Callable, Iterable, Mapping

from vbgen.messages import _

Cause = Callable[[], str]


def sqlite_cause(name: str) -> str:
    """The cause behind SQLite's name of a fault: `SQLITE_IOERR_WRITE`; that name for what is rare."""
    found = _first_that(name.startswith, _of_sqlite())
    return found() if found else _("cơ sở dữ liệu báo lỗi {name}", name=name)


def postgresql_cause(state: str, said: str) -> str:
    """The cause behind a state of SQL (`57P01`), or, where nothing was reached, behind the driver's words."""
    words = " ".join(said.casefold().split())
    found = (_first_that(state.startswith, _of_states()) if state else None) or _first_that(
        words.__contains__, _of_words()
    )
    if found:
        return found()
    if state:
        return _("cơ sở dữ liệu báo lỗi {name}", name=state)
    return _("máy chủ cơ sở dữ liệu không trả lời như mong đợi")


def damaged_file() -> str:
    """The cause where a file can be opened and does not hold together."""
    return _("nội dung tệp không còn nguyên vẹn")


def _first_that(fits: Callable[[str], bool], known: Mapping[str, Cause]) -> Cause | None:
    return next((cause for mark, cause in known.items() if fits(mark)), None)


def _of_sqlite() -> Mapping[str, Cause]:
    return {
        "SQLITE_FULL": lambda: _("ổ đĩa đã đầy"),
        "SQLITE_IOERR": lambda: _("ổ đĩa không đọc hoặc không ghi được"),
        "SQLITE_READONLY": lambda: _("tệp chỉ cho đọc"),
        "SQLITE_CORRUPT": damaged_file,
        "SQLITE_NOTADB": lambda: _("tệp này không phải là cơ sở dữ liệu SQLite"),
        "SQLITE_CANTOPEN": lambda: _("không mở được tệp"),
        "SQLITE_PERM": lambda: _("không có quyền"),
        "SQLITE_AUTH": lambda: _("không có quyền"),
        "SQLITE_NOMEM": lambda: _("máy không còn đủ bộ nhớ"),
    }


def _of_states() -> Mapping[str, Cause]:
    """By the beginning of a state, the longer first."""
    return {
        "53100": _disk_full,
        "53300": _too_many,
        "25006": lambda: _("máy chủ chỉ cho đọc"),
        "57014": lambda: _("máy chủ ngắt việc này vì kéo dài quá lâu"),
        "57P": _stopping,
        "28": _not_let_in,
        "3D": _no_database,
        "08": _cut,
        "40": lambda: _("nhiều người cùng ghi một lúc"),
    }


def _of_words() -> Mapping[str, Cause]:
    """By what libpq and psycopg say in English, the surest first."""
    return {
        **_each(
            ("resolve host", "translate host name", "name or service not known"),
            lambda: _("không tìm thấy máy chủ có tên này"),
        ),
        **_each(("authentication failed", "no password", "pg_hba.conf", "role "), _not_let_in),
        "too many": _too_many,
        **_each(("starting up", "shutting down", "in recovery"), _stopping),
        **_each(("ssl", "certificate"), lambda: _("không lập được kết nối mã hóa với máy chủ")),
        "does not exist": _no_database,
        "connection refused": lambda: _("máy chủ từ chối kết nối (chưa chạy, hoặc sai cổng)"),
        "no such file": lambda: _("máy chủ cơ sở dữ liệu chưa chạy trên máy này"),
        **_each(("timeout", "timed out"), lambda: _("máy chủ không trả lời kịp")),
        **_each(("unreachable", "no route"), lambda: _("không có đường truyền tới máy chủ")),
        **_each(("closed", "lost", "terminat", "reset", "broken pipe", "eof"), _cut),
    }


def _each(marks: Iterable[str], cause: Cause) -> Mapping[str, Cause]:
    return dict.fromkeys(marks, cause)


def _disk_full() -> str:
    return _("ổ đĩa của máy chủ đã đầy")


def _too_many() -> str:
    return _("máy chủ đang có quá nhiều kết nối")


def _stopping() -> str:
    return _("máy chủ đang dừng hoặc đang khởi động lại")


def _not_let_in() -> str:
    return _("máy chủ không nhận tên hoặc mật khẩu này")


def _no_database() -> str:
    return _("máy chủ không có cơ sở dữ liệu này")


def _cut() -> str:
    return _("kết nối với máy chủ bị ngắt")
