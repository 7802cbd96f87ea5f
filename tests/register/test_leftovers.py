"""Leftovers of killed runs go at the next issue; what is new, or somebody else's, stays."""

import os
import tempfile
from pathlib import Path

import pytest

from vbgen.leftovers import tidy

OLD = 1_600_000_000


def test_old_leftovers_go_and_new_ones_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, issued, scratch = (tmp_path / name for name in ("archive", "issued", "tmp"))
    for folder in (
        archive / "incoming",
        issued,
        scratch / "vbgen-old",
        scratch / "vbgen-new",
        scratch / "other",
    ):
        folder.mkdir(parents=True)
    kept = [
        archive / "incoming/new.tmp",
        issued / ".0123456789abcdef.doc",
        issued / "paper.docx",
        scratch / "vbgen-x.log",
    ]
    gone = [
        archive / "incoming/old.tmp",
        issued / ".0123456789abcdef.tmp",
        issued / ".abcd_123.tmp",
    ]
    for path in (*kept, *gone):
        path.touch()
    for path in (*gone, kept[2], kept[3], scratch / "vbgen-old", scratch / "other"):
        os.utime(path, (OLD, OLD))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    tidy(archive, iter([issued, tmp_path / "none"]))
    assert [path for path in gone if path.exists()] == []
    assert [path for path in kept if not path.exists()] == []
    assert sorted(path.name for path in scratch.iterdir()) == ["other", "vbgen-new", "vbgen-x.log"]
