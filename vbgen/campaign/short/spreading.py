"""The rows of the sheet that has one row a person, made into rows of the linked sheets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vbgen.campaign.cells.entries import TypedRow, TypedTable, TypedValue
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.cells.values import ColumnReader
from vbgen.campaign.everyday import row_words
from vbgen.campaign.short.codes import KnownRows, spelt
from vbgen.campaign.short.one_row import ONE_ROW, columns_for, list_topic
from vbgen.campaign.topics import Topic, topic
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.model.vocabulary import Vocabulary
from vbgen.word.package.sheets.cell_names import row_of

_VOTES = ("votes_for", "votes_against", "abstained")
_OF_PERSONS = ("honorific", "gender", "birth_year", "position")
_SHARED = {"nominee": "full_name", "phase": "phase", "award": "award", "merit": "merit"}
_IN_PHASES = ("nominations", "votes", "awards")


@dataclass(frozen=True)
class _Listed:
    """One row of the sheet, with what could be read of it and the code of who stands in it."""

    row: TypedRow
    values: Mapping[str, object]
    code: str

    @property
    def phase(self) -> int:
        """The phase; the only one where none is typed."""
        found = self.values.get("phase")
        return found if isinstance(found, int) else 1

    def says(self, *names: str) -> bool:
        """Whether any of these columns is filled."""
        return any(self.row.entries.get(name) is not None for name in names)


@dataclass
class Spread:
    """One sheet spread over the tables that it stands for."""

    tables: dict[str, TypedTable] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def joined(self, other: "Spread") -> "Spread":
        """Both together."""
        return Spread({**self.tables, **other.tables}, [*self.problems, *other.problems])


def with_units(tables: Mapping[str, TypedTable], known: KnownRows) -> dict[str, TypedTable]:
    """The tables with units made of what the sheet names, in that order, where no sheet of any file lists them."""
    listed = tables.get(ONE_ROW)
    if "units" in tables and tables["units"].rows:
        known.lists_units = True
    if listed is None or known.lists_units:
        return dict(tables)
    names = _unit_names(listed)
    rows = tuple(
        TypedRow(each.place, {"name": each})
        for name, each in names.items()
        if not known.names("units", name)
    )
    letters = {"name": listed.letters["unit"]} if "unit" in listed.letters else {}
    return {**tables, "units": TypedTable(listed.place, rows, letters=letters)}


def _unit_names(listed: TypedTable) -> dict[str, TypedValue]:
    """Every unit that the sheet names, once, where it is named first."""
    reader = ColumnReader(topic("nominees").column("unit"))
    found: dict[str, TypedValue] = {}
    for row in listed.rows:
        entry = row.entries.get("unit")
        if entry and (name := str(reader.read(entry).value or "")):
            found.setdefault(spelt(name), entry)
    return found


def spread(listed: TypedTable | None, words: Vocabulary, known: KnownRows) -> Spread:
    """The sheet as rows of nominees, nominations, votes and awards, each phase's rows in the sheet's order."""
    if listed is None:
        return Spread()
    linked = known.rows_of("nominees")
    rows = _coded(listed, list_topic(words), known)
    people = _people(rows)
    new = {code: found for code, found in people.items() if code not in linked}
    problems = [*_differing(people), *_unlike_linked(people, linked), *_kinds_left_open(new)]
    tables = {
        name: TypedTable(listed.place, tuple(typed), letters=_letters(name, listed.letters))
        for name, typed in _made(rows, new).items()
    }
    return Spread(tables, problems)


def _made(
    rows: Sequence[_Listed], new: Mapping[str, Sequence[_Listed]]
) -> dict[str, list[TypedRow]]:
    """The rows of each table."""
    return {
        "nominees": list(map(_nominee, new.values())),
        "nominations": [_linked("nominations", each) for each in rows if _is_proposed(each)],
        "votes": [_vote(each) for each in rows if each.says(*_VOTES)],
        "awards": [_award(each) for each in rows if each.says("granted")],
    }


def _letters(table: str, letters: Mapping[str, str]) -> dict[str, str]:
    """Where the fields of a table stand; those in phases share the columns of the proposal."""
    found = {name: at for name, at in columns_for(table).items() if at in letters}
    shared = _SHARED if table in _IN_PHASES else {"id": "full_name", "kind": "full_name"}
    found = {name: at for name, at in shared.items() if at in letters} | found
    return {name: letters[at] for name, at in found.items()}


def _coded(listed: TypedTable, sheet: Topic, known: KnownRows) -> list[_Listed]:
    """The rows with their codes, each phase's in the sheet's order; codes that are typed count for all of that name."""
    readers = {column.field: ColumnReader(column) for column in sheet.columns}
    read = [(row, _values(row, readers)) for row in listed.rows]
    people = topic("nominees")
    for _row, values in read:
        if values.get("id"):
            known.settled(people, _identity(values, known))
    found = [
        _Listed(row, values, str(known.settled(people, _identity(values, known)).get("id", "")))
        for row, values in read
    ]
    return sorted(found, key=lambda each: each.phase)


def _values(row: TypedRow, readers: Mapping[str, ColumnReader]) -> dict[str, object]:
    found = {name: readers[name].read(entry).value for name, entry in row.entries.items()}
    return {name: value for name, value in found.items() if value is not None}


def _identity(values: Mapping[str, object], known: KnownRows) -> dict[str, object]:
    unit = known.meant("units", str(values.get("unit", "")))
    return {"id": values.get("id", ""), "full_name": values.get("full_name", ""), "unit": unit}


def _people(rows: Sequence[_Listed]) -> dict[str, list[_Listed]]:
    """The rows of each person, in the order in which the sheet names them first."""
    found: dict[str, list[_Listed]] = {}
    for each in sorted(rows, key=lambda one: row_of(one.row.place.cell)):
        found.setdefault(each.code, []).append(each)
    return found


def _is_proposed(each: _Listed) -> bool:
    return each.says("award") or (each.says("merit", *_VOTES) and not each.says("granted"))


def _entry(each: _Listed, text: str) -> TypedValue:
    place = each.row.entries.get("full_name", TypedValue(None, each.row.place)).place
    return TypedValue(text, place, in_cell=False)


def _nominee(rows: Sequence[_Listed]) -> TypedRow:
    """A person as the rows together say it, the first before the others."""
    first = rows[0]
    entries: dict[str, TypedValue] = {}
    for name, at in columns_for("nominees").items():
        typed = next((each.row.entries[at] for each in rows if at in each.row.entries), None)
        if typed is not None:
            entries[name] = typed
    entries.setdefault(
        "kind", _entry(first, "collective" if _is_named_like_a_unit(rows) else "individual")
    )
    if first.code:
        entries["id"] = _entry(first, first.code) if "id" not in entries else entries["id"]
    return TypedRow(first.row.place, entries, first.row.under)


def _linked(table: str, each: _Listed) -> TypedRow:
    entries = {
        name: each.row.entries[at]
        for name, at in columns_for(table).items()
        if at in each.row.entries
    }
    if "phase" in each.row.entries:
        entries["phase"] = each.row.entries["phase"]
    if each.code:
        entries["nominee"] = _entry(each, each.code)
    return TypedRow(each.row.place, entries)


def _vote(each: _Listed) -> TypedRow:
    row = _linked("votes", each)
    award = each.row.entries.get("award")
    return TypedRow(row.place, {**row.entries, **({"award": award} if award else {})})


def _award(each: _Listed) -> TypedRow:
    """What was granted; its words are those of the proposal where nothing else is typed."""
    row = _linked("awards", each)
    proposed = {
        name: each.row.entries[name]
        for name in ("merit", "merit_opening")
        if name in each.row.entries
    }
    return TypedRow(row.place, proposed | dict(row.entries))


def _differing(people: Mapping[str, Sequence[_Listed]]) -> Iterator[Problem]:
    """One person said in two ways."""
    for rows in people.values():
        for at in _compared().values():
            typed = [each for each in rows if at in each.values]
            if other := _other(typed, at):
                yield _two_ways(typed[0], other, at)


def _other(typed: Sequence[_Listed], at: str) -> _Listed | None:
    """The first of the rows that says it in another way than they begin with."""
    return next((each for each in typed if each.values[at] != typed[0].values[at]), None)


def _compared() -> dict[str, str]:
    """What is said of a person beside who it is: field and column."""
    fields = columns_for("nominees").items()
    return {name: at for name, at in fields if name not in {"id", "full_name", "unit"}}


def _two_ways(first: _Listed, other: _Listed, at: str) -> Problem:
    message = _(
        "“{name}” ở ô này khác với ô {cell} của cùng người đó.",
        name=quoted(other.values.get("full_name", "")),
        cell=first.row.entries[at].place.cell,
    )
    hint = _("Nếu là hai người khác nhau, ghi mã cho từng người; nếu là một, thống nhất hai nơi.")
    return Problem("conflicting-row", message, other.row.entries[at].place, hint=hint)


def _unlike_linked(
    people: Mapping[str, Sequence[_Listed]], linked: Mapping[str, Mapping[str, object]]
) -> Iterator[Problem]:
    """A person of another sheet, said in another way here."""
    for code in people.keys() & linked.keys():
        for name, at in _compared().items():
            typed = (each for each in people[code] if at in each.values)
            other = next((e for e in typed if e.values[at] != linked[code].get(name)), None)
            if other is not None:
                yield _unlike(other, at)


def _unlike(other: _Listed, at: str) -> Problem:
    message = _(
        "“{name}” ở ô này khác với trang “{sheet}”.",
        name=quoted(other.values.get("full_name", "")),
        sheet=topic("nominees").title,
    )
    hint = _("Nếu là hai người khác nhau, ghi mã cho từng người; nếu là một, thống nhất hai nơi.")
    return Problem("conflicting-row", message, other.row.entries[at].place, hint=hint)


def _kinds_left_open(people: Mapping[str, Sequence[_Listed]]) -> Iterator[Problem]:
    """A name like a unit's, of which nothing says whether it is a person or a collective."""
    for rows in people.values():
        first = rows[0]
        if _is_named_like_a_unit(rows) and not any(map(_is_its_own_unit, rows)):
            name = str(first.values.get("full_name", ""))
            message = _("chưa ghi “{name}” là cá nhân hay tập thể.", name=quoted(name))
            hint = _("Ghi vào cột “{title}”.", title=topic("nominees").column("kind").title)
            yield Problem("kind-left-open", message, _entry(first, "").place, hint=hint)


def _is_named_like_a_unit(rows: Sequence[_Listed]) -> bool:
    """Whether a name begins as units do, and nothing else says who bears it."""
    told = any(each.says("kind", *_OF_PERSONS) for each in rows)
    return not told and _is_like_a_unit(str(rows[0].values.get("full_name", "")))


def _is_its_own_unit(each: _Listed) -> bool:
    """Whether the row names the unit itself, as a list of an office's units does."""
    names = [spelt(str(each.values.get(name, ""))) for name in ("full_name", "unit")]
    return names[0] == names[1]


def _is_like_a_unit(name: str) -> bool:
    text = f"{spelt(name)} "
    return any(text.startswith(f"{word} ") for word in row_words().units)
