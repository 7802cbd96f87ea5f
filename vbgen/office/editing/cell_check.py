"""What the check would say of cells that were typed and are not saved yet: a copy of the campaign is checked."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign.editing.changing import CellChange, changed_workbook
from vbgen.errors import VbgenError
from vbgen.leftovers import temporary_folder
from vbgen.office.acts import Answer, Request
from vbgen.office.campaign_check import CheckCampaign
from vbgen.office.editing.open_workbook import OpenWorkbook

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class CellsChecked(Answer):
    """What the check tells; places name the workbook's own file."""

    file: str


@dataclass(frozen=True)
class CheckCells(Request[CellsChecked]):
    """Check a campaign as it would be with some cells changed; nothing of it is changed."""

    campaign: str
    sheet: str
    changes: tuple[CellChange, ...]

    def carry_out(self, office: "Office") -> CellsChecked:
        """The problems of data and law alike; of cells that cannot be written, why."""
        book = OpenWorkbook.of(office, self.campaign)
        grid, name = book.grid(self.sheet), book.file.name
        try:
            content = changed_workbook(book.data, name, grid, self.changes, office.words)
        except VbgenError as fault:
            return CellsChecked(name, problems=fault.problems)
        with temporary_folder("check") as place:
            copy = Path(shutil.copytree(book.file.parent, Path(place) / self.campaign))
            (copy / name).write_bytes(content)
            try:
                found = office.do(CheckCampaign(copy))
            except VbgenError as fault:
                return CellsChecked(name, problems=fault.problems)
        return CellsChecked(name, problems=found.problems)
