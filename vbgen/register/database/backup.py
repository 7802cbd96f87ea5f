"""A copy of a live register."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from vbgen.errors import OutputError, UsageError
from vbgen.files import cannot_write, create_new, make_folder
from vbgen.leftovers import name_beside, sweep
from vbgen.messages import _
from vbgen.register.database.engine import Database
from vbgen.register.wording.driver_words import damaged_file, sqlite_cause

_STEP_PAGES = 512  # pages copied at a time; writers get in between


def backup(database: Database, target: Path) -> None:
    """Copy a register in use to `target` by SQLite's own backup, whole or not at all; OutputError when it cannot be.

    PostgreSQL has its own tool: UsageError that names it.
    """
    if not database.is_sqlite:
        raise UsageError(_("Sổ đăng ký trên PostgreSQL được sao lưu bằng pg_dump."))
    if target.exists():
        raise OutputError(_("Đã có {path}; hãy chọn tên khác cho bản sao lưu.", path=target))
    sweep([target.parent])
    beside = target.with_name(name_beside(target.name))
    try:
        make_folder(target.parent)
        os.close(create_new(beside))
        _copy(str(database.url.database), beside)
        beside.replace(target)
    except OSError as fault:
        raise cannot_write(target, fault) from fault
    except sqlite3.Error as fault:
        reason = sqlite_cause(getattr(fault, "sqlite_errorname", type(fault).__name__))
        raise OutputError(_("Không sao lưu được sổ đăng ký: {reason}.", reason=reason)) from fault
    finally:
        beside.unlink(missing_ok=True)


def _copy(source: str, target: Path) -> None:
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy, pages=_STEP_PAGES)
        found = copy.execute("PRAGMA quick_check").fetchone()[0]
    if found != "ok":
        raise OutputError(_("Bản sao lưu không đọc lại được: {reason}.", reason=damaged_file()))
