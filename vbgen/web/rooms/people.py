"""People: who works at the desk and as what; accounts added, changed and closed by an administrator."""

from collections.abc import Sequence

from starlette.responses import Response

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.office import (
    AddPerson,
    AnswerT,
    DeskRole,
    ListPeople,
    RemovePerson,
    Request,
    SetPassword,
    SetRoles,
)
from vbgen.web.roles import ALLOWED, DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def _people(visit: Visit) -> Response:
    return _shown(visit)


def _shown(visit: Visit, problems: Sequence[Problem] = (), *, status: int = 200) -> Response:
    with visit.looking() as office:
        people = office.do(ListPeople()).people
    parts = [(role, [act for act in _TOLD_ACTS if role in ALLOWED[act]]) for role in DeskRole]
    return visit.page(
        "people.html", status=status, people=people, roles=list(DeskRole), parts_of=parts,
        problems=problems,
    )  # fmt: skip


_TOLD_ACTS = (
    DeskAct.SEE_DATA,
    DeskAct.CHANGE_DATA,
    DeskAct.APPROVE,
    DeskAct.ISSUE,
    DeskAct.SEE_REGISTER,
    DeskAct.CHANGE_REGISTER,
    DeskAct.PRINT,
    DeskAct.KEEP_PEOPLE,
)


def _add(visit: Visit) -> Response:
    password = visit.secret("password")
    asked = AddPerson(visit.word("name").lower(), visit.word("full_name"), _roles(visit), password)
    return _done(visit, asked)


def _change_roles(visit: Visit) -> Response:
    return _done(visit, SetRoles(visit.part("name"), _roles(visit)))


def _change_password(visit: Visit) -> Response:
    return _done(visit, SetPassword(visit.part("name"), visit.secret("password")))


def _remove(visit: Visit) -> Response:
    return _done(visit, RemovePerson(visit.part("name")))


def _done(visit: Visit, asked: Request[AnswerT]) -> Response:
    """The list as it is afterwards; the office's refusal above it, with what was typed."""
    try:
        with visit.acting() as office:
            office.do(asked)
    except ProblemsFoundError as fault:
        return _shown(visit, fault.as_problems(), status=422)
    return visit.onward("/people")


def _roles(visit: Visit) -> frozenset[DeskRole]:
    return frozenset(role for role in DeskRole if role.value in visit.words("role"))


ROUTES = (
    DeskRoute("GET", "/people", DeskAct.KEEP_PEOPLE, _people),
    DeskRoute("POST", "/people", DeskAct.KEEP_PEOPLE, _add),
    DeskRoute("POST", "/people/{name}/roles", DeskAct.KEEP_PEOPLE, _change_roles),
    DeskRoute("POST", "/people/{name}/password", DeskAct.KEEP_PEOPLE, _change_password),
    DeskRoute("POST", "/people/{name}/remove", DeskAct.KEEP_PEOPLE, _remove),
)
