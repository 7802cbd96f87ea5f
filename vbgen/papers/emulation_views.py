"""The names that papers of emulation among units use: what is registered, pledged and scored."""

from collections.abc import Mapping

from vbgen.messages import _
from vbgen.papers.body.blanks import missing_rows
from vbgen.papers.body.emulation.pledge import Pledge, pledge
from vbgen.papers.body.emulation.registered import RegisteredTitles, registered_titles
from vbgen.papers.body.emulation.scores import ScoreTables, score_tables
from vbgen.papers.scene import Scene
from vbgen.papers.view import View


def of_emulation() -> Mapping[str, View]:
    """Name → view."""
    return {
        "registered": View(_("Đăng ký thi đua và kết quả"), RegisteredTitles, _registered),
        "pledge": View(
            _("Giao ước thi đua của khối"), Pledge, lambda scene: pledge(scene.campaign)
        ),
        "scores": View(
            _("Bảng chấm điểm của các khối"),
            ScoreTables,
            lambda scene: score_tables(scene.campaign),
        ),
    }


def _registered(scene: Scene) -> RegisteredTitles:
    if not scene.campaign.registrations:
        raise missing_rows(_("Chưa có ai đăng ký thi đua."), "registrations")
    return registered_titles(scene.campaign, scene.decided, scene.known.elsewhere)
