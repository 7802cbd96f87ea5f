"""Sources made into one campaign: the main file first, then what the units sent, all problems gathered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from vbgen.campaign.cells.entries import TypedFile, TypedTable
from vbgen.campaign.merging import merged
from vbgen.campaign.own_sheets import home_of, in_own_words, own_titles
from vbgen.campaign.records import UnderstoodRow, stand_in, understood
from vbgen.campaign.short.codes import KnownRows
from vbgen.campaign.short.first_sheet import started
from vbgen.campaign.short.one_row import ONE_ROW
from vbgen.campaign.short.spreading import Spread, spread, with_units
from vbgen.campaign.topics import Topic, from_units, topic, topics, worded
from vbgen.errors import Place, Problem, Severity, VbgenError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record, keys_of
from vbgen.model.references import Fault, faults, key_of, references
from vbgen.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class UnderstoodFile:
    """One source understood: its rows by table, and its problems."""

    file: str
    rows: Mapping[str, Sequence[UnderstoodRow]] = field(default_factory=dict)
    tables: Mapping[str, TypedTable] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    listed: TypedTable | None = None  # the sheet with one row a person

    @property
    def joining(self) -> tuple[str, ...]:
        """Tables whose rows join the campaign's where a unit sent the file; units, where its list alone names them."""
        units, listed = self.tables.get("units"), self.listed
        is_named = units is not None and listed is not None and units.place == listed.place
        return ("units", *from_units()) if is_named else from_units()


@dataclass(frozen=True)
class Places:
    """Where each value of a campaign stands in the files that it was read from."""

    rows: Mapping[str, Sequence[UnderstoodRow]] = field(default_factory=dict)
    tables: Mapping[str, TypedTable] = field(default_factory=dict)
    file: str = ""
    listed: TypedTable | None = None  # the sheet of that file with one row a person

    def place_of(self, table: str, row: int = 0, field: str = "") -> Place:
        """The place of a field in a row (from 0) of a table; the table's own, or the file, as far as is known."""
        rows = self.rows.get(table, ())
        if row < len(rows):
            return rows[row].place_of(field) if field else rows[row].row.place
        return home_of(table, self.tables, self.listed) or Place(file=self.file, path=table)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Sheets that are called otherwise in these files than in vbgen's own form → their title here."""
        return own_titles(self.tables, self.listed)

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems in sentences that name the sheets of these files."""
        return tuple(in_own_words(each, self.titles) for each in problems)

    @contextmanager
    def naming(self) -> Iterator[None]:
        """What is refused within names the sheets of these files too."""
        try:
            yield
        except VbgenError as error:
            error.problems = self.told(error.problems)
            raise


@dataclass(frozen=True, slots=True)
class Assembled:
    """What came of the sources; the campaign is None while anything is wrong with it."""

    campaign: Campaign | None
    problems: tuple[Problem, ...]
    places: Places


def understand(
    source: TypedFile, words: Vocabulary, known: KnownRows | None = None
) -> UnderstoodFile:
    """Every row of a source made into a record, the words of open lists as the office has them.

    `known` are the rows of the sources before it, to which its own are added.
    """
    known = known or KnownRows()
    begun = started(source.tables)
    tables = with_units(begun.tables, known)
    listed = tables.pop(ONE_ROW, None)
    short = Spread({"signers": begun.signers} if begun.signers else {}, list(begun.problems))
    rows: dict[str, list[UnderstoodRow]] = {}
    problems = list(source.problems)
    for each in worded(words):
        linked, told = _rows_of(each, tables, known)
        if each.field == "nominees":
            short = short.joined(spread(listed, words, known))
        typed, more = _rows_of(each, short.tables, known)
        rows[each.field] = _in_order(each, linked, typed)
        problems += [*told, *more]
    both = {**short.tables, **tables}
    found = {name: rows[name] for name in rows if name in both}
    return UnderstoodFile(source.file, found, both, (*problems, *short.problems), listed)


def _in_order(
    each: Topic, linked: list[UnderstoodRow], typed: list[UnderstoodRow]
) -> list[UnderstoodRow]:
    """The signer of the first sheet before the others, what stands in the list behind the linked rows."""
    return [*typed, *linked] if each.field == "signers" else [*linked, *typed]


def _rows_of(
    each: Topic, tables: Mapping[str, TypedTable], known: KnownRows
) -> tuple[list[UnderstoodRow], list[Problem]]:
    return understood(each, tables[each.field], known) if each.field in tables else ([], [])


def assemble(main: UnderstoodFile, sent: Iterable[UnderstoodFile] = ()) -> Assembled:
    """One campaign out of the main source and those of the units."""
    problems = [*main.problems, *_missing(main)]
    rows: dict[str, Sequence[UnderstoodRow]] = dict(main.rows)
    for unit in sent:
        problems += [*unit.problems, *_misplaced(unit), *_nothing_read(unit)]
        for name in unit.joining:
            rows[name], found = merged(topic(name), rows.get(name, ()), unit.rows.get(name, ()))
            problems += found
    places = Places(rows, main.tables, main.file, main.listed)
    problems += _placed_faults(_as_far_as_read(rows), rows, places, main.tables)
    good = not any(problem.severity is Severity.ERROR for problem in problems)
    return Assembled(_campaign(rows) if good else None, places.told(problems), places)


def _missing(main: UnderstoodFile) -> Iterable[Problem]:
    for each in topics():
        is_required = Campaign.model_fields[each.field].is_required()
        if is_required and not main.rows.get(each.field) and each.field not in main.tables:
            message = _("thiếu trang “{title}” ({field}).", title=each.title, field=each.field)
            yield Problem(
                "missing-sheet", message, Place(file=main.file), hint=_("Hãy thêm như trong mẫu.")
            )


def _nothing_read(unit: UnderstoodFile) -> Iterable[Problem]:
    """A file that was put where input belongs, and of which nothing is read."""
    told = any(problem.severity is Severity.ERROR for problem in unit.problems)
    if not told and not any(name in unit.tables for name in from_units()):
        message = _("không có trang nào đọc được trong tệp này; không lấy được người nào.")
        hint = _("Hãy chép danh sách sang mẫu đề nghị của đơn vị, hoặc đặt tên cột như trong mẫu.")
        yield Problem("nothing-read", message, Place(file=unit.file), hint=hint)


def _misplaced(unit: UnderstoodFile) -> Iterable[Problem]:
    """Sheets that count in the main file alone."""
    for name, table in unit.tables.items():
        if name not in unit.joining and table.rows:
            message = _("trang này chỉ được đọc từ tệp chính của phong trào; ở đây bị bỏ qua.")
            yield Problem(
                "sheet-not-from-units", message, table.place._replace(cell=""), Severity.NOTE
            )


def _campaign(rows: Mapping[str, Sequence[UnderstoodRow]]) -> Campaign:
    """The campaign of rows without a fault."""
    return Campaign.model_validate(
        _values({name: [each.record for each in typed] for name, typed in rows.items()})
    )


def _as_far_as_read(rows: Mapping[str, Sequence[UnderstoodRow]]) -> Campaign:
    """A campaign for the checks between tables, with rows that are only partly right; never handed on."""
    found = {
        name: [each.record or stand_in(each.of, each.values) for each in typed]
        for name, typed in rows.items()
    }
    return Campaign.model_construct(**_values(found))


def _values(records: Mapping[str, Sequence[Record | None]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for each in topics():
        found = tuple(records.get(each.field, ()))
        if each.is_table:
            values[each.field] = found
        elif found:
            values[each.field] = found[0]
    return values


def _placed_faults(
    partial: Campaign,
    rows: Mapping[str, Sequence[UnderstoodRow]],
    places: Places,
    tables: Mapping[str, TypedTable],
) -> Iterable[Problem]:
    for fault in faults(partial):
        typed = rows[fault.table][fault.row]
        if not (_is_half_a_key(fault, typed) or _refers_to_unread_ids(fault, rows, tables)):
            place = places.place_of(fault.table, fault.row, fault.field)
            yield Problem(fault.code, _said(fault, place, places), place, hint=fault.hint)


def _said(fault: Fault, place: Place, places: Places) -> str:
    """What is wrong, with the cell of the row that has the same key already."""
    if fault.first is None:
        return fault.message
    first = places.place_of(fault.table, fault.first, fault.field)
    if (first.file, first.sheet) == (place.file, place.sheet) and first.cell:
        first = Place(sheet=first.sheet, cell=first.cell)
    return _("{what} đã có ở {place}.", what=fault.message, place=first)


def _is_half_a_key(fault: Fault, typed: UnderstoodRow) -> bool:
    """Rows whose key could not be read are not the same row twice."""
    keys = keys_of(typed.of.record)
    return fault.code == "doubled-key" and any(
        key not in typed.values for key in typed.of.telling if key in keys
    )


def _refers_to_unread_ids(
    fault: Fault, rows: Mapping[str, Sequence[UnderstoodRow]], tables: Mapping[str, TypedTable]
) -> bool:
    """The id may be one of those that could not be read, which are told already."""
    if fault.code != "unknown-reference":
        return False
    target = next(
        each.target
        for each in references()
        if (each.table, each.field) == (fault.table, fault.field)
    )
    key = key_of(target)
    without_column = target in tables and key in tables[target].missing
    return without_column or any(
        key in each.row.entries and key not in each.values for each in rows.get(target, ())
    )
