"""Signed files of a paper: announced before the archive takes them, then written down beside the files they sign."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select

from vbgen.model.document import ArchivedFile
from vbgen.model.dossier import Stamp
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database

ANNOUNCED, SIGNED = "signing", "sign"  # acts
SIGNED_ROLE, EVIDENCE_ROLE = "signed", "evidence"
INK = "ink"  # state of a scan: the paper was signed with ink
AS_RECEIVED = (
    "-as-received"  # at the end of the name of a scan as it came, before it was made searchable
)
_SIGNED = tables.signed_files.c


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A signed file, the file that was signed, and what the check of its signatures relied on."""

    original: str  # name of the file that was issued
    name: str
    file: ArchivedFile
    evidence: str  # its name
    evidence_file: ArchivedFile
    state: str  # what the check came to

    @property
    def files(self) -> dict[str, str]:
        """Name → digest."""
        return {self.name: self.file.digest, self.evidence: self.evidence_file.digest}

    @property
    def link(self) -> dict[str, str]:
        """What is signed, by what, and how its check ended."""
        return {
            "name": self.name,
            "original": self.original,
            "evidence": self.evidence,
            "state": self.state,
        }


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A row of the table: a signed file beside the one that was signed."""

    document: str
    name: str
    original: str
    evidence: str
    state: str
    act: int

    @property
    def is_scan(self) -> bool:
        """Whether it is the scan of a paper that was signed with ink."""
        return self.state == INK

    @property
    def stands_for_paper(self) -> bool:
        """Whether it may be what is printed, sent and copied: a scan as it came stands behind the searchable one."""
        return not self.name.endswith(f"{AS_RECEIVED}.pdf")


def announce(database: Database, document: str, copies: Sequence[SignedCopy], stamp: Stamp) -> None:
    """Digests of the files, in the journal before the first of them reaches the archive."""
    with database.writing() as connection:
        detail = {"files": _files(copies)}
        journal.append(connection, stamp, ANNOUNCED, document=document, detail=detail)


def keep_signed(
    database: Database, document: str, copies: Sequence[SignedCopy], stamp: Stamp
) -> None:
    """The signed files belong to the paper; those that are written down already stay as they are."""
    with database.writing() as connection:
        known = {one.name for one in signed_files(connection, document)}
        new = [copy for copy in copies if copy.name not in known]
        if not new:
            return
        detail = {"files": _files(new), "signed": [copy.link for copy in new]}
        act = journal.append(connection, stamp, SIGNED, document=document, detail=detail)
        connection.execute(insert(tables.files), list(_file_rows(document, new)))
        rows = [{"document": document, **copy.link, "act": act.seq} for copy in new]
        connection.execute(insert(tables.signed_files), rows)


def signed_files(connection: Connection, document: str | None = None) -> Iterator[SignedFile]:
    """Signed files of one paper, or of all, in the order in which they came."""
    found = select(tables.signed_files).order_by(_SIGNED.act, _SIGNED.document, _SIGNED.name)
    if document is not None:
        found = found.where(_SIGNED.document == document)
    for row in connection.execute(found).mappings():
        yield SignedFile(**row)


def _files(copies: Sequence[SignedCopy]) -> dict[str, str]:
    return {name: digest for copy in copies for name, digest in copy.files.items()}


def _file_rows(document: str, copies: Sequence[SignedCopy]) -> Iterator[dict[str, object]]:
    """Each file once: copies that were signed together have one evidence."""
    rows = {copy.evidence: (EVIDENCE_ROLE, copy.evidence_file) for copy in copies}
    rows |= {copy.name: (SIGNED_ROLE, copy.file) for copy in copies}
    for name, (role, file) in rows.items():
        yield {"document": document, "name": name, "role": role, **asdict(file)}
