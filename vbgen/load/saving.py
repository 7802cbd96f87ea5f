"""Files written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from vbgen.errors import OutputError, Place, Problem
from vbgen.messages import _


def save(data: bytes, path: Path) -> None:
    """Put the bytes in place of whatever stands at `path`; raises OutputError and leaves nothing half-written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(data, path)
    except OSError as error:
        message = _("Không ghi được tệp {file} ({reason}).", file=path.name, reason=error.strerror or "")
        hint = _("Hãy đóng tệp nếu đang mở và xem lại quyền ghi, chỗ trống trên đĩa.")
        raise OutputError(message, (Problem("not-written", message, Place(file=path.name), hint=hint),)) from error


def _replace(data: bytes, path: Path) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
