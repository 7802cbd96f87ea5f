"""The cluster of a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.dask_processes import Cluster


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    folder.mkdir()
    made = Cluster(folder)
    try:
        made.start_scheduler()
        for _number in range(2):
            made.start_worker()
        yield made
    finally:
        made.stop()
