"""What register and journal say about the archive, as plain values, whatever database they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

BEGINNING = "0" * 64  # what the journal's first entry is tied to


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One row of the register: a document and the digests of its files."""

    id: str
    label: str  # as a clerk names it: "05/QĐ-SCT"
    files: Mapping[str, str] = field(default_factory=dict)  # file name → SHA-256
    facts: Mapping[str, str] = field(
        default_factory=dict
    )  # what the journal must say alike: number, day …
    is_open: bool = False  # numbered, not yet settled: `register resume` will finish it
    is_past: bool = False  # an import that the journal tells of wrote it: nothing was kept, no act tells of it alone
    sizes: Mapping[str, int] = field(default_factory=dict)  # SHA-256 → bytes


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One act in the journal."""

    seq: int
    label: str  # what was done, as a clerk names it
    stated: str  # the digest that the journal states for it
    computed: str  # the digest that its content has
    previous: str  # the digest of the entry before it
    document: str = ""  # id of the document that it is about
    kept: Mapping[str, str] = field(
        default_factory=dict
    )  # all that the document has in the archive, by name
    added: Mapping[str, str] = field(default_factory=dict)  # files that the document has besides
    announced: frozenset[str] = frozenset()  # digests that may reach the archive from here on
    facts: Mapping[str, str] = field(
        default_factory=dict
    )  # what holds of the document from here on
    is_aside: bool = False  # an act of a second register, which the act before it holds whole


@dataclass(frozen=True, slots=True)
class Head:
    """Where the journal says that it ends."""

    seq: int
    digest: str
    mirrored: int = 0  # acts up to this one lie in the archive too, each under its digest
