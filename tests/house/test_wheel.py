"""The wheel works alone: built once, installed beside nothing of the checkout, run in an empty folder."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.house.test_promises import tracked

ROOT = Path(__file__).parents[2]
BUILT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
# Tests of what is read from elsewhere than in a checkout: shipped templates, sample, words' tables, commands on them.
# All else of the wheel is, byte for byte, what the other tests are run with.
ALONE = (
    "tests/words",
    "tests/sample",
    "tests/papers/test_kind_declarations.py",
    "tests/cli/test_commands.py",
)
OF_THE_CHECKOUT = "tests/words/test_measure.py"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed wheel and nothing else."""
    dist, site = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("site")
    ran(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist)],
        cwd=ROOT,
    )
    (wheel,) = dist.glob("*.whl")
    ran(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--target",
            str(site),
            str(wheel),
        ],
        cwd=dist,
    )
    return site


def ran(command: Sequence[str], *, cwd: Path, site: Path | None = None) -> str:
    environment = {**os.environ, **({"PYTHONPATH": str(site)} if site else {})}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=3600
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def carried() -> Iterator[tuple[Path, str]]:
    """Each file that git keeps of what the wheel is made of, and where it stands in the wheel."""
    placed = BUILT["targets"]["wheel"]["force-include"]
    for kept in (*BUILT["targets"]["wheel"]["packages"], *placed):
        for path in tracked(kept):
            name = path.relative_to(ROOT).as_posix()
            yield path, placed.get(kept, kept) + name.removeprefix(kept)


def test_the_wheel_is_byte_for_byte_what_the_tests_are_run_with(site: Path) -> None:
    files = dict(carried())
    assert len(files) > 1000
    differing = [
        name
        for path, name in files.items()
        if not (site / name).is_file() or (site / name).read_bytes() != path.read_bytes()
    ]
    assert differing == []
    code = {path.relative_to(site).as_posix() for path in (site / "vbgen").rglob("*.py")}
    assert code <= set(files.values())


def test_the_wheel_carries_templates_sample_and_data(site: Path) -> None:
    shipped = site / "vbgen" / "_shipped"
    assert (shipped / "templates" / "_designs" / "hoi-van.docx").is_file()
    assert (shipped / "data" / "ha-nam-2022" / "campaign.xlsx").is_file()
    assert (shipped / "first-sheet.png").is_file()
    assert (shipped / "docs" / "vi" / "ban-lam-viec.md").is_file()
    for name in (
        "locale/en.po",
        "law/data",
        "papers/titles.toml",
        "word/source/styles.toml",
        "words/tinos-widths.txt",
        "words/fonts/pagella-widths.txt",
        "word/source/certificate-styles.toml",
    ):
        assert (site / "vbgen" / name).exists(), name


def test_a_campaign_is_drafted_from_the_wheel_in_an_empty_folder(
    site: Path, tmp_path: Path
) -> None:
    where = ran(
        [sys.executable, "-c", "import vbgen; print(vbgen.__file__)"], cwd=tmp_path, site=site
    )
    assert Path(where.strip()).is_relative_to(site)
    ran([sys.executable, "-m", "vbgen", "init", "office"], cwd=tmp_path, site=site)
    ran(
        [sys.executable, "-m", "vbgen", "draft", "data/ha-nam-2022"],
        cwd=tmp_path / "office",
        site=site,
    )
    made = tmp_path / "office" / "output" / "ha-nam-2022" / "drafts"
    assert len(list(made.glob("*.docx"))) == 15


def test_the_tests_pass_against_the_wheel(site: Path, tmp_path: Path) -> None:
    settings = '[pytest]\npythonpath = .\naddopts = --import-mode=importlib -m "not matrix"\nmarkers = matrix\n'
    (tmp_path / "pytest.ini").write_text(settings, encoding="utf-8")
    (tmp_path / "data").symlink_to(site / "vbgen" / "_shipped" / "data")
    (tmp_path / "tests").mkdir()
    for folder in (
        ROOT / "tests"
    ).iterdir():  # those that are run take makers of data from their neighbours
        (tmp_path / "tests" / folder.name).symlink_to(folder)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        "pytest.ini",
        *ALONE,
        "--deselect",
        OF_THE_CHECKOUT,
    ]
    assert " passed" in ran(command, cwd=tmp_path, site=site)
