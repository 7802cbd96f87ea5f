"""A deadline that interrupts: what runs beyond it is stopped in the middle, wherever it is in Python.

One long call into C is not interrupted before it returns; such calls are bounded by the size of what they get.
"""

import ctypes
import os
import threading
from collections.abc import Callable
from functools import cache
from time import monotonic
from typing import TypeVar

from jinja2.exceptions import SecurityError

T = TypeVar("T")

_TICK_S = 0.1  # between two looks of the watchdog
_IDLE_TICKS = 50  # without work, after which it sleeps


class OutOfTimeError(SecurityError):
    """The time of a rendering is over."""


def within(seconds: float, act: Callable[[], T]) -> T:
    """What `act` gives; `OutOfTimeError` out of it soon after `seconds` have passed, never after it."""
    dog, watched = _watchdog(os.getpid()), _Watched(monotonic() + seconds)
    try:
        try:
            dog.begin(watched)
            return act()
        finally:
            dog.end(watched)
    except OutOfTimeError:
        dog.end(watched)  # it may have come in the middle of the end above
        raise


class _Watched:
    """A thread at work until its deadline."""

    __slots__ = ("due", "is_rung", "thread")

    def __init__(self, due: float) -> None:
        self.due, self.thread, self.is_rung = due, threading.get_ident(), False


class _Watchdog:
    """One thread that watches all others of its process."""

    def __init__(self) -> None:
        self._lock, self._work = threading.Lock(), threading.Event()
        self._active: set[_Watched] = set()
        threading.Thread(target=self._watch, name="vbgen-deadlines", daemon=True).start()

    def begin(self, watched: _Watched) -> None:
        """Watch one more."""
        with self._lock:
            self._active.add(watched)
        if not self._work.is_set():
            self._work.set()

    def end(self, watched: _Watched) -> None:
        """It has finished: what was raised in it and has not arrived yet is taken back."""
        with self._lock:
            self._active.discard(watched)
            if watched.is_rung:
                _raise_in(watched.thread, None)

    def _watch(self) -> None:
        while True:
            self._work.wait()
            idle = 0
            while idle < _IDLE_TICKS:
                threading.Event().wait(_TICK_S)
                idle = 0 if self._look() else idle + 1
            self._sleep()

    def _look(self) -> bool:
        """Raise in every thread whose time is over, again at each look until it has finished; whether any works."""
        with self._lock:
            now = monotonic()
            for watched in self._active:
                if watched.due < now:
                    watched.is_rung = True
                    _raise_in(watched.thread, OutOfTimeError)
            return bool(self._active)

    def _sleep(self) -> None:
        with self._lock:
            if not self._active:
                self._work.clear()


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    raised = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


@cache
def _watchdog(_process: int) -> _Watchdog:
    """The process's own: a thread does not go over into a fork."""
    return _Watchdog()
