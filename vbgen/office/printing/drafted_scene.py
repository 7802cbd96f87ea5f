"""Which certificates of a campaign that is not decided yet are meant; what cannot be meant has a way out."""

from collections.abc import Sequence
from pathlib import Path

from vbgen.errors import Place, Problem, ProblemsFoundError, UsageError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.office.making.drafting import Drafter
from vbgen.papers.asked import AskedPapers
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.scene import Scene
from vbgen.ways import ChooseKind, ChoosePhase


def drafted_scene(
    drafter: Drafter,
    campaign: Campaign,
    asked: str,
    phase: int | None,
    *,
    law: LawOfDay,
    emblem: Path | None,
) -> Scene:
    """The one paper of certificates that is asked for, by the law of that day.

    ProblemsFoundError when nobody is honoured, UsageError when several phases or decisions have such certificates.
    """
    kind = asked.partition("/")[0]
    planned = drafter.plan(campaign, [kind], phase=phase, law=law, emblem=emblem).scenes
    scenes = list(filter(AskedPapers((asked,)).includes, planned))
    if not scenes:
        raise _of_other_decisions(planned) if planned else _none(drafter.library.find(kind))
    if len(scenes) > 1:
        phases = {scene.phase.number for scene in scenes if scene.phase}
        message = _("Phong trào có giấy khen của nhiều đợt.")
        raise UsageError(message, ways=(ChoosePhase(tuple(sorted(phases))),))
    return scenes[0]


def _of_other_decisions(scenes: Sequence[Scene]) -> UsageError:
    """The certificates at hand go with decisions of other groups."""
    message = _("Giấy khen của phong trào này đi theo nhiều quyết định.")
    return UsageError(message, ways=(ChooseKind(tuple(scene.paper for scene in scenes)),))


def _none(kind: Kind) -> ProblemsFoundError:
    message = _("Chưa có ai trong danh sách khen thưởng để in {title}.", title=kind.title.lower())
    return ProblemsFoundError(message, (Problem("no-certificates", message, Place(path="awards")),))
