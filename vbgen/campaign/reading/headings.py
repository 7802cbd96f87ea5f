"""Which column of a sheet holds which field: the heading row found, its titles matched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.topics import Column, Topic, heading_key, nearest
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

_ROWS_SEARCHED = 30


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row of a table and the column number of each field."""

    row: int
    columns: Mapping[str, int]
    missing: frozenset[str]
    problems: tuple[Problem, ...]


def find_heading(grid: Grid, topic: Topic) -> Heading | None:
    """The row that names most of the topic's columns; None when no row names any."""
    known = known_titles(topic)
    rows = list(islice(grid.rows, _ROWS_SEARCHED))
    best = max(rows, key=lambda row: len(_matches(grid, row, known)), default=None)
    if best is None or not _matches(grid, best, known):
        return None
    return _heading(grid, topic, best, known)


def known_titles(topic: Topic) -> dict[str, Column]:
    """Each column by the keys of its titles and of its field's name; the title counts first."""
    others = {heading_key(title): each for each in topic.columns for title in _other_names(each)}
    return others | {heading_key(column.title): column for column in topic.columns}


def _other_names(column: Column) -> tuple[str, ...]:
    return (*column.form.other_titles, column.field)


def unknown_title(place: Place, title: str, free: list[str]) -> Problem:
    """What to tell about a heading that names nothing: perhaps misspelt, else an extra column."""
    near = nearest(title, free)
    if near:
        message = _("mục “{title}” không có trong mẫu nên bị bỏ qua.", title=title)
        return Problem(
            "unknown-heading",
            message,
            place,
            Severity.WARNING,
            _("Có phải là “{near}”?", near=near),
        )
    return Problem(
        "extra-heading",
        _("mục “{title}” ngoài mẫu, được bỏ qua.", title=title),
        place,
        Severity.NOTE,
    )


def doubled_title(place: Place, title: str, first: Place) -> Problem:
    """Two headings name the same field."""
    message = _(
        "mục “{title}” xuất hiện hai lần, lần đầu ở ô {first}.", title=title, first=first.cell
    )
    return Problem("doubled-heading", message, place, hint=_("Hãy xóa hoặc đổi tên một mục."))


def _titles(grid: Grid, row: int) -> Iterator[tuple[int, str]]:
    """Column number and title of every heading in the row; one merged over columns counts where it starts."""
    beside = {column for at, column in grid.covered if at == row}
    for column in sorted({*grid.rows.get(row, {}), *beside}):
        first = grid.covered.get((row, column), (row, column))
        entry = grid.at(row, column)
        if entry is not None and first[1] == column:
            yield column, heading_text(entry)


def _matches(grid: Grid, row: int, known: Mapping[str, Column]) -> list[str]:
    return [title for _column, title in _titles(grid, row) if heading_key(title) in known]


def _heading(grid: Grid, topic: Topic, row: int, known: Mapping[str, Column]) -> Heading:
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    strangers: list[tuple[int, str]] = []
    for number, title in _titles(grid, row):
        column = known.get(heading_key(title))
        if column is None:
            strangers.append((number, title))
        elif column.field in columns:
            first = grid.place_at(row, columns[column.field])
            problems.append(doubled_title(grid.place_at(row, number), title, first))
        else:
            columns[column.field] = number
    absent = [column for column in topic.columns if column.field not in columns]
    problems += _unmatched(grid, row, strangers, absent)
    missing = frozenset(column.field for column in absent if column.required)
    return Heading(row, columns, missing, tuple(problems))


def _unmatched(
    grid: Grid, row: int, strangers: Sequence[tuple[int, str]], absent: Sequence[Column]
) -> Iterator[Problem]:
    """Headings that name no field, then required fields that no heading names."""
    free = [column.title for column in absent]
    for number, title in strangers:
        if title:
            yield unknown_title(grid.place_at(row, number), title, free)
    for column in absent:
        if column.required:
            yield _missing(grid.place_at(row, 1), column)


def _missing(place: Place, column: Column) -> Problem:
    message = _("thiếu cột bắt buộc “{title}” ở hàng tiêu đề.", title=column.title)
    return Problem("missing-column", message, place, hint=_("Hãy thêm cột ấy như trong mẫu."))
