"""Legacy charsets to Unicode."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.words.legacy_samples import NAMES, SENTENCES, in_tcvn3, in_vni
from tests.words.marked_letters import all_marked
from vbgen.words.legacy.charset_tables import tcvn3, vni
from vbgen.words.legacy.charsets import (
    Charset,
    Converted,
    charset_of_font,
    convert,
    is_capital_font,
)

SMALL = st.text("abcdeghiklmnopqrstuvxy 0123456789,." + "".join(all_marked()[:67]), max_size=40)
ANY_CASE = st.text(
    "abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY 0123456789,." + "".join(all_marked()), max_size=40
)


@pytest.mark.parametrize(
    ("legacy", "charset"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", Charset.TCVN3),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Charset.VNI),
    ],
)
def test_the_motto_of_old_files_is_read(legacy: str, charset: Charset) -> None:
    assert convert(legacy, charset) == Converted("Cộng hòa xã hội chủ nghĩa Việt Nam")


@pytest.mark.parametrize("text", SENTENCES + NAMES)
def test_vietnamese_comes_back_from_both_charsets(text: str) -> None:
    assert convert(in_vni(text), Charset.VNI).text == text
    assert convert(in_tcvn3(text), Charset.TCVN3).text.lower() == text.lower()
    assert convert(in_tcvn3(text.lower()), Charset.TCVN3).text == text.lower()


@given(SMALL)
def test_any_small_letters_come_back_from_tcvn3(text: str) -> None:
    assert convert(in_tcvn3(text), Charset.TCVN3).text == text


@given(ANY_CASE)
def test_any_letters_come_back_from_vni_without_doubt(text: str) -> None:
    assert convert(in_vni(text), Charset.VNI) == Converted(text)


def test_vni_has_all_letters_and_tcvn3_lacks_the_capitals_with_a_tone() -> None:
    assert set(vni().values()) == set(all_marked())
    assert len(all_marked()) == 134
    assert set(tcvn3().values()) == {*all_marked()[:67], *"ĂÂÊÔƠƯĐ"}


def test_tcvn3_agrees_with_the_standard_that_iconv_knows() -> None:
    command = ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"]
    raw = "".join(tcvn3()).encode("latin-1")
    known = subprocess.run(
        command, input=raw, capture_output=True, check=True, timeout=120
    ).stdout.decode()
    assert list(known) == list(tcvn3().values())


def test_vni_takes_the_case_from_the_plain_letter() -> None:
    assert convert("AÂu AâU aÂ", Charset.VNI).text == "Âu ÂU â"


def test_a_capital_font_means_capitals() -> None:
    assert convert("céng hßa x· héi", Charset.TCVN3, capitals=True) == Converted("CỘNG HÒA XÃ HỘI")
    assert convert("¸nh", Charset.TCVN3, capitals=True) == Converted("ÁNH")


@pytest.mark.parametrize(
    ("legacy", "text"),
    [
        ("CéNG HßA X· HéI", "CỘNG HÒA XÃ HỘI"),
        ("NGUYÔN thÞ Hoa", "NGUYỄN thị Hoa"),
        ("Hµ", "Hà"),
        ("§ç Vò", "Đỗ Vũ"),
        ("UBND huyÖn", "UBND huyện"),
    ],
)
def test_small_letters_among_capitals_become_capitals(legacy: str, text: str) -> None:
    assert convert(legacy, Charset.TCVN3) == Converted(text)


@pytest.mark.parametrize(
    ("legacy", "text", "doubtful"),
    [
        ("NguyÔn V¨n ¸nh", "Nguyễn Văn ánh", (11,)),
        ("ñy ban", "ủy ban", (0,)),
        ("Héi häp. ñy ban", "Hội họp. ủy ban", (9,)),
        ("Héi ®ång æn ®Þnh", "Hội đồng ổn định", ()),
    ],
)
def test_a_capital_that_tcvn3_cannot_write_is_doubtful(
    legacy: str, text: str, doubtful: tuple[int, ...]
) -> None:
    assert convert(legacy, Charset.TCVN3) == Converted(text, doubtful)


@pytest.mark.parametrize(
    ("legacy", "doubtful"),
    [
        ("th-ëng", (2,)),
        ("th- ký", (2,)),
        ("®-îc", (1,)),
        ("-u tiªn", (0,)),
        ("Tr-êng", (2,)),
        ("Thi ®ua - KhÕn", ()),
        ("Hµ Nam-Ninh", ()),
        ("Covid-19", ()),
        ("35/SCT-VP", ()),
        ("- Nh- trªn", (4,)),
    ],
)
def test_a_hyphen_that_may_have_been_a_letter_is_doubtful(
    legacy: str, doubtful: tuple[int, ...]
) -> None:
    assert convert(legacy, Charset.TCVN3).doubtful == doubtful


def test_a_sign_that_the_charset_lacks_stays_and_is_doubtful() -> None:
    assert convert("Vieät ¿", Charset.VNI) == Converted("Việt ¿", (5,))
    assert convert("ViÖt À", Charset.TCVN3) == Converted("Việt À", (5,))


@pytest.mark.parametrize(
    ("font", "charset", "capital"),
    [
        (".VnTime", Charset.TCVN3, False),
        (".VnTimeH", Charset.TCVN3, True),
        (".VnArialH", Charset.TCVN3, True),
        (".vnArial Narrow", Charset.TCVN3, False),
        ("VNI-Times", Charset.VNI, False),
        ("VNI-Helve", Charset.VNI, False),
        ("vni times", Charset.VNI, False),
        ("Times New Roman", None, False),
        ("VNtimes new roman", None, False),
        ("Vni", None, False),
        ("", None, False),
    ],
)
def test_the_font_tells_the_charset(font: str, charset: Charset | None, capital: bool) -> None:
    assert charset_of_font(font) is charset
    assert is_capital_font(font) is capital
