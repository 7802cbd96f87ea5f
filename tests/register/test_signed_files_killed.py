"""Killed at any point, the keeping of a signed file leaves nothing, or what the same keeping brings to its end."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.register.issuing_desks import desk_on
from tests.register.killing import run
from tests.register.killing_tasks import (
    keep_scan,
    keep_scan_and_die,
    keep_signed_and_die,
    keep_signed_copy,
)
from tests.register.tiny_paper import tiny
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.issuing import issue
from vbgen.office.registry.archiving import verify
from vbgen.register import Register

STRAYS = {"stray-file"}  # what a killed write leaves beside the archive's files


@pytest.mark.parametrize(
    ("die", "keep", "files"),
    [
        (keep_signed_and_die, keep_signed_copy, 1),
        pytest.param(keep_scan_and_die, keep_scan, 2, marks=pytest.mark.matrix),
    ],
    ids=["signed", "scanned"],
)
def test_every_statement_commit_and_file_of_keeping_is_a_safe_point_to_be_killed_at(
    database_url: str,
    tmp_path: Path,
    opened: Callable[[str], Register],
    die: Callable[..., object],
    keep: Callable[[Desk, int], object],
    files: int,
) -> None:
    register = opened(database_url)
    office = desk_on(register, tmp_path)
    issue(office, tiny())
    for at in count(1):
        ended = run(die, database_url, tmp_path, at, at)
        assert codes(register, tmp_path) <= STRAYS
        keep(office, at)
        assert len(register.signed_files()) == at * files
        assert codes(register, tmp_path) <= STRAYS
        if ended == 0:
            break
    assert at > 20


def codes(register: Register, folder: Path) -> set[str]:
    """What the audit finds."""
    audit = verify(register, desk_on(register, folder).archive)
    return {problem.code for problem in audit.problems}
