"""Sheets turned into tables: rows of entries under the fields of the model."""

from collections.abc import Iterator, Mapping

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import Entry, Row, Source, Table
from vbgen.campaign.cells.form_words import OWN_SHEETS, SINGLE_NAME, SINGLE_VALUE
from vbgen.campaign.cells.markers import is_example
from vbgen.campaign.reading.example_rows import changed_example
from vbgen.campaign.reading.grid import Grid, letters
from vbgen.campaign.reading.headings import (
    Heading,
    doubled_title,
    find_heading,
    known_titles,
    unknown_title,
)
from vbgen.campaign.subjects import Subject, heading_key, nearest, subjects
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

_NAMES_SHOWN = 8


def tables_of(grids: tuple[Grid, ...], file: str) -> Source:
    """Every sheet that is a subject of the campaign; the others are told and left."""
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for grid in grids:
        subject = _subject_of(grid.title)
        if subject is None:
            problems += _stranger(grid, tables)
        elif subject.field in tables:
            message = _(
                "trang này trùng với trang “{first}”.", first=tables[subject.field].place.sheet
            )
            problems.append(
                Problem("doubled-sheet", message, grid.place, hint=_("Hãy gộp hai trang làm một."))
            )
        else:
            tables[subject.field], found = (_table if subject.is_table else _single)(grid, subject)
            problems += [*found, *_hidden(grid)]
    return Source(file, tables, tuple(problems))


def _subject_of(title: str) -> Subject | None:
    key = heading_key(title)
    return next(
        (each for each in subjects() if key in {heading_key(each.title), heading_key(each.field)}),
        None,
    )


def _stranger(grid: Grid, tables: Mapping[str, Table]) -> Iterator[Problem]:
    if grid.title in OWN_SHEETS or not grid.rows:
        return
    near = nearest(grid.title, [each.title for each in subjects() if each.field not in tables])
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


def _table(grid: Grid, subject: Subject) -> tuple[Table, tuple[Problem, ...]]:
    if not grid.rows:
        return Table(grid.place), ()
    heading = find_heading(grid, subject)
    if heading is None:
        message = _("không tìm thấy hàng tiêu đề, ví dụ “{title}”.", title=subject.columns[0].title)
        hint = _("Hãy chép lại hàng tiêu đề từ mẫu.")
        return _nothing(grid, subject), (
            Problem("missing-heading", message, grid.place, hint=hint),
        )
    rows, remarks = _rows(grid, subject, heading)
    letters_of = {field: letters(column) for field, column in heading.columns.items()}
    table = Table(grid.place_at(heading.row, 1), tuple(rows), heading.missing, letters_of)
    return table, (*heading.problems, *remarks)


def _nothing(grid: Grid, subject: Subject) -> Table:
    return Table(grid.place, (), frozenset(column.field for column in subject.columns))


def _rows(grid: Grid, subject: Subject, heading: Heading) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    problems: list[Problem] = []
    for number in grid.rows:
        if number <= heading.row:
            continue
        entries = _entries(grid, heading, number)
        first = next(iter(entries.values()), None)
        if first is not None and is_example(first.value):
            problems += changed_example(subject, entries, first)
        elif any(_is_filled(entry) for entry in entries.values()):
            rows.append(Row(grid.place_at(number, 1), entries))
    return rows, problems


def _entries(grid: Grid, heading: Heading, row: int) -> dict[str, Entry]:
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


def _filled_down(entry: Entry, place: Place) -> Entry:
    message = _("ô nằm trong vùng gộp, dùng giá trị của ô {first}.", first=entry.place.cell)
    remark = Problem("merged-cell", message, place, Severity.NOTE)
    return Entry(entry.value, place, entry.pattern, entry.runs, entry.epoch_1904, remarks=(remark,))


def _is_filled(entry: Entry) -> bool:
    return not isinstance(entry.value, str) or heading_text(entry) != ""


def _single(grid: Grid, subject: Subject) -> tuple[Table, tuple[Problem, ...]]:
    name, value, start = _single_columns(grid)
    known = known_titles(subject)
    entries: dict[str, Entry] = {}
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    strangers: list[tuple[Place, str]] = []
    for row, title_entry in _title_entries(grid, name, start):
        title, place = heading_text(title_entry), grid.place_at(row, value)
        column = known.get(heading_key(title))
        if column is None:
            strangers.append((title_entry.place, title))
        elif column.field in places:
            problems.append(doubled_title(title_entry.place, title, places[column.field]))
        else:
            places[column.field] = title_entry.place
            entries[column.field] = grid.at(row, value) or Entry(None, place)
    free = [column.title for column in subject.columns if column.field not in places]
    problems += [unknown_title(place, title, free) for place, title in strangers if title]
    return Table(grid.place, (Row(grid.place, entries),)), tuple(problems)


def _title_entries(grid: Grid, column: int, start: int) -> Iterator[tuple[int, Entry]]:
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
