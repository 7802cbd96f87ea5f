"""Every head with its deputies, under every power: what may stand below what, and what may not."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Final

import pytest

import vbgen.decree
from tests.decree.nd30_papers import Sheet, body, ending, letterhead, title
from tests.decree.nd30_papers import blank_sheet as blank
from vbgen.decree import lint

_TABLE: Final = Path(vbgen.decree.__file__).parent / "rules" / "words" / "powers.toml"
HEADS: Final = tomllib.loads(_TABLE.read_text("utf-8"))["heads"]


def signed(*power: str, issuer: str = "BAN QUẢN LÝ KHU DI TÍCH") -> Sheet:
    sheet = blank()
    number, day = "Số: 05/TB-BQL", "Hà Nội, ngày 12 tháng 5 năm 2026"
    letterhead(sheet, governing="", issuer=issuer, number=number, day=day)
    title(sheet, "THÔNG BÁO", "Về việc nghỉ lễ")
    body(sheet, "Đề nghị các đơn vị thực hiện./.")
    ending(sheet, recipients=("- Các đơn vị;", "- Lưu: VT, VP."), power=power)
    return sheet


def powers_told(*power: str, issuer: str = "BAN QUẢN LÝ KHU DI TÍCH") -> list[str]:
    report = lint(signed(*power, issuer=issuer).bytes(), today=date(2026, 11, 29))
    return [item.rule for item in report.findings if item.rule.startswith("power.")]


def deputy_of(head: str) -> str:
    return str(next(iter(HEADS[head]), f"phó {head}")).upper()


@pytest.mark.parametrize("head", HEADS)
def test_a_deputy_signs_under_his_own_head_and_under_no_other(head: str) -> None:
    other = "HIỆU TRƯỞNG" if head != "hiệu trưởng" else "GIÁM ĐỐC"
    assert powers_told(f"KT. {head.upper()}", deputy_of(head)) == []
    assert powers_told(f"KT. {other}", deputy_of(head)) == ["power.stand-in"]
    assert powers_told(f"KT. {head.upper()}", head.upper()) == ["power.stand-in"]


@pytest.mark.parametrize("head", HEADS)
def test_a_deputy_signs_neither_alone_nor_by_order_of_his_head(head: str) -> None:
    assert powers_told(deputy_of(head)) == ["power.deputy"]
    assert powers_told(head.upper(), deputy_of(head)) == ["power.deputy"]
    assert powers_told(f"TL. {head.upper()}", deputy_of(head)) == ["power.by-order"]
    assert powers_told(f"TUQ. {head.upper()}", deputy_of(head)) == ["power.by-authority"]
    assert powers_told(f"Q. {head.upper()}", deputy_of(head)) == ["power.acting"]


@pytest.mark.parametrize("head", HEADS)
def test_the_head_signs_without_a_power(head: str) -> None:
    assert powers_told(head.upper()) == []
    assert powers_told(f"Q. {head.upper()}") == []


@pytest.mark.parametrize(
    "power",
    [
        ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"),
        ("TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. GIÁM ĐỐC", "GIÁM ĐỐC TRUNG TÂM LƯU TRỮ"),
        ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH"),
        ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH"),
        ("TM. BAN CHẤP HÀNH", "PHÓ CHỦ TỊCH"),
        ("TM. BAN TỔ CHỨC", "NGƯỜI PHỤ TRÁCH"),
    ],
)
def test_what_offices_rightly_write_is_left_alone(power: tuple[str, ...]) -> None:
    assert powers_told(*power) == []


def test_a_second_post_above_the_name_is_no_deputy_who_signs() -> None:
    assert powers_told("TRƯỞNG BAN", "PHÓ GIÁM ĐỐC SỞ NỘI VỤ") == []
