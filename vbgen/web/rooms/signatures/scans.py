"""A paper that was signed with ink comes back as a scan: handed to a job that reads, compares and keeps it."""

from collections.abc import Callable
from contextlib import suppress

from starlette.responses import Response

from vbgen.errors import Problem, UsageError
from vbgen.messages import _
from vbgen.office import FindJob, PaperInSigning
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.jobs import asked_job, job_id
from vbgen.web.rooms.signatures.signing import shown, shown_again, standing
from vbgen.web.rooms.signatures.uploads import MOST_PDF_BYTES
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.visit import Visit


def _scan(visit: Visit) -> Response:
    """Have the scan read; one that was read before and left a doubt, by what a person says of it."""
    paper, file = standing(visit), visit.file("scan")
    scans, account = visit.site.scans, visit.visitor.account
    before = scans.held(account, visit.word("held"))
    if file is not None:
        path = scans.hold(account, job_id(visit), file, _ended(visit))
    elif before is not None:
        path = before
    else:
        return shown(visit, paper, [_no_file(was_held=bool(visit.word("held")))])
    return asked_job(visit, "scan", _asked(visit, paper), JobAttempt(file=path))


def _ended(visit: Visit) -> Callable[[str], bool]:
    """Whether a job has come to its end; one that was never taken on has."""

    def ask(job: str) -> bool:
        with visit.looking() as office, suppress(UsageError):
            return office.do(FindJob(job)).job.has_ended
        return True

    return ask


def _asked(visit: Visit, paper: PaperInSigning) -> dict[str, object]:
    entry, place = paper.entry, visit.word("place")
    return {
        "id": entry.id,
        "reference": f"{entry.code}:{place}" if place else entry.id,
        "year": entry.day.year if place else None,
        "place": place,
        "seen": bool(visit.word("seen")),
    }


def _no_file(*, was_held: bool) -> Problem:
    if was_held:
        return Problem("no-file", _("Bản quét đã gửi không còn; hãy chọn lại bản quét."))
    return Problem("no-file", _("Chưa chọn bản quét."))


ROUTES = (
    DeskRoute("POST", "/signing/{id}/scan", DeskAct.SIGN, _scan, MOST_PDF_BYTES, again=shown_again),
)
