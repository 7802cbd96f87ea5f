"""Work with templates of strangers: in a child process whose memory and time are bounded, one for all of a batch.

Opening and compiling such a template counts as work with it. A worker of a big run counts as such a child: there the
memory is bounded while the template is at work.
"""

import atexit
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from traceback import format_exception
from typing import Any, TypeVar

from vbgen.errors import Place, Problem, TemplateError, VbgenError
from vbgen.messages import _, current_language, use_language
from vbgen.office.making.trust import is_trusted
from vbgen.word.template import Limits

T = TypeVar("T")
Work = Callable[[], T]  # a function of a module with its arguments, so that it can be sent

MEMORY_BYTES = 1_500_000_000  # that one rendering may add to the process it runs in
_DYING_S = 2.0  # from the end of its line to the end of the process
GRACE_S = (
    60.0  # beyond the time of a rendering: to start, to open the template, to send the document
)


def in_bounds(digests: Iterable[str], name: str, works: Sequence[Work[T]]) -> list[T]:
    """What `works` give with files of these digests: in this process for trusted ones, else in a bounded one.

    The bounds are those of each work; what all of them hold goes to the bounded process once. `name` is the
    template's in messages. TemplateError when the bounds of memory or time are passed.
    """
    if is_trusted(digests):
        return [work() for work in works]
    if parent_process() is not None:
        return [_bounded(work) for work in works]
    return _child().do(name, works)


def _bounded(work: Work[T]) -> T:
    with _bounded_memory():
        return work()


@contextmanager
def _bounded_memory() -> Iterator[None]:
    """This process may grow by `MEMORY_BYTES` and no more; where the system has no such bound there is none."""
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = _size_now() + MEMORY_BYTES
    if before[1] != resource.RLIM_INFINITY:
        most = min(most, before[1])
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _size_now() -> int:
    """Bytes of address space in use, as Linux tells them; 0 elsewhere."""
    import resource

    try:
        with open("/proc/self/statm", "rb", buffering=0) as told:  # noqa: PTH123 - before each paper: as fast as can be
            pages = int(told.read(64).split(maxsplit=1)[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()


@dataclass(slots=True)
class _Child:
    """The bounded process, started when it is needed first, and anew after it was lost."""

    time_s: float
    _process: SpawnProcess | None = None
    _line: Connection | None = field(default=None)
    _turn: Lock = field(default_factory=Lock)  # else one would get the other's answer

    def do(self, name: str, works: Sequence[Work[T]]) -> list[T]:
        """What the works give there, one after the other; what one raises is raised here. One thread at a time."""
        with self._turn:
            line = self._begun()
            self._meeting(name, lambda: line.send((name, works, current_language())))
            results = list[T]()
            for _work in works:
                result, error = self._meeting(name, lambda: self._answer(name, line))
                if error is not None:
                    raise error  # the child does no further work of these
                results.append(result)
            return results

    def _answer(self, name: str, line: Connection) -> tuple[Any, BaseException | None]:
        if not line.poll(self.time_s):
            raise _late(name, self.time_s)
        answer: tuple[Any, BaseException | None] = line.recv()
        return answer

    def _meeting(self, name: str, act: Callable[[], T]) -> T:
        """What the act with the process gives; a process that did not do its part is ended."""
        try:
            return act()
        except (EOFError, OSError) as fault:
            why = _why(self._code())
            self.end()
            raise _over(name, why) from fault
        except BaseException:
            self.end()  # a child whose answer nobody waits for would answer the next question with it
            raise

    def _begun(self) -> Connection:
        if self._line is None or self._process is None or not self._process.is_alive():
            self.end()
            context = get_context("spawn")  # a fork of a process with threads can hang
            self._line, there = context.Pipe()
            process = context.Process(target=_serve, args=(there,), daemon=True)
            try:
                process.start()
            finally:
                there.close()
            self._process = process  # only what has begun can be ended
        return self._line

    def _code(self) -> int | None:
        """What the process has ended with, once its line is closed."""
        if self._process is None:
            return None
        self._process.join(_DYING_S)
        return self._process.exitcode

    def end(self) -> None:
        """End the process at once, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


@cache
def _child() -> _Child:
    child = _Child(Limits().time_s + GRACE_S)
    atexit.register(child.end)
    return child


def _late(name: str, time_s: float) -> TemplateError:
    return _over(name, _("mẫu chạy quá lâu (hơn {most} giây)", most=time_s))


def _why(code: int | None) -> str:
    """What ended the process: the system kills the one that has taken all memory."""
    if code == -getattr(signal, "SIGKILL", 9):
        return _("hệ điều hành đã ngắt tiến trình dựng mẫu, thường vì hết bộ nhớ")
    return _("tiến trình dựng mẫu dừng đột ngột (mã {code})", code="?" if code is None else code)


def _over(name: str, reason: str) -> TemplateError:
    message = _("Thẻ bị dừng vì không an toàn: {reason}.", reason=reason)
    hint = _("Hãy sửa thẻ để nó làm ít hơn hoặc chỉ đọc dữ liệu.")
    problem = Problem("tag-refused", message, Place(file=name), hint=hint)
    return TemplateError(f"{name}: {message}", (problem,))


def _serve(line: Connection) -> None:
    """The child: one question after another, until home is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for home, which ends the child
    while True:
        try:
            name, works, language = line.recv()
        except EOFError:
            return
        use_language(language)
        for work in works:
            answer = _answer(name, work)
            line.send(answer)
            if answer[1] is not None:
                break


def _answer(name: str, work: Work[Any]) -> tuple[object, object]:
    """What the work gives, or what it raised."""
    try:
        return _bounded(work), None
    except VbgenError as error:
        return None, error
    except MemoryError:
        return None, _over(name, _("kết quả quá lớn"))
    except Exception as error:  # noqa: BLE001 - raised again at home, as it is
        return None, _sent(name, error)


def _sent(name: str, error: Exception) -> Exception:
    """The error with what happened here as a note; in plain words where it cannot be sent."""
    error.add_note(f"{name}:\n{''.join(format_exception(error))}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own, made on this line
    except Exception:  # noqa: BLE001 - whatever an error of others raises when it is sent
        return RuntimeError(f"{name}: {''.join(format_exception(error))}")
    return error
