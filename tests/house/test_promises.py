"""What the repository promises of itself."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def tracked(*patterns: str) -> list[Path]:
    """Files that git keeps."""
    listed = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def texts(*patterns: str) -> dict[str, str]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in tracked(*patterns)
    }


def test_no_file_names_a_place_of_one_machine() -> None:
    home = re.compile(r"/(?:work|root|home)/\w")
    for name, text in texts("*.py", "*.md", "*.toml", "*.xml", "Makefile", ".ci/*").items():
        assert not home.search(text), name


def test_no_source_file_is_over_300_lines() -> None:
    long = {
        name: text.count("\n")
        for name, text in texts("vbgen/*.py").items()
        if text.count("\n") > 300
    }
    assert long == {}


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for page in tracked("*.md"):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


@pytest.mark.parametrize(
    "name",
    ["README.md", "docs/vi/README.md", "docs/architecture.md", "CHANGELOG.md", "CONTRIBUTING.md"],
)
def test_the_documents_stand(name: str) -> None:
    assert (ROOT / name).stat().st_size > 500


def test_the_readme_leads_to_the_vietnamese_guide_first() -> None:
    assert "docs/vi/" in (ROOT / "README.md").read_text("utf-8").splitlines()[0]


def test_nothing_generated_is_kept_in_output() -> None:
    assert [path.name for path in tracked("output")] == ["README.md"]


BINARY = re.compile(r"\.(?:png|jpe?g|pdf|docx|xlsx|zip|xz|gz|sqlite3|ttf|woff2?)$")
MAY_BE_KEPT = re.compile(
    r"templates/.*\.docx|data/ha-nam-2022/campaign\.xlsx|tests/made_by_01/.*|docs/pictures/.*\.png|docs/examples/.*\.docx"
    r"|tests/.*(?:golden|/libreoffice-[\d.]+)/.*\.png|vbgen/(?:.*/)?vendor/.*"
)


def test_of_what_is_made_only_that_is_kept_which_the_contributing_page_allows() -> None:
    kept = [path.relative_to(ROOT).as_posix() for path in tracked()]
    assert [name for name in kept if BINARY.search(name) and not MAY_BE_KEPT.fullmatch(name)] == []


def test_golden_pictures_stay_small() -> None:
    kept = (path for path in tracked("tests/*.png") if "tests/made_by_01/" not in path.as_posix())
    sizes = [path.stat().st_size for path in kept]
    assert max(sizes, default=0) <= 100_000
    assert sum(sizes) <= 5_000_000
