"""Who is proposed and commended by one paper, and in which words."""

from vbgen.model.emphasis import one_line
from vbgen.papers.body.decision import MERIT, Decision
from vbgen.papers.body.honour_list import HonourList, honour_list
from vbgen.papers.scene import Scene


def nominations(scene: Scene) -> HonourList:
    """The proposals of the paper's phase that its variant is for."""
    rows = [row for row in scene.campaign.nominations if row.phase == scene.phase_number]
    return honour_list(scene.campaign, rows, scene.variant, scene.decided)


def awards(scene: Scene) -> HonourList:
    """The awards of the paper's phase that its variant is for."""
    rows = [row for row in scene.campaign.awards if row.phase == scene.phase_number]
    return honour_list(scene.campaign, rows, scene.variant, scene.decided)


def decision(scene: Scene) -> Decision:
    """The words of the decision on those awards; what it is for is the plan's, else the movement's."""
    movement = scene.phase.of_movement if scene.phase else scene.campaign.movement.name
    merit = one_line(scene.plan.merit) or (f"xuất sắc trong {movement}" if movement else "")
    opening = scene.plan.merit_opening.removeprefix("đã ") or MERIT
    period = scene.campaign.movement.in_period
    return Decision(awards(scene), merit, period, scene.agency.executors, opening)
