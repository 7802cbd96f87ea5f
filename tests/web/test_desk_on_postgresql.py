"""The same desk with its register, sessions, links and jobs on a PostgreSQL server."""

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.patience import PATIENCE_S, wait_for
from tests.register.postgresql_server import Server, running
from tests.web.running_desk import running_desk
from tests.web.test_killed_desk import ISSUE
from tests.web.test_past_book_room import ROWS, book
from vbgen.office import FindPapers, FindUnfinishedJobs, Office, Surroundings
from vbgen.web.moment import now


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server of its own."""
    with running() as started:
        yield started


@pytest.fixture
def environ(workspace: Path, server: Server) -> dict[str, str]:
    """What has the workspace's desk keep everything there, as if it had never been elsewhere."""
    (workspace / "output" / "register.sqlite3").unlink()
    settings = workspace / "vbgen.toml"
    kept = [line for line in settings.read_text("utf-8").splitlines() if "identity" not in line]
    settings.write_text("\n".join(kept) + "\n", "utf-8")
    return {"VBGEN_DATABASE": server.url(server.new_database())}


def test_a_paper_is_issued_and_finished_by_the_next_desk(workspace: Path) -> None:
    (workspace / "output" / "register.sqlite3").unlink()
    settings = workspace / "vbgen.toml"
    kept = [line for line in settings.read_text("utf-8").splitlines() if "identity" not in line]
    settings.write_text("\n".join(kept) + "\n", "utf-8")
    with running() as server:
        environ = {"VBGEN_DATABASE": server.url(server.new_database())}
        here = Surroundings(environ, "Lan", now)
        with (
            running_desk(workspace, **environ) as desk,
            httpx.Client(follow_redirects=True, timeout=PATIENCE_S) as lan,
        ):
            assert "Phong trào thi đua năm 2022" in lan.get(desk.link).text
            address = f"{desk.origin}{ISSUE}"
            shown = lan.get(address, params={"day": "20/6/2022"}).text
            found = re.findall(r'name="(form_token|fingerprint|job|agreed)" value="([^"]+)"', shown)
            agreed = [value for name, value in found if name == "agreed"]
            form = {**dict(found), "day": "20/6/2022", "agreed": agreed}
            origin = {"origin": desk.origin}
            lan.follow_redirects = False
            assert lan.post(address, data=form, headers=origin).status_code == 303
            desk.process.send_signal(signal.SIGKILL)
            desk.process.wait()

        def finished() -> bool:
            with Office.look(workspace, here) as office:
                return not office.do(FindUnfinishedJobs()).jobs

        with running_desk(workspace, **environ):
            wait_for(finished)
        with Office.look(workspace, here) as office:
            assert [row.entry.code for row in office.do(FindPapers()).rows] == ["01/BB-HĐTĐKT"]


def test_links_of_units_and_books_of_the_past_are_kept_there(
    workspace: Path, environ: dict[str, str]
) -> None:
    with (
        running_desk(workspace, **environ) as desk,
        httpx.Client(
            base_url=desk.origin,
            follow_redirects=True,
            timeout=PATIENCE_S,
            headers={"origin": desk.origin},
        ) as lan,
    ):
        (token,) = set(re.findall(r'name="form_token" value="([^"]+)"', lan.get(desk.link).text))
        ours = {"form_token": token}
        links = "/campaigns/ha-nam-2022/unit-links"
        made = lan.post(links, data={**ours, "unit": "VP", "days": "7"}).text
        (link,) = re.findall(rf"{desk.origin}(/hand-in/[\w-]+)", made)
        headers = {"origin": desk.origin}
        with httpx.Client(base_url=desk.origin, timeout=PATIENCE_S, headers=headers) as unit:
            unit.follow_redirects = True
            list_of_unit = "Họ và tên,Danh hiệu đề nghị\nNguyễn Văn Tân,Giấy khen\n"
            seen = unit.post(link, files={"files": ("ds.csv", list_of_unit.encode())}).text
            (lot,) = re.findall(r'name="lot" value="(\w+)"', seen)
            assert "Danh sách đã nộp lúc" in unit.post(f"{link}/send", data={"lot": lot}).text
        assert "Văn phòng Sở nộp" in lan.get("/reading").text

        past = {"file": ("sổ.xlsx", book(*ROWS))}
        shown = lan.post("/golden-book/past", data={**ours, "agency": "SCT"}, files=past).text
        (address,) = set(re.findall(r'action="(/golden-book/past/[0-9a-f]{24})"', shown))
        given = dict(re.findall(r'name="(agency|fingerprint)" value="([^"]+)"', shown))
        assert (
            "Đã nhập 3 giấy khen" in lan.post(address, data={**ours, **given, "agreed": "all"}).text
        )
        assert "Vàng A Sử" in lan.get("/golden-book", params={"words": "vang a su"}).text
