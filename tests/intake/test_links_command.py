"""`vbgen links`: made, listed, taken back by command; refused with the way out where nobody could open them."""

import json
import shutil
from pathlib import Path

import pytest

from vbgen.cli import run

Capture = pytest.CaptureFixture[str]
ADDRESS = '\n[serve]\naddress = "https://thidua.example.vn"\n'


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace with the sample."""
    place = tmp_path / "office"
    shutil.copytree(Path(__file__).parents[2] / "data" / "ha-nam-2022", place / "data" / "năm 2022")
    (place / "templates").mkdir()
    (place / "vbgen.toml").write_text("", "utf-8")
    return place


def ran(office: Path, *words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        run(["links", *words, "--workspace", str(office)])
    return int(ended.value.code or 0)


def test_links_are_made_listed_and_taken_back(office: Path, capsys: Capture) -> None:
    (office / "vbgen.toml").write_text(ADDRESS, "utf-8")
    assert ran(office, "make", "data/năm 2022", "--unit", "VP", "--json") == 0
    [made] = json.loads(capsys.readouterr().out)["links"]
    assert made["url"].startswith("https://thidua.example.vn/hand-in/")
    assert ran(office, "list", "năm 2022", "--json") == 0
    listed = json.loads(capsys.readouterr().out)["units"]
    assert [each["unit"] for each in listed if each["state"] == "open"] == ["VP"]
    assert ran(office, "make", "năm 2022", "--json") == 0
    others = json.loads(capsys.readouterr().out)["links"]
    assert len(others) == len(listed) - 1  # whoever has a link keeps it
    assert ran(office, "close", "năm 2022", listed[0]["link"]) == 0
    assert ran(office, "close", "năm 2022", listed[0]["link"]) == 2


def test_a_link_that_nobody_could_open_is_not_made(office: Path, capsys: Capture) -> None:
    assert ran(office, "make", "năm 2022", "--unit", "VPS") == 1
    told = " ".join("".join(capsys.readouterr()).split())
    assert "[serve]" in told
    assert "VP" in told
    assert "VPS" in told
