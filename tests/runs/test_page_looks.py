"""Printed pages looked at by commands: when a paper is issued, and on a mended copy."""

from pathlib import Path

from tests.administration.offices import Office
from tests.decree.spoilt_pages import SPOILT

BROKEN = "[lint]\noff = 5\n"


def test_settings_of_forms_that_are_wrong_stop_an_issue_before_a_number_is_taken(
    tmp_path: Path,
) -> None:
    office = Office.new(tmp_path, settings=BROKEN)
    words = ("issue", "data/ha-nam-2022", "phase-summary", "--phase", "1", "--date", "2022-07-08")
    told = office.run(*words, "--yes", "--json")
    assert told.code == 1
    assert [each["place"]["path"] for each in told.json["problems"]] == ["lint.off"]
    assert office.ask("register", "list")["entries"] == []
    assert office.run(*words, "--yes", "--no-pdf", "--json").code == 0


def test_an_issued_paper_tells_of_its_pages(tmp_path: Path) -> None:
    office = Office.new(tmp_path, settings="")
    told = office.ask(
        "issue",
        "data/ha-nam-2022",
        "phase-summary",
        "--phase",
        "1",
        "--date",
        "2022-07-08",
        "--yes",
    )
    assert not [each for each in told["problems"] if each["code"].startswith("layout.")]


def test_the_pages_of_a_mended_copy_are_looked_at_too(tmp_path: Path) -> None:
    office = Office.new(tmp_path)
    rule, build = SPOILT["signature under one line"]
    (tmp_path / "a.docx").write_bytes(build().bytes())
    for words in (("a.docx",), ("a.docx", "--fix", "-o", "b.docx")):
        [file] = office.run("lint", *words, "--pages", "--json").json["files"]
        assert rule in [each["code"] for each in file["findings"]]
