"""Sheets turned into tables: rows of entries under the fields of the model."""

from collections.abc import Iterator, Mapping, Sequence

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import TypedFile, TypedRow, TypedTable, TypedValue
from vbgen.campaign.cells.form_words import OWN_SHEETS, SINGLE_NAME, SINGLE_VALUE
from vbgen.campaign.cells.markers import is_example
from vbgen.campaign.examples import changed_example
from vbgen.campaign.reading.grid import Grid, letters
from vbgen.campaign.reading.headings import (
    Heading,
    doubled_title,
    find_heading,
    known_titles,
    unknown_title,
)
from vbgen.campaign.topics import Topic, heading_key, nearest, topics
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

_NAMES_SHOWN = 8


def tables_of(grids: tuple[Grid, ...], file: str) -> TypedFile:
    """Every sheet that is a topic of the campaign; the others are told and left."""
    tables: dict[str, TypedTable] = {}
    problems: list[Problem] = []
    for grid in grids:
        topic = _subject_of(grid.title)
        if topic is None:
            problems += _stranger(grid, tables)
        elif topic.field in tables:
            message = _(
                "trang này trùng với trang “{first}”.", first=tables[topic.field].place.sheet
            )
            problems.append(
                Problem("doubled-sheet", message, grid.place, hint=_("Hãy gộp hai trang làm một."))
            )
        else:
            tables[topic.field], found = (_table if topic.is_table else _single)(grid, topic)
            problems += [*found, *_hidden(grid)]
    return TypedFile(file, tables, tuple(problems))


def _subject_of(title: str) -> Topic | None:
    key = heading_key(title)
    return next(
        (each for each in topics() if key in {heading_key(each.title), heading_key(each.field)}),
        None,
    )


def _stranger(grid: Grid, tables: Mapping[str, TypedTable]) -> Iterator[Problem]:
    if grid.title in OWN_SHEETS or not grid.rows:
        return
    near = nearest(grid.title, [each.title for each in topics() if each.field not in tables])
    if near:
        message = _("trang này không có trong mẫu nên bị bỏ qua.")
        yield Problem(
            "unknown-sheet",
            message,
            grid.place,
            Severity.WARNING,
            _("Có phải là “{near}”?", near=near),
        )
    else:
        yield Problem(
            "extra-sheet", _("trang này ngoài mẫu, được bỏ qua."), grid.place, Severity.NOTE
        )


def _hidden(grid: Grid) -> Iterator[Problem]:
    if grid.is_hidden:
        yield _seen(grid, "hidden-sheet", _("trang đang ẩn, vẫn được đọc."))
    if grid.hidden_rows:
        rows = _listed([str(row) for row in sorted(grid.hidden_rows)])
        yield _seen(grid, "hidden-rows", _("có hàng đang ẩn ({rows}), vẫn được đọc.", rows=rows))
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
    rows, remarks = _rows(grid, topic, heading)
    letters_of = {field: letters(column) for field, column in heading.columns.items()}
    table = TypedTable(grid.place_at(heading.row, 1), tuple(rows), heading.missing, letters_of)
    return table, (*heading.problems, *remarks)


def _nothing(grid: Grid, topic: Topic) -> TypedTable:
    return TypedTable(grid.place, (), frozenset(column.field for column in topic.columns))


def _rows(grid: Grid, topic: Topic, heading: Heading) -> tuple[list[TypedRow], list[Problem]]:
    rows: list[TypedRow] = []
    problems: list[Problem] = []
    for number in grid.rows:
        if number <= heading.row:
            continue
        entries = _entries(grid, heading, number)
        first = next(iter(entries.values()), None)
        if first is not None and is_example(first.value):
            problems += changed_example(topic, entries, first)
        elif any(_is_filled(entry) for entry in entries.values()):
            rows.append(TypedRow(grid.place_at(number, 1), entries))
    return rows, problems


def _entries(grid: Grid, heading: Heading, row: int) -> dict[str, TypedValue]:
    """The row's entries in the order of its columns; a cell merged downwards fills the rows that it covers."""
    entries = {}
    for field, column in sorted(heading.columns.items(), key=lambda pair: pair[1]):
        first = grid.covered.get((row, column), (row, column))
        entry = grid.at(row, column) if first[1] == column and first[0] > heading.row else None
        if entry is not None:
            entries[field] = (
                entry if first == (row, column) else _filled_down(entry, grid.place_at(row, column))
            )
    return entries


def _filled_down(entry: TypedValue, place: Place) -> TypedValue:
    message = _("ô nằm trong vùng gộp, dùng giá trị của ô {first}.", first=entry.place.cell)
    remark = Problem("merged-cell", message, place, Severity.NOTE)
    return TypedValue(
        entry.value, place, entry.pattern, entry.runs, entry.epoch_1904, remarks=(remark,)
    )


def _is_filled(entry: TypedValue) -> bool:
    return not isinstance(entry.value, str) or heading_text(entry) != ""


def _single(grid: Grid, topic: Topic) -> tuple[TypedTable, tuple[Problem, ...]]:
    name, value, start = _single_columns(grid)
    known = known_titles(topic)
    named: dict[str, tuple[int, Place]] = {}
    problems: list[Problem] = []
    strangers: list[tuple[Place, str]] = []
    for row, entry in _title_entries(grid, name, start):
        title = heading_text(entry)
        column = known.get(heading_key(title))
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


def _title_entries(grid: Grid, column: int, start: int) -> Iterator[tuple[int, TypedValue]]:
    """The names in that column from `start` on, each with its row."""
    for row in grid.rows:
        entry = grid.at(row, column) if row >= start else None
        if entry is not None:
            yield row, entry


def _single_columns(grid: Grid) -> tuple[int, int, int]:
    """Columns of names and values, and the first row of the list."""
    for row in list(grid.rows)[:10]:
        titles = {
            heading_key(heading_text(entry)): column for column, entry in grid.rows[row].items()
        }
        name, value = titles.get(heading_key(SINGLE_NAME)), titles.get(heading_key(SINGLE_VALUE))
        if name and value:
            return name, value, row + 1
    return 1, 2, 1
