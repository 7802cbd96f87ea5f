"""Sheets turned into tables: rows of entries under the fields of the model."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import TypedFile, TypedRow, TypedTable, TypedValue
from vbgen.campaign.cells.form_words import SINGLE_NAME, SINGLE_VALUE
from vbgen.campaign.reading.copies import beside
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.headings import column_named, find_heading, known_titles
from vbgen.campaign.reading.known_sheets import MOST_ROWS
from vbgen.campaign.reading.recognising import Recognised, not_recognised, recognised
from vbgen.campaign.reading.rows import doubtful_rows, read_rows
from vbgen.campaign.reading.strange_headings import doubled_title, unknown_title
from vbgen.campaign.short.first_sheet import first_topic
from vbgen.campaign.short.one_row import list_topic
from vbgen.campaign.topics import Topic, heading_key, worded
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _, current_language
from vbgen.model.vocabulary import Vocabulary
from vbgen.word.package.sheets.cell_names import letters

_NAMES_SHOWN = 8


def tables_of(
    grids: tuple[Grid, ...], file: str, words: Vocabulary, *, is_sent: bool = False
) -> TypedFile:
    """Every sheet that is a topic of the campaign; what is said of the others depends on what they hold."""
    topics = (*worded(words), list_topic(words), first_topic(words))
    found = [(grid, recognised(grid, topics, is_sent=is_sent)) for grid in grids]
    known = sorted((each for _grid, each in found if each), key=lambda each: not each.is_original)
    tables: dict[str, TypedTable] = {}
    problems: list[Problem] = []
    for each in known:
        table, told = _table_in(each)
        first = tables.setdefault(each.topic.field, table)
        problems += told if first is table else beside(each, table, first)
    for grid, what in found:
        if what is None:
            problems += not_recognised(grid, topics, set(tables))
    return TypedFile(file, tables, tuple(problems))


def _table_in(each: Recognised) -> tuple[TypedTable, Sequence[Problem]]:
    """The same, of a sheet that is known again found once."""
    if len(each.grid.rows) > MOST_ROWS:
        return _read(each)
    return _read_once(each, current_language())


@lru_cache(maxsize=200)
def _read_once(each: Recognised, _language: str) -> tuple[TypedTable, Sequence[Problem]]:
    return _read(each)


def _read(each: Recognised) -> tuple[TypedTable, Sequence[Problem]]:
    """The table of a sheet, and all that is said of its form."""
    grid, topic = each.grid, each.topic
    table, told = (_table if topic.is_table else _single)(grid, topic)
    problems = [*told, *doubtful_rows(grid, table.rows if topic.is_table else ())]
    if _says_anything(table):
        problems += _hidden(grid)
    if not each.is_original:
        problems.insert(0, _taken_for(each))
    return table, problems


def _taken_for(each: Recognised) -> Problem:
    """A note of what a sheet of another title was read as."""
    title = each.topic.title
    message = _("đọc như trang “{title}” của mẫu, theo tên trang.", title=title)
    if each.by_heading:
        message = _("đọc như trang “{title}” của mẫu, theo hàng tiêu đề.", title=title)
    return Problem("sheet-taken-for", message, each.grid.place, Severity.NOTE)


def _says_anything(table: TypedTable) -> bool:
    """A sheet without data that is hidden is one of the form's own, waiting until it is wanted."""
    return any(entry.value is not None for row in table.rows for entry in row.entries.values())


def _hidden(grid: Grid) -> Iterator[Problem]:
    if grid.is_hidden:
        yield _seen(grid, "hidden-sheet", _("trang đang ẩn, vẫn được đọc."))
    if grid.hidden_columns:
        columns = _listed(list(grid.hidden_columns))
        yield _seen(
            grid, "hidden-columns", _("có cột đang ẩn ({columns}), vẫn được đọc.", columns=columns)
        )


def _seen(grid: Grid, code: str, message: str) -> Problem:
    return Problem(code, message, grid.place, Severity.NOTE)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_NAMES_SHOWN]) + (" …" if len(names) > _NAMES_SHOWN else "")


def _table(grid: Grid, topic: Topic) -> tuple[TypedTable, tuple[Problem, ...]]:
    if not grid.rows:
        return TypedTable(grid.place), ()
    heading = find_heading(grid, topic)
    if heading is None:
        message = _("không tìm thấy hàng tiêu đề, ví dụ “{title}”.", title=topic.columns[0].title)
        hint = _("Hãy chép lại hàng tiêu đề từ mẫu.")
        return _nothing(grid, topic), (Problem("missing-heading", message, grid.place, hint=hint),)
    read = read_rows(grid, topic, heading)
    letters_of = {field: letters(column) for field, column in heading.columns.items()}
    table = TypedTable(grid.place_at(heading.row, 1), tuple(read.rows), heading.missing, letters_of)
    return table, (*heading.problems, *read.problems)


def _nothing(grid: Grid, topic: Topic) -> TypedTable:
    return TypedTable(grid.place, (), frozenset(column.field for column in topic.columns))


def _single(grid: Grid, topic: Topic) -> tuple[TypedTable, tuple[Problem, ...]]:
    name, value, start = single_columns(grid)
    known = known_titles(topic)
    named: dict[str, tuple[int, Place]] = {}
    problems: list[Problem] = []
    strangers: list[tuple[Place, str]] = []
    for row, entry in title_entries(grid, name, start):
        title = heading_text(entry)
        column = column_named(title, known)
        if column is None:
            strangers.append((entry.place, title))
        elif column.field in named:
            problems.append(doubled_title(entry.place, title, named[column.field][1]))
        else:
            named[column.field] = (row, entry.place)
    problems += _strangers(topic, named, strangers)
    entries = {field: _value_at(grid, row, value) for field, (row, _place) in named.items()}
    return TypedTable(grid.place, (TypedRow(grid.place, entries),)), tuple(problems)


def _strangers(
    topic: Topic, named: Mapping[str, object], strangers: Sequence[tuple[Place, str]]
) -> Iterator[Problem]:
    free = [column.title for column in topic.columns if column.field not in named]
    for place, title in strangers:
        if title:
            yield unknown_title(place, title, free)


def _value_at(grid: Grid, row: int, column: int) -> TypedValue:
    return grid.at(row, column) or TypedValue(None, grid.place_at(row, column))


def title_entries(grid: Grid, column: int, start: int) -> Iterator[tuple[int, TypedValue]]:
    """The names in that column from `start` on, each with its row."""
    for row in grid.rows:
        entry = grid.at(row, column) if row >= start else None
        if entry is not None:
            yield row, entry


def single_columns(grid: Grid) -> tuple[int, int, int]:
    """Columns of names and values, and the first row of the list."""
    for row in list(grid.rows)[:10]:
        titles = {
            heading_key(heading_text(entry)): column for column, entry in grid.rows[row].items()
        }
        name, value = titles.get(heading_key(SINGLE_NAME)), titles.get(heading_key(SINGLE_VALUE))
        if name and value:
            return name, value, row + 1
    return 1, 2, 1
