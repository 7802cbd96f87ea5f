"""What an award is given for: a decision that says it nowhere cannot be issued."""

from collections.abc import Iterator

from vbgen.campaign import Inspection
from vbgen.errors import Place, Problem
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.papers.asked import AskedPapers
from vbgen.papers.deciding import DECISION
from vbgen.papers.honours import decision
from vbgen.papers.kinds.known_honours import has_unknown_honours
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene


def without_purpose(
    inspection: Inspection, library: Library, law: LawOfDay, asked: AskedPapers
) -> Iterator[Problem]:
    """An error for each decision of which neither its row nor the movement says what for, at the cell for it."""
    campaign = inspection.campaign
    is_asked = not asked.names or DECISION in asked.kinds
    if campaign is None or not is_asked or has_unknown_honours(campaign, law):
        return
    planned = agenda(campaign, [library.find(DECISION)], phase=None, law=law, expected=True)
    for scene in filter(asked.includes, planned.scenes):
        if _is_purposeless(scene):
            yield _purposeless(scene, inspection)


def _is_purposeless(scene: Scene) -> bool:
    """Whether it commends without saying what for; a title says it itself, a typed body for itself."""
    said = decision(scene)
    return scene.body is None and not said.is_of_titles and not said.merit


def _purposeless(scene: Scene, inspection: Inspection) -> Problem:
    message = _("Quyết định khen thưởng chưa ghi khen vì thành tích gì.")
    hint = _("Ghi “Thành tích chung” của quyết định ở trang “Văn bản”, hoặc tên phong trào.")
    return Problem("no-merit", message, _cell(scene, inspection), hint=hint)


def _cell(scene: Scene, inspection: Inspection) -> Place:
    """The cell of the decision's own row; the sheet where it has none."""
    for row, plan in enumerate(scene.campaign.papers):
        if plan == scene.plan:
            return inspection.place_of("papers", row, "merit")
    return Place(file=inspection.places.file, sheet=Campaign.title_of("papers"))
