"""A deadline that interrupts: what runs beyond it is stopped in the middle, wherever it is in Python.

One long call into C is not interrupted before it returns; such calls are bounded by the size of what they get.
"""

import ctypes
import os
import signal
import threading
from collections.abc import Callable
from functools import cache
from heapq import heappop, heappush
from time import monotonic
from types import FrameType
from typing import TypeVar

from jinja2.exceptions import SecurityError

T = TypeVar("T")

_AGAIN_S = 0.5  # an exception is lost where Python ignores it, so it comes again


class OutOfTimeError(SecurityError):
    """The time of a rendering is over."""


def within(seconds: float, act: Callable[[], T]) -> T:
    """What `act` gives; `OutOfTimeError` out of it once `seconds` have passed, never after it.

    In the main thread a timer of the system keeps watch, unless somebody else uses it; elsewhere a thread.
    """
    watch: _Alarm | _Watched = _Alarm() if _can_signal() else _Watched(threading.get_ident())
    try:
        try:
            watch.begin(seconds)
            return act()
        finally:
            watch.end()
    except OutOfTimeError:
        watch.end()  # it may have come in the middle of the end above
        raise


def _can_signal() -> bool:
    if not hasattr(signal, "setitimer"):
        return False
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and not signal.getitimer(signal.ITIMER_REAL)[0]


class _Alarm:
    """The system's timer, which interrupts the main thread."""

    __slots__ = ("_before", "_is_over")

    def __init__(self) -> None:
        self._is_over = False
        self._before = signal.getsignal(signal.SIGALRM)

    def begin(self, seconds: float) -> None:
        """Ring after `seconds`."""
        signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN_S)

    def end(self) -> None:
        """Never ring again."""
        self._is_over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)

    def _ring(self, _signal: int, _frame: FrameType | None) -> None:
        if not self._is_over:
            raise OutOfTimeError


class _Watched:
    """A thread at work until its deadline."""

    __slots__ = ("_is_over", "_is_rung", "_lock", "_thread", "due")

    def __init__(self, thread: int) -> None:
        self.due, self._thread = 0.0, thread
        self._lock, self._is_over, self._is_rung = threading.Lock(), False, False

    def begin(self, seconds: float) -> None:
        """Ring after `seconds`."""
        self.due = monotonic() + seconds
        _watchdog(os.getpid()).add(self)

    def __lt__(self, other: "_Watched") -> bool:
        return self.due < other.due

    def ring(self) -> bool:
        """Raise in the thread, unless it has finished; whether it has not."""
        with self._lock:
            if not self._is_over:
                self._is_rung = True
                _raise_in(self._thread, OutOfTimeError)
            return not self._is_over

    def end(self) -> None:
        """The thread has finished: what was raised and has not arrived yet is taken back."""
        with self._lock:
            self._is_over = True
            if self._is_rung:
                _raise_in(self._thread, None)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    raised = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


class _Watchdog:
    """One thread that watches all others of its process."""

    def __init__(self) -> None:
        self._heap: list[_Watched] = []
        self._changed = threading.Condition()
        threading.Thread(target=self._watch, name="vbgen-deadlines", daemon=True).start()

    def add(self, watched: _Watched) -> None:
        """Watch one more."""
        with self._changed:
            heappush(self._heap, watched)
            if self._heap[0] is watched:
                self._changed.notify()

    def _watch(self) -> None:
        while True:
            watched = self._next()
            if watched.ring():
                watched.due += _AGAIN_S
                self.add(watched)

    def _next(self) -> _Watched:
        """The next whose deadline has come."""
        with self._changed:
            while not self._heap or self._heap[0].due > monotonic():
                left = self._heap[0].due - monotonic() if self._heap else None
                self._changed.wait(left)
            return heappop(self._heap)


@cache
def _watchdog(_process: int) -> _Watchdog:
    """The process's own: a thread does not go over into a fork."""
    return _Watchdog()
