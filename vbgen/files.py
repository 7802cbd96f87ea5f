"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from vbgen.errors import OutputError, Place, Problem
from vbgen.messages import _


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`: written beside, flushed to disk, moved into place; folders are made as needed.

    Raises OutputError when the place cannot be written; what stood there before is then unchanged.
    """
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as fault:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise cannot_write(path, fault) from fault


def cannot_write(path: Path, fault: OSError) -> OutputError:
    """The sentence for a place that cannot be written."""
    message = _(
        "Không ghi được {path}: {reason}. Hãy đóng tệp nếu đang mở trong Word hoặc Excel, kiểm tra quyền ghi"
        " và dung lượng đĩa rồi chạy lại.",
        path=path,
        reason=fault.strerror or fault,
    )
    return OutputError(message, (Problem("not-written", message, Place(file=path.name)),))
