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

_ENDS_WITHIN_S = 30


@dataclass(frozen=True)
class RunningDesk:
    """A desk that serves."""

    place: Path
    process: subprocess.Popen[str]
    link: str  # lets in once

    @property
    def origin(self) -> str:
        parts = urlsplit(self.link)
        return f"{parts.scheme}://{parts.netloc}"

    def end(self, how: int = signal.SIGTERM) -> int:
        """Its exit code."""
        self.process.send_signal(how)
        return self.process.wait(_ENDS_WITHIN_S)


@contextmanager
def running_desk(place: Path, *options: str, **environ: str) -> Iterator[RunningDesk]:
    """A desk of that workspace, on a port that is free; it is gone afterwards."""
    process = started(place, *options, **environ)
    assert process.stdout is not None
    with process, process.stdout:
        try:
            line = process.stdout.readline()
            assert line, "the desk did not start"
            yield RunningDesk(place, process, json.loads(line)["url"])
        finally:
            process.kill()


def started(place: Path, *options: str, **environ: str) -> "subprocess.Popen[str]":
    """The program, as the command line starts it; what it complains of is seen in the test's output."""
    asked = options if "--port" in options else ("--port", "0", *options)
    words = [sys.executable, "-m", "vbgen", "serve", "--no-open", "--json", *asked]
    words += ["--workspace", str(place)]
    return subprocess.Popen(
        words, stdout=subprocess.PIPE, text=True, env={**os.environ, "VBGEN_BY": "Lan", **environ}
    )
