"""A desk is killed and its workers live on beside the next desk: each job is still done once."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.patience import wait_for
from tests.register.postgresql_server import Server, running
from tests.web.desk_client import DeskHere
from tests.web.orphans import children_of, is_alive, send, work_at_once
from tests.web.running_desk import running_desk
from tests.web.test_killed_desk import asked, entries, reserved, unfinished
from vbgen.model.desk_role import DeskRole
from vbgen.office import (
    AskForJob,
    FindCampaign,
    FindJob,
    FindPapers,
    JobState,
    Office,
    OpenDesk,
    PrepareIssue,
    ProveArchive,
    Surroundings,
)
from vbgen.register.entries import State
from vbgen.web.moment import now
from vbgen.web.tasks.wishes import IssueWish

JOB = "0123456789abcdef0123"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server of its own."""
    with running() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def environ(request: pytest.FixtureRequest, workspace: Path) -> dict[str, str]:
    """What has the workspace's desk keep everything in that database."""
    if request.param == "sqlite":
        return dict(os.environ)
    (workspace / "output" / "register.sqlite3").unlink()
    settings = workspace / "vbgen.toml"
    kept = [line for line in settings.read_text("utf-8").splitlines() if "identity" not in line]
    settings.write_text("\n".join(kept) + "\n", "utf-8")
    started: Server = request.getfixturevalue("server")
    return {**os.environ, "VBGEN_DATABASE": started.url(started.new_database())}


def test_an_orphan_and_the_next_desks_worker_issue_one_paper(
    workspace: Path, environ: dict[str, str]
) -> None:
    around = Surroundings(environ, "Lan", now)
    with Office.act(workspace, around) as office:
        office.do(OpenDesk())
        folder = office.do(FindCampaign("ha-nam-2022")).folder
        shown = office.do(PrepareIssue(folder, "council-minutes/", date(2022, 6, 20), 1, pdf=False))
        wish = IssueWish(
            "ha-nam-2022", "council-minutes/", 1, "20/6/2022", "", "", "", "", False, True,
            (), tuple(sorted(shown.keys)), shown.fingerprint,
        )  # fmt: skip
        office.do(AskForJob(JOB, "issue", wish.as_asked()))
    assert work_at_once(workspace, environ, JOB) == [0, 0]
    with Office.look(workspace, around) as office:
        [row] = office.do(FindPapers()).rows
        assert (row.entry.number, row.entry.state) == (1, State.ISSUED)
        job = office.do(FindJob(JOB)).job
        assert (job.state, job.answer and row.entry.code in str(job.answer)) == (
            JobState.DONE,
            True,
        )
        assert [one.code for one in office.do(ProveArchive()).problems] == []


@pytest.mark.matrix
def test_a_worker_that_wakes_up_after_the_next_desk_has_done_its_job_goes_and_changes_nothing(
    workspace: Path,
) -> None:
    with running_desk(workspace) as desk:
        here = DeskHere.of(desk)
        clerk = here.client(here.session(DeskRole))
        assert asked(clerk, without_pdf="1").status_code == 303
        wait_for(lambda: reserved(workspace))
        orphans = children_of(desk.process.pid)
        asleep_between_transactions(workspace, orphans)
        os.kill(desk.process.pid, signal.SIGKILL)
        desk.process.wait()
    try:
        assert any(map(is_alive, orphans))
        with running_desk(workspace):
            wait_for(lambda: unfinished(workspace) == 0)
            send(orphans, signal.SIGCONT)
            wait_for(lambda: not any(map(is_alive, orphans)))
        [entry] = entries(workspace)
        assert (entry.number, entry.state) == (1, State.ISSUED)
        with Office.look(workspace, Surroundings({}, "Lan", now)) as office:
            problems = office.do(ProveArchive()).problems
            assert [one.code for one in problems if one.code != "stray-file"] == []
    finally:
        send(orphans, signal.SIGKILL)


def asleep_between_transactions(workspace: Path, workers: list[int]) -> None:
    """The workers stand still, and none of them holds the register."""

    def is_free() -> bool:
        send(workers, signal.SIGSTOP)
        register = workspace / "output" / "register.sqlite3"
        with closing(sqlite3.connect(register, timeout=0, isolation_level=None)) as database:
            try:
                database.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                send(workers, signal.SIGCONT)
                return False
            database.execute("ROLLBACK")
            return True

    wait_for(is_free)
