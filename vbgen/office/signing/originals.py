"""Which issued file a signed one was made from: told by the bytes that it begins with."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from vbgen.archive import Archive
from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.messages import _
from vbgen.office.issuing.signed_sheets import is_issued_pdf, issued_files
from vbgen.office.references import apart_from_decision, read_places
from vbgen.register import Entry, KeptFile, Register
from vbgen.register.entries import IN_FORCE
from vbgen.ways import KeepPdf, ListRegister

_END = b"%%EOF"
_LINE_ENDS = (b"", b"\n", b"\r", b"\r\n")
_MOST_ENDS = 128  # a file that was written anew more often is nobody's signed paper


def beginnings(content: bytes) -> Iterator[str]:
    """Digests of the whole file and of every earlier state that it holds, the longest first."""
    ends = {len(content)}
    at = content.find(_END)
    while at >= 0 and len(ends) < _MOST_ENDS * len(_LINE_ENDS):
        after = at + len(_END)
        ends |= {after + len(end) for end in _LINE_ENDS if content.startswith(end, after)}
        at = content.find(_END, after)
    running, done, found = hashlib.sha256(), 0, []
    for end in sorted(ends):
        running.update(content[done:end])
        found.append(running.copy().hexdigest())
        done = end
    yield from reversed(found)


def file_within(register: Register, content: bytes) -> KeptFile | None:
    """The file of any paper whose bytes the content begins with, or is; the longest of them."""
    return register.file_named_by(list(beginnings(content)))


def original_of(register: Register, entry: Entry, content: bytes) -> KeptFile:
    """The entry's own issued PDF file that the content begins with.

    ProblemsFoundError where it begins with none of them; UsageError where the entry has none.
    """
    refuse_unissued(entry)
    files = [file for file in register.files(entry.id) if is_issued_pdf(file)]
    if not files:
        message = _("Văn bản {code} không lưu bản PDF nên không có gì để ký số.", code=entry.code)
        raise UsageError(message, ways=(KeepPdf(),))
    known = set(beginnings(content))
    found = next((file for file in files if file.digest in known), None)
    if found is None:
        raise _stranger(entry, files)
    return found


def issued_file(register: Register, archive: Archive, document: str, name: str) -> bytes:
    """The content of an issued file, out of the archive."""
    file = next(file for file in register.files(document) if file.name == name)
    return archive.get(file.digest)


def refuse_unissued(entry: Entry) -> None:
    """Does nothing for a paper in force; UsageError for one that is not issued, or is given up or ended."""
    if entry.state not in IN_FORCE:
        message = _(
            "Văn bản {code} đang ở trạng thái “{state}”, không nhận bản ký số.",
            code=entry.code,
            state=entry.state.label,
        )
        raise UsageError(message, ways=(ListRegister(),))


def refuse_inked(register: Register, document: str, names: Iterable[str]) -> None:
    """Does nothing for files without a scan; ProblemsFoundError for those that were signed with ink."""
    scans = register.signed_with_ink(document)
    if inked := scans.keys() & {*names}:
        message = _(
            "Văn bản này ký bằng mực và đã lưu bản quét ({name}) nên không nhận chữ ký số.",
            name=scans[min(inked)],
        )
        raise ProblemsFoundError(message, (Problem("signed-with-ink", message),))


def paper_meant(register: Register, archive: Archive, entry: Entry, reference: str) -> KeptFile:
    """The issued PDF file of the paper, or of the one certificate that is named; UsageError for several or none."""
    files = issued_files(register, archive, entry)
    decision, _named = apart_from_decision(reference)
    singles = [file for file in files if file.is_single]
    papers = [file for file in files if not file.is_single][:1]
    meant = _at(singles, read_places(reference)) if decision else papers
    if len(meant) != 1:
        message = _("Hãy nêu đúng một văn bản, hoặc một giấy khen có trong quyết định.")
        raise UsageError(message, ways=(ListRegister(),))
    return meant[0]


def _at(singles: Sequence[KeptFile], places: Iterable[int]) -> list[KeptFile]:
    return [singles[place - 1] for place in places if 0 < place <= len(singles)]


def _stranger(entry: Entry, files: Sequence[KeptFile]) -> ProblemsFoundError:
    message = _(
        "Tệp này không phải là văn bản {code} đã cấp số rồi ký: đầu tệp không còn nguyên như bản PDF đã lưu.",
        code=entry.code,
    )
    names = ", ".join(file.name for file in files[:3])
    hint = _(
        "Phải ký đúng tệp PDF đã cấp số ({names}); không mở ra lưu lại hay in lại thành tệp mới.",
        names=names,
    )
    return ProblemsFoundError(message, (Problem("not-our-paper", message, hint=hint),))
