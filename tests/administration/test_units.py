"""The units that the docs give for systemd are units, and run a command that vbgen has."""

import shlex
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.administration.offices import Office

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def read(name: str) -> ConfigParser:
    unit = ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # systemd tells letters apart
    unit.read_string((EXAMPLES / name).read_text("utf-8"))
    return unit


def test_the_service_runs_a_command_that_vbgen_has(tmp_path: Path) -> None:
    words = shlex.split(read("vbgen-verify.service")["Service"]["ExecStart"])
    assert words[:2] == ["/usr/bin/env", "vbgen"]
    assert Office.new(tmp_path / "o").run(*words[2:]).code == 14


def test_the_timer_is_installed_and_has_a_time() -> None:
    timer = read("vbgen-verify.timer")
    assert timer["Install"]["WantedBy"] == "timers.target"
    assert timer["Timer"]["OnCalendar"] == "Mon..Fri 06:15"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this system")
def test_systemd_understands_the_time() -> None:
    time = read("vbgen-verify.timer")["Timer"]["OnCalendar"]
    assert (
        subprocess.run(
            ["systemd-analyze", "calendar", time], capture_output=True, check=False
        ).returncode
        == 0
    )
