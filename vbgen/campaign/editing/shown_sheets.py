"""The sheets of a campaign's workbook as a clerk sees them: the workbook's own headings, and rows of text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import TypedValue
from vbgen.campaign.cells.shown import expected, offered
from vbgen.campaign.editing.cell_text import cell_text
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.headings import column_named, find_heading, known_titles
from vbgen.campaign.reading.recognising import recognised
from vbgen.campaign.reading.sheets import single_columns, title_entries
from vbgen.campaign.short.first_sheet import first_topic
from vbgen.campaign.short.one_row import list_topic
from vbgen.campaign.topics import Column, Topic, worded
from vbgen.model.vocabulary import Vocabulary
from vbgen.word.package.sheets.cell_names import letters

_MOST_COLUMNS = 200
_COMPUTED = frozenset({"formula-read", "formula-without-value"})


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column: its letters, its heading as the workbook has it, and what it wants."""

    letters: str
    title: str
    wants: str = ""
    choices: tuple[str, ...] = ()
    may_change: bool = True


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row: its number, the text of each column, and the columns whose cell is not typed but computed or covered."""

    number: int
    texts: tuple[str, ...]
    fixed: frozenset[int] = frozenset()  # indexes of columns
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # by the index of a column


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A sheet below its headings; one that is none of the form's is only looked at."""

    title: str
    columns: tuple[ShownColumn, ...]
    rows: tuple[ShownRow, ...]
    heading_row: int  # 0 without
    is_data: bool
    is_hidden: bool

    @property
    def last_row(self) -> int:
        """The number of the last row that says anything, or of the headings."""
        return self.rows[-1].number if self.rows else self.heading_row


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Where a sheet's headings stand, and which columns are data."""

    heading_row: int = 0
    fields: Mapping[int, Column] | None = None  # column number → what it holds, in a table
    data_columns: frozenset[int] | None = None  # those that alone are typed; None: all
    lines: Mapping[int, Column] | None = None  # row → what it holds, in a sheet of one value a row

    def may_change(self, column: int) -> bool:
        """Whether a clerk types in that column."""
        return self.data_columns is None or column in self.data_columns


def shown_sheets(grids: Sequence[Grid], words: Vocabulary) -> Iterator[ShownSheet]:
    """Every sheet, in the order of the workbook."""
    for grid in grids:
        layout = layout_of(grid, words)
        yield _shown(grid, layout or SheetLayout(), is_data=layout is not None)


def layout_of(grid: Grid, words: Vocabulary) -> SheetLayout | None:
    """How a sheet of the form is laid out; None for a sheet that is read as no data."""
    topics = (*worded(words), list_topic(words), first_topic(words))
    found = recognised(grid, topics)
    if found is None:
        return None
    return _table(grid, found.topic) if found.topic.is_table else _single(grid, found.topic)


def _table(grid: Grid, topic: Topic) -> SheetLayout | None:
    heading = find_heading(grid, topic)
    if heading is None:
        return None
    fields = {number: topic.column(field) for field, number in heading.columns.items()}
    return SheetLayout(heading.row, fields)


def _single(grid: Grid, topic: Topic) -> SheetLayout:
    name, value, start = single_columns(grid)
    known = known_titles(topic)
    named = {
        row: column_named(heading_text(entry), known)
        for row, entry in title_entries(grid, name, start)
    }
    lines = {row: column for row, column in named.items() if column is not None}
    return SheetLayout(start - 1, None, frozenset({value}), lines)


def _shown(grid: Grid, layout: SheetLayout, *, is_data: bool) -> ShownSheet:
    width = min(_MOST_COLUMNS, max((max(cells) for cells in grid.rows.values()), default=1))
    columns = tuple(_column(grid, layout, number) for number in range(1, width + 1))
    below = [number for number in grid.rows if number > layout.heading_row]
    rows = tuple(_row(grid, layout, number, width) for number in below)
    return ShownSheet(
        grid.title, columns, _without_empty_end(rows), layout.heading_row, is_data, grid.is_hidden
    )


def _without_empty_end(rows: Sequence[ShownRow]) -> tuple[ShownRow, ...]:
    empty = sum(1 for _row in takewhile(lambda row: not any(row.texts), reversed(rows)))
    return tuple(rows[: len(rows) - empty])


def _column(grid: Grid, layout: SheetLayout, number: int) -> ShownColumn:
    entry = grid.at(layout.heading_row, number)
    title = heading_text(entry) if entry else ""
    column = layout.fields.get(number) if layout.fields else None
    return ShownColumn(
        letters(number),
        title,
        expected(column) if column else "",
        offered(column) if column else (),
        layout.may_change(number),
    )


def _row(grid: Grid, layout: SheetLayout, number: int, width: int) -> ShownRow:
    own = grid.rows[number]
    columns = range(1, width + 1)
    texts = tuple(cell_text(own.get(column)) for column in columns)
    fixed = frozenset(column - 1 for column in columns if is_fixed(grid, number, column))
    return ShownRow(number, texts, fixed, _choices(layout, number))


def _choices(layout: SheetLayout, row: int) -> Mapping[int, tuple[str, ...]]:
    """What the line offers in its cell; a table's columns offer it themselves."""
    column = (layout.lines or {}).get(row)
    found = offered(column) if column else ()
    return {at - 1: found for at in layout.data_columns or ()} if found else {}


def is_fixed(grid: Grid, row: int, column: int) -> bool:
    """Whether nobody types there: the result of a formula, or a cell that a merged one covers."""
    if grid.covered.get((row, column), (row, column)) != (row, column):
        return True
    entry = grid.rows.get(row, {}).get(column)
    return entry is not None and _is_computed(entry)


def _is_computed(entry: TypedValue) -> bool:
    code = getattr(entry.value, "code", "")
    return code in _COMPUTED or any(remark.code in _COMPUTED for remark in entry.remarks)
