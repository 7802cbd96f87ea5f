"""What was kept of one act of issuing: every file by its digest, with what is said about it.

The record is itself kept in the archive, as plain JSON, so that the archive explains itself without the register.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from vbgen.archive.metadata import FileMetadata, PaperMetadata
from vbgen.files import canonical_json
from vbgen.model.field import Record

FORMAT: Final = "vbgen-dossier/1"
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Role(StrEnum):
    """What a kept file is."""

    DOCX = "docx"
    PDF = "pdf"
    DATA = "data"  # the snapshot of the campaign that the paper was rendered from
    TEMPLATE = "template"
    FRAGMENT = "fragment"  # what the template includes
    SIGNED = "signed"  # the same paper with digital signatures
    OTHER = "other"


class DossierFile(Record):
    """One file in the archive."""

    role: Role
    name: Annotated[
        str, Field(min_length=1, pattern=r"^[^/\\\x00-\x1f]+$")
    ]  # the name a person gives it
    digest: Digest
    size: Annotated[int, Field(ge=0)]


class KeptPaper(Record):
    """One paper of the dossier (decision, annex, bonus table, a certificate …) and its own files."""

    key: Annotated[
        str, Field(min_length=1)
    ]  # unique in the dossier: "award-decision", "certificate-007"
    metadata: PaperMetadata
    files: tuple[DossierFile, ...]


class DossierRecord(Record):
    """A dossier: its papers in order, and the files that several of them share."""

    format: Literal["vbgen-dossier/1"] = FORMAT
    id: Annotated[str, Field(min_length=1)]  # the register's own
    about: FileMetadata
    papers: tuple[KeptPaper, ...]
    shared: tuple[DossierFile, ...] = ()

    @property
    def files(self) -> Iterator[DossierFile]:
        """Every kept file, in order."""
        yield from self.shared
        for paper in self.papers:
            yield from paper.files

    def to_bytes(self) -> bytes:
        """The record as it is kept; the same values give the same bytes."""
        plain = self.model_dump(mode="json", by_alias=True)
        return canonical_json(plain)


def read_dossier(content: bytes) -> DossierRecord | None:
    """The record that these bytes hold; None when they are something else."""
    if not content.startswith(b"{") or FORMAT.encode() not in content:
        return None
    try:
        return DossierRecord.model_validate_json(content)
    except ValidationError:
        return None


def totals(papers: Sequence[KeptPaper]) -> dict[str, int]:
    """`doc_total` and `page_total` of a file with these papers."""
    pages = [paper.metadata.page_amount or 0 for paper in papers]
    return {"doc_total": len(papers), "page_total": sum(pages)}
