"""Next year from this year: what an office keeps goes over into a new campaign, what belonged to the year does not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.campaign.writing.workbook_out import one_row_workbook
from vbgen.errors import OutputError, Place, Problem, Severity
from vbgen.files import write_all
from vbgen.folders import all_files
from vbgen.law.history import PastHonour, matched
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.model.movement import Movement
from vbgen.model.paper import PaperPlan
from vbgen.model.people import Nominee, PastAward
from vbgen.office.acts import Answer, Request
from vbgen.office.setting.past import past_decisions
from vbgen.office.setting.workspace import LAW, SETTINGS, Workspace, find_workspace

if TYPE_CHECKING:
    from vbgen.office.office import Office

FORM = "campaign.xlsx"
_YEAR = re.compile(r"(?:19|20|21)\d{2}")
_KEPT = (
    "agency", "units", "signers", "issuers", "bonus_rates", "wordings", "nominees", "past_awards", "council",
    "blocks", "block_members", "criteria", "legal_grounds", "addressees", "recipients",
)  # fmt: skip
_OF_THE_YEAR = (
    "rating", "discipline", "moved_from", "moved_on", "seconded_to", "other_side_agrees", "training_months",
    "training_result", "note",
)  # fmt: skip
_OF_A_PAPER = ("subject", "month", "year", "merit", "merit_opening", "draft_mark", "urgency")


@dataclass(frozen=True)
class CampaignStarted(Answer):
    """The new campaign's folder and files, and how much went over."""

    folder: Path
    files: tuple[Path, ...]
    people: int
    past_awards: int

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        counts = {"people": self.people, "past_awards": self.past_awards}
        return {"campaign": str(self.folder), "files": [str(each) for each in self.files], **counts}


@dataclass(frozen=True)
class StartFrom(Request[CampaignStarted]):
    """Start a campaign from an earlier one; where `folder` lies in no workspace, a workspace of the same kind."""

    folder: Path
    source: Path

    def carry_out(self, office: "Office") -> CampaignStarted:
        """Office, people, council and kinds go over; awards of the past come from the sheet and from the register."""
        own = find_workspace(self.source)
        there = find_workspace(self.folder)
        is_inside = there.root is not None and there.root == own.root
        campaign = (
            self.folder
            if is_inside
            else self.folder / "data" / following_name(self.source.resolve().name)
        )
        words = own.words(office.today)
        loaded = load_campaign(self.source, words)
        with past_decisions(own, office.surroundings.environ, campaign.name) as past:
            found = _with_past(loaded.campaign, past.past_honours() if past else ())
        settings = {} if is_inside else dict(_settings(own, self.folder))
        files = {campaign / FORM: one_row_workbook(found, words), **settings}
        _refuse_standing(files)
        write_all(files)
        told = _to_look_at(found, campaign / FORM)
        return CampaignStarted(
            campaign,
            tuple(files),
            len(found.nominees),
            len(found.past_awards),
            problems=tuple(told),
        )


def next_campaign(campaign: Campaign) -> Campaign:
    """The campaign without what belonged to its year."""
    kept = {name: getattr(campaign, name) for name in _KEPT}
    year = campaign.movement.year
    people = tuple(
        each.model_copy(update=_defaults(Nominee, _OF_THE_YEAR)) for each in campaign.nominees
    )
    plans = tuple(
        each.model_copy(update=_defaults(PaperPlan, _OF_A_PAPER))
        for each in campaign.papers
        if each.phase is None
    )
    movement = Movement(year=year + 1 if year else None)
    return Campaign(**{**kept, "movement": movement, "nominees": people, "papers": plans})


def _defaults(of: type[Record], fields: Iterable[str]) -> dict[str, object]:
    return {name: of.model_fields[name].default for name in fields}


def _with_past(campaign: Campaign, past: Iterable[PastHonour]) -> Campaign:
    """The next campaign, with the awards that the register knows added to those of the sheet, each once."""
    begun = next_campaign(campaign)
    units = {each.id: each.name for each in begun.units}
    found = matched(past, begun.nominees, units).by_nominee
    rows = {_said(each): each for each in begun.past_awards}
    for person in begun.nominees:
        for each in found.get(person.id, ()):
            award = _past_award(person, each)
            rows.setdefault(_said(award), award)
    return begun.model_copy(update={"past_awards": tuple(rows.values())})


def _said(award: PastAward) -> tuple[str, int, str, str]:
    return award.nominee, award.year, award.award, award.decision_number


def _past_award(person: Nominee, past: PastHonour) -> PastAward:
    return PastAward(
        nominee=person.id,
        year=past.year,
        award=past.award,
        decision_number=past.decision_number,
        decision_date=past.decision_date,
        decided_by=past.decided_by,
    )


def following_name(name: str) -> str:
    """`thi-dua-2027` after `thi-dua-2026`; `thi-dua-tiep` after a name without a year."""
    year = _YEAR.search(name)
    return (
        f"{name[: year.start()]}{int(year[0]) + 1}{name[year.end() :]}" if year else f"{name}-tiep"
    )


def _settings(workspace: Workspace, folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Settings, kinds, templates, headings and rules of the office, as they lie."""
    root = workspace.root
    if root is None:
        yield folder / SETTINGS, b""
        return
    yield folder / SETTINGS, (root / SETTINGS).read_bytes()
    for part in ("templates", LAW):
        for path in all_files(root / part):
            yield folder / path.relative_to(root), path.read_bytes()


def _refuse_standing(files: Iterable[Path]) -> None:
    standing = next((each for each in files if each.exists()), None)
    if standing is not None:
        raise OutputError(
            _("Đã có {name}; hãy chọn một thư mục khác.", name=standing),
        )


def _to_look_at(campaign: Campaign, form: Path) -> Iterator[Problem]:
    """What was right last year and may not be now."""
    if campaign.legal_grounds:
        message = _("{count} căn cứ lấy từ phong trào trước.", count=len(campaign.legal_grounds))
        hint = _("Đối chiếu từng văn bản xem còn hiệu lực không.")
        place = Place(file=form.name, sheet=campaign.title_of("legal_grounds"))
        yield Problem("grounds-carried-over", message, place, Severity.NOTE, hint)
