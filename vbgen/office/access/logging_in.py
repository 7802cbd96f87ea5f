"""Coming in to the desk by name and password."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.office.access.entering import SESSION_LASTS, SessionOpened
from vbgen.office.access.passwords import is_password
from vbgen.office.acts import Answer, Request
from vbgen.register.access.accounts import account_named, accounts, open_session_of
from vbgen.ways import AddAccount

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class LogIn(Request[SessionOpened]):
    """Open a session; ProblemsFoundError that does not tell whether it was the name or the password."""

    name: str
    password: str = field(repr=False)

    def carry_out(self, office: "Office") -> SessionOpened:
        """A name that nobody has takes as long as a wrong password."""
        database, now = office.desk_to_act().register.database, office.surroundings.clock()
        account = account_named(database, self.name)
        kept = account.password if account and not account.is_closed else ""
        if is_password(kept, self.password) and account:
            token = open_session_of(database, account, now, SESSION_LASTS)
            if token:
                return SessionOpened(token, account.visitor)
        message = _("Tên tài khoản hoặc mật khẩu chưa đúng.")
        raise ProblemsFoundError(message, (Problem("wrong-login", message),))


@dataclass(frozen=True)
class ComeInByProxy(Request[SessionOpened]):
    """Open a session for whom the web server before the desk has named; it has asked for the password."""

    name: str

    def carry_out(self, office: "Office") -> SessionOpened:
        """ProblemsFoundError where nobody of that name has an account."""
        database, now = office.desk_to_act().register.database, office.surroundings.clock()
        account = account_named(database, self.name.lower())
        if account and not account.is_closed:
            token = open_session_of(database, account, now, SESSION_LASTS)
            if token:
                return SessionOpened(token, account.visitor)
        message = _("Người dùng “{name}” chưa có tài khoản ở bàn làm việc này.", name=self.name)
        ways = (AddAccount(),)
        raise ProblemsFoundError(message, (Problem("no-such-account", message, ways=ways),), ways)


@dataclass(frozen=True)
class WaysInFound(Answer):
    """Whether anybody can come in by a password."""

    has_accounts: bool


@dataclass(frozen=True)
class FindWaysIn(Request[WaysInFound]):
    """How people come in to this desk."""

    def carry_out(self, office: "Office") -> WaysInFound:
        """Looked up."""
        there = accounts(office.desk_to_look().register.database)
        return WaysInFound(any(not each.is_closed for each in there))
