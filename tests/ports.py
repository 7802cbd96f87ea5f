"""Ports for servers that are told where to listen, before they do."""

from socket import SO_REUSEADDR, SOL_SOCKET, create_connection, socket


def free_port() -> int:
    """A port on loopback that the system gives to nobody else for a minute, but to a server that asks for it.

    A connection that was closed on the server's side leaves its port waiting: neither is it chosen for another
    connection, nor for who asks for any port; a server that names it may have it, as all do that can be started again.
    """
    with socket() as server:
        server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        place: tuple[str, int] = server.getsockname()
        with create_connection(place) as client:
            server.accept()[0].close()
            client.recv(1)  # it has heard of the end
        return place[1]


def listens(port: int) -> bool:
    """Whether somebody answers there."""
    with socket() as tried:
        tried.settimeout(1)
        return tried.connect_ex(("127.0.0.1", port)) == 0
