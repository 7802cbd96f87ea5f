"""How much processor time `vbgen check` takes for many people, today and by 0.1, in the same run.

    python benchmarks/intake.py [PEOPLE] [--rounds 2] [--most 0.2]

The workbook is what an office fills in: a sheet of people with their gender, year of birth, post, unit, rank, rating
and day of joining, and the few other sheets that a campaign needs. 0.1 comes out of git as in `against_01.py`.
With `--most` the exit code is 1 where today's share of 0.1's time is above it.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
from against_01 import INSTALLED, ROOT, Version, built
from check import UNIT_SIZE, YEAR, person

ENVIRONMENT = {**os.environ, **INSTALLED}
_SAMPLE = ROOT / "data" / "ha-nam-2022" / "campaign.xlsx"
_PEOPLE, _UNITS = "Cá nhân, tập thể", "Đơn vị"
_HEADINGS = (
    "Mã đối tượng", "Loại đối tượng", "Họ và tên, tên tập thể", "Giới tính", "Năm sinh", "Chức vụ", "Mã đơn vị",
    "Thứ bậc", "Xếp loại năm", "Ngày về cơ quan",
)  # fmt: skip
_KEPT = (
    "Cơ quan",
    "Phong trào",
    "Phát động",
    "Người ký",
    "Nội dung",
    "Các đợt",
    "Kính gửi",
    "Nơi nhận",
)


def workbook(people: int, path: Path) -> None:
    """The sample's office with so many people."""
    book = openpyxl.load_workbook(_SAMPLE)
    for sheet in book.worksheets:
        if sheet.title not in _KEPT:
            book.remove(sheet)
    units = book.create_sheet(_UNITS)
    units.append(("Mã đơn vị", "Tên đơn vị", "Số người"))
    for number in range(-(-people // UNIT_SIZE)):
        units.append((f"DV{number}", f"Phòng số {number}", UNIT_SIZE))
    list_of_people = book.create_sheet(_PEOPLE)
    list_of_people.append(_HEADINGS)
    for row in rows(people):
        list_of_people.append(row)
    path.parent.mkdir(parents=True)
    book.save(path)


def rows(people: int) -> Iterator[tuple[object, ...]]:
    """One row a person."""
    for number in range(people):
        one = person(number)
        yield (
            one.id, "Cá nhân", one.full_name, one.gender.label if one.gender else None, one.birth_year,
            f"Chuyên viên {number % 40}", one.unit, number % 9 + 1, "Hoàn thành tốt nhiệm vụ",
            date(YEAR - 2 - number % 10, number % 12 + 1, number % 28 + 1),
        )  # fmt: skip


def seconds(version: Version, folder: Path) -> float:
    """Processor time of one check, everything included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [str(version.python.with_name("vbgen")), "check", "data/many", "--json"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=ENVIRONMENT
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or '"findings"' not in done.stdout:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Measure, and say the share."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("people", type=int, nargs="?", default=50_000)
    asked.add_argument("--rounds", type=int, default=2)
    asked.add_argument("--most", type=float, default=0.0)
    given = asked.parse_args()
    today, earlier = Version("today", ROOT, Path(sys.executable)), built()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "vbgen.toml").write_text("")
        workbook(given.people, root / "data" / "many" / "campaign.xlsx")
        took: dict[str, list[float]] = {today.name: [], earlier.name: []}
        for _round in range(given.rounds):
            for version in (today, earlier):
                took[version.name].append(seconds(version, root))
        times = {name: min(taken) for name, taken in took.items()}
    share = times["today"] / times[earlier.name]
    for name, taken in times.items():
        print(f"{name:>8} {given.people:>8} people {taken:>8.1f} s of processor time")
    print(f"share of 0.1's time: {share:.2f}")
    return 1 if given.most and share > given.most else 0


if __name__ == "__main__":
    sys.exit(main())
