"""What a copy is made of: pages out of the archive or of a file, and how the copied paper is named."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.archive.dossier import KeptPaper, Role, read_dossier
from vbgen.archive.store import digest_of
from vbgen.errors import Problem, Severity, UnreadableFileError, UsageError
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.model.afterwards.copy_form import COPY, CopyForm, form_of
from vbgen.model.dossier import RECORD
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.wishes.deciders import decider_of
from vbgen.office.issuing.wishes.known_papers import kept_campaign
from vbgen.office.references import find
from vbgen.pages.pdf.copied import confirm_copyable
from vbgen.pages.pdf.layout import layout_of
from vbgen.register import Entry, State
from vbgen.register.entries import CHANGED, IN_FORCE
from vbgen.word.package.lenient import open_package
from vbgen.words.names import fold

if TYPE_CHECKING:
    from vbgen.office.copying.preparing import CopyWish

_MOST_BYTES = 200_000_000
_MARK = 12  # signs of a digest that tell copied pages apart
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Copied:
    """The pages, and the paper that they are of."""

    content: bytes
    ending: str  # `pdf`, or `docx` of a paper that was kept without PDF
    about: str  # type, number, day, issuer and subject of the paper
    campaign: str = ""
    document: str = ""  # id of its entry
    agency: str = ""  # in whose book the entry stands
    doubts: tuple[Problem, ...] = ()

    @property
    def mark(self) -> str:
        """Tells these pages from others."""
        return digest_of(self.content)[:_MARK]


def copied(desk: Desk, wanted: "CopyWish") -> Copied:
    """The pages that are copied; UsageError for a form of copy that cannot be made of them."""
    entry = find(desk.register, wanted.reference, wanted.year) if wanted.reference else None
    _refuse(wanted, entry)
    content, signed = _content(desk, wanted, entry)
    ending = _ending(content, wanted)
    return Copied(
        content,
        ending,
        about=wanted.about.strip() or (_named(entry, desk) if entry else ""),
        campaign=entry.campaign if entry else "",
        document=entry.id if entry else "",
        agency=entry.agency if entry else "",
        doubts=tuple(_doubts(wanted, entry, content, is_signed=signed)),
    )


def _refuse(wanted: "CopyWish", entry: Entry | None) -> None:
    problem = _lacking(wanted, entry) or (_wrong_form(wanted.form, entry) if entry else None)
    if problem:
        raise UsageError(problem.message, (problem,))


def _lacking(wanted: "CopyWish", entry: Entry | None) -> Problem | None:
    if entry is None and not wanted.about.strip():
        message = _("Chưa ghi bản sao của văn bản nào.")
        hint = _("Ghi số trong sổ (05/QĐ-SCT), hoặc tên loại, số, ngày, cơ quan và trích yếu.")
        return Problem("nothing-copied", message, hint=hint)
    if wanted.file is None and (entry is None or wanted.form is CopyForm.EXCERPT):
        message = _("Chưa có tệp của những trang cần sao.")
        hint = _("Trích sao thì trình bày lại phần cần trích (Word hoặc PDF) rồi chọn tệp đó.")
        return Problem("no-pages", message, hint=hint)
    return None


def _wrong_form(form: CopyForm, entry: Entry) -> Problem | None:
    """Sao y is made of an original, sao lục of a sao y (Điều 25)."""
    of = form_of(entry.variant) if entry.kind == COPY else None
    if entry.state not in IN_FORCE and entry.state not in CHANGED - {State.VOID}:
        message = _(
            "Văn bản {code} đang ở trạng thái “{state}” nên không sao được.",
            code=entry.code,
            state=entry.state.label,
        )
        return Problem("not-to-be-copied", message)
    if form is CopyForm.COPY_OF_COPY and of is not CopyForm.TRUE_COPY:
        message = _("Sao lục chỉ làm từ bản sao y; {code} không phải bản sao y.", code=entry.code)
        return Problem("not-a-true-copy", message)
    if form is not CopyForm.COPY_OF_COPY and of is not None:
        message = _("{code} là bản sao; từ bản sao y chỉ làm được bản sao lục.", code=entry.code)
        return Problem("copy-of-a-copy", message)
    return None


def _content(desk: Desk, wanted: "CopyWish", entry: Entry | None) -> tuple[bytes, bool]:
    """The pages, and whether they bear signatures as far as is known."""
    if wanted.file is not None:
        return read_bytes(wanted.file, most=_MOST_BYTES), True
    if entry is None:
        return b"", False
    files = {file.name: file for file in desk.register.files(entry.id)}
    newest = desk.register.newest_signed(entry.id)
    name = _main_file(desk, entry)
    return desk.archive.get(newest.get(name, files[name]).digest), name in newest


def _main_file(desk: Desk, entry: Entry) -> str:
    """The name of the paper's PDF file, else of its Word file; UsageError for one that is not in the archive."""
    files = {file.name: file for file in desk.register.files(entry.id)}
    record = read_dossier(desk.archive.get(files[RECORD].digest)) if RECORD in files else None
    if record is None or not record.papers:
        message = _("Kho không có tệp của {code}; hãy chọn tệp PDF của văn bản.", code=entry.code)
        raise UsageError(message, (Problem("no-pages", message),))
    return _best(record.papers[0])


def _best(paper: KeptPaper) -> str:
    named = {file.role: file.name for file in paper.files}
    return named.get(Role.PDF) or named[Role.DOCX]


def _ending(content: bytes, wanted: "CopyWish") -> str:
    """`pdf` or `docx`; UnreadableFileError before a number is taken for pages that no copy can be made of."""
    if content.startswith(_PDF):
        confirm_copyable(content)
        return "pdf"
    if content.startswith(_ZIP):
        open_package(content)
        return "docx"
    name = wanted.file.name if wanted.file else ""
    message = _("“{name}” không phải là tệp PDF hay Word (.docx).", name=name)
    raise UnreadableFileError(message, (Problem("neither-pdf-nor-word", message),))


def _named(entry: Entry, desk: Desk) -> str:
    """`Quyết định số 05/QĐ-SCT ngày 30/6/2022 của … về việc …`; of a copy what it is a copy of."""
    if entry.kind == COPY:
        return entry.subject
    maker = decider_of(entry, kept_campaign(desk.register, desk.archive, entry.id))
    by = f" của {maker}" if maker else ""
    return f"{entry.cited}{by} {entry.about}"


def _doubts(
    wanted: "CopyWish", entry: Entry | None, content: bytes, *, is_signed: bool
) -> Iterator[Problem]:
    if entry is not None and entry.state in CHANGED:
        message = _("Văn bản {code}: {state}.", code=entry.code, state=entry.state.label)
        yield _doubt("copy-of-ended", message)
    if not is_signed:
        message = _("Tệp trong kho chưa có chữ ký số; bản sao sẽ không có chữ ký và dấu.")
        hint = _("Văn bản ký bằng mực thì quét bản đã ký rồi chọn tệp đó.")
        yield _doubt("copy-of-unsigned", message, hint)
    if entry is None and wanted.form is CopyForm.COPY_OF_COPY and not _says_true_copy(content):
        message = _("Không thấy chữ “SAO Y” trong tệp; sao lục chỉ làm từ bản sao y.")
        yield _doubt("not-a-true-copy", message)


def _says_true_copy(content: bytes) -> bool:
    """Whether the pages say so; pages without any letters are a picture that nobody can ask."""
    lines = layout_of(content).lines if content.startswith(_PDF) else ()
    return not lines or any("sao y" in fold(line.text) for line in lines)


def _doubt(code: str, message: str, hint: str = "") -> Problem:
    return Problem(code, message, severity=Severity.WARNING, hint=hint)
