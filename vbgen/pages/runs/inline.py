"""Work done at once, in this process: for small runs, and where processes cannot be started."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class InlineExecutor(Executor):
    """An executor whose futures are done when they are given out."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The call's result or error, in a finished future."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as fault:  # noqa: BLE001 - an executor hands every error to whoever asks the future
            future.set_exception(fault)
        return future


@dataclass(frozen=True, slots=True)
class Inline:
    """This process as the only worker."""

    queue: int = 1  # made at once, so each is settled before the next begins
    losses: tuple[type[BaseException], ...] = ()

    @contextmanager
    def open(self) -> Iterator[Executor]:
        """The executor."""
        yield InlineExecutor()
