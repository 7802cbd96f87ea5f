"""Coming in to the desk and leaving it: sessions, and the one-time link of the desk's own machine."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.desk_role import DeskRole
from vbgen.office.acts import Answer, Request
from vbgen.register.access.accounts import accounts
from vbgen.register.access.keys import desk_key
from vbgen.register.access.sessions import (
    Visitor,
    end_session,
    make_entrance,
    open_session,
    use_entrance,
    visitor_of,
)
from vbgen.ways import AskForLink

if TYPE_CHECKING:
    from vbgen.office.office import Office
    from vbgen.office.setting.workspace import Workspace

_LINK_LASTS = timedelta(minutes=10)
SESSION_LASTS = timedelta(hours=12)
_COOKIES = "cookies"


@dataclass(frozen=True, slots=True)
class ServingSettings:
    """`[serve]` of the settings: how others than the desk's own machine reach it."""

    address: str = ""  # `https://thidua.example.vn`
    certificate: str = ""  # files of the office's own certificate, from the workspace
    key: str = ""
    proxies: tuple[str, ...] = ("127.0.0.1",)  # whose word about addresses is believed
    login_header: str = ""  # in which they name the account that asks


@dataclass(frozen=True)
class DeskOpened(Answer):
    """What a desk needs before it serves."""

    identity: str  # the register's
    key: str  # signs cookies
    has_accounts: bool  # somebody may log in
    serving: ServingSettings


@dataclass(frozen=True)
class OpenDesk(Request[DeskOpened]):
    """Make the desk ready to serve: sessions and jobs stand in the register's database, which is made where none is."""

    def carry_out(self, office: "Office") -> DeskOpened:
        """The register is there from here on."""
        register = office.desk_to_begin().register
        register.make()
        database = register.database
        open_accounts = [each for each in accounts(database) if not each.is_closed]
        key, serving = desk_key(database, _COOKIES), serving_of(office.own_workspace)
        return DeskOpened(register.identity, key, bool(open_accounts), serving)


def serving_of(workspace: "Workspace") -> ServingSettings:
    """What the settings say of it."""
    said, root = workspace.settings.get("serve", {}), workspace.root or Path()
    files = {name: str(root / str(said[name])) for name in ("certificate", "key") if name in said}
    proxies = tuple(map(str, said.get("proxies", ServingSettings().proxies)))
    said_of = {name: str(said.get(name, "")) for name in ("address", "login_header")}
    return ServingSettings(proxies=proxies, **said_of, **files)


@dataclass(frozen=True)
class EntranceMade(Answer):
    """A link's token."""

    token: str


@dataclass(frozen=True)
class MakeEntrance(Request[EntranceMade]):
    """A link that lets whoever sits at this machine in, once and soon, with every role."""

    def carry_out(self, office: "Office") -> EntranceMade:
        """Its token."""
        here = Visitor("", office.surroundings.who, frozenset(role.value for role in DeskRole))
        database = office.desk_to_act().register.database
        return EntranceMade(make_entrance(database, here, office.surroundings.clock(), _LINK_LASTS))


@dataclass(frozen=True)
class SessionOpened(Answer):
    """A session's token, and whose it is."""

    token: str
    visitor: Visitor


@dataclass(frozen=True)
class UseEntrance(Request[SessionOpened]):
    """Come in by a one-time link; ProblemsFoundError the second time, or too late."""

    token: str

    def carry_out(self, office: "Office") -> SessionOpened:
        """The session that it opens."""
        database, now = office.desk_to_act().register.database, office.surroundings.clock()
        visitor = use_entrance(database, self.token, now)
        if visitor is None:
            message = _("Đường dẫn vào bàn làm việc đã được dùng hoặc đã hết hạn.")
            ways = (AskForLink(),)
            raise ProblemsFoundError(message, (Problem("link-used", message, ways=ways),), ways)
        return SessionOpened(open_session(database, visitor, now, SESSION_LASTS), visitor)


@dataclass(frozen=True)
class SessionFound(Answer):
    """Who has the session; None where it has ended."""

    visitor: Visitor | None


@dataclass(frozen=True)
class FindSession(Request[SessionFound]):
    """Whose session a token opens."""

    token: str

    def carry_out(self, office: "Office") -> SessionFound:
        """Looked up."""
        database = office.desk_to_look().register.database
        return SessionFound(visitor_of(database, self.token, office.surroundings.clock()))


@dataclass(frozen=True)
class EndSession(Request[Answer]):
    """Leave the desk."""

    token: str

    def carry_out(self, office: "Office") -> Answer:
        """The session opens nothing any more."""
        end_session(office.desk_to_act().register.database, self.token)
        return Answer()
