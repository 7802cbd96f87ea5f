"""The pages for kinds of agency name cells that there are, and print what the agency's papers print."""

import re
from pathlib import Path

import pytest

from tests.papers.agencies.offices import HERE
from vbgen.campaign.topics import topics

GUIDE = Path(__file__).parents[3] / "docs" / "vi"
PAGES = {
    "co-quan-xa.md": "xa",
    "co-quan-truong.md": "truong",
    "co-quan-benh-vien.md": "benh-vien",
    "co-quan-thuoc-bo.md": "cuc",
    "co-quan-cong-doan.md": "cong-doan",
    "co-quan-dang.md": "dang",
}


def test_there_is_a_page_for_each_kind_and_the_guide_leads_to_it() -> None:
    assert {page.name for page in GUIDE.glob("co-quan-*.md")} == set(PAGES)
    guide = (GUIDE / "README.md").read_text("utf-8")
    assert [name for name in PAGES if f"({name})" not in guide] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_cell_that_a_page_names_is_one_of_the_workbook(name: str) -> None:
    text = (GUIDE / name).read_text("utf-8")
    named = re.findall(r"^\| ([^|]+?) \|", text, re.MULTILINE)[1:]
    titles = {column.title for each in topics() for column in each.columns}
    assert named
    assert [cell for cell in named if cell not in titles] == []


@pytest.mark.parametrize(("name", "agency"), PAGES.items())
def test_every_line_that_a_page_shows_stands_in_the_agency_s_papers(name: str, agency: str) -> None:
    shown = re.findall(r"^> (.+)$", (GUIDE / name).read_text("utf-8"), re.MULTILINE)
    printed = {
        line
        for path in (HERE / agency).glob("*.txt")
        for line in path.read_text("utf-8").splitlines()
    }
    assert shown
    assert [line for line in shown if line not in printed] == []
