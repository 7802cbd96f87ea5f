"""The kinds of long work that the desk knows: name → what the office is asked, and what the job's page will show."""

from collections.abc import Callable, Mapping

from vbgen.messages import _
from vbgen.office import DeskJob, Office, ResumeIssues

Done = Mapping[str, object]  # `message`; `links`, pairs of a text and an address
Work = Callable[[Office, DeskJob, bool], Done]  # True where a killed desk may have begun it


def _resume(office: Office, job: DeskJob, _again: bool) -> Done:
    """Numbers that were taken and not finished, brought to their end."""
    done = office.do(ResumeIssues(str(job.asked.get("code", "")))).papers
    codes = ", ".join(one.code for one in done)
    return {
        "message": _("Đã làm xong: {codes}.", codes=codes) if codes else _("Không còn số nào dở."),
        "links": [[_("Xem sổ đăng ký"), "/register"]],
    }


WORKS: Mapping[str, Work] = {"resume": _resume}
