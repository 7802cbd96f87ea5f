"""How often somebody may try to log in: the desk is one process, and remembers what failed lately."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

_WINDOW = timedelta(minutes=15)
_OF_A_PERSON_HERE = 5  # failures of one name from one address
_OF_A_NAME = 30  # from all addresses: an account is not guessed at from many machines at once
_OF_AN_ADDRESS = 30  # with all names
_REMEMBERED = 10_000


@dataclass(slots=True)
class LoginThrottle:
    """Failed logins of the last quarter of an hour."""

    _failed: deque[tuple[datetime, str, str]] = field(
        default_factory=lambda: deque(maxlen=_REMEMBERED)
    )
    _lock: Lock = field(default_factory=Lock)

    def try_once(self, name: str, address: str, now: datetime) -> bool:
        """Whether a password may be looked at now; counted as failed until it proves right."""
        with self._lock:
            lately = list(self._lately(now))
            if _is_too_often(lately, name, address):
                return False
            self._failed.append((now, name, address))
            return True

    def was_right(self, name: str, address: str) -> None:
        """What this person failed before is forgotten."""
        with self._lock:
            kept = [each for each in self._failed if each[1:] != (name, address)]
            self._failed.clear()
            self._failed.extend(kept)

    def _lately(self, now: datetime) -> Iterator[tuple[str, str]]:
        return ((name, address) for at, name, address in self._failed if at > now - _WINDOW)


def _is_too_often(lately: list[tuple[str, str]], name: str, address: str) -> bool:
    here = lately.count((name, address))
    of_name = sum(1 for each, _address in lately if each == name)
    of_address = sum(1 for _name, each in lately if each == address)
    return here >= _OF_A_PERSON_HERE or of_name >= _OF_A_NAME or of_address >= _OF_AN_ADDRESS
