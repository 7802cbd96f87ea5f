"""Long work: what it leaves to pages; a fault of the program is told on its page, with where its report lies."""

import re
from pathlib import Path

from vbgen.office import AskForJob, FindJob, JobState, Office, Surroundings
from vbgen.web.moment import now
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.tasks.worker_pool import HALF_OF_CORES, leaving_room_for_pages
from vbgen.web.workroom import JobOrder, do_job

IDENTITY, PIN = "0123456789abcdef", "ma-pin-8462"


def test_a_fault_of_the_program_is_reported_without_what_is_secret(workspace: Path) -> None:
    surroundings = Surroundings({}, "Lan", now)
    with Office.act(workspace, surroundings) as office:
        office.do(AskForJob(IDENTITY, f"no-such-work-{PIN}", {}, ""))
    do_job(JobOrder(workspace, {}, IDENTITY, "Lan", JobAttempt(is_again=False, secret=PIN)))
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
