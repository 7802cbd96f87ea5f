"""Pages of every kind of paper, for every agency, with few and many people: nothing that a secretary would send back."""

from pathlib import Path

import pytest

from tests.papers.agencies.crowds import ROWS, crowd
from tests.papers.agencies.offices import AGENCIES, office_of
from tests.cli.command_line import vbgen

_QUICK = {("xa", 18)}
CASES = [
    pytest.param(
        agency, count, marks=[] if (agency, count) in _QUICK else pytest.mark.matrix, id=f"{agency}-{count}"
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
    kinds = _kinds(office, capsys)
    assert kinds
    told = office.run(capsys, "draft", *kinds, "--pdf", "--json")
    assert told.code == 0, told.out + told.err
    problems = told.json["problems"]
    assert [each for each in problems if each["code"].startswith("layout")] == []
