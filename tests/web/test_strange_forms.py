"""Whatever stands in a form, a file or an address, the desk answers in words: never a fault of its own.

Each route that there is is asked, with the names that its room looks for; nothing of this is written by hand.
"""

import inspect
import re
import sys
from collections.abc import Mapping
from types import ModuleType
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.register.papers import PEOPLE, intent, issue, settle, stamp
from tests.web.desk_client import DeskClient, DeskHere
from vbgen.model.desk_role import DeskRole
from vbgen.web.files import static_files
from vbgen.web.routes import routes
from vbgen.web.routing import DeskRoute

_LOOKED_FOR = re.compile(r'\.(word|words|secret|count|file)\(\s*"([\w.]+)"')
_ANSWERS = {200, 303, 400, 403, 404, 405, 413, 422, 429}
_ENDS_THE_SESSION, _NEVER_ENDS = "/leave", "/jobs/{id}/events"
_TYPED = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            *("05/3/2022", "31/02/2022", "0", "-1", "1", "9" * 30, "1" * 5_000, "٣", "1e9", "nan"),
            *("02/QĐ-SCT", "..", "../../etc/passwd", "\0", "%00", "\ud7ff", "\ufeff", "a" * 10_000),
            *("<b>", "{{ 7 }}", "' or 1=1 --", "%", "_", "\\", "xlsx", "pdf", "vi", "approve"),
        ]
    ),
)
_FILES = st.one_of(st.binary(max_size=60), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7", b"<"]))
_KNOWN: Mapping[str, list[str]] = {
    "campaign": ["ha-nam-2022", "phong-trao-moi"],
    "paper": ["launch-notice", "award-decision-phase-1", "certificate-phase-1"],
    "page": ["1", "0", "ban-lam-viec"],
    "key": ["a" * 64],
    "place": ["1", "99"],
    "name": ["paper.docx", "lan"],
}


def asked_routes() -> list[DeskRoute]:
    """All but two: who has left asks nothing more, and a stream of events has no end to wait for."""
    left_out = {_ENDS_THE_SESSION, _NEVER_ENDS}
    there = (each for each in routes(static_files()) if not each.path.startswith("/files/"))
    return [route for route in there if route.path not in left_out]


def fields(route: DeskRoute) -> dict[str, bool]:
    """Names that the room looks for, each with whether it is a file; those of modules that it takes from too."""
    room = sys.modules[route.answer.__module__]
    found = [pair for module in (room, *_taken_from(room)) for pair in _names(module)]
    return {name: kind == "file" for kind, name in found}


def _taken_from(room: ModuleType) -> set[ModuleType]:
    values = (inspect.getmodule(value) for value in vars(room).values())
    return {each for each in values if each and each.__name__.startswith("vbgen.web.")} - {room}


def _names(module: ModuleType) -> list[tuple[str, str]]:
    return _LOOKED_FOR.findall(inspect.getsource(module))


@pytest.fixture(scope="module")
def client(here: DeskHere) -> DeskClient:
    return here.client(here.session(DeskRole))


@pytest.fixture(scope="module")
def kept(here: DeskHere) -> Mapping[str, list[str]]:
    """What addresses may name, with a decision and a paper that are in the register."""
    with here.site.acting() as office:
        register = office.desk_to_act().register
        decision = settle(register, register.reserve(intent(people=PEOPLE), stamp()))
        other = issue(register)
        ids = [decision.id, other.id]
    return {**_KNOWN, "id": ids, "document": ids}


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("route", asked_routes(), ids=lambda route: f"{route.method} {route.path}")
@given(data=st.data())
def test_no_form_and_no_address_makes_it_fail(
    client: DeskClient, kept: Mapping[str, list[str]], route: DeskRoute, data: st.DataObject
) -> None:
    address = _address(route.path, kept, data)
    said = fields(route)
    wanted = {name: st.one_of(_TYPED, st.lists(_TYPED, max_size=3)) for name in said}
    form = data.draw(st.fixed_dictionaries({}, optional=wanted))
    files = {name: ("x.xlsx", data.draw(_FILES)) for name, is_file in said.items() if is_file}
    response = _answer(client, route.method, address, form, files)
    assert response.status_code in _ANSWERS, (route.method, address, form, response.status_code)


def _address(path: str, kept: Mapping[str, list[str]], data: st.DataObject) -> str:
    def part(found: re.Match[str]) -> str:
        known = st.sampled_from(kept.get(found[1], ["x"]))
        return quote(data.draw(st.one_of(known, known, _TYPED)).encode()[:2_000], safe="") or "x"

    return re.sub(r"\{(\w+)\}", part, path)


def _answer(
    client: DeskClient,
    method: str,
    address: str,
    form: dict[str, str | list[str]],
    files: dict[str, tuple[str, bytes]],
) -> httpx.Response:
    if method == "GET":
        return client.get(address, params=form)
    data = {"form_token": client.form_token, **form}
    return client.post(address, data=data, files=files, headers={"origin": client.origin})


def test_the_names_that_rooms_look_for_are_found() -> None:
    by_path = {(route.method, route.path): fields(route) for route in asked_routes()}
    assert by_path["POST", "/campaigns/{campaign}/workbook"]["file"]
    assert {"day", "agreed", "job"} <= by_path["POST", "/campaigns/{campaign}/issue/{paper}"].keys()
    assert {"name", "password"} <= by_path["POST", "/enter"].keys()
