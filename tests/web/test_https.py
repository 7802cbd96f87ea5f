"""The desk for several machines, really served: HTTPS by its own certificate, and behind a web server that does it."""

import shutil
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect
from starlette.types import Receive, Scope, Send

from tests.patience import PATIENCE_S
from tests.ports import free_port
from tests.web.conftest import Visits
from tests.web.forked_desk import forked_desk
from tests.web.running_desk import RunningDesk
from tests.web.tls_proxy import own_certificate, tls_proxy
from vbgen.model.desk_role import DeskRole
from vbgen.office import AddPerson, Office, RemovePerson, Surroundings
from vbgen.web.guards import NAMED_BY_PROXY, ProxyLogin
from vbgen.web.moment import now

PASSWORD = "mùa sen nở bên hồ"  # noqa: S105 - of a test's account
NAME = "X-Remote-User"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - an address that this machine does not keep for itself


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return own_certificate(tmp_path_factory.mktemp("https"))


Peopled = Callable[[], Path]


@pytest.fixture(scope="module")
def peopled(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Peopled:
    """Makes workspaces with two accounts."""
    first = _with_people(tmp_path_factory.mktemp("people") / "office", made_workspace)
    return lambda: Path(shutil.copytree(first, tmp_path_factory.mktemp("peopled") / "office"))


def _with_people(workspace: Path, made_workspace: Path) -> Path:
    shutil.copytree(made_workspace, workspace)
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        for name, full_name, role in (
            ("minh", "Trần Văn Minh", DeskRole.ADMIN),
            ("lan", "Nguyễn Thị Lan", DeskRole.OFFICER),
        ):
            office.do(AddPerson(name, full_name, frozenset({role}), PASSWORD))
    return workspace


def settle(place: Path, **said: object) -> None:
    lines = [f"{name} = {_toml(value)}" for name, value in said.items()]
    settings = place / "vbgen.toml"
    settings.write_text(settings.read_text("utf-8") + "\n[serve]\n" + "\n".join(lines), "utf-8")


def _toml(value: object) -> str:
    return str(list(value)) if isinstance(value, (list, tuple)) else f'"{value}"'


@pytest.fixture(scope="module")
def own(peopled: Peopled, files: tuple[Path, Path]) -> Iterator[RunningDesk]:
    """A desk that does HTTPS itself."""
    place, port = peopled(), free_port()
    settle(place, address=f"https://localhost:{port}", certificate=files[0], key=files[1])
    with forked_desk(place, "--host", EVERYWHERE, "--port", str(port)) as served:
        yield served


def logged_in(page: Page, desk: RunningDesk) -> None:
    page.goto(f"{desk.origin}/")
    page.get_by_label("Tên tài khoản").fill("lan")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Trang đầu")).to_be_visible()


def test_its_own_certificate_serves_the_browser(visits: Visits, own: RunningDesk) -> None:
    assert own.link == own.origin  # no link that lets everybody in
    page = visits(own, ignore_https_errors=True)
    logged_in(page, own)
    page.get_by_role("button", name="English").click()
    kept = {each["name"]: each for each in page.context.cookies()}
    (session,) = (name for name in kept if name.startswith("__Host-vbgen-"))
    assert kept[session]["httpOnly"]
    assert kept[session]["sameSite"] == "Lax"
    assert all(each["secure"] for each in kept.values())
    assert page.evaluate("document.cookie") == ""


def test_its_own_certificate_is_what_programs_see(
    own: RunningDesk, files: tuple[Path, Path]
) -> None:
    known = ssl.create_default_context(cafile=str(files[0]))
    with httpx.Client(verify=known, timeout=PATIENCE_S) as client:
        assert client.get(f"{own.origin}/enter").status_code == 200
        with pytest.raises(httpx.TransportError):
            client.get(own.origin.replace("https", "http"))


@dataclass(frozen=True)
class ProxiedDesk(RunningDesk):
    """A desk behind a web server of its own machine, which names whom it has let in, or nobody."""

    words: dict[str, str]

    def names(self, account: str) -> None:
        """From now on every request is this account's, the web server says."""
        self.words[NAME] = account


@contextmanager
def behind_proxy(
    place: Path, files: tuple[Path, Path], proxies: tuple[str, ...] = ("127.0.0.1",)
) -> Iterator[ProxiedDesk]:
    """A desk that hears those web servers."""
    port, behind, words = free_port(), free_port(), dict[str, str]()
    settle(place, address=f"https://localhost:{port}", proxies=proxies, login_header=NAME)
    with (
        tls_proxy(port, behind, files, words),
        forked_desk(place, "--behind-proxy", "--port", str(behind)) as served,
    ):
        yield ProxiedDesk(place, served.link, words)


@pytest.fixture(scope="module")
def proxied(peopled: Peopled, files: tuple[Path, Path]) -> Iterator[ProxiedDesk]:
    with behind_proxy(peopled(), files) as served:
        yield served


@pytest.fixture
def behind(proxied: ProxiedDesk) -> ProxiedDesk:
    """A desk whose web server names nobody yet."""
    proxied.words.clear()
    return proxied


def test_behind_a_web_server_the_whole_way_is_gone(visits: Visits, behind: ProxiedDesk) -> None:
    page = visits(behind, ignore_https_errors=True)
    logged_in(page, behind)
    assert all(each["secure"] for each in page.context.cookies())
    page.goto("/campaigns/ha-nam-2022/check")
    expect(page.get_by_role("heading", name="Kiểm tra dữ liệu", level=1)).to_be_visible()
    page.get_by_role("button", name="Thoát").click()
    expect(page.get_by_label("Mật khẩu")).to_be_visible()


def client_of(desk: RunningDesk, files: tuple[Path, Path]) -> httpx.Client:
    known = ssl.create_default_context(cafile=str(files[0]))
    return httpx.Client(
        base_url=desk.origin, verify=known, headers={"accept": "text/html"}, timeout=PATIENCE_S
    )


def test_whom_the_web_server_names_is_in_and_nobody_can_name_another(
    behind: ProxiedDesk, files: tuple[Path, Path]
) -> None:
    behind.names("hoa")
    with client_of(behind, files) as client:
        with Office.act(behind.place, Surroundings({}, "Lan", now)) as office:
            office.do(AddPerson("hoa", "Lê Thị Hoa", frozenset({DeskRole.ADMIN}), PASSWORD))
        seen = client.get("/people", headers={NAME: "lan"})
        assert seen.status_code == 200
        assert "Lê Thị Hoa" in seen.text
        ((name, session),) = client.cookies.items()
        assert name.startswith("__Host-vbgen-")
        assert client.get("/people").status_code == 200
        assert client.cookies[name] == session  # one session, not one a page
        with Office.act(behind.place, Surroundings({}, "Lan", now)) as office:
            office.do(RemovePerson("hoa"))
        refused = client.get("/people")
        assert refused.status_code == 422
        assert "chưa có tài khoản" in refused.text


def test_a_session_of_another_does_not_outlive_the_web_servers_word(
    behind: ProxiedDesk, files: tuple[Path, Path]
) -> None:
    behind.names("minh")
    with client_of(behind, files) as client:
        known = {"name": "lan", "password": PASSWORD}
        client.post("/enter", data=known, headers={"origin": behind.origin})
        assert "Trần Văn Minh" in client.get("/").text


@pytest.mark.parametrize("proxies", [("192.0.2.7",), ()])
def test_a_name_that_others_say_is_not_heard(
    peopled: Peopled, files: tuple[Path, Path], proxies: tuple[str, ...]
) -> None:
    with behind_proxy(peopled(), files, proxies) as desk, client_of(desk, files) as client:
        desk.names("minh")
        assert client.get("/").headers["location"] == "/enter"


def test_without_a_web_server_before_it_no_name_is_heard(
    own: RunningDesk, files: tuple[Path, Path]
) -> None:
    with client_of(own, files) as client:
        assert client.get("/", headers={NAME: "minh"}).headers["location"] == "/enter"


@pytest.mark.parametrize("said", [["minh", "lan"], ["minh", "minh"], [""], [" "]])
def test_two_names_are_none(said: list[str]) -> None:
    seen: list[Scope] = []

    async def served(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope)

    name = NAME.lower().encode()
    asked = {
        "type": "http",
        "client": ("127.0.0.1", 1),
        "headers": [(name, each.encode()) for each in said],
    }
    never: Any = None
    guard = ProxyLogin(served, ["127.0.0.0/8"], NAME)
    with pytest.raises(StopIteration):  # it waits for nothing, and needs no loop
        guard(asked, never, never).send(None)
    assert seen == [{**asked, "headers": [], NAMED_BY_PROXY: ""}]
