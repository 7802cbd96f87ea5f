"""A desk that is killed while it issues: one number, finished once, by the desk that starts next."""

import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.patience import wait_for
from tests.web.desk_client import DeskClient, DeskHere
from tests.web.running_desk import running_desk
from vbgen.model.desk_role import DeskRole
from vbgen.office import FindPapers, FindUnfinishedJobs, Office, Surroundings
from vbgen.register.entries import Entry, State
from vbgen.web.moment import now

ISSUE = "/campaigns/ha-nam-2022/issue/council-minutes-phase-1"


def entries(place: Path) -> list[Entry]:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        return [row.entry for row in office.do(FindPapers()).rows]


def unfinished(place: Path) -> int:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        return len(office.do(FindUnfinishedJobs()).jobs)


def asked(client: DeskClient, **typed: str) -> httpx.Response:
    """The form of the page, sent as a person would who agrees to everything."""
    shown = client.get(ISSUE, params={"day": "20/6/2022", **typed}).text
    values = dict(re.findall(r'name="(fingerprint|job)" value="([^"]+)"', shown))
    agreed = re.findall(r'name="agreed" value="([^"]+)"', shown)
    return client.send_form(ISSUE, day="20/6/2022", agreed=agreed, **typed, **values)


def reserved(place: Path) -> bool:
    return bool(entries(place))


def asked_for(place: Path) -> bool:
    return unfinished(place) == 1


@pytest.mark.parametrize("moment", [asked_for, reserved], ids=["asked", "numbered"])
def test_what_was_under_way_is_finished_once_at_the_next_start(
    workspace: Path, moment: Callable[[Path], bool]
) -> None:
    with running_desk(workspace) as desk:
        here = DeskHere.of(desk)
        response = asked(here.client(here.session(DeskRole)))
        assert response.status_code == 303, response.text
        wait_for(lambda: moment(workspace))
        os.kill(desk.process.pid, signal.SIGKILL)
        desk.process.wait()
    job = response.headers["location"]
    with running_desk(workspace) as desk:
        wait_for(lambda: unfinished(workspace) == 0)
        [entry] = entries(workspace)
        assert (entry.number, entry.state) == (1, State.ISSUED)
        here = DeskHere.of(desk)
        told = here.client(here.session(DeskRole)).get(job).text
        assert "Đã xong" in told
        assert entry.code in told


def test_a_job_goes_on_when_whoever_asked_has_left(workspace: Path) -> None:
    with running_desk(workspace) as desk:
        here = DeskHere.of(desk)
        client = here.client(here.session(DeskRole))
        asked(client)
        client.send_form("/leave")
        wait_for(lambda: unfinished(workspace) == 0)
    assert [entry.state for entry in entries(workspace)] == [State.ISSUED]


def test_the_same_form_sent_twice_at_once_is_one_job(workspace: Path) -> None:
    with running_desk(workspace) as desk:
        here = DeskHere.of(desk)
        client = here.client(here.session(DeskRole))
        first = asked(client)
        again = httpx.Request("POST", first.request.url, content=first.request.content)
        again.headers.update(first.request.headers)
        assert client.send(again).headers["location"] == first.headers["location"]
        wait_for(lambda: unfinished(workspace) == 0)
    assert len(entries(workspace)) == 1
