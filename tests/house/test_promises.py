"""What the repository promises of itself."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def tracked(*patterns: str) -> list[Path]:
    """Files that git keeps."""
    listed = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def texts(*patterns: str) -> dict[str, str]:
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in tracked(*patterns)}


def test_the_lock_pins_every_dependency_with_hashes_and_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert not re.search(r"^--", lock, re.MULTILINE)
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries if not entry.startswith("#"))


def plain(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_of_the_project_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [*project["project"]["optional-dependencies"].values(), *project["dependency-groups"].values()]
    wanted = [need for needs in (project["project"]["dependencies"], *groups) for need in needs]
    names = {plain(re.split(r"[\[><=~; ]", need, maxsplit=1)[0]) for need in wanted}
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert names <= {plain(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}


def test_no_file_names_a_place_of_one_machine() -> None:
    home = re.compile(r"/(?:work|root|home)/\w")
    for name, text in texts("*.py", "*.md", "*.toml", "*.xml", "Makefile", ".ci/*").items():
        assert not home.search(text), name


def test_no_source_file_is_over_250_lines() -> None:
    long = {name: text.count("\n") for name, text in texts("vbgen/*.py").items() if text.count("\n") > 250}
    assert long == {}


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for page in tracked("*.md"):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


@pytest.mark.parametrize(
    "name", ["README.md", "docs/vi/README.md", "docs/architecture.md", "CHANGELOG.md", "CONTRIBUTING.md"]
)
def test_the_documents_stand(name: str) -> None:
    assert (ROOT / name).stat().st_size > 500


def test_the_readme_leads_to_the_vietnamese_guide_first() -> None:
    assert "docs/vi/" in (ROOT / "README.md").read_text("utf-8").splitlines()[0]


def test_nothing_generated_is_kept_in_output() -> None:
    assert [path.name for path in tracked("output")] == ["README.md"]
