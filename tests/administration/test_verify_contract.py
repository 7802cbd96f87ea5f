"""`archive verify` as monitors read it: exit codes by what was found, the worst first, and counts in every answer."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.administration.offices import Office
from vbgen.errors import Problem, Severity
from vbgen.office.verdict import unsound


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = Office.new(tmp_path_factory.mktemp("issued") / "o")
    assert office.issue().code == 0
    return office.folder


@pytest.fixture
def office(issued: Path, tmp_path: Path) -> Office:
    shutil.copytree(issued, tmp_path / "o")
    return Office(tmp_path / "o")


def objects(office: Office) -> list[Path]:
    found = sorted(
        path for path in (office.folder / "output/archive/objects").rglob("*") if path.is_file()
    )
    return sorted(found, key=lambda path: path.stat().st_size)


def lose(office: Office) -> None:
    objects(office)[-1].unlink()


def change(office: Office) -> None:
    path = objects(office)[-2]
    path.chmod(0o644)
    path.write_bytes(b"x")


def disagree(office: Office) -> None:
    with closing(sqlite3.connect(office.folder / "output/register.sqlite3")) as database, database:
        database.execute("UPDATE documents SET subject = 'x'")


@pytest.mark.parametrize(
    ("harms", "code"),
    [
        ((), 0),
        ((lose,), 11),
        ((change,), 12),
        ((disagree,), 15),
        ((lose, change), 12),
        ((lose, change, disagree), 15),
    ],
    ids=["sound", "missing", "changed", "disagreeing", "missing and changed", "all"],
)
def test_the_worst_gives_the_code_and_the_counts_are_told_all_the_same(
    office: Office, harms: tuple[object, ...], code: int
) -> None:
    for harm in harms:
        harm(office)  # type: ignore[operator]
    told = office.ask("archive", "verify", code=code)
    assert told["ok"] == (code == 0)
    assert (told["documents"], told["open"], told["without_pdf"]) == (1, [], ["01/SCT-VP"])
    assert len(told["head"]) == 64
    assert (told["counts"]["error"] > 0) == (code > 0)
    assert office.run("archive", "verify").code == code


@pytest.mark.parametrize(
    ("codes", "exit_code"),
    [
        (["file-missing"], 11),
        (["file-missing", "file-changed"], 12),
        (["file-missing", "row-changed", "file-changed"], 15),
        (["journal-entry-missing"], 15),
        (["fewer-papers"], 1),
        (["something-new"], 1),
    ],
)
def test_errors_are_weighed(codes: list[str], exit_code: int) -> None:
    assert unsound("x", tuple(Problem(code, "x") for code in codes)).exit_code == exit_code


def test_warnings_weigh_nothing() -> None:
    assert (
        unsound(
            "x", (Problem("row-changed", "x", severity=Severity.WARNING), Problem("x", "x"))
        ).exit_code
        == 1
    )


def test_a_monitor_says_what_it_expects(office: Office) -> None:
    seal = office.ask("archive", "verify", "--at-least", "1")["head"]
    assert office.ask("archive", "verify", "--seal", seal)["ok"]
    few = office.ask("archive", "verify", "--at-least", "2", code=1)
    assert [one["code"] for one in few["problems"]] == ["fewer-papers"]
    other = office.ask("archive", "verify", "--seal", "0" * 64, code=15)
    assert [one["code"] for one in other["problems"]] == ["seal-unknown"]


def test_pdf_copies_can_be_the_rule(office: Office) -> None:
    office.settings.write_text(
        office.settings.read_text("utf-8") + "\n[pdf]\nrequired = true\n", "utf-8"
    )
    told = office.issue("phase-summary", "2022-07-20", "--phase=1")
    assert (told.code, told.found()) == (2, ["pdf-required"])
    words = (
        "issue",
        "data/ha-nam-2022",
        "phase-summary",
        "--phase",
        "1",
        "--date",
        "2022-07-20",
        "--yes",
    )
    told = office.at(VBGEN_SOFFICE="/nonexistent/soffice").run(*words)
    assert told.code == 5
    assert [one["code"] for one in office.ask("register", "list")["entries"]] == ["01/SCT-VP"]
