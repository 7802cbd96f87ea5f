"""Any damage and any slip: each command ends with a documented exit code, never with a fault of ours."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest

from tests.cli.command_line import vbgen
from tests.wrong_inputs.mutating import damaged, repacked, reworded
from tests.wrong_inputs.wrong_office import BOOK, KIND, TEMPLATE, YAML, office
from tests.wrong_inputs.wrong_row import contents

DOCUMENTED = {0, 1, 2, 3}
FEW, MANY = 60, 2_000  # for each kind of file
SETTINGS = b"""\
[certificate]
emblem = "hinh.png"
[history.columns]
year = "B"
[lint]
off = ["page.margin-left"]
[lint.rules."page.margin-left"]
min = 20
[numbering]
by_type = true
"""
Mutations = tuple[Callable[[Random, bytes], bytes], ...]
TARGETS: dict[str, tuple[Mutations, tuple[str, ...]]] = {
    BOOK: ((damaged, repacked, repacked), ("check data/pt", "draft data/pt -o out")),
    YAML: ((damaged, reworded, reworded), ("check data/yaml", "draft data/yaml -o out")),
    TEMPLATE: (
        (damaged, repacked, repacked),
        (
            "template check thu-moi",
            f"template check {TEMPLATE}",
            f"lint {TEMPLATE}",
            "draft data/pt thu-moi -o out",
        ),
    ),
    KIND: ((damaged, reworded), ("template check thu-moi", "draft data/yaml thu-moi -o out")),
    "vbgen.toml": (
        (damaged, reworded),
        ("check data/yaml", f"lint {TEMPLATE}", "draft data/yaml certificate -o out"),
    ),
}


@pytest.mark.parametrize(
    "seeds", [range(FEW), pytest.param(range(FEW, MANY), marks=pytest.mark.matrix)], ids=str
)
@pytest.mark.parametrize("name", TARGETS)
def test_a_mutated_file_ends_in_a_documented_exit_code(
    name: str,
    seeds: range,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = office(tmp_path / "ws")
    monkeypatch.chdir(root)
    (root / "vbgen.toml").write_bytes(SETTINGS)
    (root / "hinh.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    sound, (mutations, commands) = (root / name).read_bytes(), TARGETS[name]
    for seed in seeds:
        random = Random(f"{name} {seed}")  # noqa: S311 - the same damage each time, no secret
        (root / name).write_bytes(random.choice(mutations)(random, sound))
        before, command = contents(root), random.choice(commands)

        answer = vbgen(capsys, *command.split(), "--json")

        assert answer.code in DOCUMENTED, (seed, command, answer)
        made = contents(root).keys() - before.keys()
        assert all(path.endswith(".docx") or path == "out" for path in made)
        told = answer.json.get("files", []) if command.startswith("draft") else []
        assert answer.code == 0 or {path for path in made if path != "out"} == set(told)
        for path in sorted(made, reverse=True):
            rmtree(root / path) if path == "out" else (root / path).unlink(missing_ok=True)
