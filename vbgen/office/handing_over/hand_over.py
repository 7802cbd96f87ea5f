"""Files looked at, and the papers of their handing over: the lists and the minutes, as Word files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem
from vbgen.office.acts import Answer, Request
from vbgen.office.handing_over.gathering import GatheredFile
from vbgen.office.handing_over.scope import FilesWish, gathered
from vbgen.office.registry.listing import ListPrinter
from vbgen.outputs import write_outputs
from vbgen.words.dates import short_date

if TYPE_CHECKING:
    from vbgen.office.office import Office

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class FilesGathered(Answer):
    """Files with their papers."""

    files: tuple[GatheredFile, ...]

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"files": [file.as_json() for file in self.files]}


@dataclass(frozen=True)
class GatherPapers(Request[FilesGathered]):
    """Issued papers as files (hồ sơ): by the office's list of files, else one a campaign; nothing is written."""

    wish: FilesWish = field(default_factory=FilesWish)

    def carry_out(self, office: "Office") -> FilesGathered:
        """The files, with what is to be looked at."""
        files = gathered(office, self.wish)
        return FilesGathered(files, problems=problems_of(files))


@dataclass(frozen=True)
class HandoverWritten(Answer):
    """The papers of a handing over."""

    files: tuple[Path, ...]
    dossiers: int

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"files": [str(path) for path in self.files], "dossiers": self.dossiers}


@dataclass(frozen=True)
class WriteHandover(Request[HandoverWritten]):
    """The lists of files and of each file's papers, and the minutes of handing over, as Word files in a folder."""

    folder: Path
    wish: FilesWish = field(default_factory=FilesWish)
    receiver: str = ""  # who takes them over

    def carry_out(self, office: "Office") -> HandoverWritten:
        """Written, all of them or none."""
        files = gathered(office, self.wish)
        papers = handover_papers(files, self.receiver)
        written = {self.folder / name: content for name, content in papers.items()}
        write_outputs(written)
        return HandoverWritten(tuple(written), len(files), problems=problems_of(files))


def handover_papers(files: Sequence[GatheredFile], receiver: str) -> dict[str, bytes]:
    """The lists and the minutes, by the names of their Word files."""
    printer, records = ListPrinter(), [file.record for file in files]
    about = "; ".join(file.about.title for file in files)
    made = {
        "muc-luc-ho-so.docx": printer.files(records, f"({about})"),
        "bien-ban-giao-nhan.docx": printer.minutes(_minutes(files, about, receiver)),
    }
    for number, file in enumerate(files, start=1):
        name = f"muc-luc-van-ban-{number:02}-{_plain(file.about.file_code.notation)}.docx"
        made[name] = printer.papers(file.record)
    return made


def _minutes(files: Sequence[GatheredFile], about: str, receiver: str) -> dict[str, object]:
    starts = [file.about.start_date for file in files if file.about.start_date]
    ends = [file.about.end_date for file in files if file.about.end_date]
    organ = files[0].papers[0].entry.issuer
    creators = {file.about.creator for file in files}
    return {
        "organ_name": organ.upper(),
        "organ_of_sentence": organ,
        "creator": creators.pop() if len(creators) == 1 else "",
        "receiver": receiver,
        "about": about,
        "period": _spread(min(starts), max(ends)),
        "files": f"{len(files):02}",
        "digital": f"{sum(file.digital for file in files):02}",
    }


def _spread(first: date, last: date) -> str:
    """The days as the minutes write them, whatever the reader's language."""
    if first == last:
        return f"ngày {short_date(first)}"
    return f"từ {short_date(first)} đến {short_date(last)}"


def problems_of(files: Sequence[GatheredFile]) -> tuple[Problem, ...]:
    """Each once: many files rest on one rule."""
    return tuple(dict.fromkeys(problem for file in files for problem in file.problems))


def _plain(notation: str) -> str:
    return _NOT_IN_NAMES.sub("-", notation)
