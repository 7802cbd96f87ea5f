"""A merit that says itself what was done has no other verb before it."""

import pytest

from tests.papers.small import person
from vbgen.papers.body.merit import merit_done
from vbgen.papers.body.recipients import Wordings


@pytest.mark.parametrize(
    ("merit", "said"),
    [
        ("xuất sắc trong bảo vệ rừng", "có thành tích xuất sắc trong bảo vệ rừng"),
        ("Có thành tích tiêu biểu", "có thành tích tiêu biểu"),
        ("có nhiều đóng góp cho thôn", "có nhiều đóng góp cho thôn"),
        ("Đã có thành tích xuất sắc", "có thành tích xuất sắc"),
        ("Đã hoàn thành xuất sắc nhiệm vụ", "hoàn thành xuất sắc nhiệm vụ"),
        ("đạt giải Nhì môn Toán", "đạt giải Nhì môn Toán"),
        ("giải Ba môn Lịch sử", "đạt giải Ba môn Lịch sử"),
        ("Huy chương Vàng môn bơi", "đạt huy chương Vàng môn bơi"),
        ("danh hiệu Học sinh Giỏi", "đạt danh hiệu Học sinh Giỏi"),
        ("hoàn thành tốt nhiệm vụ năm 2026", "hoàn thành tốt nhiệm vụ năm 2026"),
        ("nhiều đóng góp cho Chi nhánh", "có nhiều đóng góp cho Chi nhánh"),
        ("góp phần giữ gìn trật tự", "góp phần giữ gìn trật tự"),
        ("đặc biệt trong phòng dịch", "có thành tích đặc biệt trong phòng dịch"),
    ],
)
def test_it_is_led_in_by_what_it_lacks(merit: str, said: str) -> None:
    assert merit_done(merit) == said
    assert Wordings().merit_sentence(person("1", "Lê An"), merit) == f"Đã {said}"


def test_the_office_s_own_opening_stays() -> None:
    somebody = person("1", "Lê An")
    assert Wordings().merit_sentence(somebody, "giải Nhất", "Đoạt") == "Đoạt giải Nhất"
    assert Wordings().merit_sentence(somebody, "giải Nhất", "-") == "Giải Nhất"
