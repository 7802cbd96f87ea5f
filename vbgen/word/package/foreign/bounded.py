"""A program of our own for one file of others: bounded in memory and time, so that no file harms whoever reads it."""

import json
import subprocess
import sys
from typing import Any

MEMORY_BYTES = 2 * 1024**3
CPU_S, TIMEOUT_S = 60, 90  # of a file as large as files may be


class BoundedProgramError(Exception):
    """The program ended early; whatever ends it is the file's fault. `is_late`: it took too long."""

    def __init__(self, *, is_late: bool) -> None:
        super().__init__(is_late)
        self.is_late = is_late


def bind(cpu_s: int = CPU_S) -> None:
    """Bound this process in memory and processor time, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the time limit of the caller is all
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))


def answer_of(program: str, *words: str, data: bytes, timeout_s: int = TIMEOUT_S) -> dict[str, Any]:
    """The JSON value that a module run as a program writes of `data`; BoundedProgramError where it writes none."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no words of others
            [sys.executable, "-m", program, *words],
            input=data,
            capture_output=True,
            timeout=timeout_s,
            check=True,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as fault:
        raise BoundedProgramError(is_late=True) from fault
    except (subprocess.CalledProcessError, ValueError) as fault:
        raise BoundedProgramError(is_late=False) from fault
    return answer
