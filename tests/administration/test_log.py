"""The log has what was done, how it ended and how long it took; nobody's name, and it stops no work."""

from datetime import UTC, datetime
from pathlib import Path

from tests.administration.offices import Office
from vbgen.register.database.engine import Database
from vbgen.register.schema import make_ready, upgrade


def test_commands_ends_and_faults_are_logged_without_names(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o", '[log]\nfile = "nhat-ky.log"\n')
    office.run("register", "search", "Trương Văn Bính")
    office.run("archive", "verify")
    lines = (office.folder / "nhat-ky.log").read_text("utf-8")
    assert "INFO register search code=0" in lines
    assert "WARNING NoRegisterError no-register" in lines
    assert "INFO archive verify code=14" in lines
    assert not any(word in lines for word in ("Bính", str(tmp_path), "Lan"))


def test_the_environment_comes_before_the_settings_and_the_level_is_heeded(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o", '[log]\nfile = "a.log"\n')
    loud = office.at(VBGEN_LOG=str(tmp_path / "b.log"), VBGEN_LOG_LEVEL="error")
    assert loud.run("register", "list").code == 0
    assert not (office.folder / "a.log").exists()
    assert (tmp_path / "b.log").read_text("utf-8") == ""
    assert office.at(VBGEN_LOG=str(tmp_path / "no" / "b.log")).run("register", "list").code == 0


def test_verbose_shows_the_lines(tmp_path: Path) -> None:
    assert (
        "INFO register list code=0"
        in Office.new(tmp_path / "o").run("--verbose", "register", "list").err
    )


def test_only_the_newest_copies_of_upgrades_stay(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite3"
    for day in range(1, 5):
        (tmp_path / f"register-0003-2026010{day}-120000.sqlite3").write_bytes(b"")
    (tmp_path / "register-cua-toi.sqlite3").write_bytes(b"")
    older = Database.open(f"sqlite:///{path}")
    upgrade(older, "0004")
    make_ready(older, datetime(2026, 3, 5, 12, tzinfo=UTC), copies_kept=2)
    older.close()
    left = sorted(each.name for each in tmp_path.iterdir())
    assert left == [
        "register-0003-20260104-120000.sqlite3",
        "register-0004-20260305-120000.sqlite3",
        "register-cua-toi.sqlite3",
        "register.sqlite3",
    ]
