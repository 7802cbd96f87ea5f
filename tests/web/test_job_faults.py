"""Long work that ends in a fault of the program: its page says so, and where the report of it lies."""

import re
from pathlib import Path

from vbgen.office import AskForJob, FindJob, JobState, Office, Surroundings
from vbgen.web.moment import now
from vbgen.web.tasks.attempts import JobAttempt
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
