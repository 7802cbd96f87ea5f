"""The desk as a program of its own, started and ended as an office does it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.patience import PATIENCE_S


@dataclass(frozen=True)
class RunningDesk:
    """A desk that serves."""

    place: Path
    link: str  # lets in once

    @property
    def origin(self) -> str:
        parts = urlsplit(self.link)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True)
class StartedDesk(RunningDesk):
    """A desk whose program the tests started."""

    process: subprocess.Popen[str]

    def end(self, how: int = signal.SIGTERM) -> int:
        """Its exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE_S)


@contextmanager
def running_desk(place: Path, *options: str, **environ: str) -> Iterator[StartedDesk]:
    """A desk of that workspace, on a port that is free; it is gone afterwards."""
    process = started(place, *options, **environ)
    assert process.stdout is not None
    with process, process.stdout:
        try:
            yield StartedDesk(place, link_in(process.stdout.readline()), process)
        finally:
            process.kill()


def started(place: Path, *options: str, **environ: str) -> "subprocess.Popen[str]":
    """The program, as the command line starts it; what it complains of is seen in the test's output."""
    words = [sys.executable, "-m", "vbgen", *serving_words(place, *options)]
    return subprocess.Popen(
        words, stdout=subprocess.PIPE, text=True, env={**os.environ, "VBGEN_BY": "Lan", **environ}
    )


def serving_words(place: Path, *options: str) -> list[str]:
    """What follows `vbgen` for a desk of that workspace that tells its link."""
    asked = options if "--port" in options else ("--port", "0", *options)
    return ["serve", "--no-open", "--json", *asked, "--workspace", str(place)]


def link_in(line: str) -> str:
    """The link in what a desk prints when it can be reached."""
    assert line, "the desk did not start"
    return str(json.loads(line)["url"])
