"""Files written whole or not at all."""

import errno
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


def reason_of(fault: OSError) -> str:
    """Why the system refused, in the reader's language; the system's own words for what is rare."""
    known = {
        errno.EACCES: _("không có quyền"),
        errno.EPERM: _("không có quyền"),
        errno.EROFS: _("ổ đĩa chỉ cho đọc"),
        errno.ENOSPC: _("ổ đĩa đã đầy"),
        errno.EDQUOT: _("đã hết dung lượng được cấp"),
        errno.ENOENT: _("không có thư mục này"),
        errno.ENOTDIR: _("một phần của đường dẫn là tệp, không phải thư mục"),
        errno.EEXIST: _("đã có tệp trùng tên với thư mục"),
        errno.EISDIR: _("đã có thư mục trùng tên với tệp"),
        errno.ENAMETOOLONG: _("tên tệp quá dài"),
        errno.EIO: _("ổ đĩa bị lỗi"),
    }
    return known.get(fault.errno or 0, fault.strerror or str(fault))


def cannot_write(path: Path, fault: OSError) -> OutputError:
    """The sentence for a place that cannot be written."""
    message = _(
        "Không ghi được {path}: {reason}. Hãy đóng tệp nếu đang mở trong Word hoặc Excel, kiểm tra quyền ghi"
        " và dung lượng đĩa rồi chạy lại.",
        path=path,
        reason=reason_of(fault),
    )
    return OutputError(message, (Problem("not-written", message, Place(file=path.name)),))
