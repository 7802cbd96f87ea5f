"""Titles and commendation forms: their statutory names, their order, and whose head decides them."""

import tomllib
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from vbgen.messages import _
from vbgen.model.agency import AgencyLevel
from vbgen.model.field import Choice
from vbgen.model.movement import SubjectKind


class HonourType(Choice):
    """A title is not a commendation form: dossiers, columns and money are separate (Luật 06/2022, Điều 8, 9)."""

    TITLE = "title", "Danh hiệu thi đua"
    COMMENDATION = "commendation", "Hình thức khen thưởng"


@dataclass(frozen=True, slots=True)
class Honour:
    """A title or commendation form, as `awards.toml` states it."""

    name: str
    other_names: tuple[str, ...]
    type: HonourType
    subjects: frozenset[SubjectKind]
    decided_by: frozenset[AgencyLevel]
    rank: int  # 0 is the highest
    least_share: Fraction | None  # of all council members; None where more than half is enough
    coefficients: MappingProxyType[tuple[SubjectKind, AgencyLevel | None], int]  # hundredths of the base salary

    def is_decided_at(self, level: AgencyLevel) -> bool:
        """Whether the head of an agency of that level decides it (Luật 06/2022/QH15, Điều 79, 80)."""
        return level in self.decided_by

    def is_carried(self, share: Fraction) -> bool:
        """Whether a council's vote of that share of all its members carries it.

        Nghị định 91/2017/NĐ-CP, Điều 45.8: at least nine tenths where the data names a share; else more than half,
        which is practice.
        """
        return share > Fraction(1, 2) if self.least_share is None else share >= self.least_share

    def coefficient(self, subject: SubjectKind, level: AgencyLevel) -> int | None:
        """Hundredths of the base salary for one award; None where the honour is not given to such a subject."""
        return self.coefficients.get((subject, level), self.coefficients.get((subject, None)))


class UnknownHonourError(LookupError):
    """No title or commendation form has that name."""


@cache
def honours() -> tuple[Honour, ...]:
    """All honours, highest first."""
    rows = tomllib.loads(files("vbgen.law").joinpath("data/awards.toml").read_text("utf-8"))["award"]
    return tuple(_honour(rank, row) for rank, row in enumerate(rows))


def find_honour(name: str) -> Honour:
    """The honour of that name in any accepted spelling, whatever its case; UnknownHonourError without one."""
    found = _by_key().get(_key(name))
    if found is None:
        raise UnknownHonourError(_("Không có danh hiệu hay hình thức khen thưởng nào tên “{name}”.", name=name))
    return found


@cache
def _by_key() -> dict[str, Honour]:
    return {_key(name): honour for honour in honours() for name in (honour.name, *honour.other_names)}


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).strip(" “”\"'").casefold().split())


def _honour(rank: int, row: dict[str, Any]) -> Honour:
    return Honour(
        name=row["name"],
        other_names=tuple(row["other_names"]),
        type=HonourType(row["type"]),
        subjects=frozenset(SubjectKind(code) for code in row["subjects"]),
        decided_by=frozenset(AgencyLevel(code) for code in row["decided_by"]),
        rank=rank,
        least_share=Fraction(row["least_percent"], 100) if "least_percent" in row else None,
        coefficients=MappingProxyType(_coefficients(row)),
    )


def _coefficients(row: dict[str, Any]) -> dict[tuple[SubjectKind, AgencyLevel | None], int]:
    found: dict[tuple[SubjectKind, AgencyLevel | None], int] = {}
    for kind, value in row["coefficient"].items():
        found[SubjectKind(kind), None] = value
    for level, values in row.get("coefficient_by_level", {}).items():
        for kind, value in values.items():
            found[SubjectKind(kind), AgencyLevel(level)] = value
    return found
