"""How Hypothesis searches here: as long as a slow machine needs, and the same examples each time on the guard's.

Commands look for garbage seldom, for they end soon; this process does not, and looks as Python does after each test.
The language that a test chose ends with it.

And Ctrl+C, which a shell lets programs in the background ignore: programs that tests start and interrupt must heed it.
"""

import gc
import os
import signal

import pytest
from hypothesis import HealthCheck, settings

from vbgen.messages import use_language

_COLLECTING = gc.get_threshold()

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("guard", settings.get_profile("house"), derandomize=True)
settings.load_profile("guard" if os.environ.get("CI") else "house")
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """What was loaded and collected stays to the end: no search for garbage goes through it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    gc.set_threshold(*_COLLECTING)
    use_language("vi")
