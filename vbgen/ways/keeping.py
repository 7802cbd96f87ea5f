"""Ways out where register, archive or backups are to be looked at, brought forward or put back."""

from dataclasses import dataclass

from vbgen.ways.way_out import WayOut


class RestoreBags(WayOut):
    """Put a lost register and archive back from bags."""

    __slots__ = ()


class ListRegister(WayOut):
    """Look at the register's entries."""

    __slots__ = ()


class VerifyArchive(WayOut):
    """Hold register and archive against each other."""

    __slots__ = ()


class RecoverRegister(WayOut):
    """Take acts and papers that the archive knows back into the register."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ExportBags(WayOut):
    """Make bags of those years too, or one of everything."""

    years: tuple[int, ...]


class UpgradeRegister(WayOut):
    """Bring the register's schema forward, after a backup."""

    __slots__ = ()


class UsePostgresql(WayOut):
    """Move the register to a PostgreSQL server."""

    __slots__ = ()


class BackUp(WayOut):
    """Copy everything of the office to a safe place."""

    __slots__ = ()


class RestoreBackup(WayOut):
    """Put a backup of everything back."""

    __slots__ = ()
