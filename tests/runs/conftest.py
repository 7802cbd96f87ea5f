"""The cluster of a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.runs.dask_processes import Cluster, cluster_of_two


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with cluster_of_two(tmp_path / "cluster") as made:
        yield made
