"""The end of the path: certificates wait for their decision, then files are handed over, and who did it is told."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Visits
from tests.web.desk_client import DeskClient, DeskHere
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from tests.web.test_issue_room import CAMPAIGN
from vbgen.model.desk_role import DeskRole
from vbgen.office import (
    HandingOverStep,
    IssuePapers,
    NoteHandover,
    Office,
    PrepareIssue,
    PrintingStep,
    ReadJournal,
    SeeCampaign,
    Surroundings,
)
from vbgen.office.overview.path import StepState
from vbgen.web.moment import now

HERE = f"{CAMPAIGN}/hand-over"


def issue(place: Path, kind: str, day: date) -> None:
    """A paper of the first phase, every doubt agreed to, without PDF copies."""
    meant = (place / "data" / "ha-nam-2022", kind, day, 1)
    with Office.act(place, Surroundings({}, "Lan", now)) as office:
        shown = office.do(PrepareIssue(*meant, pdf=False))
        office.do(IssuePapers(*meant, pdf=False, fingerprint=shown.fingerprint, agreed=shown.keys))


def end_of_path(place: Path) -> HandingOverStep:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        step = office.do(SeeCampaign("ha-nam-2022")).steps[-1]
    assert isinstance(step, HandingOverStep)
    return step


def test_the_path_ends_with_printing_and_handing_over(workspace: Path) -> None:
    with Office.look(workspace, Surroundings({}, "Lan", now)) as office:
        steps = office.do(SeeCampaign("ha-nam-2022")).steps
    printing = [step for step in steps if isinstance(step, PrintingStep)]
    assert [(step.phase, step.state) for step in printing] == [
        (1, StepState.WAITING),
        (2, StepState.WAITING),
    ]
    assert [each.code for each in printing[0].waits_for] == ["no-decision"]
    assert end_of_path(workspace).state is StepState.WAITING


def test_files_are_handed_over_without_scripts_by_the_keyboard_and_home_tells_who_did_it(
    visits: Visits, desk: RunningDesk
) -> None:
    issue(desk.place, "council-minutes", date(2022, 6, 20))
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    assert end_of_path(desk.place).state is StepState.READY
    page.goto(HERE)
    page.get_by_label("Bên nhận hồ sơ").focus()
    page.keyboard.type("Kho lưu trữ Sở")
    page.keyboard.press("Enter")
    with page.expect_download() as taken:
        page.get_by_role("link", name="bien-ban-giao-nhan.docx").press("Enter")
    assert taken.value.suggested_filename == "bien-ban-giao-nhan.docx"
    page.get_by_label("Hồ sơ đã giao").press("Space")
    page.get_by_role("button", name="Ghi là đã nộp lưu").press("Enter")
    expect(page.locator(".good")).to_contain_text("Bên nhận: Kho lưu trữ Sở.")
    assert violations(page) == []
    assert end_of_path(desk.place).state is StepState.DONE
    page.goto("/")
    expect(page.get_by_text("Kho lưu trữ Sở")).to_be_visible()


@pytest.fixture
def clerk(here: DeskHere) -> DeskClient:
    return here.client(here.session([DeskRole.REGISTRY]))


def test_its_likeliest_failures_are_told(clerk: DeskClient) -> None:
    """Nothing issued yet, a paper that there is not, a campaign that there is not."""
    assert "Chưa có văn bản nào được cấp số." in clerk.get(HERE).text
    refused = clerk.send_form(HERE, given="yes")
    assert (refused.status_code, "Chưa có văn bản nào" in refused.text) == (422, True)
    assert clerk.get(f"{HERE}/../../etc/passwd").status_code in {404, 422}
    assert clerk.get(f"{HERE}/so-khac.docx").status_code == 422
    assert clerk.get("/campaigns/khong-co/hand-over").status_code == 422


def test_said_twice_it_is_one_act_and_a_later_paper_waits_again(workspace: Path) -> None:
    issue(workspace, "council-minutes", date(2022, 6, 20))
    for _time in range(2):
        with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
            office.do(NoteHandover("ha-nam-2022", "Kho"))
    with Office.look(workspace, Surroundings({}, "Lan", now)) as office:
        acts = [act for act in office.do(ReadJournal()).acts if act["what"] == "handed-over"]
    assert [act["who"] for act in acts] == ["Lan"]
    assert end_of_path(workspace).left == 0
    issue(workspace, "phase-summary", date(2022, 6, 30))
    step = end_of_path(workspace)
    assert (step.state, step.left) == (StepState.READY, 1)
