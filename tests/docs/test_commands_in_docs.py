"""The commands that the documents show are run, in order, in an empty folder for each document."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FENCE = "```"


def commands(page: Path) -> list[str]:
    """The lines after `$` in console blocks."""
    found, inside = [], False
    for line in page.read_text("utf-8").splitlines():
        if line.strip().startswith(FENCE):
            inside = line.strip() == f"{FENCE}console"
        elif inside and line.strip().startswith("$ "):
            found.append(line.strip()[2:])
    return found


PAGES = [
    page for page in sorted(ROOT.rglob("*.md")) if ".venv" not in page.parts and commands(page)
]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def test_the_readme_and_the_guide_show_commands() -> None:
    assert {"README.md", "docs/vi/README.md", "docs/templates.md"} <= set(map(name, PAGES))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_of_the_page_does_what_it_says(page: Path, tmp_path: Path) -> None:
    folder = tmp_path
    for command in commands(page):
        words = shlex.split(command)
        if words[0] == "cd":
            folder /= words[1]
            continue
        assert words[0] == "vbgen", command
        answer = subprocess.run(
            [sys.executable, "-m", "vbgen", *words[1:]],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            env={**os.environ, "VBGEN_LANG": "vi"},
        )
        assert answer.returncode == 0, f"{command}\n{answer.stdout}{answer.stderr}"
