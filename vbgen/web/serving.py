"""Starting the desk: one a workspace, at an address that is its own, ended within three seconds."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING, Any, cast

from starlette.types import ASGIApp

from vbgen.messages import current_language
from vbgen.office import DeskOpened, MakeEntrance, Office, OpenDesk, Surroundings
from vbgen.web.addresses import ServingAddress, bound, chosen_address
from vbgen.web.app import application, templates
from vbgen.web.files import static_files
from vbgen.web.guards import ProxyLogin
from vbgen.web.moment import now
from vbgen.web.running import DeskRunsError, HeldPlace, held_place
from vbgen.web.site import Site
from vbgen.web.workroom import Workroom

if TYPE_CHECKING:
    from uvicorn import Server

_LAST_S = 0.5  # for threads that are about to end
_GRACE_S = 2  # for pages under way; an open stream of events would never end by itself


@dataclass(frozen=True, slots=True)
class ServingWish:
    """Where a desk is wanted."""

    place: Path
    environ: Mapping[str, str]
    who: str
    host: str = "127.0.0.1"
    port: int | None = None  # the usual one, or another that is free
    is_behind_proxy: bool = False

    @property
    def is_local(self) -> bool:
        """Whether this machine alone reaches it."""
        try:
            return ip_address(self.host).is_loopback and not self.is_behind_proxy
        except ValueError:
            return self.host == "localhost" and not self.is_behind_proxy

    def office(self) -> Office:
        """The office, opened for acting."""
        return Office.act(self.place, Surroundings(self.environ, self.who, now))


@dataclass(frozen=True, slots=True)
class Serving:
    """A desk that can be reached at `url`; it serves once `run` is called, and until it is told to end."""

    url: str
    runs_already: bool
    is_link: bool = True  # it lets in once; else whoever comes logs in
    run: Callable[[], None] = lambda: None


@contextmanager
def open_serving(wish: ServingWish) -> Iterator[Serving]:
    """The desk of a workspace, ready to run; or the one that runs already, with a link of its own."""
    with wish.office() as office:
        output = office.root / "output"
    try:
        with held_place(output) as held, _Ending().heard() as ending:
            yield _ready(wish, held, ending)
    except DeskRunsError as running:
        yield Serving(_link(wish, running.url), runs_already=True, is_link=wish.is_local)


@dataclass(slots=True)
class _Ending:
    """Ctrl+C and SIGTERM end the desk quietly from the moment that it can be found, before its server hears them too.

    Written down, never raised: what a signal raises within a callback of Python's own is lost.
    """

    _is_asked: bool = False
    _server: "Server | None" = None

    @contextmanager
    def heard(self) -> Iterator["_Ending"]:
        """Hear them; the server raises the one that ended it once more when it is done."""
        heard = (signal.SIGINT, signal.SIGTERM)
        before = {number: signal.signal(number, self._hear) for number in heard}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def run(self, server: "Server", listening: socket) -> None:
        """Serve until somebody asks it to end, who may have done so already."""
        self._server = server
        if self._is_asked:
            server.should_exit = True
        server.run(sockets=[listening])

    def _hear(self, _number: int, _frame: object) -> None:
        self._is_asked = True
        if self._server is not None:
            self._server.should_exit = True


def _ready(wish: ServingWish, held: HeldPlace, ending: _Ending) -> Serving:
    with wish.office() as office:
        opened = office.do(OpenDesk())
    address = chosen_address(
        wish.host, opened, is_local=wish.is_local, is_proxied=wish.is_behind_proxy
    )
    listening, origin = bound(wish.host, wish.port, address)
    site = _site(wish, opened, origin)
    held.tell(origin)
    url = _link(wish, origin) if wish.is_local else origin
    return Serving(
        url,
        runs_already=False,
        is_link=wish.is_local,
        run=lambda: _run(site, listening, address, ending),
    )


def _site(wish: ServingWish, opened: DeskOpened, origin: str) -> Site:
    own = f"vbgen-{opened.identity[:12]}"  # cookies know no ports: each desk has its own
    return Site(
        place=wish.place,
        environ=wish.environ,
        clock=now,
        who=wish.who,
        language=current_language(),
        origin=origin,
        key=opened.key,
        cookie=f"__Host-{own}" if origin.startswith("https:") else own,
        templates=templates(static_files()),
        workroom=Workroom(wish.place, wish.environ, wish.who),
    )


def _link(wish: ServingWish, origin: str) -> str:
    if not wish.is_local:
        return origin
    with wish.office() as office:
        return f"{origin}/enter/{office.do(MakeEntrance()).token}"


def _run(site: Site, listening: socket, address: ServingAddress, ending: _Ending) -> None:
    """Serve until Ctrl+C or SIGTERM; then nothing of it is left, within three seconds."""
    import uvicorn

    config = uvicorn.Config(
        _served(site, address),
        log_config=None,
        log_level="critical",  # faults of pages have their reports; a stream that ends with the desk is none
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=_GRACE_S,
        proxy_headers=False,  # read within, where the connection itself has been looked at
        ssl_certfile=address.certificate or None,
        ssl_keyfile=address.key or None,
    )
    ending.run(uvicorn.Server(config), listening)
    _leave_threads()


def _served(site: Site, address: ServingAddress) -> ASGIApp:
    """The desk; behind a web server of the office with what that says of each request."""
    served = application(site, static_files())
    if not address.is_proxied:
        return served
    from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

    forwarded = cast("ASGIApp", ProxyHeadersMiddleware(cast("Any", served), list(address.proxies)))
    return ProxyLogin(forwarded, address.proxies, address.login_header)


def _leave_threads() -> None:
    """A page that is still being made is hardly waited for: whatever it does is whole or not begun."""
    others = [
        thread
        for thread in threading.enumerate()
        if thread is not threading.current_thread() and not thread.daemon
    ]
    for thread in others:
        thread.join(_LAST_S / len(others))
    if any(thread.is_alive() for thread in others):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
