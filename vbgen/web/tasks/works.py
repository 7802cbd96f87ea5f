"""The kinds of long work that the desk knows: name → what the office is asked, and what the job's page will show."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.office import (
    ApproveDrafts,
    DeskJob,
    DrawDesigns,
    Entry,
    FindCampaign,
    IssueOnce,
    Office,
    ResumeIssues,
    SendDraftsBack,
    ShowLife,
)
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.tasks.printing import crosses_work, print_work
from vbgen.web.tasks.scanning import scan_work
from vbgen.web.tasks.signing import sign_work
from vbgen.web.tasks.wishes import IssueWish, typed_day
from vbgen.web.wording import told

Done = Mapping[str, object]  # `message`; `links`: texts and addresses; `rows`: names and outcomes
Work = Callable[[Office, DeskJob, JobAttempt], Done]


def _resume(office: Office, job: DeskJob, _attempt: JobAttempt) -> Done:
    """Numbers that were taken and not finished, brought to their end."""
    done = office.do(ResumeIssues(str(job.asked.get("code", "")))).papers
    codes = ", ".join(one.code for one in done)
    return {
        "message": _("Đã làm xong: {codes}.", codes=codes) if codes else _("Không còn số nào dở."),
        "links": [[_("Xem sổ đăng ký"), "/register"]],
    }


def _issue(office: Office, job: DeskJob, _attempt: JobAttempt) -> Done:
    """Papers as they were prepared: once, whoever takes the job up again."""
    wish = IssueWish.asked(job.asked)
    folder = office.do(FindCampaign(wish.campaign)).folder
    asked_at = datetime.fromisoformat(job.asked_at)
    issued = office.do(IssueOnce(wish.issue(folder), asked_at)).papers
    codes = ", ".join(entry.code for entry in issued)
    entries = [link for entry in issued for link in _onward(office, entry)]
    back = [_("Về phong trào"), f"/campaigns/{quote(wish.campaign)}"]
    return {
        "message": _("Đã cấp số {codes} và vào sổ đăng ký.", codes=codes),
        "links": [*entries, back],
    }


def _onward(office: Office, entry: Entry) -> Iterator[list[str]]:
    """From an issued paper to the register, and to printing where certificates go with it."""
    yield [_("Xem {code} trong sổ", code=entry.code), f"/register/{entry.id}"]
    if office.do(ShowLife(entry.id)).certificates:
        yield [_("In giấy khen theo {code}", code=entry.code), f"/register/{entry.id}/print"]


def _approve(office: Office, job: DeskJob, _attempt: JobAttempt) -> Done:
    """The signer's word on a draft; said again it is the same word."""
    asked: Mapping[str, Any] = job.asked
    folder = office.do(FindCampaign(asked["campaign"])).folder
    day = typed_day(asked["day"]) if asked["day"] else None
    meant = (folder, asked["kind"], asked["phase"], day)
    links = [[_("Về phong trào"), f"/campaigns/{quote(folder.name)}"]]
    if asked["is_approved"]:
        decided = office.do(ApproveDrafts(*meant)).decided
        message = _("Đã duyệt: {papers}.", papers="; ".join(one.subject for one in decided))
        return {"message": message, "links": links}
    if not asked["remarks"]:
        message = _("Trả lại thì phải ghi ý kiến.")
        raise ProblemsFoundError(message, (Problem("no-remarks", message),))
    decided = office.do(SendDraftsBack(*meant, remarks=asked["remarks"])).decided
    message = _("Đã trả lại: {papers}.", papers="; ".join(one.subject for one in decided))
    return {"message": message, "links": links}


def _designs(office: Office, job: DeskJob, _attempt: JobAttempt) -> Done:
    """Every design drawn with a campaign's data; drawn again they are the same."""
    campaign = str(job.asked["campaign"])
    drawn = office.do(DrawDesigns(campaign))
    return {
        "message": _("Đã vẽ {count} mẫu giấy khen.", count=len(drawn.pages)),
        "links": [[_("Xem các mẫu"), f"/designs?{urlencode({'campaign': campaign})}"]],
        "problems": [asdict(each) for each in told(drawn.problems)],
    }


WORKS: Mapping[str, Work] = {
    "resume": _resume,
    "issue": _issue,
    "approve": _approve,
    "print": print_work,
    "crosses": crosses_work,
    "designs": _designs,
    "sign": sign_work,
    "scan": scan_work,
}
