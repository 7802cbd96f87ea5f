"""What a person has looked at and understood: kept beside the data, told no more while the data behind it stay.

A mark stands for one thing found at one place: its code, the row and field, the row's values, and what the sentence
quotes and counts, which the row alone may not say. Any of them changed, it is told again. Errors are never marked.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from vbgen.campaign import Places
from vbgen.campaign.cells.form_words import UNDERSTOOD_FILE
from vbgen.campaign.records import UnderstoodRow
from vbgen.errors import Place, Problem, Severity, UnreadableFileError, UsageError
from vbgen.files import read_toml, write_whole
from vbgen.messages import _
from vbgen.model.field import keys_of

_TOLD = re.compile(r"“[^”]*”|\d+")  # what a sentence quotes and counts: the same in every language
_At = tuple[str, str, str]  # file, sheet, and a cell, a row of it or a key path
_CELL = re.compile(r"([A-Z]+)(\d+)")
_HEAD = (
    "# Những điều đã xem và hiểu; vbgen không báo lại cho tới khi dữ liệu liên quan thay đổi.\n"
    "# Xóa một mục để được báo lại.\n"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing understood; the seal alone decides, the rest is for whoever reads the file."""

    seal: str
    code: str = ""
    place: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Sorted:
    """What is told, and what somebody has understood already."""

    told: tuple[Problem, ...]
    understood: tuple[Problem, ...]


class Seals:
    """The seal of each problem of one campaign."""

    def __init__(self, places: Places) -> None:
        self._places = places

    @cached_property
    def _cells(self) -> Mapping[_At, UnderstoodRow]:
        return dict(_cells(self._places))

    @cached_property
    def _rows(self) -> Mapping[_At, UnderstoodRow]:
        return dict(_rows(self._places))

    def of(self, problem: Problem) -> str:
        """A digest of the code, the place and the values behind it, whatever language it is told in."""
        row = self._row(problem.place)
        behind = [problem.code, *_where(problem.place, row), *_values(row)]
        behind += sorted(_TOLD.findall(problem.message))
        return sha256("\x1f".join(behind).encode()).hexdigest()[:20]

    def _row(self, place: Place) -> UnderstoodRow | None:
        at = (place.file, place.sheet, place.cell or place.path)
        return self._cells.get(at) or self._rows.get((*at[:2], _row_of(at[2])))


def sort_out(problems: Sequence[Problem], seals: Seals, marks: Iterable[Mark]) -> Sorted:
    """The problems that are told, errors all of them, and those that are understood."""
    known = {mark.seal for mark in marks}
    told: list[Problem] = []
    understood: list[Problem] = []
    for each in problems:
        is_known = bool(known) and _may_be_marked(each) and seals.of(each) in known
        (understood if is_known else told).append(each)
    return Sorted(tuple(told), tuple(understood))


def read_marks(folder: Path) -> tuple[Mark, ...]:
    """The marks kept in a campaign's folder; UnreadableFileError for a file that holds something else."""
    path = folder / UNDERSTOOD_FILE
    if not path.exists():
        return ()
    rows = read_toml(path).get("understood", [])
    if not isinstance(rows, list) or not all(_is_mark(row) for row in rows):
        message = _("tệp ghi những điều đã hiểu không đúng dạng; hãy xóa tệp này rồi đánh dấu lại.")
        problem = Problem("understood-unreadable", message, Place(file=path.name))
        raise UnreadableFileError(f"{path.name}: {message}", (problem,))
    return tuple(Mark(**{key: str(row.get(key, "")) for key in Mark.__slots__}) for row in rows)


def keep_marks(
    folder: Path, wanted: Sequence[str], problems: Sequence[Problem], seals: Seals
) -> tuple[Mark, ...]:
    """Mark what `wanted` names, `CODE` or `CODE@PLACE` each; all marks, without those whose data have changed.

    UsageError for what names nothing that is told, or an error.
    """
    found = {seals.of(each) for each in problems}
    kept = {mark.seal: mark for mark in read_marks(folder) if mark.seal in found}
    for name in wanted:
        for problem in _named(name, problems):
            mark = Mark(seals.of(problem), problem.code, str(problem.place), problem.message)
            kept[mark.seal] = mark
    write_whole(folder / UNDERSTOOD_FILE, _written(kept.values()).encode())
    return tuple(kept.values())


def _named(name: str, problems: Sequence[Problem]) -> list[Problem]:
    code, _at, place = name.partition("@")
    named = [each for each in problems if each.code == code and _is_at(each.place, place)]
    if not named:
        known = ", ".join(dict.fromkeys(each.code for each in problems if _may_be_marked(each)))
        raise UsageError(
            _("Không có điều nào là “{name}”. Có thể đánh dấu: {known}.", name=name, known=known)
        )
    if not all(map(_may_be_marked, named)):
        raise UsageError(
            _("“{name}” là lỗi, phải sửa; lỗi không đánh dấu là đã hiểu được.", name=name)
        )
    return named


def _is_at(place: Place, named: str) -> bool:
    """The place is called so: by its cell, by sheet and cell (`Các đợt!B2`), or as it is told; no name means any."""
    names = (place.cell, f"{place.sheet}!{place.cell}", str(place), place.path)
    return not named or named.strip().casefold() in {each.casefold() for each in names if each}


def _may_be_marked(problem: Problem) -> bool:
    return problem.severity is not Severity.ERROR


def _cells(places: Places) -> Iterator[tuple[_At, UnderstoodRow]]:
    for typed in _all_rows(places):
        for entry in typed.row.entries.values():
            at = entry.place
            yield (at.file, at.sheet, at.cell or at.path), typed


def _rows(places: Places) -> Iterator[tuple[_At, UnderstoodRow]]:
    for typed in _all_rows(places):
        at = typed.row.place
        if typed.of.is_table:
            yield (at.file, at.sheet, _row_of(at.cell or at.path)), typed


def _all_rows(places: Places) -> Iterator[UnderstoodRow]:
    return (typed for rows in places.rows.values() for typed in rows)


def _row_of(at: str) -> str:
    """`5` for the cell D5, `nominees[3]` for a key path of its row."""
    match = _CELL.fullmatch(at)
    return match[2] if match else at.partition(".")[0]


def _where(place: Place, row: UnderstoodRow | None) -> tuple[str, ...]:
    """What stays the same when rows are moved: table, key and column; the place itself outside of tables."""
    if row is None or not row.of.is_table:
        return place.file, place.sheet, place.cell, place.part, place.path
    keys = (str(row.values.get(key, "")) for key in keys_of(row.of.record))
    match = _CELL.fullmatch(place.cell)
    column = match[1] if match else place.path.partition(".")[2]
    return (row.of.field, *keys, column)


def _values(row: UnderstoodRow | None) -> Iterator[str]:
    if row is not None:
        yield from (f"{name}={value}" for name, value in sorted(row.values.items()))


def _is_mark(row: object) -> bool:
    return isinstance(row, Mapping) and isinstance(row.get("seal"), str)


def _written(marks: Iterable[Mark]) -> str:
    """The marks as TOML; a JSON text is a basic string of TOML."""
    tables = (
        "\n[[understood]]\n"
        + "".join(
            f"{key} = {json.dumps(getattr(mark, key), ensure_ascii=False)}\n"
            for key in Mark.__slots__
        )
        for mark in marks
    )
    return _HEAD + "".join(tables)
