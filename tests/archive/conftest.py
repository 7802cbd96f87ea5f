"""One S3 server for all tests that want one, and the commands as a program calls them."""

from collections.abc import Callable, Iterator

import pytest

from tests.archive.s3_server import ObjectStore, serving
from tests.ports import free_port
from vbgen.cli import run
from vbgen.messages import use_language

Told = tuple[int, str, str]


@pytest.fixture(scope="session")
def object_store() -> Iterator[ObjectStore]:
    with serving(free_port()) as store:
        yield store


@pytest.fixture
def vbgen(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Told]]:
    """Exit code, what was said, what was complained of."""

    def call(*words: object) -> Told:
        with pytest.raises(SystemExit) as left:
            run([str(word) for word in words])
        said = capsys.readouterr()
        code = left.value.code
        return (code if isinstance(code, int) else 0), said.out, said.err

    yield call
    use_language("vi")
