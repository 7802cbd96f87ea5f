"""What the notice of conclusions says (thông báo kết luận): what was carried, what was not, who does what by when."""

from collections.abc import Iterator
from dataclasses import dataclass

from vbgen.law.rulebook import LawOfDay
from vbgen.model.beforehand.council_papers import Conclusion
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import one_line
from vbgen.papers.body.council.ballots import Ballot
from vbgen.papers.body.council.members import SEATS
from vbgen.papers.body.council.minutes import Minutes, minutes
from vbgen.papers.body.honour_list import HonourList, honour_list
from vbgen.papers.kinds.kind import Variant
from vbgen.words.dates import long_date


@dataclass(frozen=True, slots=True)
class MeetingConclusion:
    """The conclusions of one meeting."""

    minutes: Minutes
    carried: HonourList
    tasks: tuple[str, ...]  # without stroke; each ends without a mark

    @property
    def day(self) -> str:
        """`Ngày 08 tháng 7 năm 2022`."""
        said = long_date(self.minutes.meeting.start.date())
        return said[:1].upper() + said[1:]

    @property
    def chaired_by(self) -> str:
        """`ông Lê Nguyên Ngọc, Giám đốc Sở, Chủ tịch Hội đồng`, inside a sentence."""
        line = self.minutes.chair_line
        caption = self.minutes.captions[self.minutes.chair.id]
        return caption.lower() + line[len(caption) :]

    @property
    def concluded_by(self) -> str:
        """`Chủ tịch Hội đồng`: the seat of whoever was in the chair."""
        return SEATS[self.minutes.chair.role]

    @property
    def way_of_voting(self) -> str:
        """`kết quả bỏ phiếu kín`, or `kết quả biểu quyết`."""
        how = "bỏ phiếu kín" if self.minutes.meeting.secret_ballot else "biểu quyết"
        return f"kết quả {how}"

    @property
    def rejected_lines(self) -> tuple[str, ...]:
        """`Ông Quách Thiện Tâm, Giấy khen: 05/11 phiếu đồng ý (45,5%)`."""
        return tuple(_fell(ballot) for ballot in self.minutes.rejected)


def _fell(ballot: Ballot) -> str:
    figures = f"{ballot.votes_for:02}/{ballot.members:02}"
    name = ballot.entry.addressed_name
    return f"{name}, {ballot.entry.honour.name}: {figures} đồng ý ({ballot.share})"


def meeting_conclusion(campaign: Campaign, phase: int, law: LawOfDay) -> MeetingConclusion:
    """The conclusions of the phase's meeting; ProblemsFoundError without a meeting."""
    held = minutes(campaign, phase, law)
    carried = {
        (ballot.entry.nominee.id, ballot.entry.honour.name)
        for ballot in held.ballots
        if ballot.is_carried
    }
    rows = [
        row
        for row in campaign.nominations
        if row.phase == phase and (row.nominee, law.honour(row.award).name) in carried
    ]
    listed = honour_list(campaign, rows, Variant(), law)
    own = [row for row in campaign.conclusions if row.phase == phase]
    return MeetingConclusion(held, listed, tuple(_tasks(own)))


def _tasks(rows: list[Conclusion]) -> Iterator[str]:
    """`Văn phòng Sở: hoàn thiện hồ sơ …; xong trước ngày 15 tháng 7 năm 2022`."""
    for row in rows:
        said = one_line(row.text).rstrip(" .;")
        if row.assigned_to:
            said = f"{row.assigned_to}: {said[:1].lower()}{said[1:]}"
        due = f"; xong trước {long_date(row.due)}" if row.due else ""
        yield f"{said}{due}"
