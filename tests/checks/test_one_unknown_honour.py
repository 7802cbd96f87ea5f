"""A title that the law does not know stops the papers that read its row, and no other."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.campaign.files import sheet
from tests.sample.sample_campaign import SAMPLE
from vbgen.errors import ProblemsFoundError
from vbgen.office import DraftPapers, Office, SeeCampaign, SeeDraft, Surroundings
from vbgen.web.moment import now

NAME = "pt"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    (tmp_path / "data" / NAME).mkdir(parents=True)
    shutil.copy(SAMPLE / "campaign.xlsx", tmp_path / "data" / NAME)
    return tmp_path


def misspell(place: Path, title: str, phase: int) -> str:
    """The cell in which the first honour of that phase is misspelt."""
    path = place / "data" / NAME / "campaign.xlsx"
    book = openpyxl.load_workbook(path)
    rows = sheet(book, title)
    heads = {str(cell.value).rstrip(" *"): at for at, cell in enumerate(rows[1], start=1)}
    (column,) = [number for head, number in heads.items() if head.startswith("Danh hiệu, hình")]
    for row in range(2, rows.max_row + 1):
        if rows.cell(row, heads["Đợt"]).value == phase:
            rows.cell(row, column).value = "Giấy khem"
            book.save(path)
            return str(rows.cell(row, column).coordinate)
    raise AssertionError


@pytest.mark.parametrize(
    ("title", "stopped"),
    [
        ("Khen thưởng", {"award-decision", "certificate"}),
        ("Đề nghị", {"nomination-list"}),
    ],
)
def test_papers_of_other_rows_go_on(place: Path, title: str, stopped: set[str]) -> None:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        whole = {paper.stem for paper in office.do(SeeCampaign(NAME)).papers}
    cell = misspell(place, title, 2)
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        seen = office.do(SeeCampaign(NAME))
        with pytest.raises(ProblemsFoundError) as refused:
            office.do(SeeDraft(NAME, f"{min(stopped)}-phase-2"))
    gone = whole - {paper.stem for paper in seen.papers}
    assert {stem.partition("-phase")[0].partition(".")[0] for stem in gone} >= stopped
    assert all(stem.endswith("phase-2") for stem in gone)
    assert {(each.code, each.place.cell) for each in seen.problems} == {("unknown-honour", cell)}
    assert {each.code for each in refused.value.problems} == {"unknown-honour"}
    waiting = [step for step in seen.steps if step.phase == 2 and not step.papers]
    assert any(seen.problems[0] in step.waits_for for step in waiting)


def test_drafting_all_makes_the_others_and_tells_why_some_are_not_there(place: Path) -> None:
    misspell(place, "Khen thưởng", 2)
    with Office.act(place, Surroundings({}, "Lan", now)) as office:
        made = office.do(DraftPapers(place / "data" / NAME))
    names = {path.stem for path in made.files}
    assert "award-decision-phase-1" in names
    assert not {"award-decision-phase-2", "certificate-phase-2"} & names
    assert (made.refused > 0, made.exit_code) == (True, 1)
    assert "unknown-honour" in {each.code for each in made.problems}
