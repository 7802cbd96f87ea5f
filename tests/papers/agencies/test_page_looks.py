"""Every agency's pages, with few people and with many: nothing that a careful secretary would send back."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.papers.agencies.crowds import ROWS, crowd
from tests.papers.agencies.offices import AGENCIES, office_of

_QUICK = {("xa", 18), ("tinh", 3), ("bo", 3)}
CASES = [
    pytest.param(
        agency,
        count,
        marks=[] if (agency, count) in _QUICK else pytest.mark.matrix,
        id=f"{agency}-{count}",
    )
    for agency in AGENCIES
    for count in ROWS
]


@pytest.mark.parametrize(("agency", "count"), CASES)
def test_no_page_of_an_agency_is_sent_back(
    agency: str, count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of(agency, tmp_path)
    crowd(office, count)
    told = office.run(capsys, "draft", "--pdf", "--json")
    assert told.code == 0, told.out + told.err
    assert told.json["files"]
    problems = told.json["problems"]
    assert [each for each in problems if each["code"].startswith("layout")] == []


SWEEPS = [
    pytest.param("bo", (51, 52), id="bo-about-a-page"),
    *(
        pytest.param(agency, range(44, 61), id=f"{agency}-44-to-60", marks=pytest.mark.matrix)
        for agency in AGENCIES
    ),
]


@pytest.mark.parametrize(("agency", "counts"), SWEEPS)
def test_lists_of_every_length_about_a_page_end_well(
    agency: str, counts: Iterable[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = list[Path]()
    for count in counts:
        folder = tmp_path / str(count)
        folder.mkdir()
        office = office_of(agency, folder)
        crowd(office, count)
        proposed = ["nomination-list"] if "nominations" in office.data() else []
        told = office.run(capsys, "draft", "award-decision", *proposed, "--json")
        assert told.code == 0, told.out + told.err
        papers += map(Path, told.json["files"])
    looked = vbgen(capsys, "lint", "--pages", "--json", *papers).json
    assert len(looked["files"]) == len(papers)
    assert [(each["file"], each["findings"]) for each in looked["files"] if each["findings"]] == []
    assert looked["problems"] == []
