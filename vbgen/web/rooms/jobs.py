"""Long work as its pages show it: asked for once, told about while it runs, and its outcome."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from secrets import token_urlsafe

from anyio import sleep
from sse_starlette.sse import EventSourceResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import UsageError
from vbgen.office import AskForJob, DeskJob, FindJob, StopJob
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.attempts import STOPPABLE, JobAttempt
from vbgen.web.visit import Visit

_ID = re.compile(r"[\w-]{16,64}")
_LOOKED_AT_EVERY_S = 0.5


def new_job_id() -> str:
    """For a form that asks for work: sent twice, it asks for one job."""
    return token_urlsafe(16)


def job_id(visit: Visit) -> str:
    """The id under which the form asks for work."""
    identity = visit.word("job")
    if not _ID.fullmatch(identity):
        raise HTTPException(400)
    return identity


def asked_job(
    visit: Visit, work: str, asked: Mapping[str, object], attempt: JobAttempt | None = None
) -> Response:
    """Have work done under the form's id, and go on at its page; what the attempt holds is in no row."""
    identity = job_id(visit)
    with visit.acting() as office:
        job = office.do(AskForJob(identity, work, asked, visit.visitor.account))
    if job.is_new:
        visit.site.workroom.work_on(identity, attempt or JobAttempt())
    return visit.onward(f"/jobs/{identity}")


def own_job(visit: Visit) -> DeskJob:
    """The job of the address, if it is of who asks."""
    try:
        with visit.looking() as office:
            job = office.do(FindJob(visit.part("id"))).job
    except UsageError:
        raise HTTPException(404) from None
    if job.account != visit.visitor.account:
        raise HTTPException(404)
    return job


def _job_now(visit: Visit) -> DeskJob:
    """The same, for a page that stays open: nothing is held between two looks."""
    try:
        return own_job(visit)
    finally:
        visit.end()


def _page(visit: Visit) -> Response:
    return visit.page("job.html", job=own_job(visit), stoppable=STOPPABLE, next_job=new_job_id())


def _stop(visit: Visit) -> Response:
    """The work stops where it can; its page tells what was done and what was not."""
    job = own_job(visit)
    if job.work not in STOPPABLE:
        raise HTTPException(404)
    with visit.acting() as office:
        office.do(StopJob(job.id))
    return visit.onward(f"/jobs/{job.id}")


def _events(visit: Visit) -> Response:
    """How far it has come, as it comes: from its row, so that it does not matter who asks, or when."""
    own_job(visit)
    return EventSourceResponse(_told(visit), ping=15)


async def _told(visit: Visit) -> AsyncIterator[dict[str, str]]:
    last = None
    while True:
        job = await run_in_threadpool(_job_now, visit)
        said = {"done": job.done, "whole": job.whole, "ended": job.has_ended}
        if said != last:
            last = said
            yield {"event": "job", "data": json.dumps(said)}
        if job.has_ended:
            return
        await sleep(_LOOKED_AT_EVERY_S)


ROUTES = (
    DeskRoute("GET", "/jobs/{id}", DeskAct.SEE_JOBS, _page),
    DeskRoute("POST", "/jobs/{id}/stop", DeskAct.SEE_JOBS, _stop),
    DeskRoute("GET", "/jobs/{id}/events", DeskAct.SEE_JOBS, _events),
)
