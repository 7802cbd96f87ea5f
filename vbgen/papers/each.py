"""Kinds that make a paper of each thing: of each change, each block, each confirmation, each unit that is honoured."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from vbgen.law.rulebook import LawOfDay
from vbgen.model.afterwards.change import PaperChange
from vbgen.model.campaign import Campaign
from vbgen.model.people import Award
from vbgen.papers.apart import decided_variants
from vbgen.papers.body.afterwards.paper_changes import name_of
from vbgen.papers.kinds.kind import Kind, Variant


def variants_of(
    kind: Kind, campaign: Campaign, phase: int | None, law: LawOfDay
) -> Iterator[Variant]:
    """A variant for each of the things, in the campaign's order; without things, one for each decision."""
    decided = list(kind.variants)
    if kind.as_decided:
        decided = list(decided_variants(kind.variants, campaign, phase, law))
    if not kind.each:
        yield from decided
        return
    for name in dict.fromkeys(_THINGS[kind.each].names(kind, campaign, phase)):
        for variant in decided:
            own = "-".join(filter(None, (variant.id, name)))
            yield variant.model_copy(update={"id": own, "decision": variant.id, "thing": name})


def narrowed(campaign: Campaign, kind: Kind, variant: Variant, phase: int | None) -> Campaign:
    """The campaign as that paper sees it: its own rows, and the awards that it is about."""
    if not kind.each:
        return campaign
    own = _THINGS[kind.each].rows(campaign, kind, variant.thing, phase)
    return campaign.model_copy(update=own)


def has_thing(campaign: Campaign, kind: Kind) -> bool:
    """Whether a campaign that was narrowed has the thing; a kind that makes no paper of each needs none."""
    return not kind.each or bool(getattr(campaign, _THINGS[kind.each].table))


def _of_changes(kind: Kind, campaign: Campaign, _phase: int | None) -> Iterator[str]:
    return (name_of(row) for row in campaign.changes if row.change in kind.acts)


def _rows_of_change(
    campaign: Campaign, kind: Kind, name: str, _phase: int | None
) -> dict[str, object]:
    rows = tuple(
        row for row in campaign.changes if row.change in kind.acts and name_of(row) == name
    )
    awards = tuple(award for award in campaign.awards if any(_is_of(award, row) for row in rows))
    return {"changes": rows, "awards": awards}


def _is_of(award: Award, row: PaperChange) -> bool:
    """Whether the change is about that award's certificate."""
    named = bool(row.nominee) and (award.phase, award.nominee) == (row.phase, row.nominee)
    return named and row.award in {"", award.award}


def _of_confirmations(_kind: Kind, campaign: Campaign, _phase: int | None) -> Iterator[str]:
    return (row.id for row in campaign.confirmations)


def _rows_of_confirmation(
    campaign: Campaign, _kind: Kind, name: str, _phase: int | None
) -> dict[str, object]:
    rows = tuple(row for row in campaign.confirmations if row.id == name)
    return {"confirmations": rows, "awards": ()}


def _of_units(_kind: Kind, campaign: Campaign, phase: int | None) -> Iterator[str]:
    """Units with somebody honoured, in the office's own order."""
    people = {row.nominee for row in campaign.awards if row.phase == phase}
    honoured = {nominee.unit for nominee in campaign.nominees_of(people).values()}
    return (unit.id for unit in campaign.units if unit.id in honoured)


def _rows_of_unit(
    campaign: Campaign, _kind: Kind, name: str, phase: int | None
) -> dict[str, object]:
    own = {nominee.id for nominee in campaign.nominees if nominee.unit == name}
    awards = (row for row in campaign.awards if row.nominee in own and row.phase == phase)
    return {"awards": tuple(awards)}


def _of_achievements(kind: Kind, campaign: Campaign, phase: int | None) -> Iterator[str]:
    """Nominees with a report, of the kind's own sort."""
    reported = [row.nominee for row in campaign.achievements if row.phase == phase]
    known = campaign.nominees_of(set(reported))
    sorts = {name: nominee.subject for name, nominee in known.items()}
    return (name for name in reported if kind.subject_kind in {None, sorts.get(name)})


def _rows_of_achievement(
    campaign: Campaign, _kind: Kind, name: str, _phase: int | None
) -> dict[str, object]:
    return {"achievements": tuple(row for row in campaign.achievements if row.nominee == name)}


def _of_blocks(_kind: Kind, campaign: Campaign, _phase: int | None) -> Iterator[str]:
    """Blocks of two units or more: one alone has nobody to pledge to."""
    units = Counter(row.block for row in campaign.block_members)
    return (block.id for block in campaign.blocks if units[block.id] > 1)


def _rows_of_block(
    campaign: Campaign, _kind: Kind, name: str, _phase: int | None
) -> dict[str, object]:
    return {"blocks": tuple(row for row in campaign.blocks if row.id == name)}


@dataclass(frozen=True, slots=True)
class _Things:
    """Things of one sort: their names, which are those of their papers, and the rows that each paper sees."""

    table: str  # of the rows that a thing has at least one of
    names: Callable[[Kind, Campaign, int | None], Iterator[str]]
    rows: Callable[[Campaign, Kind, str, int | None], dict[str, object]]


_THINGS: Mapping[str, _Things] = {
    "achievements": _Things("achievements", _of_achievements, _rows_of_achievement),
    "blocks": _Things("blocks", _of_blocks, _rows_of_block),
    "changes": _Things("changes", _of_changes, _rows_of_change),
    "confirmations": _Things("confirmations", _of_confirmations, _rows_of_confirmation),
    "units": _Things("awards", _of_units, _rows_of_unit),
}
