"""How fast lists that units send are read beside plain scripts, and how memory grows with their rows.

    python benchmarks/read.py [--rows 10000] [--files 300] [--json FILE]

An Excel list of so many rows and of twice as many, a Word list of a fifth of that: rows a second and the most memory,
of vbgen and of a loop of openpyxl or python-docx that takes the first row for the heading and understands nothing; then
so many files of units, Word and Excel in turn, merged.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from docx import Document
from openpyxl import Workbook, load_workbook

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


def word(path: Path, count: int, start: int = 0) -> None:
    """The same as a Word table."""
    document = Document()
    table = document.add_table(count + 1, len(_HEADING))
    for line, row in zip(table.rows, (_HEADING, *rows(count, start)), strict=True):
        for cell, value in zip(line.cells, row, strict=True):
            cell.text = str(value)
    document.save(str(path))


def plain_excel(path: Path) -> int:
    """What a script of openpyxl does: the first row is the heading, every row below is somebody."""
    lines = load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)
    heading = next(lines)
    return len([dict(zip(heading, line, strict=True)) for line in lines])


def plain_word(path: Path) -> int:
    """The same of python-docx, with the first table."""
    heading, *lines = Document(str(path)).tables[0].rows
    titles = [cell.text for cell in heading.cells]
    return len([dict(zip(titles, (c.text for c in line.cells), strict=True)) for line in lines])


def ours(path: Path) -> int:
    """Whose columns are found, whose names, posts, units and honours are known, each value with its place."""
    return len(read_file(path, path.name, _known()).people)


_READERS = {"vbgen": ours, "openpyxl": plain_excel, "python-docx": plain_word}


def main() -> None:
    """Measure; one process for each reading, so that each has its own memory."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--json", type=Path, help="also write the figures there")
    parser.add_argument("--one", nargs=2, metavar=("READER", "FILE"))
    given = parser.parse_args()
    if given.one:
        _one(*given.one)
        return
    with tempfile.TemporaryDirectory() as folder:
        found = list(_beside(Path(folder), given.rows))
        many = _many(Path(folder), given.files)
    if given.json:
        text = json.dumps({"lists": found, "many": many}, indent=1)
        given.json.write_text(f"{text}\n", encoding="utf-8")


def _beside(folder: Path, most: int) -> Iterator[dict[str, object]]:
    """Each list read by a plain script and by vbgen, one after the other."""
    for write, plain, counts in (
        (excel, "openpyxl", (most, most * 2)),
        (word, "python-docx", (most // 5, most // 5 * 2)),
    ):
        for count in counts:
            path = folder / f"{count}.{'xlsx' if write is excel else 'docx'}"
            write(path, count)
            yield from (_measured(name, path) for name in (plain, "vbgen"))


def _measured(reader: str, path: Path) -> dict[str, object]:
    command = [sys.executable, __file__, "--one", reader, str(path)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(
        "{file}: {reader} {people} rows, {seconds} s of CPU, {rate} rows/s, {mb} MB".format(**said)
    )
    return dict(said)


def _one(reader: str, file: str) -> None:
    before = time.process_time()
    people = _READERS[reader](Path(file))
    spent = time.process_time() - before
    said = {
        "file": Path(file).name,
        "reader": reader,
        "people": people,
        "seconds": round(spent, 2),
        "rate": round(people / spent),
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(said))


def _known() -> KnownOffice:
    day = date(2026, 11, 29)
    return KnownOffice(find_workspace(Path(__file__).parent).words(day), day)


def _many(folder: Path, files: int) -> dict[str, object]:
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
    return {"files": files, "people": people, "seconds": round(spent, 1)}


if __name__ == "__main__":
    main()
