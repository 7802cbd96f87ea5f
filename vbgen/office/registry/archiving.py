"""Proving: the archive walked against register and journal."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from vbgen.archive import Archive
from vbgen.archive.audit import Audit, audit
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError
from vbgen.archive.ledger import Head
from vbgen.office.registry.ledgers import Evidence
from vbgen.office.registry.right_clock import corrections
from vbgen.register import Register
from vbgen.register.database.dumping import journal_head


def verify(
    register: Register,
    archive: Archive,
    *,
    progress: Callable[[int, int], None] = lambda _d, _a: None,
) -> Audit:
    """Every missing, changed, orphaned or unjournalled file, every changed or deleted row, every broken link."""
    if archive.owner() is not None:
        archive.confirm(register.identity)
    said = journal_head(register.database)
    head = Head(int(str(said["seq"])), str(said["digest"]), int(str(said["mirrored"])))
    with register.steady() as still:
        evidence = Evidence(still, lambda digest: _content(archive, digest))
        found = audit(archive, evidence.rows(), evidence.journal(), head=head, progress=progress)
    return replace(
        found,
        problems=(*found.problems, *evidence.problems, *corrections(register)),
        held=evidence.held,
    )


def _content(archive: Archive, digest: str) -> bytes | None:
    with suppress(ArchiveMissingError, ArchiveDamagedError):
        return archive.get(digest)
    return None
