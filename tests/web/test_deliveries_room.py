"""A paper's lines of the delivery book at the desk: ticked, completed later, struck, never written twice."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.register.papers import intent, settle, stamp
from tests.web.guarded_browser import violations
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.office import (
    DeliveryChange,
    DeliveryLine,
    DeliveryWay,
    NewDelivery,
    Office,
    ShowDeliveries,
    Surroundings,
    WriteDeliveries,
)
from vbgen.web.moment import now


@pytest.fixture
def issued(workspace: Path) -> Path:
    """A workspace with one paper in its register."""
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        register = office.desk_to_act().register
        settle(register, register.reserve(intent(), stamp()))
    return workspace


def lines_at(place: Path) -> tuple[DeliveryLine, ...]:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        return office.do(ShowDeliveries("01/QĐ-SCT")).lines


def test_a_paper_is_sent_then_signed_for_and_a_slip_is_struck(issued: Path, page: Page) -> None:
    page.goto("/register")
    page.get_by_role("link", name="01/QĐ-SCT").click()
    page.get_by_role("link", name="Ghi ngày chuyển, nơi nhận, ký nhận").click()
    page.get_by_label("Ban Thi đua - Khen thưởng tỉnh").check()
    page.get_by_label("Nơi nhận khác").fill("Báo tỉnh; Nhầm")
    page.get_by_label("Ngày chuyển").fill("06/3/2026")
    page.get_by_label("Cách chuyển").select_option("Bưu điện")
    page.get_by_role("button", name="Ghi vào sổ chuyển giao").click()
    page.get_by_label("Ký nhận, Báo tỉnh").fill("Lê An")
    page.get_by_label("Gạch bỏ, Nhầm").check()
    assert violations(page) == []
    page.get_by_role("button", name="Ghi phần bổ sung").click()
    expect(page.get_by_label("Gạch bỏ, Nhầm")).to_be_checked()
    said = [(one.recipient, one.received_by, one.is_struck) for one in lines_at(issued)]
    assert said == [
        ("Ban Thi đua - Khen thưởng tỉnh", "", False),
        ("Báo tỉnh", "Lê An", False),
        ("Nhầm", "", True),
    ]
    assert {one.way for one in lines_at(issued)} == {DeliveryWay.BY_POST}
    page.goto("/register")
    page.get_by_role("link", name="01/QĐ-SCT").click()
    expect(page.get_by_text("Lê An ký nhận")).to_be_visible()


def test_all_that_cannot_be_is_told_and_nothing_written(issued: Path) -> None:
    early = NewDelivery(recipients=("Báo tỉnh", ""), moved_on=date(2026, 1, 1))
    late = NewDelivery(to_all=True, moved_on=now().date() + timedelta(days=2))
    with Office.act(issued, Surroundings({}, "Lan", now)) as office:
        register = office.desk_to_act().register
        held = register.reserve(intent(), stamp())
        with pytest.raises(ProblemsFoundError) as refused:
            office.do(WriteDeliveries("01/QĐ-SCT", (early, late)))
        codes = [problem.code for problem in refused.value.problems]
        assert codes == ["moved-before-issue", "no-recipient", "moved-in-future"]
        with pytest.raises(ProblemsFoundError, match="Chưa có văn bản để chuyển"):
            office.do(WriteDeliveries(held.id, (early,)))
        with pytest.raises(UsageError, match="không có dòng 7"):
            office.do(WriteDeliveries("01/QĐ-SCT", changes=(DeliveryChange(7),)))
        control = NewDelivery(recipients=("A\x07",), moved_on=date(2026, 3, 6))
        with pytest.raises(UsageError, match="ký tự điều khiển"):
            office.do(WriteDeliveries("01/QĐ-SCT", (control,)))
    assert lines_at(issued) == ()
