"""Files that were laid in, taken: answers to what was asked, then into a campaign of the workspace or a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign.topics import heading_key
from vbgen.errors import Problem, ProblemsFoundError, Severity
from vbgen.intake.papers.campaigns import LAUNCH
from vbgen.intake.values import FileReading, ReadValue
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.data.beginning import data_of, free_name
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.receiving.inbox import find_lot, folder_of, throw_away
from vbgen.office.receiving.looking import SeeLot
from vbgen.office.receiving.reading import ReadFiles, keep_answer

if TYPE_CHECKING:
    from vbgen.office.office import Office

_LONGEST_NAME = 60


@dataclass(frozen=True)
class AnswerKept(Answer):
    """An answer is known from now on."""


@dataclass(frozen=True)
class AnswerReading(Request[AnswerKept]):
    """Answer what a reading asked; it is remembered for all lists alike."""

    key: str
    answer: str

    def carry_out(self, office: "Office") -> AnswerKept:
        """ProblemsFoundError for no answer."""
        office.confirm_may_write()
        if not self.key or not self.answer:
            message = _("Chưa chọn câu trả lời.")
            raise ProblemsFoundError(message, (Problem("no-answer", message),))
        keep_answer(office, self.key, self.answer)
        return AnswerKept()


@dataclass(frozen=True)
class LotTaken(Answer):
    """The campaign that holds it now, the files that were written, and whether a launch is among them."""

    campaign: str
    written: tuple[str, ...]
    is_launch: bool


@dataclass(frozen=True)
class TakeLot(Request[LotTaken]):
    """Write what was read into a campaign, or make a new one of a launch paper; the files then go."""

    id: str
    into: str = ""  # name of a campaign's folder; empty: a new one
    phase: int | None = None

    def carry_out(self, office: "Office") -> LotTaken:
        """ProblemsFoundError where nothing could be written; the files stay then."""
        office.confirm_may_write()
        files = folder_of(office, self.id)
        lot = find_lot(office, self.id)
        readings = office.do(SeeLot(self.id)).files
        is_launch = any(each.is_launch for each in readings)
        folder = campaign_named(office, self.into) if self.into else _new(office, readings)
        sent = tuple(files / name for name in lot.files)
        found = office.do(ReadFiles(sent, folder, phase=self.phase, sender=lot.unit))
        if not found.written:
            _refuse_empty(found.problems)
        throw_away(office, self.id)
        names = tuple(path.name for path in found.written)
        return LotTaken(folder.name, names, is_launch, problems=found.problems)


def _new(office: "Office", readings: Sequence[FileReading]) -> Path:
    """A folder for a new campaign, named by what is launched."""
    if len(readings) != 1 or not readings[0].is_launch:
        message = _("Danh sách cần một phong trào để lấy vào; hãy chọn phong trào.")
        raise ProblemsFoundError(message, (Problem("no-campaign", message),))
    data = data_of(office)
    return data / free_name(data, _name(readings[0], office.today.year))


def _name(reading: FileReading, year: int) -> str:
    """`phat-dong-phong-trao-thi-dua-nam-2022`, by the paper's subject; its year is told once."""
    subject = reading.paper.get("subject")
    said = str(subject.value) if isinstance(subject, ReadValue) else LAUNCH
    has_year = any(map(str.isdigit, said))
    words = heading_key(said if has_year else f"{said} {year}").split()
    return "-".join(dict.fromkeys(words))[:_LONGEST_NAME].strip("-")


def _refuse_empty(told: Sequence[Problem]) -> None:
    """ProblemsFoundError where nothing was written: for what went wrong, or because there is nothing to take."""
    wrong = tuple(each for each in told if each.severity is Severity.ERROR)
    if wrong or not told:
        message = _("Trong các tệp này không có gì để lấy vào phong trào.")
        raise ProblemsFoundError(message, wrong or (Problem("nothing-to-take", message),))
