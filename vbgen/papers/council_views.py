"""The names that papers of the council use, beside its minutes."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.papers.body.council.achievement_report import AchievementReport, achievement_report
from vbgen.papers.body.council.ballot_count import BallotCount, ballot_count
from vbgen.papers.body.council.ballot_paper import BallotPapers, ballot_papers
from vbgen.papers.body.council.conclusion import MeetingConclusion, meeting_conclusion
from vbgen.papers.body.council.dossier_list import DossierList, dossier_list
from vbgen.papers.body.council.invitation import MeetingInvitation, invitation
from vbgen.papers.body.council.setup import CouncilOrder, council_order
from vbgen.papers.honours import nominations
from vbgen.papers.scene import Scene
from vbgen.papers.view import View

ValueT = TypeVar("ValueT")


def of_council() -> Mapping[str, View]:
    """Name → view."""
    return {
        "invitation": View(_("Giấy mời họp Hội đồng"), MeetingInvitation, _invitation),
        "ballot_papers": View(_("Phiếu bầu"), BallotPapers, _of_meeting(ballot_papers)),
        "count": View(_("Biên bản kiểm phiếu"), BallotCount, _of_meeting(ballot_count)),
        "conclusion": View(
            _("Thông báo kết luận họp Hội đồng"), MeetingConclusion, _of_meeting(meeting_conclusion)
        ),
        "dossier": View(_("Hồ sơ kèm theo tờ trình"), DossierList, _dossier),
        "achievement": View(
            _("Báo cáo thành tích"), AchievementReport, _of_meeting(achievement_report)
        ),
        "council_order": View(
            _("Quyết định thành lập, kiện toàn Hội đồng"),
            CouncilOrder,
            lambda scene: council_order(scene.campaign, scene.agency),
        ),
    }


def _dossier(scene: Scene) -> DossierList:
    rows = scene.campaign.achievements
    reported = {row.nominee for row in rows if row.phase == scene.phase_number}
    return dossier_list(nominations(scene), scene.kind.dossiers, reported)


def _of_meeting(
    make: Callable[[Campaign, int, LawOfDay], ValueT],
) -> Callable[[Scene], ValueT]:
    return lambda scene: make(scene.campaign, scene.phase_number, scene.decided)


def _invitation(scene: Scene) -> MeetingInvitation:
    of_movement = scene.phase.of_movement if scene.phase else ""
    invited = scene.texts("addressees")
    return invitation(scene.campaign, scene.phase_number, scene.decided, invited, of_movement)
