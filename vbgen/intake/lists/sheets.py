"""A sheet read from the top down: headings, groups and people found, everything else named."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from vbgen.campaign.cells.markers import is_example
from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.captions import (
    goes_on,
    granted,
    left_column,
    left_row,
    mentioned,
    read_caption,
    sender_named,
)
from vbgen.intake.lists.cells import ColumnMemory, RowCells
from vbgen.intake.lists.columns import ListHeading, answered
from vbgen.intake.lists.gathering import ListContext, ListReading
from vbgen.intake.lists.groups import group_said, kind_of_title
from vbgen.intake.lists.guessing import by_content, guessed_heading
from vbgen.intake.lists.heading_rows import is_numbering
from vbgen.intake.lists.headings import heading_in
from vbgen.intake.lists.items import is_collective_item, names_somebody
from vbgen.intake.lists.people import name_cell, people_of_row, person_of_line
from vbgen.intake.lists.rows import ListRowKind, group_cell, is_title_of_signer, kind_of_row
from vbgen.intake.lists.standing import heads_people
from vbgen.intake.sources.values import SeenCell, SeenRow, SeenSheet
from vbgen.intake.values import ReadPerson, ReadValue
from vbgen.messages import _
from vbgen.words.names import fold

_LEFT = frozenset({ListRowKind.TOTAL, ListRowKind.SIGNATURE, ListRowKind.NOTE})


class ListReader:
    """One sheet on its way."""

    def __init__(self, sheet: SeenSheet, known: KnownOffice) -> None:
        self.sheet = sheet
        self.known = known
        self.found = ListReading()
        self.around = ListContext(known)
        self.heading: ListHeading | None = None
        self.memory = ColumnMemory()
        self.table = 0
        self.is_signed = False  # the signatures under a list have begun
        self.is_group_fresh = False  # a group has begun, and nobody stands in it yet

    def read(self) -> ListReading:
        """Everything in the sheet."""
        rows, at = self.sheet.rows, 0
        self._guess(rows)
        while at < len(rows):
            at += self._step(rows, at)
        return self.found

    def _guess(self, rows: Sequence[SeenRow]) -> None:
        """A sheet of Excel in which no row is a heading: its columns are told by what stands in them."""
        if self.sheet.is_paged or any(heading_in(rows, at, self.known) for at in range(len(rows))):
            return
        heading = guessed_heading(rows, self.known)
        if heading:
            self._begin(heading, rows)

    def _step(self, rows: Sequence[SeenRow], at: int) -> int:
        """Read what begins in a row; how many rows it takes."""
        row = rows[at]
        if row.own and row.table != self.table:
            self._other_table(rows, at)
        if not row.own:
            self._covered(row)
            return 1
        if heading := self._heading_in(rows, at):
            self._begin(heading, self._under(rows, at + heading.depth))
            return heading.depth
        if not self._numbers_columns(row):
            self._row(row, rows[at + 1] if at + 1 < len(rows) else None)
        return 1

    def _heading_in(self, rows: Sequence[SeenRow], at: int) -> ListHeading | None:
        return None if rows[at].is_frame else heading_in(rows, at, self.known)

    def _under(self, rows: Sequence[SeenRow], at: int) -> Sequence[SeenRow]:
        """The rows from there to the next heading."""
        ends = (end for end in range(at, len(rows)) if self._heading_in(rows, end))
        return rows[at : next(ends, len(rows))]

    def _covered(self, row: SeenRow) -> None:
        """A row that only shows what merged cells say."""
        if row.cells and self._is_listed(row):
            self._data(row)

    def _numbers_columns(self, row: SeenRow) -> bool:
        return self.heading is not None and not self.found_in_list and is_numbering(row)

    @property
    def found_in_list(self) -> bool:
        """Whether the list under this heading has begun."""
        return bool(self.memory.last)

    def _other_table(self, rows: Sequence[SeenRow], at: int) -> None:
        """Another table of Word, or a paragraph between two: a heading holds on in a table as wide as its own."""
        row = rows[at]
        self.table = row.table
        if not row.table or row.is_frame or self._heading_in(rows, at):
            return
        if self.heading and max(row.cells) == self.heading.columns[-1].number:
            return
        self.heading = None
        table = tuple(takewhile(lambda each: each.table == row.table, rows[at:]))
        if heading := guessed_heading(table, self.known):
            self._begin(heading, table)

    def _begin(self, heading: ListHeading, rows: Sequence[SeenRow]) -> None:
        again = self.heading is not None and heading.fingerprint == self.heading.fingerprint
        heading = by_content(answered(heading, self.known), rows, self.known)
        self.heading = heading
        if award := self.known.award_of(heading.fingerprint):
            self.around.honour = ReadValue(award, heading.place, "")
        self.is_signed = False
        self.memory = ColumnMemory()
        self.around.last_unit = None
        if not again and not self.is_group_fresh:
            self.around.groups.clear()
        self.around.has_units = bool(heading.of("unit", "department", "class"))
        self.around.units_once = _units_once(heading, rows)
        self.around.may_have_units = any("unit" in each.may for each in heading.columns)
        self.around.collectives_expected = heading.names_collectives
        self.around.title = ""
        self.around.kind = kind_of_title(heading.title_of_names) or self.around.kind
        self.found.fingerprints.append(heading.fingerprint)
        self._tell_columns(heading, rows)

    def _tell_columns(self, heading: ListHeading, rows: Sequence[SeenRow]) -> None:
        """Columns that are not read, or not understood; of one in which nothing stands there is nothing to tell."""
        typed = (row for row in rows if row.first and not is_example(row.first.text))
        filled = {number for row in typed for number in row.own}
        told = (
            left_column(each, heading.place) for each in heading.columns if each.number in filled
        )
        self.found.left += filter(None, told)

    def _row(self, row: SeenRow, below: SeenRow | None) -> None:
        if row.is_frame:
            return
        in_list = self._is_listed(row)
        heading = self.heading if in_list else None
        kind = self._kind(row, below, heading)
        if kind is ListRowKind.GROUP and (in_list or not is_collective_item(row, self.around)):
            self._group(row, heading)
        elif kind in _LEFT:
            self._left_out(row, kind, in_list=in_list)
        elif in_list:
            self._data(row)
        else:
            self._line(row)

    def _kind(
        self, row: SeenRow, below: SeenRow | None, heading: ListHeading | None
    ) -> ListRowKind:
        kind = kind_of_row(row, heading, self.known)
        if kind is ListRowKind.DATA and heading and heads_people(row, below, heading):
            return ListRowKind.GROUP
        if heading is None and self.found.people and is_title_of_signer(row):
            return ListRowKind.SIGNATURE
        return kind

    def _left_out(self, row: SeenRow, kind: ListRowKind, *, in_list: bool) -> None:
        """A total, a signature, a note: what it is, is told."""
        if kind is ListRowKind.TOTAL:
            self._total(row)
            return
        has_begun = in_list or bool(self.found.people)
        self.is_signed = self.is_signed or (has_begun and kind is ListRowKind.SIGNATURE)
        why = {
            ListRowKind.SIGNATURE: _("phần ký, không phải đối tượng khen thưởng"),
            ListRowKind.NOTE: _("ghi chú của danh sách"),
        }
        self.found.left.append(left_row(row, kind.value, why[kind]))

    def _is_listed(self, row: SeenRow) -> bool:
        """Whether the row belongs to the table under the heading."""
        if self.heading is None or self.is_signed:
            return False
        return not self.sheet.is_paged or row.table > 0

    def _data(self, row: SeenRow) -> None:
        if self.heading is None:
            return
        people = list(self._people_in(row, self.heading))
        if not people:
            self._nameless(row, RowCells(row, self.heading, self.memory))
            return
        self.is_group_fresh = False
        if row.is_hidden or self.sheet.is_hidden:
            told = _("hàng này đang ẩn trong tệp")
            people = [each.with_doubt("full_name", told) for each in people]
        if row.is_struck:
            told = _("hàng này bị gạch ngang chữ trong tệp")
            people = [each.with_doubt("full_name", told) for each in people]
        self.found.people += people

    def _people_in(self, row: SeenRow, heading: ListHeading) -> Iterator[ReadPerson]:
        """Who stands in a row, in each of the lists that stand side by side."""
        for one in heading.beside:
            yield from people_of_row(RowCells(row, one, self.memory), self.around)

    def _nameless(self, row: SeenRow, cells: RowCells) -> None:
        if all(cell.text.strip("(). ").isdigit() for cell in row.own.values()):
            return
        if name_cell(cells) is None:
            why = _("hàng này không có họ tên")
            self.found.left.append(left_row(row, "row-without-name", why))

    def _group(self, row: SeenRow, heading: ListHeading | None) -> None:
        cell, number = group_cell(row, heading)
        if cell is None:
            return
        if heading is None and self._is_headline(cell, row):
            return
        self._enter_group(cell, number, heading)

    def _is_headline(self, cell: SeenCell, row: SeenRow) -> bool:
        """Outside lists: a title that goes on in this line, or the office's own letterhead, which is no unit."""
        is_going_on = goes_on(cell.text, self.around)
        read_caption(cell, row.text, self.around)
        if self.known.is_own_name(cell.text):
            self.around.groups.clear()
            return True
        return is_going_on

    def _enter_group(self, cell: SeenCell, number: str, heading: ListHeading | None) -> None:
        said = group_said(cell, self.known, prefix=number)
        if said.unit is None and (sender := sender_named(cell.text)):
            self.around.unit = ReadValue(sender, cell.place, cell.text)
        if said.honour and heading is None:
            self.around.honour = ReadValue(said.honour, cell.place, cell.text)
        if not said.is_neutral:
            self.around.groups.enter(said)
            self.around.last_unit = None
            self.is_group_fresh = True

    def _total(self, row: SeenRow) -> None:
        self.found.left.append(left_row(row, "total-row", _("dòng tổng cộng")))
        figures = [int(each) for each in re.findall(r"\d+", row.text)]
        what = fold(row.text)
        if len(figures) == 1 and any(word in what for word in ("nguoi", "ca nhan", "danh sach")):
            self.found.stated[row.text] = figures[0]

    def _line(self, row: SeenRow) -> None:
        """A row outside every list: a caption, a person in a line of his own, or text."""
        cell = row.first
        if cell is None:
            return
        if not self.is_signed and names_somebody(row, self.around, bool(self.found.people)):
            self.found.people.append(person_of_line(cell, self.around))
            return
        read_caption(cell, row.text, self.around)
        if honoured := granted(cell, row.text):
            self.found.people.append(person_of_line(honoured, self.around))
            return
        if mention := mentioned(cell, row.text, is_signed=self.is_signed):
            self.found.left.append(mention)


def _units_once(heading: ListHeading, rows: Sequence[SeenRow]) -> bool:
    """Units stand above their people: no unit is written twice in a row, and some cells below are blank."""
    columns = heading.of("unit", "department", "class")
    if len(columns) != 1:
        return False
    names = [each.number for each in heading.names]
    cells = [row.cells.get(columns[0].number) for row in rows if _is_filled(row, names)]
    return None in cells and not _repeats(list(filter(None, cells)))


def _repeats(cells: Sequence[SeenCell]) -> bool:
    said = [fold(cell.text) for cell in cells if not cell.is_covered]
    return any(one == other for one, other in pairwise(said))


def _is_filled(row: SeenRow, numbers: Sequence[int]) -> bool:
    return not row.own or any(number in row.own for number in numbers)
