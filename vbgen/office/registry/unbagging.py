"""Taking back: a lost register and archive restored from bags, identical or not at all."""

import errno
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
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.bag_rows import TABLES, acts_of, head_of, last_act, rows_of
from vbgen.office.registry.bag_years import YEARS, Years, years_told
from vbgen.office.registry.bagging import FORMAT, originals
from vbgen.register import Register, State
from vbgen.register.database.dumping import RegisterRow, confirm_empty, restore
from vbgen.register.numbers import IN_DECISION
from vbgen.register.proving.replay import Replay
from vbgen.ways import ExportBags, WayOut

_OWNED = (
    "golden_book",
    "files",
    "pending",
    "receipts",
    "links",
    "signed_files",
    "deliveries",
)
_OPEN = (State.RESERVED.value, State.RENDERED.value)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what the audit says of it."""

    documents: int
    files: int
    audit: Audit


def restore_workspace(
    folders: Sequence[Path], database: str, archive: Archive, now: datetime
) -> Restored:
    """The register and archive that the bags were made from, in an empty database and an archive of its own.

    All bags are checked whole before anything is written. ProblemsFoundError lists what they lack together: acts of
    the journal, files of a dossier. Running it again after an interruption goes on where it stopped.
    """
    bags = [unpack(folder) for folder in folders]
    identity = _identity(bags)
    rows = with_counters(_merged(bags))
    found = _originals(bags)
    problems = (*_journal_faults(rows, _years(bags)), *_files_lacking(rows, found))
    if problems:
        raise ProblemsFoundError(
            _("Các gói hồ sơ chưa đủ để khôi phục; chưa có gì được ghi."), problems
        )
    _confirm_sound(rows, found, identity, now)
    with closing(Register.open(database, now=now)) as register:
        confirm_empty(register.database)
        archive.claim(identity)
        for path in found.values():
            archive.put(path.read_bytes())
        for content in _mirrored(rows):
            archive.put_act(content)
        restore(register.database, rows)
    with closing(Register.open(database, now=now)) as register:
        return Restored(
            sum(row.table == "documents" for row in rows), len(found), verify(register, archive)
        )


def _confirm_sound(
    rows: Sequence[RegisterRow], found: Mapping[str, Path], identity: str, now: datetime
) -> None:
    """ProblemsFoundError where the rows are not what the journal makes of them: tried in a register of its own."""
    contents: dict[str, Path | bytes] = {
        **found,
        **{digest_of(content): content for content in _mirrored(rows)},
    }
    with temporary_folder("import") as name:
        url = f"sqlite:///{Path(name) / 'register.sqlite3'}"
        with closing(Register.open(url, now=now)) as register:
            restore(register.database, rows)
        with closing(Register.open(url, now=now)) as register:
            tried = verify(register, Archive(BagShelf(contents, identity)))
    if not tried.is_sound:
        message = _(
            "Các dòng trong gói hồ sơ không khớp với nhật ký kèm theo; chưa có gì được ghi."
        )
        raise ProblemsFoundError(message, tried.problems)


@dataclass(frozen=True, slots=True)
class BagShelf:
    """What the bags hold, read where it lies, as the archive that it is going to be."""

    contents: Mapping[str, Path | bytes]  # digest → file, or content
    identity: str

    @property
    def place(self) -> str:
        """As messages name it."""
        return _("gói hồ sơ")

    def keep(self, name: str, content: bytes) -> None:
        """Nothing is ever kept here; OSError."""
        raise OSError(errno.EROFS, name, len(content))

    def read(self, name: str) -> bytes:
        """See Shelf."""
        if name == "owner":
            return self.identity.encode()
        found = self._at(name)
        return found if isinstance(found, bytes) else found.read_bytes()

    def size(self, name: str) -> int:
        """See Shelf."""
        found = self._at(name)
        return len(found) if isinstance(found, bytes) else found.stat().st_size

    def names(self) -> Iterator[str]:
        """See Shelf."""
        return (f"objects/{digest[:2]}/{digest}" for digest in sorted(self.contents))

    def _at(self, name: str) -> Path | bytes:
        folder, _slash, digest = name.rpartition("/")
        if not folder.startswith("objects/") or digest not in self.contents:
            raise FileNotFoundError(errno.ENOENT, name)
        return self.contents[digest]


def _years(bags: Sequence[Bag]) -> Years:
    """What any of the bags says of the acts of the whole journal; bags of 0.1 say nothing."""
    return max(
        (Years.read(bag.info.get(YEARS, "")) for bag in bags), key=lambda years: len(years.acts)
    )


def _identity(bags: Sequence[Bag]) -> str:
    """The one register that all bags come from."""
    for bag in bags:
        if bag.info.get("Vbgen-Format") != FORMAT:
            raise UnreadableFileError(
                _("Gói hồ sơ {folder} không do vbgen đóng.", folder=bag.folder)
            )
    identities = {bag.info["Vbgen-Register"] for bag in bags}
    if len(identities) != 1:
        names = ", ".join(str(bag.folder) for bag in bags)
        raise UnreadableFileError(
            _("Các gói {names} không cùng một sổ đăng ký; hãy khôi phục riêng.", names=names)
        )
    return identities.pop()


def _merged(bags: Sequence[Bag]) -> list[RegisterRow]:
    """Every row once, in the order in which rows refer to each other.

    What belongs to a document is taken from the newest bag that has the document, and from that one alone: a row that
    was struck since does not come back.
    """
    newest: dict[object, list[RegisterRow]] = {}
    for rows in sorted((list(rows_of(bag)) for bag in bags), key=last_act):
        newest |= _grouped(rows)
    merged = [row for rows in newest.values() for row in rows]
    return sorted(merged, key=lambda row: (TABLES.index(row.table), _within(row)))


def with_counters(rows: Sequence[RegisterRow]) -> list[RegisterRow]:
    """The rows, with counters where the bag of one document has none: where its acts and certificates leave them."""
    if any(row.table == "counters" for row in rows):
        return list(rows)
    return sorted([*rows, *_counters(rows)], key=lambda row: TABLES.index(row.table))


def _counters(rows: Sequence[RegisterRow]) -> Iterator[RegisterRow]:
    """Where each series stands, so that no number is given again."""
    replay, last = Replay(), dict[tuple[str, str, int], int]()
    for act, _stated in acts_of(rows):
        replay.take(act)
    given = [(one.key, one.series_last) for one in replay.documents.values() if one.key]
    golden = (row.values for row in rows if row.table == "golden_book")
    given += [_golden_number(values) for values in golden if values["series"] != IN_DECISION]
    for key, number in given:
        last[key] = max(last.get(key, 0), number)
    for (agency, series, year), number in sorted(last.items()):
        values = {"agency": agency, "series": series, "year": year, "last": number}
        yield RegisterRow("counters", values)


def _golden_number(values: Mapping[str, object]) -> tuple[tuple[str, str, int], int]:
    key = (str(values["agency"]), str(values["series"]), int(str(values["year"])))
    return key, int(str(values["number"]))


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


def _journal_faults(rows: Sequence[RegisterRow], years: Years) -> Iterator[Problem]:
    """Acts that are in none of the bags, or were changed."""
    head = head_of(rows)
    entries = [
        JournalEntry(act.seq, act.what, stated, act.digest, act.previous)
        for act, stated in acts_of(rows)
    ]
    there = {entry.seq for entry in entries}
    lacking = [seq for seq in range(1, int(str(head["seq"])) + 1) if seq not in there]
    named = years.of_acts(lacking) or years_told(rows)
    hint = _("Hãy chép lại gói từ bản gốc.")
    ways: tuple[WayOut, ...] = ()
    if lacking:
        shown = ", ".join(map(str, named)) or _("khác")
        hint, ways = (
            _("Hãy thêm gói hồ sơ của năm {years}.", years=shown),
            (ExportBags(named),) if named else (),
        )
    for problem in broken_links(entries, Head(int(str(head["seq"])), str(head["digest"]))):
        yield replace(problem, hint=hint, ways=ways)


def _files_lacking(rows: Sequence[RegisterRow], found: Mapping[str, Path]) -> Iterator[Problem]:
    """Files that the register names and no bag holds; an open issue still has them in the register itself."""
    codes = {str(row.values["id"]): row.values for row in rows if row.table == "documents"}
    for row in rows:
        if row.table != "files" or row.values["digest"] in found:
            continue
        document = codes[str(row.values["document"])]
        if document["state"] not in _OPEN:
            label = f"{document['number']}/{document['symbol']}"
            message = _(
                "Không gói nào có tệp này; hãy thêm gói của năm {year}.", year=document["year"]
            )
            yield Problem(
                "bag-file-missing", message, Place(file=label, quote=str(row.values["name"]))
            )


def _originals(bags: Sequence[Bag]) -> dict[str, Path]:
    """Every file that came out of the archive, by its digest."""
    return {digest_of(path.read_bytes()): path for bag in bags for path in originals(bag.payload)}


def _mirrored(rows: Sequence[RegisterRow]) -> Iterator[bytes]:
    """The archive's own copies of the acts, as far as it had them."""
    mirrored = int(str(head_of(rows)["mirrored"]))
    for act, _stated in acts_of(rows):
        if act.seq <= mirrored:
            yield act.as_json()
