"""A file that somebody sent, opened through the one door for strangers' files: what it is, and its sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.recognise import recognise
from vbgen.errors import OutsideProgramError, Place, Problem, UnreadableFileError
from vbgen.intake.sources.spread_sheets import spread_sheets
from vbgen.intake.sources.values import SeenSheet
from vbgen.intake.sources.word_sheets import word_sheet
from vbgen.messages import _
from vbgen.word.package.file_kinds import FileKind, OleKind, ZipKind
from vbgen.word.package.foreign.file_look import look_at
from vbgen.word.package.foreign.workbooks import READ_HERE
from vbgen.word.package.lenient import open_package
from vbgen.word.package.workbook import file_bytes
from vbgen.word.reading.document import read_document

_SHEETS = (ZipKind.WORKBOOK, *READ_HERE)
_PLAIN = (FileKind.TEXT, FileKind.OTHER)


@dataclass(frozen=True)
class SentFile:
    """A file opened: its sheets, and the paper that a Word file is."""

    name: str
    sheets: tuple[SeenSheet, ...]
    paper: Paper | None = None
    pages: Mapping[str, int] = field(
        default_factory=dict
    )  # of a PDF file: of each paragraph, table
    is_scan: bool = False


def open_sent(path: Path, name: str) -> SentFile:
    """The file by what it really is; raises UnreadableFileError, with its problem, for one that cannot be read."""
    kind = look_at(file_bytes(path, name))
    if kind is ZipKind.WORD:
        return _word(path, name)
    if kind in _SHEETS or (kind in _PLAIN and path.suffix.casefold() in {".csv", ".tsv", ".txt"}):
        return SentFile(name, spread_sheets(path, name))
    if kind is FileKind.PDF:
        return _pdf(path, name)
    raise _unread(name, kind)


def _word(path: Path, name: str) -> SentFile:
    try:
        document = read_document(open_package(path))
    except UnreadableFileError as fault:
        problems = fault.as_problems("unreadable-file", Place(file=name))
        raise UnreadableFileError(fault.message, problems) from fault
    paper = recognise(document)
    return SentFile(name, (word_sheet(paper, name),), paper)


def _pdf(path: Path, name: str) -> SentFile:
    from vbgen.intake.sources.pdf_file import printed_paper

    try:
        printed = printed_paper(file_bytes(path, name))
    except (OutsideProgramError, UnreadableFileError) as fault:
        problem = Problem("file-not-read", fault.message, Place(file=name))
        raise UnreadableFileError(f"{name}: {fault.message}", (problem,)) from fault
    sheet = word_sheet(printed.paper, name)
    return SentFile(name, (sheet,), printed.paper, printed.pages, printed.is_scan)


def _unread(name: str, kind: object) -> UnreadableFileError:
    sentences = {
        FileKind.EMPTY: _("tệp rỗng; hãy xin lại tệp."),
        FileKind.OLE_LOCKED: _("tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại."),
        OleKind.WORD: _("Word đời cũ (.doc); hãy mở bằng Word và lưu thành .docx."),
        FileKind.RTF: _("tệp RTF; hãy mở bằng Word và lưu thành .docx."),
        ZipKind.OPEN_DOCUMENT: _("văn bản OpenDocument (.odt); hãy lưu lại thành .docx."),
        ZipKind.PRESENTATION: _("bài trình chiếu; hãy chọn tệp Word hoặc Excel."),
        FileKind.WEB_PAGE: _("trang web; hãy mở bằng Excel và lưu thành .xlsx."),
        FileKind.SPREADSHEET_2003: _("bảng tính kiểu Excel 2003; hãy lưu lại thành .xlsx."),
        FileKind.BROKEN_ZIP: _("tệp nén hỏng; hãy xin lại tệp."),
        ZipKind.OTHER: _("tệp nén; hãy giải nén rồi đọc từng tệp."),
    }
    message = sentences.get(kind, _("tệp loại khác; đọc được Word, Excel, CSV và PDF."))  # type: ignore[call-overload]
    problem = Problem("file-not-read", message, Place(file=name))
    return UnreadableFileError(f"{name}: {message}", (problem,))
