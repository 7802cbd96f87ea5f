"""A campaign's workbook, opened for one act: where it lies, its bytes, its sheets, its versions."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign.editing.versions import digest_of, versions_of
from vbgen.campaign.folder import grids_of
from vbgen.campaign.inputs.main_files import main_files
from vbgen.campaign.reading.grid import Grid
from vbgen.errors import Place, Problem, ProblemsFoundError, UsageError
from vbgen.messages import _, quoted
from vbgen.office.overview.campaigns import campaign_named
from vbgen.word.package.workbook import file_bytes

if TYPE_CHECKING:
    from vbgen.office.office import Office

_OPENED = ("~${name}", ".~lock.{name}#")  # what Excel and LibreOffice lay beside an open file


@dataclass(frozen=True)
class OpenWorkbook:
    """The workbook as it is now."""

    file: Path
    versions: Path  # the folder of its versions

    @classmethod
    def of(cls, office: "Office", campaign: str) -> "OpenWorkbook":
        """That of a campaign, by the name of its folder; UsageError for data that are no .xlsx."""
        folder = campaign_named(office, campaign)
        file = main_files(folder)[0]
        if file.suffix.casefold() != ".xlsx":
            message = _("Dữ liệu nằm trong {file}, không phải tệp .xlsx.", file=file.name)
            hint = _("Hãy mở bằng Excel, lưu thành campaign.xlsx rồi làm lại.")
            problem = Problem("no-workbook", message, Place(file=file.name), hint=hint)
            raise UsageError(f"{message} {hint}", (problem,))
        return cls(file, versions_of(office.root, folder.name))

    @cached_property
    def data(self) -> bytes:
        """Its bytes."""
        return file_bytes(self.file, self.file.name)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of its bytes."""
        return digest_of(self.data)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """Its sheets."""
        return grids_of(self.file, self.file.name)

    def grid(self, title: str) -> Grid:
        """One sheet; UsageError for none of that title."""
        for grid in self.grids:
            if grid.title == title:
                return grid
        raise UsageError(_("Tệp không có trang “{title}”.", title=quoted(title)))

    @property
    def opened_elsewhere(self) -> tuple[Problem, ...]:
        """A word where Excel or LibreOffice has it open."""
        names = [pattern.format(name=self.file.name) for pattern in _OPENED]
        marks = [name for name in names if self.file.with_name(name).exists()]
        message = _(
            "Tệp đang mở trong Excel hoặc LibreOffice; lưu ở đây thì người đang mở sẽ ghi đè lên."
        )
        hint = _(
            "Hãy đóng tệp đó trước. Nếu không ai mở, hãy xóa tệp tạm {mark}.", mark=", ".join(marks)
        )
        problem = Problem("opened-elsewhere", message, Place(file=self.file.name), hint=hint)
        return (problem,) if marks else ()

    def refuse_opened(self) -> None:
        """ProblemsFoundError while somebody has it open elsewhere: what is saved here would be lost."""
        if problems := self.opened_elsewhere:
            raise ProblemsFoundError(problems[0].message, problems)
