"""Ways out where the clerk's desk cannot be opened."""

from dataclasses import dataclass

from vbgen.ways.way_out import WayOut


@dataclass(frozen=True, slots=True)
class AskForLink(WayOut):
    """Open the desk anew: its one-time link lets in once."""


@dataclass(frozen=True, slots=True)
class StopDesk(WayOut):
    """End the desk that serves at this address."""

    url: str


@dataclass(frozen=True, slots=True)
class AddAccount(WayOut):
    """Give somebody an account, who can log in then."""


@dataclass(frozen=True, slots=True)
class NameAnotherAdmin(WayOut):
    """Make somebody else an administrator first."""


@dataclass(frozen=True, slots=True)
class SetServing(WayOut):
    """Say it in the settings: a key of `[serve]` and its value as TOML."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class ChoosePort(WayOut):
    """Say another port."""


@dataclass(frozen=True, slots=True)
class ServeHere(WayOut):
    """Serve this machine alone."""
