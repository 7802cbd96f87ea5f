"""A workspace, a desk that serves it, and a browser that tolerates neither errors nor requests to the outside."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.patience import PATIENCE_MS
from tests.web.desk_client import DeskHere
from tests.web.forked_desk import forked_desk
from tests.web.guarded_browser import Guard, debian_chromium
from tests.web.running_desk import RunningDesk
from vbgen.cli import run
from vbgen.office import Office, OpenDesk, Surroundings
from vbgen.web.moment import now


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `vbgen init` makes: the sample campaign and an empty form."""
    place = tmp_path_factory.mktemp("workspace") / "office"
    with pytest.raises(SystemExit) as ended:
        run(["init", str(place)])
    assert not ended.value.code
    with Office.act(place, Surroundings({}, "Lan", now)) as office:
        office.do(OpenDesk())  # makes the register, which takes longer than all else
    return place


@pytest.fixture
def workspace(made_workspace: Path, tmp_path: Path) -> Path:
    """A new workspace."""
    return Path(shutil.copytree(made_workspace, tmp_path / "office"))


@pytest.fixture(scope="module")
def here(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskHere]:
    """One desk for all of a module's requests."""
    place = tmp_path_factory.mktemp("shared") / "office"
    with forked_desk(Path(shutil.copytree(made_workspace, place))) as served:
        yield DeskHere.of(served)


@pytest.fixture
def desk(workspace: Path) -> Iterator[RunningDesk]:
    """A desk that serves the workspace, as a program of its own."""
    with forked_desk(workspace) as served:
        yield served


@pytest.fixture(scope="module")  # what other modules test starts event loops of its own
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with debian_chromium() as opened:
        yield opened


Visits = Callable[..., Page]


@pytest.fixture
def visits(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visits]:
    """Opens pages, each in a context of its own; at the end none has complained or asked the outside."""
    if "desk" in request.fixturenames:
        request.getfixturevalue("desk")  # ends after the pages do
    guards: list[tuple[BrowserContext, Guard]] = []

    def open_page(desk: RunningDesk, *, refusals: tuple[int, ...] = (), **options: object) -> Page:
        context = browser.new_context(base_url=desk.origin, **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        guard = Guard(desk.origin, refusals)
        guard.watch(context)
        guards.append((context, guard))
        return context.new_page()

    yield open_page
    for context, guard in guards:
        context.close()
        guard.confirm()


@pytest.fixture
def page(visits: Visits, desk: RunningDesk) -> Page:
    """A page of somebody who came in by the one-time link."""
    opened = visits(desk)
    opened.goto(desk.link)
    return opened
