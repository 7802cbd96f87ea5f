"""Signing with the tool on the signer's computer, in Chromium: a stand-in of ours, since the tool is not public."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.patience import PATIENCE_S
from tests.signing.conftest import AGENCY_NAME, LEADER_NAME
from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from tests.web.signing.conftest import Prepared, opened
from tests.web.signing.stand_in import SigningStandIn, stand_in
from vbgen.web.moment import now
from vbgen.web.tasks.signing_tool import HandedFiles

POLICY = "wss://127.0.0.1:8987"


@pytest.fixture
def tool(prepared: Prepared, tmp_path: Path) -> Iterator[SigningStandIn]:
    """The stand-in."""
    with stand_in(prepared.office, tmp_path) as listening:
        yield listening


@pytest.fixture
def page(visits: Visits, desk: RunningDesk) -> Page:
    """A page of a browser that knows the tool's certificate, as the tool's own set-up sees to."""
    found = visits(desk, refusals=(422,), ignore_https_errors=True)
    found.goto(desk.link)
    return found


def hand(page: Page, who: str) -> None:
    page.locator("#tool-hand").select_option(label=who)
    page.get_by_role("button", name="Gửi đến công cụ ký").click()


def test_leader_and_agency_sign_with_the_tool(page: Page, tool: SigningStandIn) -> None:
    opened(page)
    hand(page, f"Người ký: {LEADER_NAME}")
    expect(page.get_by_text(f"Đã nhận bản ký số ({LEADER_NAME})")).to_be_visible()
    hand(page, f"Cơ quan: {AGENCY_NAME}")
    expect(page.get_by_text(f"Đã nhận bản ký số ({LEADER_NAME}, {AGENCY_NAME})")).to_be_visible()
    expect(page.get_by_role("cell", name=f"{LEADER_NAME}, {AGENCY_NAME}")).to_have_count(1)
    (first, approved), (second, issued) = tool.asked
    assert (first, second) == ("/SignApproved", "/SignIssued")
    assert not {"DocNumber", "IssuedDate"} & approved.keys()
    assert issued["DocNumber"] == "01/QĐ-SCT"
    assert issued["IssuedDate"] == "2022-06-30T00:00:00+07:00"
    assert [said["Status"] for said in tool.handlers_said] == [True, True]
    assert violations(page) == []
    for address in (approved["FileName"], issued["FileName"]):
        assert httpx.get(address, timeout=PATIENCE_S).status_code == 404, "an address is good once"
    again = httpx.post(
        issued["FileUploadHandler"], files={"uploadfile": b"%PDF-"}, timeout=PATIENCE_S
    )
    assert again.status_code == 404


def test_what_the_tool_spoils_is_refused_with_its_reason(page: Page, tool: SigningStandIn) -> None:
    tool.spoils = True
    opened(page)
    hand(page, f"Người ký: {LEADER_NAME}")
    expect(page.get_by_text("không còn nguyên như bản PDF đã lưu").first).to_be_visible()
    assert [said["Status"] for said in tool.handlers_said] == [False]
    expect(page.get_by_text("chưa ký", exact=True)).to_have_count(13)


def test_a_signer_who_gives_up_is_told_what_the_tool_said(page: Page, tool: SigningStandIn) -> None:
    tool.refuses = True
    opened(page)
    hand(page, f"Người ký: {LEADER_NAME}")
    expect(page.get_by_text("Công cụ ký chưa ký được. Người dùng hủy ký")).to_be_visible()


def test_the_page_of_signing_alone_may_talk_to_the_tool(page: Page) -> None:
    policies = {}
    for path in ("/", "/signing", "/register", "/verify"):
        answer = page.goto(path)
        assert answer
        policies[path] = POLICY in answer.headers["content-security-policy"]
    assert not any(policies.values())
    opened(page)
    answer = page.reload()
    assert answer
    assert f"connect-src 'self' {POLICY}" in answer.headers["content-security-policy"]


def test_an_address_of_the_tool_takes_nothing_from_a_page_or_a_stranger(desk: RunningDesk) -> None:
    files = {"uploadfile": b"%PDF-"}
    address = "/signing-tool/nobody-knows"
    with httpx.Client(base_url=desk.origin, timeout=PATIENCE_S) as client:
        assert client.post(address, files=files).status_code == 404
        strange = {"origin": "https://la.example"}
        assert client.post(address, files=files, headers=strange).status_code == 403
        seen = {"sec-fetch-site": "cross-site"}
        assert client.post(address, files=files, headers=seen).status_code == 403
        assert client.post("/leave", data={}).status_code == 403


def test_an_address_is_good_once_and_for_a_quarter_of_an_hour() -> None:
    handed, at = HandedFiles(), now()
    fetch, bring, _ticket = handed.hand("x", "a.pdf", "Lan", "vi", at)
    assert handed.fetch(bring, at) is None
    assert handed.bring(fetch, at) is None
    assert handed.fetch(fetch, at)
    assert handed.fetch(fetch, at) is None
    assert not handed.awaits(bring, at + timedelta(minutes=16))
    assert handed.bring(bring, at + timedelta(minutes=16)) is None
    _fetch, late, _ticket = handed.hand("x", "a.pdf", "Lan", "vi", at)
    assert handed.bring(late, at + timedelta(minutes=14))


def test_an_outcome_is_told_once_and_forgotten_where_nobody_asks() -> None:
    handed, at = HandedFiles(), now()
    tickets = []
    for _each in range(2):
        _fetch, bring, ticket = handed.hand("x", "a.pdf", "Lan", "vi", at)
        file = handed.bring(bring, at)
        assert file
        handed.tell(file, "Đã nhận.")
        tickets.append(ticket)
    told = handed.outcome(tickets[0])
    assert told
    assert told.said == "Đã nhận."
    assert handed.outcome(tickets[0]) is None
    handed.hand("x", "a.pdf", "Lan", "vi", at + timedelta(minutes=31))
    assert handed.outcome(tickets[1]) is None
