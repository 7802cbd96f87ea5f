"""The commands that the documents show are run, in order, in an empty folder for each of their series."""

import shlex
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.house.test_promises import ROOT, tracked

FENCE = "```"


def commands(page: Path) -> tuple[str, ...]:
    """The lines after `$` in console blocks."""
    found, inside = [], False
    for line in page.read_text("utf-8").splitlines():
        if line.strip().startswith(FENCE):
            inside = line.strip() == f"{FENCE}console"
        elif inside and line.strip().startswith("$ "):
            found.append(line.strip()[2:])
    return tuple(found)


def pages_by_series() -> Mapping[tuple[str, ...], list[str]]:
    """The pages that show the same commands one after another, the English and the Vietnamese for example."""
    found = defaultdict(list)
    for page in tracked("*.md"):
        if series := commands(page):
            found[series].append(page.relative_to(ROOT).as_posix())
    return found


SERIES = pages_by_series()


def test_the_readme_and_the_guide_show_commands() -> None:
    shown = {page for pages in SERIES.values() for page in pages}
    assert {"README.md", "docs/vi/README.md", "docs/templates.md"} <= shown


@pytest.mark.parametrize("series", SERIES, ids=lambda series: " ".join(SERIES[series]))
def test_every_command_of_the_pages_does_what_it_says(
    series: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VBGEN_LANG", "vi")
    monkeypatch.chdir(tmp_path)
    for command in series:
        words = shlex.split(command)
        if words[0] == "cd":
            monkeypatch.chdir(words[1])
            continue
        assert words[0] == "vbgen", command
        answer = vbgen(capsys, *words[1:])
        assert answer.code == 0, f"{command}\n{answer.out}{answer.err}"
