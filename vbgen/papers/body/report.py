"""The paragraphs that a person wrote for a phase summary, by section."""

from dataclasses import dataclass

from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import lines, plain
from vbgen.model.movement import ReportSection


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """Paragraphs of each section of a summary; a section without any is empty."""

    advantages: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    leadership: tuple[str, ...] = ()
    movement: tuple[str, ...] = ()
    shortcomings: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    next_tasks: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()


def report(campaign: Campaign, phase: int) -> WrittenReport:
    """What was written for that phase."""
    rows = [row for row in campaign.report_paragraphs if row.phase == phase]
    return WrittenReport(
        **{
            section.name.lower(): tuple(
                plain(line) for row in rows if row.section is section for line in lines(row.text)
            )
            for section in ReportSection
        }
    )
