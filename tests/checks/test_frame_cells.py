"""What the form forbids of cells of the frame is told at the cell before issue, or set right by the frame itself."""

from pathlib import Path

import pytest

from tests.checks.check_cases import AGENCY, GIAY_KHEN, campaign, found, given
from tests.papers.small import agency
from vbgen.errors import Severity
from vbgen.model.agency import Signer
from vbgen.model.paper import PaperPlan
from vbgen.papers.frame.letterhead import letterhead
from vbgen.papers.kinds.kind import Kind, Variant

DECISION = Kind(id="d", folder=Path(), title="Quyết định", type_name="QUYẾT ĐỊNH", symbol="QĐ")
MINUTES = DECISION.model_copy(update={"issuer": "council"})
CODES = {"date.place-capitals", "number.case", "signer.capitals"}


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("place", "đạ huoai", "date.place-capitals"),
        ("place", "ĐẠ HUOAI", "date.place-capitals"),
        ("place", "Đạ Huoai", ""),
        ("place", "Thành phố Hồ Chí Minh", ""),
        ("symbol", "ubnd", "number.case"),
        ("symbol", "UBND", ""),
        ("council_symbol", "hđtđkt", "number.case"),
        ("drafting_unit_symbol", "Vp", "number.case"),
    ],
)
def test_a_cell_of_the_frame_in_wrong_letters_is_told_there(
    field: str, typed: str, code: str
) -> None:
    own = campaign(agency=AGENCY.model_copy(update={field: typed}))
    told = [each for each in found(own) if each.id in CODES]
    assert [(each.id, each.severity) for each in told] == (
        [(code, Severity.WARNING)] if code else []
    )
    assert [(each.spots[0].table, each.spots[0].field) for each in told] == (
        [("agency", field)] if code else []
    )


@pytest.mark.parametrize("name", ["TRẦN VĂN KHỞI", "Trần văn Khởi"])
def test_a_signer_s_name_in_wrong_letters_is_told_there(name: str) -> None:
    own = campaign(signers=(Signer(id="gd", full_name=name, position="Giám đốc"),))
    assert [each.id for each in found(own) if each.id in CODES] == ["signer.capitals"]


def test_every_name_of_the_letterhead_stands_in_capitals_however_it_was_typed() -> None:
    own = agency(
        governing_body="Ủy ban nhân dân tỉnh Lâm Đồng",
        name="Sở Nội vụ",
        council_name="Hội đồng Thi đua",
        heading="Đảng Cộng sản Việt Nam",
    )
    for kind in (DECISION, MINUTES):
        head = letterhead(own, kind, Variant(), PaperPlan(kind="d"), "")
        lines = [head.governing_body, *head.issuer, head.national_name]
        assert lines == [line.upper() for line in lines]
        assert "SỞ NỘI VỤ" in lines


def test_a_decision_that_cites_nothing_is_told_before_it_is_drafted() -> None:
    own = {"awards": (given("CN1", GIAY_KHEN),), "legal_grounds": ()}
    told = [each for each in found(campaign(**own)) if each.id == "ground.missing"]
    assert [(each.severity, each.spots[0].table) for each in told] == [
        (Severity.WARNING, "legal_grounds")
    ]
    assert "ground.missing" not in {each.id for each in found(campaign(legal_grounds=()))}
