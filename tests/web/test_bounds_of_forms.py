"""What is more than a form takes is told with how much it takes, and what was typed beside it stays."""

import asyncio
import re

import pytest
from starlette.requests import Request
from starlette.types import Message

from tests.web.desk_client import DeskClient, DeskHere
from vbgen.model.desk_role import DeskRole
from vbgen.web.files import static_files
from vbgen.web.forms import SentForm, read_form
from vbgen.web.routes import routes

MOST = 1_000
NOTHING_TYPED = {"/campaigns/{campaign}/papers/{paper}/body", "/campaigns/{campaign}/data"}


@pytest.fixture(scope="module")
def clerk(here: DeskHere) -> DeskClient:
    return here.client(here.session([DeskRole.OFFICER]))


def many(count: int) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (f"ds {number}.csv", b"x")) for number in range(count)]


def told(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_more_files_than_are_taken_at_once_are_told_and_the_campaign_stays_chosen(
    clerk: DeskClient,
) -> None:
    data = {"form_token": clerk.form_token, "into": "ha-nam-2022"}
    origin = {"origin": clerk.origin}
    page = clerk.post("/reading", data=data, files=many(21), headers=origin)
    assert page.status_code == 422
    assert "nhiều nhất 20 tệp; lần này có 21 tệp" in told(page.text)
    assert re.search(r"<option selected[^>]*>ha-nam-2022", page.text)
    assert "ds 1.csv" not in clerk.get("/reading").text


def test_a_unit_that_sends_too_many_files_reads_how_many_are_taken(
    here: DeskHere, clerk: DeskClient
) -> None:
    links = "/campaigns/ha-nam-2022/unit-links"
    made = clerk.send_form(links, unit="VP", days="7").text
    (link,) = re.findall(rf"{clerk.origin}(/hand-in/[\w-]+)", made)
    guest = here.client()
    page = guest.post(link, files=many(21), headers={"origin": guest.origin})
    assert page.status_code == 422
    assert "nhiều nhất 20 tệp" in told(page.text)
    assert "Gửi để xem trước" in page.text


@pytest.mark.parametrize(
    ("data", "files", "status", "sentence"),
    [
        ({"language": "vi"}, [("x", ("x", b"x" * 1_100_000))], 413, "lớn hơn 1 MB"),
        ({"language": "vi"}, many(1_001), 400, "hơn 1000 tệp hay 5000 ô"),
        ({str(number): "x" for number in range(5_001)}, many(1), 400, "hơn 1000 tệp hay 5000 ô"),
        ({str(number): "x" for number in range(5_001)}, [], 400, "hơn 1000 tệp hay 5000 ô"),
    ],
)
def test_every_bound_is_said_in_words(
    clerk: DeskClient,
    data: dict[str, str],
    files: list[tuple[str, tuple[str, bytes]]],
    status: int,
    sentence: str,
) -> None:
    page = clerk.post("/language", data=data, files=files, headers={"origin": clerk.origin})
    assert page.status_code == status
    assert sentence in told(page.text)


def test_every_form_with_large_files_shows_again_what_was_typed() -> None:
    large = [each for each in routes(static_files()) if each.most_bytes > 1_000_000]
    without = {each.path for each in large if each.again is None}
    assert {path for path in without if not path.startswith("/signing-tool")} <= {
        *NOTHING_TYPED,
        "/campaigns/{campaign}/data/check",
    }


def sent(size: int) -> SentForm:
    """A form of two fields around a file of that size, read by a room that takes MOST bytes."""
    parts = (
        'name="before"\r\n\r\na',
        f'name="f"; filename="x"\r\n\r\n{"x" * size}',
        'name="after"\r\n\r\nb',
    )
    text = "".join(f"--B\r\nContent-Disposition: form-data; {part}\r\n" for part in parts)
    body = f"{text}--B--\r\n".encode()
    chunks = [body[at : at + 100] for at in range(0, len(body), 100)]

    async def receive() -> Message:
        chunk = chunks.pop(0)
        return {"type": "http.request", "body": chunk, "more_body": bool(chunks)}

    headers = [(b"content-type", b"multipart/form-data; boundary=B")]
    request = Request({"type": "http", "headers": headers, "app": None}, receive)
    return asyncio.run(_closed(request))


async def _closed(request: Request) -> SentForm:
    form = await read_form(request, MOST)
    await form.said.close()
    return form


@pytest.mark.parametrize(
    ("size", "refused", "names"),
    [
        (100, 0, ["before", "f", "after"]),
        (5_000, 413, ["before", "after"]),
        (50_000, 413, []),  # no more than ten times as much is read at all
    ],
)
def test_what_is_typed_around_a_file_that_is_too_large_stays(
    size: int, refused: int, names: list[str]
) -> None:
    form = sent(size)
    assert (form.refused, list(form.said)) == (refused, names)
