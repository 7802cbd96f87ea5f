"""Today's vbgen beside 0.1, built from its commit, in the same run: processor time and wall time, and their ratio.

    python benchmarks/against_01.py [--json FILE] [--sizes 100 300] [--rounds 3] [--workers 1] [--most 1.1]

Three works, each by both versions in turn, round after round; the best round counts, after one that does not:

- rows → archive, plain: certificates of the other benchmarks, from rows to single PDF/A files in an archive;
- rows → archive, shipped: the same with the certificate that vbgen ships (its drawing is another than 0.1's); of both,
  what two rows take is told apart and taken off: the benchmark's own processes start and load their modules in it;
- issue, with and without PDF: `vbgen issue` of a decision with that many certificates, everything included.

0.1 comes out of git (`git archive`) into build/v01, with an environment of its own by its own lock. Processor time is
that of everything that was started, LibreOffice included, so that other work on the machine does not count. With
`--most` the exit code is 1 where a ratio is above it.
"""

import argparse
import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from tarfile import open as open_tar

COMMIT = "c3979c3"  # the last one of 0.1
ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "build" / "v01"
_OFFICE = ROOT / "tests" / "made_by_01" / "office"
_ROWS = "import certificates as c, sys; c.alone(c.run, getattr(c, sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))"
INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}  # as on a clerk's machine: each module is compiled once
FEW = 2  # rows of which the work is little beside the start
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: whoever is left behind by its starter becomes our child


@dataclass(frozen=True, slots=True)
class Version:
    """A vbgen in its own folder with its own Python."""

    name: str
    folder: Path
    python: Path


@dataclass(frozen=True, slots=True)
class Work:
    """Something that both versions do."""

    name: str
    papers: int
    do: Callable[[Version], None]
    start: Callable[[Version], None] | None = None  # what is no part of the work, done by itself


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one run."""

    core_s: float
    wall_s: float


def built() -> Version:
    """0.1 out of git, with the environment that its own lock names; built once."""
    ready = PLACE / ".ready"
    if not ready.exists():
        shutil.rmtree(PLACE, ignore_errors=True)
        PLACE.mkdir(parents=True)
        packed = subprocess.run(
            ["git", "archive", COMMIT], cwd=ROOT, capture_output=True, check=True
        ).stdout
        with open_tar(fileobj=BytesIO(packed)) as source:
            source.extractall(PLACE)  # noqa: S202 - our own history
        uv, python = Path(sys.executable).with_name("uv"), str(PLACE / ".venv" / "bin" / "python")
        lock = ["--require-hashes", "-r", "requirements.lock"]
        own = ["--no-deps", "--no-build-isolation", "-e", "."]
        for words in (
            ["venv", "-q", ".venv"],
            ["pip", "install", "-q", *lock],
            ["pip", "install", "-q", *own],
        ):
            chosen = ["--python", python] if words[0] == "pip" else ["--python", sys.executable]
            subprocess.run([uv, *words, *chosen], cwd=PLACE, check=True)
        ready.touch()
    return Version("0.1", PLACE, PLACE / ".venv" / "bin" / "python")


def rows_to_archive(sort: str, count: int, workers: int) -> Work:
    """Certificates from rows to single files in an archive, by each version's own benchmark."""

    def do(version: Version, rows: int = count) -> None:
        path = os.pathsep.join((str(version.folder / "benchmarks"), str(version.folder)))
        ran(
            [version.python, "-c", _ROWS, sort, str(rows), str(workers)],
            version.folder,
            PYTHONPATH=path,
        )

    return Work(f"rows → archive, {sort}, {count}", count, do, partial(do, rows=FEW))


def issue(count: int, workers: int, *, pdf: bool) -> Work:
    """A decision with that many certificates, issued by the command."""

    def do(version: Version) -> None:
        with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as name:
            office = Path(name) / "office"
            shutil.copytree(_OFFICE, office)
            source = office / "data" / "thi-dua" / "campaign.yaml"
            source.write_text(many(source.read_text("utf-8"), count), "utf-8")
            words = [
                "issue",
                "data/thi-dua",
                "award-decision",
                "--phase",
                "1",
                "--date",
                "2026-02-05",
                "--yes",
            ]
            copies = "--pdf" if pdf else "--no-pdf"
            ran([version.python, "-m", "vbgen", *words, copies], office, VBGEN_WORKERS=str(workers))

    return Work(f"issue {'with' if pdf else 'without'} PDF, {count}", count, do)


def many(campaign: str, count: int) -> str:
    """The small campaign with that many more persons, all of them nominated, voted for and commended in phase 1."""
    people = [f"P{number}" for number in range(count)]
    person = (
        "kind: individual, gender: female, position: Chuyên viên, unit: VP, rank: 3, rating: good"
    )
    given = 'phase: 1, award: "Giấy khen", merit: "xuất sắc trong đợt 1"'
    rows = {
        "nominees": [
            f'  - {{id: {one}, full_name: "Nguyễn Thị Hòa {one}", {person}}}' for one in people
        ],
        "nominations": [f"  - {{nominee: {one}, {given}}}" for one in people],
        "votes": [
            f'  - {{phase: 1, nominee: {one}, award: "Giấy khen", votes_for: 3, votes_against: 0}}'
            for one in people
        ],
        "awards": [f"  - {{nominee: {one}, {given}}}" for one in people],
    }
    text = campaign.replace("headcount: 5", f"headcount: {count + 5}")
    for table, lines in rows.items():
        text = text.replace(f"\n{table}:\n", "\n" + "\n".join([f"{table}:", *lines]) + "\n", 1)
    return text


def ran(command: Sequence[object], folder: Path, **environment: str) -> None:
    """The command, to its end, with everything that it started; SystemExit where it fails."""
    words = list(map(str, command))
    done = subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, **INSTALLED, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(words)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def took(do: Callable[[Version], None], version: Version) -> Took:
    """What the work takes, with the time of all that was started and is over."""
    wall, core = time.perf_counter(), _core_s()
    do(version)
    elapsed = time.perf_counter() - wall
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return Took(_core_s() - core, elapsed)


def _core_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def best_of(do: Callable[[Version], None], versions: Sequence[Version], rounds: int) -> list[Took]:
    """The best of each version, in turn."""
    found: list[list[Took]] = [[] for _version in versions]
    for version in versions:  # its modules are compiled then
        took(do, version)
    for _round in range(rounds):
        for each, version in zip(found, versions, strict=True):
            each.append(took(do, version))
    return [
        Took(min(one.core_s for one in each), min(one.wall_s for one in each)) for each in found
    ]


def compared(work: Work, versions: Sequence[Version], rounds: int) -> dict[str, object]:
    """The best of each version, and the ratio of the last to the first in what is the work."""
    whole = best_of(work.do, versions, rounds)
    start = best_of(work.start, versions, rounds) if work.start else [Took(0, 0)] * len(versions)
    first, last = (one.core_s - off.core_s for one, off in zip(whole, start, strict=True))
    ratio = last / first
    print(
        f"{work.name:36} {first:8.2f} → {last:8.2f} core-s"
        f"   start {start[0].core_s:5.2f} → {start[1].core_s:5.2f} core-s"
        f"   {whole[0].wall_s:7.1f} → {whole[1].wall_s:7.1f} s   ratio {ratio:5.2f}",
        flush=True,
    )
    return {
        "work": work.name,
        "papers": work.papers,
        "core_s": [first, last],
        "start_core_s": [one.core_s for one in start],
        "wall_s": [one.wall_s for one in whole],
        "ratio": ratio,
    }


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument(
        "--most", type=float, default=0.0, help="the greatest ratio that is let pass; 0 for any"
    )
    parser.add_argument("--only", default="", help="works whose names have this in them")
    options = parser.parse_args(arguments)
    ctypes.CDLL(None).prctl(SUBREAPER, 1)
    versions = (built(), Version("today", ROOT, Path(sys.executable)))
    works = [
        work
        for size in options.sizes
        for work in _works(size, options.workers)
        if options.only in work.name
    ]
    report = [compared(work, versions, options.rounds) for work in works]
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")
    if options.most and (slow := _slower(report, options.most)):
        sys.exit(f"slower than {options.most} times 0.1: {', '.join(slow)}")


def _slower(report: Sequence[dict[str, object]], most: float) -> list[str]:
    return [str(one["work"]) for one in report if float(str(one["ratio"])) > most]


def _works(count: int, workers: int) -> list[Work]:
    return [
        rows_to_archive("plain", count, workers),
        rows_to_archive("shipped", count, workers),
        issue(count, workers, pdf=True),
        issue(count, workers, pdf=False),
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
