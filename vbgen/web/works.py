"""The kinds of long work that the desk knows: name → what the office is asked, and what the job's page will show."""

from collections.abc import Callable, Mapping
from datetime import datetime

from vbgen.messages import _
from vbgen.office import DeskJob, FindCampaign, IssueOnce, Office, ResumeIssues
from vbgen.web.wishes import IssueWish

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


def _issue(office: Office, job: DeskJob, _again: bool) -> Done:
    """Papers as they were prepared: once, whoever takes the job up again."""
    wish = IssueWish.asked(job.asked)
    folder = office.do(FindCampaign(wish.campaign)).folder
    asked_at = datetime.fromisoformat(job.asked_at)
    issued = office.do(IssueOnce(wish.issue(folder), asked_at)).papers
    codes = ", ".join(entry.code for entry in issued)
    return {
        "message": _("Đã cấp số {codes} và vào sổ đăng ký.", codes=codes),
        "links": [
            [_("Xem {code} trong sổ", code=entry.code), f"/register/{entry.id}"] for entry in issued
        ],
    }


WORKS: Mapping[str, Work] = {"resume": _resume, "issue": _issue}
