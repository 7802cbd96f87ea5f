"""An office's own rules, each row laid over the shipped rule of its id; every fault of its files at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.law.judge import OwnVersion
from vbgen.law.reading import Beginnings, Key, versions_of
from vbgen.law.rule import Rule
from vbgen.law.tables import TABLES
from vbgen.messages import _

_OURS = frozenset({"origin", "file"})  # not to be written in a file


def own_versions(
    files: Mapping[str, Mapping[str, object]], shipped: Sequence[Rule]
) -> dict[Key, list[OwnVersion]]:
    """The versions of each rule that an office's files give, file → table → rows.

    UnreadableFileError names the first file that has faults, with all of its own.
    """
    reader = _RowReader(shipped)
    for origin, tables in files.items():
        problems = [
            problem
            for table, rows in tables.items()
            for problem in reader.read(table, rows, origin)
        ]
        if problems:
            message = _("Tệp quy định {file} có {count} chỗ sai.", file=origin, count=len(problems))
            raise UnreadableFileError(message, tuple(problems))
    return reader.found


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of a row, with the table that it stands in and its place."""

    kind: type[Rule]
    values: Mapping[str, Any]
    place: Place

    @property
    def since(self) -> date:
        day: date = self.values.get("since", date.min)
        return day

    @property
    def until(self) -> date:
        day: date = self.values.get("until", date.max)
        return day

    @property
    def key(self) -> Key:
        return self.kind, str(self.values.get("id", ""))


@dataclass(frozen=True, slots=True)
class _RowReader:
    shipped: Sequence[Rule]
    found: dict[Key, list[OwnVersion]] = field(default_factory=dict)
    begun: Beginnings = field(default_factory=Beginnings)

    def read(self, table: str, rows: object, origin: str) -> Iterator[Problem]:
        """Take the rows of one table; what is wrong with them."""
        if table not in TABLES or not isinstance(rows, list):
            yield _unknown_table(table, origin)
            return
        for number, values in enumerate(rows):
            place = Place(file=origin, path=f"{table}[{number}]")
            yield from self._row(TABLES[table], values, place)

    def _row(self, kind: type[Rule], values: object, place: Place) -> Iterator[Problem]:
        if faults := list(_row_faults(values, place)):
            yield from faults
            return
        told: list[Problem] = []
        for version in versions_of(values):  # type: ignore[arg-type]  # a table: _row_faults saw to it
            for problem in self._version(_Version(kind, version, place)):
                if problem not in told:
                    told.append(problem)
        yield from told

    def _version(self, row: _Version) -> Iterator[Problem]:
        if faults := list(_day_faults(row)):
            yield from faults
            return
        yield from self.begun.problems(row.key, row.since, row.place)
        over: dict[date, Rule] = {}
        for below in self._sharing(row):
            rule, faults = _validated(row, _laid_over(row, below))
            over |= {below.since: rule} if rule else {}
            yield from faults
        alone, faults = _validated(row, row.values)
        if not over:
            yield from faults
        self.found.setdefault(row.key, []).append(OwnVersion(row.since, row.until, alone, over))

    def _sharing(self, row: _Version) -> list[Rule]:
        """Shipped versions of the same rule that hold on some day on which the row does."""
        same = [rule for rule in self.shipped if (type(rule), rule.id) == row.key]
        return [rule for rule in same if rule.since <= row.until and row.since <= rule.until]


def _laid_over(row: _Version, below: Rule) -> dict[str, Any]:
    """The shipped version with the office's words: what is not said stays, but not that another's text bears it out."""
    own_source = {"article": "", "proved": True} if row.values.get("applies", True) else {}
    return {
        **below.model_dump(by_alias=True),
        "applies": True,
        **own_source,
        **row.values,
        "since": max(row.since, below.since),
        "until": min(row.until, below.until),
        "source": row.values.get("source", below.source),
    }


def _validated(row: _Version, values: Mapping[str, Any]) -> tuple[Rule | None, list[Problem]]:
    own = {"origin": row.place.file, "file": row.place.file}
    try:
        return row.kind.model_validate({"proved": True, **values, **own}), []
    except ValidationError as fault:
        return None, [_fault(row, error) for error in fault.errors()]


def _row_faults(values: object, place: Place) -> Iterator[Problem]:
    """What keeps a row from being read at all."""
    bases = values.get("bases", []) if isinstance(values, dict) else None
    if not isinstance(values, dict) or _OURS & values.keys() or not _are_tables(bases):
        yield Problem("law-row", _("mỗi quy định là một bảng [[…]] với id, source …"), place)
    elif values.get("applies", True) and not values.get("source") and not bases:
        message = _("quy định riêng của cơ quan phải nêu nguồn ở khóa “source” (số, ngày văn bản).")
        yield Problem("law-without-source", message, place)


def _are_tables(bases: object) -> bool:
    return isinstance(bases, list) and all(isinstance(base, dict) for base in bases)


def _day_faults(row: _Version) -> Iterator[Problem]:
    for key in ("since", "until"):
        value = row.values.get(key, date.min)
        if (
            type(value) is not date
        ):  # a datetime is a date to Python, and cannot be compared with one
            yield _fault(row, {"type": "date", "loc": (key,), "input": value})
    if type(row.since) is type(row.until) is date and row.since > row.until:
        message = _("ngày “until” sớm hơn ngày “since”.")
        yield Problem("law-key", message, row.place)


def _fault(row: _Version, error: Mapping[str, Any]) -> Problem:
    key = ".".join(str(part) for part in error["loc"])
    known = [name for name in row.kind.model_fields if name not in _OURS]
    near = get_close_matches(key, known, n=1)
    hint = _("Có phải là “{near}”?", near=near[0]) if near and near[0] != key else ""
    if error["type"] == "missing":
        message = _("thiếu khóa “{key}”.", key=key)
    elif error["type"] == "extra_forbidden":
        message = _("không có khóa “{key}”; các khóa: {known}.", key=key, known=", ".join(known))
    else:
        message = _(
            "khóa “{key}” có giá trị không dùng được: {value}.", key=key, value=error.get("input")
        )
    return Problem("law-key", message, row.place, hint=hint)


def _unknown_table(table: str, origin: str) -> Problem:
    near = get_close_matches(table, TABLES, n=1)
    message = _(
        "không có bảng [[{table}]]; các bảng: {known}.", table=table, known=", ".join(TABLES)
    )
    hint = _("Có phải là “{near}”?", near=near[0]) if near else ""
    return Problem("law-table", message, Place(file=origin, path=table), hint=hint)
