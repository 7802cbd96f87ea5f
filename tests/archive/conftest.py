"""One S3 server for all tests that want one."""

from collections.abc import Iterator

import pytest

from tests.archive.s3_server import ObjectStore, free_port, serving


@pytest.fixture(scope="session")
def object_store() -> Iterator[ObjectStore]:
    with serving(free_port()) as store:
        yield store
