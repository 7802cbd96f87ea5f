"""What a command takes beside 0.1, built from its commit: processor time of whole runs, in turn, on 0.1's own sample.

    python benchmarks/commands.py [--json FILE] [--runs 15] [--own] [--most 1.1] [--only WORD]

Each command runs once for each version, round after round, so that other work on the machine weighs on both; the least
processor time (user and system) of each counts. Both read the sample that 0.1 was shipped with, which today's vbgen
reads as it is; `--own` gives each version its own sample, of which today's holds more: papers, rows, law.
With `--most` the exit code is 1 where a ratio is above it.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from against_01 import ROOT, Version, built, ran, took

SAMPLE = "data/ha-nam-2022"
COMMANDS = (
    ("--help",),
    ("check", SAMPLE),
    ("draft", SAMPLE, "launch-notice", "-o", "drafts"),
    ("draft", SAMPLE, "-o", "all-drafts"),
    ("lint", "drafts/launch-notice.docx"),
    ("schema",),
    ("template", "fields", "award-decision"),
    ("template", "check", "award-decision"),
    ("register", "list"),
)


def office(version: Version, sample: Path, place: Path) -> Version:
    """The version in an office of its own: that sample, and nothing else; and a paper for `lint` to look at."""
    (place / "output").mkdir(parents=True)
    (place / "vbgen.toml").touch()
    shutil.copytree(sample / "data", place / "data")
    return Version(version.name, place, version.python)


def least(command: Sequence[str], versions: Sequence[Version], runs: int) -> list[float]:
    """The least processor time of each version, in turn; what compiles its modules does not count."""

    def do(version: Version) -> None:
        ran([version.python, "-m", "vbgen", *command], version.folder)

    for version in versions:
        do(version)
    rounds = [[took(do, version).core_s for version in versions] for _run in range(runs)]
    return [min(each) for each in zip(*rounds, strict=True)]


def compared(command: Sequence[str], versions: Sequence[Version], runs: int) -> dict[str, object]:
    """Both versions' processor time, and the ratio of the last to the first."""
    first, last = least(command, versions, runs)
    name = " ".join(command)
    print(f"{name:60} {first:6.3f} → {last:6.3f} core-s   ratio {last / first:5.2f}", flush=True)
    return {"command": name, "core_s": [first, last], "ratio": last / first}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--own", action="store_true", help="each version reads its own sample")
    parser.add_argument(
        "--most", type=float, default=0.0, help="the greatest ratio that is let pass; 0 for any"
    )
    parser.add_argument("--only", default="", help="commands that have this in them")
    options = parser.parse_args(arguments)
    first = built()
    today = Version("today", ROOT, Path(sys.executable))
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as name:
        versions = [
            office(each, each.folder if options.own else first.folder, Path(name) / each.name)
            for each in (first, today)
        ]
        for version in versions:
            ran([version.python, "-m", "vbgen", *COMMANDS[2]], version.folder)
        report = [
            compared(command, versions, options.runs)
            for command in COMMANDS
            if options.only in " ".join(command)
        ]
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")
    if options.most:
        slow = [str(one["command"]) for one in report if float(str(one["ratio"])) > options.most]
        if slow:
            sys.exit(f"slower than {options.most} times 0.1: {', '.join(slow)}")


if __name__ == "__main__":
    main(sys.argv[1:])
