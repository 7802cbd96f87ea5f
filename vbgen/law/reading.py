"""Rules out of data files: those that vbgen ships, and those of an agency, which come before them."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.law.rule import Rule
from vbgen.law.tables import TABLES
from vbgen.messages import _

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
_OWN = frozenset({"origin"})  # not to be written in a file


@cache
def shipped_files() -> Mapping[str, bytes]:
    """The data files that vbgen ships: name → content, in the order of their names."""
    folder = files("vbgen.law").joinpath("data")
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir(), key=lambda each: each.name)}


def shipped_rows(tables: Mapping[str, bytes]) -> tuple[Rule, ...]:
    """Every rule of shipped files, in their order, later versions of one rule first."""
    found: list[Rule] = []
    for content in tables.values():
        for table, rows in tomllib.loads(content.decode()).items():
            for row in rows:
                found += (TABLES[table].model_validate(version) for version in _versions(row))
    return tuple(found)


def own_rules(tables: Mapping[str, object], origin: str, shipped: Sequence[Rule]) -> tuple[Rule, ...]:
    """An agency's rules, each laid over the shipped one of its id; UnreadableFileError with every fault."""
    found: list[Rule] = []
    problems: list[Problem] = []
    for table, rows in tables.items():
        if table not in TABLES or not isinstance(rows, list):
            problems.append(_unknown_table(table, origin))
            continue
        for number, row in enumerate(rows):
            place = Place(file=origin, path=f"{table}[{number}]")
            made, faults = _overlaid(TABLES[table], row, (origin, place), shipped)
            found += made
            problems += faults
    if problems:
        message = _("Tệp quy định {file} có {count} chỗ sai.", file=origin, count=len(problems))
        raise UnreadableFileError(message, tuple(problems))
    return tuple(found)


def _overlaid(
    kind: type[Rule], row: object, where: tuple[str, Place], shipped: Sequence[Rule]
) -> tuple[list[Rule], list[Problem]]:
    """The agency's row over each shipped version that shares days with it; alone where there is none."""
    origin, place = where
    if not isinstance(row, dict) or _OWN & row.keys():
        return [], [Problem("law-row", _("mỗi quy định là một bảng [[…]] với id, source …"), place)]
    if row.get("applies", True) and not row.get("source"):
        return [], [_without_source(place)]
    made: list[Rule] = []
    problems: list[Problem] = []
    for version in _versions(row):
        for values in _bases(kind, version, shipped):
            rule, faults = _validated(kind, {**values, "origin": origin}, place)
            made += [rule] if rule else []
            problems += [fault for fault in faults if fault not in problems]
    return made, problems


def _bases(kind: type[Rule], row: Mapping[str, Any], shipped: Sequence[Rule]) -> Iterator[dict[str, Any]]:
    since, until = row.get("since", date.min), row.get("until", date.max)
    same = [rule for rule in shipped if type(rule) is kind and rule.id == row.get("id")]
    spans = [(rule, rule.clipped(since, until)) for rule in same if isinstance(since, date)]
    shared = [(rule, span) for rule, span in spans if span]
    if not shared:
        yield dict(row)
    for rule, (first, last) in shared:
        own_source = {"article": "", "proved": True} if row.get("applies", True) else {}
        shipped_values = rule.model_dump(by_alias=True)
        yield {
            **shipped_values,
            **own_source,
            **row,
            "since": first,
            "until": last,
            "source": row.get("source", rule.source),
        }


def _versions(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The row itself, or one for each of its `bases`, the latest first."""
    bases: Iterable[Mapping[str, Any]] = row.get("bases", ())
    plain = {key: value for key, value in row.items() if key != "bases"}
    if not bases:
        yield plain
    for base in sorted(bases, key=lambda each: each.get("since", date.min), reverse=True):
        yield {**plain, **base}


def _validated(kind: type[Rule], values: dict[str, Any], place: Place) -> tuple[Rule | None, list[Problem]]:
    try:
        return kind.model_validate(values), []
    except ValidationError as fault:
        return None, [_fault(kind, place, error) for error in fault.errors()]


def _fault(kind: type[Rule], place: Place, error: Mapping[str, Any]) -> Problem:
    key = ".".join(str(part) for part in error["loc"])
    known = [name for name in kind.model_fields if name not in _OWN]
    near = get_close_matches(key, known, n=1)
    hint = _("Có phải là “{near}”?", near=near[0]) if near and near[0] != key else ""
    if error["type"] == "missing":
        message = _("thiếu khóa “{key}”.", key=key)
    elif error["type"] == "extra_forbidden":
        message = _("không có khóa “{key}”; các khóa: {known}.", key=key, known=", ".join(known))
    else:
        message = _("khóa “{key}” có giá trị không dùng được: {value}.", key=key, value=error.get("input"))
    return Problem("law-key", message, place, hint=hint)


def _unknown_table(table: str, origin: str) -> Problem:
    near = get_close_matches(table, TABLES, n=1)
    message = _("không có bảng [[{table}]]; các bảng: {known}.", table=table, known=", ".join(TABLES))
    hint = _("Có phải là “{near}”?", near=near[0]) if near else ""
    return Problem("law-table", message, Place(file=origin, path=table), hint=hint)


def _without_source(place: Place) -> Problem:
    message = _("quy định riêng của cơ quan phải nêu nguồn ở khóa “source” (số, ngày văn bản).")
    return Problem("law-without-source", message, place)
