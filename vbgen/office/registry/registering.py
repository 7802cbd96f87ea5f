"""The registry's later work: giving up a number, withdrawing, replacing, correcting, writing over older books."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import file_name, outgoing_name
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.issuing import hold, kept_papers
from vbgen.office.issuing.wishes.set_aside import set_aside
from vbgen.office.registry.typed_subjects import typed_subject
from vbgen.outputs import write_output
from vbgen.register import Entry, Relation
from vbgen.register.entering.past import PastBook
from vbgen.register.entering.past_entries import PastEntry
from vbgen.register.entries import IN_FORCE
from vbgen.register.sheets import read_past
from vbgen.word.package.workbook import read_package, without_drawings


def void_doubts(entry: Entry) -> tuple[Problem, ...]:
    """What a person should know before a number is given up; nothing for one whose paper was never issued."""
    if entry.state not in IN_FORCE:
        return ()
    message = _(
        "Văn bản {code} ngày {day} đã cấp số, có thể đã ký và gửi đi. Hủy số rồi thì không lấy "
        "lại được; văn bản sai thì nên thay thế, đính chính hoặc thu hồi bằng một văn bản khác.",
        code=entry.code,
        day=f"{entry.day:%d/%m/%Y}",
    )
    return (Problem("void-issued", message, severity=Severity.WARNING),)


def void(desk: Desk, entry: Entry, why: str) -> None:
    """The entry's number is given up, with the reason; it stays in the register and is never given again."""
    desk.enter_archive()
    for numbered in desk.register.open_issues(entry.id):
        hold(desk, numbered)
    desk.register.void(entry.id, desk.stamp(why))
    desk.forget(entry.id)
    desk.mirror()
    set_aside(desk, entry.id)


def change(
    desk: Desk,
    earlier: Entry,
    later: Entry,
    relation: Relation,
    why: str,
    certificates: Sequence[int] = (),
) -> None:
    """The later paper replaces, corrects or withdraws the earlier one, or some of its certificates."""
    desk.enter_archive()
    desk.register.link(earlier.id, later.id, relation, desk.stamp(why), certificates)
    desk.mirror()
    set_aside(desk, earlier.id)


def save(desk: Desk, entry: Entry, folder: Path) -> list[Path]:
    """The entry's Word and PDF files, taken out of the archive into `folder`, proved unchanged on the way.

    Certificates that are files of their own lie in a folder within, `01-QĐ-SCT-tung-to`; signed files in
    `01-QĐ-SCT-ban-ky`.
    """
    code, made = file_name(entry.number, entry.symbol, entry.suffix), []
    for name, content in kept_papers(desk, entry.id).items():
        made.append(folder / f"{code}-{name}")
        write_output(made[-1], content)
    for file in desk.register.files(entry.id):
        if file.is_single:
            made.append(folder / f"{code}-tung-to" / file.name)
            write_output(made[-1], desk.archive.get(file.digest))
    return [*made, *_save_signed(desk, entry, folder / f"{code}-ban-ky")]


def _save_signed(desk: Desk, entry: Entry, folder: Path) -> Iterator[Path]:
    """The newest signed file of each issued one."""
    for original, signed in desk.register.newest_signed(entry.id).items():
        path = folder / outgoing_name(original)
        write_output(path, desk.archive.get(signed.digest))
        yield path


@dataclass(frozen=True, slots=True)
class ReadyImport:
    """A past register that can be written over, and what a person should decide first, row by row."""

    source: str
    agency: str
    entries: tuple[PastEntry, ...]
    doubts: tuple[Problem, ...] = ()


def prepare_import(desk: Desk, path: Path, mapping: Mapping[str, str], agency: str) -> ReadyImport:
    """The entries of a past register (Excel), each with its type where its words begin with one; nothing is written."""
    data = without_drawings(read_package(path, path.name))
    past = read_past(data, path.name, mapping)
    entries = tuple(_typed(entry, agency) for entry in past)
    return ReadyImport(
        path.name, agency, entries, desk.register.import_doubts(entries, agency, desk.numbering)
    )


def import_past(desk: Desk, ready: ReadyImport) -> int:
    """How many entries were written over, all or none; whoever called has agreed to the doubts."""
    desk.enter_archive()
    agreed = [doubt.message for doubt in ready.doubts]
    put = desk.archive.put
    book = PastBook(ready.agency, desk.numbering, desk.stamp(), ready.source, put, agreed)
    count = desk.register.import_past(ready.entries, book)
    desk.mirror()
    return count


def _typed(entry: PastEntry, agency: str) -> PastEntry:
    type_name, subject = typed_subject(entry.subject, entry.symbol, agency)
    return replace(entry, type_name=type_name, subject=subject)
