"""Certificates composed by rule: whatever the texts, lines stay in their zones, none smaller than another needs."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vbgen.model.agency import Agency
from vbgen.model.design import CertificateDesign
from vbgen.office.setting.workspace import shipped
from vbgen.papers.certificate.composition import FootLines, authority_lines, composition
from vbgen.papers.certificate.rooms import LINE_HEIGHT, height_mm
from vbgen.papers.certificate.setting import Said, set_body, set_title
from vbgen.papers.frame.signature import Signature
from vbgen.papers.kinds.designs import designs_in
from vbgen.word.template import RichText
from vbgen.words.widths import MM_PER_PT, text_width_mm

DESIGNS = designs_in([shipped() / "templates"])
PLAIN = DESIGNS["hoi-van"].declared
FOOT = FootLines(
    "Quyết định số: 0000/QĐ-UBND, ngày 20 tháng 11 năm 2026",
    "Thành phố Hồ Chí Minh, ngày 20 tháng 11 năm 2026",
    Signature(("GIÁM ĐỐC",), "Lê Thị Sen"),
)
LONG_TITLE = "KỶ NIỆM CHƯƠNG “VÌ SỰ NGHIỆP NÔNG NGHIỆP VÀ THỦY LỢI”"
SYLLABLES = ("Nguyễn", "Thị", "Hoàng", "Phương", "Thảo", "Tôn", "Nữ", "Diệu", "Quỳnh", "Anh", "Lộc")
ONE = "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ NAM"
TWO = "CHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ KIÊM TỔNG GIÁM ĐỐC CÔNG TY CỔ PHẦN XÂY DỰNG VÀ THƯƠNG MẠI"
THREE = f"{TWO} XUẤT NHẬP KHẨU TỔNG HỢP NÔNG LÂM THỦY SẢN MIỀN TRUNG VÀ TÂY NGUYÊN VIỆT NAM"


def agency_of(authority: str) -> Agency:
    named = {
        "name": "Sở",
        "full_name": "Sở",
        "short_name": "Sở",
        "symbol": "SCT",
        "place": "Hà Nam",
    }
    return Agency(**named, authority=authority, drafting_unit_symbol="VP", head_title="Giám đốc")


def words(count: int, letters: int) -> str:
    """Syllables in a row, cut to so many letters."""
    return " ".join(SYLLABLES[number % len(SYLLABLES)] for number in range(count))[:letters].strip()


def said(
    name: str = "Nguyễn Thị Hương", merit: str = "Đã có thành tích xuất sắc", **more: str
) -> Said:
    parts = {"caption": "Bà", "post": "Văn thư viên, Văn phòng Sở", "title": "GIẤY KHEN", **more}
    return Said(name=name.upper(), merit=merit, **parts)


def size_of(rich: RichText) -> float:
    found = re.search(r'<w:sz w:val="(\d+)"', rich.xml)
    return int(found[1]) / 2 if found else 0.0


def gap_mm(rich: RichText) -> float:
    return size_of(rich) * LINE_HEIGHT * MM_PER_PT


@pytest.mark.parametrize("name", sorted(DESIGNS))
@settings(max_examples=20)
@given(letters=st.integers(3, 60), merit=st.integers(20, 300), post=st.integers(0, 120))
def test_names_to_60_and_merits_to_300_letters_stay_in_the_zone(
    name: str, letters: int, merit: int, post: int
) -> None:
    design = DESIGNS[name].declared
    body = set_body(said(words(40, letters), words(120, merit), post=words(60, post)), design)
    pitch = design.name_pitch(body.name.size_pt, len(body.name.lines))
    parts = (height_mm(body.name, pitch_pt=pitch), height_mm(body.post), height_mm(body.merit))
    gaps = (body.above.caption, body.above.name, body.above.post, body.above.merit)
    caption = design.sizes.caption * LINE_HEIGHT * MM_PER_PT
    assert caption + sum(parts) + sum(map(gap_mm, gaps)) <= design.zones.body + 0.5
    assert body.name.fits
    assert body.merit.fits


@pytest.mark.parametrize("name", sorted(DESIGNS))
@pytest.mark.parametrize("authority", [ONE, TWO, THREE])
@pytest.mark.parametrize("title", ["GIẤY KHEN", LONG_TITLE])
def test_the_head_fills_its_zone_with_and_without_an_emblem(
    name: str, authority: str, title: str
) -> None:
    design = DESIGNS[name].declared
    agency = agency_of(authority)
    made = composition(agency, FOOT, design, [title])
    title_set = set_title(title, design)
    pitch = design.long_title if len(title_set.lines) > 1 else design.sizes.title
    given = design.sizes.given * LINE_HEIGHT * MM_PER_PT
    for head, zone in (
        (made.crowned, design.zones.head - design.zones.emblem),
        (made.alone, design.zones.head - design.zones.closed_up),
    ):
        lines = sum(
            size_of(part) * LINE_HEIGHT * MM_PER_PT * (str(part).count("\n") + 1)
            for part in (head.nation, head.motto, head.authority)
        )
        gaps = [head.top, head.after_rule, head.after_authority, head.after_given]
        below = len(title_set.lines) * pitch * 1.22 * MM_PER_PT
        whole = lines + sum(map(gap_mm, gaps)) + given + below + 2.6
        assert zone - 1.5 <= whole <= zone + 0.6
        assert gap_mm(head.after_rule) > gap_mm(head.after_given)  # air around the authority


@pytest.mark.parametrize("name", sorted(DESIGNS))
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_whoever_signs_has_room_and_is_not_cut_off(name: str, count: int) -> None:
    design = DESIGNS[name].declared
    signer = Signature(("KT. CHỦ TỊCH",) * count, "Lê Thị Sen")
    made = composition(agency_of(ONE), replace(FOOT, signer=signer), design)
    lines = [made.place_date, *made.signer_lines, made.signer_name]
    heights = [size_of(line) * LINE_HEIGHT * MM_PER_PT for line in lines]
    assert sum(heights) + gap_mm(made.signature_room) <= design.zones.foot
    least = {1: 15.0, 2: 14.0, 3: 11.5, 4: 8.5}[count]
    assert gap_mm(made.signature_room) >= min(least, design.zones.signature - 0.5)
    assert size_of(made.signer_name) >= 11


def test_a_title_breaks_before_what_is_quoted() -> None:
    assert set_title(LONG_TITLE, PLAIN).lines == (
        "KỶ NIỆM CHƯƠNG",
        "“VÌ SỰ NGHIỆP NÔNG NGHIỆP VÀ THỦY LỢI”",
    )


def test_an_authority_is_a_little_smaller_rather_than_broken_inside_a_title() -> None:
    upright = DESIGNS["sen-hong"].declared
    set_lines = authority_lines(TWO, upright.sizes.authority, upright.zones.width)
    assert set_lines.lines[0].endswith("TỔNG GIÁM ĐỐC")
    assert 0.7 * upright.sizes.authority <= set_lines.size_pt < upright.sizes.authority


def test_a_merit_that_would_go_from_side_to_side_becomes_two_lines_nearly_as_long() -> None:
    short, wide = "Đã có thành tích xuất sắc", words(20, 90)
    assert len(set_body(said(merit=short), PLAIN).merit.lines) == 1
    merit = set_body(said(merit=wide), PLAIN).merit
    widths = [text_width_mm(line, size_pt=merit.size_pt) for line in merit.lines]
    assert len(widths) == 2
    assert max(widths) <= 0.6 * sum(widths)


def test_no_name_is_smaller_for_the_ornament_around_it() -> None:
    for name, design in DESIGNS.items():
        assert design.declared.sizes.name >= PLAIN.sizes.name, name


def test_the_authority_takes_two_lines_before_it_shrinks() -> None:
    on_one = authority_lines(ONE, 21.0, 235.0)
    on_two = authority_lines(TWO, 21.0, 235.0)
    assert (len(on_one.lines), on_one.size_pt) == (1, 21.0)
    assert (len(on_two.lines), on_two.size_pt) == (2, 21.0)


def test_line_breaks_typed_in_the_authority_are_kept() -> None:
    typed = authority_lines("Chủ tịch\nỦy ban nhân dân xã Bình Lục", 21.0, 235.0)
    assert typed.lines == ("CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ BÌNH LỤC")


def test_the_place_and_the_line_with_the_number_never_wrap() -> None:
    agency = agency_of(ONE)
    wide = composition(agency, FOOT, PLAIN)
    upright = composition(agency, FOOT, DESIGNS["sen-hong"].declared)
    assert size_of(wide.place_date) == PLAIN.sizes.sign
    assert size_of(upright.place_date) < DESIGNS["sen-hong"].declared.sizes.sign
    assert (wide.note_is_long, wide.note_breaks) == (False, False)
    assert (upright.note_is_long, upright.note_breaks) == (False, True)


def test_a_long_name_takes_two_lines_and_a_short_one_its_full_size() -> None:
    short, long = (set_body(said(name), PLAIN).name for name in ("An", words(40, 60)))
    assert (short.lines, short.size_pt) == (("AN",), PLAIN.sizes.name)
    assert len(long.lines) == 2
    assert long.size_pt >= 14


@pytest.mark.parametrize("name", sorted(DESIGNS))
@pytest.mark.parametrize("letters", [118, 160])
def test_a_collective_with_a_very_long_name_leaves_its_texts_legible(
    name: str, letters: int
) -> None:
    design = DESIGNS[name].declared
    called = words(80, letters) if design.name_as_typed else words(80, letters).upper()
    body = set_body(said(called, "Đã có thành tích xuất sắc trong sản xuất"), design)
    assert (body.name.fits, body.post.fits, body.merit.fits) == (True, True, True)
    assert len(body.name.lines) in {2, 3}
    assert body.merit.size_pt >= 0.76 * design.sizes.text


@pytest.mark.parametrize(
    ("parts", "blamed"),
    [
        (said(words(400, 600)), "name"),
        (said(post=words(400, 900)), "post"),
        (said(merit=words(400, 1500)), "merit"),
    ],
)
def test_the_part_that_is_too_long_is_the_one_that_is_told(parts: Said, blamed: str) -> None:
    body = set_body(parts, PLAIN)
    assert [part for part in ("name", "post", "merit") if not getattr(body, part).fits] == [blamed]
    if blamed == "name":  # and the others keep a size that can be read
        assert body.merit.size_pt >= 0.6 * PLAIN.sizes.text


def test_what_fits_nowhere_is_told_and_not_clipped() -> None:
    body = set_body(said(merit=words(400, 1500)), PLAIN)
    assert not body.merit.fits
    assert height_mm(body.merit) < PLAIN.zones.body


def test_every_design_declares_what_it_is() -> None:
    assert len(DESIGNS) >= 10
    families = {design.declared.family for design in DESIGNS.values()}
    assert len(families) == 3
    for design in DESIGNS.values():
        assert isinstance(design.declared, CertificateDesign)
        assert design.declared.about, design.name
        if design.declared.family != "school" and design.name != "nen-rieng":
            assert design.declared.paper == (297.0, 210.0), design.name
