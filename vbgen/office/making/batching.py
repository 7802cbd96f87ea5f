"""Papers by the thousand: chunked, made by workers, settled in a ledger, put together for the printer."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from vbgen import __version__
from vbgen.archive.store import Archive, digest_of
from vbgen.errors import OutputError, OutsideProgramError, Problem
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.model.document import ArchivedFile
from vbgen.office.making.chunk_making import ChunkTask, Singles, make_chunk
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.pages.pdf.document import check_pdf, page_problems
from vbgen.pages.pdf.joining import join_pdfs
from vbgen.pages.runs.chunk import BatchRow, chunk_size, chunks
from vbgen.pages.runs.ledger import Ledger
from vbgen.pages.runs.progress import Progress
from vbgen.pages.runs.receipt import Done, Receipt
from vbgen.pages.runs.running import Home, Workers, run
from vbgen.word.printfile.print_file import print_file

_ASKERS = 8


@dataclass(frozen=True, slots=True)
class Batch:
    """Papers of one kind, in print order."""

    paper: PaperOfRun
    rows: tuple[BatchRow, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where a batch is made: who works, what remembers, where files wait and where they stay."""

    workers: Callable[[int], Workers]  # for so many chunks
    ledger: Ledger
    scratch: Archive  # of print files, until they are put together
    archive: Archive | None = None  # of single files; none are cut without it
    afar: bool = False  # workers do not reach the archive, so single files come home first
    tell: Callable[[Progress], object] = lambda _progress: None
    chunk: int = 0  # rows; 0 for what suits their count


Press = Callable[[Archive], Workshop]  # the workshop with a place for what waits to be put together


@dataclass(frozen=True, slots=True)
class Made:
    """What a batch gave: which papers, where each single file is kept, and what could not be made."""

    keys: frozenset[str]  # of the rows that were made
    files: Mapping[str, ArchivedFile]  # row key → its single file, in print order
    print_files: tuple[str, ...] = ()  # digests in the scratch archive, in print order
    problems: tuple[Problem, ...] = field(default=())


def make(batch: Batch, workshop: Workshop) -> Made:
    """Every paper as one page of PDF/A-2b print files, and cut out as a file of its own where an archive takes it.

    What the ledger has a receipt for, and the archives still hold, is not made again. Raises TemplateError before
    anything is made when the data of a row does not fit the template, OutsideProgramError when all workers are lost.
    """
    _refuse_doubles(batch.rows)
    size = workshop.chunk or chunk_size(len(batch.rows))
    settings = f"vbgen {__version__} {batch.paper.made_on} {'cut' if workshop.archive else 'whole'}"
    planned = list(
        chunks(batch.rows, size, lambda rows: map(digest_of, batch.paper.documents(rows)), settings)
    )
    home = Home(
        task=lambda chunk: ChunkTask(chunk, batch.paper, _singles(workshop), _reached(workshop)),
        work=make_chunk,
        keep=lambda done: _keep(workshop, done),
        ledger=workshop.ledger,
        holds=lambda receipt: _holds(workshop, receipt),
        tell=workshop.tell,
    )
    outcome = run(planned, home, workshop.workers(len(planned)))
    receipts = outcome.receipts
    return Made(
        keys=frozenset(key for receipt in receipts for key in receipt.rows),
        files={
            key: ArchivedFile(digest, receipt.sizes[key])
            for receipt in receipts
            for key, digest in receipt.files.items()
        },
        print_files=tuple(digest for receipt in receipts for digest in receipt.print_files),
        problems=outcome.problems,
    )


def word_print_file(batch: Batch) -> bytes:
    """All papers of a batch as one Word file, in print order."""
    return print_file(batch.paper.documents(batch.rows))


def make_whole(batch: Batch, workshop: Workshop) -> tuple[bytes, Made]:
    """All papers as one PDF file, and what `make` tells of them; OutsideProgramError when one could not be made.

    What was made by then is settled: the next attempt makes what is missing.
    """
    made = make(batch, workshop)
    if made.problems:
        message = _(
            "Có {count} bản chưa làm được nên chưa có tệp in.",
            count=len(batch.rows) - len(made.keys),
        )
        raise OutsideProgramError(message, made.problems)
    return pdf_print_file(batch, made, workshop.scratch), made


def pdf_print_file(batch: Batch, made: Made, scratch: Archive) -> bytes:
    """All papers that were made as one PDF file, in print order.

    Who made a part has read every page of it. The whole is read again before it is accepted: as many pages as
    papers, and where each part begins and ends the names that stand there.
    """
    names = [row.name for row in batch.rows if row.key in made.keys]
    with temporary_folder("print") as folder:
        target = Path(folder) / "print.pdf"
        ends = list(accumulate(join_pdfs(map(scratch.get, made.print_files), target)))
        problems = check_pdf(target, pages=len(names))
        if not problems:
            seams = sorted({page for end in ends for page in (end - 1, end % ends[-1])})
            problems = page_problems(target, {page: names[page] for page in seams})
        if problems:
            raise OutsideProgramError(
                _("Tệp in không khớp danh sách nên không được nhận."), tuple(problems)
            )
        return target.read_bytes()


def _singles(workshop: Workshop) -> Singles:
    if workshop.archive is None:
        return Singles.NONE
    return Singles.COME_HOME if workshop.afar else Singles.KEPT


def _reached(workshop: Workshop) -> Archive | None:
    return None if workshop.afar else workshop.archive


def _refuse_doubles(rows: Sequence[BatchRow]) -> None:
    counted = Counter(row.key for row in rows)
    if double := next((row for row in rows if counted[row.key] > 1), None):
        message = _("“{title}” có hai lần trong danh sách in.", title=double.title)
        raise OutputError(message, (Problem("row-twice", message),))


def _keep(workshop: Workshop, done: Done) -> None:
    """Puts what came home where it belongs, proved unchanged on the way."""
    for digest, content in done.contents.items():
        where = workshop.scratch if digest in done.receipt.print_files else workshop.archive
        if where is None or where.put(content) != digest:
            raise OutputError(
                _("Một tệp bị thay đổi trên đường từ máy trong cụm về; hãy chạy lại.")
            )


def _holds(workshop: Workshop, receipt: Receipt) -> bool:
    if not all(map(workshop.scratch.has, receipt.print_files)):
        return False
    if workshop.archive is None:
        return True
    with ThreadPoolExecutor(_ASKERS) as pool:  # an object store answers many at a time
        return all(pool.map(workshop.archive.has, receipt.files.values()))
