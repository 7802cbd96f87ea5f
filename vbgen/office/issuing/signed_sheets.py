"""The PDF files of a paper as they were issued, and the signed ones that stand for them: those are printed and sent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from vbgen.archive import Archive
from vbgen.archive.dossier import KeptPaper, read_dossier
from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import RECORD
from vbgen.office.issuing.desk import Desk
from vbgen.pages.pdf.flattening import flattened
from vbgen.pages.pdf.joining import joined
from vbgen.printer.sheets import pages_of
from vbgen.register import Entry, KeptFile, Register


@dataclass(frozen=True, slots=True)
class SignedSheets:
    """Each certificate's newest digitally signed file: number in print order → it, under the issued name."""

    archive: Archive | None = None
    files: Mapping[int, tuple[str, KeptFile]] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: Desk, entry: Entry) -> "SignedSheets":
        """Those of a decision's certificates that are files of their own."""
        newest = desk.register.newest_signed(entry.id)
        for scanned in desk.register.signed_with_ink(entry.id):
            del newest[scanned]
        if not newest:
            return cls()
        singles = [
            file for file in issued_files(desk.register, desk.archive, entry) if file.is_single
        ]
        places = enumerate(singles, start=1)
        found = {place: (one.name, newest[one.name]) for place, one in places if one.name in newest}
        return cls(desk.archive, found)

    def pages(self, whole: bytes, numbers: Sequence[int]) -> bytes:
        """Pages of those numbers, in that order: signed ones where there are, else those of the whole."""
        if not self.among(numbers):
            return pages_of(whole, numbers)
        return joined([self._page(whole, number) for number in numbers])

    def among(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """Those of the numbers that are signed."""
        return tuple(number for number in numbers if number in self.files)

    def contents(self, numbers: Sequence[int]) -> Iterator[tuple[str, bytes]]:
        """The issued name and the signed content of each of those numbers that is signed."""
        for number in self.among(numbers):
            name, file = self.files[number]
            if self.archive:
                yield name, self.archive.get(file.digest)

    def _page(self, whole: bytes, number: int) -> bytes:
        signed = [content for _name, content in self.contents([number])]
        return flattened(signed[0]) if signed else pages_of(whole, [number])

    def lost_on_stock(self, numbers: Sequence[int]) -> tuple[Problem, ...]:
        """A warning where signed certificates are set anew for stock, which shows nothing of their signatures."""
        signed = self.among(numbers)
        if not signed:
            return ()
        message = _(
            "{count} giấy khen đã ký số nhưng bản in lên phôi không có hình chữ ký.",
            count=len(signed),
        )
        hint = _("In trên giấy trắng thì đúng bản đã ký; in lên phôi thì phải ký lại bằng mực.")
        return (Problem("signature-not-on-stock", message, severity=Severity.WARNING, hint=hint),)


def issued_files(register: Register, archive: Archive, entry: Entry) -> list[KeptFile]:
    """The PDF files of a paper and its certificates, in their places.

    Where certificates are files of their own, those instead of all in one.
    """
    kept = {file.name: file for file in register.files(entry.id)}
    if RECORD not in kept:
        return []
    record = read_dossier(archive.get(kept[RECORD].digest))
    papers = record.papers if record else ()
    return list(chain.from_iterable(_issued_of(paper, kept) for paper in papers))


def _issued_of(paper: KeptPaper, kept: Mapping[str, KeptFile]) -> list[KeptFile]:
    files = [kept[file.name] for file in paper.files if is_issued_pdf(kept[file.name])]
    return [file for file in files if file.is_single] or files


def is_issued_pdf(file: KeptFile) -> bool:
    """Whether it is a PDF file as it was issued: a paper, or one certificate."""
    return file.role in {"paper", "single"} and file.name.endswith(".pdf")
