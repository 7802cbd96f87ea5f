"""Minutes of a council that votes on many cases take no more pages than a secretary would give them."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

from tests.papers.agencies.crowds import crowd
from tests.papers.agencies.offices import SAMPLE, office_of

CASES, MOST_PAGES = 94, 6


def test_minutes_of_94_cases_take_six_pages_at_most(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of(SAMPLE, tmp_path)
    crowd(office, CASES)
    data = office.data()
    case = {"phase": 1, "award": "Giấy khen"}
    people = [row["id"] for row in data["nominees"]]
    merit = "xuất sắc trong phong trào thi đua đợt 1 năm 2022"
    data["nominations"] = [{**case, "nominee": each, "merit": merit} for each in people]
    data["votes"] = [
        {**case, "nominee": each, "votes_for": 8, "votes_against": 1} for each in people
    ]
    del data["awards"]
    office.write(data)
    told = office.run(capsys, "draft", "council-minutes", "--phase", "1", "--pdf", "--json")
    assert told.code == 0, told.out + told.err
    assert [each for each in told.json["problems"] if each["code"].startswith("layout")] == []
    [pdf] = [path for path in told.json["files"] if path.endswith(".pdf")]
    pages = PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert f"{CASES}" in text
    assert len(pages) <= MOST_PAGES
