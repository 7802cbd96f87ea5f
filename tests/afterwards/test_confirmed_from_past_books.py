"""A certificate of a golden book of past years, lost: confirmed and made again as the book says."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.afterwards.years import add, confirm_sound, issued, registry, said, year_of

HEADINGS = (
    *("Số vào sổ", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu", "Năm", "Thành tích"),
    "Quyết định số",
)
MERIT = "Đã hoàn thành xuất sắc nhiệm vụ năm 2021"


def past_book(path: Path) -> Path:
    """The book as an office keeps it."""
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append(HEADINGS)
    cited = "61/QĐ-TĐKT ngày 13/12/2021"
    sheet.append([41, "Ông Bế Văn Thọ", "Văn phòng", "Giấy khen", 2021, MERIT, cited])
    book.save(path)
    return path


def test_a_certificate_of_an_imported_book_is_confirmed_and_made_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = year_of("xa", tmp_path)
    book = past_book(tmp_path / "so-vang.xlsx")
    wanted = ("import", book, "--golden-book", "--agency", "TĐKT", "--yes", "--json")
    assert registry(office, capsys, *wanted).json["certificates"] == 1
    lost = {"id": "A", "certificate": "61/QĐ-TĐKT:1", "caption": "Ông", "is_remade": True}
    add(office, confirmations=[lost])
    lines = ("Người nhận", "Lưu: VT")
    add(office, recipients=[{"kind": "award-confirmation", "text": text} for text in lines])
    paper = issued(office, capsys, "award-confirmation")
    code = paper["code"].replace("/", "-")
    told = "\n".join(said(office, code, "award-confirmation-A"))
    assert "Bế Văn Thọ" in told
    assert "61/QĐ-TĐKT ngày 13 tháng 12 năm 2021" in told
    assert MERIT in told
    remade = "\n".join(said(office, code, "certificate"))
    assert "BẾ VĂN THỌ" in remade
    assert "61/QĐ-TĐKT, ngày 13 tháng 12 năm 2021" in remade
    assert "Số sổ vàng: 41" in remade
    assert paper["golden_numbers"] == []
    confirm_sound(office, capsys, paper["code"])
