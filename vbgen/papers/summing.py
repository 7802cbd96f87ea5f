"""The summary of a scene's phase: what it is made of, and its subject."""

from vbgen.papers.body.phases import phase_view
from vbgen.papers.body.quotas import quota_results
from vbgen.papers.body.results import results
from vbgen.papers.body.summary import Summary, SummaryData, summary
from vbgen.papers.honours import awards
from vbgen.papers.scene import Scene


def summary_of(scene: Scene) -> Summary:
    """The summary of the scene's phase; of the last one for a paper of the whole movement."""
    phase = scene.phase or phase_view(scene.campaign, scene.phase_number)
    return summary(
        SummaryData(
            campaign=scene.campaign,
            phase=phase,
            results=results(scene.campaign, phase.number),
            quotas=quota_results(scene.campaign, phase.number, scene.laws),
            awards=awards(scene),
            issuer=scene.issuer_name,
            is_draft=scene.issue is None,
        )
    )
