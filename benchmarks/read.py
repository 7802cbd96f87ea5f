"""How fast lists that units send are read, and how memory grows with their rows.

    python benchmarks/read.py [--rows 10000] [--files 300]

One Excel list of so many rows and of twice as many: rows a second, and how much memory the second half adds; then so
many files of units, Word and Excel in turn, merged.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from vbgen.intake.known import KnownOffice
from vbgen.intake.merging import merged
from vbgen.intake.reading import read_file
from vbgen.office.setting.workspace import find_workspace

_HEADING = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Danh hiệu", "Thành tích")
_FAMILIES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
]
_MIDDLES = ["Văn", "Thị", "Quốc", "Minh", "Thu", "Ngọc", "Đức", "Thanh"]
_GIVEN = [
    "An",
    "Bình",
    "Cúc",
    "Dũng",
    "Hòa",
    "Khánh",
    "Linh",
    "Minh",
    "Phú",
    "Sơn",
    "Tâm",
    "Uyên",
    "Vinh",
    "Yến",
]
_IN_FILE = 20


def rows(count: int, start: int = 0) -> Iterator[tuple[int | str, ...]]:
    """So many people, each with another name or unit."""
    for number in range(start, start + count):
        name = " ".join(each[number // step % len(each)] for each, step in _PARTS)
        unit = f"Phòng số {number % 97}"
        yield (number + 1, name, 1960 + number % 45, "Chuyên viên", unit, "LĐTT", "tốt")


_PARTS = ((_FAMILIES, 1), (_MIDDLES, 12), (_GIVEN, 96))


def excel(path: Path, count: int, start: int = 0) -> None:
    """A list in Excel."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(_HEADING)
    for row in rows(count, start):
        sheet.append(row)
    book.save(path)


def word(path: Path, count: int, start: int) -> None:
    """The same as a Word table."""
    document = Document()
    table = document.add_table(count + 1, len(_HEADING))
    for at, row in enumerate((_HEADING, *rows(count, start))):
        for column, value in enumerate(row):
            table.cell(at, column).text = str(value)
    document.save(str(path))


def main() -> None:
    """Measure; one process for each size, so that each has its own memory."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--one", type=Path)
    given = parser.parse_args()
    if given.one:
        _one(given.one)
        return
    with tempfile.TemporaryDirectory() as folder:
        for count in (given.rows, given.rows * 2):
            path = Path(folder) / f"{count}.xlsx"
            excel(path, count)
            subprocess.run([sys.executable, __file__, "--one", str(path)], check=True)
        _many(Path(folder), given.files)


def _known() -> KnownOffice:
    day = date(2026, 11, 29)
    return KnownOffice(find_workspace(Path(__file__).parent).words(day), day)


def _one(path: Path) -> None:
    known, before = _known(), time.process_time()
    people = len(read_file(path, path.name, known).people)
    spent = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{people} people: {spent:.1f} s of CPU, {people / spent:.0f} rows/s, {peak} MB")


def _many(folder: Path, files: int) -> None:
    for number in range(files):
        write = excel if number % 2 else word
        ending = "xlsx" if number % 2 else "docx"
        write(folder / f"u{number}.{ending}", _IN_FILE, number * _IN_FILE)
    known, before, at = _known(), time.process_time(), time.perf_counter()
    readings = [read_file(path, path.name, known) for path in sorted(folder.glob("u*"))]
    found = merged(readings)
    people = sum(len(reading.people) for reading in readings)
    spent, passed = time.process_time() - before, time.perf_counter() - at
    print(
        f"{files} files, {people} people, {len(found.repeats)} in two files: {spent:.1f} s of CPU, {passed:.1f} s"
    )


if __name__ == "__main__":
    main()
