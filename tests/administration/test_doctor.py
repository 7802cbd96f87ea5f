"""`vbgen doctor` says what is in use and what is wrong, and changes nothing."""

from pathlib import Path

from tests.administration.offices import Office


def test_a_fresh_workspace_is_sound_and_stays_as_it_is(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o")
    before = office.files()
    found = office.ask("doctor")
    assert (found["ok"], found["in_use"]["register_there"]) == (True, False)
    assert "no-register" in {one["code"] for one in found["problems"]}
    assert office.files() == before
    assert office.run("doctor").code == 0


def test_what_is_in_use_is_told(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o")
    assert office.issue().code == 0
    used = office.ask("doctor")["in_use"]
    assert used["register"] == str(office.folder / "output" / "register.sqlite3")
    assert used["identity"] == used["archive_owner"]
    assert (used["open"], used["without_pdf"], used["register_there"]) == ([], 1, True)


def test_a_person_reads_what_is_in_use_in_words(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o")
    names = office.ask("doctor")["in_use"]
    told = office.run("doctor").out
    assert "Sổ đăng ký: " in told
    assert "True" not in told
    assert "False" not in told
    assert [name for name in names if f"  {name}:" in told] == []


def test_a_lost_register_and_two_places_are_errors(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o")
    assert office.issue().code == 0
    (office.folder / "output" / "register.sqlite3").unlink()
    lost = office.ask("doctor", code=1)
    assert "register-lost" in {one["code"] for one in lost["problems"]}
    office.settings.write_text('[register]\ndatabase = "a.sqlite3"\n', "utf-8")
    two = office.at(VBGEN_DATABASE="postgresql://lan:hoa-mai@h/so").run("doctor", "--json")
    assert (two.code, "two-places" in two.found(), "hoa-mai" in two.said) == (1, True, False)


def test_a_server_out_of_reach_is_told_without_its_password(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o").at(VBGEN_DATABASE="postgresql://lan:hoa-mai@127.0.0.1:1/so")
    told = office.run("doctor", "--json")
    assert (told.code, told.json["in_use"]["register_there"], "hoa-mai" in told.said) == (
        1,
        False,
        False,
    )


def test_no_workspace_is_told(tmp_path: Path) -> None:
    assert Office(tmp_path).run("doctor").code == 2
