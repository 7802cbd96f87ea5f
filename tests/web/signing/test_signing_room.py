"""Signing at the desk: a decision and its certificates with one PIN, what was signed elsewhere, any file verified."""

import re
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Page, expect

from tests.signing.conftest import AGENCY_NAME, LEADER_NAME
from tests.signing.key_service import CODE, KEY, PIN, KeyService
from tests.signing.scanning import scan_of
from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk, running_desk
from tests.web.signing.conftest import PASSWORD, WHOLE, Prepared, opened
from vbgen.office import DeskJob, Office, Surroundings
from vbgen.web.moment import now
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.tasks.scanning import scan_work
from vbgen.web.tasks.signing import sign_work


@pytest.fixture
def paper(page: Page) -> Page:
    """The decision's page of signing."""
    return opened(page)


def sign(page: Page, who: str, password: str = PASSWORD) -> None:
    page.get_by_label(who).check()
    page.get_by_label("Mã PIN hoặc mật khẩu của khóa").fill(password)
    page.get_by_role("button", name="Ký", exact=True).click()


def ended(page: Page, heading: str = "Đã xong") -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def upload(page: Page, name: str, content: bytes) -> None:
    page.set_input_files("#file", {"name": name, "mimeType": "application/pdf", "buffer": content})


def test_a_decision_and_its_certificates_are_signed_by_both_with_one_pin_each(
    paper: Page, workspace: Path
) -> None:
    assert violations(paper) == []
    expect(paper.locator("tbody tr")).to_have_count(WHOLE)
    sign(paper, f"Người ký: {LEADER_NAME}")
    ended(paper)
    expect(paper.get_by_role("cell", name="đã ký", exact=True)).to_have_count(WHOLE)
    assert violations(paper) == []
    paper.get_by_role("link", name="Về trang ký số của văn bản").click()
    sign(paper, f"Cơ quan: {AGENCY_NAME}")
    ended(paper)
    opened(paper)
    both = paper.get_by_role("cell", name=f"{LEADER_NAME}, {AGENCY_NAME}")
    expect(both).to_have_count(WHOLE)
    expect(paper.get_by_text("hợp lệ", exact=True)).to_have_count(WHOLE)
    kept = [path for path in (workspace / "output").rglob("*") if path.is_file()]
    assert not [path for path in kept if PASSWORD.encode() in path.read_bytes()]
    paper.goto("/signing")
    expect(paper.get_by_text("13 trên 13 tệp")).to_be_visible()
    assert violations(paper) == []


def test_a_wrong_password_signs_nothing_and_says_so(paper: Page) -> None:
    sign(paper, f"Người ký: {LEADER_NAME}", "sai")
    ended(paper, "Chưa làm được")
    expect(paper.get_by_text("sai mật khẩu").first).to_be_visible()
    opened(paper)
    expect(paper.get_by_text("chưa ký", exact=True)).to_have_count(WHOLE)


def test_some_certificates_are_signed_without_scripts_by_the_keyboard_alone(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    opened(page)
    page.get_by_label("Chỉ ký các tờ số").focus()
    page.keyboard.type("2,4-5")
    page.get_by_label("Mã PIN hoặc mật khẩu của khóa").focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    ended(page)
    expect(page.get_by_role("cell", name="đã ký", exact=True)).to_have_count(3)


@pytest.mark.parametrize(("stops", "told"), [(False, 3), (True, 3)], ids=["goes on", "stops"])
def test_what_fails_is_told_file_by_file(
    workspace: Path, visits: Visits, stops: bool, told: int
) -> None:
    settings = workspace / "vbgen.toml"
    late = "roots = ["
    slow = 'level = "b-t"\ntime_server = "http://127.0.0.1:9/"\nroots = ['
    settings.write_text(settings.read_text("utf-8").replace(late, slow), encoding="utf-8")
    with running_desk(workspace) as desk:
        page = visits(desk)
        page.goto(desk.link)
        opened(page).get_by_label("Chỉ ký các tờ số").fill("1-3")
        page.get_by_label("Dừng lại khi có tệp không ký được").set_checked(stops)
        sign(page, f"Người ký: {LEADER_NAME}")
        ended(page)
        expect(page.get_by_text("Còn 3 tệp chưa ký.")).to_be_visible()
        failed = page.get_by_role("cell", name=re.compile("Máy chủ cấp dấu thời gian"))
        expect(failed).to_have_count(told)
        page.goto("about:blank")


def test_signing_by_a_service_is_stopped_by_its_button_and_goes_on_later(
    prepared: Prepared, workspace: Path, visits: Visits
) -> None:
    held, office, settings = Event(), prepared.office, workspace / "vbgen.toml"
    with KeyService(office.authority, office.leader, 10, access="", held=held) as service:
        remote = f'remote = "{service.address}"\nremote_keys."{LEADER_NAME}" = "{KEY}"\nroots = ['
        said = settings.read_text("utf-8").replace("roots = [", remote)
        settings.write_text(said, encoding="utf-8")
        with running_desk(workspace) as desk:
            page = visits(desk)
            page.goto(desk.link)
            sign(opened(page), f"Người ký: {LEADER_NAME}", PIN)
            try:
                assert service.reached.wait(60)
                page.get_by_role("button", name="Dừng việc này").click()
                expect(page.get_by_text("Đang dừng")).to_be_visible()
            finally:
                held.set()
            ended(page, "Đã dừng")
            expect(page.get_by_role("cell", name="đã ký", exact=True)).to_have_count(10)
            expect(page.get_by_role("cell", name="chưa ký", exact=True)).to_have_count(WHOLE - 10)
            assert violations(page) == []
            sign(opened(page), f"Người ký: {LEADER_NAME}", PIN)
            ended(page)
            expect(page.get_by_role("cell", name="đã ký", exact=True)).to_have_count(WHOLE - 10)
            page.goto("about:blank")


def test_a_code_that_the_service_sends_is_asked_for_beside_the_pin(
    prepared: Prepared, workspace: Path, visits: Visits
) -> None:
    office, settings = prepared.office, workspace / "vbgen.toml"
    with KeyService(office.authority, office.leader, 10, code=True, access="") as service:
        remote = f'remote = "{service.address}"\nremote_keys."{LEADER_NAME}" = "{KEY}"\nroots = ['
        said = settings.read_text("utf-8").replace("roots = [", remote)
        settings.write_text(said, encoding="utf-8")
        with running_desk(workspace) as desk:
            page = visits(desk)
            page.goto(desk.link)
            opened(page).get_by_label("Chỉ ký các tờ số").fill("1")
            page.get_by_label(f"Người ký: {LEADER_NAME}").check()
            page.get_by_role("button", name="Gửi mã OTP cho người ký").click()
            expect(page.get_by_text(f"Đã nhờ gửi mã OTP cho {LEADER_NAME}")).to_be_visible()
            assert [call for call, _said in service.asked] == ["credentials/sendOTP"]
            assert violations(page) == []
            page.get_by_label("Mã OTP do dịch vụ ký gửi").fill("000000")
            sign(page, f"Người ký: {LEADER_NAME}", PIN)
            ended(page, "Chưa làm được")
            expect(page.get_by_text("Mã OTP sai hoặc đã hết hạn").first).to_be_visible()
            opened(page).get_by_label("Chỉ ký các tờ số").fill("1")
            page.get_by_label("Mã OTP do dịch vụ ký gửi").fill(CODE)
            sign(page, f"Người ký: {LEADER_NAME}", PIN)
            ended(page)
            expect(page.get_by_role("cell", name="đã ký", exact=True)).to_have_count(1)
            page.goto("about:blank")
    kept = [path for path in (workspace / "output").rglob("*") if path.is_file()]
    assert not [path for path in kept if CODE.encode() in path.read_bytes()]


def test_a_neighbours_scan_waits_for_a_persons_word_and_is_kept_by_it(
    prepared: Prepared, page: Page
) -> None:
    office = prepared.office
    with Office.look(office.folder, office.around) as looked:
        singles = [file for file in office.register.files() if file.is_single]
        third = looked.archive.get(singles[2].digest)
    opened(page).set_input_files(
        "#scan", {"name": "quet.pdf", "mimeType": "application/pdf", "buffer": scan_of(third)}
    )
    page.get_by_label("Của tờ giấy khen số").fill("2")
    page.get_by_role("button", name="So và nhận bản quét").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chưa làm được", timeout=120_000)
    expect(page.get_by_text("Bản quét ghi tên").first).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Đã so: đúng là bản quét của văn bản này").check()
    page.get_by_role("button", name="Nhận bản quét này").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã xong", timeout=120_000)
    expect(page.get_by_text("Đã nhận bản quét:")).to_be_visible()
    opened(page)
    expect(page.get_by_text("ký bằng mực, có bản quét")).to_have_count(1)


def test_a_scan_that_is_read_no_more_is_asked_for_again(workspace: Path) -> None:
    asked = {"id": "x", "reference": "01/QĐ-SCT", "year": None, "place": "", "seen": False}
    job = DeskJob("x" * 16, "scan", asked, "", "Lan", "vi")
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        done = scan_work(office, job, JobAttempt(is_again=True))
    assert "hãy gửi lại bản quét" in str(done["message"])
    assert "/signing/x" in str(done["links"])


def test_what_was_signed_elsewhere_is_taken_back_or_refused_with_its_reason(
    prepared: Prepared, visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, refusals=(422,))
    page.goto(desk.link)
    opened(page)
    issued = {"name": "quet.pdf", "mimeType": "application/pdf", "buffer": prepared.office.issued}
    page.set_input_files("#scan", issued)  # type: ignore[arg-type]  # a file as the library takes it
    page.get_by_role("button", name="So và nhận bản quét").click()
    expect(page.get_by_text("không phải là trang quét").first).to_be_visible()
    page.get_by_role("link", name="Về trang ký số của văn bản").click()
    altered = bytearray(prepared.signed)
    altered[2000] ^= 1
    upload(page, "sua.pdf", bytes(altered))
    page.get_by_role("button", name="Kiểm tra và nhận").click()
    expect(page.get_by_text("không còn nguyên như bản PDF đã lưu").first).to_be_visible()
    upload(page, "da-ky.pdf", prepared.signed)
    page.get_by_role("button", name="Kiểm tra và nhận").click()
    told = page.get_by_role("status").filter(
        has_text="Đã nhận bản ký số"
    )  # the tool's line is another
    expect(told).to_contain_text("award-decision.signed-1.pdf")
    expect(page.get_by_role("cell", name=f"{LEADER_NAME}, {AGENCY_NAME}")).to_have_count(1)


def test_any_file_is_verified(prepared: Prepared, page: Page) -> None:
    page.goto("/verify")
    assert violations(page) == []
    behind = prepared.signed + b"\n% them\n"
    for content, verdict in (
        (prepared.office.issued, "Đúng bản đã cấp số, chưa ký số."),
        (prepared.signed, "Bản đã cấp số, phía sau có thêm phần mới."),
        (behind, "có thêm dữ liệu"),
    ):
        upload(page, "tep.pdf", content)
        page.get_by_role("button", name="Kiểm tra").click()
        expect(page.get_by_text(verdict).first).to_be_visible()
    expect(page.get_by_role("row", name=re.compile(LEADER_NAME))).to_be_visible()


def test_a_desk_that_died_has_no_pin_and_says_how_to_go_on(workspace: Path) -> None:
    asked = {"id": "x", "hand": "leader", "reference": "01/QĐ-SCT", "year": None}
    job = DeskJob("x" * 16, "sign", asked, "", "Lan", "vi")
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        done = sign_work(office, job, JobAttempt(is_again=True))
        assert office.desk_to_look().register.signed_files() == []
    assert "rows" not in done
    assert "/signing/x" in str(done["links"])
