"""Proving: the archive walked against register and journal."""

from collections.abc import Callable

from vbgen.archive import Archive
from vbgen.archive.audit import Audit, audit
from vbgen.archive.ledger import Head
from vbgen.register import Register
from vbgen.register.dumping import journal_head
from vbgen.usecases.ledgers import journal_entries, register_entries


def verify(
    register: Register, archive: Archive, *, progress: Callable[[int, int], None] = lambda _d, _a: None
) -> Audit:
    """Every missing, changed, orphaned or unjournalled file, every changed or deleted row, every broken link."""
    if archive.owner() is not None:
        archive.confirm(register.identity)
    said = journal_head(register.database)
    head = Head(int(str(said["seq"])), str(said["digest"]), int(str(said["mirrored"])))
    return audit(archive, register_entries(register), journal_entries(register), head=head, progress=progress)
