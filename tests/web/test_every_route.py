"""Every route of the desk against every role: who may not come, does not; a route that stands in no table fails."""

import re

import pytest
from httpx import Response

from tests.web.desk_client import DeskClient, DeskHere
from vbgen.model.desk_role import DeskRole

NOBODY = ""
ALL = frozenset(DeskRole)
AT_WORK = frozenset({DeskRole.OFFICER, DeskRole.REGISTRY, DeskRole.LEADER})
OPEN = frozenset({NOBODY, *DeskRole})
ISSUES = frozenset({DeskRole.REGISTRY})
KEEPS_DATA = frozenset({DeskRole.OFFICER})
ADMINS = frozenset({DeskRole.ADMIN})
PRINTS = frozenset({DeskRole.OFFICER, DeskRole.REGISTRY})
SIGNS = frozenset({DeskRole.REGISTRY, DeskRole.LEADER})
SEES_REGISTER = AT_WORK | {DeskRole.READER}

# Who may come where. A new route gets its line here, by hand: this is the table that the desk is held against.
ROUTES: dict[tuple[str, str], frozenset[str]] = {
    ("GET", "/favicon.ico"): OPEN,
    ("GET", "/enter"): OPEN,
    ("GET", "/enter/{token}"): OPEN,
    ("POST", "/enter"): OPEN,
    ("GET", "/password"): ALL,
    ("POST", "/password"): ALL,
    ("GET", "/people"): ADMINS,
    ("POST", "/people"): ADMINS,
    ("POST", "/people/{name}/roles"): ADMINS,
    ("POST", "/people/{name}/password"): ADMINS,
    ("POST", "/people/{name}/remove"): ADMINS,
    ("POST", "/leave"): ALL,
    ("POST", "/language"): ALL,
    ("GET", "/"): ALL,
    ("POST", "/resume"): ISSUES,
    ("GET", "/campaigns/{campaign}"): AT_WORK,
    ("GET", "/campaigns/{campaign}/check"): AT_WORK,
    ("GET", "/campaigns/{campaign}/check/count"): AT_WORK,
    ("GET", "/campaigns/{campaign}/papers/{paper}"): AT_WORK,
    ("GET", "/campaigns/{campaign}/papers/{paper}/cells"): AT_WORK,
    ("GET", "/campaigns/{campaign}/papers/{paper}/word"): AT_WORK,
    ("POST", "/campaigns/{campaign}/papers/{paper}/body"): frozenset({DeskRole.OFFICER}),
    ("GET", "/pictures/{key}/{page}"): AT_WORK,
    ("GET", "/new"): KEEPS_DATA,
    ("POST", "/new/next"): KEEPS_DATA,
    ("GET", "/new/questions"): KEEPS_DATA,
    ("POST", "/new/questions"): KEEPS_DATA,
    ("GET", "/reading"): KEEPS_DATA,
    ("POST", "/reading"): KEEPS_DATA,
    ("GET", "/reading/{lot}"): KEEPS_DATA,
    ("POST", "/reading/{lot}/answer"): KEEPS_DATA,
    ("POST", "/reading/{lot}/take"): KEEPS_DATA,
    ("POST", "/reading/{lot}/discard"): KEEPS_DATA,
    ("GET", "/campaigns/{campaign}/unit-links"): KEEPS_DATA,
    ("POST", "/campaigns/{campaign}/unit-links"): KEEPS_DATA,
    ("POST", "/campaigns/{campaign}/unit-links/{link}/close"): KEEPS_DATA,
    ("GET", "/hand-in/{token}"): OPEN,
    ("POST", "/hand-in/{token}"): OPEN,
    ("POST", "/hand-in/{token}/send"): OPEN,
    ("GET", "/campaigns/{campaign}/data"): AT_WORK,
    ("GET", "/campaigns/{campaign}/data/printed"): AT_WORK,
    ("GET", "/campaigns/{campaign}/data/rows"): AT_WORK,
    ("POST", "/campaigns/{campaign}/data"): KEEPS_DATA,
    ("POST", "/campaigns/{campaign}/data/check"): KEEPS_DATA,
    ("GET", "/campaigns/{campaign}/workbook"): AT_WORK,
    ("POST", "/campaigns/{campaign}/workbook"): KEEPS_DATA,
    ("POST", "/campaigns/{campaign}/workbook/replace"): KEEPS_DATA,
    ("GET", "/campaigns/{campaign}/versions"): AT_WORK,
    ("GET", "/campaigns/{campaign}/versions/{version}"): AT_WORK,
    ("POST", "/campaigns/{campaign}/versions/{version}"): KEEPS_DATA,
    ("GET", "/campaigns/{campaign}/issue/{paper}"): ISSUES,
    ("POST", "/campaigns/{campaign}/issue/{paper}"): ISSUES,
    ("POST", "/campaigns/{campaign}/grant"): KEEPS_DATA,
    ("GET", "/campaigns/{campaign}/hand-over"): ISSUES,
    ("POST", "/campaigns/{campaign}/hand-over"): ISSUES,
    ("GET", "/campaigns/{campaign}/hand-over/{name}"): ISSUES,
    ("POST", "/campaigns/{campaign}/approve/{paper}"): frozenset({DeskRole.LEADER}),
    ("GET", "/print"): PRINTS,
    ("GET", "/print/{campaign}/{paper}"): PRINTS,
    ("POST", "/print/{campaign}/{paper}"): PRINTS,
    ("GET", "/register/{document}/print"): PRINTS,
    ("GET", "/jobs/{id}/print"): PRINTS,
    ("GET", "/designs"): AT_WORK,
    ("POST", "/designs"): KEEPS_DATA,
    ("POST", "/designs/draw"): AT_WORK,
    ("GET", "/calibrate"): PRINTS,
    ("GET", "/calibrate/crosses"): PRINTS,
    ("POST", "/calibrate/crosses"): PRINTS,
    ("POST", "/calibrate/readings"): PRINTS,
    ("GET", "/register/book"): SEES_REGISTER,
    ("GET", "/register/deliveries"): SEES_REGISTER,
    ("GET", "/register/post"): SEES_REGISTER,
    ("GET", "/register/{id}/deliveries"): SEES_REGISTER,
    ("POST", "/register/{id}/deliveries"): ISSUES,
    ("GET", "/register/copy"): ISSUES,
    ("POST", "/register/copy"): ISSUES,
    ("GET", "/golden-book"): SEES_REGISTER,
    ("GET", "/golden-book/file"): SEES_REGISTER,
    ("GET", "/golden-book/past"): ISSUES,
    ("POST", "/golden-book/past"): ISSUES,
    ("GET", "/golden-book/past/{lot}"): ISSUES,
    ("POST", "/golden-book/past/{lot}"): ISSUES,
    ("GET", "/golden-book/{document}/{place}"): SEES_REGISTER,
    ("GET", "/register"): SEES_REGISTER,
    ("GET", "/register/{id}"): SEES_REGISTER,
    ("GET", "/register/{id}/files/{name}"): SEES_REGISTER,
    ("POST", "/register/{id}/void"): ISSUES,
    ("POST", "/register/{id}/change"): ISSUES,
    ("GET", "/register/{id}/replace"): ISSUES,
    ("GET", "/signing"): SIGNS,
    ("GET", "/signing/{id}"): SIGNS,
    ("POST", "/signing/{id}"): SIGNS,
    ("POST", "/signing/{id}/attach"): SIGNS,
    ("POST", "/signing/{id}/code"): SIGNS,
    ("POST", "/signing/{id}/scan"): SIGNS,
    ("POST", "/signing/{id}/tool"): SIGNS,
    ("GET", "/signing-tool/{token}/{name}"): OPEN,
    ("POST", "/signing-tool/{token}"): OPEN,
    ("GET", "/verify"): SEES_REGISTER,
    ("POST", "/verify"): SEES_REGISTER,
    ("GET", "/help"): ALL,
    ("GET", "/help/{page}"): ALL,
    ("GET", "/help/pictures/{name}"): ALL,
    ("POST", "/tour/end"): ALL,
    ("GET", "/jobs/{id}"): AT_WORK,
    ("GET", "/jobs/{id}/events"): AT_WORK,
    ("POST", "/jobs/{id}/stop"): AT_WORK,
}
FILES = re.compile(r"/files/[0-9a-f]{16}/[\w.-]+")


@pytest.fixture(scope="module")
def clients(here: DeskHere) -> dict[str, DeskClient]:
    return {
        NOBODY: here.client(),
        **{role: here.client(here.session([role], account=role)) for role in DeskRole},
    }


def real_routes(here: DeskHere) -> dict[tuple[str, str], frozenset[str]]:
    """What the application serves; everybody may have the files that pages are drawn with."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for route in here.routes:
        for method in (route.methods or set()) - {"HEAD"}:
            if not FILES.fullmatch(route.path):
                found[method, route.path] = ROUTES.get((method, route.path), frozenset())
    return found


def asked(client: DeskClient, method: str, path: str) -> Response:
    address = re.sub(r"\{\w+(:\w+)?\}", "nothing-of-that-name", path)
    return client.get(address) if method == "GET" else client.send_form(address)


def is_let_in(response: Response) -> bool:
    """Not sent to the way in, and not refused for what one is."""
    to_the_way_in = response.status_code == 303 and response.headers["location"] == "/enter"
    return response.status_code not in {401, 403} and not to_the_way_in


def test_the_table_names_the_routes_that_there_are_and_no_other(here: DeskHere) -> None:
    assert sorted(real_routes(here)) == sorted(ROUTES)


@pytest.mark.parametrize("role", [NOBODY, *DeskRole], ids=lambda role: str(role) or "nobody")
def test_who_may_come_is_let_in_and_nobody_else(
    here: DeskHere, clients: dict[str, DeskClient], role: str
) -> None:
    for (method, path), allowed in real_routes(here).items():
        if path == "/leave":  # ends the session, see below
            continue
        response = asked(clients[role], method, path)
        assert is_let_in(response) == (role in allowed), (role, method, path, response.status_code)
        assert response.status_code < 500, (role, method, path)


def test_the_files_that_pages_are_drawn_with_need_nobody(
    here: DeskHere, clients: dict[str, DeskClient]
) -> None:
    paths = [route.path for route in here.routes]
    for path in filter(FILES.fullmatch, paths):
        assert clients[NOBODY].get(path).status_code == 200


@pytest.mark.parametrize("role", list(DeskRole))
def test_a_form_without_the_session_s_token_does_nothing(
    here: DeskHere, clients: dict[str, DeskClient], role: str
) -> None:
    for (method, path), allowed in real_routes(here).items():
        if (
            method == "POST" and role in allowed and NOBODY not in allowed
        ):  # the login has no session
            address = re.sub(r"\{\w+(:\w+)?\}", "nothing-of-that-name", path)
            for token in ("", "x", clients[NOBODY].form_token):
                response = clients[role].post(
                    address, data={"form_token": token}, headers={"origin": here.site.origin}
                )
                assert response.status_code == 400, (role, path)


def test_who_has_left_is_nobody_with_the_same_cookie(here: DeskHere) -> None:
    session = here.session(DeskRole)
    client = here.client(session)
    assert client.get("/").status_code == 200
    client.send_form("/leave")
    assert here.client(session).get("/").headers["location"] == "/enter"


def test_a_cookie_that_the_desk_did_not_sign_opens_nothing(here: DeskHere) -> None:
    session = here.session(DeskRole)
    for forged in (session, f"{session}.x", "%C3%A9", "." * 500):
        client = here.client()
        client.headers["cookie"] = f"{here.site.cookie}={forged}"
        assert client.get("/").headers["location"] == "/enter"
