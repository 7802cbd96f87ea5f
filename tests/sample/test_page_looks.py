"""The sample's papers as they are printed: nothing that a careful secretary would send back."""

from pathlib import Path

from tests.administration.offices import Office


def test_no_page_of_the_sample_is_sent_back(tmp_path: Path) -> None:
    office = Office.new(tmp_path)
    told = office.ask("draft", "data/ha-nam-2022", "--pdf")
    assert [each for each in told["problems"] if each["code"].startswith("layout")] == []


def test_minutes_of_a_hundred_cases_take_seven_pages_at_most(tmp_path: Path) -> None:
    from vbgen.pages.pdf.document import pages_of

    office = Office.new(tmp_path)
    office.ask("draft", "data/ha-nam-2022", "council-minutes", "--phase", "2", "--pdf")
    drafts = tmp_path / "output" / "ha-nam-2022" / "drafts"
    assert pages_of(drafts / "council-minutes-phase-2.pdf") <= 7
