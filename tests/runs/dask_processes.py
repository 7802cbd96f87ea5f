"""A real Dask cluster of processes on loopback."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from json import JSONDecodeError
from pathlib import Path

from tests.patience import wait_for

_ROOT = Path(__file__).parents[2]
Process = subprocess.Popen[bytes]


@dataclass
class Cluster:
    """A scheduler and its workers; each can be killed and started anew."""

    folder: Path
    scheduler: Process | None = None
    workers: list[Process] = field(default_factory=list)

    @property
    def address(self) -> str:
        return str(json.loads(self._file.read_text("utf-8"))["address"])

    @property
    def _file(self) -> Path:
        return self.folder / "scheduler.json"

    @property
    def temporary(self) -> Path:
        """Where its processes put what they need for a while."""
        return self.folder / "tmp"

    def start_scheduler(self, port: int = 0) -> None:
        self._file.unlink(missing_ok=True)
        words = [
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--no-dashboard",
            "--scheduler-file",
            str(self._file),
        ]
        self.scheduler = self._start("scheduler", *words)
        wait_for(self._has_told_its_address)

    def _has_told_its_address(self) -> bool:
        """The scheduler writes its file while others may read it."""
        with suppress(FileNotFoundError, JSONDecodeError):
            return bool(self.address)
        return False

    def start_worker(self) -> None:
        number = len(self.workers)
        words = [
            "--nthreads",
            "1",
            "--no-dashboard",
            "--scheduler-file",
            str(self._file),
            "--name",
            f"w{number}",
        ]
        self.workers.append(self._start("worker", *words))

    def kill(self, process: Process | None) -> None:
        if process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            self.kill(process)

    def _start(self, *words: str) -> Process:
        self.temporary.mkdir(exist_ok=True)
        own = {
            "PYTHONPATH": str(_ROOT),
            "DASK_LOGGING__DISTRIBUTED": "error",
            "TMPDIR": str(self.temporary),
        }
        environ = {**os.environ, **own}
        command = [sys.executable, "-m", "dask", *words]
        with (self.folder / f"{words[0]}.log").open("ab") as log:
            return subprocess.Popen(
                command,
                cwd=self.folder,
                env=environ,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )


@contextmanager
def cluster_of_two(folder: Path) -> Iterator[Cluster]:
    """A scheduler and two workers, in a new folder, as long as they are needed."""
    folder.mkdir()
    made = Cluster(folder)
    try:
        made.start_scheduler()
        for _number in range(2):
            made.start_worker()
        yield made
    finally:
        made.stop()
