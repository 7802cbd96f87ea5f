"""`--errors-only`: on the terminal nothing but what forbids; for programs, and where somebody agrees, everything."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.command_line import vbgen

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
LESS_GRAVE = ("Cảnh báo", "Lưu ý")
LAUNCH = (
    "launch-notice",
    *("--date", "2022-03-15", "--no-pdf", "--yes"),
    *("--accept-form-errors", "recipient.as-above", "--reason", "theo bản gốc"),
)
COMMANDS = {"check": (), "draft": ("launch-notice",), "issue": LAUNCH}


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    return Path(shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022"))


@pytest.mark.parametrize("command", COMMANDS)
def test_only_errors_are_shown_where_only_errors_are_asked_for(
    campaign: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = vbgen(capsys, command, campaign, *COMMANDS[command], "--errors-only")

    assert done.code == 0
    assert not any(level in done.out for level in LESS_GRAVE)


@pytest.mark.parametrize("command", COMMANDS)
def test_all_is_shown_without_it(
    campaign: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = vbgen(capsys, command, campaign, *COMMANDS[command])

    assert any(level in done.out + done.err for level in LESS_GRAVE)


@pytest.mark.parametrize("command", COMMANDS)
def test_programs_are_told_everything(
    campaign: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = vbgen(capsys, command, campaign, *COMMANDS[command], "--errors-only", "--json")

    levels = {problem["severity"] for problem in json.loads(done.out)["problems"]}
    assert "note" in levels


def test_what_a_person_agrees_to_is_shown_all_the_same(
    campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = vbgen(capsys, "issue", campaign, *LAUNCH, "--errors-only")

    assert "Đã đồng ý bằng --yes" in done.err
    assert "Cảnh báo" in done.err
