"""An outside program that always ends: with its own time limit, and with every process it started."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from vbgen.pages.converter import guardian

PULSE_S = 0.05
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW of Windows

_TEMPORARY = ("TMPDIR", "TEMP", "TMP")
Process = subprocess.Popen[bytes]


class Stalled(Exception):  # noqa: N818 - an event that callers turn into a sentence, not an error of its own
    """The program showed no progress for as long as it may."""


def answer(command: Sequence[str], *, timeout_s: float) -> str | None:
    """What a short program prints; `None` when it cannot be started, fails or takes too long."""
    try:
        process = _start(command, subprocess.PIPE)
    except OSError:
        return None
    try:
        said, _error = process.communicate(timeout=timeout_s)
    except subprocess.TimeoutExpired:
        return None
    finally:
        end(process)
    return said.decode("utf-8", "replace") if process.returncode == 0 else None


def run(command: Sequence[str], *, log: Path, stall_s: float, pulse: Callable[[], object]) -> int:
    """Exit code of a long program; its words go to `log`, and what it needs for a while beside it.

    `pulse()` is asked again and again; when its answer stays the same for `stall_s` seconds, the program and
    all that it started are ended, and `Stalled` is raised.
    """
    with log.open("wb") as words:
        process = _guarded(command, words, log.parent)
        try:
            return _watch(process, stall_s, pulse)
        finally:
            end(process)


def start(command: Sequence[str], *, log: Path) -> Process:
    """A program left running, to be ended with `end`; it ends by itself when this process is gone.

    Its words go to `log`, and what it needs for a while beside it.
    """
    with log.open("wb") as words:
        return _guarded(command, words, log.parent)


def end(process: Process) -> None:
    """Nothing is left of the program nor of what it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            killer = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(killer, check=False, capture_output=True, timeout=30)  # noqa: S603 - fixed words
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdin is not None:
        process.stdin.close()


def _guarded(command: Sequence[str], words: BinaryIO, temporary: Path) -> Process:
    """The program behind its guardian, with a folder for temporary files; OSError when it cannot be started."""
    if shutil.which(command[0]) is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), command[0])
    environ = {**os.environ, **dict.fromkeys(_TEMPORARY, str(temporary))}
    words_of_guardian = [sys.executable, "-I", "-S", guardian.__file__]
    return _start([*words_of_guardian, *command], words, stdin=subprocess.PIPE, environ=environ)


def _start(
    command: Sequence[str],
    words: BinaryIO | int,
    stdin: int = subprocess.DEVNULL,
    environ: Mapping[str, str] | None = None,
) -> Process:
    return subprocess.Popen(  # noqa: S603 - the program was found by its name or named by the user, no shell
        command,
        stdin=stdin,
        env=environ,
        stdout=words,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )


def _watch(process: Process, stall_s: float, pulse: Callable[[], object]) -> int:
    seen, since = pulse(), time.monotonic()
    while process.poll() is None:
        time.sleep(PULSE_S)
        now = pulse()
        if now != seen:
            seen, since = now, time.monotonic()
        elif time.monotonic() - since > stall_s:
            raise Stalled
    return process.returncode
