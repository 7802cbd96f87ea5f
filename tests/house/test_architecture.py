"""The architecture page is held to the house, and every page to the files that it names."""

import re
import runpy
from pathlib import Path

from tests.house.test_promises import texts, tracked

ROOT = Path(__file__).parents[2]
FLOORS = runpy.run_path(str(ROOT / ".ci" / "floors.py"), run_name="floors")
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
BESIDE = {"__init__", "__main__"}
PATH = re.compile(r"(?<![\w/.-])(?:vbgen|tests|benchmarks|\.ci)/[\w./-]*\w")


def section(title: str) -> str:
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def test_the_page_names_every_floor_in_the_order_of_the_house() -> None:
    named = re.findall(r"^\| `(\w+)` \|", section("The floors"), re.MULTILINE)
    assert named == [name for layer in FLOORS["floors"]() for name in layer]


def test_every_floor_stands_in_the_house_and_none_beside_them() -> None:
    there = {path.relative_to(ROOT / "vbgen").parts[0] for path in tracked("vbgen/*.py")}
    modules = {name.removesuffix(".py") for name in there} - BESIDE
    assert {name for layer in FLOORS["floors"]() for name in layer} == modules


def test_the_page_names_every_room_and_no_other() -> None:
    named = re.findall(r"^\| `([\w/]+)` \|", section("The rooms"), re.MULTILINE)
    folders = {path.parent.relative_to(ROOT / "vbgen").as_posix() for path in tracked("vbgen/*.py")}
    assert named == sorted(folder for folder in folders if "/" in folder)


def test_the_picture_and_the_acts_are_those_of_today() -> None:
    assert FLOORS["filled"](PAGE) == PAGE, "`.ci/floors.py` fills in the acts"
    assert FLOORS["PICTURE"].read_text("utf-8") == FLOORS["picture"](PAGE), (
        "`.ci/floors.py` draws it"
    )


def test_every_file_of_ours_that_a_page_names_exists() -> None:
    missing = {
        f"{page}: {path}"
        for page, text in texts("*.md").items()
        if page != "CHANGELOG.md"
        for path in PATH.findall(text)
        if not (ROOT / path).exists() and not (ROOT / path).is_symlink()
    }
    assert missing == set()
