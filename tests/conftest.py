"""How Hypothesis searches here: as long as a slow machine needs, and the same examples each time on the guard's.

Commands look for garbage seldom, for they end soon; this process does not, and looks as Python does after each test.

What a module makes once for its tests, one process of pytest-xdist makes, not each: it runs all that use it.
So with what `MADE_ONCE` names, which many pages of LibreOffice make.

And Ctrl+C, which a shell lets programs in the background ignore: programs that tests start and interrupt must heed it.
"""

import gc
import os
import signal

import pytest
from hypothesis import HealthCheck, settings

MADE_ONCE = {
    "tests/papers",
    "tests/public_site",
    "tests/signing",
}  # whose conftest makes it, for the session
_COLLECTING = gc.get_threshold()

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("guard", settings.get_profile("house"), derandomize=True)
settings.load_profile("guard" if os.environ.get("CI") else "house")
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    gc.set_threshold(*_COLLECTING)


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        homes = _homes(item) if item.get_closest_marker("xdist_group") is None else set()
        if homes:
            item.add_marker(pytest.mark.xdist_group(min(homes, key=len)))


def _homes(item: pytest.Item) -> set[str]:
    """The folder or module whose tests share what this one uses."""
    if not isinstance(item, pytest.Function):
        return set()
    found = item._fixtureinfo.name2fixturedefs
    used = [found[name][-1] for name in item.fixturenames if name in found]
    folders = {each.baseid for each in used if each.scope == "session"} & MADE_ONCE
    of_module = any(each.scope == "module" for each in used)
    return folders | ({item.nodeid.partition("::")[0]} if of_module else set())
