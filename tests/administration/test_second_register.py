"""An office has one register: a machine that would begin a second one beside it is refused, whatever it lacks."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.administration.offices import Office


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = Office.new(tmp_path_factory.mktemp("begun") / "o", "# của cơ quan\n[certificate]\n")
    assert office.issue().code == 0
    return office.folder


@pytest.fixture
def office(begun: Path, tmp_path: Path) -> Office:
    shutil.copytree(begun, tmp_path / "o")
    return Office(tmp_path / "o")


def _forget_settings(office: Office) -> None:
    office.settings.write_text("[certificate]\n", "utf-8")


def _lose_register(office: Office) -> None:
    (office.folder / "output" / "register.sqlite3").unlink()


def _lose_both(office: Office) -> None:
    _lose_register(office)
    shutil.rmtree(office.folder / "output" / "archive")


def _own_output(office: Office) -> None:
    shutil.rmtree(office.folder / "output")


def test_the_first_issue_writes_the_identity_and_leaves_the_settings_as_they_were(
    office: Office,
) -> None:
    text = office.settings.read_text("utf-8")
    assert text.startswith("# của cơ quan\n[certificate]\n")
    assert office.folder.joinpath("output/archive/owner").read_text() in text


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ((_lose_register,), 13),
        ((_lose_both,), 13),
        ((_own_output,), 13),
        ((_lose_register, _forget_settings), 13),
        ((_lose_both, _forget_settings), 13),
    ],
    ids=[
        "register lost",
        "both lost",
        "output of its own",
        "only the archive knows",
        "only issued copies know",
    ],
)
def test_no_second_register_is_begun(
    office: Office, harm: tuple[Callable[[Office], None], ...], code: int
) -> None:
    for each in harm:
        each(office)
    before = office.files()
    told = office.issue("phase-summary", "2022-07-20", "--phase=1")
    assert (told.code, told.found()) == (code, ["register-lost"]), told.said
    assert office.files() == before


def test_a_machine_that_reaches_another_register_is_refused(office: Office, tmp_path: Path) -> None:
    other = Office.new(tmp_path / "other")
    assert other.issue().code == 0
    shutil.copy(other.folder / "output" / "register.sqlite3", tmp_path / "khac.sqlite3")
    away = office.at(VBGEN_DATABASE=f"sqlite:///{tmp_path / 'khac.sqlite3'}")
    for words in (
        ("register", "list"),
        ("archive", "verify"),
        ("register", "void", "01/SCT-VP", "--why", "x"),
    ):
        told = away.run(*words, "--json")
        assert (told.code, told.found()) == (13, ["another-register"])


def test_settings_that_may_not_be_written_do_not_stop_the_work(tmp_path: Path) -> None:
    office = Office.new(
        tmp_path / "o", "register = {}\n"
    )  # an inline table cannot be added to by a line
    assert office.issue().code == 0
    assert office.settings.read_text("utf-8") == "register = {}\n"


@pytest.mark.parametrize(
    "settings",
    ["", "[register]\ncopies_kept = 3\n", "[register] # x\r\n\r\n[certificate]", "\ufeff[lint]\n"],
)
def test_the_identity_is_added_to_any_settings(tmp_path: Path, settings: str) -> None:
    office = Office.new(tmp_path / "o", settings)
    assert office.issue().code == 0
    assert office.folder.joinpath("output/archive/owner").read_text() in office.settings.read_text(
        "utf-8"
    )
    assert office.run("register", "list").code == 0


def test_an_office_of_0_1_gets_its_identity_at_the_next_act(office: Office) -> None:
    _forget_settings(office)
    assert office.run("register", "list").code == 0
    assert "identity" not in office.settings.read_text("utf-8")
    assert office.run("register", "resume").code == 0
    assert "identity" in office.settings.read_text("utf-8")
