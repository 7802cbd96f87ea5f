"""What is not installed is told in a sentence with the line that installs it."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.administration.offices import Office
from vbgen.extras import PACKAGES

ROOT = Path(__file__).parents[2]
RUN = "import sys\nsys.modules[sys.argv[1]] = None\nfrom vbgen.cli import run\nrun(sys.argv[2:])\n"


def test_the_extras_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert {
        name: tuple(one.partition(";")[0].strip() for one in extras[name]) for name in PACKAGES
    } == PACKAGES


@pytest.mark.parametrize(
    ("library", "variable", "address", "words", "package"),
    [
        ("psycopg", "VBGEN_DATABASE", "postgresql://h/so", "register list", "psycopg[binary]"),
        (
            "s3fs",
            "VBGEN_ARCHIVE",
            "s3://kho/so",
            "issue data/ha-nam-2022 launch-notice --date 2022-03-15",
            "s3fs",
        ),
        (
            "distributed",
            "VBGEN_CLUSTER",
            "tcp://h:1",
            "draft data/ha-nam-2022 certificate --pdf",
            "distributed",
        ),
    ],
)
def test_a_missing_extra_is_told_with_the_line(
    tmp_path: Path, library: str, variable: str, address: str, words: str, package: str
) -> None:
    office = Office.new(tmp_path / "o")
    environ = {**os.environ, variable: address, "VBGEN_LANG": "vi"}
    command = [sys.executable, "-c", RUN, library, *words.split()]
    told = subprocess.run(
        command, cwd=office.folder, env=environ, capture_output=True, text=True, check=False
    )
    assert told.returncode == 5, told.stdout + told.stderr
    assert f"pip install '{package}" in told.stderr
    assert "Traceback" not in told.stderr
