"""Copies: a paper of the register, or a file of somebody else's, copied under a number of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import Problem, VbgenError
from vbgen.office import (
    AskFirst,
    CopyForm,
    CopyWish,
    DoubtsShown,
    LifeShown,
    ListCampaigns,
    MakeCopy,
    ShowLife,
)
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.jobs import new_job_id
from vbgen.web.rooms.signatures.uploads import MOST_PDF_BYTES, laid_aside
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.wishes import typed_day
from vbgen.web.visit import Visit


def _form(visit: Visit) -> Response:
    return _shown(visit, new_job_id())


def _shown(
    visit: Visit,
    job: str,
    doubts: DoubtsShown | None = None,
    problems: Sequence[Problem] = (),
) -> Response:
    """The form as it was filled in, with what is to be agreed to."""
    shown = {
        "job": job,
        "copied": _copied(visit),
        "campaigns": _campaigns(visit),
        "forms": list(CopyForm),
        "doubts": doubts or DoubtsShown(),
        "today": visit.site.clock().date(),
        "problems": problems,
    }
    return visit.page("copying.html", shown, status=422 if problems or doubts else 200)


def _again(visit: Visit, problems: Sequence[Problem]) -> Response:
    return _shown(visit, visit.word("job"), problems=problems)


def _copied(visit: Visit) -> LifeShown | None:
    """The paper of the register that is to be copied."""
    if not visit.word("of"):
        return None
    with visit.looking() as office:
        return office.do(ShowLife(visit.word("of")))


def _campaigns(visit: Visit) -> Sequence[str]:
    """Campaigns whose data may tell the agency that copies."""
    with visit.looking() as office:
        return office.do(ListCampaigns()).names


def _make(visit: Visit) -> Response:
    """The copy is made once a person has agreed to what is in doubt; sent twice, it is one copy."""
    job = visit.word("job")
    try:
        with _wanted(visit, job) as act:
            shown = visit.asked(AskFirst(act))
            if not shown.keys <= frozenset(visit.words("agreed")):
                return _shown(visit, job, shown)
            agreed = replace(act, fingerprint=shown.fingerprint, agreed=shown.keys)
            made = visit.done(agreed)
    except VbgenError as fault:
        return _shown(visit, job, problems=fault.as_problems())
    return visit.onward(f"/register/{made.entry.id}")


@contextmanager
def _wanted(visit: Visit, job: str) -> Iterator[MakeCopy]:
    """As the form says; a file that came with it lies aside until the end of the block."""
    if visit.word("form") not in set(CopyForm) or not job:
        raise HTTPException(400)
    file = visit.file("file")
    if file is None:
        yield MakeCopy(_wish(visit, None), key=job)
        return
    with laid_aside(file) as path:
        yield MakeCopy(_wish(visit, path), key=job)


def _wish(visit: Visit, file: Path | None) -> CopyWish:
    return CopyWish(
        CopyForm(visit.word("form")),
        typed_day(visit.word("day")),
        visit.word("of"),
        file=file,
        about=visit.word("about"),
        signer=visit.word("signer"),
        position=visit.word("position"),
        recipients=visit.word("recipients"),
        copies=visit.count("copies") or None,
        number=visit.word("number"),
        campaign=visit.word("campaign"),
    )


ROUTES = (
    DeskRoute("GET", "/register/copy", DeskAct.ISSUE, _form),
    DeskRoute("POST", "/register/copy", DeskAct.ISSUE, _make, MOST_PDF_BYTES, again=_again),
)
