"""What was seen of campaigns, kept while nothing that it comes from has changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Any

from vbgen.office import AnswerT, Request

_MOST = 200


@dataclass(frozen=True, slots=True)
class SeenCampaigns:
    """Answers by their request and the state that they were given in; the oldest go."""

    _kept: "OrderedDict[Hashable, Future[Any]]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def seen(
        self,
        state: str,
        request: Request[AnswerT],
        make: Callable[[Request[AnswerT]], AnswerT],
    ) -> AnswerT:
        """The answer to a request in a state of what it comes from, made anew only where that is another.

        Whoever asks for what is being made waits for it: many at once make it once. What fails is not kept.
        """
        key = (state, request)
        answer, is_new = self._answer(key)
        if is_new:
            self._make(key, answer, make)
        found: AnswerT = answer.result()
        return found

    def begun(
        self,
        state: str,
        request: Request[AnswerT],
        make: Callable[[Request[AnswerT]], AnswerT],
    ) -> "Future[AnswerT]":
        """The same answer, made meanwhile: whoever needs several has them made side by side."""
        key = (state, request)
        answer, is_new = self._answer(key)
        if is_new:
            work = (self._make, key, answer, make)
            Thread(target=copy_context().run, args=work, daemon=True).start()
        return answer

    def _make(
        self,
        key: tuple[str, Request[AnswerT]],
        answer: "Future[AnswerT]",
        make: Callable[[Request[AnswerT]], AnswerT],
    ) -> None:
        try:
            answer.set_result(make(key[1]))
        except BaseException as fault:  # noqa: BLE001 - whoever waits for the answer hears of it
            self._forget(key)
            answer.set_exception(fault)

    def _answer(self, key: Hashable) -> "tuple[Future[Any], bool]":
        """The answer, which may still be made, and whether it is ours to make."""
        with self._lock:
            is_new = key not in self._kept
            if is_new:
                self._kept[key] = Future()
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
            return self._kept[key], is_new

    def _forget(self, key: Hashable) -> None:
        with self._lock:
            self._kept.pop(key, None)
