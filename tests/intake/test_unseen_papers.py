"""Launch papers of agencies not seen before: nine parts of ten exact, eight phases and figures of ten."""

from datetime import date
from pathlib import Path

import pytest

from tests.intake.second_unseen_papers import MORE_PAPERS
from tests.intake.third_unseen_papers import THIRD_PAPERS
from tests.intake.unseen_papers import PAPERS, UnseenPaper, written
from vbgen.intake.known import KnownOffice
from vbgen.intake.reading import read_file
from vbgen.intake.values import FileReading, ReadValue
from vbgen.office.setting.workspace import find_workspace

DAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[UnseenPaper, FileReading]]:
    folder = tmp_path_factory.mktemp("unseen")
    known = KnownOffice(find_workspace(Path(__file__).parent).words(DAY), DAY)
    paths = [
        (each, written(each, folder / f"{at}.docx"))
        for at, each in enumerate((*PAPERS, *MORE_PAPERS, *THIRD_PAPERS))
    ]
    return [(each, read_file(path, path.name, known)) for each, path in paths]


def said(reading: FileReading, name: str) -> object:
    part = reading.paper.get(name)
    if isinstance(part, ReadValue):
        return part.value
    return tuple(each.value for each in part or ())


def values(reading: FileReading, name: str, *fields: str) -> list[tuple[object, ...]]:
    found = said(reading, name)
    assert isinstance(found, tuple)
    return [tuple(each[field] for field in fields) for each in found]


def test_nine_parts_of_ten_are_exact(readings: list[tuple[UnseenPaper, FileReading]]) -> None:
    exact = [
        said(reading, name) == value
        for paper, reading in readings
        for name, value in paper.parts.items()
    ]
    assert sum(exact) >= 0.9 * len(exact)


def test_eight_phases_and_figures_of_ten_are_exact(
    readings: list[tuple[UnseenPaper, FileReading]],
) -> None:
    exact = []
    for paper, reading in readings:
        phases = values(reading, "phases", "number", "start", "end")
        targets = values(reading, "targets", "planned", "unit")
        exact += [each in phases for each in paper.phases]
        exact += [each in targets for each in paper.targets]
    assert sum(exact) >= 0.8 * len(exact)


def test_each_is_a_launch_and_none_has_a_sure_figure_that_is_not_there(
    readings: list[tuple[UnseenPaper, FileReading]],
) -> None:
    for paper, reading in readings:
        assert reading.is_launch, paper.name
        part = reading.paper.get("targets", ())
        sure = [] if isinstance(part, ReadValue) else [each for each in part if not each.doubts]
        assert len(sure) <= len(paper.targets), paper.name
        assert len(values(reading, "phases", "number")) <= len(paper.phases), paper.name
