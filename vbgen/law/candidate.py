"""What the law looks at in one nominee: the year's rating, past awards, initiatives, and a collective's members."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vbgen.model.movement import SubjectKind
from vbgen.model.people import Initiative, YearRating


@dataclass(frozen=True, slots=True)
class Members:
    """The people of a collective as far as the campaign knows them."""

    total: int
    honours: Mapping[str, int] = field(
        default_factory=dict
    )  # award → how many of them have it in the year
    ratings: Mapping[YearRating | None, int] = field(default_factory=dict)
    disciplines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One nominee in one year; awards by their statutory names."""

    subject: SubjectKind
    year: int
    rating: YearRating | None = None
    discipline: str = ""
    awards: frozenset[str] = frozenset()  # proposed or given in the campaign's year
    past: Mapping[str, Mapping[int, bool]] = field(
        default_factory=dict
    )  # award → year → has a decision number
    initiatives: Sequence[Initiative] = ()
    superiors: Sequence[str] = ()  # how the authority above the agency is written
    members: Members | None = None
