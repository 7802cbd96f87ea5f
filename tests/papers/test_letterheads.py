"""The head of a paper, its number and its lines (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II)."""

from pathlib import Path

import pytest

from tests.papers.small import agency
from vbgen.model.agency import SizeSet
from vbgen.model.paper import PaperPlan
from vbgen.papers.frame.letterhead import annex_reference, letterhead, subject_block
from vbgen.papers.kinds.kind import Kind, Variant
from vbgen.words.measure import wrap
from vbgen.words.widths import text_width_mm

LETTER = Kind(id="letter", folder=Path(), title="Công văn")
DECISION = Kind(
    id="decision", folder=Path(), title="Quyết định", type_name="QUYẾT ĐỊNH", symbol="QĐ"
)
MINUTES = Kind(
    id="minutes",
    folder=Path(),
    title="",
    type_name="BIÊN BẢN",
    symbol="BB",
    issuer="council",
    dated=False,
)
PLAN = PaperPlan(kind="x", month=3, year=2022)


@pytest.mark.parametrize(
    ("kind", "plan", "number"),
    [
        (LETTER, PLAN, "Số:        /SY-VP"),
        (LETTER, PaperPlan(kind="x", drafting_unit_symbol="QLCN"), "Số:        /SY-QLCN"),
        (DECISION, PLAN, "Số:        /QĐ-SY"),
        (MINUTES, PLAN, "Số:        /BB-HĐTĐKT"),
    ],
)
def test_a_number_is_blank_and_its_symbol_right(kind: Kind, plan: PaperPlan, number: str) -> None:
    assert letterhead(agency(), kind, Variant(), plan, "").number == number


def test_a_letter_of_an_office_without_units_bears_the_office_s_symbol_alone() -> None:
    alone = agency(drafting_unit_symbol="")
    assert letterhead(alone, LETTER, Variant(), PLAN, "").number == "Số:        /SY"


def test_the_planned_month_is_printed_and_the_day_is_left_blank() -> None:
    place_date = letterhead(agency(place="Hà Nam"), LETTER, Variant(), PLAN, "").place_date
    assert " ".join(place_date.split()) == "Hà Nam, ngày tháng 3 năm 2022"


def test_minutes_have_no_date() -> None:
    assert letterhead(agency(), MINUTES, Variant(), PLAN, "").place_date == ""


def test_the_council_stands_under_its_agency() -> None:
    head = letterhead(agency(), MINUTES, Variant(), PLAN, "")
    assert (head.governing_body, head.issuer) == ("SỞ Y", ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("V/v nghỉ lễ", "V/v nghỉ lễ"),
        ("V/v: nghỉ lễ", "V/v nghỉ lễ"),
        ("v/v nghỉ lễ", "V/v nghỉ lễ"),
        ("Về việc nghỉ lễ", "V/v nghỉ lễ"),
        ("Về nghỉ lễ", "V/v nghỉ lễ"),
        ("nghỉ lễ", "V/v nghỉ lễ"),
        ("Về nguồn năm 2026", "V/v Về nguồn năm 2026"),
        ("Tổ chức Ngày hội văn hóa", "V/v tổ chức Ngày hội văn hóa"),
        ("V/v Đề nghị tặng Bằng khen", "V/v đề nghị tặng Bằng khen"),
        ("Ngày hội văn hóa", "V/v Ngày hội văn hóa"),
        ("vệ sinh cơ quan", "V/v vệ sinh cơ quan"),
        ("", ""),
    ],
)
def test_a_letter_s_subject_begins_with_its_mark_however_it_was_typed(
    typed: str, printed: str
) -> None:
    assert letterhead(agency(), LETTER, Variant(), PLAN, typed).letter_subject == printed


def test_no_word_of_a_letter_s_subject_stands_alone_in_its_last_line() -> None:
    typed = "phát động phong trào thi đua “An toàn đê điều, hồ đập” năm 2026"
    subject = letterhead(agency(), LETTER, Variant(), PLAN, typed).letter_subject
    assert subject.replace("\N{NO-BREAK SPACE}", " ") == f"V/v {typed}"
    assert all(len(line.split()) > 1 for line in wrap(subject, 63, size_pt=13))
    assert "\N{NO-BREAK SPACE}" in subject


def test_only_a_letter_has_its_subject_under_the_number() -> None:
    subjects = [
        letterhead(agency(), kind, Variant(), PLAN, "V/v x").letter_subject
        for kind in (LETTER, DECISION)
    ]
    assert subjects == ["V/v x", ""]


@pytest.mark.parametrize(
    "name", ["SỞ Y", "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP VÀ KHU KINH TẾ CỬA KHẨU TỈNH X"]
)
def test_the_line_under_the_issuer_is_a_third_to_a_half_of_its_last_line(name: str) -> None:
    head = letterhead(agency(name=name), LETTER, Variant(), PLAN, "")
    widths = [text_width_mm(line, size_pt=13, bold=True) for line in head.issuer]
    assert widths[-1] / 3 <= head.issuer_rule.width_mm <= widths[-1] / 2
    assert max(widths) <= 63
    assert " ".join(head.issuer) == name


def test_a_long_name_stands_in_lines_of_like_length() -> None:
    lines = letterhead(
        agency(name="BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG"),
        LETTER,
        Variant(),
        PLAN,
        "",
    ).issuer
    widths = [text_width_mm(line, size_pt=13, bold=True) for line in lines]
    assert len(lines) == 4
    assert min(widths) > max(widths) / 2


@pytest.mark.parametrize(
    ("name", "lines", "is_small"),
    [
        ("TRƯỜNG TIỂU HỌC\nLÊ LỢI", ("TRƯỜNG TIỂU HỌC", "LÊ LỢI"), False),
        ("TRƯỜNG PTDTNT THCS VÀ THPT\nNẬM PỒ", ("TRƯỜNG PTDTNT", "THCS VÀ THPT NẬM PỒ"), False),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ\nLÊ VĂN HƯU", ("TRƯỜNG TRUNG HỌC CƠ SỞ", "LÊ VĂN HƯU"), True),
        (
            "TRƯỜNG TRUNG HỌC PHỔ THÔNG CHUYÊN\nLÊ LỢI",
            ("TRƯỜNG TRUNG HỌC", "PHỔ THÔNG CHUYÊN", "LÊ LỢI"),
            False,
        ),
    ],
)
def test_lines_that_the_office_broke_stay_where_the_smaller_lawful_size_lets_them(
    name: str, lines: tuple[str, ...], *, is_small: bool
) -> None:
    head = letterhead(agency(name=name), LETTER, Variant(), PLAN, "")
    assert (head.issuer, head.is_small) == (lines, is_small)


def test_the_governing_body_s_lines_are_balanced_too() -> None:
    above = "ỦY BAN NHÂN DÂN PHƯỜNG BÌNH KHÊ"
    head = letterhead(agency(governing_body=above), LETTER, Variant(), PLAN, "")
    assert head.governing_body == "ỦY BAN NHÂN DÂN\nPHƯỜNG BÌNH KHÊ"


@pytest.mark.parametrize(("sizes", "size_pt"), [(SizeSet.LARGE, 14), (SizeSet.SMALL, 13)])
def test_the_line_under_the_motto_is_as_long_as_the_motto(sizes: SizeSet, size_pt: float) -> None:
    head = letterhead(agency(size_set=sizes), LETTER, Variant(), PLAN, "")
    assert head.motto_rule.width_mm == pytest.approx(
        text_width_mm(head.motto, size_pt=size_pt, bold=True)
    )


def test_the_line_under_a_subject_is_a_third_to_a_half_of_it() -> None:
    text = "Về việc tặng Giấy khen"
    width = text_width_mm(text, size_pt=14, bold=True)
    assert width / 3 <= subject_block(DECISION, text).rule.width_mm <= width / 2


def test_an_annex_names_its_paper_unfilled() -> None:
    text = annex_reference("TỜ TRÌNH", "TTr-SY", "ngày      tháng 7 năm 2022", "Sở Y").text
    assert " ".join(text.split()) == "(Kèm theo Tờ trình số /TTr-SY ngày tháng 7 năm 2022 của Sở Y)"
