"""A small office in a folder, and commands run in it as a person types them."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.register.issuing_desks import SAMPLE
from vbgen.cli import run

ACCEPTED = (
    "--accept-form-errors",
    "recipient.as-above",
    "--reason",
    "theo-bản-gốc",
)  # of the real notice of 2022
SETTINGS = "[certificate]\n"
PLACES = ("VBGEN_DATABASE", "VBGEN_ARCHIVE", "VBGEN_BY", "VBGEN_LANG")


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.out)
        return answer

    @property
    def said(self) -> str:
        return self.out + self.err

    def found(self) -> list[str]:
        return [problem["code"] for problem in self.json["problems"]]


@dataclass(frozen=True)
class Office:
    folder: Path
    environ: dict[str, str] = field(default_factory=dict)

    @classmethod
    def new(
        cls, folder: Path, settings: str = SETTINGS, environ: dict[str, str] | None = None
    ) -> "Office":
        shutil.copytree(SAMPLE, folder / "data" / "ha-nam-2022")
        (folder / "vbgen.toml").write_text(settings, "utf-8")
        return cls(folder, environ or {})

    def at(self, **environ: str) -> "Office":
        """The same office, from a machine with other settings."""
        return replace(self, environ={**self.environ, **environ})

    @property
    def settings(self) -> Path:
        return self.folder / "vbgen.toml"

    def run(self, *arguments: object) -> Answer:
        """The command, in this process: starting Python takes longer than the work."""
        out, err, before = StringIO(), StringIO(), dict(os.environ)
        for name in PLACES:
            os.environ.pop(name, None)
        os.environ.update({"VBGEN_BY": "Lan", "VBGEN_LANG": "vi", **self.environ})
        try:
            with (
                chdir(self.folder),
                redirect_stdout(out),
                redirect_stderr(err),
                pytest.raises(SystemExit) as ended,
            ):
                run([str(word) for word in arguments])
        finally:
            os.environ.clear()
            os.environ.update(before)
        return Answer(int(str(ended.value.code)), out.getvalue(), err.getvalue())

    def ask(self, *arguments: object, code: int = 0) -> dict[str, Any]:
        answer = self.run(*arguments, "--json")
        assert answer.code == code, answer.said
        return answer.json

    def issue_next(self) -> Answer:
        """The notice of another campaign."""
        shutil.copytree(
            self.folder / "data" / "ha-nam-2022", self.folder / "data" / "hai", dirs_exist_ok=True
        )
        words = (
            "issue",
            "data/hai",
            "launch-notice",
            "--date",
            "2022-03-16",
            "--no-pdf",
            "--yes",
            *ACCEPTED,
        )
        return self.run(*words, "--json")

    def issue(self, kind: str = "launch-notice", day: str = "2022-03-15", *more: str) -> Answer:
        words = (
            "issue",
            "data/ha-nam-2022",
            kind,
            "--date",
            day,
            "--no-pdf",
            "--yes",
            *ACCEPTED,
            *more,
        )
        return self.run(*words, "--json")

    def files(self) -> set[str]:
        """Everything that stands in the folder."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*")}


GROUP = 61234  # an office's group, which needs no name
FIRST, SECOND = 61001, 61002  # two accounts without any right but their own and the group's


def start(folder: Path, *arguments: object, account: int, umask: int) -> "subprocess.Popen[str]":
    """The command in a process of its own, as that account of this machine."""
    words = [*acting_as(account), sys.executable, "-m", "vbgen", *map(str, arguments)]
    environ = {
        "PATH": os.environ["PATH"],
        "VBGEN_LANG": "vi",
        "VBGEN_BY": f"U{account}",
        "HOME": "/nonexistent",
    }
    return subprocess.Popen(
        words,
        cwd=folder,
        env=environ,
        umask=umask,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finished(process: "subprocess.Popen[str]") -> Answer:
    out, err = process.communicate(timeout=300)
    return Answer(process.returncode, out, err)


def acting_as(account: int) -> list[str]:
    """`setpriv` for the account; it may read what root has, where Python or vbgen lies in a folder of root's alone.

    Without `no_setuid_fixup`, access(2) asks without the capability, and alembic misses its folder.
    """
    plain = ["setpriv", f"--reuid={account}", f"--regid={account}", f"--groups={GROUP}"]
    if subprocess.run(
        [*plain, sys.executable, "-c", "import vbgen"], capture_output=True, check=False
    ).returncode:
        able = [
            "--inh-caps=+dac_read_search",
            "--ambient-caps=+dac_read_search",
            "--securebits=+no_setuid_fixup",
        ]
        return [*plain, *able]
    return plain
