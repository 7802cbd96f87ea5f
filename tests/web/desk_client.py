"""What a browser sends to a running desk, without a browser; and sessions of chosen roles in its register."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import httpx
from starlette.routing import Route

from tests.patience import PATIENCE_S
from tests.web.running_desk import RunningDesk
from vbgen.office import Office, OpenDesk, Surroundings, Visitor
from vbgen.register.access.sessions import open_session
from vbgen.web import tokens
from vbgen.web.app import application, templates
from vbgen.web.files import static_files
from vbgen.web.moment import now
from vbgen.web.site import Site
from vbgen.web.workroom import Workroom

_ONE_EACH = httpx.Limits(max_keepalive_connections=0)  # no connection stays open behind a test


@dataclass(frozen=True)
class DeskHere:
    """A running desk, and what it is made of."""

    desk: RunningDesk
    site: Site

    @classmethod
    def of(cls, desk: RunningDesk) -> "DeskHere":
        with Office.act(desk.place, Surroundings({}, "Lan", now)) as office:
            opened = office.do(OpenDesk())
        return cls(
            desk,
            Site(
                place=desk.place,
                environ={},
                clock=now,
                who="Lan",
                language="vi",
                origin=desk.origin,
                key=opened.key,
                cookie=f"vbgen-{opened.identity[:12]}",
                templates=templates(static_files()),
                workroom=Workroom(desk.place, {}, "Lan"),
            ),
        )

    @property
    def routes(self) -> list[Route]:
        """Those of the application itself; a mount would hide its own."""
        found = application(self.site, static_files()).routes
        assert all(isinstance(route, Route) for route in found)
        return [route for route in found if isinstance(route, Route)]

    def session(self, roles: Iterable[str], account: str = "") -> str:
        """The token of a session of somebody with those roles."""
        visitor = Visitor(account, "Nguyễn Thị Lan", frozenset(roles))
        with self.site.acting() as office:
            database = office.desk_to_act().register.database
            return open_session(database, visitor, now(), timedelta(hours=1))

    def client(self, session: str = "") -> "DeskClient":
        """Somebody with that session, or nobody."""
        return DeskClient(self.site, session)


class DeskClient(httpx.Client):
    """Sends what a browser would: its cookie, and the origin of its forms."""

    def __init__(self, site: Site, session: str = "") -> None:
        super().__init__(
            base_url=site.origin,
            headers={"accept": "text/html"},
            timeout=PATIENCE_S,
            limits=_ONE_EACH,
        )
        self.origin = site.origin
        self.form_token = tokens.form_token(site.key, session)
        if session:
            self.cookies.set(site.cookie, tokens.signed(site.key, session), domain="127.0.0.1")

    def send_form(self, path: str, **values: str | list[str]) -> httpx.Response:
        """A form of the desk's own page."""
        data = {"form_token": self.form_token, **values}
        return self.post(path, data=data, headers={"origin": self.origin})
