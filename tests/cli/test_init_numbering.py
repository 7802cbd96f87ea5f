"""A new workspace knows how the office numbers: asked on a terminal, said by options elsewhere, else as before."""

import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from vbgen.office.setting.stores import numbering_of
from vbgen.office.setting.workspace import find_workspace
from vbgen.register.numbers import GoldenHabit

VBGEN = (sys.executable, "-m", "vbgen")


def numbering(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "vbgen.toml").read_text("utf-8"))["numbering"]  # type: ignore[no-any-return]  # TOML


def init(folder: Path, *options: str) -> int:
    command = [*VBGEN, "init", str(folder), *options]
    return subprocess.run(
        command, check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=120
    ).returncode


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), {"by_type": False, "inserted": False}),
        (
            ("--by-type", "--inserted", "--golden-book", "yearly"),
            {"by_type": True, "inserted": True, "golden_book": "yearly"},
        ),
        (
            ("--apart", "giay-moi=GM", "--apart", "đảng=QĐ,NQ"),
            {
                "by_type": False,
                "inserted": False,
                "apart": {"giay-moi": ["GM"], "đảng": ["QĐ", "NQ"]},
            },
        ),
    ],
)
def test_options_say_it_and_without_any_it_is_as_before(
    tmp_path: Path, options: tuple[str, ...], found: dict[str, object]
) -> None:
    assert init(tmp_path / "w", *options) == 0
    assert numbering(tmp_path / "w") == found
    numbering_of(find_workspace(tmp_path / "w"))


def test_the_last_number_of_the_book_on_paper_is_gone_on_from(tmp_path: Path) -> None:
    assert init(tmp_path / "w", "--last-number", "120", "--golden-book", "running") == 0
    read = numbering_of(find_workspace(tmp_path / "w"))
    assert list(read.starts["van-ban-di"].values()) == [121]
    assert read.golden_book is GoldenHabit.RUNNING


@pytest.mark.parametrize("apart", ["giay-moi", "=GM", "giay-moi="])
def test_a_series_that_cannot_be_meant_makes_nothing(tmp_path: Path, apart: str) -> None:
    assert init(tmp_path / "w", "--apart", apart) == 2
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("\n\n\n\n", {"by_type": False, "inserted": False}),
        (
            "n\nGM, PB\ny\n245\n",
            {"by_type": False, "inserted": True, "apart": {"gm": ["GM"], "pb": ["PB"]}},
        ),
        ("y\n\nn\n", {"by_type": True, "inserted": False}),
    ],
)
def test_a_person_at_a_terminal_is_asked(
    tmp_path: Path, typed: str, found: dict[str, object]
) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    command = [*VBGEN, "init", str(tmp_path / "w")]
    done = subprocess.run(command, check=False, stdin=theirs, capture_output=True, timeout=120)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr.decode()
    assert "Mỗi loại văn bản một hệ thống số?" in done.stderr.decode()
    read = numbering(tmp_path / "w")
    start = read.pop("start", {})
    assert read == found
    assert list(start.get("van-ban-di", {}).values()) == ([246] if "245" in typed else [])


def test_one_last_number_does_not_fit_a_series_for_each_type(tmp_path: Path) -> None:
    assert init(tmp_path / "w", "--by-type", "--last-number", "120") == 2
    assert not (tmp_path / "w" / "vbgen.toml").exists()
