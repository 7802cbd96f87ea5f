"""What a stranger's template could do at worst, as work for the bounded process."""

import os
import signal
import time
from collections.abc import Mapping

from vbgen.office.making.run_paper import PaperOfRun


def process_number(_paper: PaperOfRun) -> int:
    return os.getpid()


def rendered(paper: PaperOfRun, values: Mapping[str, object]) -> bytes:
    return paper.opened().render(values)


def greedy(_paper: PaperOfRun) -> int:
    return len(bytearray(6_000_000_000))


def crashing(_paper: PaperOfRun) -> int:
    os._exit(3)


def falling(_paper: PaperOfRun) -> int:
    raise UnicodeError("a fault of our own")


class TwoWordsError(Exception):
    """Cannot be made again from what it keeps."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


def falling_strangely(_paper: PaperOfRun) -> int:
    raise TwoWordsError("half", "sent")


def killed(_paper: PaperOfRun) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def sleeping(_paper: PaperOfRun) -> int:
    time.sleep(3600)
    return 0
