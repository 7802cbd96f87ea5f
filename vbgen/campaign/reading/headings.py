"""Which column of a sheet holds which field: the heading row found, its titles matched."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.everyday import hints, ordinals
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.strange_headings import (
    Stranger,
    beside_its_code,
    doubled_title,
    unmatched,
    unnamed_columns,
)
from vbgen.campaign.topics import Column, Topic, heading_key
from vbgen.errors import Problem

_ROWS_SEARCHED = 30
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_NUMBERED = re.compile(r"[\d.()\-–, ]*|[IVXLC]+[.)]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row of a table and the column number of each field."""

    row: int
    columns: Mapping[str, int]
    missing: frozenset[str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Title:
    """One heading, and the column of the form that it names, if any."""

    number: int
    text: str
    column: Column | None

    @property
    def is_own(self) -> bool:
        """Whether it is the form's own title."""
        return self.column is not None and heading_key(self.column.title) in heading_forms(
            self.text
        )


def find_heading(grid: Grid, topic: Topic) -> Heading | None:
    """The row that names most of the topic's columns; None when no row names any."""
    best = heading_row(grid, known_titles(topic))
    return _heading(grid, topic, best) if best else None


def heading_row(grid: Grid, known: Mapping[str, Column]) -> int:
    """The first row that names most columns; 0 when no row names any."""
    rows = list(islice(grid.rows, _ROWS_SEARCHED))
    best = max(rows, key=lambda row: len(named_fields(grid, row, known)), default=0)
    return best if best and named_fields(grid, best, known) else 0


def named_fields(grid: Grid, row: int, known: Mapping[str, Column]) -> set[str]:
    """The fields that the row's titles name."""
    found = (column_named(title, known) for _number, title in titles_in(grid, row))
    return {column.field for column in found if column}


def known_titles(topic: Topic) -> dict[str, Column]:
    """Each column by the keys of its titles and of its field's name; the title counts first."""
    others = {heading_key(title): each for each in topic.columns for title in _other_names(each)}
    return others | {heading_key(column.title): column for column in topic.columns}


def column_named(title: str, known: Mapping[str, Column]) -> Column | None:
    """The column that a heading names: as it stands, or without what stands in brackets or only hints."""
    return next((known[form] for form in heading_forms(title) if form in known), None)


@cache
def heading_forms(title: str) -> tuple[str, ...]:
    """Keys of a heading, the fullest first: `Chức vụ (nếu có)`, `Thứ bậc [1-9]`, `Giới tính⏎(Nam/Nữ)`."""
    bare = _BRACKETS.sub(" ", title)
    first = next((line for line in bare.splitlines() if line.strip()), "")
    forms = [heading_key(text) for text in (title, bare, first)]
    forms += [_without_hint(form) for form in forms]
    return tuple(dict.fromkeys(form for form in forms if form))


def titles_in(grid: Grid, row: int) -> Iterator[tuple[int, str]]:
    """Column number and title of every heading in the row; one merged over columns counts where it starts."""
    beside = {column for at, column in grid.covered if at == row}
    for column in sorted({*grid.rows.get(row, {}), *beside}):
        first = grid.covered.get((row, column), (row, column))
        entry = grid.at(row, column)
        if entry is not None and first[1] == column:
            yield column, heading_text(entry)


def is_ordinal(title: str) -> bool:
    """Whether it heads a column that numbers its rows."""
    return bool({heading_key(each) for each in ordinals()} & set(heading_forms(title)))


def _without_hint(key: str) -> str:
    for hint in hints():
        key = key.removesuffix(heading_key(hint)).strip()
    return key


def _other_names(column: Column) -> tuple[str, ...]:
    return (*column.form.other_titles, column.field)


def _heading(grid: Grid, topic: Topic, row: int) -> Heading:
    known = known_titles(topic)
    titles = [_Title(at, text, column_named(text, known)) for at, text in titles_in(grid, row)]
    columns, problems = _columns(grid, row, titles)
    absent = [column for column in topic.columns if column.field not in columns]
    problems += unmatched(grid, row, _strangers(grid, row, titles, topic), absent)
    problems += unnamed_columns(grid, row, {each.number for each in titles}, columns.values())
    missing = frozenset(column.field for column in absent if column.required)
    return Heading(row, columns, missing, tuple(problems))


def _columns(
    grid: Grid, row: int, titles: Sequence[_Title]
) -> tuple[dict[str, int], list[Problem]]:
    """The column number of each field, the form's own titles first; what names a field once more is told."""
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for title in sorted(titles, key=lambda each: (not each.is_own, each.number)):
        if title.column is None:
            continue
        first = columns.setdefault(title.column.field, title.number)
        if first != title.number:
            problems.append(_again(grid, row, title, first, title.column))
    return columns, problems


def _again(grid: Grid, row: int, title: _Title, first: int, column: Column) -> Problem:
    """A second heading of one field: the name beside its code does no harm, anything else is a question."""
    place, other = grid.place_at(row, title.number), grid.place_at(row, first)
    if column.form.points_to and not title.is_own:
        return beside_its_code(place, title.text, column.title, other)
    return doubled_title(place, title.text, other)


def _strangers(grid: Grid, row: int, titles: Sequence[_Title], topic: Topic) -> list[Stranger]:
    """Headings that name no field, with how many rows below say something under them."""
    own = {heading_key(title) for title in topic.ignored}
    found: list[Stranger] = []
    for title in titles:
        if title.column is not None or not title.text or heading_key(title.text) in own:
            continue
        below = texts_below(grid, row, title.number)
        if not _only_numbers(title.text, below):
            found.append(Stranger(title.number, title.text, len(below)))
    return found


def texts_below(grid: Grid, row: int, column: int) -> list[str]:
    """What stands in a column below its heading."""
    entries = (cells[column] for at, cells in grid.rows.items() if at > row and column in cells)
    return [text for entry in entries if (text := heading_text(entry))]


def _only_numbers(title: str, below: Sequence[str]) -> bool:
    return is_ordinal(title) and all(_NUMBERED.fullmatch(text) for text in below)
