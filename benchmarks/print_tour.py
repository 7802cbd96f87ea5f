"""1.200 certificates from an Excel list to a print file on stock, as a clerk does it: each command with its time.

Run it as `python benchmarks/print_tour.py [FOLDER] [--count N]`; the folder is made anew.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from vbgen.campaign import load_campaign, write_workbook
from vbgen.model.campaign import Campaign
from vbgen.model.council import Vote
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Award, Gender, Nomination, Nominee, YearRating
from vbgen.office.setting.workspace import Workspace

SAMPLE = Path(__file__).parents[1] / "data" / "ha-nam-2022"
CAMPAIGN = "data/le-tuyen-duong"
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Đặng", "Bùi", "Đỗ")
MIDDLES = (
    "Văn",
    "Thị",
    "Hữu",
    "Đức",
    "Ngọc",
    "Thị Minh",
    "Hoàng",
    "Thanh",
    "Quang",
    "Hoàng Thảo Mai",
)
GIVEN = (
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hạnh",
    "Khánh",
    "Linh",
    "Nghĩa",
    "Phượng",
    "Quỳnh",
    "Trường",
)
AWARD = "Giấy khen"
OF_PHASES = ("meetings", "attendance")
MERITS = (
    "xuất sắc trong phong trào thi đua đợt 1 năm 2022",
    "xuất sắc trong phong trào thi đua đợt 1 năm 2022, có sáng kiến rút ngắn thời gian giải quyết thủ tục hành chính",
    "xuất sắc trong phong trào thi đua đợt 1 năm 2022, nhất là trong tham mưu số hóa hồ sơ và cải tiến quy trình",
)


def campaign(count: int) -> Campaign:
    """The sample campaign with `count` persons to be commended in its first phase."""
    sample = load_campaign(SAMPLE, Workspace(None).words(date(2026, 9, 5))).campaign
    units = [unit.model_copy(update={"headcount": count}) for unit in sample.units]
    people = [
        _person(number, names, units[number % len(units)].id) for number, names in _names(count)
    ]
    said = [(person.id, MERITS[number % len(MERITS)]) for number, person in enumerate(people)]
    rows: dict[str, list[Any]] = {
        "nominations": [
            Nomination(phase=1, nominee=who, award=AWARD, merit=merit) for who, merit in said
        ],
        "votes": [Vote(phase=1, nominee=who, award=AWARD, votes_for=9) for who, _merit in said],
        "awards": [Award(phase=1, nominee=who, award=AWARD, merit=merit) for who, merit in said],
    }
    own = {name: tuple(values) for name, values in rows.items()}
    first = {
        name: tuple(row for row in getattr(sample, name) if row.phase == 1) for name in OF_PHASES
    }
    kept = {
        "units": tuple(units),
        "nominees": (*sample.nominees, *people),
        "quotas": (),
        "quota_results": (),
    }
    return sample.model_copy(update={**first, **kept, **own})


def _names(count: int) -> list[tuple[int, tuple[str, str, str]]]:
    return list(zip(range(count), product(FAMILIES, MIDDLES, GIVEN), strict=False))


def _person(number: int, names: tuple[str, str, str], unit: str) -> Nominee:
    return Nominee(
        id=f"L{number:04}",
        kind=RecipientKind.INDIVIDUAL,
        full_name=" ".join(names),
        gender=Gender.FEMALE if names[1].startswith("Thị") else Gender.MALE,
        position="Chuyên viên",
        unit=unit,
        rating=YearRating.GOOD,
    )


def steps() -> list[list[str]]:
    """The commands of the tour, in order."""
    certificate = [CAMPAIGN, "certificate", "--phase", "1", "--stock", "a4-2"]
    measure = ["print", "--calibrate", "HP-M706", "--stock", "a4-2"]
    return [
        ["check", CAMPAIGN],
        ["print", *certificate, "--preview", "xem-truoc.pdf"],
        ["print", *certificate, "--only", "1-2", "--test", "-o", "in-thu.pdf"],
        [*measure, "-o", "dau-thap.pdf"],
        [*measure, "--readings", "23,5", "18", "18,4", "199,6"],
        ["issue", CAMPAIGN, "award-decision", "--phase", "1", "--date", "2022-07-20", "--yes"],
        ["print", *certificate, "--for", "HP-M706", "-o", "in.pdf"],
        [
            "print",
            *certificate,
            "--for",
            "HP-M706",
            "--only",
            "7,12-15",
            "-o",
            "in-lai.pdf",
            "--why",
            "Giấy bị nhàu",
        ],
    ]


def main() -> None:
    """Make the workspace and the Excel list, run each command, print a line for each."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", nargs="?", type=Path)
    asked.add_argument("--count", type=int, default=1200)
    given = asked.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="tour-vbgen-")) / "office"
    subprocess.run(
        [sys.executable, "-m", "vbgen", "init", str(folder)], check=True, capture_output=True
    )
    form = folder / CAMPAIGN / "campaign.xlsx"
    form.parent.mkdir(parents=True)
    write_workbook(campaign(given.count), form, Workspace(None).words(date(2026, 9, 5)))
    shutil.rmtree(folder / "data" / "ha-nam-2022")
    for words in steps():
        started = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "vbgen", *words],
            cwd=folder,
            check=False,
            capture_output=True,
            text=True,
        )
        print(f"{time.monotonic() - started:6.1f} s  [{done.returncode}]  vbgen {' '.join(words)}")
        for line in (done.stdout + done.stderr).strip().splitlines()[-4:]:
            print(f"          {line}")


if __name__ == "__main__":
    main()
