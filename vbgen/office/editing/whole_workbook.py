"""The whole workbook out of the desk and in again: what an upload would change is shown before it does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.campaign.editing.comparing import WorkbookDifferences, compared
from vbgen.campaign.editing.versions import (
    WorkbookSaving,
    WorkbookVersion,
    digest_of,
    keep_with,
    new_version,
    version_content,
    versions_in,
)
from vbgen.campaign.folder import grids_of, load_file
from vbgen.errors import Problem, ProblemsFoundError, UsageError, VbgenError
from vbgen.files import read_bytes, write_whole
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.editing.one_writer import only_writer
from vbgen.office.editing.open_workbook import OpenWorkbook
from vbgen.ways import PrepareAgain
from vbgen.word.package.bounds import WORKBOOK

if TYPE_CHECKING:
    from pathlib import Path

    from vbgen.office.office import Office

_OFFERED = "offered"
_LONGEST_NAME = 120


@dataclass(frozen=True)
class WorkbookTaken(Answer):
    """A workbook as it lies."""

    name: str
    content: bytes


@dataclass(frozen=True)
class TakeWorkbook(Request[WorkbookTaken]):
    """A campaign's workbook as it is now, or one of its versions."""

    campaign: str
    version: str = ""

    def carry_out(self, office: "Office") -> WorkbookTaken:
        """Its bytes, and a name to keep it under."""
        book = OpenWorkbook.of(office, self.campaign)
        if self.version:
            content = version_content(book.versions, self.version)
            return WorkbookTaken(f"{self.campaign}-{self.version}.xlsx", content)
        return WorkbookTaken(f"{self.campaign}.xlsx", book.data)


@dataclass(frozen=True)
class VersionsListed(Answer):
    """The versions of a workbook, the newest first."""

    versions: tuple[WorkbookVersion, ...]


@dataclass(frozen=True)
class ListVersions(Request[VersionsListed]):
    """Who saved what in a campaign's workbook, and when."""

    campaign: str

    def carry_out(self, office: "Office") -> VersionsListed:
        """What stands in the folder of versions."""
        return VersionsListed(versions_in(OpenWorkbook.of(office, self.campaign).versions))


@dataclass(frozen=True)
class WorkbookCompared(Answer):
    """What another workbook would change, what is wrong in it, and how to say yes to it."""

    offered: str  # digest of what was sent
    base: str  # digest of the workbook as it is now
    name: str
    differences: WorkbookDifferences
    is_same: bool


@dataclass(frozen=True)
class CompareWorkbook(Request[WorkbookCompared]):
    """Hold a workbook that was sent, or a version, against the campaign's; it is laid aside until somebody says yes."""

    campaign: str
    name: str
    content: bytes = b""
    version: str = ""

    def carry_out(self, office: "Office") -> WorkbookCompared:
        """UnreadableFileError for what is no safe workbook."""
        office.confirm_may_write()
        book = OpenWorkbook.of(office, self.campaign)
        content = version_content(book.versions, self.version) if self.version else self.content
        digest = digest_of(content)
        aside = _aside(book, digest)
        write_whole(aside, content)
        try:
            other = grids_of(aside, _short(self.name))
        except VbgenError:
            aside.unlink(missing_ok=True)
            raise
        differences = compared(book.grids, other)
        return WorkbookCompared(
            digest,
            book.digest,
            _short(self.name),
            differences,
            digest == book.digest,
            problems=_told(aside, office),
        )


def _aside(book: OpenWorkbook, digest: str) -> "Path":
    return book.versions / _OFFERED / f"{digest}.xlsx"


def _short(name: str) -> str:
    """The file's own name, without where it lay."""
    return name.replace("\\", "/").rpartition("/")[2][:_LONGEST_NAME] or "campaign.xlsx"


def _told(file: "Path", office: "Office") -> tuple[Problem, ...]:
    """What the reading of its data tells."""
    try:
        return load_file(file, office.words).notes
    except VbgenError as fault:
        return fault.problems


@dataclass(frozen=True)
class WorkbookReplaced(Answer):
    """The workbook was replaced."""


@dataclass(frozen=True)
class ReplaceWorkbook(Request[WorkbookReplaced]):
    """Put the workbook that was compared in the place of the campaign's own, as it was when they were compared."""

    campaign: str
    offered: str
    base: str
    name: str = ""

    def carry_out(self, office: "Office") -> WorkbookReplaced:
        """ProblemsFoundError where the campaign's own has changed since."""
        office.confirm_may_write()
        with only_writer(OpenWorkbook.of(office, self.campaign).versions):
            book = OpenWorkbook.of(office, self.campaign)
            book.refuse_opened()
            if book.digest != self.base:
                raise _changed_since()
            content = _laid_aside(book, self.offered)
            around = office.surroundings
            what = WorkbookSaving(upload=_short(self.name))
            contents = (book.data, content)
            version = new_version(book.versions, around.who, around.clock(), contents, what)
            keep_with(book.file, content, version)
            _aside(book, self.offered).unlink(missing_ok=True)
        return WorkbookReplaced()


def _laid_aside(book: OpenWorkbook, digest: str) -> bytes:
    """What was sent; UsageError where nothing of that digest lies there."""
    waiting = book.versions / _OFFERED
    known = {path.stem for path in waiting.glob("*.xlsx")} if waiting.is_dir() else set()
    if digest not in known:
        raise UsageError(_("Tệp đã gửi không còn chờ ở đây; hãy gửi lại."))
    return read_bytes(_aside(book, digest), most=WORKBOOK.file_bytes)


def _changed_since() -> ProblemsFoundError:
    message = _("Dữ liệu đã được sửa sau khi so sánh, nên chưa thay tệp.")
    return ProblemsFoundError(
        message, (Problem("changed-since-compared", message, ways=(PrepareAgain(),)),)
    )
