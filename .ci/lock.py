"""Pin every dependency with its hashes and without index addresses, in one lock for each need.

Versions stay as they are pinned; `.ci/lock.py --upgrade` takes the newest.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Lock → the needs that it answers, and the locks that are installed before it and need not be repeated.
LOCKS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "requirements-build.lock": (("build",), ()),
    "requirements.lock": (("run",), ()),
    "requirements-extras.lock": (("run", "extras"), ("requirements.lock",)),
    "requirements-dev.lock": (
        ("build", "run", "extras", "dev"),
        ("requirements-build.lock", "requirements.lock", "requirements-extras.lock"),
    ),
    "benchmarks/peers.lock": (("run", "peers"), ("requirements.lock",)),
}
COMPILE = [
    *(sys.executable, "-m", "uv", "pip", "compile", "-", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"),
]


def main() -> None:
    """Write every lock, all of them with the same version of each package."""
    wanted = needs()
    pinned = "".join((ROOT / name).read_text("utf-8") for name in LOCKS if (ROOT / name).exists())
    every = compiled(
        [need for each in wanted.values() for need in each],
        "" if "--upgrade" in sys.argv else pinned,
    )
    written: dict[str, list[str]] = {}
    for name, (kinds, before) in LOCKS.items():
        known = {entry for lock in before for entry in written[lock]}
        lock = compiled([need for kind in kinds for need in wanted[kind]], every, constrained=True)
        written[name] = [entry for entry in entries(lock) if entry not in known]
        (ROOT / name).write_text("\n".join(written[name]) + "\n", encoding="utf-8")


def needs() -> dict[str, list[str]]:
    """What `pyproject.toml` asks for, by what it is for."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, groups = declared["project"], declared["dependency-groups"]
    return {
        "run": project["dependencies"],
        "extras": [need for extra in project["optional-dependencies"].values() for need in extra],
        "build": [*declared["build-system"]["requires"], *groups["build"]],
        "dev": groups["dev"],
        "peers": groups["peers"],
    }


def compiled(wanted: Iterable[str], pins: str, *, constrained: bool = False) -> str:
    """A lock of `wanted` that keeps to `pins`: where it can, or always when `constrained`."""
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    made, pinned = build / "made.lock", build / "pinned.lock"
    made.write_text(pins, encoding="utf-8")
    pinned.write_text(pins if constrained else "", encoding="utf-8")
    command = [*COMPILE, "--constraints", str(pinned), "--output-file", str(made)]
    subprocess.run(
        command, input="\n".join(wanted), text=True, check=True, cwd=ROOT, stdout=subprocess.DEVNULL
    )
    return made.read_text("utf-8")


def entries(lock: str) -> list[str]:
    """The packages of a lock, each with its hashes."""
    return re.split(r"\n(?=\S)", lock.strip())


if __name__ == "__main__":
    main()
