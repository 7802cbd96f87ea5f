"""A glance at what papers come from sees each change of a file, as reading it all does."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from vbgen.office.setting.state import glance_at, state_of

State = Callable[[list[Path], list[Path], list[object]], str]


def _written(folder: Path) -> None:
    (folder / "a.txt").write_text("another", "utf-8")


def _same_length(folder: Path) -> None:
    (folder / "new").write_text("other", "utf-8")
    (folder / "new").replace(folder / "a.txt")
    os.utime(folder / "a.txt", ns=(0, 0))


def _renamed(folder: Path) -> None:
    (folder / "a.txt").rename(folder / "b.txt")


def _added(folder: Path) -> None:
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "deep" / "deeper" / "c.txt").write_text("", "utf-8")


def _gone(folder: Path) -> None:
    (folder / "a.txt").unlink()


@pytest.mark.parametrize("state", [state_of, glance_at])
@pytest.mark.parametrize("change", [_written, _same_length, _renamed, _added, _gone])
def test_a_change_is_seen(tmp_path: Path, state: State, change: Callable[[Path], None]) -> None:
    (tmp_path / "a.txt").write_text("words", "utf-8")
    os.utime(tmp_path / "a.txt", ns=(0, 0))
    before = state([tmp_path], [tmp_path / "absent"], ["day"])
    assert state([tmp_path], [tmp_path / "absent"], ["day"]) == before
    change(tmp_path)
    assert state([tmp_path], [tmp_path / "absent"], ["day"]) != before


@pytest.mark.parametrize("state", [state_of, glance_at])
def test_a_fact_is_part_of_it(tmp_path: Path, state: State) -> None:
    assert state([tmp_path], [], ["05/3/2026"]) != state([tmp_path], [], ["06/3/2026"])
