"""Stands between vbgen and an outside program, so that the program never outlives who started it.

Run as a script with the program's words behind it. Its standard input is a pipe that only the one who started it
holds: when that ends in whatever way, killed too, the pipe closes, and the program ends with all that it started.
It needs nothing but the standard library, so that it is there in some ten milliseconds.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW of Windows
_CRASHED = 255
_SCHEDULING = "/proc/self/autogroup"
_TRIES, _PAUSE_S = (
    20,
    0.2,
)  # Linux hears one such wish in a tenth of a second from the whole machine


def guard(command: Sequence[str]) -> int:
    """Exit code of the program; 255 for one that a signal ended."""
    flags = _NO_WINDOW if sys.platform == "win32" else 0
    program = subprocess.Popen(command, stdin=subprocess.DEVNULL, creationflags=flags)  # noqa: S603 - who starts us says
    threading.Thread(target=_end_when_alone, args=(program.pid,), daemon=True).start()
    threading.Thread(target=_yield_as_started, daemon=True).start()
    code = program.wait()
    return code if 0 <= code < _CRASHED else _CRASHED


def _end_when_alone(program: int) -> None:
    """Wait until the pipe is closed, then end everything."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603 - fixed words
            ["taskkill", "/F", "/T", "/PID", str(program)],  # noqa: S607 - fixed words
            check=False,
            capture_output=True,
        )
        os._exit(_CRASHED)
    os.killpg(0, signal.SIGKILL)  # the guardian leads the group, and goes with it


def _yield_as_started() -> None:
    """Who started us at a lower priority means the program to yield to others.

    Linux shares a processor out among sessions first (autogroup), and this is one of its own: there the priority
    of its processes says nothing beyond it.
    """
    patience = os.nice(0) if hasattr(os, "nice") else 0
    if patience <= 0:
        return
    for _try in range(_TRIES):
        try:
            _say_in(_SCHEDULING, str(patience))
        except BlockingIOError:
            time.sleep(_PAUSE_S)
        except OSError:  # a machine without sessions, or one that lets nobody say so
            return
        else:
            return


def _say_in(path: str, said: str) -> None:
    place = os.open(path, os.O_WRONLY)
    try:
        os.write(place, said.encode("ascii"))
    finally:
        os.close(place)


if __name__ == "__main__":
    sys.exit(guard(sys.argv[1:]))
