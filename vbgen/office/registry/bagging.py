"""Handing over: issued dossiers as a bag that proves itself, with the lists and metadata that the decree asks for."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vbgen.archive import Archive
from vbgen.archive.bag import pack
from vbgen.archive.dossier import DossierRecord, KeptPaper, read_dossier, totals
from vbgen.archive.lists import file_list, paper_list
from vbgen.archive.metadata import FileCode, too_long
from vbgen.archive.xml import file_xml
from vbgen.errors import Problem, UsageError
from vbgen.messages import _
from vbgen.model.dossier import RECORD, file_name
from vbgen.office.registry.bag_years import YEARS, Years
from vbgen.office.registry.listing import ListPrinter
from vbgen.pages.pdf.document import pages_of
from vbgen.register import Entry, KeptFile, Register
from vbgen.register.database.dumping import Scope, dump

FORMAT = "vbgen-bag/1"
ROWS, DOSSIERS, IMPORTS = "register.jsonl", "ho-so", "so-cu"
_FOLDERS = {
    "paper": "van-ban",
    "single": "tung-to",
    "material": "nguon",
    "signed": "ban-ky",
    "evidence": "ban-ky",
}


@dataclass(frozen=True, slots=True)
class Handover:
    """What the office says of the files it hands over (Nghị định 30/2020/NĐ-CP, Phụ lục V and VI)."""

    organ_id: str = ""  # mã định danh của cơ quan
    notation: str = ""  # số và ký hiệu hồ sơ; the campaign's name without it
    maintenance: str = ""  # thời hạn bảo quản
    rights: str = ""  # chế độ sử dụng
    creator: str = ""  # người lập hồ sơ
    fonds: str = ""  # mã phông lưu trữ
    title: str = ""  # tiêu đề hồ sơ

    def code(self, code: FileCode) -> FileCode:
        """The file's code with what the office says of it."""
        said = {"organ_id": self.organ_id, "notation": self.notation}
        return code.model_copy(update={name: value for name, value in said.items() if value})


@dataclass(frozen=True, slots=True)
class Packed:
    """What lies in a bag."""

    dossiers: int
    notes: tuple[Problem, ...] = ()  # metadata that are longer than the decree has room for


@dataclass(frozen=True, slots=True)
class Export:
    """Writes bags out of one register and its archive."""

    register: Register
    archive: Archive
    today: date
    handover: Handover = field(default_factory=Handover)
    progress: Callable[[int, int], None] = lambda _done, _all: None
    lists: ListPrinter = field(default_factory=ListPrinter)

    def dossier(self, identity: str, target: Path) -> Packed:
        """One document with all that belongs to it, as a bag at `target`."""
        return self._pack(target, Scope(document=identity), [self.register.entry(identity)])

    def year(self, year: int, target: Path) -> Packed:
        """A year's documents, and every row and act of that year; UsageError when there is nothing.

        A year in which only older documents were settled, withdrawn or replaced has its bag too.
        """
        entries = [entry for entry in self.register.entries() if entry.day.year == year]
        if not entries and not any(
            act.at.startswith(f"{year:04}-") for act, _stated in self.register.journal()
        ):
            raise UsageError(
                _("Sổ đăng ký không có văn bản hay việc nào của năm {year}.", year=year)
            )
        return self._pack(target, Scope(year=year), entries)

    def everything(self, target: Path) -> Packed:
        """All documents and all acts: a bag that can be brought back alone."""
        return self._pack(target, Scope(), self.register.entries())

    def _pack(self, target: Path, scope: Scope, entries: Sequence[Entry]) -> Packed:
        settled = [entry for entry in entries if not entry.is_open]
        records: list[DossierRecord] = []

        def fill(folder: Path) -> None:
            _write_rows(folder / ROWS, self.register, scope)
            self._write_imports(folder / IMPORTS, scope)
            for done, entry in enumerate(settled, start=1):
                records.extend(self._dossier(folder / DOSSIERS, entry))
                self.progress(done, len(settled))
            about = f"({_named(scope, entries)})"
            _write(folder / "muc-luc-ho-so.csv", file_list(records).as_csv())
            _write(folder / "muc-luc-ho-so.docx", self.lists.files(records, about))

        years = Years.of(self.register)
        pack(target, {**self._info(scope, entries), YEARS: years.as_text()}, fill)
        notes = [note for record in records for note in _notes(record)]
        return Packed(len(records), (*years.lacking(scope), *notes))

    def _write_imports(self, folder: Path, scope: Scope) -> None:
        """Rows that were written over from older books, as the archive has them."""
        for act, _stated in self.register.journal():
            files = act.detail.get("files")
            if act.what == "import" and isinstance(files, dict) and not scope.document:
                for digest in files.values():
                    _write(folder / f"{digest}.json", self.archive.get(digest))

    def _dossier(self, folder: Path, entry: Entry) -> Iterator[DossierRecord]:
        """The dossier's files in a folder of its own, and its record; nothing for an entry that has no files."""
        files = self.register.files(entry.id)
        kept = {file.name: file for file in files}
        if RECORD not in kept:
            return
        own = (
            folder
            / str(entry.day.year)
            / f"{file_name(entry.number, entry.symbol, entry.suffix)}-{entry.id[:8]}"
        )
        for file in files:
            _write(own / _place(file), self.archive.get(file.digest))
        found = read_dossier(self.archive.get(kept[RECORD].digest))
        if found is not None:
            record = self._described(found, own)
            _write(own / "muc-luc-van-ban.csv", paper_list(record).as_csv())
            _write(own / "muc-luc-van-ban.docx", self.lists.papers(record))
            _write(
                own / "metadata.xml",
                file_xml(record.about, [paper.metadata for paper in record.papers]),
            )
            yield record

    def _described(self, record: DossierRecord, folder: Path) -> DossierRecord:
        """The record with what is known only now: order, pages, and what the office says of the file."""
        code = self.handover.code(record.about.file_code)
        papers = tuple(
            _numbered(paper, number, code, folder)
            for number, paper in enumerate(record.papers, start=1)
        )
        said = {name: getattr(self.handover, name) for name in ("maintenance", "rights", "creator")}
        about = {
            **{name: value for name, value in said.items() if value},
            "file_code": code,
            **totals(papers),
        }
        return record.model_copy(
            update={"papers": papers, "about": record.about.model_copy(update=about)}
        )

    def _info(self, scope: Scope, entries: Sequence[Entry]) -> Mapping[str, str]:
        return {
            **({"Source-Organization": entries[-1].issuer} if entries else {}),
            "External-Identifier": f"{self.register.identity}/{scope.document or scope.year or 'all'}",
            "External-Description": _named(scope, entries),
            "Bagging-Date": self.today.isoformat(),
            "Vbgen-Format": FORMAT,
            "Vbgen-Register": self.register.identity,
        }


def _named(scope: Scope, entries: Sequence[Entry]) -> str:
    """As the bag says it, whatever the reader's language."""
    if scope.document is None:
        return f"Văn bản đi năm {scope.year}" if scope.year else "Toàn bộ văn bản đi"
    return f"Văn bản số {entries[0].code}"


def originals(payload: Path) -> Iterator[Path]:
    """The files of a bag that came out of the archive as they are; the others were made for the bag."""
    yield from sorted((payload / IMPORTS).glob("*.json"))
    for path in sorted((payload / DOSSIERS).rglob("*")):
        if path.is_file() and (path.name == RECORD or path.parent.name in _FOLDERS.values()):
            yield path


def _notes(record: DossierRecord) -> Iterator[Problem]:
    for described in (record.about, *(paper.metadata for paper in record.papers)):
        for problem in too_long(described):
            yield replace(problem, place=problem.place._replace(file=record.about.title))


def _numbered(paper: KeptPaper, number: int, code: FileCode, folder: Path) -> KeptPaper:
    pages = pages_of(folder / _FOLDERS["paper"] / f"{paper.key}.pdf")
    said = {
        "ordinal": number,
        "file_code": code,
        "page_amount": pages or paper.metadata.page_amount,
    }
    return paper.model_copy(update={"metadata": paper.metadata.model_copy(update=said)})


def _place(file: KeptFile) -> str:
    return file.name if file.name == RECORD else f"{_FOLDERS.get(file.role, file.role)}/{file.name}"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _write_rows(path: Path, register: Register, scope: Scope) -> None:
    """One JSON value a line: the table's name and the row."""
    with path.open("w", encoding="utf-8", newline="\n") as target:
        for row in dump(register.database, scope):
            line = {"table": row.table, "row": row.values}
            target.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
