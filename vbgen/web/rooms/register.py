"""The register: searched as one types, one paper's whole life, and a number given up with the reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import Problem, ProblemsFoundError, VbgenError
from vbgen.messages import _
from vbgen.office import (
    AskFirst,
    CertificateChoice,
    ChangePaper,
    FindPapers,
    LifeShown,
    Relation,
    SeeCampaign,
    ShowLife,
    TakeFile,
    VoidNumber,
)
from vbgen.web.downloads import sent_file
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.wishes import typed_day
from vbgen.web.visit import Visit

_ROWS = 50
_RELATIONS = ("replaces", "corrects", "withdraws")


def _register(visit: Visit) -> Response:
    """The rows that fit; htmx asks for the table alone."""
    part = "register_rows.html" if visit.request.headers.get("hx-request") else "register.html"
    offset = visit.count("from")
    shown = {"words": visit.word("words"), "offset": offset, "rows_shown": _ROWS}
    filters = {name: visit.word(name) for name in ("year", "since", "until", "open")}
    try:
        wanted = FindPapers(
            words=visit.word("words"),
            year=visit.count("year") or None,
            since=_day(visit.word("since")),
            until=_day(visit.word("until")),
            only_open=bool(visit.word("open")),
            limit=_ROWS,
            offset=offset,
        )
        with visit.looking() as office:
            found = office.do(wanted)
    except VbgenError as fault:
        return visit.page(
            part, shown, status=422, filters=filters, found=None, problems=fault.as_problems()
        )
    return visit.page(part, shown, filters=filters, found=found, problems=found.problems)


def _paper(visit: Visit) -> Response:
    return _shown(visit, _life(visit))


def _life(visit: Visit) -> LifeShown:
    with visit.looking() as office:
        return office.do(ShowLife(visit.part("id")))


def _shown(
    visit: Visit, life: LifeShown, problems: Sequence[Problem] = (), *, status: int = 200
) -> Response:
    """The paper's life; beside it what has to be agreed to before its number is given up."""
    with visit.looking() as office:
        doubts = office.do(AskFirst(_voiding(visit, life)))
    told = (*problems, *life.problems)
    return visit.page("entry.html", status=status, life=life, doubts=doubts, problems=told)


def _voiding(visit: Visit, life: LifeShown) -> VoidNumber:
    return VoidNumber(life.entry.id, visit.word("why"))


def _void(visit: Visit) -> Response:
    """The number is given up, with the reason and what was agreed to."""
    life = _life(visit)
    act = replace(
        _voiding(visit, life),
        fingerprint=visit.word("fingerprint"),
        agreed=frozenset(visit.words("agreed")),
    )
    if not act.why:
        message = _("Chưa ghi lý do hủy số.")
        return _shown(visit, life, [Problem("no-reason", message)], status=422)
    try:
        with visit.acting() as office:
            office.do(act)
    except VbgenError as fault:
        return _shown(visit, life, fault.as_problems(), status=422)
    return visit.onward(f"/register/{life.entry.id}")


def _change(visit: Visit) -> Response:
    """A later paper replaces, corrects or withdraws this one, or some of its certificates, with the reason."""
    life = _life(visit)
    try:
        with visit.acting() as office:
            office.do(_wanted_change(visit, life))
    except VbgenError as fault:
        return _shown(visit, life, fault.as_problems(), status=422)
    return visit.onward(f"/register/{life.entry.id}")


def _wanted_change(visit: Visit, life: LifeShown) -> ChangePaper:
    """As the form says; ProblemsFoundError with all that is lacking."""
    lacking = {
        "later": Problem("no-later-paper", _("Chưa ghi số của văn bản sau.")),
        "reason": Problem("no-reason", _("Chưa ghi lý do.")),
        "relation": Problem("no-relation", _("Chưa chọn thay thế, đính chính hay thu hồi.")),
    }
    if problems := tuple(problem for name, problem in lacking.items() if not visit.word(name)):
        raise ProblemsFoundError(_("Chưa ghi gì vào sổ."), problems)
    if (relation := visit.word("relation")) not in _RELATIONS:
        raise HTTPException(400)
    return ChangePaper(
        life.entry.id,
        visit.word("later"),
        Relation(relation),
        visit.word("reason"),
        CertificateChoice.read(visit.word("certificates")),
    )


def _successor(visit: Visit) -> Response:
    """From a paper to the page where the one that takes its place is issued."""
    life = _life(visit)
    kept = life.entry
    seen = visit.seen(kept.campaign, SeeCampaign(kept.campaign))
    for paper in seen.papers:
        if (paper.kind, paper.variant, paper.phase) == (kept.kind, kept.variant, kept.phase):
            path = f"/campaigns/{quote(seen.folder)}/issue/{quote(paper.stem)}"
            return visit.onward(path, replaces=kept.code)
    message = _("Dữ liệu của phong trào không còn cho văn bản này nên chưa cấp được bản thay thế.")
    return _shown(visit, life, [Problem("no-such-paper", message)], status=422)


def _file(visit: Visit) -> Response:
    """A file of the archive, as it was kept."""
    with visit.looking() as office:
        taken = office.do(TakeFile(visit.part("id"), visit.part("name")))
    return sent_file(taken.name, taken.content)


def _day(text: str) -> date | None:
    return typed_day(text) if text else None


ROUTES = (
    DeskRoute("GET", "/register", DeskAct.SEE_REGISTER, _register),
    DeskRoute("GET", "/register/{id}", DeskAct.SEE_REGISTER, _paper),
    DeskRoute("GET", "/register/{id}/files/{name}", DeskAct.SEE_REGISTER, _file),
    DeskRoute("POST", "/register/{id}/void", DeskAct.CHANGE_REGISTER, _void),
    DeskRoute("POST", "/register/{id}/change", DeskAct.CHANGE_REGISTER, _change),
    DeskRoute("GET", "/register/{id}/replace", DeskAct.ISSUE, _successor),
)
