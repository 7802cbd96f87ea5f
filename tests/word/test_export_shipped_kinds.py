"""Every shipped kind taken out of the house: plain docxtpl makes the paper that vbgen makes, vbgen being away."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.law.law_texts import law_on
from tests.papers.reading import texts
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.office import ExportTemplate, Office, Surroundings
from vbgen.office.setting.workspace import Workspace
from vbgen.papers.papers import agenda
from vbgen.word.soundness.soundness import unsound

Capture = pytest.CaptureFixture[str]
LIBRARY = Workspace(None).library
SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
_LAID_OUT = [LIBRARY.find(name) for name in LIBRARY.names() if LIBRARY.find(name).lays_out]
_SCENES = agenda(
    load_campaign(SAMPLE, WORDS).campaign, _LAID_OUT, phase=None, law=law_on(2022, 12, 20)
).scenes
# Those that lay the sample's data out; a type that needs a body has nothing to say without one.
KINDS = list(dict.fromkeys(scene.kind.id for scene in _SCENES if scene.is_expected))
NEEDED = ("docxtpl", "docx", "jinja2", "markupsafe", "lxml", "typing_extensions")


@pytest.fixture(scope="session")
def docxtpl_alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which Python finds docxtpl and what it stands on, and nothing else."""
    place = tmp_path_factory.mktemp("packages")
    for name in NEEDED:
        spec = importlib.util.find_spec(name)
        assert spec
        assert spec.origin
        file = Path(spec.origin)
        found = file.parent if file.name == "__init__.py" else file
        (place / found.name).symlink_to(found)
    return {**os.environ, "PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1"}


def alone(environ: dict[str, str], *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Python as it is without a virtual environment and its packages."""
    python = str(getattr(sys, "_base_executable", sys.executable))
    return subprocess.run(
        [python, "-S", *arguments], cwd=cwd, env=environ, capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip


def test_the_program_cannot_be_imported_where_the_script_runs(
    docxtpl_alone: dict[str, str], tmp_path: Path
) -> None:
    found = alone(docxtpl_alone, "-c", "import docxtpl, vbgen", cwd=tmp_path)
    assert "No module named 'vbgen'" in found.stderr


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder that a kind with the sample's data was taken out to."""
    place = tmp_path_factory.mktemp("leaving")
    here = Surroundings({}, "", lambda: datetime(2026, 11, 29, 9, tzinfo=UTC))

    @cache
    def exported(kind: str) -> Path:
        with Office.look(place, here) as office:
            return office.do(ExportTemplate(kind, place / kind)).folder

    return exported


@pytest.mark.parametrize("kind", KINDS)
def test_docxtpl_alone_makes_the_same_paper(
    kind: str,
    left: Callable[[str], Path],
    tmp_path: Path,
    capsys: Capture,
    docxtpl_alone: dict[str, str],
) -> None:
    made = alone(docxtpl_alone, "render.py", cwd=left(kind))
    assert made.returncode == 0, made.stderr
    theirs = sorted(left(kind).glob("data*.docx"))
    assert len(theirs) == len(list(left(kind).glob("data*.json")))
    ours = own_papers(kind, tmp_path, capsys)
    assert len(ours) == len(theirs)
    for paper in theirs:
        words = paper.stem.removeprefix("data")
        lone = next(iter(ours.values()))
        own = ours.get(f"{kind}{words}") or ours.get(f"{kind}.{words[1:]}", lone)
        assert texts(paper) == texts(own), paper.name
        assert [p.message for p in unsound(paper.read_bytes(), paper.name)] == []


def own_papers(kind: str, folder: Path, capsys: Capture) -> dict[str, Path]:
    """The kind's papers as commands for clerks make them, by their names."""
    if kind == "check-report":
        path = folder / "check-report.docx"
        vbgen(capsys, "check", SAMPLE, "--report", path)
        return {kind: path}
    assert vbgen(capsys, "draft", SAMPLE, kind, "-o", folder / "own").code == 0
    return {path.stem: path for path in (folder / "own").glob("*.docx")}


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_holds_no_include_and_no_filter_of_the_house(
    kind: str, left: Callable[[str], Path]
) -> None:
    words = " ".join(texts(left(kind) / "template.docx"))
    assert "include" not in words
    assert not [name for name in ("sentence", "two_digits", "roman") if f"|{name}" in words]


def test_certificates_are_a_list_of_plain_mappings(left: Callable[[str], Path]) -> None:
    data = json.loads((left("certificate") / "data-phase-1.json").read_text("utf-8"))
    last = data["certificates"][-1]
    assert {"above", "caption", "given", "golden_number", "merit", "name", "post"} <= set(last)
    assert [run["text"] for run in last["name"]["$rich"]]


def test_charts_leave_as_pictures_beside_the_template(left: Callable[[str], Path]) -> None:
    data = json.loads((left("phase-summary") / "data-phase-2.json").read_text("utf-8"))
    picture = left("phase-summary") / data["chart"]["$picture"]
    assert picture.read_bytes()[40:44] == b" EMF"


def test_the_command_answers_with_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = vbgen(capsys, "template", "export", "launch-notice", "--json")
    assert answer.code == 0
    assert answer.json["papers"] == 1
    names = sorted(Path(file).name for file in answer.json["files"])
    assert names == ["README.md", "data.json", "render.py", "template.docx"]
    assert all((tmp_path / file).is_file() for file in answer.json["files"])


def test_a_kind_without_data_is_refused_and_nothing_written(
    tmp_path: Path, capsys: Capture
) -> None:
    answer = vbgen(capsys, "template", "export", "certificate", "--phase", 9, "-o", tmp_path / "x")
    assert answer.code == 2
    assert not (tmp_path / "x").exists()
