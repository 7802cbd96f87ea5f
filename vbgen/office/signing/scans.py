"""A paper that was signed with ink comes back as a scan: made searchable, read, compared and kept beside its file."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.archive.store import digest_of
from vbgen.errors import OutsideProgramError, Problem, ProblemsFoundError, refuse_errors
from vbgen.files import read_bytes
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.signed_sheets import issued_files
from vbgen.office.references import find_whole
from vbgen.office.signing.keeping import keep_files, lay_out_scan, scan_copies
from vbgen.office.signing.originals import paper_meant, refuse_unissued
from vbgen.office.signing.scan_doubts import (
    doubts_of,
    refuse_no_scan,
    unread,
)
from vbgen.office.signing.scan_names import IssuedNames
from vbgen.office.signing.scan_reading import ScanReading, read_scan
from vbgen.pages.pdf.layout import PrintedLayout, layout_of
from vbgen.pages.pdf.photographed import as_page
from vbgen.pages.pdf.scanned import ScannedPage
from vbgen.pages.pdf.scans import with_text
from vbgen.register import INK, Entry, KeptFile
from vbgen.signing.opening import MOST_BYTES

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.office import Office

FORMAT = "vbgen-scan-reading/1"
_PDF = b"%PDF-"


@dataclass(frozen=True)
class ScanAttached(Answer):
    """A scan that is kept with its paper."""

    code: str
    original: str  # name of the file that was issued
    name: str  # of the scan, in the archive
    digest: str
    is_searchable: bool
    made: tuple[Path, ...] = ()  # where the office takes it from
    was_kept: bool = False  # the same file had been taken before

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "code": self.code,
            "original": self.original,
            "name": self.name,
            "digest": self.digest,
            "searchable": self.is_searchable,
            "files": [str(path) for path in self.made],
            "was_kept": self.was_kept,
        }


@dataclass(frozen=True)
class AttachScan(Request[ScanAttached]):
    """The scan of a paper that was signed with ink: read, compared with what was issued, and kept beside it."""

    reference: str  # `05/QĐ-SCT`, or one of its certificates: `05/QĐ-SCT:7`
    file: Path  # PDF, or a picture of one page
    year: int | None = None
    is_looked_at: bool = False  # a person says that it is this paper, whatever was read or was not

    def carry_out(self, office: "Office") -> ScanAttached:
        """What was kept; ProblemsFoundError, and nothing kept, for another paper's scan or what is doubtful."""
        desk = office.desk_to_act()
        entry = find_whole(desk.register, self.reference, self.year)
        refuse_unissued(entry)
        original = paper_meant(desk.register, desk.archive, entry, self.reference)
        content = _as_pdf(self.file)
        if (same := _same(desk, original, digest_of(content))) is not None:
            return ScanAttached(
                entry.code, original.name, same.name, same.digest, is_searchable=True, was_kept=True
            )
        _refuse_signed(desk, entry, original)
        pages = refuse_no_scan(content)
        issued = layout_of(desk.archive.get(original.digest))
        scan = _Scan.read(content, pages, issued, entry, _honoured(desk, entry, original))
        problems = scan.told(entry, is_looked_at=self.is_looked_at)
        message = _("Chưa nhận bản quét của văn bản {code}.", code=entry.code)
        refuse_errors(message, problems)
        return replace(_kept(desk, entry, original, scan), problems=problems)


@dataclass(frozen=True, slots=True)
class _Scan:
    """A scan as it came and as it was made searchable, with what was read of it."""

    received: bytes
    searchable: bytes  # empty where this machine reads no scans
    pages: tuple[ScannedPage, ...]
    issued_pages: int
    reading: ScanReading | None
    doubts: tuple[Problem, ...] = ()

    @classmethod
    def read(
        cls,
        content: bytes,
        pages: tuple[ScannedPage, ...],
        issued: PrintedLayout,
        entry: Entry,
        honoured: IssuedNames | None,
    ) -> "_Scan":
        """The scan, read by the optional program where it is installed."""
        letters = any(page.has_letters for page in pages)
        try:
            searchable = with_text(content, pages=len(pages), kept=True, anew=letters)
        except OutsideProgramError as fault:
            return cls(content, b"", pages, issued.pages, None, (unread(fault),))
        reading = read_scan(issued, layout_of(searchable), entry, honoured)
        return cls(content, searchable, pages, issued.pages, reading)

    def told(self, entry: Entry, *, is_looked_at: bool) -> tuple[Problem, ...]:
        """Everything that is doubtful; a person's word leaves it a warning, but not another paper's scan a scan."""
        return doubts_of(
            entry, self.reading, self.pages, self.issued_pages, self.doubts, is_looked_at
        )

    def evidence(self, desk: "Desk", entry: Entry) -> bytes:
        """What was read and when, as JSON beside the scan."""
        newest = self.searchable or self.received
        codes = sorted({one.code for one in self.told(entry, is_looked_at=True)})
        plain = {
            "format": FORMAT,
            "read_at": desk.clock().isoformat(timespec="seconds"),
            "received": digest_of(self.received),
            "files": [{"file": digest_of(newest), "state": INK, "signatures": []}],
            "pages": len(self.pages),
            "read": self.reading and self.reading.as_json(),
            "agreed_to": codes,
        }
        return json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()


def _honoured(desk: "Desk", entry: Entry, original: KeptFile) -> IssuedNames | None:
    """Whose certificate the file is; None for a paper that is none."""
    if not original.is_single:
        return None
    singles = [file.name for file in issued_files(desk.register, desk.archive, entry)
               if file.is_single]  # fmt: skip
    own = singles.index(original.name) + 1
    names = {row.place: row.name for row in desk.register.golden_book(document=entry.id)}
    if own not in names:
        return None
    return IssuedNames(names[own], tuple(name for place, name in names.items() if place != own))


def _kept(desk: "Desk", entry: Entry, original: KeptFile, scan: _Scan) -> ScanAttached:
    version = len(_scans(desk, original)) + 1
    contents = [scan.searchable, scan.received] if scan.searchable else [scan.received]
    evidence = scan.evidence(desk, entry)
    copies = scan_copies(original.name, version, contents, evidence)
    keep_files(desk, entry, copies, (*contents, evidence))
    made = lay_out_scan(desk, entry, original, contents[0])
    newest = copies[0]
    return ScanAttached(
        entry.code,
        original.name,
        newest.name,
        newest.file.digest,
        is_searchable=bool(scan.searchable),
        made=(made,),
    )


def _scans(desk: "Desk", original: KeptFile) -> Sequence[str]:
    """Names of the scans of that file that are kept, each once."""
    found = desk.register.signed_files(original.document)
    mine = [one for one in found if one.original == original.name and one.is_scan]
    return [one.name for one in mine if one.stands_for_paper]


def _same(desk: "Desk", original: KeptFile, digest: str) -> KeptFile | None:
    """The scan that was kept of the very same file."""
    rows = desk.register.signed_files(original.document)
    files = {file.name: file for file in desk.register.files(original.document)}
    names = [one.name for one in rows if one.original == original.name]
    return next((files[name] for name in names if files[name].digest == digest), None)


def _refuse_signed(desk: "Desk", entry: Entry, original: KeptFile) -> None:
    rows = desk.register.signed_files(entry.id)
    signed = [one for one in rows if one.original == original.name and not one.is_scan]
    if signed:
        message = _(
            "Văn bản này đã có bản ký số ({name}) nên không nhận bản quét.", name=signed[-1].name
        )
        raise ProblemsFoundError(message, (Problem("already-signed", message),))


def _as_pdf(path: Path) -> bytes:
    """The file's bytes; a picture becomes one page."""
    content = read_bytes(path, most=MOST_BYTES)
    if content.startswith(_PDF):
        return content
    with temporary_folder("scan") as folder:
        target = Path(folder) / "page.pdf"
        as_page(path, target, shown=path.name)
        return target.read_bytes()
