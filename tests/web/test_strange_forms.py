"""Whatever stands in a form or an address, the desk answers in words: never a fault of its own."""

import re
from urllib.parse import quote

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.desk_client import DeskClient, DeskHere
from vbgen.model.desk_role import DeskRole

_FIELDS = (
    *("day", "signer", "number", "replaces", "reason", "stated_signed", "without_pdf", "accepted"),
    *("agreed", "fingerprint", "job", "words", "year", "since", "until", "open", "from", "why"),
    *("language", "back", "code"),
)
_TYPED = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "05/3/2022",
            "31/02/2022",
            "0",
            "-1",
            "9" * 30,
            "02/QĐ-SCT",
            "..",
            "../../etc/passwd",
            "\0",
            "%00",
        ]
    ),
)
_FORMS = st.dictionaries(st.sampled_from(_FIELDS), _TYPED, max_size=6)
_PARTS = st.one_of(_TYPED, st.sampled_from(["ha-nam-2022", "launch-notice", "a" * 64, "1"]))
_QUICK = re.compile(
    r"^/(campaigns/\{campaign\}|register|golden-book|people|jobs|pictures|language|resume|$)"
)


@pytest.fixture(scope="module")
def client(here: DeskHere) -> DeskClient:
    return here.client(here.session(DeskRole))


@pytest.fixture(scope="module")
def paths(here: DeskHere) -> list[tuple[str, str]]:
    """Method and path of each route that leaves the visitor in."""
    return [
        (method, route.path)
        for route in here.routes
        for method in (route.methods or set()) - {"HEAD"}
        if _QUICK.match(route.path) and not route.path.endswith("/events")
    ]


@settings(max_examples=150)
@given(data=st.data())
def test_no_form_and_no_address_makes_it_fail(
    client: DeskClient, paths: list[tuple[str, str]], data: st.DataObject
) -> None:
    method, path = data.draw(st.sampled_from(paths))
    address = re.sub(r"\{\w+\}", lambda _part: quote(data.draw(_PARTS), safe="") or "x", path)
    form = data.draw(_FORMS)
    response = _answer(client, method, address, form)
    assert response.status_code < 500, (method, address, form)
    assert response.status_code in {200, 303, 400, 403, 404, 405, 413, 422}


def _answer(client: DeskClient, method: str, address: str, form: dict[str, str]) -> httpx.Response:
    if method == "POST":
        return client.send_form(address, **form)
    return client.get(address, params=form)
