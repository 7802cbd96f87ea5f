"""Who signs, and how it is written (Nghị định 30/2020/NĐ-CP, Điều 13)."""

import pytest

from tests.papers.small import agency
from vbgen.errors import ProblemsFoundError
from vbgen.model.agency import Signer, SigningPower
from vbgen.papers.frame.signature import Parties, Signature, find_signer, signature

COUNCIL = "Hội đồng Thi đua - Khen thưởng"
OFFICE = agency()


def signer(power: SigningPower, position: str, on_behalf_of: str = "") -> Signer:
    return Signer(
        id=power.value,
        full_name="Lê Văn Ký",
        position=position,
        power=power,
        on_behalf_of=on_behalf_of,
    )


@pytest.mark.parametrize(
    ("power", "position", "behalf", "lines"),
    [
        (SigningPower.HEAD, "Giám đốc", "", ("GIÁM ĐỐC",)),
        (SigningPower.DEPUTY, "Phó Giám đốc", "", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (SigningPower.BY_ORDER, "Chánh Văn phòng", "", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
        (SigningPower.AUTHORISED, "Trưởng phòng", "", ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
        (SigningPower.ACTING, "Giám đốc", "", ("Q. GIÁM ĐỐC",)),
        (
            SigningPower.COLLECTIVE,
            "Chủ tịch",
            COUNCIL,
            ("TM. HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG", "CHỦ TỊCH"),
        ),
        (
            SigningPower.COLLECTIVE_DEPUTY,
            "Phó Chủ tịch",
            COUNCIL,
            ("TM. HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (SigningPower.DEPUTY, "Phó Chủ tịch", "Chủ tịch", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    ],
)
def test_the_power_is_written_above_the_title(
    power: SigningPower, position: str, behalf: str, lines: tuple[str, ...]
) -> None:
    assert signature(signer(power, position, behalf), agency()).lines == lines


def test_the_head_signs_for_the_agency_and_the_chair_for_the_council() -> None:
    deputy, head = (
        signer(SigningPower.DEPUTY, "Phó Giám đốc"),
        signer(SigningPower.HEAD, "Giám đốc"),
    )
    chair = signer(SigningPower.COLLECTIVE, "Chủ tịch", COUNCIL)
    signers = (deputy, chair, head)
    assert find_signer(signers, "", OFFICE, council=False) is head
    assert find_signer(signers, "", OFFICE, council=True) is chair
    assert find_signer(signers, "KT", OFFICE, council=False) is deputy


def test_a_collegial_body_signs_for_the_collective_but_what_its_head_decides() -> None:
    commune = agency(name="ỦY BAN NHÂN DÂN XÃ A", head_title="Chủ tịch")
    council = signer(SigningPower.COLLECTIVE, "Chủ tịch", "Hội đồng")
    body = signer(SigningPower.COLLECTIVE_DEPUTY, "Phó Chủ tịch", "Ủy ban nhân dân")
    head = signer(SigningPower.HEAD, "Chủ tịch")
    signers = (council, head, body)
    assert find_signer(signers, "", commune, council=False) is body
    assert find_signer(signers, "", commune, council=False, by_head=True) is head
    assert find_signer((council, body), "", commune, council=False, by_head=True) is body
    assert signature(body, commune).lines == (
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    )


def test_a_committee_s_deputy_stands_below_its_own_head_s_title() -> None:
    party = agency(name="ĐẢNG ỦY XÃ A", head_title="Bí thư")
    deputy = signer(SigningPower.COLLECTIVE_DEPUTY, "Phó Bí thư")
    assert signature(deputy, party).lines == ("TM. ĐẢNG ỦY XÃ A", "KT. BÍ THƯ", "PHÓ BÍ THƯ")


@pytest.mark.parametrize("wanted", ["", "vắng"])
def test_a_missing_signer_is_told_with_the_sheet_to_fill(wanted: str) -> None:
    with pytest.raises(ProblemsFoundError, match="người ký") as caught:
        find_signer((), wanted, OFFICE, council=False)
    assert "trang “Người ký”" in caught.value.problems[0].hint


def test_names_of_two_signatures_stand_at_one_height() -> None:
    level = Parties.level(Signature(("GIÁM ĐỐC",), "A"), Signature(("TM. BAN", "CHỦ TỊCH"), "B"))
    assert [each.lines for each in (level.first, level.second)] == [
        ("GIÁM ĐỐC", ""),
        ("TM. BAN", "CHỦ TỊCH"),
    ]
