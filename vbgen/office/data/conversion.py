"""A campaign's data carried from one form to another: converted, or an empty form."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import convert
from vbgen.campaign.writing.workbook_out import (
    write_empty_form,
    write_nomination_form,
    write_workbook,
)
from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.setting.workspace import find_workspace

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class FileWritten(Answer):
    """The file that was written."""

    file: Path

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"files": [str(self.file)]}


@dataclass(frozen=True)
class ConvertCampaign(Request[FileWritten]):
    """Write a campaign's data in the form that the target's ending names, nothing lost."""

    source: Path
    target: Path
    one_row: bool = False  # a workbook with one row a person

    def carry_out(self, office: "Office") -> FileWritten:
        """Read, write; what reading changed is told. The source's own workspace says what lists hold."""
        own = find_workspace(self.source.parent)
        words = own.words(office.today) if own.root else office.words
        loaded = convert(self.source, self.target, words, one_row=self.one_row)
        return FileWritten(self.target, problems=tuple(loaded.notes))


@dataclass(frozen=True)
class WriteForm(Request[FileWritten]):
    """Write an empty workbook to be filled in: of a whole campaign, or of one unit's nominations."""

    target: Path
    nominations: bool = False
    all_sheets: bool = False  # the linked sheets at once, none of them hidden

    def carry_out(self, office: "Office") -> FileWritten:
        """Its lists offer what holds today, the office's own among it."""
        if self.target.suffix.casefold() != ".xlsx":
            raise UsageError(
                _(
                    "Bảng để điền là tệp .xlsx, không ghi được {file}; hãy đổi đuôi tệp.",
                    file=self.target.name,
                )
            )
        if self.nominations:
            write_nomination_form(self.target, office.words)
        elif self.all_sheets:
            write_workbook(None, self.target, office.words)
        else:
            write_empty_form(self.target, office.words)
        return FileWritten(self.target)
