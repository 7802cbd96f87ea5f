"""A campaign's people put into the sheet with one row a person; what does not fit stays in the linked sheets.

Reading the sheet back gives every table as it was, rows and their order: a table of which that does not hold stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vbgen.campaign.short.codes import KnownRows
from vbgen.campaign.short.one_row import columns_for
from vbgen.campaign.topics import topic
from vbgen.model.campaign import Campaign
from vbgen.model.council import Vote
from vbgen.model.people import Award, Nomination, Nominee
from vbgen.model.unit import Unit

_Key = tuple[int, str, str]
_SAID = {"nominations": "nomination", "votes": "vote", "awards": "award"}


@dataclass
class _PersonLine:
    """One row of the sheet to be."""

    nominee: str
    nomination: Nomination | None = None
    vote: Vote | None = None
    award: Award | None = None

    @property
    def phase(self) -> int:
        """The phase of what stands in the row."""
        told = self.nomination or self.award
        return told.phase if told else 1


@dataclass(frozen=True)
class FoldedPeople:
    """Rows of the sheet, column by column, and the tables that stand in it whole."""

    rows: tuple[Mapping[str, object], ...] = ()
    tables: frozenset[str] = field(default_factory=frozenset)


def folded(campaign: Campaign) -> FoldedPeople:
    """The campaign's people, proposals, votes and awards as one sheet, as far as it holds them without loss."""
    by_person = _lines(campaign, _by_person(campaign))
    in_order = _lines(campaign, _in_order(campaign))
    chosen = next(
        (each for each in (by_person, in_order) if _holds_nominations(campaign, each)), None
    )
    lines = chosen if chosen is not None else [_PersonLine(each.id) for each in campaign.nominees]
    tables = _whole(campaign, lines)
    lines = [_without(line, tables) for line in lines]
    rows = _written(campaign, _needed(lines))
    return FoldedPeople(tuple(rows), frozenset(tables))


def _by_person(campaign: Campaign) -> list[_PersonLine]:
    """Each person's proposals together, in the order of the people."""
    own: dict[str, list[_PersonLine]] = {}
    for each in campaign.nominations:
        own.setdefault(each.nominee, []).append(_PersonLine(each.nominee, each))
    return [
        line for each in campaign.nominees for line in own.get(each.id) or (_PersonLine(each.id),)
    ]


def _in_order(campaign: Campaign) -> list[_PersonLine]:
    """The proposals in their own order, each person's row before it is needed for the people's order."""
    people = [each.id for each in campaign.nominees]
    places = {code: at for at, code in enumerate(people)}
    lines: list[_PersonLine] = []
    seen = 0
    for each in campaign.nominations:
        at = places[each.nominee]
        if at >= seen:
            lines += [_PersonLine(code) for code in people[seen:at]]
            seen = at + 1
        lines.append(_PersonLine(each.nominee, each))
    return lines + [_PersonLine(code) for code in people[seen:]]


def _lines(campaign: Campaign, lines: list[_PersonLine]) -> list[_PersonLine]:
    """The rows with their votes and awards; an award without a proposal has a row of its own."""
    votes = {_key(each): each for each in campaign.votes}
    awards = {_key(each): each for each in campaign.awards}
    for line in lines:
        if line.nomination:
            line.vote = votes.get(_key(line.nomination))
            line.award = awards.pop(_key(line.nomination), None)
    for award in awards.values():
        _put_award(lines, award)
    return lines


def _put_award(lines: list[_PersonLine], award: Award) -> None:
    """Behind the last row of that person; in it, where it says nothing yet."""
    own = max(at for at, line in enumerate(lines) if line.nominee == award.nominee)
    if lines[own].nomination is None and lines[own].award is None:
        lines[own].award = award
    else:
        lines.insert(own + 1, _PersonLine(award.nominee, award=award))


def _key(each: Nomination | Vote | Award) -> _Key:
    return each.phase, each.nominee, each.award


def _holds_nominations(campaign: Campaign, lines: Sequence[_PersonLine]) -> bool:
    return "nominations" in _whole(campaign, lines)


def _whole(campaign: Campaign, lines: Sequence[_PersonLine]) -> set[str]:
    """The tables that come back from these rows as they are; without the proposals only the people."""
    people = tuple(dict.fromkeys(line.nominee for line in lines))
    if people != tuple(each.id for each in campaign.nominees):
        return {"nominees"}
    ordered = sorted(lines, key=lambda line: line.phase)
    whole = {name for name in _SAID if _back(ordered, name) == getattr(campaign, name)}
    return {"nominees", *whole} if "nominations" in whole else {"nominees"}


def _back(lines: Sequence[_PersonLine], table: str) -> tuple[object, ...]:
    """The rows of a table, read from the sheet."""
    found = (getattr(line, _SAID[table]) for line in lines)
    return tuple(each for each in found if each is not None)


def _without(line: _PersonLine, tables: set[str]) -> _PersonLine:
    """The row without what stays in the linked sheets."""
    return _PersonLine(
        line.nominee,
        line.nomination if "nominations" in tables else None,
        line.vote if "votes" in tables else None,
        line.award if "awards" in tables else None,
    )


def _needed(lines: Sequence[_PersonLine]) -> list[_PersonLine]:
    """The rows that say something, and one of each person."""
    seen: set[str] = set()
    kept: list[_PersonLine] = []
    for line in lines:
        if line.nomination or line.award or line.nominee not in seen:
            kept.append(line)
        seen.add(line.nominee)
    return kept


def _written(campaign: Campaign, lines: Sequence[_PersonLine]) -> list[dict[str, object]]:
    people = {each.id: each for each in campaign.nominees}
    units = _names_of(campaign.units)
    rows: list[dict[str, object]] = []
    seen: set[str] = set()
    for line in lines:
        who = people[line.nominee]
        rows.append({**_person(who, units, is_first=who.id not in seen), **_said(line)})
        seen.add(who.id)
    return rows


def _names_of(units: Sequence[Unit]) -> dict[str, str]:
    """Code of a unit → its name where that alone tells it, else its code."""
    known = KnownRows()
    for each in units:
        known.settled(topic("units"), each.model_dump())
    return {
        each.id: each.name if known.meant("units", each.name) == each.id else each.id
        for each in units
    }


def _person(who: Nominee, units: Mapping[str, str], *, is_first: bool) -> dict[str, object]:
    """Everything in the first row of a person, who it is in the others."""
    fields = columns_for("nominees") if is_first else {"id": "id", "full_name": "full_name"}
    said = {at: getattr(who, name) for name, at in fields.items()}
    return {**said, "unit": units.get(who.unit)}


def _said(line: _PersonLine) -> dict[str, object]:
    said: dict[str, object] = {}
    for table, record in (("nominations", line.nomination), ("votes", line.vote)):
        if record:
            said |= {at: getattr(record, name) for name, at in columns_for(table).items()}
    return {**said, **(_granted(line.award, line.nomination) if line.award else {})}


def _granted(award: Award, proposed: Nomination | None) -> dict[str, object]:
    """The award, but for what it says as the proposal does."""
    said: dict[str, object] = {"phase": award.phase, "granted": award.award}
    if proposed is None or award.merit != proposed.merit:
        said["granted_merit"] = award.merit
    if (proposed.merit_opening if proposed else "") != award.merit_opening:
        said["granted_opening"] = award.merit_opening
    return said
