"""Packages, lists, bags: killed anywhere, what stands is whole or nothing, and the same act again brings it about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.archive.test_handing_over import issued, workspace
from tests.register.killing import run
from tests.register.killing_tasks import do_and_die
from vbgen.office import Office, PackBag, Request, Surroundings, WriteHandover, WriteSip

__all__ = ["issued", "workspace"]  # fixtures
OUTPUTS: Mapping[str, Callable[[Path], Request[Any]]] = {
    "sip": WriteSip,
    "handover": WriteHandover,
    "bag": PackBag,
}
NEVER = 10_000
SOME = (2, 7, 23, NEVER)


@pytest.mark.parametrize(
    "points", [SOME, pytest.param(range(1, NEVER), marks=pytest.mark.matrix)], ids=["some", "every"]
)
@pytest.mark.parametrize("kind", OUTPUTS)
def test_an_output_killed_at_any_point_comes_about_the_next_time(
    workspace: Path, tmp_path: Path, kind: str, points: Sequence[int]
) -> None:
    around = Surroundings({}, "Lan", lambda: datetime.now(UTC))
    with Office.look(workspace, around) as office:
        office.do(wish(kind, tmp_path / "whole"))
        whole = sorted(shape(tmp_path / "whole"))
        for at in points:
            target = tmp_path / f"ra-{at}"
            ended = run(do_and_die, workspace, {}, wish(kind, target), at)
            left = sorted(shape(target))
            assert left in ([], whole), (at, left)
            if left != whole:
                office.do(wish(kind, target))
            assert sorted(shape(target)) == whole
            assert {path.name for path in target.rglob(".*")} <= {".vbgen-made.json"}
            if ended == 0:
                break
    assert ended == 0


def wish(kind: str, target: Path) -> Request[Any]:
    return OUTPUTS[kind](target)


def shape(folder: Path) -> Iterator[str]:
    """Every file of a folder that is not hidden, without what is new in each package: its identity."""
    for path in folder.rglob("*") if folder.is_dir() else ():
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in parts):
            yield "/".join("uuid" if part.startswith("uuid-") else part for part in parts)
