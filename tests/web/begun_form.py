"""A form in which somebody has begun to write, so that what is missing from it counts."""

from pathlib import Path

from openpyxl import load_workbook


def begin_badly(form: Path) -> None:
    """One answer is given, and all that belongs to it is not."""
    book = load_workbook(form)
    book["Bắt đầu"]["B4"] = "Xã Phú Lộc"
    book.save(form)
    book.close()
