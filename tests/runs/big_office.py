"""An office with a decision that carries many certificates, and its commands as programs of their own."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from tests.sample.sample_campaign import ROOT
from tests.vocabulary import WORDS
from vbgen.campaign import write_workbook

CAMPAIGN = "data/le-tuyen-duong"
DECISION = (
    "issue",
    CAMPAIGN,
    "award-decision",
    "--phase",
    "1",
    "--date",
    "2022-07-20",
    "--yes",
    "--json",
)


@dataclass(frozen=True)
class BigOffice:
    """A workspace; temporary files of its commands lie beside it, so that none of another's is meant."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def temporary(self) -> Path:
        """Where its commands put what they need for a while."""
        return self.folder.parent / f"{self.folder.name}-tmp"

    def start(self, *words: str, **environ: str) -> "subprocess.Popen[str]":
        """A command under way, the leader of a group of its own."""
        self.temporary.mkdir(exist_ok=True)
        own = {**os.environ, "VBGEN_BY": "Lan", "VBGEN_LANG": "vi", "TMPDIR": str(self.temporary)}
        return subprocess.Popen(
            [sys.executable, "-m", "vbgen", *words],
            cwd=self.folder,
            env={**own, "PYTHONPATH": str(ROOT), **self.environ, **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *words: str, code: int = 0, **environ: str) -> tuple[str, str]:
        """What the command said, on both ways; the exit code is as expected."""
        process = self.start(*words, **environ)
        out, err = process.communicate(timeout=300)
        assert process.returncode == code, out + err
        return out, err

    def ask(self, *words: str, code: int = 0, **environ: str) -> Any:  # noqa: ANN401 - whatever the command says
        """Its JSON answer."""
        return json.loads(self.run(*words, code=code, **environ)[0])

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What stands in the register."""
        path = self.folder / "output" / "register.sqlite3"
        if not path.exists():
            return []
        connection = sqlite3.connect(path)
        try:
            return list(connection.execute(query))
        except sqlite3.OperationalError:
            return []
        finally:
            connection.close()

    def singles(self) -> dict[str, str]:
        """Certificate → digest of its own file."""
        return dict(self.rows("SELECT name, digest FROM files WHERE role = 'single' ORDER BY name"))

    def workers(self) -> list[int]:
        """Processes of its commands that are workers, by their temporary folder."""
        found = []
        for place in Path("/proc").iterdir():
            if place.name.isdecimal():
                with suppress(OSError):
                    own = f"TMPDIR={self.temporary}".encode() in (
                        place / "environ"
                    ).read_bytes().split(b"\0")
                    if own and b"spawn_main" in (place / "cmdline").read_bytes():
                        found.append(int(place.name))
        return found

    def programs(self) -> list[str]:
        """What still runs of its commands: processes that name its temporary folder."""
        listed = subprocess.run(
            ["ps", "-eo", "args"], check=True, capture_output=True, text=True
        ).stdout
        return [line for line in listed.splitlines() if str(self.temporary) in line]


def workbook(folder: Path, count: int) -> Path:
    """An Excel list with `count` persons to be commended."""
    spec = spec_from_file_location("print_tour", ROOT / "benchmarks" / "print_tour.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("benchmarks/print_tour.py")
    tour = module_from_spec(spec)
    spec.loader.exec_module(tour)
    path = folder / "campaign.xlsx"
    write_workbook(tour.campaign(count), path, WORDS)
    return path


def office_with(form: Path, folder: Path, **environ: str) -> BigOffice:
    """A workspace whose only campaign is in that Excel list."""
    own = folder / CAMPAIGN
    own.mkdir(parents=True)
    shutil.copy(form, own / "campaign.xlsx")
    (folder / "vbgen.toml").write_text("", "utf-8")
    return BigOffice(folder, environ)
