"""Proving: the archive walked against register and journal."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from vbgen.archive import Archive
from vbgen.archive.audit import Audit, audit
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError
from vbgen.archive.ledger import Head
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.office.issuing.in_step import everything_unknown
from vbgen.office.registry.ledgers import Evidence
from vbgen.office.registry.right_clock import corrections
from vbgen.register import Register
from vbgen.register.database.dumping import journal_head
from vbgen.ways import RecoverRegister

# what the audit finds in the archive and the register does not know
_UNKNOWN = frozenset(
    {"journal-rewritten", "journal-forked", "dossier-unjournalled", "file-orphaned"}
)


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
    told = (*found.problems, *evidence.problems, *corrections(register))
    return replace(found, problems=_with_ways(register, archive, told), held=evidence.held)


def _with_ways(
    register: Register, archive: Archive, problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Of a register that is older than its archive: what it does not know is taken back from there, not restored."""
    codes = {problem.code for problem in problems if problem.severity is Severity.ERROR}
    if "journal-rewritten" not in codes or codes - _UNKNOWN:
        return problems
    unknown = everything_unknown(register, archive)
    if unknown.ours or not unknown.theirs:
        return problems
    message = _(
        "Sổ đăng ký cũ hơn kho lưu trữ: kho có {count} mục nhật ký mà sổ không có. Có thể sổ "
        "vừa được khôi phục từ bản sao dự phòng.",
        count=len(unknown.theirs),
    )
    older = Problem("journal-older", message, Place(file=register.place), ways=(RecoverRegister(),))
    return (older, *(_taken_back(problem) for problem in problems))


def _taken_back(problem: Problem) -> Problem:
    return replace(problem, hint="", ways=()) if problem.code in _UNKNOWN else problem


def _content(archive: Archive, digest: str) -> bytes | None:
    with suppress(ArchiveMissingError, ArchiveDamagedError):
        return archive.get(digest)
    return None
