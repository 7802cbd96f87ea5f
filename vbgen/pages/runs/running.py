"""A big run: chunks handed to workers, their receipts settled at home, lost workers replaced."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from vbgen.errors import OutsideProgramError, Problem, TemplateError
from vbgen.messages import _
from vbgen.pages.runs.chunk import Chunk
from vbgen.pages.runs.ledger import Ledger
from vbgen.pages.runs.progress import Progress
from vbgen.pages.runs.receipt import Done, Receipt

_PARTIAL = "partial"
_FRUITLESS = 3  # times in a row that all workers may be lost before one chunk is done


class Workers(Protocol):
    """Where chunks are made."""

    @property
    def queue(self) -> int:
        """How many chunks are handed out at a time: as many as are made, and the next ones."""

    @property
    def losses(self) -> tuple[type[BaseException], ...]:
        """What a future raises when its worker, and not its work, is at fault."""

    def open(self) -> AbstractContextManager[Executor]:
        """The executor, closed at the end; opened anew after a loss. OutsideProgramError when there is none."""


class Task(Protocol):
    """What a worker gets: all that it needs, and nothing of home."""

    @property
    def chunk(self) -> Chunk:
        """The rows to make."""


TaskT = TypeVar("TaskT", bound=Task)


@dataclass(frozen=True, slots=True)
class Home(Generic[TaskT]):
    """What is done at home: tasks are made, results kept, receipts settled, progress told."""

    task: Callable[[Chunk], TaskT]
    work: Callable[[TaskT], Done]  # runs on a worker: pure, and may run twice
    keep: Callable[[Done], object]  # what came home with a receipt
    ledger: Ledger
    holds: Callable[[Receipt], bool] = lambda _receipt: (
        True
    )  # whether all that a receipt names is still kept
    tell: Callable[[Progress], object] = lambda _progress: None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Receipts in print order, and what could not be made."""

    receipts: tuple[Receipt, ...]
    problems: tuple[Problem, ...] = ()


def run(chunks: Sequence[Chunk], home: Home[TaskT], workers: Workers) -> Outcome:
    """Every chunk made once; those with a receipt in the ledger are not made again.

    A chunk with problems is settled under another key than its own, so that the next run tries it again. Raises
    OutsideProgramError when workers are lost again and again; what was settled by then stays.
    """
    running = _Run(home, chunks)
    home.tell(running.progress())
    fruitless = 0
    while running.left and fruitless < _FRUITLESS:
        before = len(running.left)
        with workers.open() as executor:
            running.go(executor, workers)
        fruitless = fruitless + 1 if len(running.left) == before else 0
    if running.left:
        raise OutsideProgramError(_lost(running.progress()), tuple(map(_left, running.left)))
    return running.outcome()


@dataclass(slots=True)
class _Run(Generic[TaskT]):
    home: Home[TaskT]
    chunks: Sequence[Chunk]
    left: list[Chunk] = field(default_factory=list)
    receipts: dict[int, Receipt] = field(default_factory=dict)
    problems: dict[int, tuple[Problem, ...]] = field(default_factory=dict)
    made: int = 0
    began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        settled = self.home.ledger.receipts()
        found = {chunk.number: settled[chunk.key] for chunk in self.chunks if chunk.key in settled}
        self.receipts = {
            number: receipt for number, receipt in found.items() if self.home.holds(receipt)
        }
        self.left = [chunk for chunk in self.chunks if chunk.number not in self.receipts]

    def go(self, executor: Executor, workers: Workers) -> None:
        """Works until all is done or the workers are lost; no more is handed out than is worked on soon."""
        waiting, running = list(self.left), dict[Future[Done], Chunk]()
        try:
            while waiting or running:
                while waiting and len(running) < workers.queue:
                    chunk = waiting.pop(0)
                    running[executor.submit(self.home.work, self.home.task(chunk))] = chunk
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    self._take(future, running.pop(future))
        except workers.losses:
            for future in running:
                future.cancel()

    def _take(self, future: Future[Done], chunk: Chunk) -> None:
        try:
            done = future.result()
        except (OutsideProgramError, TemplateError) as fault:
            self.problems[chunk.number] = fault.as_problems("chunk-not-made")
        else:
            self._settle(done, chunk)
        self.left.remove(chunk)
        self.made += len(chunk.rows)
        self.home.tell(self.progress())

    def _settle(self, done: Done, chunk: Chunk) -> None:
        self.home.keep(done)
        self.receipts[chunk.number] = done.receipt
        if done.problems:
            self.problems[chunk.number] = done.problems
            partial = replace(done.receipt, key=f"{chunk.key}/{_PARTIAL}")
            self.home.ledger.settle(
                partial
            )  # known to be in the archive, and made again by the next run
        else:
            self.home.ledger.settle(done.receipt)

    def progress(self) -> Progress:
        total = sum(len(chunk.rows) for chunk in self.chunks)
        left = sum(len(chunk.rows) for chunk in self.left)
        return Progress(total - left, total, self.made, time.monotonic() - self.began)

    def outcome(self) -> Outcome:
        problems = [
            problem for number in sorted(self.problems) for problem in self.problems[number]
        ]
        return Outcome(
            tuple(self.receipts[number] for number in sorted(self.receipts)), tuple(problems)
        )


def _lost(progress: Progress) -> str:
    return _(
        "Máy dừng nhiều lần khi đang làm; đã xong {done}/{total}. Kiểm tra bộ nhớ và máy trong "
        "cụm rồi chạy lại: phần đã xong không phải làm lại.",
        done=progress.done,
        total=progress.total,
    )


def _left(chunk: Chunk) -> Problem:
    first, last = chunk.rows[0].title, chunk.rows[-1].title
    return Problem(
        "chunk-lost", _("Chưa làm được: từ “{first}” đến “{last}”.", first=first, last=last)
    )
