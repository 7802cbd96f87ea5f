"""Ways out where the clerk's desk cannot be opened."""

from dataclasses import dataclass

from vbgen.ways.way_out import WayOut


class AskForLink(WayOut):
    """Open the desk anew: its one-time link lets in once."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class StopDesk(WayOut):
    """End the desk that serves at this address."""

    url: str


class AddAccount(WayOut):
    """Give somebody an account, who can log in then."""

    __slots__ = ()


class NameAnotherAdmin(WayOut):
    """Make somebody else an administrator first."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SetServing(WayOut):
    """Say it in the settings: a key of `[serve]` and its value as TOML."""

    key: str
    value: str


class ChoosePort(WayOut):
    """Say another port."""

    __slots__ = ()


class ServeHere(WayOut):
    """Serve this machine alone."""

    __slots__ = ()
