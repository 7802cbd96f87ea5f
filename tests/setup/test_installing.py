"""Installing from the locks, while the index already offers a newer release of everything that they name."""

import ensurepip
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.markers import Marker

from tests.setup.fake_index import Index, pins, plain

ROOT = Path(__file__).parents[2]
RUN = ("requirements-build.lock", "requirements.lock")
ON_TOP = ("requirements-extras.lock", "requirements-dev.lock")
OLD_PIP = (
    Path(sys.prefix) / "old-pip" / "pip-23.0.1-py3-none-any.whl"
)  # `make check` brings it, by its hash
PIP = (
    "23.0.1" if sys.version_info < (3, 12) else ensurepip.version()
)  # Debian 12's; no later Python can start it
BASE = Path(getattr(sys, "_base_executable", sys.executable))


@dataclass(frozen=True)
class Checkout:
    """A fresh checkout of vbgen beside an index, on a machine that knows no other."""

    folder: Path
    index: Index
    how: str = "index"

    def run(self, *command: str | Path, check: bool = True) -> "subprocess.CompletedProcess[str]":
        where = {
            "index": {"PIP_INDEX_URL": self.index.simple.as_uri()},
            "folder": {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.index.files)},
        }[self.how]
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("PIP_", "UV_", "PYTHON"))
        }
        environment = {**kept, **where, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"}
        done = subprocess.run(
            list(map(str, command)),
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not (check and done.returncode), done.stdout + done.stderr
        return done

    def with_pip(self, version: str) -> Path:
        """The Python of a new environment that has this pip and nothing else."""
        python = self.folder / ".venv" / "bin" / "python"
        self.run(BASE, "-m", "venv", "--without-pip", ".venv")
        if version == "23.0.1":
            assert OLD_PIP.exists(), "make check brings this wheel"
            self.run(python, OLD_PIP / "pip", "install", "--no-index", OLD_PIP)
        else:
            self.run(python, "-m", "ensurepip")
        assert f"pip {version} " in self.run(python, "-m", "pip", "--version").stdout
        return python

    def installed(self, python: Path) -> dict[str, str]:
        """What the environment holds, beside pip and vbgen."""
        listed = json.loads(self.run(python, "-m", "pip", "list", "--format", "json").stdout)
        return {
            plain(each["name"]): each["version"]
            for each in listed
            if each["name"] not in ("pip", "vbgen")
        }


@pytest.fixture(scope="module")
def index_and_locks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Index, dict[str, str]]:
    index = Index(tmp_path_factory.mktemp("index"))
    return index, {name: index.relock((ROOT / name).read_text("utf-8")) for name in (*RUN, *ON_TOP)}


@pytest.fixture
def checkout(tmp_path: Path, index_and_locks: tuple[Index, dict[str, str]]) -> Checkout:
    folder, (index, locks) = tmp_path / "vbgen", index_and_locks
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "PKG-INFO").write_text(
        "Metadata-Version: 2.1\nName: vbgen\nVersion: 0.1.0\n", encoding="utf-8"
    )
    for name, lock in locks.items():
        (folder / name).write_text(lock, encoding="utf-8")
    return Checkout(folder, index)


def pinned(*locks: str) -> dict[str, str]:
    """What the locks name for this machine."""
    every = [pin for lock in locks for pin in pins((ROOT / lock).read_text("utf-8"))]
    return {plain(pin.name): pin.version for pin in every if _holds(pin.line)}


def _holds(line: str) -> bool:
    marker = line.partition(" ; ")[2]
    return not marker or Marker(marker).evaluate()


def test_the_set_up_gives_exactly_what_the_locks_name_whatever_is_newer(checkout: Checkout) -> None:
    python = checkout.with_pip(PIP)
    checkout.run(".ci/venv", BASE, ".venv", *RUN)
    assert checkout.installed(python) == pinned(*RUN)
    checkout.run(".ci/venv", BASE, ".venv", *ON_TOP)
    assert checkout.installed(python) == pinned(*RUN, *ON_TOP)


def test_a_folder_of_files_serves_where_there_is_no_network_and_an_environment_without_pip(
    checkout: Checkout,
) -> None:
    bare = Checkout(checkout.folder, checkout.index, how="folder")
    bare.run(BASE, "-m", "venv", "--without-pip", ".venv")
    bare.run(".ci/venv", BASE, ".venv", *RUN)
    assert bare.installed(bare.folder / ".venv" / "bin" / "python") == pinned(*RUN)


def test_an_installer_that_builds_with_the_newest_tools_falls_into_the_trap(
    checkout: Checkout,
) -> None:
    python = checkout.with_pip(PIP)
    done = checkout.run(
        python, "-m", "pip", "install", "--require-hashes", "-r", "requirements.lock", check=False
    )
    assert "Getting requirements to build wheel did not run successfully" in done.stderr


def test_an_old_pip_that_resolves_falls_into_the_trap(checkout: Checkout) -> None:
    python = checkout.with_pip(PIP)
    install = (python, "-m", "pip", "install", "--require-hashes", "--no-build-isolation")
    checkout.run(*install, "--no-deps", "-r", RUN[0])
    every = [word for lock in (RUN[1], *ON_TOP) for word in ("-r", lock)]
    done = checkout.run(*install, *every, check=False)
    assert ("coverage[toml]" in done.stderr) == (sys.version_info < (3, 12)), done.stderr


def shown(page: str) -> list[str]:
    """The lines of a page that make an environment and install into it."""
    text = (ROOT / page).read_text("utf-8")
    return re.findall(
        r"^ *((?:python|\S*pip) .*?(?:venv|install).*?)(?: +#.*)?$", text, re.MULTILINE
    )


def test_the_lines_that_the_readme_shows_install_what_is_pinned(checkout: Checkout) -> None:
    checkout.run(
        "bash", "-c", "\n".join(["set -e", f'python() {{ {BASE} "$@"; }}', *shown("README.md")])
    )
    assert checkout.installed(checkout.folder / ".venv" / "bin" / "python") == pinned(*RUN)


def test_the_guide_installs_by_the_same_lines() -> None:
    lines = [
        line.replace(".venv/bin/pip", "python -m pip")
        for line in shown("README.md")
        if "venv .venv" not in line
    ]
    assert lines
    assert shown("docs/vi/README.md") == lines
