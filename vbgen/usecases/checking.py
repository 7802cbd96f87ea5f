"""Checking: every problem of a campaign's data at once, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vbgen.errors import Problem, Severity
from vbgen.kinds.library import Library
from vbgen.kinds.notice import THEME_MARK
from vbgen.law.honours import UnknownHonourError, find_honour
from vbgen.load import Inspection, annotate_workbook, inspect_campaign
from vbgen.messages import _
from vbgen.model.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found."""

    problems: tuple[Problem, ...]

    @property
    def is_clean(self) -> bool:
        """Whether papers can be made: nothing found is an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def check(folder: Path, library: Library) -> Checked:
    """The problems of a campaign: first those of its files and cells, then those of what they say together."""
    inspection = inspect_campaign(folder)
    if inspection.campaign is None:
        return Checked(inspection.problems)
    found = (*_honours(inspection), *_papers(inspection, library), *_theme(inspection))
    return Checked((*inspection.problems, *found))


def annotated(folder: Path, problems: Sequence[Problem], target: Path) -> None:
    """Write a copy of the campaign's workbook to `target`, each problem at its cell."""
    annotate_workbook(folder, problems, target)


def _honours(inspection: Inspection) -> Iterator[Problem]:
    """Titles and commendation forms that the law does not know, wherever they are named."""
    for table in ("quotas", "past_awards", "nominations", "votes", "awards"):
        for row, record in enumerate(_rows(inspection, table)):
            try:
                honour = record.award and find_honour(record.award)  # type: ignore[attr-defined]
            except UnknownHonourError as fault:
                place = inspection.place_of(table, row, "award")
                yield Problem("unknown-honour", str(fault), place, hint=_("Hãy chọn tên trong danh sách thả xuống."))
                continue
            del honour


def _papers(inspection: Inspection, library: Library) -> Iterator[Problem]:
    """Kinds of paper that do not exist."""
    known = set(library.names())
    for table in ("papers", "legal_grounds", "addressees", "recipients"):
        for row, record in enumerate(_rows(inspection, table)):
            name = record.kind.partition("/")[0]  # type: ignore[attr-defined]
            if name not in known:
                message = _("Không có loại văn bản “{name}”.", name=name)
                hint = _("Các loại đang có: {known}.", known=", ".join(sorted(known)))
                yield Problem("unknown-kind", message, inspection.place_of(table, row, "kind"), hint=hint)


def _theme(inspection: Inspection) -> Iterator[Problem]:
    campaign = inspection.campaign
    if campaign is not None and THEME_MARK not in campaign.launch.opening:
        yield Problem(
            "theme-mark-missing",
            _("Lời mở đầu của công văn phát động không có chỗ đặt chủ đề."),
            inspection.place_of("launch", 0, "opening"),
            Severity.WARNING,
            _("Hãy ghi {mark} ở nơi cần in chủ đề.", mark=THEME_MARK),
        )


def _rows(inspection: Inspection, table: str) -> Sequence[object]:
    campaign: Campaign | None = inspection.campaign
    return getattr(campaign, table) if campaign is not None else ()
