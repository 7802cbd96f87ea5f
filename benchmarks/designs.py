"""Each design of certificates beside the certificate of 0.1: rate from rows to archived PDF/A, file sizes, PDF time.

    python benchmarks/designs.py [--json FILE] [--size 100] [--rounds 3] [--only NAME …] [--least 0.8]

0.1 is built from its commit as `against_01.py` builds it. In every round 0.1 and all designs take their turns; the
best round of each counts. Processor time is that of everything that was started, LibreOffice included. A design's rate
is 0.1's processor time divided by its own; with `--least` the exit code is 1 where a rate is below it.
"""

import argparse
import ctypes
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from against_01 import FEW, ROOT, SUBREAPER, Version, Work, built, ran, rows_to_archive, took
from certificates import shipped

from vbgen.pages.converter.convert import Converter
from vbgen.papers.kinds.designs import designs_in

_DESIGN = (
    "import certificates as c, sys; from functools import partial; "
    "c.alone(c.run, partial(c.shipped, design=sys.argv[1]), int(sys.argv[2]), 1)"
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """One certificate as it lies, and how long its PDF file takes alone, LibreOffice's start included."""

    word: int
    pdf: int
    pdf_s: float


def of_design(name: str, count: int) -> Work:
    """So many certificates of a design, from rows to single files in an archive."""

    def do(version: Version, rows: int = count) -> None:
        path = os.pathsep.join((str(version.folder / "benchmarks"), str(version.folder)))
        ran([version.python, "-c", _DESIGN, name, rows], version.folder, PYTHONPATH=path)

    return Work(name, count, do, partial(do, rows=FEW))


def sizes_of(name: str) -> Sizes:
    """What one certificate of a design weighs."""
    batch = shipped(1, name)
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as folder:
        word = Path(folder) / "one.docx"
        word.write_bytes(batch.paper.render(batch.rows[0]))
        began = time.perf_counter()
        Converter.probe(os.environ).to_pdf([word], Path(folder), pdfa=True)
        elapsed = time.perf_counter() - began
        return Sizes(word.stat().st_size, word.with_suffix(".pdf").stat().st_size, elapsed)


@dataclass(slots=True)
class Spent:
    """Seconds of processor time of each round: with all that starts, and of that alone."""

    whole: list[float]
    start: list[float]

    @property
    def work(self) -> float:
        """What the rows take, in the best rounds."""
        return min(self.whole) - min(self.start)


def spent(turns: Sequence[tuple[Work, Version]], rounds: int) -> dict[str, Spent]:
    """What each takes in so many rounds, after one of the first that does not count."""
    work, version = turns[0]
    took(work.do, version)
    found = {work.name: Spent([], []) for work, _version in turns}
    for _round in range(rounds):
        for work, version in turns:
            found[work.name].whole.append(took(work.do, version).core_s)
            found[work.name].start.append(took(work.start or work.do, version).core_s)
    return found


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path)
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[], help="names of designs")
    parser.add_argument("--least", type=float, default=0.0, help="the least rate that is let pass")
    options = parser.parse_args(arguments)
    ctypes.CDLL(None).prctl(SUBREAPER, 1)
    names = options.only or sorted(designs_in([ROOT / "templates"]))
    before, today = (
        rows_to_archive("shipped", options.size, 1),
        Version("", ROOT, Path(sys.executable)),
    )
    turns = [(before, built()), *((of_design(name, options.size), today) for name in names)]
    took_each = spent(turns, options.rounds)
    first = took_each[before.name]
    print(f"{'0.1':12} {options.size / first.work:7.1f} a core-s   start {min(first.start):4.1f}")
    report: dict[str, object] = {"0.1": {"core_ms_each": 1000 * first.work / options.size}}
    rates = dict[str, float]()
    for name in names:
        own, sizes = took_each[name], sizes_of(name)
        rates[name] = first.work / own.work
        with_start = min(first.whole) / min(own.whole)
        print(
            f"{name:12} {options.size / own.work:7.1f} a core-s   start {min(own.start):4.1f}"
            f"   rate {rates[name]:4.2f}, with start {with_start:4.2f}"
            f"   Word {sizes.word / 1000:5.1f} kB   PDF {sizes.pdf / 1000:5.1f} kB in {sizes.pdf_s:4.1f} s",
            flush=True,
        )
        report[name] = {
            "core_ms_each": 1000 * own.work / options.size,
            "start_core_s": min(own.start),
            "rate": rates[name],
            "rate_with_start": with_start,
            "word_bytes": sizes.word,
            "pdf_bytes": sizes.pdf,
            "pdf_s": sizes.pdf_s,
        }
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")
    if slow := [name for name, rate in rates.items() if rate < options.least]:
        sys.exit(f"below {options.least} of 0.1: {', '.join(slow)}")


if __name__ == "__main__":
    main(sys.argv[1:])
