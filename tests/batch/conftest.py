"""Worker processes find the work of these tests by its name."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="session")
def findable_work() -> None:
    folder = str(Path(__file__).parent)
    known = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if folder not in known:
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (folder, *known)))
