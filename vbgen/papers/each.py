"""Kinds that make a paper of each thing: of each change, each block, each confirmation, each unit that is honoured."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from vbgen.model.afterwards.change import PaperChange
from vbgen.model.campaign import Campaign
from vbgen.model.people import Award
from vbgen.papers.body.afterwards.paper_changes import name_of
from vbgen.papers.kinds.kind import Kind, Variant


def variants_of(kind: Kind, campaign: Campaign, phase: int | None) -> Iterator[Variant]:
    """A variant for each of the things, in the campaign's order; the kind's own where it makes no paper of each."""
    if not kind.each:
        yield from kind.variants
        return
    for name in dict.fromkeys(_NAMES[kind.each](kind, campaign, phase)):
        for variant in kind.variants:
            yield variant.model_copy(update={"id": "-".join(filter(None, (variant.id, name)))})


def narrowed(campaign: Campaign, kind: Kind, variant: Variant, phase: int | None) -> Campaign:
    """The campaign as that paper sees it: its own rows, and the awards that it is about."""
    if not kind.each:
        return campaign
    return campaign.model_copy(update=_NARROWED[kind.each](campaign, kind, variant, phase))


def _of_changes(kind: Kind, campaign: Campaign, _phase: int | None) -> Iterator[str]:
    return (name_of(row) for row in campaign.changes if row.change in kind.acts)


def _of_confirmations(_kind: Kind, campaign: Campaign, _phase: int | None) -> Iterator[str]:
    return (row.id for row in campaign.confirmations)


def _of_units(_kind: Kind, campaign: Campaign, phase: int | None) -> Iterator[str]:
    """Units with somebody honoured, in the office's own order."""
    units = {nominee.id: nominee.unit for nominee in campaign.nominees}
    honoured = {units.get(row.nominee) for row in campaign.awards if row.phase == phase}
    return (unit.id for unit in campaign.units if unit.id in honoured)


def _rows_of_change(
    campaign: Campaign, kind: Kind, variant: Variant, _phase: int | None
) -> dict[str, object]:
    rows = tuple(
        row for row in campaign.changes if row.change in kind.acts and name_of(row) == variant.id
    )
    awards = tuple(award for award in campaign.awards if any(_is_of(award, row) for row in rows))
    return {"changes": rows, "awards": awards}


def _is_of(award: Award, row: PaperChange) -> bool:
    """Whether the change is about that award's certificate."""
    named = bool(row.nominee) and (award.phase, award.nominee) == (row.phase, row.nominee)
    return named and row.award in {"", award.award}


def _row_of_confirmation(
    campaign: Campaign, _kind: Kind, variant: Variant, _phase: int | None
) -> dict[str, object]:
    rows = tuple(row for row in campaign.confirmations if row.id == variant.id)
    return {"confirmations": rows, "awards": ()}


def _rows_of_unit(
    campaign: Campaign, kind: Kind, variant: Variant, phase: int | None
) -> dict[str, object]:
    own = {nominee.id for nominee in campaign.nominees if nominee.unit == _unit(kind, variant)}
    awards = (row for row in campaign.awards if row.nominee in own and row.phase == phase)
    return {"awards": tuple(awards)}


def _unit(kind: Kind, variant: Variant) -> str:
    """The unit that a variant is for: `VP` of `titles-VP`."""
    before = [f"{base.id}-" for base in kind.variants if base.id]
    name = variant.id
    return next((name.removeprefix(head) for head in before if name.startswith(head)), name)


def _of_achievements(kind: Kind, campaign: Campaign, phase: int | None) -> Iterator[str]:
    """Nominees with a report, of the kind's own sort."""
    sorts = {nominee.id: nominee.subject for nominee in campaign.nominees}
    rows = (row for row in campaign.achievements if row.phase == phase)
    return (row.nominee for row in rows if kind.subject_kind in {None, sorts.get(row.nominee)})


def _row_of_achievement(
    campaign: Campaign, _kind: Kind, variant: Variant, _phase: int | None
) -> dict[str, object]:
    rows = tuple(row for row in campaign.achievements if row.nominee == variant.id)
    return {"achievements": rows}


def _of_blocks(_kind: Kind, campaign: Campaign, _phase: int | None) -> Iterator[str]:
    """Blocks of two units or more: one alone has nobody to pledge to."""
    units = Counter(row.block for row in campaign.block_members)
    return (block.id for block in campaign.blocks if units[block.id] > 1)


def _rows_of_block(
    campaign: Campaign, _kind: Kind, variant: Variant, _phase: int | None
) -> dict[str, object]:
    return {"blocks": tuple(row for row in campaign.blocks if row.id == variant.id)}


_NAMES: Mapping[str, Callable[[Kind, Campaign, int | None], Iterator[str]]] = {
    "achievements": _of_achievements,
    "blocks": _of_blocks,
    "changes": _of_changes,
    "confirmations": _of_confirmations,
    "units": _of_units,
}
_NARROWED: Mapping[str, Callable[[Campaign, Kind, Variant, int | None], dict[str, object]]] = {
    "achievements": _row_of_achievement,
    "blocks": _rows_of_block,
    "changes": _rows_of_change,
    "confirmations": _row_of_confirmation,
    "units": _rows_of_unit,
}
