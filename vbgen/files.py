"""Files read within bounds, and written whole or not at all."""

import errno
import json
import os
import re
import stat
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from vbgen.errors import OutputError, Place, Problem, UnreadableFileError
from vbgen.leftovers import name_beside
from vbgen.messages import _

DAMAGE = (  # what openpyxl and the parsers under it raise; their faults of XML are all SyntaxErrors
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
_canonical = partial(
    json.dumps, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_MOST_TOML_BYTES = 1024**2
_IN_THE_WAY = frozenset({errno.ENOTDIR, errno.EEXIST})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_MOST_PART, _MOST_NAME = 256, 2048  # bytes that systems take


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`: written beside, flushed to disk, moved into place; folders are made as needed.

    Raises OutputError when the place cannot be written; what stood there before, folders too, is then unchanged.
    """
    write_all({path: content})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Put every file at its place, all of them or, as far as the system can say beforehand, none.

    Raises OutputError for the first place that cannot be written; what stood there before is then unchanged.
    """
    staged: list[tuple[Path, Path]] = []
    new: list[Path] = []
    at = Path()
    try:
        for at, content in files.items():
            _make_way(at, new)
            staged.append((_beside(at, content), at))
        for beside, at in staged:
            beside.replace(at)
    except OSError as fault:
        _take_back([beside for beside, _path in staged], new)
        raise cannot_write(at, fault) from fault


def _make_way(path: Path, new: list[Path]) -> None:
    """The file's folder made; folders that were not there are added to `new`."""
    new += make_folder(path.parent)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def _beside(path: Path, content: bytes) -> Path:
    """The content in a file of another name beside its place, safe on the disk; nothing where it fails."""
    beside = path.parent / name_beside()
    with os.fdopen(create_new(beside), "wb") as file:
        try:
            _take_over_mode(path, beside)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            _take_back([beside], ())
            raise
    return beside


def create_new(path: Path, mode: int = 0o666) -> int:
    """The descriptor of a new file, for writing: `mode` less the umask, in its folder's group where we may give it."""
    descriptor = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode
    )
    take_group(path)
    return descriptor


def take_group(path: Path) -> None:
    """Give a file or folder of ours the group of the folder that it lies in; nothing where the system refuses."""
    if os.name == "nt":
        return
    with suppress(OSError):
        group = path.parent.stat().st_gid
        if path.stat().st_gid != group:
            os.chown(path, -1, group)


def make_folder(folder: Path) -> list[Path]:
    """The folder and those above it, each made as needed in the group of the one above; those that were made."""
    new = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    for each in new:
        each.mkdir(exist_ok=True)
        take_group(each)
    return new


def _take_over_mode(path: Path, beside: Path) -> None:
    """What replaces a file can be read and written by those who could read and write that file."""
    if path.is_file():
        beside.chmod(stat.S_IMODE(path.stat().st_mode) | stat.S_IWUSR)


def _take_back(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Remove what was begun; folders only while they are empty."""
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for folder in sorted(folders, key=lambda each: len(each.parts), reverse=True):
        with suppress(OSError):
            folder.rmdir()


def cannot_write(path: Path, fault: OSError) -> OutputError:
    """The sentence for a place that cannot be written, with what helps against its cause."""
    message = _(
        "Không ghi được {path}: {reason}. {remedy}",
        path=path,
        reason=reason_of(fault),
        remedy=_remedy(fault),
    )
    return OutputError(message, (Problem("not-written", message, Place(file=path.name)),))


def _remedy(fault: OSError) -> str:
    """What to do: the cause decides, for a file in the way of a folder is not mended by closing Word."""
    if fault.errno in _IN_THE_WAY:
        return _("Trên đường dẫn có một tệp ở chỗ của thư mục; hãy chọn thư mục hoặc tên khác.")
    if fault.errno == errno.EISDIR:
        return _("Đó là thư mục; hãy ghi thêm tên tệp vào sau.")
    if fault.errno in _FULL:
        return _("Hãy giải phóng dung lượng đĩa rồi chạy lại.")
    return _(
        "Hãy đóng tệp nếu đang mở trong Word hoặc Excel, kiểm tra quyền ghi và dung lượng đĩa rồi chạy lại."
    )


def refuse_same(source: Path, target: Path) -> None:
    """Raise OutputError where a result would replace the file that it is made from."""
    if target.exists() and source.exists() and source.samefile(target):
        raise OutputError(_("Không ghi đè lên tệp gốc {file}; hãy chọn tên khác.", file=target))


def read_bytes(path: Path, *, most: int) -> bytes:
    """The bytes of a plain file of bearable size; UnreadableFileError with what to do for anything else."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFileError(
                _("“{name}” không phải là tệp; hãy chỉ tới một tệp.", name=path.name)
            )
        if found.st_size > most:
            size = found.st_size // 1024**2
            raise UnreadableFileError(
                _("Tệp “{name}” quá lớn ({size} MB); hãy chia nhỏ.", name=path.name, size=size)
            )
        return path.read_bytes()
    except OSError as fault:
        message = _(
            "Không đọc được tệp “{name}”: {reason}.", name=path.name, reason=reason_of(fault)
        )
        hint = _("Hãy kiểm tra lại đường dẫn và quyền đọc.")
        raise UnreadableFileError(f"{message} {hint}") from fault


def changed_at(path: Path) -> float:
    """When it was changed last, in seconds since 1970; 0 for what is gone, as others' temporary files soon are."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def is_usable(name: str) -> bool:
    """Whether a system can be asked for a place of that name: no control characters, no part too long."""
    try:
        parts = name.encode().split(b"/")
    except UnicodeEncodeError:
        return False
    whole = sum(map(len, parts)) < _MOST_NAME and max(map(len, parts)) < _MOST_PART
    return whole and (name.isprintable() or not name)


def reason_of(fault: OSError) -> str:
    """Why the system refused, in the reader's language; the system's number for what is rare."""
    known = {
        errno.EACCES: _("không có quyền"),
        errno.EPERM: _("không có quyền"),
        errno.EROFS: _("ổ đĩa chỉ cho đọc"),
        errno.ENOSPC: _("ổ đĩa đã đầy"),
        errno.EDQUOT: _("đã hết dung lượng được cấp"),
        errno.ENOENT: _("không có tệp hoặc thư mục này"),
        errno.ENOTDIR: _("một phần của đường dẫn là tệp, không phải thư mục"),
        errno.EEXIST: _("đã có tệp trùng tên với thư mục"),
        errno.EISDIR: _("đã có thư mục trùng tên với tệp"),
        errno.ENAMETOOLONG: _("tên tệp quá dài"),
        errno.ELOOP: _("đường tắt trỏ vòng vào chính nó"),
        errno.ENOTEMPTY: _("đã có thư mục cùng tên"),
        errno.EIO: _("ổ đĩa bị lỗi"),
    }
    return known.get(fault.errno or 0) or _("hệ thống báo lỗi số {code}", code=fault.errno or 0)


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; UnreadableFileError with the line of its fault."""
    return toml_tables(toml_bytes(path), path)


def toml_bytes(path: Path) -> bytes:
    """The bytes of a TOML file, for who knows it again by them; UnreadableFileError as above."""
    return read_bytes(path, most=_MOST_TOML_BYTES)


def toml_tables(content: bytes, file: Path) -> dict[str, Any]:
    """The tables that a TOML file's bytes hold; UnreadableFileError with the file's name and the line of its fault."""
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        reason = _(
            "bảng mã chữ của tệp chưa đúng; hãy mở bằng Notepad rồi lưu lại với Encoding “UTF-8”."
        )
        raise _bad_toml(file, line, reason) from fault
    except RecursionError as fault:
        raise _bad_toml(file, 0, _("các mục lồng nhau quá sâu; hãy viết lại cho gọn.")) from fault
    except ValueError as fault:
        raise _bad_toml(file, _line_of(str(fault), content), _slip(str(fault))) from fault


def _line_of(told: str, content: bytes) -> int:
    """The line that a slip of TOML was met on, from 1; 0 where it is not told."""
    if told.endswith("(at end of document)"):
        return content.rstrip().count(b"\n") + 1
    at = re.search(r"at line (\d+)", told)
    return int(at[1]) if at else 0


def _bad_toml(file: Path, line: int, reason: str) -> UnreadableFileError:
    where = _(" (dòng {line})", line=line) if line else ""
    message = _(
        "Tệp {file} không đọc được{where}: {reason}", file=file.name, where=where, reason=reason
    )
    return UnreadableFileError(
        message, (Problem("toml", reason, Place(file=str(file), line=line)),)
    )


def _slip(told: str) -> str:
    """What a slip of TOML is, and what to write."""
    if told.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")):
        return _("khóa hoặc bảng ở đây đã ghi hai lần; hãy bỏ một.")
    if told.startswith("Expected '='"):
        return _("sau tên khóa thiếu dấu “=”; hãy viết: khóa = giá trị.")
    if told.startswith("Expected ']"):
        return _("thiếu dấu “]” đóng; hãy viết tên mục như [mục].")
    if told.startswith(("Illegal character", "Unterminated", "Expected '\"", "Expected \"'")):
        return _(
            "thiếu dấu nháy đóng hoặc có ký tự không được phép; hãy đặt chữ trong dấu nháy kép trên một dòng."
        )
    if told.startswith("Invalid value"):
        return _(
            "giá trị viết sai; hãy đặt chữ trong dấu nháy kép, viết số bằng chữ số, đúng/sai bằng true/false."
        )
    return _("sai cú pháp TOML; hãy xem lại dấu “=”, dấu nháy và dấu ngoặc ở đây.")


def canonical_json(value: object) -> bytes:
    """Plain values as the content of a file that is digested or kept: sorted keys, no blanks, in UTF-8.

    ValueError for a number that JSON has not.
    """
    return _canonical(value).encode()


def readable_json(value: object) -> bytes:
    """Plain values as the content of a file that people read too, each on its line."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
