"""Acting in two requests: what was shown is asked about first, and the act goes on only while it is still so."""

import hashlib
import json
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.office.acts import Answer, AnswerT, Request
from vbgen.ways import AgreeTo, PrepareAgain

if TYPE_CHECKING:
    from vbgen.office.office import Office

CHANGED = "changed-since-prepared"
_OF_THE_MOMENT = frozenset(
    {"clock-far-ahead", "clock-to-correct", "several-papers"}
)  # their sentences hold the time, or numbers that go on

ReadyT = TypeVar("ReadyT")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that only a person can decide; the key names it when it is agreed to."""

    key: str  # the problem's code; `number-hole-2` for a second one of the same code
    problem: Problem

    def as_json(self) -> dict[str, object]:
        """The problem, with its key."""
        return {"key": self.key, **self.problem.as_json()}


def keyed(problems: Iterable[Problem]) -> tuple[Doubt, ...]:
    """Each doubt once, with its key; the same doubts have the same keys."""
    seen: Counter[str] = Counter()
    return tuple(_keyed(problem, seen) for problem in dict.fromkeys(problems))


def _keyed(problem: Problem, seen: Counter[str]) -> Doubt:
    seen[problem.code] += 1
    count = seen[problem.code]
    return Doubt(problem.code if count == 1 else f"{problem.code}-{count}", problem)


def fingerprint_of(facts: Mapping[str, object], doubts: Iterable[Doubt]) -> str:
    """SHA-256 of what an act would do and of the doubts, as they are shown to a person."""
    shown = {**facts, "doubts": [_facts_of(doubt) for doubt in doubts]}
    written = json.dumps(shown, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(written.encode()).hexdigest()


def _facts_of(doubt: Doubt) -> dict[str, object]:
    plain = doubt.problem.as_json()
    if doubt.problem.code in _OF_THE_MOMENT:
        del plain["message"]
    return {"key": doubt.key, **plain}


def confirm_unchanged(shown: str, now: str) -> None:
    """Does nothing where what was shown is still so; ProblemsFoundError where it is not."""
    if shown != now:
        message = _(
            "Dữ liệu, mẫu, quy định hoặc điều cần quyết định đã khác so với lúc xem; chưa có gì thay đổi."
        )
        ways = (PrepareAgain(),)
        raise ProblemsFoundError(message, (Problem(CHANGED, message, ways=ways),), ways)


def confirm_agreed(doubts: Iterable[Doubt], agreed: frozenset[str]) -> None:
    """Does nothing where each doubt was agreed to; ProblemsFoundError with those that were not."""
    if left := [doubt for doubt in doubts if doubt.key not in agreed]:
        message = _("Có điều cần xác nhận; chưa có gì thay đổi.")
        keys = tuple(doubt.key for doubt in left)
        raise ProblemsFoundError(message, tuple(_problems(left)), (AgreeTo(keys),))


def _problems(doubts: Iterable[Doubt]) -> Iterator[Problem]:
    for doubt in doubts:
        yield doubt.problem


@dataclass(frozen=True)
class DoubtsShown(Answer):
    """What a person has to decide before an act, and the fingerprint of what was shown."""

    doubts: tuple[Doubt, ...] = ()
    fingerprint: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Of all the doubts: who agrees to everything hands these on."""
        return frozenset(doubt.key for doubt in self.doubts)

    def as_json(self) -> dict[str, object]:
        """The doubts with their keys, and the fingerprint."""
        return {
            "doubts": [doubt.as_json() for doubt in self.doubts],
            "fingerprint": self.fingerprint,
        }


@dataclass(frozen=True)
class Weighed(Generic[ReadyT]):
    """An act that is ready to be done, the facts that it stands on, and what a person should decide first."""

    ready: ReadyT
    facts: Mapping[str, object]
    doubts: tuple[Doubt, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Of all this."""
        return fingerprint_of(self.facts, self.doubts)


@dataclass(frozen=True)
class DoubtfulRequest(Request[AnswerT]):
    """An act that may need a person's word: ask with `AskFirst`, then act with its fingerprint and what was agreed to.

    Without a fingerprint nothing was shown, and nothing can have been agreed to.
    """

    fingerprint: str = field(default="", kw_only=True)
    agreed: frozenset[str] = field(default=frozenset(), kw_only=True)

    @abstractmethod
    def weighed(self, office: "Office") -> Weighed[Any]:
        """The act made ready; nothing is written yet."""

    def confirmed(self, office: "Office") -> Weighed[Any]:
        """The act made ready, as it was shown and agreed to; ProblemsFoundError otherwise."""
        office.confirm_may_write()
        now = self.weighed(office)
        if self.fingerprint or self.agreed:
            confirm_unchanged(self.fingerprint, now.fingerprint)
        confirm_agreed(now.doubts, self.agreed)
        return now


@dataclass(frozen=True)
class AskFirst(Request[DoubtsShown]):
    """What has to be decided before an act is done."""

    act: DoubtfulRequest[Any]

    def carry_out(self, office: "Office") -> DoubtsShown:
        """The questions; nothing is written."""
        weighed = self.act.weighed(office)
        return DoubtsShown(doubts=weighed.doubts, fingerprint=weighed.fingerprint)
