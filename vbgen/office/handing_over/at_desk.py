"""Handing over at the desk: a campaign's papers as files, their lists and minutes, and the day on which they went."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.messages import _, quoted
from vbgen.office.acts import Answer, Request
from vbgen.office.handing_over.gathering import GatheredFile
from vbgen.office.handing_over.hand_over import handover_papers, problems_of
from vbgen.office.handing_over.scope import FilesWish, gathered
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.overview.handed_over import HANDED_OVER, HandedOver, handed_over

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True, slots=True)
class PaperToHandOver:
    """One paper of a file."""

    id: str
    code: str
    day: date
    about: str
    pages: int  # 0 where no PDF was kept
    is_signed: bool


@dataclass(frozen=True, slots=True)
class FileToHandOver:
    """One file (hồ sơ) with its papers."""

    notation: str
    title: str
    retention: str
    papers: tuple[PaperToHandOver, ...]


@dataclass(frozen=True)
class HandoverSeen(Answer):
    """Files as they would be handed over, the papers made for that, and earlier times."""

    files: tuple[FileToHandOver, ...]
    names: tuple[str, ...]  # of the lists and the minutes
    earlier: tuple[HandedOver, ...]


@dataclass(frozen=True)
class SeeHandover(Request[HandoverSeen]):
    """A campaign's issued papers as files to be handed over, with what is to be looked at; nothing is written."""

    campaign: str

    def carry_out(self, office: "Office") -> HandoverSeen:
        """Empty where nothing was issued yet."""
        earlier = handed_over(office.desk_to_look().register, self.campaign)
        files = _files(office, self.campaign)
        names = tuple(handover_papers(files, "")) if files else ()
        seen = tuple(map(_seen, files))
        return HandoverSeen(seen, names, earlier, problems=problems_of(files))


@dataclass(frozen=True)
class HandoverPaper(Answer):
    """A list, or the minutes, as a Word file."""

    content: bytes


@dataclass(frozen=True)
class TakeHandoverPaper(Request[HandoverPaper]):
    """One of the papers of handing a campaign over, by its name; UsageError for any other name."""

    campaign: str
    name: str
    receiver: str = ""

    def carry_out(self, office: "Office") -> HandoverPaper:
        """Made anew each time."""
        files = _files(office, self.campaign)
        made = handover_papers(files, self.receiver) if files else {}
        if self.name not in made:
            raise UsageError(_("Không có tệp “{name}”.", name=quoted(self.name)))
        return HandoverPaper(made[self.name])


@dataclass(frozen=True)
class NoteHandover(Request[Answer]):
    """Write down that a campaign's papers were handed over; said twice it is one act."""

    campaign: str
    receiver: str = ""

    def carry_out(self, office: "Office") -> Answer:
        """Into the journal, with who says so; UsageError where nothing was issued."""
        office.confirm_may_write()
        files = _files(office, self.campaign)
        if not files:
            raise UsageError(_("Chưa có văn bản nào được cấp số."))
        desk = office.desk_to_act()
        codes = {each.entry.id: each.entry.code for file in files for each in file.papers}
        done = handed_over(desk.register, self.campaign)
        if any(codes.keys() <= each.papers and each.receiver == self.receiver for each in done):
            return Answer()
        told: dict[str, object] = {
            "campaign": self.campaign,
            "receiver": self.receiver,
            "papers": codes,
        }
        desk.register.note(desk.stamp(), HANDED_OVER, detail=told)
        desk.mirror()
        return Answer()


def _files(office: "Office", campaign: str) -> tuple[GatheredFile, ...]:
    """Of a campaign of the workspace; none where nothing of it was issued."""
    name = campaign_named(office, campaign).name
    entries = office.desk_to_look().register.entries()
    if not any(each.campaign == name and not each.is_open for each in entries):
        return ()
    return gathered(office, FilesWish(campaign=name))


def _seen(file: GatheredFile) -> FileToHandOver:
    about = file.about
    return FileToHandOver(
        about.file_code.notation, about.title, about.maintenance or "", tuple(_papers(file))
    )


def _papers(file: GatheredFile) -> Iterator[PaperToHandOver]:
    for each in file.papers:
        entry, said = each.entry, each.kept.metadata
        about = f"{said.type_name} {said.subject}".strip()
        yield PaperToHandOver(entry.id, entry.code, entry.day, about, each.pages, each.is_signed)
