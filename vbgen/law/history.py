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
    by_id = {nominee.id: nominee for nominee in nominees}
    by_name: dict[str, list[Nominee]] = {}
    for nominee in nominees:
        by_name.setdefault(fold(nominee.full_name), []).append(nominee)
    found: dict[str, list[PastHonour]] = {}
    strangers: list[PastHonour] = []
    doubtful: list[PastHonour] = []
    renamed: list[tuple[PastHonour, Nominee]] = []
    for row in past:
        if row.nominee in by_id:
            found.setdefault(row.nominee, []).append(row)
            if row.full_name and not same_name(row.full_name, by_id[row.nominee].full_name):
                renamed.append((row, by_id[row.nominee]))
            continue
        fitting = _fitting(row, by_name.get(fold(row.full_name), ()), units)
        if len(fitting) == 1:
            found.setdefault(fitting[0].id, []).append(row)
        else:
            (doubtful if fitting else strangers).append(row)
    return Matched(found, strangers, doubtful, renamed)


def _fitting(row: PastHonour, named: Sequence[Nominee], units: Mapping[str, str]) -> list[Nominee]:
    """Those of the name whom nothing written speaks against; the unit decides between several (people move)."""
    alike = (
        [each for each in named if same_name(each.full_name, row.full_name)]
        if row.full_name
        else []
    )
    by_birth = [
        each
        for each in alike
        if row.birth_year is None or each.birth_year in (None, row.birth_year)
    ]
    in_unit = [each for each in by_birth if _is_of(row.unit, each.unit, units)]
    return in_unit if row.unit and in_unit else by_birth


def _is_of(written: str, unit: str, units: Mapping[str, str]) -> bool:
    return fold(written) in {fold(unit), fold(units.get(unit, unit))}
