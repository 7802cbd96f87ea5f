"""One decision for each group that the office keeps apart, beside titles and forms, which the law keeps apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vbgen.law.honour import Honour
from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind
from vbgen.papers.body.honour_list import is_chosen
from vbgen.papers.body.recipients import Wordings
from vbgen.papers.kinds.kind import Variant
from vbgen.words.names import fold


@dataclass(frozen=True, slots=True)
class DecidedGroup:
    """What one decision is about; None where the office does not tell by it."""

    honour: Honour | None
    recipient: RecipientKind | None


def decided_variants(
    variants: Iterable[Variant], campaign: Campaign, phase: int | None, law: LawOfDay
) -> Iterator[Variant]:
    """The variants, each once for every group of the phase's awards that the office decides apart."""
    split = campaign.agency.decisions
    if not (split.by_honour or split.by_recipient):
        yield from variants
        return
    groups = _groups(campaign, phase, law)
    for variant in variants:
        for group in groups:
            if group.honour is None or is_chosen(group.honour, variant, campaign, law):
                yield _narrowed(variant, group, Wordings(campaign.wordings))


def _groups(campaign: Campaign, phase: int | None, law: LawOfDay) -> list[DecidedGroup]:
    """Those of the phase's awards: collectives first, as `RecipientKind` has them, then honours from the highest."""
    split = campaign.agency.decisions
    kinds = {nominee.id: nominee.kind for nominee in campaign.nominees}
    rows = (row for row in campaign.awards if row.phase == phase and row.nominee in kinds)
    found = {
        DecidedGroup(
            law.honour(row.award) if split.by_honour else None,
            kinds[row.nominee] if split.by_recipient else None,
        )
        for row in rows
    }
    return sorted(found, key=_place)


def _place(group: DecidedGroup) -> tuple[int, int]:
    order = list(RecipientKind)
    rank = group.honour.rank if group.honour else 0
    return rank, order.index(group.recipient) if group.recipient else 0


def _narrowed(variant: Variant, group: DecidedGroup, wordings: Wordings) -> Variant:
    """`titles-lao-dong-tien-tien`, `tap-the`: the variant for that group alone."""
    honour = group.honour.name if group.honour else ""
    whom = wordings.noun(group.recipient) if group.recipient else ""
    name = "-".join(filter(None, (variant.id, _slug(honour), _slug(whom))))
    told = ", ".join(filter(None, (honour, whom)))
    return variant.model_copy(
        update={
            "id": name,
            "title": f"{variant.title} ({told})" if variant.title else "",
            "base": variant.id,
            "honour": honour,
            "recipient": group.recipient,
        }
    )


def _slug(text: str) -> str:
    """`lao-dong-tien-tien`: a name as a file may bear it."""
    bare = "".join(sign if sign.isalnum() else " " for sign in fold(text))
    return "-".join(bare.split())
