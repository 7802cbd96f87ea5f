import runpy
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words.measure import Fitted, fit, rule_line_mm, text_width_mm, wrap
from vbgen.words.natural_breaks import Break, breaks_before_words

ROOT = Path(__file__).parents[2]
NAME_SIZES = (32, 30, 28, 26, 24)
WORDS = st.lists(st.text("abcđêưỡỹĐNg-,", min_size=1, max_size=12), min_size=1, max_size=14).map(
    " ".join
)


def test_the_table_says_what_the_font_says() -> None:
    maker = runpy.run_path(str(ROOT / ".ci" / "make_tinos_widths.py"))
    listed = subprocess.run(["fc-list", "Tinos"], capture_output=True, check=True).stdout
    assert listed, "Tinos is not installed (Debian: fonts-croscore)"
    assert maker["table"]() == maker["TABLE"].read_text(encoding="ascii")


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic", "width"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False, 95.7),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False, 88.3),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False, 60.5),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False, 56.1),
        ("SỞ CÔNG THƯƠNG", 13, True, False, 42.6),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 11 năm 2026", 14, False, True, 106),
    ],
)
def test_official_lines_have_their_known_widths(
    text: str, size: float, bold: bool, italic: bool, width: float
) -> None:
    assert text_width_mm(text, size_pt=size, bold=bold, italic=italic) == pytest.approx(
        width, rel=0.007
    )


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    assert text_width_mm("Ho\u0302\u0300", size_pt=14) == text_width_mm("Hồ", size_pt=14)


def test_an_unknown_character_has_the_average_width_every_time() -> None:
    assert text_width_mm("越", size_pt=14) == text_width_mm("𝄞", size_pt=14) > 0


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\n", "\ufeff"])
def test_unseen_characters_take_no_room(unseen: str) -> None:
    assert text_width_mm(unseen, size_pt=14) == 0


def test_the_rule_under_an_agency_is_between_a_third_and_a_half_of_its_name() -> None:
    assert 14.2 < rule_line_mm(42.6) < 21.3


def test_lines_are_filled_as_far_as_they_go() -> None:
    text = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2022"
    first, *rest = wrap(text, 60, size_pt=14)
    assert text_width_mm(first, size_pt=14) <= 60
    assert text_width_mm(f"{first} {rest[0].split()[0]}", size_pt=14) > 60


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Vla-đi-mia", ["Vla-đi-", "mia"]),
        ("12-15 12-15", ["12-15", "12-15"]),
        ("một\nhai", ["một", "hai"]),
        ("", [""]),
        ("a\u00a0b\u00a0c\u00a0d\u00a0e", ["a\u00a0b\u00a0c\u00a0d\u00a0", "e"]),
    ],
)
def test_lines_end_where_word_ends_them(text: str, lines: list[str]) -> None:
    assert wrap(text, 15, size_pt=14) == lines


def test_a_caller_may_forbid_a_place() -> None:
    assert wrap("Hà Nam", 12, size_pt=14, breaks=lambda text, place: text[place] != "N")[0] != "Hà"


@given(WORDS)
def test_wrapping_keeps_every_letter_and_the_width(text: str) -> None:
    lines = wrap(text, 40, size_pt=14)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width_mm(line, size_pt=14) <= 40 for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines", "expected"),
    [
        ("Nguyễn Văn An", 180, 2, ("Nguyễn Văn An",)),
        (
            "Phó Trưởng phòng Quản lý Thương mại, Sở Công Thương tỉnh Hà Nam",
            150,
            2,
            ("Phó Trưởng phòng Quản lý Thương mại,", "Sở Công Thương tỉnh Hà Nam"),
        ),
        (
            "Phó Giám đốc Trung tâm Khuyến công và Tư vấn phát triển công nghiệp",
            160,
            2,
            ("Phó Giám đốc", "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp"),
        ),
        (
            "Phó Chánh Văn phòng Sở Công Thương",
            90,
            2,
            ("Phó Chánh Văn phòng", "Sở Công Thương"),
        ),
        (
            "Nguyễn Phúc Công Huyền Tôn Nữ Thị Minh Khai",
            120,
            2,
            ("Nguyễn Phúc Công Huyền", "Tôn Nữ Thị Minh Khai"),
        ),
        ("Đinh Trần Lê Nguyễn Văn Hội", 70, 2, ("Đinh Trần Lê", "Nguyễn Văn Hội")),
        (
            "Có thành tích xuất sắc trong sản xuất công nghiệp, thương mại tỉnh Hà Nam",
            140,
            2,
            ("Có thành tích xuất sắc trong sản xuất", "công nghiệp, thương mại tỉnh Hà Nam"),
        ),
        (
            "Giá trị sản xuất công nghiệp (giá so sánh 2010)",
            100,
            2,
            ("Giá trị sản xuất công nghiệp", "(giá so sánh 2010)"),
        ),
        (
            "Đã hoàn thành xuất sắc nhiệm vụ, góp phần xây dựng Hà Nam",
            140,
            2,
            ("Đã hoàn thành xuất sắc nhiệm vụ,", "góp phần xây dựng Hà Nam"),
        ),
    ],
)
def test_lines_of_a_certificate_end_at_natural_places(
    text: str, width: float, lines: int, expected: tuple[str, ...]
) -> None:
    found = fit(text, width, lines, sizes=(24, 22, 20, 18))
    assert (found.lines, found.fits) == (expected, True)


def test_text_shrinks_before_it_wraps() -> None:
    name = "Nguyễn Thị Hoàng Phương Thảo"
    wide = text_width_mm(name, size_pt=28, bold=True)
    found = fit(name, wide + 2, 2, sizes=NAME_SIZES, bold=True)
    assert found == Fitted((name,), 28, fits=True)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Đơn vị đạt giải thưởng năm 2022 và nhiều năm khác nữa", "năm 2022"),
        ("Ông Nguyễn Văn An và các đồng chí", "Ông Nguyễn"),
        ("Phòng Kế hoạch - Tài chính và Tổng hợp", "hoạch -"),
        ("Chi hội Phụ nữ Thôn Đông", "Thôn Đông"),
        ("Nguyễn Văn Hội, Sở Công Thương", "Văn Hội,"),
        ("Trưởng Phòng Quản lý Công nghiệp, Sở Công Thương", "Trưởng Phòng"),
        ("CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2022", "NĂM 2022"),
        ("xuất sắc trong phòng, chống dịch bệnh năm nay", "phòng, chống"),
        ("xuất sắc trong hoạt động Công đoàn và phong trào", "động Công"),
        ("góp phần xây dựng quê hương xanh, sạch, đẹp và văn minh", "xanh, sạch,"),
    ],
)
def test_words_that_belong_together_stay_together(text: str, kept: str) -> None:
    after = len(text[: text.index(kept)].split()) + len(kept.split()) - 1
    assert breaks_before_words(text)[after] is Break.NEVER


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Đã có thành tích xuất sắc trong chăm sóc người bệnh và phòng, chống dịch năm 2026",
            (
                "Đã có thành tích xuất sắc trong chăm sóc người bệnh",
                "và phòng, chống dịch năm 2026",
            ),
        ),
        (
            "Đã có thành tích xuất sắc trong hoạt động Công đoàn và phong trào công nhân, viên chức",
            (
                "Đã có thành tích xuất sắc trong hoạt động Công đoàn",
                "và phong trào công nhân, viên chức",
            ),
        ),
    ],
)
def test_a_merit_breaks_before_the_words_that_a_phrase_begins_with(
    text: str, lines: tuple[str, ...]
) -> None:
    wide = text_width_mm(lines[0], size_pt=16)
    assert fit(text, wide * 1.1, 2, sizes=(16,)).lines == lines


def test_a_name_goes_on_behind_its_and() -> None:
    verdicts = breaks_before_words("Phòng Giáo dục và Đào tạo huyện Lạc Thủy")
    assert verdicts[3] is Break.BEARABLE


def test_a_caller_may_keep_words_together() -> None:
    verdicts = breaks_before_words("tỉnh Hà Nam giàu đẹp văn minh", keep_together=["Hà Nam"])
    assert verdicts[2] is Break.NEVER


def test_what_fits_nowhere_is_reported_whole_and_never_clipped() -> None:
    text = "Đã có thành tích xuất sắc trong phong trào thi đua " * 6
    found = fit(text, 100, 2, sizes=(16, 14))
    assert not found.fits
    assert found.size_pt == 14
    assert " ".join(found.lines) == text.strip()


def test_an_empty_text_fits() -> None:
    assert fit("  ", 100, 1, sizes=(16, 14)) == Fitted(("",), 16, fits=True)


@given(WORDS, st.integers(1, 4), st.sampled_from([(20, 16, 12), (14,)]))
def test_what_fits_keeps_its_words_its_width_and_its_number_of_lines(
    text: str, lines: int, sizes: Sequence[float]
) -> None:
    found = fit(text, 90, lines, sizes=sizes)
    assert "".join(found.lines).replace(" ", "") == text.replace(" ", "")
    if found.fits:
        assert len(found.lines) <= lines
        assert all(text_width_mm(line, size_pt=found.size_pt) <= 90 for line in found.lines)
