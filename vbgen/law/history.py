"""Awards of earlier years, wherever they are known from: the campaign's own rows, imported lists, a register."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from vbgen.errors import Place
from vbgen.model.people import Nominee
from vbgen.words.names import fold, same_name


@dataclass(frozen=True, slots=True)
class PastHonour:
    """One award of an earlier year; the person is told by id, or else by name, year of birth and unit."""

    year: int
    award: str
    nominee: str = ""  # id
    full_name: str = ""
    birth_year: int | None = None
    unit: str = ""  # id or name
    decision_number: str = ""
    decision_date: date | None = None
    decided_by: str = ""
    place: Place = field(default_factory=Place)


class HistorySource(Protocol):
    """Where awards of earlier years can be asked for, such as a register of issued decisions."""

    def past_honours(self) -> Iterable[PastHonour]:
        """Every award that the source knows."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Past awards by the id of their nominee, those that fit nobody, and those that could fit several."""

    by_nominee: Mapping[str, Sequence[PastHonour]]
    strangers: Sequence[PastHonour] = ()
    doubtful: Sequence[PastHonour] = ()
    renamed: Sequence[tuple[PastHonour, Nominee]] = ()  # same id, another name


def matched(
    past: Iterable[PastHonour], nominees: Sequence[Nominee], units: Mapping[str, str]
) -> Matched:
    """Each past award given to its nominee: by id first, then by name with year of birth and unit as far as written.

    `units` gives the name of each unit's id.
    """
    past = tuple(past)
    return _matched(past, nominees, units) if past else Matched({})


def _matched(
    past: Sequence[PastHonour], nominees: Sequence[Nominee], units: Mapping[str, str]
) -> Matched:
    by_id = {nominee.id: nominee for nominee in nominees}
    by_name = _by_name(nominees)
    found: dict[str, list[PastHonour]] = {}
    strangers: list[PastHonour] = []
    doubtful: list[PastHonour] = []
    renamed: list[tuple[PastHonour, Nominee]] = []
    for row in past:
        known = by_id.get(row.nominee)
        fitting = [known] if known else _fitting(row, by_name, units)
        if len(fitting) == 1:
            found.setdefault(fitting[0].id, []).append(row)
        else:
            (doubtful if fitting else strangers).append(row)
        if known and _is_renamed(row, known):
            renamed.append((row, known))
    return Matched(found, strangers, doubtful, renamed)


def _by_name(nominees: Sequence[Nominee]) -> dict[str, list[Nominee]]:
    named: dict[str, list[Nominee]] = {}
    for nominee in nominees:
        named.setdefault(fold(nominee.full_name), []).append(nominee)
    return named


def _is_renamed(row: PastHonour, nominee: Nominee) -> bool:
    return bool(row.full_name) and not same_name(row.full_name, nominee.full_name)


def _fitting(
    row: PastHonour, by_name: Mapping[str, Sequence[Nominee]], units: Mapping[str, str]
) -> list[Nominee]:
    """Those of the name whom nothing written speaks against; the unit decides between several (people move)."""
    named = by_name.get(fold(row.full_name), ()) if row.full_name else ()
    alike = [each for each in named if _may_be(row, each)]
    in_unit = [each for each in alike if row.unit and _is_of(row.unit, each.unit, units)]
    return in_unit or alike


def _may_be(row: PastHonour, nominee: Nominee) -> bool:
    """Whether name and year of birth, as far as they are written, are those of the nominee."""
    if row.birth_year is not None and nominee.birth_year not in (None, row.birth_year):
        return False
    return same_name(nominee.full_name, row.full_name)


def _is_of(written: str, unit: str, units: Mapping[str, str]) -> bool:
    return fold(written) in {fold(unit), fold(units.get(unit, unit))}
