"""A workspace with a small campaign, into which tests lay the bodies that they need."""

from pathlib import Path

import pytest

from tests.bodies.small_offices import SmallOffice, begun


@pytest.fixture
def office(tmp_path: Path) -> SmallOffice:
    return begun(tmp_path)
