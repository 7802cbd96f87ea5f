"""A chunk of papers made from nothing but its task: rendered, converted, looked at, cut into single files, kept."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TypeVar

from vbgen.archive.store import Archive, digest_of
from vbgen.errors import OutsideProgramError, Place, Problem
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import PdfMaker, process_pdf_maker
from vbgen.messages import _
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.making.template_source import display_fonts_of
from vbgen.pages.converter.fonts import probe_display_fonts, probe_fonts
from vbgen.pages.pdf.archival import archival_problems
from vbgen.pages.pdf.document import check_pdf, page_problems
from vbgen.pages.pdf.splitting import single_files
from vbgen.pages.pdf.underlay import make_ready
from vbgen.pages.runs.chunk import BatchRow, Chunk, halved_until_good
from vbgen.pages.runs.receipt import Done, Receipt
from vbgen.word.printfile.backdrop import lift_backdrop
from vbgen.word.printfile.print_file import print_file
from vbgen.word.soundness.soundness import unsound

T = TypeVar("T")

_SHEAF = 100  # rows of one Word file given to LibreOffice: for longer ones its time grows faster than its work
_KEEPERS = (
    4  # files on their way into the archive at a time: it is mostly waited for disk or network
)
STALL_S = 60.0  # without a finished file …
_STALL_ROW_S = 0.5  # … and a row of it


class Singles(Enum):
    """What becomes of the papers as files of their own."""

    NONE = auto()  # they are not wanted
    KEPT = auto()  # the worker puts them into the archive
    COME_HOME = auto()  # they go with the answer


@dataclass(frozen=True, slots=True)
class ChunkTask:
    """All that a worker needs for a chunk; its print files come home in the answer."""

    chunk: Chunk
    paper: PaperOfRun
    singles: Singles = Singles.NONE
    archive: Archive | None = None  # for singles that are kept
    stall_s: float = STALL_S


def make_chunk(task: ChunkTask) -> Done:
    """The receipt of the chunk's print files and single PDF/A files; what could not be made is told by name.

    Where the paper says its day, the same task gives the same bytes again, as long as LibreOffice is the same.
    """
    with temporary_folder("chunk") as folder:
        making = _Making(task, Path(folder), process_pdf_maker(os.environ))
        making.refuse_lacking_display_fonts()
        good, lost = halved_until_good(making.sheaves(), making.attempt)
        contents = dict[str, bytes]()
        print_files = [_collected(making.pdf(rows), contents) for rows in good]
        singles = list(_single_files(making, good, contents)) if making.is_archival else []
    receipt = Receipt(
        key=task.chunk.key,
        number=task.chunk.number,
        rows=tuple(task.chunk.rows[row].key for rows in good for row in rows),
        print_files=tuple(print_files),
        files={row: digest for row, digest, _size in singles},
        sizes={row: size for row, _digest, size in singles},
    )
    return Done(
        receipt, contents, tuple(_not_made(task.chunk.rows[row], lost[row]) for row in sorted(lost))
    )


@dataclass(slots=True)
class _Making:
    """One chunk at work, in a folder of its own."""

    task: ChunkTask
    folder: Path
    converter: PdfMaker

    def sheaves(self) -> list[range]:
        """The rows in pieces that LibreOffice lays out quickly."""
        count, size = len(self.task.chunk.rows), _SHEAF
        return [range(start, min(start + size, count)) for start in range(0, count, size)]

    def attempt(self, ranges: Sequence[range]) -> dict[range, str]:
        """Makes a PDF file of each range; why those failed that did."""
        documents = {each: self._document(each) for each in ranges}
        faults = {each: _unsound_words(document) for each, document in documents.items()}
        sound = {each: documents[each] for each in ranges if not faults[each]}
        faults |= self._made(sound) if sound else {}
        return {each: fault for each, fault in faults.items() if fault}

    def _made(self, documents: Mapping[range, bytes]) -> dict[range, str]:
        """Makes a PDF file of each Word file; why those failed that did, nothing for the others."""
        backdrops = {each: self._write(each, document) for each, document in documents.items()}
        words = [
            *map(self._word, backdrops),
            *{each for each in backdrops.values() if each and not _pdf(each).exists()},
        ]
        why = self._converted(words, self.task.stall_s + max(map(len, backdrops)) * _STALL_ROW_S)
        return {
            each: why.get(self._word(each).name) or self._finished(each, backdrops[each])
            for each in backdrops
        }

    @property
    def is_archival(self) -> bool:
        """Whether the pages go to an archive, not to the printer alone."""
        return self.task.singles is not Singles.NONE

    def pdf(self, rows: range) -> bytes:
        """The finished print file of a range."""
        return _pdf(self._word(rows)).read_bytes()

    def refuse_lacking_display_fonts(self) -> None:
        """Stop where the machine lacks a font that the template names: another would stand in its place, unseen."""
        named = display_fonts_of(self.task.paper.template)
        if lacking := probe_display_fonts(os.environ, named):
            raise OutsideProgramError(
                _("Máy này thiếu phông chữ của mẫu giấy khen nên chưa làm tệp PDF."), tuple(lacking)
            )

    def _document(self, rows: range) -> bytes:
        """The Word file of a range."""
        return print_file(self.task.paper.documents(self.task.chunk.rows[rows.start : rows.stop]))

    def _write(self, rows: range, document: bytes) -> Path | None:
        """Writes the Word file of a range, and that of its backdrop; the latter's path, if there is one."""
        lifted = lift_backdrop(document)
        self._word(rows).write_bytes(lifted.pages if lifted else document)
        if lifted is None:
            return None
        backdrop = self.folder / f"backdrop-{digest_of(lifted.backdrop)[:16]}.docx"
        backdrop.write_bytes(lifted.backdrop)
        return backdrop

    def _word(self, rows: range) -> Path:
        return self.folder / f"{rows.start:05d}-{rows.stop:05d}.docx"

    def _converted(self, words: Sequence[Path], stall_s: float) -> dict[str, str]:
        """File name → why LibreOffice made no PDF file of it."""
        try:
            self.converter.to_pdf(words, self.folder, pdfa=self.is_archival, timeout_s=stall_s)
        except OutsideProgramError as fault:
            if not fault.problems:
                raise
            return {problem.place.file: problem.message for problem in fault.problems}
        return {}

    def _finished(self, rows: range, backdrop: Path | None) -> str:
        """Reads a range's pages and lays the backdrop under them; what does not fit, if anything.

        Every page is read before: afterwards each reading goes through all strokes of the backdrop, and takes twenty
        times as long. Of the finished file the pages are counted, its fonts looked at, both its ends read.
        """
        pdf = _pdf(self._word(rows))
        names = [row.name for row in self.task.chunk.rows[rows.start : rows.stop]]
        problems = check_pdf(pdf, pages=len(names), page_texts=names)
        if not problems:
            make_ready(pdf, _pdf(backdrop) if backdrop else None, self.task.paper.made_on)
            problems = _faults_of_finished(pdf, names)
        if any(problem.code.startswith("pdf-font") for problem in problems):
            _refuse_lacking_fonts()
        return problems[0].message if problems else ""


def _faults_of_finished(pdf: Path, names: Sequence[str]) -> list[Problem]:
    """What is wrong with a finished file: its pages counted, both its ends read."""
    ends = {page: names[page] for page in (0, len(names) - 1)}
    return check_pdf(pdf, pages=len(names)) or page_problems(pdf, ends)


def _unsound_words(document: bytes) -> str:
    """Why Word would not open a file; nothing for a sound one."""
    problems = unsound(document, "")
    return str(problems[0]) if problems else ""


def _collected(content: bytes, contents: dict[str, bytes]) -> str:
    """The digest under which the content goes home."""
    digest = digest_of(content)
    contents[digest] = content
    return digest


def _single_files(
    making: _Making, good: Sequence[range], contents: dict[str, bytes]
) -> Iterator[tuple[str, str, int]]:
    """Row key, digest and size of each single file, which is kept in the archive or goes home with the others."""
    task = making.task
    keep = task.archive.put if task.archive else partial(_collected, contents=contents)
    with ThreadPoolExecutor(_KEEPERS) as pool:
        for rows in good:
            kept = [
                (row, len(single), pool.submit(keep, single)) for row, single in _cut(making, rows)
            ]
            for row, size, digest in kept:
                yield row.key, digest.result(), size


def _cut(making: _Making, rows: range) -> Iterator[tuple[BatchRow, bytes]]:
    """The single file of each row; the first is looked at, the others are made the same way."""
    members = making.task.chunk.rows[rows.start : rows.stop]
    singles = single_files(making.pdf(rows), [row.title for row in members])
    for number, (row, single) in enumerate(zip(members, singles, strict=True)):
        if not number:
            _refuse_unfit(single, row)
        yield row, single


def _refuse_unfit(single: bytes, row: BatchRow) -> None:
    """Stop where the file is not what the archive wants."""
    problems = archival_problems(single, title=row.title)
    if problems:
        raise OutsideProgramError(
            _("Tệp PDF làm ra không hợp chuẩn lưu trữ PDF/A-2b."), tuple(problems)
        )


def _refuse_lacking_fonts() -> None:
    """Stop where the machine lacks the font itself; where it does not, one paper holds a letter that the font lacks."""
    if lacking := probe_fonts(os.environ):
        raise OutsideProgramError(
            _("Tệp PDF dùng sai phông chữ nên không được nhận."), tuple(lacking)
        )


def _not_made(row: BatchRow, why: str) -> Problem:
    message = _("Không làm được “{title}”: {why}", title=row.title, why=why)
    return Problem(
        "paper-not-made", message, Place(path=row.key), hint=_("Các bản khác vẫn được làm.")
    )


def _pdf(word: Path) -> Path:
    return word.with_suffix(".pdf")
