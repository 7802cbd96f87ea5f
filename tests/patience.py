"""How long a test waits for what surely comes: on a machine that is busy with much else it comes late."""

import time
from collections.abc import Callable

import pytest

PATIENCE_S = 120
PATIENCE_MS = PATIENCE_S * 1000
_LOOK_EVERY_S = 0.02


def comes_true(truth: Callable[[], object], within_s: float = PATIENCE_S) -> bool:
    """Whether it becomes true; looked at again and again."""
    latest = time.monotonic() + within_s
    while not truth():
        if time.monotonic() > latest:
            return bool(truth())
        time.sleep(_LOOK_EVERY_S)
    return True


def wait_for(truth: Callable[[], object]) -> None:
    """Until it is true; the test fails where it does not become so."""
    if not comes_true(truth):
        pytest.fail("it did not come true")
