"""Files that lie among the inputs and are not read: what each really is, and what to do with it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from vbgen.campaign.cells.form_words import NOMINATIONS, UNDERSTOOD_FILE
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.ways import ReadSent
from vbgen.word.package.file_kinds import FileKind, OleKind, ZipKind
from vbgen.word.package.foreign.file_look import FileLook, look

# What systems and programs leave behind and no clerk put there.
_QUIET = frozenset(
    {
        ".ds_store",
        "thumbs.db",
        "desktop.ini",
        ".directory",
        ".gitkeep",
        ".gitignore",
        UNDERSTOOD_FILE,
    }
)
_ENDINGS: Mapping[FileLook, str] = {
    ZipKind.WORKBOOK: ".xlsx",
    ZipKind.BINARY_WORKBOOK: ".xlsb",
    ZipKind.OPEN_SHEET: ".ods",
    OleKind.WORKBOOK: ".xls",
}
_READ_AS_SENT = (ZipKind.WORD, FileKind.PDF)  # of any layout
_WORD = (ZipKind.WORD, ZipKind.OPEN_DOCUMENT, OleKind.WORD, FileKind.RTF)


def is_quiet(path: Path) -> bool:
    """Whether a system, a program or vbgen itself put it there."""
    name = path.name.casefold()
    return name in {*_QUIET, UNDERSTOOD_FILE} or name.startswith(".vbgen-")


def temporary(path: Path, name: str) -> Problem | None:
    """A word on what Office keeps beside an open file; None for anything else."""
    opened = _opened(path.name)
    if opened is None:
        return None
    message = _("tệp tạm của Word, Excel hay LibreOffice, không phải dữ liệu nên không được đọc.")
    hint = _(
        "Có lẽ {opened} đang được mở: hãy lưu và đóng tệp đó rồi chạy lại.", opened=opened or name
    )
    return Problem("temporary-file", message, Place(file=name), Severity.NOTE, hint)


def not_read(path: Path, name: str, *, is_input: bool) -> Problem:
    """A word on a file that is not read; a warning where it was put among the inputs."""
    kind = look(path)
    severity = Severity.WARNING if is_input or kind in _ENDINGS else Severity.NOTE
    message = _("{what}; tệp này không được đọc.", what=_named(kind, path))
    place = Place(file=name)
    if kind in _READ_AS_SENT and not path.name.startswith("."):
        return Problem("file-not-read", message, place, severity, ways=(ReadSent(name),))
    return Problem("file-not-read", message, place, severity, _way_out(kind, path))


def _opened(name: str) -> str | None:
    """The name of the file that a temporary one belongs to, empty where it is not told; None for no such file."""
    if name.startswith("~$"):
        return f"…{name[2:]}"
    if name.startswith(".~lock.") and name.endswith("#"):
        return name.removeprefix(".~lock.").removesuffix("#")
    lowered = name.casefold()
    return "" if lowered.startswith("~wr") or lowered.endswith(".tmp") else None


def _named(kind: FileLook | None, path: Path) -> str:
    if path.name.startswith("."):
        return _("tệp ẩn (tên bắt đầu bằng dấu chấm)")
    return _names().get(kind, lambda: _("tệp loại khác"))() if kind else _("không xem được tệp")


def _names() -> Mapping[FileLook, Callable[[], str]]:
    return {
        ZipKind.WORKBOOK: lambda: _("tệp Excel"),
        ZipKind.BINARY_WORKBOOK: lambda: _("tệp Excel nhị phân"),
        ZipKind.OPEN_SHEET: lambda: _("bảng tính OpenDocument"),
        OleKind.WORKBOOK: lambda: _("tệp Excel kiểu cũ"),
        ZipKind.WORD: lambda: _("tệp Word"),
        OleKind.WORD: lambda: _("tệp Word đời cũ"),
        ZipKind.OPEN_DOCUMENT: lambda: _("tệp OpenDocument"),
        FileKind.RTF: lambda: _("tệp RTF"),
        ZipKind.PRESENTATION: lambda: _("bài trình chiếu"),
        FileKind.PDF: lambda: _("tệp PDF"),
        FileKind.PICTURE: lambda: _("tệp ảnh"),
        FileKind.EMPTY: lambda: _("tệp rỗng"),
        FileKind.TEXT: lambda: _("tệp chữ"),
        FileKind.WEB_PAGE: lambda: _("trang web"),
        FileKind.SPREADSHEET_2003: lambda: _("bảng tính kiểu Excel 2003"),
        FileKind.OLE_LOCKED: lambda: _("tệp Office đặt mật khẩu"),
        ZipKind.OTHER: lambda: _("tệp nén"),
        FileKind.BROKEN_ZIP: lambda: _("tệp nén hỏng"),
    }


def _way_out(kind: FileLook | None, path: Path) -> str:
    if path.name.startswith("."):
        return _("Nếu là danh sách, hãy đổi tên cho tệp hiện ra rồi chạy lại.")
    if kind in _ENDINGS:
        return _tables_way_out(kind, path)
    if kind in _WORD:
        return _("Nếu có danh sách, hãy mở bằng Word, lưu thành .docx rồi đọc lại.")
    if kind is FileKind.PICTURE:
        return _("Nếu là danh sách, hãy xin đơn vị tệp Excel gốc hoặc gõ lại vào mẫu đề nghị.")
    if kind in {FileKind.WEB_PAGE, FileKind.SPREADSHEET_2003}:
        return _("Hãy mở bằng Excel và lưu thành .xlsx (File › Save As).")
    if kind is ZipKind.OTHER:
        return _("Nếu trong đó có danh sách, hãy giải nén rồi đặt tệp Excel vào đây.")
    if kind is FileKind.OLE_LOCKED:
        return _("Hãy bỏ mật khẩu rồi lưu lại thành .xlsx.")
    return _("Nếu là danh sách, chép sang tệp Excel trống; nếu không, chuyển tệp ra ngoài.")


def _tables_way_out(kind: FileLook | None, path: Path) -> str:
    ending = _ENDINGS.get(kind, "") if kind else ""
    if path.suffix.casefold() == ending:
        return _(
            "Nếu là danh sách của đơn vị, hãy chuyển tệp vào thư mục {folder}.", folder=NOMINATIONS
        )
    return _("Hãy đổi đuôi tên tệp thành {ending} rồi chạy lại.", ending=ending)
