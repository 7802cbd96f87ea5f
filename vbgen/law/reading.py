"""The rules that vbgen ships, out of their data files, and how a row of any such file becomes versions of a rule."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.law.rule import Rule
from vbgen.law.tables import TABLES
from vbgen.messages import _

Key = tuple[type[Rule], str]  # the table and the id: what all versions of one rule share


@cache
def shipped_files() -> Mapping[str, bytes]:
    """The data files that vbgen ships: name → content, in the order of their names."""
    folder = files("vbgen.law").joinpath("data")
    return {
        file.name: file.read_bytes()
        for file in sorted(folder.iterdir(), key=lambda each: each.name)
    }


def shipped_rows(tables: Mapping[str, bytes]) -> tuple[Rule, ...]:
    """Every rule of shipped files, in their order; UnreadableFileError for two versions that begin on one day."""
    found: list[Rule] = []
    begun, problems = Beginnings(), list[Problem]()
    for name, content in tables.items():
        for table, number, row in _rows(content):
            place = Place(file=name, path=f"{table}[{number}]")
            for version in versions_of(row):
                rule = TABLES[table].model_validate({**version, "file": name})
                problems += begun.problems((type(rule), rule.id), rule.since, place)
                found.append(rule)
    if problems:
        raise UnreadableFileError(problems[0].message, tuple(problems))
    return tuple(found)


def _rows(content: bytes) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for table, rows in tomllib.loads(content.decode()).items():
        for number, row in enumerate(rows):
            yield table, number, row


def versions_of(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The row itself, or one for each of its `bases`."""
    bases: Iterable[Mapping[str, Any]] = row.get("bases", ())
    plain = {key: value for key, value in row.items() if key != "bases"}
    if not bases:
        yield plain
    for base in bases:
        yield {**plain, **base}


class Beginnings:
    """The day on which each version of each rule begins, and where that is written: no two begin on one day."""

    def __init__(self) -> None:
        self._places: dict[tuple[Key, date], Place] = {}

    def problems(self, key: Key, since: date, place: Place) -> Iterator[Problem]:
        """A problem where another version of the rule begins on that day."""
        if (key, since) in self._places:
            yield _same_since(key[1], since, place, self._places[key, since])
        else:
            self._places[key, since] = place


def _same_since(id_: str, since: date, place: Place, first: Place) -> Problem:
    day = (
        _("từ {day}", day=f"{since:%d/%m/%Y}") if since > date.min else _("không ghi ngày bắt đầu")
    )
    message = _(
        "quy định “{id}” có hai bản cùng ngày bắt đầu ({day}); bản kia ở {first}.",
        id=id_,
        day=day,
        first=first,
    )
    return Problem(
        "law-same-since",
        message,
        place,
        hint=_("Hãy bỏ một bản, hoặc sửa khóa “since” của bản sau."),
    )
