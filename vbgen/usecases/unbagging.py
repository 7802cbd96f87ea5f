"""Taking back: a lost register and archive restored from bags, identical or not at all."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from vbgen.archive import Archive
from vbgen.archive.audit import Audit
from vbgen.archive.bag import Bag, unpack
from vbgen.archive.chain import broken_links
from vbgen.archive.ledger import Head, JournalEntry
from vbgen.archive.store import digest_of
from vbgen.errors import Place, Problem, ProblemsFoundError, UnreadableFileError
from vbgen.messages import _
from vbgen.register import Act, Register, State
from vbgen.register.dumping import RegisterRow, restore
from vbgen.usecases.archiving import verify
from vbgen.usecases.bagging import FORMAT, ROWS, originals

_ORDER = ("journal", "counters", "documents", "golden_book", "files", "pending", "receipts", "links", "acts", "words")
_OWNED = ("golden_book", "files", "pending", "receipts", "links")
_OPEN = (State.RESERVED.value, State.RENDERED.value)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what the audit says of it."""

    documents: int
    files: int
    audit: Audit


def restore_workspace(folders: Sequence[Path], database: str, archive: Archive, now: datetime) -> Restored:
    """The register and archive that the bags were made from, in an empty database and an archive of its own.

    All bags are checked whole before anything is written. ProblemsFoundError lists what they lack together: acts of
    the journal, files of a dossier. Running it again after an interruption goes on where it stopped.
    """
    bags = [unpack(folder) for folder in folders]
    identity = _identity(bags)
    rows = _merged(bags)
    found = _originals(bags)
    problems = (*_journal_faults(rows), *_files_lacking(rows, found))
    if problems:
        raise ProblemsFoundError(_("Các túi hồ sơ chưa đủ để khôi phục; chưa có gì được ghi."), problems)
    archive.claim(identity)
    for path in found.values():
        archive.put(path.read_bytes())
    _put_acts(archive, rows)
    with closing(Register.open(database, now=now)) as register:
        restore(register.database, rows)
    with closing(Register.open(database, now=now)) as register:
        return Restored(sum(row.table == "documents" for row in rows), len(found), verify(register, archive))


def _identity(bags: Sequence[Bag]) -> str:
    """The one register that all bags come from."""
    for bag in bags:
        if bag.info.get("Vbgen-Format") != FORMAT:
            raise UnreadableFileError(_("Túi hồ sơ {folder} không do vbgen đóng.", folder=bag.folder))
    identities = {bag.info["Vbgen-Register"] for bag in bags}
    if len(identities) != 1:
        names = ", ".join(str(bag.folder) for bag in bags)
        raise UnreadableFileError(_("Các túi {names} không cùng một sổ đăng ký; hãy khôi phục riêng.", names=names))
    return identities.pop()


def _merged(bags: Sequence[Bag]) -> list[RegisterRow]:
    """Every row once, in the order in which rows refer to each other.

    What belongs to a document is taken from the newest bag that has the document, and from that one alone: a row that
    was struck since does not come back.
    """
    newest: dict[object, list[RegisterRow]] = {}
    for rows in sorted((list(_rows(bag)) for bag in bags), key=_head_seq):
        newest |= _grouped(rows)
    merged = [row for rows in newest.values() for row in rows]
    return sorted(merged, key=lambda row: (_ORDER.index(row.table), _within(row)))


def _grouped(rows: Sequence[RegisterRow]) -> dict[object, list[RegisterRow]]:
    """Rows by the document that they belong to; the others each by its own key."""
    owners = {row.values["row"]: row.values["id"] for row in rows if row.table == "documents"}
    found: dict[object, list[RegisterRow]] = {}
    for row in rows:
        owner: object = row.key
        if row.table in _OWNED:
            owner = row.values["document"]
        elif row.table in {"documents", "words"}:
            owner = owners[row.values["row"]]
        found.setdefault(owner, []).append(row)
    return found


def _within(row: RegisterRow) -> int:
    return int(str(row.values.get("row") or row.values.get("seq") or 0))


def _rows(bag: Bag) -> Iterator[RegisterRow]:
    path = bag.payload / ROWS
    if not path.is_file():
        raise UnreadableFileError(_("Túi hồ sơ {folder} thiếu tệp {name}.", folder=bag.folder, name=ROWS))
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield _row(path, number, line)


def _row(path: Path, number: int, line: str) -> RegisterRow:
    try:
        plain = json.loads(line)
        row = RegisterRow(plain["table"], plain["row"])
        known = row.table in _ORDER and bool(row.key)
    except (ValueError, TypeError, KeyError) as fault:
        raise _unreadable(path, number) from fault
    if not known:
        raise _unreadable(path, number)
    return row


def _unreadable(path: Path, number: int) -> UnreadableFileError:
    message = _("Dòng này không phải là một dòng của sổ đăng ký.")
    problem = Problem("bag-row-unreadable", message, Place(file=str(path), line=number))
    return UnreadableFileError(_("Không đọc được sổ đăng ký trong túi hồ sơ."), (problem,))


def _head_seq(rows: Sequence[RegisterRow]) -> int:
    return int(str(_head(rows)["seq"]))


def _head(rows: Sequence[RegisterRow]) -> Mapping[str, object]:
    return next(row.values for row in rows if row.table == "journal")


def _acts(rows: Sequence[RegisterRow]) -> Iterator[tuple[Act, str]]:
    for row in rows:
        if row.table == "acts":
            values = dict(row.values)
            stated, detail = str(values.pop("digest")), json.loads(str(values.pop("detail")))
            yield Act(**values, detail=detail), stated  # type: ignore[arg-type]  # the fields' own values, from JSON


def _journal_faults(rows: Sequence[RegisterRow]) -> Iterator[Problem]:
    """Acts that are in none of the bags, or were changed."""
    head = _head(rows)
    entries = [JournalEntry(act.seq, act.what, stated, act.digest, act.previous) for act, stated in _acts(rows)]
    for problem in broken_links(entries, Head(int(str(head["seq"])), str(head["digest"]))):
        yield replace(problem, hint=_("Hãy thêm túi hồ sơ của những năm còn lại, hoặc chép lại túi từ bản gốc."))


def _files_lacking(rows: Sequence[RegisterRow], found: Mapping[str, Path]) -> Iterator[Problem]:
    """Files that the register names and no bag holds; an open issue still has them in the register itself."""
    codes = {str(row.values["id"]): row.values for row in rows if row.table == "documents"}
    for row in rows:
        if row.table != "files" or row.values["digest"] in found:
            continue
        document = codes[str(row.values["document"])]
        if document["state"] not in _OPEN:
            label = f"{document['number']}/{document['symbol']}"
            message = _("Không túi nào có tệp này; hãy thêm túi của năm {year}.", year=document["year"])
            yield Problem("bag-file-missing", message, Place(file=label, quote=str(row.values["name"])))


def _originals(bags: Sequence[Bag]) -> dict[str, Path]:
    """Every file that came out of the archive, by its digest."""
    return {digest_of(path.read_bytes()): path for bag in bags for path in originals(bag.payload)}


def _put_acts(archive: Archive, rows: Sequence[RegisterRow]) -> None:
    """The archive's own copies of the acts, as far as it had them."""
    mirrored = int(str(_head(rows)["mirrored"]))
    for act, _stated in _acts(rows):
        if act.seq <= mirrored:
            archive.put(act.as_json())
