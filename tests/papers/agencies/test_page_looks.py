"""Every agency's pages, with few people and with many: nothing that a careful secretary would send back."""

from pathlib import Path

import pytest

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
