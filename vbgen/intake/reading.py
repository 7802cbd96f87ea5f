"""One file read: its lists of people, its parts as a paper, and everything that was not read, with the reason."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path

from vbgen.campaign.cells.form_words import GUIDE_SHEET, LISTS_SHEET
from vbgen.campaign.short.one_row import TITLE as LIST_TITLE
from vbgen.campaign.topics import topic
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.errors import Place, UnreadableFileError
from vbgen.intake.known import KnownOffice
from vbgen.intake.lists.asking import questions_of
from vbgen.intake.lists.gathering import ListReading
from vbgen.intake.lists.sheets import ListReader
from vbgen.intake.paging import paged
from vbgen.intake.papers.campaigns import LAUNCH
from vbgen.intake.papers.certificates import certificates_in
from vbgen.intake.papers.contents import ContentsReader
from vbgen.intake.papers.frame import FrameReader, Parts, line_place
from vbgen.intake.sources.opening import SentFile, open_sent
from vbgen.intake.sources.values import SeenSheet
from vbgen.intake.unread import unread_sheets
from vbgen.intake.values import FileReading, Involvement, LeftOut, ReadPerson
from vbgen.messages import _


def read_file(path: Path, name: str, known: KnownOffice, kind: str = "") -> FileReading:
    """What the file holds; one that cannot be read is told as a problem, with nothing read.

    A paper is of the kind that its words tell, or of `kind`.
    """
    try:
        sent = open_sent(path, name)
    except UnreadableFileError as error:
        left = tuple(LeftOut(each.code, each.message, each.place) for each in error.problems)
        return FileReading(name, left=left, problems=error.problems)
    return paged(read_sent(sent, known, kind), sent.pages, is_scan=sent.is_scan)


def read_sent(sent: SentFile, known: KnownOffice, kind: str = "") -> FileReading:
    """The same for a file that is open."""
    if certified := _certified(sent, known, kind):
        return FileReading(sent.name, certified, is_granted=True)
    sheets = tuple(_of_lists(sent))
    found = [ListReader(sheet, known).read() for sheet in sheets]
    prints = tuple(dict.fromkeys(each for reading in found for each in reading.fingerprints))
    people = _told_twice([each for reading in found for each in reading.people])
    left = [*_left(found), *_miscounted(found, people, sent.name), *_signers(sent)]
    left += _of_scan(sent)
    parts = paper_parts(sent, known, kind)
    read = FileReading(
        sent.name,
        tuple(people),
        parts,
        tuple(questions_of(people, left, prints, known)),
        tuple(left),
        tuple(unread_sheets(sheets, found, parts)),
        fingerprints=prints,
        may_launch=sent.paper is not None and _may_launch(sent.paper, kind),
    )
    return _with_role(read, role_of(sent.paper, kind))


def _of_lists(sent: SentFile) -> Iterator[SeenSheet]:
    """Every sheet; of a workbook that vbgen made, those that list people."""
    titles = {sheet.title for sheet in sent.sheets}
    is_own = {GUIDE_SHEET, LISTS_SHEET} <= titles
    return (sheet for sheet in sent.sheets if not is_own or sheet.title in _own_lists())


def _own_lists() -> frozenset[str]:
    return frozenset({LIST_TITLE, topic("nominees").title})


def _certified(sent: SentFile, known: KnownOffice, kind: str) -> tuple[ReadPerson, ...]:
    """Who is named by certificates; nobody in a file that holds none."""
    is_one = sent.paper is not None and sent.paper.kind is FormKind.CERTIFICATE
    if sent.paper is None or not (kind == _CERTIFICATE if kind else is_one):
        return ()
    return certificates_in(sent.paper, sent.name, known)


def _left(found: Iterable[ListReading]) -> Iterator[LeftOut]:
    return (each for reading in found for each in reading.left)


def _of_scan(sent: SentFile) -> Iterator[LeftOut]:
    """A scan has letters and no lines of tables that could be told."""
    if sent.is_scan:
        why = _("bản chụp: bảng không đọc được thành hàng, cột; hãy xin tệp Word hoặc Excel")
        yield LeftOut("scanned-tables", why, Place(file=sent.name))


def _signers(sent: SentFile) -> Iterator[LeftOut]:
    """Who signs the paper is a person in it who is not commended."""
    for line in sent.paper.of(Part.SIGNER) if sent.paper else ():
        why = _("người ký văn bản")
        yield LeftOut("signer", why, line_place(line, sent.name), line.text, names_person=True)


def _with_role(read: FileReading, role: "PaperRole") -> FileReading:
    """Who is named in minutes, reports and plans is no nominee, and nothing is asked about him."""
    if role is not PaperRole.RECORD:
        return replace(read, is_granted=role is PaperRole.DECISION)
    named = (replace(each, part=Involvement.NAMED) for each in read.people)
    return replace(read, people=tuple(named), questions=())


def paper_parts(sent: SentFile, known: KnownOffice, kind: str = "") -> Parts:
    """The parts of the paper that a Word file is; nothing for a list or a workbook."""
    if sent.paper is None or not (kind or _is_of_agency(sent.paper)):
        return {}
    found = FrameReader(sent.paper, sent.name).read()
    if not _may_launch(sent.paper, kind):
        return found
    return found | ContentsReader(sent.paper, sent.name, known).read()


def _is_of_agency(paper: Paper) -> bool:
    """Whether it has a letterhead: the nation's, the Party's or the youth union's."""
    has_head = paper.has(Part.NUMBER) or paper.has(Part.DATE)
    is_other = paper.kind in {FormKind.PARTY, FormKind.YOUTH} and has_head
    return paper.has(Part.NATIONAL_NAME) or is_other


class PaperRole(Enum):
    """What the people in a paper are there for."""

    LIST = "list"  # proposed
    DECISION = "decision"  # commended
    RECORD = "record"  # named in minutes, reports


_ASKS = re.compile(r"đề nghị.*(?:khen|thưởng|tặng|danh hiệu|công nhận)", re.IGNORECASE | re.DOTALL)


def role_of(paper: Paper | None, kind: str = "") -> PaperRole:
    """By the kind where it is told, else by the paper's type; a công văn proposes where its subject says so."""
    if kind:
        return _OF_KIND.get(kind, PaperRole.RECORD)
    if paper is None or not _is_of_agency(paper):
        return PaperRole.LIST
    if paper.type is None:
        subject = " ".join(line.text for line in paper.of(Part.LETTER_SUBJECT))
        is_list = not paper.is_letter or _ASKS.search(subject) is not None
        return PaperRole.LIST if is_list else PaperRole.RECORD
    return _ROLES.get(paper.type.abbreviation, PaperRole.RECORD)


def _may_launch(paper: Paper, kind: str) -> bool:
    """Whether it may be what a movement is launched by."""
    if kind:
        return kind == LAUNCH
    if paper.type is None:
        return paper.is_letter and role_of(paper) is PaperRole.RECORD
    if paper.type.abbreviation == "QĐ":
        return not any(
            "khen" in line.folded or "danh hieu" in line.folded for line in paper.of(Part.SUBJECT)
        )
    return paper.type.abbreviation in _LAUNCHES


_CERTIFICATE = "certificate"
_OF_KIND = {
    "award-decision": PaperRole.DECISION,
    _CERTIFICATE: PaperRole.DECISION,
    "nomination-list": PaperRole.LIST,
}
_LAUNCHES = frozenset({"KH", "CT", "CTr", "HD", "TB", "PA", "ĐA"})
_ROLES = {"QĐ": PaperRole.DECISION, "NQ": PaperRole.DECISION, "TTr": PaperRole.LIST}


def _told_twice(people: Sequence[ReadPerson]) -> list[ReadPerson]:
    """Whoever stands in a file twice for the same honour and from the same unit is doubtful the second time."""
    first: dict[tuple[object, ...], Place] = {}
    told: list[ReadPerson] = []
    for each in people:
        key = tuple(
            each[name] for name in ("full_name", "birth_year", "position", "unit_name", "award")
        )
        before = first.setdefault(key, each.place)
        if before != each.place:
            each = each.with_doubt("full_name", _("đã có ở {place}", place=before))  # noqa: PLW2901
        told.append(each)
    return told


def _miscounted(
    found: Iterable[ListReading], people: Sequence[ReadPerson], name: str
) -> list[LeftOut]:
    """A total that the list states and that differs from what was read."""
    taken = len({each.place for each in people})
    totals = {text: stated for reading in found for text, stated in reading.stated.items()}
    return [
        LeftOut(
            "total-differs",
            _("danh sách ghi tổng số {stated}, đọc được {taken}", stated=stated, taken=taken),
            Place(file=name),
            text,
        )
        for text, stated in totals.items()
        if stated != taken and max(totals.values()) == stated
    ]
