"""Names of agencies in lines: broken after what a body is and before its place, never inside a word or a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words.agency.lines import agency_lines
from vbgen.words.agency.parts import BODIES, PLACES, TERMS
from vbgen.words.widths import text_width_mm

WIDTH_MM, SIZE_PT = 63.0, 13
NAMES = """\
SỞ NỘI VỤ
CHI CỤC THUẾ KHU VỰC II
ỦY BAN NHÂN DÂN / XÃ BÌNH LỤC
ỦY BAN NHÂN DÂN / THÀNH PHỐ HỒ CHÍ MINH
ỦY BAN NHÂN DÂN / ĐẶC KHU PHÚ QUỐC
ỦY BAN MẶT TRẬN / TỔ QUỐC VIỆT NAM / XÃ BÌNH LỤC
HỘI ĐỒNG NHÂN DÂN / THÀNH PHỐ CẦN THƠ
HỘI ĐỒNG / THI ĐUA - KHEN THƯỞNG / TỈNH HÀ NAM
TRƯỜNG TRUNG HỌC / PHỔ THÔNG CHUYÊN / LÊ HỒNG PHONG
TRƯỜNG TRUNG HỌC / PHỔ THÔNG CHUYÊN / LÊ HỒNG PHONG – / NGUYỄN THỊ MINH KHAI
TRƯỜNG TRUNG HỌC / PHỔ THÔNG / NGUYỄN THỊ MINH KHAI
TRƯỜNG TRUNG HỌC / CƠ SỞ VÀ TRUNG HỌC / PHỔ THÔNG / NGUYỄN TẤT THÀNH
TRƯỜNG TIỂU HỌC / TRẦN HƯNG ĐẠO
TRƯỜNG TIỂU HỌC / HAI BÀ TRƯNG
TRƯỜNG MẦM NON / HOA HƯỚNG DƯƠNG
TRƯỜNG ĐẠI HỌC / KHOA HỌC XÃ HỘI / VÀ NHÂN VĂN
TRƯỜNG ĐẠI HỌC / SƯ PHẠM KỸ THUẬT / THÀNH PHỐ HỒ CHÍ MINH
TRƯỜNG CAO ĐẲNG / KINH TẾ - KỸ THUẬT / CÔNG NGHIỆP
TRƯỜNG CAO ĐẲNG / Y TẾ PHẠM NGỌC THẠCH
TRUNG TÂM / KIỂM SOÁT BỆNH TẬT / TỈNH HÀ NAM
TRUNG TÂM Y TẾ / KHU VỰC DUY TIÊN
BỆNH VIỆN ĐA KHOA / KHU VỰC CỦ CHI
BỆNH VIỆN HỮU NGHỊ / VIỆT ĐỨC
BỆNH VIỆN / PHỤ SẢN - NHI ĐÀ NẴNG
BỆNH VIỆN / Y HỌC CỔ TRUYỀN / VÀ PHỤC HỒI CHỨC NĂNG
LIÊN ĐOÀN LAO ĐỘNG / TỈNH NGHỆ AN
CÔNG ĐOÀN / CÁC KHU CÔNG NGHIỆP / TỈNH ĐỒNG NAI
CÔNG ĐOÀN CƠ SỞ / SỞ CÔNG THƯƠNG / HÀ NAM
BAN CHẤP HÀNH / CÔNG ĐOÀN GIÁO DỤC / TỈNH HÀ NAM
BAN QUẢN LÝ DỰ ÁN / ĐẦU TƯ XÂY DỰNG / CÁC CÔNG TRÌNH / GIAO THÔNG
SỞ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG
SỞ VĂN HÓA, / THỂ THAO VÀ DU LỊCH
SỞ GIÁO DỤC VÀ ĐÀO TẠO / THÀNH PHỐ HỒ CHÍ MINH
PHÒNG VĂN HÓA - XÃ HỘI / PHƯỜNG BẾN NGHÉ
CÔNG TY / TRÁCH NHIỆM HỮU HẠN / MỘT THÀNH VIÊN / CẤP THOÁT NƯỚC HÀ NAM
CÔNG TY CỔ PHẦN / ĐẦU TƯ VÀ PHÁT TRIỂN / NGUYỄN HOÀNG
TỔNG CÔNG TY ĐIỆN LỰC / THÀNH PHỐ HÀ NỘI
HỘI LIÊN HIỆP PHỤ NỮ / TỈNH HÀ NAM
ĐOÀN THANH NIÊN / CỘNG SẢN HỒ CHÍ MINH
TÒA ÁN NHÂN DÂN / TỈNH HÀ NAM
VIỆN KIỂM SÁT NHÂN DÂN / KHU VỰC 3
VĂN PHÒNG / ĐOÀN ĐẠI BIỂU QUỐC HỘI / VÀ HỘI ĐỒNG NHÂN DÂN / TỈNH HÀ NAM
BỘ CHỈ HUY QUÂN SỰ / TỈNH HÀ NAM
CÔNG AN / THÀNH PHỐ HẢI PHÒNG
LIÊN ĐỘI / TRƯỜNG TIỂU HỌC / NGUYỄN VĂN TRỖI
VƯỜN QUỐC GIA / PHONG NHA - KẺ BÀNG
NGÂN HÀNG / CHÍNH SÁCH XÃ HỘI
BỘ CHỈ HUY / BỘ ĐỘI BIÊN PHÒNG / TỈNH LAI CHÂU
HỘI LIÊN HIỆP / THANH NIÊN VIỆT NAM
CHI CỤC TIÊU CHUẨN / ĐO LƯỜNG CHẤT LƯỢNG
TRẠM KHUYẾN NÔNG / LIÊN XÃ EA SÚP
""".splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stands_in_the_lines_that_a_person_would_write(name: str) -> None:
    lines = name.split(" / ")
    assert agency_lines(" ".join(lines), WIDTH_MM, SIZE_PT).lines == tuple(lines)


def test_lines_that_the_office_typed_are_kept() -> None:
    assert agency_lines("SỞ CÔNG\nTHƯƠNG", WIDTH_MM, SIZE_PT).lines == ("SỞ CÔNG", "THƯƠNG")


def test_small_letters_break_at_the_same_places() -> None:
    lines = agency_lines("Trường Trung học phổ thông Nguyễn Thị Minh Khai", 50, SIZE_PT).lines
    assert lines == ("Trường Trung học", "phổ thông", "Nguyễn Thị Minh Khai")


def test_the_right_by_which_somebody_signs_stays_with_the_body() -> None:
    lines = agency_lines("TM. ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", 63, SIZE_PT).lines
    assert lines == ("TM. ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH")


def test_a_word_wider_than_the_column_stands_alone_and_does_not_fit() -> None:
    set_ = agency_lines("SỞ WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", WIDTH_MM, SIZE_PT)
    assert (set_.lines, set_.fits) == (("SỞ", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"), False)


_PARTS = st.sampled_from(
    [*BODIES, *TERMS, *PLACES, "VÀ", "CÁC", "-", "LÊ VĂN AN", "HÀ NAM", "3", "II"]
)


@given(st.lists(_PARTS, min_size=1, max_size=6).map(" ".join), st.floats(50, 120))
def test_no_letter_is_lost_and_no_line_is_too_wide(name: str, width_mm: float) -> None:
    set_ = agency_lines(name, width_mm, SIZE_PT)
    assert " ".join(set_.lines) == name
    assert not set_.fits or all(
        text_width_mm(line, size_pt=SIZE_PT, bold=True) <= width_mm for line in set_.lines
    )


@given(
    st.sampled_from([each for each in BODIES if " " in each]),
    st.sampled_from(sorted(PLACES)),
    st.integers(60, 80),
)
def test_a_line_never_begins_inside_a_place(body: str, place: str, width_mm: int) -> None:
    lines = agency_lines(f"{body} {place} HÀ NAM", width_mm, SIZE_PT).lines
    assert lines[-1].endswith(f"{place} HÀ NAM")


def test_nothing_that_is_said_whole_is_wider_than_its_column() -> None:
    whole = {piece for said in (*BODIES.values(), *TERMS.values()) for piece in said.split("|")}
    wide = {each for each in whole if text_width_mm(each, size_pt=SIZE_PT, bold=True) > WIDTH_MM}
    assert wide <= {"GIÁO DỤC THƯỜNG XUYÊN", "TRƯỜNG TRUNG CẤP NGHỀ"}  # half a millimetre
