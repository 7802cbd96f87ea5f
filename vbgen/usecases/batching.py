"""Papers by the thousand: chunked, made by workers, settled in a ledger, put together for the printer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.archive.store import Archive, digest_of
from vbgen.batch.chunk import Row, chunks
from vbgen.batch.ledger import Ledger
from vbgen.batch.progress import Progress
from vbgen.batch.receipt import Receipt
from vbgen.batch.running import Home, Workers, run
from vbgen.docx.print_file import print_file
from vbgen.errors import OutputError, OutsideProgramError, Problem
from vbgen.files import write_whole
from vbgen.messages import _
from vbgen.pdf.document import check_pdf
from vbgen.pdf.joining import join_pdfs
from vbgen.usecases.chunk_making import ChunkTask, Paper, make_chunk

CHUNK = 1000  # rows of one task: enough that starting LibreOffice costs little, few enough to lose little


@dataclass(frozen=True, slots=True)
class Batch:
    """Papers of one kind, in print order."""

    paper: Paper
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a batch is made and kept. `afar`: workers do not reach the archive, so files come home first."""

    workers: Workers
    ledger: Ledger
    archive: Archive
    afar: bool = False
    chunk: int = CHUNK
    tell: Callable[[Progress], object] = lambda _progress: None


@dataclass(frozen=True, slots=True)
class Made:
    """What a batch gave: where each paper and each print file is kept, and what could not be made."""

    files: Mapping[str, str]  # row key → digest, in print order
    print_files: tuple[str, ...] = ()  # digests, in print order
    pages: int = 0
    problems: tuple[Problem, ...] = field(default=())


def make(batch: Batch, desk: Desk) -> Made:
    """Every paper as a single PDF/A-2b file in the archive, and print files of many.

    What the ledger has a receipt for, and the archive still holds, is not made again. Raises TemplateError before
    anything is made when the data of a row does not fit the template, OutsideProgramError when all workers are lost.
    """
    _refuse_doubles(batch.rows)
    planned = list(chunks(batch.rows, desk.chunk, lambda row: digest_of(batch.paper.render(row))))
    home = Home(
        task=lambda chunk: ChunkTask(chunk, batch.paper, None if desk.afar else desk.archive),
        work=make_chunk,
        keep=lambda contents: _keep(desk.archive, contents),
        ledger=desk.ledger,
        holds=lambda receipt: _holds(desk.archive, receipt),
        tell=desk.tell,
    )
    outcome = run(planned, home, desk.workers)
    return Made(
        files={key: digest for receipt in outcome.receipts for key, digest in receipt.files.items()},
        print_files=tuple(digest for receipt in outcome.receipts for digest in receipt.print_files),
        pages=sum(receipt.pages for receipt in outcome.receipts),
        problems=outcome.problems,
    )


def word_print_file(batch: Batch) -> bytes:
    """All papers of a batch as one Word file, in print order."""
    return print_file(batch.paper.render(row) for row in batch.rows)


def pdf_print_file(batch: Batch, made: Made, archive: Archive, target: Path) -> Path:
    """All papers that were made as one PDF file at `target`, in print order.

    It is read before it is accepted: as many pages as papers, and on each the name it is for.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    join_pdfs(map(archive.get, made.print_files), target)
    blanks = [""] * (batch.paper.pages - 1)
    names = [text for row in batch.rows if row.key in made.files for text in (row.name, *blanks)]
    problems = check_pdf(target, pages=len(names), page_texts=names)
    if problems:
        target.unlink()
        raise OutsideProgramError(_("Tệp in không khớp danh sách nên không được nhận."), tuple(problems))
    return target


def lay_out(batch: Batch, made: Made, archive: Archive, folder: Path) -> Iterator[Path]:
    """Copies of the single files in a folder, named by their place in print order and their key."""
    width = len(str(len(batch.rows)))
    for number, row in enumerate(batch.rows, 1):
        if row.key in made.files:
            path = folder / f"{number:0{width}d}-{_safe(row.key)}.pdf"
            write_whole(path, archive.get(made.files[row.key]))
            yield path


def _refuse_doubles(rows: Sequence[Row]) -> None:
    keys = [row.key for row in rows]
    if len(set(keys)) < len(keys):
        double = next(row for row in rows if keys.count(row.key) > 1)
        message = _("“{title}” có hai lần trong danh sách in.", title=double.title)
        raise OutputError(message, (Problem("row-twice", message),))


def _keep(archive: Archive, contents: Mapping[str, bytes]) -> None:
    for digest, content in contents.items():
        if archive.put(content) != digest:
            raise OutputError(_("Một tệp bị thay đổi trên đường từ máy trong cụm về; hãy chạy lại."))


def _holds(archive: Archive, receipt: Receipt) -> bool:
    return all(archive.has(digest) for digest in (*receipt.files.values(), *receipt.print_files))


def _safe(key: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_." else "-" for sign in key)
