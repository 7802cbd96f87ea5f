"""Files that people sent, read: lists of people and papers of any layout, with places, doubts and questions."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import Inspection, inspect_campaign
from vbgen.campaign.inputs.main_files import has_main_file, main_files, near_campaign
from vbgen.campaign.inputs.other_files import is_quiet
from vbgen.errors import Place, Problem, Severity, UsageError
from vbgen.folders import all_files
from vbgen.intake.known import KnownOffice
from vbgen.intake.merging import Merged, merged, merged_rows
from vbgen.intake.reading import read_file
from vbgen.intake.values import FileReading
from vbgen.messages import _
from vbgen.model.agency import Agency
from vbgen.model.campaign import Campaign
from vbgen.model.unit import Unit
from vbgen.model.vocabulary import Vocabulary
from vbgen.office.acts import Answer, Request
from vbgen.office.receiving.answers import keep_answers, kept_answers

if TYPE_CHECKING:
    from vbgen.office.office import Office

_MOST_FILES = 5_000


@dataclass(frozen=True)
class FilesRead(Answer):
    """What each file holds, and the workbook that it was written into."""

    files: tuple[FileReading, ...]
    written: tuple[Path, ...] = ()
    merged: Merged = Merged()  # noqa: RUF009 - frozen

    @property
    def people(self) -> int:
        """How many people were read."""
        return sum(reading.taken for reading in self.files)

    @property
    def doubtful(self) -> int:
        """About how many of them something is doubtful."""
        return sum(len({each.place for each in reading.doubtful}) for reading in self.files)

    @property
    def questions(self) -> int:
        """How many questions wait for an answer."""
        return sum(len(reading.questions) for reading in self.files)

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "files": [reading.as_json() for reading in self.files],
            "written": [str(path) for path in self.written],
            "merged": self.merged.as_json(),
        }


@dataclass(frozen=True)
class ReadFiles(Request[FilesRead]):
    """Read what people sent; where a campaign is named, write a workbook for it, doubtful cells marked."""

    files: tuple[Path, ...]
    into: Path | None = None
    kind: str = ""  # of each file; empty: as their words tell
    phase: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    only_look: bool = False  # against that campaign, and nothing is written
    sender: str = ""  # code of the unit that sent them: people whose unit is not said are its own
    may_begin: bool = False  # a folder that is no campaign yet may take lists too

    def carry_out(self, office: "Office") -> FilesRead:
        """Read every file against what the office knows, keep the answers; then write, all or nothing.

        UsageError for a kind of papers that there is not; UnreadableFileError where lists are for no campaign.
        """
        if self.kind:
            office.workspace.library.find(self.kind)
        there = inspect_campaign(self.into, office.words) if self.into else None
        known = self._known(office, there)
        readings = self._read_all(office, known)
        self._confirm_campaign(readings)
        found = merged(readings, known.units if len(readings) > 1 else ())
        problems = [each for reading in readings for each in reading.problems]
        written, told = self._write(office, readings, there.campaign if there else None, found)
        return FilesRead(readings, written, found, problems=(*problems, *told))

    def _confirm_campaign(self, readings: Sequence[FileReading]) -> None:
        """Lists go into a campaign that is there; a launch paper alone begins one."""
        if self.into and not (self.may_begin or self.only_look or _is_one_launch(readings)):
            main_files(self.into)

    def _known(self, office: "Office", there: Inspection | None) -> KnownOffice:
        agency = next(there.records("agency", Agency), None) if there else None
        units = tuple(there.records("units", Unit)) if there else ()
        answers = self._answers(office)
        return known_of(office.words, office.today, agency, units, answers, self.sender)

    def _answers(self, office: "Office") -> dict[str, str]:
        """What was answered before and now; what is new is kept."""
        templates = _templates_of(office)
        answers = kept_answers(templates) | dict(self.answers)
        if self.answers and templates and office.may_write:
            keep_answers(templates, self.answers)
        return answers

    def _read_all(self, office: "Office", known: KnownOffice) -> tuple[FileReading, ...]:
        readings: list[FileReading] = []
        for done, (name, path) in enumerate(self._paths.items(), 1):
            readings.append(read_file(path, name, known, self.kind))
            office.tell_done(done, len(self._paths))
        return tuple(readings)

    def _write(
        self,
        office: "Office",
        readings: Sequence[FileReading],
        campaign: Campaign | None,
        found: Merged,
    ) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
        """What was written, and a word on what of it a person should look at."""
        from vbgen.office.receiving.writing import SentFiles, write_launch, write_received

        if self.into is None or self.only_look:
            return (), ()
        office.confirm_may_write()
        launches = [each for each in readings if each.is_launch]
        if _is_one_launch(readings) and not has_main_file(self.into):
            path = self._paths[launches[0].file]
            begun = write_launch(self.into, path, launches[0], office.words)
            return begun, tuple(_of_near_name(self.into))
        written, told = self._join(office, self.into, launches)
        if not _names_people(readings):
            return written, told
        rows = tuple(merged_rows(found, readings))
        sent = SentFiles(self.files, self.phase)
        listed, named = write_received(self.into, sent, readings, campaign, office.words, rows)
        return (*written, listed), (*told, *named)

    def _join(
        self, office: "Office", folder: Path, launches: Sequence[FileReading]
    ) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
        """Launch papers of a campaign that has its data, one after the other."""
        from vbgen.office.receiving.joining import join_launch, only_shown

        if not has_main_file(folder):
            return (), tuple(only_shown(each.file) for each in launches)
        joined = [join_launch(office, folder, self._paths[each.file], each) for each in launches]
        written = dict.fromkeys(path for each in joined for path in each.written)
        return tuple(written), tuple(problem for each in joined for problem in each.problems)

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        """Where each file lies, by the name that places call it by."""
        return {name: path for path, name in _files(self.files)}


def _is_one_launch(readings: Sequence[FileReading]) -> bool:
    return len(readings) == 1 and readings[0].is_launch


def _of_near_name(folder: Path) -> Iterator[Problem]:
    """A word on a campaign that was begun beside one of nearly its name, which may have been meant."""
    if near := near_campaign(folder):
        message = _(
            "đã lập phong trào mới; nếu muốn ghi vào {near} thì bỏ thư mục này rồi đọc lại.",
            near=near,
        )
        yield Problem("begun-beside", message, Place(file=folder.name), Severity.NOTE)


def keep_answer(office: "Office", key: str, answer: str) -> None:
    """Remember the answer to a question, where the office has a place for it."""
    if templates := _templates_of(office):
        keep_answers(templates, {key: answer})


def _templates_of(office: "Office") -> Path | None:
    """Where the office's own words stand; None outside any workspace."""
    root = office.workspace.root
    return root / "templates" if root else None


def known_of(
    words: Vocabulary,
    today: date,
    agency: Agency | None = None,
    units: Sequence[Unit] = (),
    answers: Mapping[str, str] | None = None,
    sender: str = "",
) -> KnownOffice:
    """What is known of units and honours: those of the office, and of the campaign that is read for.

    `sender` is the code of the unit that sent what is read; empty where nobody knows.
    """
    return KnownOffice(
        words,
        today,
        tuple(units),
        agency.name if agency else "",
        (agency.full_name, agency.short_name) if agency else (),
        answers or {},
        next((unit for unit in units if sender and unit.id == sender), None),
    )


def _files(given: tuple[Path, ...]) -> list[tuple[Path, str]]:
    """Each file with the name that places call it by; a folder stands for all in it."""
    found = [each for path in given for each in _inside(path)]
    if len(found) > _MOST_FILES:
        raise UsageError(_("Có hơn {most} tệp; hãy đọc từng thư mục nhỏ hơn.", most=_MOST_FILES))
    named = Counter(name for _path, name in found)
    return [(path, name if named[name] == 1 else path.as_posix()) for path, name in found]


def _inside(path: Path) -> Iterator[tuple[Path, str]]:
    """A file by its name; those of a folder by their way from there."""
    if not path.is_dir():
        yield path, path.name
        return
    for each in all_files(path):
        if _is_sent(each):
            yield each, each.relative_to(path).as_posix()


def _is_sent(path: Path) -> bool:
    """What a system or an open program leaves beside files is nothing that people sent."""
    return not path.name.startswith((".", "~$")) and not is_quiet(path)


def _names_people(readings: Sequence[FileReading]) -> bool:
    return any(reading.has_nominees for reading in readings)
