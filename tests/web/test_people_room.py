"""People: accounts, who comes in by them, and what ends when they change."""

import json
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Visits
from tests.web.desk_client import DeskClient, DeskHere
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk, running_desk
from vbgen.errors import ProblemsFoundError
from vbgen.model.desk_role import DeskRole
from vbgen.office import (
    AddPerson,
    ChangeOwnPassword,
    DeskPerson,
    ListPeople,
    LogIn,
    Office,
    ReadJournal,
    RemovePerson,
    SetPassword,
    SetRoles,
    Surroundings,
)
from vbgen.web.moment import now
from vbgen.web.roles import ALLOWED, DeskAct

GOOD, OTHER = "mùa sen nở bên hồ", "gió đưa cành trúc la đà"
ADMIN = frozenset({DeskRole.ADMIN})


def opened(place: Path) -> Office:
    return Office.act(place, Surroundings({}, "Trần Văn Minh", now))


def add(
    place: Path, name: str, *roles: DeskRole, full_name: str = "", password: str = GOOD
) -> DeskPerson:
    with opened(place) as office:
        return office.do(AddPerson(name, full_name or f"Người {name}", frozenset(roles), password))


def logged_in(here: DeskHere, name: str, password: str = GOOD) -> DeskClient:
    client = here.client()
    client.post("/enter", data={"name": name, "password": password}, headers=_origin(here))
    return client


def _origin(here: DeskHere) -> dict[str, str]:
    return {"origin": here.desk.origin}


def codes(fault: ProblemsFoundError) -> list[str]:
    return [problem.code for problem in fault.problems]


def test_all_that_is_wrong_about_an_account_is_told_at_once(workspace: Path) -> None:
    add(workspace, "lan", DeskRole.ADMIN, full_name="Nguyễn Thị Lan")
    with opened(workspace) as office, pytest.raises(ProblemsFoundError) as told:
        office.do(AddPerson("lan", "nguyễn thị  lan", frozenset(), GOOD))
    assert codes(told.value) == ["name-taken", "full-name-taken", "no-role"]
    with opened(workspace) as office, pytest.raises(ProblemsFoundError) as told:
        office.do(AddPerson("Lan Anh", " ", ADMIN, GOOD))
    assert codes(told.value) == ["account-name", "full-name"]


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaaaaaaaa", "minhminhminh8", "x" * 300])
def test_a_password_that_is_easily_guessed_is_refused(workspace: Path, password: str) -> None:
    with pytest.raises(ProblemsFoundError) as told:
        add(workspace, "minh", DeskRole.ADMIN, password=password)
    assert codes(told.value) == ["weak-password"]


def test_the_last_administrator_stays_an_administrator(workspace: Path) -> None:
    add(workspace, "lan", DeskRole.ADMIN)
    reader = SetRoles("lan", frozenset({DeskRole.READER}))
    with opened(workspace) as office:
        for act in (reader, RemovePerson("lan")):
            with pytest.raises(ProblemsFoundError) as told:
                office.do(act)
            assert codes(told.value) == ["last-admin"]
    add(workspace, "minh", DeskRole.ADMIN)
    with opened(workspace) as office:
        assert office.do(RemovePerson("lan")).is_closed
        with pytest.raises(ProblemsFoundError):
            office.do(RemovePerson("minh"))


def test_the_journal_has_every_act_with_who_did_it(workspace: Path) -> None:
    add(workspace, "lan", DeskRole.ADMIN)
    add(workspace, "minh", DeskRole.READER)
    with opened(workspace) as office:
        office.do(SetRoles("minh", frozenset({DeskRole.OFFICER})))
        office.do(SetPassword("minh", OTHER))
        office.do(RemovePerson("minh"))
        acts = office.do(ReadJournal()).acts
    told = [(act["who"], act["what"], act["detail"]) for act in acts]
    told = [
        (who, what, detail["account"]) for who, what, detail in told if isinstance(detail, dict)
    ]
    assert told == [
        ("Trần Văn Minh", "account-added", "lan"),
        ("Trần Văn Minh", "account-added", "minh"),
        ("Trần Văn Minh", "account-roles", "minh"),
        ("Trần Văn Minh", "account-password", "minh"),
        ("Trần Văn Minh", "account-closed", "minh"),
    ]


def test_a_password_is_kept_as_its_argon2_hash_alone(workspace: Path) -> None:
    add(workspace, "lan", DeskRole.ADMIN)
    content = b"".join(
        path.read_bytes() for path in (workspace / "output").rglob("*") if path.is_file()
    )
    assert GOOD.encode() not in content
    assert b"$argon2id$" in content
    assert GOOD not in repr(LogIn("lan", GOOD)) + repr(ChangeOwnPassword("lan", GOOD, OTHER))


def test_who_logs_in_has_the_roles_of_the_account_and_its_name(desk: RunningDesk) -> None:
    add(desk.place, "lan", DeskRole.READER, full_name="Nguyễn Thị Lan")
    here = DeskHere.of(desk)
    client = logged_in(here, "LAN")
    assert "Nguyễn Thị Lan" in client.get("/").text
    assert client.get("/register").status_code == 200
    assert client.get("/campaigns/ha-nam-2022").status_code == 403
    assert client.get("/people").status_code == 403


@pytest.mark.parametrize(("name", "password"), [("lan", OTHER), ("nobody", GOOD), ("cũ", GOOD)])
def test_a_refused_login_does_not_tell_whether_there_is_the_account(
    here: DeskHere, name: str, password: str
) -> None:
    if not _names(here.desk.place):
        add(here.desk.place, "lan", DeskRole.ADMIN)
    form = {"name": name, "password": password}
    answer = here.client().post("/enter", data=form, headers=_origin(here))
    assert answer.status_code == 422
    assert "Tên tài khoản hoặc mật khẩu chưa đúng." in answer.text
    assert password not in answer.text
    assert here.site.cookie not in answer.cookies


def _names(place: Path) -> list[str]:
    with opened(place) as office:
        return [person.name for person in office.do(ListPeople()).people]


def test_a_login_from_another_page_is_refused(here: DeskHere) -> None:
    form = {"name": "lan", "password": GOOD}
    for headers in ({}, {"origin": "https://evil.example"}):
        assert here.client().post("/enter", data=form, headers=headers).status_code == 403


def test_passwords_are_not_tried_without_end(desk: RunningDesk) -> None:
    add(desk.place, "lan", DeskRole.ADMIN)
    here = DeskHere.of(desk)
    client = here.client()

    def tried(password: str) -> httpx.Response:
        form = {"name": "lan", "password": password}
        return client.post("/enter", data=form, headers=_origin(here))

    assert [tried(f"{OTHER} {number}").status_code for number in range(5)] == [422] * 5
    refused = tried(GOOD)
    assert refused.status_code == 422
    assert "đợi 15 phút" in refused.text


@pytest.mark.parametrize(
    "act",
    [
        SetRoles("lan", frozenset({DeskRole.READER})),
        SetPassword("lan", OTHER),
        RemovePerson("lan"),
    ],
)
def test_sessions_end_when_roles_or_password_change(
    desk: RunningDesk, act: SetRoles | SetPassword | RemovePerson
) -> None:
    add(desk.place, "minh", DeskRole.ADMIN)
    add(desk.place, "lan", DeskRole.OFFICER)
    here = DeskHere.of(desk)
    lan, minh = logged_in(here, "lan"), logged_in(here, "minh")
    assert lan.get("/").status_code == 200
    with opened(desk.place) as office:
        office.do(act)
    assert lan.get("/").headers["location"] == "/enter"
    assert minh.get("/people").status_code == 200


def test_a_closed_account_lets_nobody_in(desk: RunningDesk) -> None:
    add(desk.place, "minh", DeskRole.ADMIN)
    add(desk.place, "lan", DeskRole.OFFICER)
    with opened(desk.place) as office:
        office.do(RemovePerson("lan"))
    assert logged_in(DeskHere.of(desk), "lan").get("/").status_code == 303


def test_others_are_served_once_there_are_accounts_and_a_proxy(workspace: Path) -> None:
    add(workspace, "lan", DeskRole.ADMIN)
    settings = workspace / "vbgen.toml"
    said = f'{settings.read_text("utf-8")}\n[serve]\naddress = "https://thidua.example.vn"\n'
    settings.write_text(said, "utf-8")
    with running_desk(workspace, "--behind-proxy", "--host", "127.0.0.1", "--port", "0") as desk:
        assert desk.link == "https://thidua.example.vn"
        port = json.loads((workspace / "output" / ".desk.json").read_text("utf-8"))
        assert port


def test_an_administrator_adds_somebody_with_the_keyboard_alone(
    page: Page, desk: RunningDesk
) -> None:
    page.get_by_role("link", name="Người dùng").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Họ và tên").focus()
    page.keyboard.type("Nguyễn Thị Lan")
    page.keyboard.press("Tab")
    page.keyboard.type("lan")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _role in DeskRole:
        page.keyboard.press("Tab")
    page.keyboard.type(GOOD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nguyễn Thị Lan")).to_be_visible()
    assert violations(page) == []
    with opened(desk.place) as office:
        [person] = office.do(ListPeople()).people
    assert (person.name, person.roles) == ("lan", (DeskRole.OFFICER,))


def test_the_room_does_all_its_acts_without_scripts(visits: Visits, desk: RunningDesk) -> None:
    add(desk.place, "minh", DeskRole.ADMIN, full_name="Trần Văn Minh")
    page = visits(desk, java_script_enabled=False, refusals=(422,))
    page.goto("/enter")
    page.get_by_label("Tên tài khoản").fill("minh")
    page.get_by_label("Mật khẩu").fill(OTHER)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Tên tài khoản hoặc mật khẩu chưa đúng.")).to_be_visible()
    page.get_by_label("Mật khẩu").fill(GOOD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trang đầu")
    page.goto("/people")
    page.get_by_text("Đổi vai trò, mật khẩu").click()
    page.get_by_role("button", name="Đóng tài khoản của Trần Văn Minh").click()
    expect(page.get_by_text("là quản trị cuối cùng")).to_be_visible()
    page.get_by_label("Họ và tên").fill("Lê Thị Hoa")
    page.get_by_label("Tên tài khoản", exact=True).fill("hoa")
    page.get_by_label("Mật khẩu", exact=True).fill("ngắn")
    page.locator("#new-reader").check()
    page.get_by_role("button", name="Thêm tài khoản").click()
    expect(page.get_by_text("Mật khẩu phải có từ 12")).to_be_visible()
    expect(page.get_by_label("Họ và tên")).to_have_value("Lê Thị Hoa")
    page.get_by_label("Mật khẩu", exact=True).fill(OTHER)
    page.get_by_role("button", name="Thêm tài khoản").click()
    expect(page.get_by_role("heading", name="Lê Thị Hoa")).to_be_visible()
    page.get_by_text("Đổi vai trò, mật khẩu").first.click()
    page.get_by_role("button", name="Đóng tài khoản của Lê Thị Hoa").click()
    expect(page.get_by_text("đã đóng", exact=True)).to_be_visible()


def test_who_knows_the_password_changes_it_and_comes_in_anew(
    visits: Visits, desk: RunningDesk
) -> None:
    add(desk.place, "lan", DeskRole.READER, full_name="Nguyễn Thị Lan")
    page = visits(desk, refusals=(422,))
    page.goto("/enter")
    assert violations(page) == []
    page.get_by_label("Tên tài khoản").fill("lan")
    page.get_by_label("Mật khẩu").fill(GOOD)
    page.get_by_role("button", name="Vào", exact=True).click()
    page.get_by_role("link", name="Nguyễn Thị Lan").click()
    assert violations(page) == []
    for label, typed in (("hiện tại", OTHER), ("mới", OTHER), ("mới, nhập lại", OTHER)):
        page.get_by_label(f"Mật khẩu {label}", exact=True).fill(typed)
    page.get_by_role("button", name="Đổi mật khẩu").click()
    expect(page.get_by_text("Mật khẩu hiện tại chưa đúng.")).to_be_visible()
    for label, typed in (("hiện tại", GOOD), ("mới", OTHER), ("mới, nhập lại", OTHER)):
        page.get_by_label(f"Mật khẩu {label}", exact=True).fill(typed)
    page.get_by_role("button", name="Đổi mật khẩu").click()
    expect(page.get_by_text("Đã đổi mật khẩu")).to_be_visible()
    page.get_by_label("Tên tài khoản").fill("lan")
    page.get_by_label("Mật khẩu").fill(OTHER)
    page.get_by_role("button", name="Vào", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trang đầu")


def test_every_act_that_a_role_has_is_told_in_words() -> None:
    untold = {DeskAct.BE_HERE, DeskAct.SEE_JOBS}
    assert [act for act in set(ALLOWED) - untold if not act.label] == []
