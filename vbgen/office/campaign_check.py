"""Checking a campaign: everything found at once, and the files that tell of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Severity, UnreadableFileError
from vbgen.office.acts import Answer, Request
from vbgen.office.checking import Checked, Question, annotated, check
from vbgen.office.setting.past import past_decisions
from vbgen.office.understood import Seals, Sorted, keep_marks, read_marks, sort_out

if TYPE_CHECKING:
    from vbgen.office.office import Office
    from vbgen.office.registry.past_decisions import PastDecisions
    from vbgen.office.setting.workspace import Workspace


def with_known(question: Question, past: "PastDecisions | None") -> Question:
    """The question with the papers that the register knows, where there is one."""
    return replace(question, known=past.known) if past else question


@dataclass(frozen=True)
class CampaignChecked(Answer):
    """What was found; what was written of it, and what was not because the data have errors."""

    found: Checked
    files: tuple[Path, ...]
    left: tuple[Path, ...]
    is_readable: bool  # whether there is a folder to check at all
    understood: int = 0  # what somebody has marked so, and is therefore not told

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many problems there are of each severity."""
        found = Counter(problem.severity for problem in self.problems)
        return {level: found[level] for level in Severity}

    @property
    def exit_code(self) -> int:
        """0 clean, 1 with errors, the code of unreadable files where there is nothing to check."""
        if not self.is_readable:
            return UnreadableFileError.exit_code
        return 0 if self.found.is_clean else 1

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        place_of = self.found.inspection.place_of
        return {
            "ok": self.found.is_clean,
            "counts": {str(level): count for level, count in self.counts.items()},
            "laws": self.found.laws(),
            "findings": [finding.as_json(place_of) for finding in self.found.findings],
            "files": [str(path) for path in self.files],
            "understood": self.understood,
        }


@dataclass(frozen=True)
class CheckCampaign(Request[CampaignChecked]):
    """Check a campaign's data and what it proposes, by the law of its decisions' days."""

    campaign: Path
    day: date | None = None  # of the decisions; the planned month without
    lists: tuple[Path, ...] = ()  # workbooks with awards of earlier years
    columns: Mapping[str, str] = field(
        default_factory=dict
    )  # of those workbooks; the settings' without
    earlier: Path | None = None  # the campaign as its proposal was made from it
    annotate: Path | None = None  # where a marked copy of the workbook goes
    report: Path | None = None  # where a report for the council goes
    statistics: Path | None = None  # where the year's figures go
    understood: tuple[
        str, ...
    ] = ()  # what is marked so: a code, or a code and a place, `CODE@PLACE`
    show_all: bool = False  # what is understood too

    def carry_out(self, office: "Office") -> CampaignChecked:
        """Ask with the decisions of earlier campaigns, then write what was asked for."""
        workspace, environ = office.workspace, office.surroundings.environ
        law, name = workspace.law(office.today), self.campaign.resolve().name
        with past_decisions(workspace, environ, name) as past:
            question = Question(
                law=law,
                day=self.day,
                lists=self.lists,
                columns=self.columns or workspace.history_columns,
                sources=(past,) if past else (),
                unread=workspace.unread_rules(),
                earlier=self.earlier or (past.as_proposed() if past else None),
            )
            question = with_known(question, past)
            found = check(self.campaign, workspace.library.for_campaign(self.campaign), question)
        sorted_out = self._sorted_out(found)
        files = tuple(self._written(found, workspace, sorted_out))
        wanted = filter(None, (self.annotate, self.report, self.statistics))
        left = tuple(path for path in wanted if path not in files)
        is_readable = self.campaign.is_dir()
        told = found.problems if self.show_all else sorted_out.told
        count = len(sorted_out.understood)
        return CampaignChecked(found, files, left, is_readable, count, problems=told)

    def _sorted_out(self, found: Checked) -> Sorted:
        """What is told, and what is understood, now or before."""
        seals = Seals(found.inspection.places)
        if self.understood:
            marks = keep_marks(self.campaign, self.understood, found.problems, seals)
        else:
            marks = read_marks(self.campaign)
        return sort_out(found.problems, seals, marks)

    def _written(self, found: Checked, workspace: "Workspace", sorted_out: Sorted) -> list[Path]:
        """The files that were asked for; data with errors have no report and no statistics."""
        written = []
        if self.annotate:
            hidden = () if self.show_all else sorted_out.understood
            annotated(self.campaign, found.everywhere_but(hidden), self.annotate)
            written.append(self.annotate)
        if self.report and found.case:
            from vbgen.office.check_report import write_report  # with all that papers are made of

            write_report(found, workspace.library, self.report)
            written.append(self.report)
        if self.statistics and found.case:
            from vbgen.office.statistics import write_year

            write_year(found.case.campaign, found.case.phase_laws, self.statistics)
            written.append(self.statistics)
        return written
