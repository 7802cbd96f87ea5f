"""Issued papers gathered into files (hồ sơ): by the office's list of files, else one a campaign.

A file's title, period and retention come from the list, else from the campaign, its papers and the law.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from vbgen.archive.dossier import DossierRecord, KeptPaper, Role, read_dossier, totals
from vbgen.archive.metadata import FileCode, FileMetadata
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.law.tables import Retention
from vbgen.messages import _, in_vietnamese
from vbgen.model.agency import AgencyLevel
from vbgen.model.campaign import Campaign
from vbgen.model.dossier import RECORD
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.materials import CAMPAIGN, read_campaign
from vbgen.office.registry.bagging import Handover
from vbgen.pages.pdf.document import pages_of
from vbgen.register import Entry
from vbgen.register.entries import CHANGED, State

if TYPE_CHECKING:
    from vbgen.law.rulebook import LawOfDay


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of the office's list of files (danh mục hồ sơ)."""

    notation: str
    campaigns: tuple[str, ...]
    title: str = ""
    retention: str = ""
    creator: str = ""
    paper_code: str = ""  # of the paper file that the scans were made from

    @classmethod
    def of(cls, row: Mapping[str, object]) -> "FileRow":
        """From the settings, which were looked through when they were read."""
        campaigns = tuple(map(str, row["campaigns"]))  # type: ignore[call-overload]  # a list of texts
        said = {key: str(value) for key, value in row.items() if key != "campaigns"}
        return cls(campaigns=campaigns, **said)


@dataclass(frozen=True, slots=True)
class GatheredPaper:
    """A paper of a file, with its PDF as it goes out of the house: the newest signed one, else as issued."""

    entry: Entry
    kept: KeptPaper
    pdf: bytes  # empty where none was kept
    is_signed: bool
    is_scan: bool = False

    @property
    def pages(self) -> int:
        """Of the PDF file; 0 without one."""
        return pages_of(BytesIO(self.pdf)) if self.pdf else 0


@dataclass(frozen=True, slots=True)
class GatheredFile:
    """A file and its papers, in the order of the register."""

    record: DossierRecord
    papers: tuple[GatheredPaper, ...]
    problems: tuple[Problem, ...] = ()
    paper_code: str = ""

    @property
    def about(self) -> FileMetadata:
        """What is said of it."""
        return self.record.about

    @property
    def digital(self) -> int:
        """How many electronic files are handed over in it."""
        return sum(bool(paper.pdf) for paper in self.papers)

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        about = self.about
        return {
            "notation": about.file_code.notation,
            "title": about.title,
            "from": about.start_date.isoformat() if about.start_date else None,
            "to": about.end_date.isoformat() if about.end_date else None,
            "retention": about.maintenance,
            "papers": [paper.entry.code for paper in self.papers],
            "pages": about.page_total,
        }


@dataclass(frozen=True, slots=True)
class Gathering:
    """Gathers papers of one register and its archive."""

    desk: Desk
    law: Callable[[date], "LawOfDay"]
    handover: Handover = field(default_factory=Handover)
    rows: tuple[FileRow, ...] = ()

    def files(self, entries: Sequence[Entry]) -> tuple[GatheredFile, ...]:
        """The files of these entries; nothing of an entry that has no kept papers."""
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            if self._has_papers(entry):
                groups.setdefault(self._key(entry), []).append(entry)
        return tuple(self._file(key, group) for key, group in groups.items())

    def _has_papers(self, entry: Entry) -> bool:
        files = self.desk.register.files(entry.id)
        return not entry.is_open and any(file.name == RECORD for file in files)

    def _key(self, entry: Entry) -> str:
        """Its file's sign, else its campaign."""
        return self._row(entry).notation

    def _row(self, entry: Entry) -> FileRow:
        """The row that names the entry's campaign; one made of the campaign's name where none does."""
        named = (row for row in self.rows if entry.campaign in row.campaigns)
        return next(named, FileRow(entry.campaign, (entry.campaign,)))

    def _file(self, key: str, entries: Sequence[Entry]) -> GatheredFile:
        papers = tuple(chain.from_iterable(map(self._papers, entries)))
        row, data = self._row(entries[0]), self._campaign(entries[-1])
        days = [entry.day for entry in entries]
        retention, problems = self._retention(row, data, max(days))
        code = FileCode(
            organ_id=self.handover.organ_id,
            catalog=min(days).year,
            notation=self.handover.notation or key,
        )
        kept = tuple(_numbered(paper, n, code) for n, paper in enumerate(papers, start=1))
        about = FileMetadata(
            file_code=code,
            title=self.handover.title or row.title or _title(data, entries),
            maintenance=retention,
            rights=self.handover.rights,
            creator=row.creator or self.handover.creator,
            start_date=min(days),
            end_date=max(days),
            **totals(kept),
        )
        told = (*problems, *_unprinted(papers))
        return GatheredFile(_record(about, kept), papers, told, row.paper_code)

    def _papers(self, entry: Entry) -> Iterator[GatheredPaper]:
        kept = {file.name: file for file in self.desk.register.files(entry.id)}
        record = read_dossier(self._content(kept[RECORD].digest))
        signed = self.desk.register.newest_signed(entry.id)
        scans = self.desk.register.signed_with_ink(entry.id)
        for paper in record.papers if record else ():
            name = _pdf_of(paper)
            sent = signed.get(name) or kept.get(name)
            pdf = self._content(sent.digest) if sent else b""
            yield GatheredPaper(entry, paper, pdf, name in signed, name in scans)

    def _campaign(self, entry: Entry) -> Campaign | None:
        """The data that the paper was made from; None where there is none that is understood today."""
        kept = {file.name: file for file in self.desk.register.files(entry.id)}
        if CAMPAIGN not in kept:
            return None
        with suppress(ProblemsFoundError):  # of an older version, or another program's
            return read_campaign(self._content(kept[CAMPAIGN].digest))
        return None

    def _content(self, digest: str) -> bytes:
        return self.desk.archive.get(digest)

    def _retention(
        self, row: FileRow, data: Campaign | None, day: date
    ) -> tuple[str, tuple[Problem, ...]]:
        """What the office says, else the law of the last paper's day, with a warning where that is not proved."""
        if said := self.handover.maintenance or row.retention:
            return said, ()
        level = data.agency.level if data else None
        rule = _rule(self.law(day).all(Retention), level)
        if rule is None:
            return "", ()
        return rule.kept_for, () if rule.proved else (_unproved(rule),)


def _pdf_of(paper: KeptPaper) -> str:
    """The name of its PDF file; empty without one."""
    return next((file.name for file in paper.files if file.role is Role.PDF), "")


def _rule(rules: Sequence[Retention], level: AgencyLevel | None) -> Retention | None:
    """The rule that names the level, else one for any."""
    named = [rule for rule in rules if level is not None and level in rule.levels]
    return next(iter(named or [rule for rule in rules if not rule.levels]), None)


def _unproved(rule: Retention) -> Problem:
    message = _(
        "Thời hạn bảo quản “{period}” lấy theo {source}, chưa ai đối chiếu với bản gốc.",
        period=rule.kept_for,
        source=rule.citation,
    )
    hint = _("Hãy đối chiếu với danh mục hồ sơ của cơ quan rồi ghi thời hạn đúng.")
    return Problem("retention-unproved", message, severity=Severity.WARNING, hint=hint)


def _unprinted(papers: Sequence[GatheredPaper]) -> Iterator[Problem]:
    """A warning for each paper that was kept without a PDF file."""
    for paper in papers:
        if not paper.pdf:
            message = _("Văn bản này không lưu bản PDF nên hồ sơ điện tử chưa có văn bản này.")
            place = Place(file=paper.entry.code, path=paper.kept.key)
            yield Problem("file-without-pdf", message, place, Severity.WARNING)


def _title(data: Campaign | None, entries: Sequence[Entry]) -> str:
    name = data.movement.name if data else ""
    if name:
        return f"Hồ sơ {name}"
    year = entries[0].day.year
    return f"Hồ sơ khen thưởng “{entries[0].campaign}” năm {year}"


def _numbered(paper: GatheredPaper, number: int, code: FileCode) -> KeptPaper:
    about = paper.kept.metadata
    state = _became(paper.entry.state)
    said = {
        "ordinal": number,
        "file_code": code,
        "page_amount": paper.pages or about.page_amount,
        "description": "; ".join(filter(None, (about.description, state))),
    }
    return paper.kept.model_copy(update={"metadata": about.model_copy(update=said)})


def _became(state: State) -> str:
    """What has become of a paper since it was issued; empty for nothing."""
    with in_vietnamese():
        return state.label if state in CHANGED else ""


def _record(about: FileMetadata, papers: Sequence[KeptPaper]) -> DossierRecord:
    return DossierRecord(id=about.file_code.notation or "?", about=about, papers=tuple(papers))
