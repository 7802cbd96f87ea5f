"""What every request passes: the desk's own name, its own origin, bounds; and what every answer says of itself."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from tests.web.desk_client import DeskClient, DeskHere
from vbgen.model.desk_role import DeskRole
from vbgen.web.app import application
from vbgen.web.files import static_files
from vbgen.web.tokens import signed


@pytest.fixture(scope="module")
def client(here: DeskHere) -> DeskClient:
    return here.client(here.session(DeskRole))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost:{port}", "127.0.0.1:{port}.evil"],
)
def test_another_name_for_the_desk_is_refused(client: DeskClient, host: str) -> None:
    assert (
        client.get("/", headers={"host": host.format(port=client.base_url.port)}).status_code == 403
    )


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}", ""]
)
def test_an_act_that_another_page_asks_for_is_refused(client: DeskClient, origin: str) -> None:
    data = {"form_token": client.form_token, "language": "en"}
    wrong = origin.format(port=client.base_url.port)
    assert client.post("/language", data=data, headers={"origin": wrong}).status_code == 403
    assert client.post("/language", data=data).status_code == 403
    assert client.post("/language", data=data, headers={"origin": client.origin}).status_code == 303


def test_a_picture_in_a_strange_page_is_refused_and_a_link_in_a_letter_is_not(
    client: DeskClient,
) -> None:
    strange = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert client.get("/", headers=strange).status_code == 403
    letter = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/", headers=letter).status_code == 200


@pytest.mark.parametrize("size", [1_000_001, 50_000_000])
def test_a_form_that_is_too_large_is_not_read(client: DeskClient, size: int) -> None:
    headers = {"origin": client.origin, "content-type": "application/x-www-form-urlencoded"}
    response = client.post("/language", content=b"language=" + b"x" * size, headers=headers)
    assert response.status_code == 413

    def unannounced() -> Iterator[bytes]:
        for _part in range(size // 100_000 + 1):
            yield b"x" * 100_000

    assert client.post("/language", content=unannounced(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "body",
    [b"--x\r\nContent-Disposition: form-data; name=a", b"\xff\xfe%%%", b"&" * 900_000, b"a=%ff"],
)
@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "x/y",
    ],
)
def test_a_form_that_is_none_is_refused_in_words(
    client: DeskClient, kind: str, body: bytes
) -> None:
    headers = {"origin": client.origin, "content-type": kind}
    response = client.post("/language", content=body, headers=headers)
    assert response.status_code == 400
    assert "<h1>" in response.text


@pytest.mark.parametrize("path", ["/", "/enter", "/nothing", "/enter/x"])
def test_every_page_lets_nothing_in_but_its_own(client: DeskClient, path: str) -> None:
    first, second = (client.get(path).headers for _ in range(2))
    rules = dict(
        rule.strip().partition(" ")[::2] for rule in first["content-security-policy"].split(";")
    )
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in first["content-security-policy"]
    assert rules["require-trusted-types-for"] == "'script'"
    assert rules["script-src"].startswith("'nonce-")
    assert first["content-security-policy"] != second["content-security-policy"]
    assert first["x-content-type-options"] == "nosniff"
    assert first["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "", "evil", "/\t/evil"]
)
def test_nobody_is_led_outside(client: DeskClient, back: str) -> None:
    response = client.send_form("/language", language="vi", back=back)
    assert response.headers["location"] == "/"


def test_the_cookie_is_neither_read_by_scripts_nor_sent_by_others(here: DeskHere) -> None:
    from vbgen.web.visit import cookie_of

    kept = cookie_of(here.site, "token")
    assert (kept["httponly"], kept["samesite"], kept["path"]) == (True, "lax", "/")


def test_files_of_the_program_are_sent_without_a_look_into_the_register(
    here: DeskHere, tmp_path: Path
) -> None:
    files = static_files()
    nowhere = replace(here.site, place=tmp_path / "nowhere")
    cookies = {nowhere.cookie: signed(nowhere.key, here.session(DeskRole))}

    async def sent(path: str) -> httpx.Response:
        served = httpx.ASGITransport(application(nowhere, files))
        async with httpx.AsyncClient(
            transport=served, base_url=nowhere.origin, cookies=cookies
        ) as client:
            return await client.get(path)

    for file in files.values():
        assert asyncio.run(sent(file.address)).content == file.content
    assert asyncio.run(sent("/favicon.ico")).content == files["desk.svg"].content
    assert asyncio.run(sent("/")).status_code == 422
