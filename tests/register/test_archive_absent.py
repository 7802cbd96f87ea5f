"""An archive that was there and is gone, as an unmounted folder is, is not begun anew and costs no number."""

from pathlib import Path

import pytest

from tests.cli.command_line import vbgen


def test_no_number_is_taken_while_the_archive_is_away(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vbgen(capsys, "init", tmp_path / "ws")
    monkeypatch.chdir(tmp_path / "ws")
    issue = ("issue", "data/ha-nam-2022", "phase-summary", "--yes", "--no-pdf", "--date")
    assert vbgen(capsys, *issue, "2022-07-20", "--phase", "1").code == 0
    archive, away = Path("output/archive"), tmp_path / "away"
    archive.rename(away)
    answer = vbgen(capsys, *issue, "2022-12-20", "--phase", "2")
    assert answer.code == 10
    assert "Không thấy kho lưu trữ" in answer.err
    assert not archive.exists()
    away.rename(archive)
    assert vbgen(capsys, *issue, "2022-12-20", "--phase", "2").code == 0
    assert "02/BC-SCT" in vbgen(capsys, "register", "list").out
    assert vbgen(capsys, "archive", "verify").code == 0


def test_an_archive_that_lost_its_mark_alone_is_marked_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that left out one small file is still the office's archive: it holds the journal's last act."""
    vbgen(capsys, "init", tmp_path / "ws")
    monkeypatch.chdir(tmp_path / "ws")
    issue = ("issue", "data/ha-nam-2022", "phase-summary", "--yes", "--no-pdf", "--date")
    assert vbgen(capsys, *issue, "2022-07-20", "--phase", "1").code == 0
    mark = Path("output/archive/owner")
    owner = mark.read_text("utf-8")
    mark.unlink()
    assert vbgen(capsys, *issue, "2022-12-20", "--phase", "2").code == 0
    assert mark.read_text("utf-8") == owner
    assert vbgen(capsys, "archive", "verify").code == 0
