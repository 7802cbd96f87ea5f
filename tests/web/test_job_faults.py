"""Long work: what it leaves to pages; a fault of the program is told on its page, with where its report lies."""

import re
import threading
from pathlib import Path

import pytest

from vbgen.errors import UsageError
from vbgen.office import (
    AskForJob,
    EndJob,
    FindJob,
    JobState,
    MoveJob,
    Office,
    Progress,
    StopJob,
    Surroundings,
)
from vbgen.web.moment import now
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.tasks.worker_pool import HALF_OF_CORES, leaving_room_for_pages
from vbgen.web.workroom import JobOrder, Telling, do_job

IDENTITY, PIN = "0123456789abcdef", "ma-pin-8462"


def test_a_fault_of_the_program_is_reported_without_what_is_secret(workspace: Path) -> None:
    surroundings = Surroundings({}, "Lan", now)
    with Office.act(workspace, surroundings) as office:
        office.do(AskForJob(IDENTITY, f"no-such-work-{PIN}", {}, ""))
    do_job(JobOrder(workspace, {}, IDENTITY, "Lan", JobAttempt(pin=PIN)))
    with Office.look(workspace, surroundings) as office:
        job = office.do(FindJob(IDENTITY)).job
    assert job.state is JobState.FAILED
    assert job.answer
    named = re.search(r"/\S+\.log", str(job.answer["message"]))
    assert named
    report = Path(named[0])
    told = report.read_text("utf-8")
    report.unlink()
    assert "KeyError" in told
    assert PIN not in told


def test_long_work_leaves_half_of_the_cores_to_pages_unless_the_office_says_how_many() -> None:
    assert leaving_room_for_pages({"LANG": "vi"}) == {
        "LANG": "vi",
        "VBGEN_WORKERS": str(HALF_OF_CORES),
    }
    assert leaving_room_for_pages({"VBGEN_WORKERS": "7"}) == {"VBGEN_WORKERS": "7"}


def test_work_that_is_to_stop_stays_so_and_ends_as_stopped(workspace: Path) -> None:
    """Asked for before it begins, as by a desk that died meanwhile; the work stops at its first part."""
    surroundings = Surroundings({}, "Lan", now)
    asked = {"campaign": "ha-nam-2022"}
    with Office.act(workspace, surroundings) as office:
        office.do(AskForJob(IDENTITY, "designs", asked, ""))
        office.do(StopJob(IDENTITY))
        office.do(MoveJob(IDENTITY, 1, 9))
        assert office.do(FindJob(IDENTITY)).job.state is JobState.STOPPING
    order = JobOrder(workspace, {}, IDENTITY, "Lan", JobAttempt(is_again=True))
    telling = Telling(order, "designs")
    with telling:
        while not telling.is_stopped():
            threading.Event().wait(0.05)
        with pytest.raises(UsageError, match="Đã dừng theo yêu cầu"):
            telling.hear(Progress(2, 9, 2, 0.0))
    with Office.act(workspace, surroundings) as office:
        office.do(EndJob(IDENTITY, JobState.STOPPED, {"message": "Đã dừng."}))
        assert office.do(StopJob(IDENTITY)).job.state is JobState.STOPPED
