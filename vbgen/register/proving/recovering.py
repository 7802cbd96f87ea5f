"""Acts that only the archive still knows, taken back: journal and tables as they were, in one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from vbgen.model.dossier import Counter, Honoured, Stamp
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database
from vbgen.register.database.index import index_words
from vbgen.register.database.words import fold
from vbgen.register.journal import BEGINNING, Act
from vbgen.register.numbers import ELSEWHERE, IN_DECISION, raise_to
from vbgen.register.proving.replay import MERGED, Derived, Replay, merged_in, role_of, signed_role

_ACTS = tables.acts.c
_HELD = (tables.files, tables.pending, tables.receipts)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What the archive says of a document beyond its acts."""

    honoured: tuple[Honoured, ...] = ()  # its certificates in print order
    sizes: Mapping[str, int] = field(
        default_factory=dict
    )  # digest → bytes, of the files that are there
    text: str = ""  # all that can be read in its papers
    waiting: Mapping[str, bytes] = field(
        default_factory=dict
    )  # materials of an issue that is still open
    delivered: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the journal."""

    seq: int
    digest: str
    previous: str = BEGINNING


def mirrored_point(connection: Connection) -> Point:
    """The last act of which the register knows that the archive has it."""
    mirrored = connection.execute(select(tables.journal.c.mirrored)).scalar_one()
    return point(connection, mirrored)


def point(connection: Connection, seq: int) -> Point:
    """The act with that number; the journal's beginning for none."""
    found = select(_ACTS.seq, _ACTS.digest, _ACTS.previous).where(_ACTS.seq == seq)
    row = connection.execute(found).first()
    return Point(row.seq, row.digest, row.previous) if row else Point(0, BEGINNING)


def seq_of(connection: Connection, digest: str) -> int | None:
    """The number of the act with that digest, if the journal has it."""
    return connection.execute(select(_ACTS.seq).where(_ACTS.digest == digest)).scalar_one_or_none()


def known(connection: Connection) -> set[str]:
    """Digests of everything that journal and files name; acts that another act holds whole among them."""
    found = {*connection.execute(select(_ACTS.digest)).scalars()}
    found.update(connection.execute(select(tables.files.c.digest)).scalars())
    for act, _stated in journal.walk_what(connection, "recover"):
        found.update(one.digest for one in merged_in(act))
    return found


def replayed(connection: Connection, acts: Sequence[Act]) -> Replay:
    """The further acts, after the earlier ones of the documents that they touch."""
    touched = sorted({act.document for act in acts if act.document})
    replay = Replay()
    for act, _stated in journal.walk_of(connection, touched):
        replay.take(act)
    replay.links.clear()
    replay.signatures.clear()
    replay.deliveries.clear()
    for act in acts:
        replay.take(act)
    return replay


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What is to be written: acts in their order, and what the archive says beyond them."""

    acts: Sequence[Act]
    papers: Mapping[str, Rebuilt]  # document → what its papers say
    lost: Mapping[str, Sequence[str]]  # what nothing keeps, for the journal
    rows: Mapping[str, Sequence[Mapping[str, Any]]]  # digest of an import → the rows that it wrote


def take_back(database: Database, wanted: TakingBack, stamp: Stamp, *, identity: str) -> None:
    """The acts follow the journal's head again, and every table says what it said after the last of them."""
    with database.writing() as connection:
        acts = list(_left(connection, wanted.acts))
        if not acts:
            return
        replay = replayed(connection, acts)
        if (
            connection.execute(select(tables.journal.c.register)).scalar_one() != identity
        ):  # the keeper's right alone
            connection.execute(update(tables.journal).values(register=identity))
        detail = _follow(connection, acts) if _is_next(connection, acts[0]) else _beside(acts)
        for act in replay.imports:
            _write_past(connection, wanted.rows.get(act.digest, ()))
        for one in replay.documents.values():
            _write(connection, one, wanted.papers.get(one.id, Rebuilt()))
        _write_beside(connection, replay)
        journal.append(connection, stamp, "recover", detail={**detail, **wanted.lost})


def _write_beside(connection: Connection, replay: Replay) -> None:
    """What the acts wrote of papers beside their rows: changes, signed files, lines of the delivery book."""
    for link in replay.links:
        connection.execute(insert(tables.links), asdict(link))
    for signature in replay.signatures:
        connection.execute(insert(tables.signed_files), asdict(signature))
    for delivery in replay.deliveries:
        connection.execute(insert(tables.deliveries), delivery.row)


def _left(connection: Connection, acts: Sequence[Act]) -> Iterator[Act]:
    """Those that nobody has taken back meanwhile."""
    return (act for act in acts if seq_of(connection, act.digest) is None)


def _is_next(connection: Connection, act: Act) -> bool:
    return bool(connection.execute(select(tables.journal.c.digest)).scalar_one() == act.previous)


def _follow(connection: Connection, acts: Sequence[Act]) -> dict[str, object]:
    """The acts stand in the journal as they stood; what the act of recovering says of them."""
    connection.execute(insert(tables.acts), [journal.row_of(act) for act in acts])
    last = acts[-1]
    connection.execute(
        update(tables.journal).values(seq=last.seq, digest=last.digest, mirrored=last.seq)
    )
    return {"first": acts[0].seq, "last": last.seq}


def _beside(acts: Sequence[Act]) -> dict[str, object]:
    """Acts of a second register cannot follow ours: the act of recovering holds them whole."""
    return {MERGED: [asdict(act) for act in acts]}


def _write(connection: Connection, one: Derived, rebuilt: Rebuilt) -> None:
    documents = tables.documents.c
    changed = update(tables.documents).where(documents.id == one.id)
    if not one.entry:  # of an older book: its row stands, or comes back with its import
        connection.execute(changed.values(state=one.state.value))
        _write_block(connection, one, rebuilt.honoured)
        _write_states(connection, one)
        return
    row = _row(one, rebuilt)
    key = connection.execute(
        select(documents.row).where(documents.id == one.id)
    ).scalar_one_or_none()
    if key is None:
        key = connection.execute(
            insert(tables.documents).returning(documents.row), row
        ).scalar_one()
        _raise(connection, one.key, one.series_last)
    _write_block(connection, one, rebuilt.honoured)
    _write_files(connection, one, rebuilt)
    connection.execute(changed.values(row))
    _write_states(connection, one)
    index_words(
        connection,
        key,
        {**row, "text": rebuilt.text},
        names=[each.name for each in rebuilt.honoured],
    )


def _row(one: Derived, rebuilt: Rebuilt) -> dict[str, Any]:
    agency, series, year = one.key or ("", "", 0)
    return {
        **one.entry,
        "id": one.id,
        "agency": agency,
        "series": series,
        "year": year,
        "number": one.number,
        "suffix": one.suffix,
        "day": date.fromisoformat(str(one.entry["day"])),
        "moved_on": _day("moved_on", one.entry.get("moved_on")),
        "state": one.state.value,
        "reserved_at": one.reserved_at,
        "settled_at": one.settled_at,
        "delivered": rebuilt.delivered and not one.is_open,
    }


def _write_block(connection: Connection, one: Derived, honoured: Sequence[Honoured]) -> None:
    """The certificates' rows, where they do not stand yet; their numbers are taken."""
    block = one.block
    if block is None:
        return
    if block.key[1] != IN_DECISION:
        _raise(connection, block.key, block.at((block.count or len(honoured) or 1) - 1))
    if not honoured or _has_rows(connection, one):
        return
    agency, series, year = block.key
    common = {
        "document": one.id,
        "agency": agency,
        "series": series,
        "year": year,
        "ended_by": None,
    }
    rows = [
        {
            **common,
            **asdict(each),
            "number": block.at(place),
            "plain_name": fold(each.name),
            "state": block.state.value,
        }
        for place, each in enumerate(honoured)
    ]
    connection.execute(insert(tables.golden_book), rows)


def _has_rows(connection: Connection, one: Derived) -> bool:
    found = select(tables.golden_book.c.row).where(tables.golden_book.c.document == one.id)
    return connection.execute(found.limit(1)).first() is not None


def _raise(connection: Connection, key: tuple[str, str, int] | None, last: int) -> None:
    if key is not None:
        raise_to(connection, Counter(*key), last)


def _write_states(connection: Connection, one: Derived) -> None:
    if one.block is None:
        return
    golden = tables.golden_book.c
    every = update(tables.golden_book).where(golden.document == one.id)
    connection.execute(every.values(state=one.block.state.value, ended_by=one.block.ended_by))
    for number, (state, ended_by) in one.block.apart.items():
        some = every.where(golden.number == number)
        connection.execute(some.values(state=state.value, ended_by=ended_by))


def _write_files(connection: Connection, one: Derived, rebuilt: Rebuilt) -> None:
    """The files that the archive has; an open paper's other files are made again, and named again, by resuming."""
    for table in _HELD:
        connection.execute(delete(table).where(table.c.document == one.id))
    rows = [
        {
            "document": one.id,
            "name": name,
            "role": role,
            "digest": digest,
            "size": rebuilt.sizes[digest],
        }
        for name, digest, role in _roles(one)
        if digest in rebuilt.sizes
    ]
    waiting = [
        {"document": one.id, "name": name, "content": what}
        for name, what in rebuilt.waiting.items()
    ]
    for table, values in ((tables.files, rows), (tables.pending, waiting)):
        if values:
            connection.execute(insert(table), values)


def _roles(one: Derived) -> Iterator[tuple[str, str, str]]:
    for name, digest in one.materials.items():
        yield name, digest, "material"
    for name, digest in one.papers.items():
        yield name, digest, role_of(name, one.papers)
    for name, digest in one.signed.items():
        yield name, digest, signed_role(name)


def _write_past(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    for plain in rows:
        row = {name: _day(name, value) for name, value in plain.items()}
        key = connection.execute(
            insert(tables.documents).returning(tables.documents.c.row), row
        ).scalar_one()
        if row["series"] != ELSEWHERE:
            raise_to(connection, Counter(row["agency"], row["series"], row["year"]), row["number"])
        index_words(connection, key, {**row, "text": ""})


def _day(name: str, value: Any) -> Any:  # noqa: ANN401 - any column's value
    return (
        date.fromisoformat(value)
        if name in {"day", "moved_on"} and isinstance(value, str)
        else value
    )
