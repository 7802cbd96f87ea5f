"""The registry's later work: finding an entry, giving up a number, withdrawing, replacing, correcting, proving."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vbgen.errors import Problem, Severity, UsageError
from vbgen.messages import _
from vbgen.model.dossier import file_name
from vbgen.office.issuing.issuing import Desk, hold, kept_papers
from vbgen.office.registry.typed_subjects import typed_subject
from vbgen.outputs import write_output
from vbgen.register import Entry, Filter, Register, Relation
from vbgen.register.entering.past_entries import PastEntry
from vbgen.register.entries import IN_FORCE
from vbgen.register.sheets import read_past
from vbgen.ways import ChooseYear, ListRegister
from vbgen.word.package.workbook import read_package, without_drawings
from vbgen.words.ranges import numbers_in

_REFERENCE = re.compile(
    r"(?P<number>\d+)(?P<suffix>[^\W\d_]?)\s*/\s*(?P<symbol>\S+)(?:\s+(?:năm\s+)?(?P<year>\d{4}))?"
)
_ANY = 10**9  # no golden book has more
_CERTIFICATES = re.compile(r"(?P<decision>[^:]*/[^:]*):(?P<places>[\d\s,;–-]+)")


def apart_from_decision(text: str) -> tuple[str, str]:
    """`05/QĐ-SCT:7,12-15` → the decision and the places in it; a text without a decision is the places alone."""
    match = _CERTIFICATES.fullmatch(text.strip())
    return (match["decision"].strip(), match["places"]) if match else ("", text)


def is_of(entry: Entry, reference: str) -> bool:
    """Whether a clerk means that entry by its code; an empty reference means any."""
    match = _REFERENCE.fullmatch(unicodedata.normalize("NFC", reference.strip()))
    if match is None:
        return not reference
    meant = int(match["number"]), match["suffix"].casefold(), match["symbol"]
    return meant == (entry.number, entry.suffix.casefold(), entry.symbol)


def read_places(text: str) -> tuple[int, ...]:
    """The numbers that a clerk writes, with or without a decision before them; UsageError for what are none."""
    _decision, named = apart_from_decision(text)
    try:
        return numbers_in(named, _ANY) if named else ()
    except ValueError as fault:
        raise UsageError(str(fault)) from fault


def golden_numbers(register: Register, entry: Entry, text: str) -> list[int]:
    """The golden-book numbers that a clerk names: as the book has them, or by their place in the decision.

    `37,40-41` are numbers of the book; `05/QĐ-SCT:7` is the seventh of that decision. UsageError for what is neither,
    or of another decision.
    """
    decision, _named = apart_from_decision(text)
    if not is_of(entry, decision):
        raise UsageError(_("“{text}” nêu quyết định khác với {code}.", text=text, code=entry.code))
    numbers = read_places(text)
    if not decision:
        return list(numbers)
    at = {row.place: row.number for row in register.golden_book(document=entry.id)}
    return [at.get(place, 0) for place in numbers]


def find(register: Register, reference: str, year: int | None = None) -> Entry:
    """The entry that a clerk means by its code (`05/QĐ-SCT`, `05/QĐ-SCT năm 2026`) or its id.

    UsageError for none, or for several.
    """
    match = _REFERENCE.fullmatch(unicodedata.normalize("NFC", reference.strip()))
    if match is None:
        return register.entry(reference.strip())
    meant = int(match["year"]) if match["year"] else year
    wanted = Filter(
        number=int(match["number"]), suffix=match["suffix"], symbol=match["symbol"], year=meant
    )
    found = register.entries(wanted)
    if not found:
        raise UsageError(
            _("Sổ đăng ký không có văn bản số {code}.", code=reference), ways=(ListRegister(),)
        )
    if len(found) > 1:
        raise _several(found)
    return found[0]


def _several(found: Sequence[Entry]) -> UsageError:
    years = tuple(sorted({entry.day.year for entry in found}))
    if len(years) == 1:
        agencies = ", ".join(f"{entry.agency}: {entry.id}" for entry in found)
        return UsageError(
            _(
                "Số {code} có trong sổ của nhiều cơ quan ({agencies}).",
                code=found[0].code,
                agencies=agencies,
            )
        )
    message = _(
        "Số {code} có ở các năm {years}; hãy ghi kèm năm: {code} năm {year}.",
        code=found[0].code,
        years=", ".join(map(str, years)),
        year=years[-1],
    )
    return UsageError(message, ways=(ChooseYear(years),))


def void_doubts(entry: Entry) -> tuple[Problem, ...]:
    """What a person should know before a number is given up; nothing for one whose paper was never issued."""
    if entry.state not in IN_FORCE:
        return ()
    message = _(
        "Văn bản {code} ngày {day} đã phát hành, có thể đã ký và gửi đi. Hủy số rồi thì không lấy lại được;"
        " văn bản sai thì nên thay thế, đính chính hoặc thu hồi bằng một văn bản khác.",
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


def save(desk: Desk, entry: Entry, folder: Path) -> list[Path]:
    """The entry's Word and PDF files, taken out of the archive into `folder`, proved unchanged on the way.

    Certificates that are files of their own lie in a folder within: `01-QĐ-SCT-tung-to`.
    """
    code, made = file_name(entry.number, entry.symbol, entry.suffix), []
    for name, content in kept_papers(desk, entry.id).items():
        made.append(folder / f"{code}-{name}")
        write_output(made[-1], content)
    for file in desk.register.files(entry.id):
        if file.is_single:
            made.append(folder / f"{code}-tung-to" / file.name)
            write_output(made[-1], desk.archive.get(file.digest))
    return made


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
    count = desk.register.import_past(
        ready.entries,
        ready.agency,
        desk.numbering,
        desk.stamp(),
        ready.source,
        desk.archive.put,
        agreed,
    )
    desk.mirror()
    return count


def _typed(entry: PastEntry, agency: str) -> PastEntry:
    type_name, subject = typed_subject(entry.subject, entry.symbol, agency)
    return replace(entry, type_name=type_name, subject=subject)
