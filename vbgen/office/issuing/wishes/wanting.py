"""Which papers a wish means: one kind, one phase, one variant; what cannot be meant is refused with the way out."""

from collections.abc import Sequence
from pathlib import Path

from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.afterwards.known import NOTHING_KNOWN, KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.office.issuing.intents import Wish
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene
from vbgen.ways import ChooseKind, ChoosePhase


def scenes_wanted(
    wish: Wish,
    campaign: Campaign,
    library: Library,
    emblem: Path | None,
    law: LawOfDay,
    known: KnownPapers = NOTHING_KNOWN,
) -> Sequence[Scene]:
    """The papers that the wish asks for; UsageError where it is not clear, ProblemsFoundError where there is none."""
    name, slash, variant = wish.kind.partition("/")
    kind = library.find(name)
    _refuse_carried(kind, library)
    _refuse_without_phase(kind, wish, campaign)
    found = agenda(campaign, [kind], phase=wish.phase, law=law, emblem=emblem, known=known)
    scenes = [one for one in found.scenes if not slash or one.variant.id == variant]
    if not scenes:
        raise ProblemsFoundError(_("Không có văn bản nào như vậy để cấp số."), found.notes)
    _refuse_several(wish, scenes)
    return scenes


def _refuse_carried(kind: Kind, library: Library) -> None:
    """A paper that goes out with another one bears that one's number."""
    every = map(library.find, library.names())
    carrier = next((other for other in every if kind.id in other.carries), None)
    if carrier:
        message = _(
            "“{title}” đi cùng “{carrier}”, mang số của văn bản đó.",
            title=kind.title,
            carrier=carrier.title,
        )
        raise UsageError(message, ways=(ChooseKind((carrier.id,)),))


def _refuse_without_phase(kind: Kind, wish: Wish, campaign: Campaign) -> None:
    if kind.per == "phase" and wish.phase is None and len(campaign.phases) > 1:
        message = _("“{title}” làm theo từng đợt.", title=kind.title)
        numbers = tuple(each.number for each in campaign.phases)
        raise UsageError(message, ways=(ChoosePhase(numbers),))


def _refuse_several(wish: Wish, scenes: Sequence[Scene]) -> None:
    """A given number, and what a paper replaces, are of one paper."""
    if (wish.replaces or wish.number) and len(scenes) > 1:
        names = tuple(f"{one.kind.id}/{one.variant.id}" for one in scenes)
        message = _("Mỗi lần chỉ thay thế được một văn bản.")
        if wish.number:
            message = _("Số cho sẵn chỉ dùng cho một văn bản.")
        raise UsageError(message, ways=(ChooseKind(names),))
