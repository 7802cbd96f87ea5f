"""Work for workers that are other processes: it must be found under a name."""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.runs.batch_papers import row
from vbgen.errors import OutputError, OutsideProgramError, Problem, TemplateError
from vbgen.pages.runs.chunk import Chunk, chunks
from vbgen.pages.runs.ledger import Ledger
from vbgen.pages.runs.receipt import Done, Receipt
from vbgen.pages.runs.running import Home


@dataclass(frozen=True)
class Task:
    chunk: Chunk
    scratch: Path
    trouble: str = ""
    seconds: float = 0.0


def planned(count: int, size: int = 1) -> list[Chunk]:
    return list(
        chunks(map(row, range(count)), size, lambda members: [str(each.values) for each in members])
    )


def receipt(chunk: Chunk) -> Receipt:
    files = {member.key: f"digest of {member.name}" for member in chunk.rows}
    rows = tuple(member.key for member in chunk.rows)
    return Receipt(
        chunk.key,
        chunk.number,
        rows,
        (f"print file {chunk.number}",),
        files,
        dict.fromkeys(rows, 1),
    )


def work(task: Task) -> Done:
    """A receipt; each call leaves a mark. The trouble comes in chunk 3, `kill` and `error` the first time only."""
    mark(task.scratch, task.chunk)
    time.sleep(task.seconds)
    if task.chunk.number == 3 and task.trouble:
        trouble(task)
    lost = (Problem("paper-not-made", "Không làm được."),) if task.trouble == "one lost" else ()
    return Done(
        receipt(task.chunk),
        {f"content {task.chunk.number}": b"x"},
        lost if task.chunk.number == 3 else (),
    )


def trouble(task: Task) -> None:
    first = calls(task.scratch)[3] == 1
    if task.trouble == "always killed" or (task.trouble == "killed" and first):
        os.kill(os.getpid(), signal.SIGKILL)
    if task.trouble == "bad data":
        raise TemplateError("Mẫu không khớp dữ liệu.")
    if task.trouble == "disk full":
        raise OutputError("Ổ đĩa đã đầy.")
    if task.trouble == "no office":
        raise OutsideProgramError("Không có LibreOffice.")


def mark(scratch: Path, chunk: Chunk) -> None:
    with (scratch / f"calls-{chunk.number}").open("ab") as file:
        file.write(b".")


def calls(scratch: Path) -> dict[int, int]:
    """Chunk → how many times it was worked on."""
    return {int(path.name.split("-")[1]): path.stat().st_size for path in scratch.glob("calls-*")}


def home(
    scratch: Path,
    ledger: Ledger,
    *,
    trouble: str = "",
    seconds: float = 0.0,
    keep: Callable[[Done], object] = lambda _done: None,
) -> Home[Task]:
    return Home(lambda chunk: Task(chunk, scratch, trouble, seconds), work, keep, ledger)
