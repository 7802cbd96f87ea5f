"""What the locks hold, and what the source package holds."""

import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterable, Sequence
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.test_promises import ROOT, texts, tracked
from tests.setup.fake_index import plain


@pytest.mark.parametrize(
    "lock", tracked("*.lock"), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_a_lock_pins_every_dependency_with_hashes_and_names_no_index(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^--", text, re.MULTILINE)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all(re.match(r"[\w.-]+==\S+ ", entry) and "--hash=sha256:" in entry for entry in entries)


def needed(wanted: Iterable[str]) -> set[str]:
    """Every package that must be there so that `wanted` work, by what the installed ones say of themselves."""
    found: set[str] = set()
    waiting = [Requirement(each) for each in wanted]
    seen: set[str] = set()
    while waiting:
        need = waiting.pop()
        if str(need) in seen or (need.marker and not need.marker.evaluate()):
            continue
        seen.add(str(need))
        found.add(plain(need.name))
        for inner in map(Requirement, requires(need.name) or ()):
            if inner.marker is None or any(
                inner.marker.evaluate({"extra": extra}) for extra in ("", *need.extras)
            ):
                inner.marker = None
                waiting.append(inner)
    return found


def declared() -> dict[str, list[str]]:
    """What pyproject.toml asks for, by lock."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, groups = read["project"], read["dependency-groups"]
    extras = [need for extra in project["optional-dependencies"].values() for need in extra]
    built = [*read["build-system"]["requires"], *groups["build"]]
    return {"-build": built, "": project["dependencies"], "-extras": extras, "-dev": groups["dev"]}


@pytest.mark.parametrize(
    "ends",
    [("-build",), ("",), ("", "-extras"), ("-build", "", "-extras", "-dev")],
    ids=lambda ends: " with ".join(f"requirements{end}" for end in ends),
)
def test_a_lock_is_whole_for_what_it_serves(ends: Sequence[str]) -> None:
    names = {
        plain(name)
        for end in ends
        for name in re.findall(r"^([\w.-]+)==", lock_text(end), re.MULTILINE)
    }
    assert needed(need for each in ends for need in declared()[each]) <= names


def lock_text(end: str) -> str:
    return (ROOT / f"requirements{end}.lock").read_text("utf-8")


def test_the_locks_agree_on_every_version_and_the_demo_installs_nothing_of_the_tests() -> None:
    lines = {
        line
        for end in declared()
        for line in re.findall(r"^\w.*(?= \\$)", lock_text(end), re.MULTILINE)
    }
    plain_lines = [line.partition("==")[0] for line in lines if " ; " not in line]
    assert len(plain_lines) == len(set(plain_lines))
    of_tests = {
        plain(Requirement(need).name) for each in ("-extras", "-dev") for need in declared()[each]
    }
    assert not (of_tests - needed(declared()[""])) & {
        plain(name)
        for end in ("", "-build")
        for name in re.findall(r"^([\w.-]+)==", lock_text(end), re.MULTILINE)
    }


def test_no_page_and_no_message_installs_vbgen_from_an_index_that_does_not_have_it() -> None:
    for name, text in texts("*.md", "vbgen/*.py", "*.po", "Makefile", ".ci/*").items():
        for line in re.findall(r"pip install[^\n`”]*", text):
            assert not re.search(r"(?<![\w/.-])vbgen(?![\w./-]*\.whl)", line), f"{name}: {line}"


def test_the_source_package_holds_every_file_of_the_repository(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "build",
        "--sdist",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (source,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(source) as packed:
        members = {name.partition("/")[2] for name in packed.getnames()}
    assert {path.relative_to(ROOT).as_posix() for path in tracked()} - members == set()
