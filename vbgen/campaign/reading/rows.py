"""Rows of a table under its heading: data, examples, and rows that are no data, each told for what it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import PlacedCells, TypedRow, TypedValue, without_places
from vbgen.campaign.cells.markers import is_example
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.examples import changed_example, left_examples
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.headings import Heading
from vbgen.campaign.reading.no_data import NoData, RowLook, kind_of_row
from vbgen.campaign.topics import Topic
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.field import keys_of
from vbgen.word.package.sheets.cell_names import letters, row_of

_NAMES = frozenset({"full_name", "name"})

_READABLE = re.compile("[A-Za-z0-9]")  # what no cleaning takes away


@dataclass(slots=True)
class ReadRows:
    """The rows of a table, and what there is to say of those that are none."""

    rows: list[TypedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    signed: dict[int, Mapping[int, str]] = field(default_factory=dict)  # rows of signatures
    stray: list[int] = field(default_factory=list)  # rows that say nothing under the headings
    group: TypedValue | None = None  # the last row that named a group

    @property
    def signed_columns(self) -> set[int]:
        """Columns in which signatures stand."""
        return {at for row in self.signed.values() for at in row}


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet with what was found out of it."""

    grid: Grid
    topic: Topic
    heading: Heading
    order: Sequence[tuple[str, int]]  # fields with the numbers of their columns, from left to right
    told: frozenset[str]  # what a row of data says: all that is required, and its code
    keys: frozenset[str]
    merged_rows: frozenset[int]  # in which a cell is merged over others beside it
    top: TypedValue | None  # the heading of the first column
    columns: Mapping[str, int]  # `order` as a table
    letters: Mapping[str, str]  # of those columns

    def is_plain(self, entries: Mapping[str, TypedValue]) -> bool:
        """Whether the row says all that is required and nothing that the heading says: data, without a closer look."""
        bare = without_places(entries)
        first = bare.get(self.order[0][0])
        if not self.told or (first and self.top and first.value == self.top.value):
            return False
        return all(name in bare and _is_filled(bare[name]) for name in self.told)


def _table_of(grid: Grid, topic: Topic, heading: Heading) -> _Table:
    order = sorted(heading.columns.items(), key=lambda pair: pair[1])
    merged = {
        row for (row, at), first in grid.covered.items() if first[0] == row and first[1] != at
    }
    keys = frozenset(keys_of(topic.record))
    return _Table(
        grid,
        topic,
        heading,
        order,
        topic.telling - heading.missing,
        keys,
        frozenset(merged),
        grid.at(heading.row, order[0][1]),
        dict(order),
        {name: letters(column) for name, column in order},
    )


def read_rows(grid: Grid, topic: Topic, heading: Heading) -> ReadRows:
    """Every row under the heading, once."""
    read, table = ReadRows(), _table_of(grid, topic, heading)
    for number in grid.rows:
        if number > heading.row:
            _read(table, number, read)
    if read.signed:
        read.problems.append(_signatures(grid, read.signed))
    read.problems += stray_cells(grid, read.stray)
    return read


def _read(table: _Table, number: int, read: ReadRows) -> None:
    entries = _entries(table, number)
    first = next(iter(without_places(entries)), None)
    if first is not None and is_example(without_places(entries)[first].value):
        read.problems += changed_example(table.topic, entries, first)
        return
    if read.rows and table.is_plain(entries):
        _take(table, number, entries, read)
        return
    filled = {name for name, entry in without_places(entries).items() if _is_filled(entry)}
    if not filled:
        read.stray.append(number)
        return
    _look(table, number, entries, filled, read)


def _take(table: _Table, number: int, entries: Mapping[str, TypedValue], read: ReadRows) -> None:
    """The row as data, with a word on what of the form's examples still stands in it."""
    read.rows.append(TypedRow(table.grid.place_at(number, 1), entries, under=read.group))
    if any(entry.in_grey for entry in without_places(entries).values()):
        read.problems += left_examples(table.topic, entries)


def _look(
    table: _Table, number: int, entries: Mapping[str, TypedValue], filled: set[str], read: ReadRows
) -> None:
    """A closer look at a row that may be no data."""
    grid = table.grid
    seen = _seen(table, number, filled, read)
    kind = kind_of_row(seen)
    if kind is None:
        _take(table, number, entries, read)
        return
    if kind is NoData.SIGNATURE:
        read.signed[number] = seen.cells
        return
    if kind is NoData.GROUP:
        read.group = next(iter(grid.rows[number].values()))
    read.problems.append(_told(kind, seen, grid.place_at(number, next(iter(seen.cells)))))


def _seen(table: _Table, number: int, filled: set[str], read: ReadRows) -> RowLook:
    """What the row looks like, as far as that tells whether it is data."""
    grid = table.grid
    texts = {at: heading_text(cell) for at, cell in grid.rows[number].items()}
    cells = {at: text for at, text in texts.items() if text}
    return RowLook(
        cells=cells,
        lacking=table.told - filled,
        headed=_as_headed(grid, table.heading, number),
        is_merged=number in table.merged_rows,
        is_named=bool(filled & _NAMES),
        filled=len(table.told & filled),
        has_key=bool(filled & table.keys),
        follows_heading=not read.rows and not read.signed,
        under_signatures=bool(read.signed) and cells.keys() <= read.signed_columns,
    )


def _as_headed(grid: Grid, heading: Heading, number: int) -> bool:
    """Whether the row says the same as the heading row, in every cell that it fills."""
    top = grid.rows.get(heading.row, {})
    cells = grid.rows[number]
    return all(
        at in top and heading_text(cell).casefold() == heading_text(top[at]).casefold()
        for at, cell in cells.items()
    )


def _entries(table: _Table, row: int) -> Mapping[str, TypedValue]:
    """The row's entries in the order of its columns; a cell merged downwards fills the rows that it covers."""
    entries, grid = {}, table.grid
    cells = grid.rows[row]
    if isinstance(cells, PlacedCells) and not grid.covered:
        return cells.by_field(table.columns, table.letters)
    for name, column in table.order:
        if entry := _covered(table, row, column):
            entries[name] = entry
    return entries


def _covered(table: _Table, row: int, column: int) -> TypedValue | None:
    """The entry of a cell that may lie within a merged one; None where that begins in another column or the heading."""
    grid = table.grid
    first = grid.covered.get((row, column), (row, column))
    is_own = first[1] == column and first[0] > table.heading.row
    entry = grid.at(row, column) if is_own else None
    if entry is None or first == (row, column):
        return entry
    return _filled_down(entry, grid.place_at(row, column))


def _filled_down(entry: TypedValue, place: Place) -> TypedValue:
    message = _("ô nằm trong vùng gộp, dùng giá trị của ô {first}.", first=entry.place.cell)
    remark = Problem("merged-cell", message, place, Severity.NOTE)
    return TypedValue(
        entry.value, place, entry.pattern, entry.runs, entry.epoch_1904, remarks=(remark,)
    )


def _is_filled(entry: TypedValue) -> bool:
    value = entry.value
    if not isinstance(value, str) or _READABLE.search(value):
        return True
    return heading_text(entry) != ""


def _told(kind: NoData, seen: RowLook, place: Place) -> Problem:
    said = quoted(seen.first)
    if kind is not NoData.INCOMPLETE:
        return Problem(kind.value, _sentence(kind, said), place, Severity.NOTE)
    message = _(
        "hàng chỉ ghi “{said}”, còn thiếu {count} mục bắt buộc.",
        said=said,
        count=len(seen.lacking),
    )
    hint = _(
        "Nếu là dữ liệu, ghi đủ cả hàng; nếu là tên nhóm, ghi chú hay chữ ký, chuyển ra khỏi bảng."
    )
    return Problem(kind.value, message, place, hint=hint)


def _sentence(kind: NoData, said: str) -> str:
    match kind:
        case NoData.TOTAL:
            return _("hàng tổng cộng (“{said}”), không phải dữ liệu nên không đọc.", said=said)
        case NoData.GROUP:
            return _("hàng tên nhóm (“{said}”), không phải dữ liệu nên không đọc.", said=said)
        case NoData.NUMBERS:
            return _("hàng đánh số cột, không phải dữ liệu nên không đọc.")
        case NoData.HEADING:
            return _("hàng tiêu đề lặp lại, không phải dữ liệu nên không đọc.")
        case _:
            return _("hàng ghi chú (“{said}”), không phải dữ liệu nên không đọc.", said=said)


def _signatures(grid: Grid, signed: Mapping[int, Mapping[int, str]]) -> Problem:
    """One word on the whole block, with all that stands in it."""
    texts = [text for cells in signed.values() for text in cells.values()]
    message = _(
        "phần ký tên ở hàng {rows} (“{said}”), không phải dữ liệu nên không đọc.",
        rows=", ".join(map(str, signed)),
        said="; ".join(map(quoted, texts)),
    )
    row = next(iter(signed))
    place = grid.place_at(row, next(iter(signed[row])))
    return Problem(NoData.SIGNATURE.value, message, place, Severity.NOTE)


def doubtful_rows(grid: Grid, rows: Sequence[TypedRow]) -> Iterator[Problem]:
    """A warning where rows are read that are hidden, filtered out or struck through: their people get papers."""
    numbers = [row_of(row.place.cell) for row in rows]
    hint = _("Nếu không muốn, xóa hẳn những hàng đó; nếu muốn, bỏ lọc, bỏ ẩn để xem lại.")
    if hidden := [number for number in numbers if number in grid.hidden_rows]:
        message = _(
            "có {count} hàng đang ẩn hoặc bị lọc ({rows}) mà vẫn được đọc, nên vẫn vào văn bản.",
            count=len(hidden),
            rows=_first_of(hidden),
        )
        yield Problem("hidden-rows", message, _whole(grid), Severity.WARNING, hint)
    if struck := [number for number in numbers if grid.is_struck(number)]:
        message = _(
            "có {count} hàng bị gạch ngang chữ ({rows}) mà vẫn được đọc, nên vẫn vào văn bản.",
            count=len(struck),
            rows=_first_of(struck),
        )
        hint = _("Nếu không muốn, xóa hẳn những hàng đó; nếu muốn, bỏ gạch ngang.")
        yield Problem("struck-rows", message, _whole(grid), Severity.WARNING, hint)


def _first_of(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:8])) + (" …" if len(numbers) > 8 else "")  # noqa: PLR2004


def _whole(grid: Grid) -> Place:
    return grid.place._replace(cell="")


def stray_cells(grid: Grid, numbers: Sequence[int]) -> Iterator[Problem]:
    """One word on all cells that stand in rows without data, beside or below the table."""
    cells = [
        (grid.place_at(number, at), text)
        for number in numbers
        for at, entry in grid.rows[number].items()
        if (text := heading_text(entry))
    ]
    if not cells:
        return
    message = _(
        "có {count} ô ghi chữ ngoài bảng ({cells}) nên không được đọc: “{first}”.",
        count=len(cells),
        cells=", ".join(place.cell for place, _text in cells[:8]),
        first=quoted(cells[0][1]),
    )
    hint = _("Nếu là dữ liệu, chuyển vào đúng cột của bảng; nếu không, xóa đi.")
    yield Problem("stray-cells", message, cells[0][0], Severity.WARNING, hint)
