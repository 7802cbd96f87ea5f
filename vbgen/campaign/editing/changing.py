"""Cells of a campaign's workbook changed, and nothing else of it; what somebody else changed meanwhile is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbgen.campaign.editing.cell_text import cell_text, content_of
from vbgen.campaign.editing.shown_sheets import SheetLayout, is_fixed, layout_of
from vbgen.campaign.reading.grid import Grid
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, UsageError
from vbgen.messages import _, quoted
from vbgen.model.vocabulary import Vocabulary
from vbgen.word.package.bounds import SHEETS
from vbgen.word.package.sheets.cell_names import column_of
from vbgen.word.package.sheets.put_cells import Content, formula_cells, put_cells
from vbgen.words.numbers import vn_number

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_COLUMN, _MOST_ROW = 16_384, 1_048_576


@dataclass(frozen=True, slots=True)
class CellChange:
    """What a clerk wants a cell to say, and what it said when the clerk saw it."""

    cell: str  # `B7`
    was: str
    now: str

    @property
    def at(self) -> tuple[int, int]:
        """Row and column; UsageError for no name of a cell."""
        match = _CELL.fullmatch(self.cell)
        column = column_of(match[1]) if match else 0
        row = int(match[2]) if match else 0
        if not match or column > _MOST_COLUMN or row > _MOST_ROW:
            raise UsageError(_("Không có ô “{cell}”.", cell=quoted(self.cell)))
        return row, column


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """A cell that says something else now than the clerk saw: theirs and ours."""

    cell: str
    was: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """Changes held against a sheet as it is: those to be made, and those that need the clerk's word."""

    wanted: tuple[CellChange, ...]
    meanwhile: tuple[ChangedMeanwhile, ...]


def held_against(grid: Grid, changes: Sequence[CellChange]) -> SheetChanges:
    """What is still to be changed; what says already what it should is left alone."""
    wanted, meanwhile = list[CellChange](), list[ChangedMeanwhile]()
    for each in changes:
        row, column = each.at
        theirs = one_line_ends(cell_text(grid.rows.get(row, {}).get(column)))
        was, now = one_line_ends(each.was), one_line_ends(each.now)
        if now in {was, theirs}:
            continue
        if theirs == was:
            wanted.append(CellChange(each.cell, was, now))
        else:
            meanwhile.append(ChangedMeanwhile(each.cell, was, theirs, now))
    return SheetChanges(tuple(wanted), tuple(meanwhile))


def one_line_ends(text: str) -> str:
    """The text with line ends as Excel has them; forms send others."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def with_looks(grid: Grid, changes: Sequence[CellChange]) -> tuple[Problem, ...]:
    """A note for each changed cell some of whose words are bold or italic: what is new looks as what it follows."""
    message = _(
        "ô này có chữ đậm hoặc nghiêng; phần chữ không đổi giữ nguyên kiểu, phần mới theo chữ đứng trước."
    )
    hint = _("Xem lại kiểu chữ của ô này trong Excel.")
    rich = (each for each in changes if each.now and _looks(grid, each))
    return tuple(
        Problem(
            "cell-looks-kept",
            message,
            Place(grid.place.file, grid.title, each.cell),
            Severity.NOTE,
            hint,
        )
        for each in rich
    )


def _looks(grid: Grid, change: CellChange) -> bool:
    row, column = change.at
    entry = grid.rows.get(row, {}).get(column)
    looks = {(each.bold, each.italic) for each in entry.looks} if entry else set()
    return len(looks) > 1


def changed_workbook(
    data: bytes, file: str, grid: Grid, changes: Sequence[CellChange], words: Vocabulary
) -> bytes:
    """The workbook with those cells changed. ProblemsFoundError with each cell that nobody may type in."""
    layout = layout_of(grid, words)
    if layout is None:
        message = _(
            "Trang “{title}” không phải trang dữ liệu của mẫu nên chỉ xem.", title=grid.title
        )
        hint = _("Hãy sửa trang này trong Excel.")
        raise ProblemsFoundError(message, (Problem("not-data", message, grid.place, hint=hint),))
    formulas = formula_cells(data, file, grid.title)
    if problems := tuple(_refused(grid, layout, changes, formulas)):
        count = len(problems)
        raise ProblemsFoundError(_("Có {count} ô chưa ghi được.", count=count), problems)
    cells = {each.at: _content(grid, layout, each) for each in changes}
    return put_cells(data, file, {grid.title: cells}, reveal=False)


def _content(grid: Grid, layout: SheetLayout, change: CellChange) -> Content:
    row, column = change.at
    before = grid.rows.get(row, {}).get(column)
    kept = (layout.fields or {}).get(column)
    return content_of(change.now, before, kept)


def _refused(
    grid: Grid, layout: SheetLayout, changes: Sequence[CellChange], formulas: frozenset[str]
) -> Iterator[Problem]:
    for each in changes:
        place = Place(grid.place.file, grid.title, each.cell)
        row, column = each.at
        if each.cell in formulas or is_fixed(grid, row, column):
            message = _("ô là công thức hoặc nằm trong vùng gộp, không gõ đè ở đây.")
            hint = _("Hãy sửa ô này trong Excel.")
            yield Problem("cell-is-computed", message, place, hint=hint)
        elif row <= layout.heading_row or not layout.may_change(column):
            message = _("ô này là tiêu đề hoặc hướng dẫn của mẫu.")
            yield Problem("cell-is-heading", message, place, hint=_("Chỉ sửa các ô dữ liệu."))
        elif problem := unwritable(each.now, place):
            yield problem


def unwritable(text: str, place: Place) -> Problem | None:
    """What keeps a text from standing in a cell of Excel."""
    if len(text) > SHEETS.text_chars:
        message = _(
            "ô có {chars} chữ, hơn {most} là mức mà Excel cho phép; hãy rút ngắn đoạn chữ.",
            chars=vn_number(len(text)),
            most=vn_number(SHEETS.text_chars),
        )
        return Problem("cell-too-long", message, place)
    if _NO_CHARACTER.search(text):
        message = _("ô có ký tự mà Excel không ghi được; hãy gõ lại đoạn chữ.")
        return Problem("cell-unwritable", message, place)
    return None
