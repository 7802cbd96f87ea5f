"""Files handed to the signing tool on the signer's own computer: two addresses, each good once, for a quarter hour.

The tool (VGCA Sign Service) fetches the file and brings the signed one by itself, without the browser's session: the
address is all that lets it in. They live in the desk's memory, and end with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_urlsafe
from threading import Lock

from vbgen.errors import Problem

TOOL_ADDRESS = "wss://127.0.0.1:8987"
TOOL_PATHS = "/signing-tool/"
_LASTS = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file of a paper, for whom it was handed out, and until when."""

    document: str
    name: str
    who: str
    language: str
    until: datetime
    ticket: str  # under which the page asks what came of it


@dataclass(frozen=True, slots=True)
class ToolOutcome:
    """What came of a file that the tool brought back."""

    until: datetime  # the page asks at once; what nobody asked for is forgotten then
    said: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class HandedFiles:
    """All that are out now."""

    _fetched: dict[str, HandedFile] = field(
        default_factory=dict
    )  # token → file, until it is fetched
    _brought: dict[str, HandedFile] = field(
        default_factory=dict
    )  # token → file, until it is brought
    _outcomes: dict[str, ToolOutcome] = field(default_factory=dict)  # by ticket
    _lock: Lock = field(default_factory=Lock)

    def hand(
        self, document: str, name: str, who: str, language: str, now: datetime
    ) -> tuple[str, str, str]:
        """Tokens to fetch the file and to bring it back, and the ticket."""
        fetch, bring, ticket = (token_urlsafe(32) for _each in range(3))
        file = HandedFile(document, name, who, language, now + _LASTS, ticket)
        with self._lock:
            self._forget_old(now)
            self._fetched[fetch] = self._brought[bring] = file
        return fetch, bring, ticket

    def fetch(self, token: str, now: datetime) -> HandedFile | None:
        """The file, the first time; None for any other token, or too late."""
        with self._lock:
            return _in_time(self._fetched.pop(token, None), now)

    def awaits(self, token: str, now: datetime) -> bool:
        """Whether a signed file may be brought under that token."""
        with self._lock:
            return _in_time(self._brought.get(token), now) is not None

    def bring(self, token: str, now: datetime) -> HandedFile | None:
        """The same for the signed file."""
        with self._lock:
            return _in_time(self._brought.pop(token, None), now)

    def tell(self, file: HandedFile, said: str = "", problems: Sequence[Problem] = ()) -> None:
        """Write down what came of it, for the page of who handed it out."""
        with self._lock:
            self._outcomes[file.ticket] = ToolOutcome(file.until + _LASTS, said, tuple(problems))

    def outcome(self, ticket: str) -> ToolOutcome | None:
        """What came of it; told once."""
        with self._lock:
            return self._outcomes.pop(ticket, None)

    def _forget_old(self, now: datetime) -> None:
        for kept in (self._fetched, self._brought, self._outcomes):
            _drop_older(kept, now)


def _drop_older(kept: dict[str, HandedFile] | dict[str, ToolOutcome], now: datetime) -> None:
    for token in [token for token, one in kept.items() if one.until < now]:
        del kept[token]


def _in_time(file: HandedFile | None, now: datetime) -> HandedFile | None:
    return file if file and now <= file.until else None
