"""From rows to archived single PDF/A files and print files: vbgen, and a docxtpl loop before the same converter.

    python benchmarks/certificates.py [--sizes 100 1000] [--peer 500] [--workers 1 2] [--shipped [--design NAME]]

Two certificates: one like that of the other benchmarks (page border, emblem, eight lines), or with --shipped the one
that vbgen ships (a drawn border of some 400 strokes, tables, a ruled line). Wall seconds and seconds of processor
time with LibreOffice's; on a machine that does other work look at the latter.
"""

import argparse
import io
import json
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path

import docx
from docxtpl import DocxTemplate
from made import certificate, people

from vbgen.archive.store import Archive
from vbgen.campaign import load_campaign
from vbgen.law.office import rules_of
from vbgen.model.dossier import Counter, Intent, Particulars, Stamp
from vbgen.office.issuing.register_ledger import RegisterLedger
from vbgen.office.making.batching import Batch, Workshop, make_whole, word_print_file
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.paper_making import paper_to_make
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.setting.workspace import Workspace
from vbgen.pages.converter.convert import Converter
from vbgen.pages.converter.warm import WarmConverter
from vbgen.pages.pdf.splitting import single_files
from vbgen.pages.runs.choosing import workers
from vbgen.pages.runs.chunk import BatchRow
from vbgen.papers.kinds.library import Library
from vbgen.register import Register
from vbgen.word.printfile.print_file import print_file

_ROOT = Path(__file__).parents[1]
_LOOP = 500  # rows of one file of the docxtpl loop
_SHEAF = 100  # rows of one file where LibreOffice works alone


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took."""

    papers: int
    wall_s: float
    core_s: float  # processor time of the whole machine

    def told(self, what: str) -> dict[str, object]:
        """One line of the table, and its values."""
        each = 1000 * self.core_s / self.papers
        rate = self.papers / self.wall_s
        print(
            f"{what:44} {self.wall_s:8.1f} s {self.core_s:8.1f} core-s {each:7.1f} core-ms each {rate:7.1f}/s"
        )
        return {
            "papers": self.papers,
            "wall_s": self.wall_s,
            "core_s": self.core_s,
            "core_ms_each": each,
        }


def cost(papers: int, work: Callable[[], object]) -> Cost:
    """What `work` takes, its processes included."""
    wall, core = time.perf_counter(), _core_s()
    work()
    return Cost(papers, time.perf_counter() - wall, _core_s() - core)


def _core_s() -> float:
    """Seconds that the machine's cores have worked: LibreOffice is no child of ours that is waited for."""
    busy = Path("/proc/stat").read_text("ascii").splitlines()[0].split()[1:4]
    return sum(map(int, busy)) / os.sysconf("SC_CLK_TCK")


def plain(count: int) -> Batch:
    """Certificates of the other benchmarks."""
    rows = (
        BatchRow(f"{number:06d}", values["name"], f"Giấy khen {number}", values)
        for number, values in enumerate(islice(people(), count))
    )
    return Batch(PaperOfRun(certificate(), "certificate"), tuple(rows))


def shipped(count: int, design: str = "") -> Batch:
    """Certificates of the sample campaign, again and again, in a design or in the default one."""
    library = Library((_ROOT / "templates",), chosen={"": design})
    campaign = load_campaign(
        _ROOT / "data" / "ha-nam-2022", Workspace(None).words(date(2026, 9, 5))
    ).campaign
    scenes = (
        Drafter(library)
        .plan(campaign, ["certificate"], phase=None, law=rules_of({}).on(date(2026, 1, 1)))
        .scenes
    )
    found = paper_to_make(scenes[0], library).batch(made_on=None)
    rows = (
        BatchRow(f"{number:06d}", row.name, row.title, row.values)
        for number, row in enumerate(islice(cycle(found.rows), count))
    )
    return Batch(found.paper, tuple(rows))


def receipts_in(folder: Path) -> RegisterLedger:
    """The ledger of one numbered paper in a register of its own."""
    now = datetime.now().astimezone()
    register = Register.open(f"sqlite:///{folder / 'register.sqlite3'}", now=now)
    day = now.date()
    particulars = Particulars("SCT", "Sở", "bench", "award-decision", "QĐ-SCT", day, "Khen thưởng")
    intent = Intent(secrets.token_hex(16), particulars, Counter("SCT", "QĐ", day.year))
    return RegisterLedger(register, register.reserve(intent, Stamp("bench", now)).id)


def run(batch: Batch, count: int) -> None:
    """Single files in an archive, one Word and one PDF print file of all."""
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as name:
        folder = Path(name)
        archive, scratch = (
            Archive.open(folder / each, environ={}) for each in ("archive", "scratch")
        )
        chosen = {"VBGEN_WORKERS": str(count)}
        workshop = Workshop(
            workers=lambda chunks: workers(chosen, cores=count, chunks=chunks),
            ledger=receipts_in(folder),
            scratch=scratch,
            archive=archive,
        )
        whole, made = make_whole(batch, workshop)
        if len(made.files) != len(batch.rows):
            raise SystemExit(f"lost: {len(batch.rows) - len(made.files)}")
        (folder / "print.pdf").write_bytes(whole)
        (folder / "print.docx").write_bytes(word_print_file(batch))


def alone(
    work: Callable[[Batch, int], None], batch: Callable[[int], Batch], size: int, count: int
) -> Cost:
    """What a run takes in a process of its own, in which nothing is warm."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(_measured, work, batch, size, count).result()


def _measured(
    work: Callable[[Batch, int], None], batch: Callable[[int], Batch], size: int, count: int
) -> Cost:
    rows = batch(size)
    return cost(size, partial(work, rows, count))


def peer(batch: Batch, count: int) -> None:
    """A docxtpl loop over 500 rows at a time, LibreOffice, pages cut apart, kept in such an archive; unchecked."""
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as name:
        parts = [
            Batch(batch.paper, batch.rows[start : start + _LOOP])
            for start in range(0, len(batch.rows), _LOOP)
        ]
        with ProcessPoolExecutor(count) as pool:
            list(pool.map(_peer_part, parts, [Path(name)] * len(parts), range(len(parts))))


def _peer_part(batch: Batch, folder: Path, number: int) -> None:
    word = folder / f"loop-{number}.docx"
    word.write_bytes(_looped(batch))
    archive = Archive.open(folder / "archive", environ={})
    (pdf,) = Converter.probe(os.environ).to_pdf([word], folder, pdfa=True, timeout_s=3600)
    for single in single_files(pdf.read_bytes(), [row.title for row in batch.rows]):
        archive.put(single)


def _looped(batch: Batch) -> bytes:
    if "certificates" in batch.rows[0].values:  # the shipped template loops by itself
        every = [each for row in batch.rows for each in _certificates(row)]
        return batch.paper.opened().render({**batch.paper.common, "certificates": every})
    source = docx.Document(io.BytesIO(certificate("{{ each.%s }}")))
    source.paragraphs[0].insert_paragraph_before("{%p for each in rows %}")
    source.paragraphs[1].paragraph_format.page_break_before = True
    source.add_paragraph("{%p endfor %}")
    looped, made = io.BytesIO(), io.BytesIO()
    source.save(looped)
    document = DocxTemplate(io.BytesIO(looped.getvalue()))
    document.render({"rows": [dict(row.values) for row in batch.rows]}, autoescape=True)
    document.save(made)
    return made.getvalue()


def _certificates(row: BatchRow) -> Iterator[object]:
    found = row.values["certificates"]
    yield from found if isinstance(found, tuple) else ()


def pages_a_second(batch: Batch, count: int) -> float:
    """Pages that LibreOffice makes PDF/A-2b of with so many workers, 100 a file, nothing else done."""
    with tempfile.TemporaryDirectory() as name:
        words = [Path(name) / f"{start:05d}.docx" for start in range(0, len(batch.rows), _SHEAF)]
        for start, word in zip(range(0, len(batch.rows), _SHEAF), words, strict=True):
            word.write_bytes(
                print_file(batch.paper.render(row) for row in batch.rows[start : start + _SHEAF])
            )
        began = time.perf_counter()
        Converter.probe(os.environ).to_pdf(words, Path(name), pdfa=True, workers=count)
        return len(batch.rows) / (time.perf_counter() - began)


def preview(batch: Batch) -> float:
    """Seconds from one row's data to its PDF with LibreOffice kept warm; the best of five."""
    best = float("inf")
    with (
        tempfile.TemporaryDirectory() as name,
        WarmConverter(Converter.probe(os.environ).office) as warm,
    ):
        for number in range(6):
            start = time.perf_counter()
            row, word = batch.rows[number % len(batch.rows)], Path(name) / f"{number}.docx"
            word.write_bytes(batch.paper.render(row))
            warm.to_pdf([word], Path(name))
            best = min(best, time.perf_counter() - start) if number else best
    return best


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument(
        "--peer", type=int, default=500, help="rows of the docxtpl loop; 0 leaves it out"
    )
    parser.add_argument("--workers", type=int, nargs="+", default=[2])
    parser.add_argument("--shipped", action="store_true")
    parser.add_argument("--design", default="", help="of the shipped certificate")
    options = parser.parse_args(arguments)
    batch = partial(shipped, design=options.design) if options.shipped else plain
    report: dict[str, object] = {
        "certificate": "shipped" if options.shipped else "plain",
        "design": options.design,
    }
    best = preview(batch(10))
    print(f"one preview with a warm converter: {best:.2f} s")
    report["preview_s"] = best
    each = dict[str, float]()
    for count in options.workers:
        rate = pages_a_second(batch(1000), count)
        print(f"LibreOffice alone, {count} workers: {rate:.0f} pages/s")
        report[f"LibreOffice alone, {count} workers, pages/s"] = rate
        for size in options.sizes:
            what = f"vbgen, {size} certificates, {count} workers"
            took = alone(run, batch, size, count)
            report[what], each[what] = took.told(what), took.wall_s / size
    if options.peer:
        count = max(options.workers)
        what = f"docxtpl loop, {options.peer} certificates, {count} workers"
        took = alone(peer, batch, options.peer, count)
        report[what] = took.told(what)
        ratios = {name: took.wall_s / options.peer / seconds for name, seconds in each.items()}
        report["times as fast as the loop"] = ratios
        for name, ratio in ratios.items():
            print(f"{name:44} {ratio:8.2f} x the loop, with checks and print files")
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
