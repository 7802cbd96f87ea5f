"""The desk starts with one line, lets in once, is one a workspace, and ends at once."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from select import select

import httpx
import pytest

from tests.cli.command_line import vbgen
from tests.patience import PATIENCE_S, wait_for
from tests.web.running_desk import StartedDesk, running_desk, started
from vbgen.web.addresses import ServingAddress, bound


@pytest.fixture
def desk(workspace: Path) -> Iterator[StartedDesk]:
    """A desk that serves the workspace, started as an office does it."""
    with running_desk(workspace) as served:
        yield served


def test_the_first_line_is_the_link_and_lets_in_once(desk: StartedDesk) -> None:
    assert desk.link.startswith("http://127.0.0.1:")
    with (
        httpx.Client(follow_redirects=True, timeout=PATIENCE_S) as first,
        httpx.Client(timeout=PATIENCE_S) as second,
    ):
        assert "Trang đầu" in first.get(desk.link).text
        again = second.get(desk.link)
    assert again.status_code == 422
    assert "đã được dùng" in again.text


def test_a_second_start_opens_the_running_desk(desk: StartedDesk) -> None:
    second = started(desk.place)
    out, _err = second.communicate(timeout=PATIENCE_S)
    assert second.returncode == 0
    link = json.loads(out)["url"]
    assert link.startswith(f"{desk.origin}/enter/")
    assert link != desk.link
    with httpx.Client(follow_redirects=True, timeout=PATIENCE_S) as client:
        assert client.get(link).status_code == 200


def test_two_starts_at_once_are_one_desk(workspace: Path) -> None:
    starts = [started(workspace) for _ in range(2)]
    try:
        links = [json.loads(each.stdout.readline())["url"] for each in starts if each.stdout]
        assert len({link.partition("/enter")[0] for link in links}) == 1
        _wait_for_one(starts)
        assert sorted(each.poll() is None for each in starts) == [False, True]
    finally:
        for each in starts:
            each.kill()
            each.communicate()


def _wait_for_one(processes: "Sequence[subprocess.Popen[str]]") -> None:
    """Until one of them has ended."""
    with ExitStack() as stack:
        ends = [os.pidfd_open(each.pid) for each in processes]
        for end in ends:
            stack.callback(os.close, end)
        select(ends, [], [], PATIENCE_S)


def test_a_desk_that_was_killed_is_started_anew(workspace: Path) -> None:
    with running_desk(workspace) as first:
        first.end(signal.SIGKILL)
    with (
        running_desk(workspace) as second,
        httpx.Client(follow_redirects=True, timeout=PATIENCE_S) as client,
    ):
        assert client.get(second.link).status_code == 200


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_well_though_a_page_is_still_open(desk: StartedDesk, how: signal.Signals) -> None:
    with httpx.Client(follow_redirects=True, timeout=PATIENCE_S) as client:
        client.get(desk.link)
        assert desk.end(how) == 0
    children = subprocess.run(
        ["pgrep", "-P", str(desk.process.pid)], capture_output=True, text=True, check=False
    )
    assert children.stdout == ""


TOLD_EARLY = """
import os, signal
from pathlib import Path
from select import select
from vbgen.web import ServingWish, open_serving

class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        print("told")

with open_serving(ServingWish(Path("."), dict(os.environ), "Lan", port=0)) as serving:
    Dying()
    serving.run()
print("ended")
"""


def test_a_desk_that_is_told_to_end_before_it_serves_ends(workspace: Path) -> None:
    """Where Python itself calls back, nothing that a signal raises is heard."""
    words = [sys.executable, "-c", TOLD_EARLY]
    done = subprocess.run(
        words, cwd=workspace, capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "told\nended\n", "")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7"])  # noqa: S104 - what must not be served
def test_another_address_is_refused_with_all_that_is_lacking(
    workspace: Path, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    answer = vbgen(capsys, "serve", "--no-open", "--json", "--host", host, "--workspace", workspace)
    assert answer.code == 2
    codes = [problem["code"] for problem in answer.json["problems"]]
    assert codes == ["no-accounts", "no-https", "no-address"]
    assert all(problem["ways"] for problem in answer.json["problems"])


def test_a_port_that_is_taken_is_told(
    desk: StartedDesk, made_workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port = desk.origin.rpartition(":")[2]
    answer = vbgen(
        capsys, "serve", "--no-open", "--json", "--port", port, "--workspace", made_workspace
    )
    assert (answer.code, answer.json["problems"][0]["code"]) == (2, "port-taken")
    assert not (made_workspace / "output" / ".desk.json").exists()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_no_answer_waits_for_the_browser_to_acknowledge_its_head(host: str) -> None:
    """The server writes head and body one after the other; with Nagle's algorithm the body waits some 40 ms."""

    async def accepted() -> int:
        is_undelayed = asyncio.get_running_loop().create_future()

        def hear(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            heard = writer.get_extra_info("socket")
            is_undelayed.set_result(heard.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listening, _origin = bound(host, 0, ServingAddress())
        async with await asyncio.start_server(hear, sock=listening):
            _reader, browser = await asyncio.open_connection(*listening.getsockname()[:2])
            found = int(await is_undelayed)
            browser.close()
            await browser.wait_closed()
        return found

    assert asyncio.run(accepted())


def test_what_a_shortcut_starts_is_the_desk(workspace: Path) -> None:
    """In a program that has no terminal to write to, as Windows starts it."""
    start = "import sys; sys.stdout = sys.stderr = None; from vbgen.cli import run_desk; run_desk()"
    words = [sys.executable, "-c", start, "--no-open", "--port", "0"]
    place = workspace / "output" / ".desk.json"
    with subprocess.Popen(words, cwd=workspace) as desk:
        try:
            wait_for(lambda: place.is_file() and place.read_text("utf-8"))
            url = json.loads(place.read_text("utf-8"))["url"]
            assert httpx.get(f"{url}/enter", timeout=PATIENCE_S).status_code == 200
            desk.send_signal(signal.SIGTERM)
            assert desk.wait(PATIENCE_S) == 0
        finally:
            desk.kill()
