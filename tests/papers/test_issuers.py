"""Papers in another issuer's name, of two issuers, below another heading; marks beside the form."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.papers.small import agency, award, campaign, nomination, person
from vbgen.errors import ProblemsFoundError
from vbgen.law.office import rules_of
from vbgen.model.agency import AgencyLevel, Signer, SigningPower
from vbgen.model.campaign import Campaign
from vbgen.model.document import Issue
from vbgen.model.issuer import Issuer
from vbgen.model.paper import PaperPlan
from vbgen.office.setting.workspace import Workspace
from vbgen.papers.context import context
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene

DAY = date(2022, 7, 15)
MINISTRY = Issuer(
    id="BO", name="BỘ CÔNG NGHIỆP", full_name="Bộ Công nghiệp", symbol="BCN", head_title="Bộ trưởng",
    numbers_itself=True,
)  # fmt: skip
UNION = Issuer(
    id="CD", name="CÔNG ĐOÀN SỞ Y", full_name="Công đoàn Sở Y", symbol="CĐ", head_title="Chủ tịch"
)
SIGNERS = (
    Signer(id="gd", full_name="Trần Văn Đầu", position="Giám đốc"),
    Signer(
        id="ct",
        full_name="Lê Thị Đoàn",
        position="Chủ tịch",
        power=SigningPower.COLLECTIVE,
        on_behalf_of="Ban Chấp hành",
    ),
    Signer(id="tl", full_name="Trần Văn Đầu", position="Cục trưởng", power=SigningPower.BY_ORDER),
)


def scene(kind: str = "award-decision", *, plan: dict[str, Any], **changes: Any) -> Scene:  # noqa: ANN401 - any field
    data = campaign(
        nominees=(person("1", "Lê An"),),
        awards=(award("1"),),
        signers=SIGNERS,
        issuers=(MINISTRY, UNION),
        papers=(PaperPlan(kind=kind, **plan),),
        **changes,
    )
    return made(data, kind)


def made(data: Campaign, kind: str) -> Scene:
    library = Workspace(None).library
    found = agenda(data, [library.find(kind)], phase=1, law=rules_of({}).on(DAY))
    return found.scenes[0]


def said(one: Scene, *names: str) -> Any:  # noqa: ANN401 - any view
    return context(one, names)


def test_a_paper_signed_by_order_is_the_ministry_s_with_its_head_symbol_and_name() -> None:
    one = scene(plan={"issuer": "BO", "signer": "tl"})
    view = said(one, "letterhead", "signature")
    assert (view["letterhead"].governing_body, view["letterhead"].issuer) == (
        "",
        ("BỘ CÔNG NGHIỆP",),
    )
    assert view["letterhead"].number.strip().endswith("/QĐ-BCN")
    assert view["signature"].lines == ("TL. BỘ TRƯỞNG", "CỤC TRƯỞNG")
    assert one.is_numbered_elsewhere


def test_an_issuer_that_nobody_named_is_told_with_the_sheet() -> None:
    with pytest.raises(ProblemsFoundError, match="“X”"):
        _ = scene(plan={"issuer": "X"}).agency


def test_a_joint_paper_has_two_heads_two_signatures_and_one_number() -> None:
    view = said(
        scene(plan={"joint_issuer": "CD", "signer": "gd", "second_signer": "ct"}),
        "letterhead",
        "joint",
    )
    assert view["letterhead"].issuer == ("SỞ Y",)
    assert view["letterhead"].joint.lines == ("CÔNG ĐOÀN SỞ Y",)
    assert view["letterhead"].number.strip().endswith("/QĐ-SY-CĐ")
    assert (view["joint"].first.lines, view["joint"].second.lines) == (
        ("GIÁM ĐỐC", ""),  # so that the names stand at one height
        ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH"),
    )


def test_a_paper_of_one_issuer_has_no_second() -> None:
    view = said(scene(plan={}), "letterhead", "joint")
    assert (view["letterhead"].joint, view["joint"]) == (None, None)


def test_the_party_has_its_own_heading_star_and_number() -> None:
    party = agency(
        name="ĐẢNG ỦY XÃ A", symbol="ĐU", heading="ĐẢNG CỘNG SẢN VIỆT NAM", level=AgencyLevel.PARTY
    )
    one = scene(plan={}, agency=party)
    head = said(one, "letterhead")["letterhead"]
    assert (head.national_name, head.motto, head.star) == ("ĐẢNG CỘNG SẢN VIỆT NAM", "", "*")
    assert head.number == "Số        -QĐ/ĐU"
    numbered = replace(one, issue=Issue(5, DAY))
    assert said(numbered, "letterhead")["letterhead"].number == "Số 05-QĐ/ĐU"


def test_a_break_typed_in_a_name_is_kept() -> None:
    head = said(scene(plan={}, agency=agency(name="ỦY BAN NHÂN DÂN\nXÃ A")), "letterhead")
    assert head["letterhead"].issuer == ("ỦY BAN NHÂN DÂN", "XÃ A")


def test_marks_stand_as_asked_and_a_draft_s_goes_with_the_number() -> None:
    plan = {
        "urgency": "very-urgent", "circulation": "Lưu hành nội bộ", "drafter_mark": "PL", "copies": 300,
        "draft_mark": "Dự thảo lần 2",
    }  # fmt: skip
    one = scene(plan=plan)
    marks = said(one, "marks")["marks"]
    assert marks.urgency.strip() == "THƯỢNG KHẨN"
    assert marks.circulation.strip() == "LƯU HÀNH NỘI BỘ"
    assert (marks.drafter, marks.draft.strip()) == ("PL.(300)", "DỰ THẢO LẦN 2")
    assert said(replace(one, issue=Issue(5, DAY)), "marks")["marks"].draft == ""


def test_a_secret_paper_is_refused_with_the_reason() -> None:
    with pytest.raises(ProblemsFoundError, match="độ mật “MẬT”"):
        said(scene(plan={"secrecy": "MẬT"}), "marks")


def test_where_there_is_no_council_who_signs_a_proposal_says_whose_it_is() -> None:
    """`TM. BAN CHẤP HÀNH` under the council's name would be nobody's paper."""
    data = campaign(
        nominees=(person("1", "Lê An"),),
        nominations=(nomination("1"),),
        signers=SIGNERS,
        council=(),
        papers=(PaperPlan(kind="nomination-list", signer="gd"),),
    )
    view = said(made(data, "nomination-list"), "letterhead", "signature", "issuer_name")
    assert view["letterhead"].issuer == ("SỞ Y",)
    assert view["letterhead"].number.strip().endswith("/TTr-SY")
    assert (view["signature"].lines, view["issuer_name"]) == (("GIÁM ĐỐC",), "Sở Y tỉnh X")
