"""Files that were laid in as the desk shows them: what was read out of each, beside its own pages or rows."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import OutsideProgramError, Problem, Severity, UnreadableFileError
from vbgen.files import read_bytes
from vbgen.intake.sources.spread_sheets import spread_sheets
from vbgen.intake.values import FileReading
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.overview.pictures import PAGES, DrawPages, keep_pages, picture_folder
from vbgen.office.receiving.inbox import ReceivedLot, find_lot, folder_of
from vbgen.office.receiving.reading import ReadFiles
from vbgen.word.package.file_kinds import FileKind, ZipKind
from vbgen.word.package.foreign.file_look import look_at
from vbgen.word.package.package import read_package
from vbgen.word.package.sheets.cell_names import row_of
from vbgen.word.package.writing import pack

if TYPE_CHECKING:
    from vbgen.office.office import Office

_LARGEST = 200_000_000  # bytes of a file with its pictures
_MOST_ROWS = 200  # of a sheet that is shown


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """A sheet of a workbook: the first of its rows, each with its number."""

    title: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class LotSeen(Answer):
    """Files that were laid in, what each holds, and what they say together."""

    lot: ReceivedLot
    files: tuple[FileReading, ...]


@dataclass(frozen=True)
class SeeLot(Request[LotSeen]):
    """Read the files that were laid in against what the office knows; nothing is written."""

    id: str

    def carry_out(self, office: "Office") -> LotSeen:
        """Everything read anew: an answer may have been given meanwhile."""
        lot = find_lot(office, self.id)
        into = campaign_named(office, lot.into) if lot.into else None
        files = (folder_of(office, self.id),)
        found = office.do(ReadFiles(files, into, only_look=True, sender=lot.unit))
        others = tuple(_of_others(lot, found.files))
        return LotSeen(lot, found.files, problems=(*found.problems, *others))


def _of_others(lot: ReceivedLot, readings: Iterable[FileReading]) -> Iterator[Problem]:
    """People of other units in what a unit sent, each unit told once a file."""
    for reading in readings:
        told = set[object]()
        for each in reading.people:
            if lot.unit and each["unit"] not in {"", lot.unit, *told}:
                told.add(each["unit"])
                message = _(
                    "danh sách của {sender} có người của đơn vị khác: {unit}.",
                    sender=lot.sender,
                    unit=each["unit_name"] or each["unit"],
                )
                yield Problem("other-unit", message, each.place, Severity.WARNING)


@dataclass(frozen=True)
class SourceShown(Answer):
    """A file's own pages as pictures, or its sheets as rows; and on which page words stand."""

    key: str = ""
    pages: int = 0
    sheets: tuple[SourceSheet, ...] = ()
    page_of: Mapping[str, int] = field(default_factory=dict)  # words → page


@dataclass(frozen=True)
class ShowSource(Request[SourceShown]):
    """The source of a reading as it looks; `words` are looked for on its pages."""

    id: str
    file: str
    words: tuple[str, ...] = ()

    def carry_out(self, office: "Office") -> SourceShown:
        """Drawn once; where this machine cannot, or the file is none to be drawn, nothing is shown but the reason."""
        path = folder_of(office, self.id) / Path(self.file).name
        content = read_bytes(path, most=_LARGEST)
        kind = look_at(content)
        try:
            if kind is ZipKind.WORD:
                return self._drawn(office, pack(read_package(content, name=self.file).contents))
            if kind is FileKind.PDF:
                return self._kept(office, content)
            return SourceShown(sheets=tuple(_sheets(path)))
        except (UnreadableFileError, OutsideProgramError) as fault:
            return SourceShown(problems=fault.as_problems())

    def _drawn(self, office: "Office", docx: bytes) -> SourceShown:
        office.do(DrawPages(docx))
        return self._shown(office, hashlib.sha256(docx).hexdigest())

    def _kept(self, office: "Office", pdf: bytes) -> SourceShown:
        return self._shown(office, keep_pages(office, pdf))

    def _shown(self, office: "Office", key: str) -> SourceShown:
        from vbgen.pages.pdf.pictures import page_count
        from vbgen.pages.pdf.words import pages_of

        pdf = picture_folder(office, key) / PAGES
        return SourceShown(key, page_count(pdf), page_of=pages_of(pdf, self.words))


def _sheets(path: Path) -> Iterator[SourceSheet]:
    for sheet in spread_sheets(path, path.name):
        rows = sheet.rows[:_MOST_ROWS]
        yield SourceSheet(
            sheet.title,
            tuple((str(row_of(row.place.cell)), _texts(row.cells)) for row in rows),
        )


def _texts(cells: Mapping[int, object]) -> tuple[str, ...]:
    return tuple(getattr(cells.get(at), "text", "") for at in range(1, max(cells, default=0) + 1))
