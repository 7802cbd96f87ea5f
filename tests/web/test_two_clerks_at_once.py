"""Two clerks at once: who waits for something long keeps nobody else waiting."""

import fcntl
import re
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.web.desk_client import DeskClient, DeskHere
from vbgen.model.desk_role import DeskRole

BUSY, OTHER = "ha-nam-2022", "phong-trao-moi"


@contextmanager
def held(versions: Path) -> Iterator[None]:
    """The campaign's workbook is being written by somebody who takes his time."""
    versions.mkdir(parents=True, exist_ok=True)
    with (versions / ".vbgen-lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def saved(client: DeskClient, campaign: str, words: str) -> httpx.Response:
    """A cell of the sheet that is shown first, typed and saved."""
    path = f"/campaigns/{campaign}/data"
    page = client.get(path).text
    state, sheet = (_hidden(page, name) for name in ("state", "sheet"))
    cell = re.search(r'name="was\.(\w+)" value="([^"]*)"', page)
    assert cell
    typed = {f"was.{cell[1]}": cell[2], f"now.{cell[1]}": words}
    return client.send_form(path, state=state, sheet=sheet, **{"from": "0"}, **typed)


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', page)
    assert found, name
    return found[1]


@pytest.fixture
def waiting(here: DeskHere) -> Iterator["Future[httpx.Response]"]:
    """A clerk who saves, and waits for another writer."""
    lan = here.client(here.session([DeskRole.OFFICER], account="lan"))
    with ThreadPoolExecutor(1) as pool:
        with held(here.desk.place / "output" / BUSY / "versions"):
            waits = pool.submit(saved, lan, BUSY, "UBND TỈNH NAM ĐỊNH")
            yield waits
            assert not waits.done()
        assert waits.result().status_code == 303


@pytest.mark.usefixtures("waiting")
def test_who_saves_keeps_no_other_clerk_waiting(here: DeskHere) -> None:
    minh = here.client(here.session(DeskRole, account="minh"))
    for room in ("/", "/register", "/golden-book", f"/campaigns/{BUSY}/data", "/help"):
        assert minh.get(room).status_code == 200
    assert saved(minh, OTHER, "UBND TỈNH HÀ NAM").status_code == 303
