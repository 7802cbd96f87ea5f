"""The port that a test's server is told to take is nobody else's meanwhile."""

from contextlib import closing
from socket import SO_REUSEADDR, SOL_SOCKET, socket

import pytest

from tests.ports import free_port, listens


def test_a_free_port_is_kept_for_the_server_that_names_it() -> None:
    port = free_port()
    assert not listens(port)
    with closing(socket()) as another, pytest.raises(OSError, match="in use"):
        another.bind(("127.0.0.1", port))
    with closing(socket()) as server:
        server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", port))
        server.listen()
        assert listens(port)
