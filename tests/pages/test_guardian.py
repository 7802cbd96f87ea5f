"""An outside program never outlives who started it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import comes_true
from vbgen.pages.converter.process import end, run, start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")
_STARTS_AND_WAITS = """
import sys, time
from pathlib import Path
from vbgen.pages.converter.process import start
start(["sh", "-c", "sleep 600 & sleep 600"], log=Path(sys.argv[1]) / "log.txt")
time.sleep(600)
"""


def running(folder: Path) -> list[int]:
    """Processes whose temporary files lie in that folder."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdecimal():
            try:
                environ = (place / "environ").read_bytes()
                state = (place / "stat").read_text("utf-8").rpartition(")")[2].split()[0]
            except OSError:
                continue
            if f"TMPDIR={folder}".encode() in environ.split(b"\0") and state != "Z":
                found.append(int(place.name))
    return found


def test_a_program_and_its_own_children_go_when_their_starter_is_killed(tmp_path: Path) -> None:
    starter = subprocess.Popen([sys.executable, "-c", _STARTS_AND_WAITS, str(tmp_path)])
    assert comes_true(lambda: len(running(tmp_path)) >= 3)
    starter.send_signal(signal.SIGKILL)
    starter.wait()
    assert comes_true(lambda: not running(tmp_path))


def test_ending_a_program_ends_its_guardian_and_its_children(tmp_path: Path) -> None:
    process = start(["sh", "-c", "sleep 600 & sleep 600"], log=tmp_path / "log.txt")
    assert comes_true(lambda: len(running(tmp_path)) >= 3)
    end(process)
    assert comes_true(lambda: not running(tmp_path))


@pytest.mark.parametrize(("script", "code"), [("exit 0", 0), ("exit 7", 7), ("kill -9 $$", 255)])
def test_the_program_s_own_exit_code_is_told(script: str, code: int, tmp_path: Path) -> None:
    assert run(["sh", "-c", script], log=tmp_path / "log.txt", stall_s=20, pulse=lambda: 0) == code


def test_a_program_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        start([str(tmp_path / "nothing")], log=tmp_path / "log.txt")


_STARTS_PATIENTLY = """
import os, sys
from pathlib import Path
from vbgen.pages.converter.process import end, start
os.nice(10)
process = start(["sh", "-c", "sleep 600"], log=Path(sys.argv[1]) / "log.txt")
print(process.pid, flush=True)
sys.stdin.read()
end(process)
"""


@pytest.mark.skipif(
    not Path("/proc/self/autogroup").exists(), reason="this system does not share out by sessions"
)
def test_a_program_yields_to_other_sessions_too_when_its_starter_does(tmp_path: Path) -> None:
    words = [sys.executable, "-c", _STARTS_PATIENTLY, str(tmp_path)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as starter:
        assert starter.stdout is not None
        session = Path(f"/proc/{int(starter.stdout.readline())}/autogroup")
        assert comes_true(lambda: session.read_text("ascii").split()[-1] == "10")
