"""The tool's sentences say one thing by one word, in the words of a registry clerk."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VIETNAMESE = runpy.run_path(str(ROOT / ".ci" / "vietnamese.py"))
BREACHES: dict[str, list[str]] = VIETNAMESE["breaches"]()
LISTED: dict[str, list[str]] = VIETNAMESE["listed"]()


@pytest.mark.parametrize("rule", sorted(VIETNAMESE["RULES"]))
def test_no_sentence_breaks_a_rule_but_those_of_the_list_that_shrinks(rule: str) -> None:
    new = sorted(set(BREACHES.get(rule, ())) - set(LISTED.get(rule, ())))
    assert new == [], f"{VIETNAMESE['RULES'][rule]}"


def test_the_list_names_no_sentence_that_is_mended_or_gone() -> None:
    gone = {rule: sorted(set(each) - set(BREACHES.get(rule, ()))) for rule, each in LISTED.items()}
    assert {rule: each for rule, each in gone.items() if each} == {}, (
        "`.ci/vietnamese.py --shrink` takes them off"
    )


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("pronoun", "Dữ liệu của bạn không thay đổi."),
        ("that", "Hãy sửa tệp ấy."),
        ("speech", "Chạy lại để làm nốt."),
        ("passive", "Đã thu hồi bởi số 02."),
        ("chain", "Nếu phải, hãy sửa; nếu không, hãy xóa."),
        ("length", " ".join(["chữ"] * 26) + "."),
        ("code", "Tệp có khai báo DTD."),
        ("accusing", "Mục đã bị sửa."),
        ("bag", "Đóng túi hồ sơ."),
        ("workbook", "Đây không phải sổ Excel."),
        ("series", "Mỗi loại một dãy số."),
        ("issued", "Đã phát hành {code}."),
        ("level", "{notes} ghi chú."),
        ("setting", "Hãy khai tệp hình ở [certificate] của vbgen.toml."),
        ("setting", "Chưa có dữ liệu cho nomination-list."),
        ("setting", "Hệ thống số “van-ban-di” đã có số này."),
    ],
)
def test_a_sentence_that_breaks_a_rule_is_found(rule: str, sentence: str) -> None:
    assert rule in set(VIETNAMESE["broken"](sentence, is_administrators=False))


def test_codes_are_for_administrators_only() -> None:
    found = set(VIETNAMESE["broken"]("Ghi JSON Schema.", is_administrators=True))
    assert "code" not in found


def test_who_looks_after_settings_is_sent_to_them_by_name() -> None:
    told = "Nhờ quản trị khai tệp hình ở mục [certificate] của vbgen.toml."
    assert set(VIETNAMESE["broken"](told, is_administrators=False)) == set()


def test_places_of_values_are_no_words() -> None:
    told = "Tệp {byte} nằm ở {json}."
    assert set(VIETNAMESE["broken"](told, is_administrators=False)) == set()
