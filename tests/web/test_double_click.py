"""What `init` leaves to be double-clicked opens the desk of the folder that it lies in, wherever that is."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest


def told_to_run(launcher: Path) -> list[str]:
    """The words of `Exec` as the Desktop Entry Specification has them read."""
    lines = launcher.read_text("utf-8").splitlines()
    line = next(line for line in lines if line.startswith("Exec=")).removeprefix("Exec=")
    found = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', line.replace("\\\\", "\\"))
    words = [re.sub(r"\\(.)", r"\1", quoted) or plain for quoted, plain in found]
    return [str(launcher) if word == "%k" else word.replace("%%", "%") for word in words]


@pytest.mark.parametrize("name", ["van phong", 'Sở "A" $HOME 100%'])
def test_a_double_click_opens_the_desk(made_workspace: Path, tmp_path: Path, name: str) -> None:
    place = Path(shutil.copytree(made_workspace, tmp_path / name))
    launcher = place / "Ban-lam-viec.desktop"
    assert os.access(launcher, os.X_OK)
    environ = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    with subprocess.Popen(
        told_to_run(launcher), cwd="/", env=environ, stdout=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout is not None
        assert "http://127.0.0.1:" in started.stdout.readline()
        assert (place / "output" / ".desk.json").read_text("utf-8")
        started.send_signal(signal.SIGTERM)
        try:
            assert started.wait(30) == 0
        finally:
            started.kill()
