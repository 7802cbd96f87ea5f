"""A finding: what a careful officer would say of a campaign, with the rule, the rows and what to do."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from vbgen.errors import Place, Problem, Severity
from vbgen.law.rule import Rule
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.ways import WayOut
from vbgen.words.dates import short_date

PRACTICE = "Thông lệ"  # a rule of practice claims no text that could be verified
PlaceOf = Callable[[str, int, str], Place]


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of the campaign: table, row from 0, field."""

    table: str
    row: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found; the first spot is the main one."""

    id: str
    severity: Severity
    message: str
    todo: str = ""
    rule: Rule | None = None
    spots: tuple[Spot, ...] = ()
    people: tuple[str, ...] = ()  # names of the persons and collectives concerned
    phase: int | None = None
    ways: tuple[WayOut, ...] = ()
    behind: tuple[Rule, ...] = ()  # further rules that a figure follows from

    @property
    def citation(self) -> str:
        """Source and article, who set the rule, and whether it is proved."""
        rules = (self.rule, *self.behind) if self.rule else ()
        return "; ".join(dict.fromkeys(cited(rule) for rule in rules))

    def problem(self, place_of: PlaceOf) -> Problem:
        """The finding at its main place."""
        spot = self.spots[0] if self.spots else None
        place = place_of(spot.table, spot.row, spot.field) if spot else Place()
        return self._at(place)

    def problems(self, place_of: PlaceOf) -> Iterator[Problem]:
        """The finding at each of its places."""
        return map(self._at, self._places(place_of))

    def _at(self, place: Place) -> Problem:
        citation = self.citation
        message = f"{self.message} [{citation}]" if citation else self.message
        return Problem(self.id, message, place, self.severity, self.todo, self.ways)

    def as_json(self, place_of: PlaceOf) -> dict[str, object]:
        """Plain values for programs."""
        ways = {"ways": [way.as_json() for way in self.ways]} if self.ways else {}
        return ways | {
            "id": self.id,
            "severity": str(self.severity),
            "message": self.message,
            "todo": self.todo,
            "rule": rule_json(self.rule) if self.rule else None,
            "behind": [rule_json(rule) for rule in self.behind],
            "phase": self.phase,
            "people": list(self.people),
            "rows": [
                {"table": spot.table, "row": spot.row, "field": spot.field} for spot in self.spots
            ],
            "places": [place.as_json() for place in self._places(place_of)],
        }

    def _places(self, place_of: PlaceOf) -> Iterable[Place]:
        places = [place_of(spot.table, spot.row, spot.field) for spot in self.spots]
        return dict.fromkeys(places or [Place()])


def cited(rule: Rule) -> str:
    """Source and article, who set the rule, and whether it is proved."""
    own = _("quy định riêng: {file}", file=rule.origin) if rule.origin else ""
    doubt = "" if rule.proved or rule.source.startswith(PRACTICE) else _("chưa xác minh")
    return "; ".join(filter(None, (rule.citation, own, doubt)))


def rule_json(rule: Rule) -> dict[str, object]:
    """A rule for programs: what it asks, from where, for which days."""
    return {
        "id": rule.id,
        "title": rule.title,
        "source": rule.source,
        "article": rule.article,
        "since": short_date(rule.since) if rule.since.year > 1 else None,
        "until": short_date(rule.until) if rule.until.year < 9999 else None,  # noqa: PLR2004 - date.max
        "proved": rule.proved,
        "origin": rule.origin or "vbgen",
        "file": rule.file,
    }


def breach(law: LawOfDay, rule: Rule, id_: str, message: str, **more: object) -> Finding:
    """A finding that weighs what the rule weighs on that day."""
    return replace(Finding(id_, law.weight(rule), message, rule=rule), **more)  # type: ignore[arg-type]  # fields of Finding
