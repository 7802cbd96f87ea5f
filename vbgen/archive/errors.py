"""What can go wrong with the archive, each with its exit code.

4 nothing could be written (ArchiveWriteError) · 10 the archive cannot be reached · 11 something that it should hold
is not there · 12 something in it is not what was put there · 13 it belongs to another workspace.
"""

from vbgen.errors import OutputError, VbgenError


class ArchiveWriteError(OutputError):
    """The archive cannot take what is put there: full, read-only, or refused; nothing half-written is visible."""


class ArchiveUnreachableError(VbgenError):
    """The folder or object store does not answer, or does not let us in."""

    exit_code = 10


class ArchiveMissingError(VbgenError):
    """The archive does not hold what was asked of it by digest."""

    exit_code = 11


class ArchiveDamagedError(VbgenError):
    """What the archive holds under a digest does not have that digest."""

    exit_code = 12


class ArchiveTakenError(VbgenError):
    """The archive belongs to another workspace."""

    exit_code = 13
