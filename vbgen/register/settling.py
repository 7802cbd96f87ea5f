"""From numbered to settled: what was made is announced, then kept elsewhere, then settled."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select, update

from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.model.document import Inspected, Kept, Numbered, Settled
from vbgen.model.dossier import Stamp
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database
from vbgen.register.database.index import index_words
from vbgen.register.entries import OPEN, State
from vbgen.register.faults import EndedMeanwhileError
from vbgen.register.receipts import receipted_files
from vbgen.register.reserving import file_row, single_row
from vbgen.ways import ListRegister

_MADE = ("paper", "single")  # roles of files that rendering made


def announce(database: Database, inspected: Inspected, stamp: Stamp) -> None:
    """Digests of the papers, in the journal before the first of them reaches the archive.

    So no file of the archive is ever without its entry in the journal; certificates of a big run lie there already,
    and stood in its receipts until now. Doing it again changes nothing.
    """
    rendered = inspected.rendered
    identity = rendered.numbered.id
    rows = [file_row(identity, name, content, "paper") for name, content in rendered.papers.items()]
    rows += [single_row(identity, name, single) for name, single in rendered.singles.items()]
    with database.writing() as connection:
        if _announced(connection, rendered.numbered.id) == {
            row["name"]: row["digest"] for row in rows
        }:
            return
        _refuse_ended(_row(connection, identity), rendered.numbered)
        _forget_papers(connection, rendered.numbered.id)
        connection.execute(insert(tables.files), rows)
        _set_state(connection, rendered.numbered.id, State.RENDERED)
        detail = {"files": {row["name"]: row["digest"] for row in rows}}
        journal.append(connection, stamp, "render", document=rendered.numbered.id, detail=detail)


def settle(database: Database, kept: Kept, stamp: Stamp) -> Settled:
    """The issued document, in the register for good; doing it again changes nothing.

    EndedMeanwhileError where its number was given up.
    """
    numbered, rendered = kept.numbered, kept.inspected.rendered
    with database.writing() as connection:
        row = _row(connection, numbered.id)
        if row["state"] == State.VOID:
            _refuse_ended(row, numbered)
        if row["state"] in OPEN:
            receipted = receipted_files(connection, numbered.id)
            for unfinished in (tables.pending, tables.receipts):
                connection.execute(delete(unfinished).where(unfinished.c.document == numbered.id))
            settled = {
                "state": State.ISSUED.value,
                "settled_at": stamp.at.isoformat(timespec="seconds"),
            }
            connection.execute(
                update(tables.documents).where(tables.documents.c.id == numbered.id).values(settled)
            )
            golden = update(tables.golden_book).where(tables.golden_book.c.document == numbered.id)
            connection.execute(golden.values(state=State.ISSUED.value))
            names = [one.name for one in numbered.intent.honoured]
            index_words(
                connection, int(str(row["row"])), {**row, "text": rendered.text}, names=names
            )
            detail = {"code": numbered.code, "files": dict(kept.digests), **_left(receipted, kept)}
            journal.append(connection, stamp, "settle", document=numbered.id, detail=detail)
    return Settled(
        id=numbered.id,
        code=numbered.code,
        day=numbered.intent.particulars.day,
        subject=numbered.intent.particulars.subject,
        digests=kept.digests,
        golden_numbers=numbered.golden_numbers,
        problems=kept.inspected.problems,
    )


def _refuse_ended(row: Mapping[str, object], numbered: Numbered) -> None:
    """Does nothing for an entry that is open; EndedMeanwhileError for one that others finished or gave up meanwhile."""
    state = State(str(row["state"]))
    if state not in OPEN:
        message = _(
            "Trong lúc làm, số {code} đã được người khác xử lý xong (“{state}”); không có gì thay đổi thêm.",
            code=numbered.code,
            state=state.label,
        )
        raise EndedMeanwhileError(
            message, (Problem("ended-meanwhile", message),), (ListRegister(),)
        )


def _left(receipted: Mapping[str, str], kept: Kept) -> dict[str, dict[str, str]]:
    """What a run put into the archive and the paper does not name, as when it was finished without its PDF files."""
    left = {
        name: digest
        for name, digest in receipted.items()
        if digest not in set(kept.digests.values())
    }
    return {"left": left} if left else {}


def delivered(database: Database, identity: str) -> None:
    """The entry's papers lie where the office takes them from."""
    with database.writing() as connection:
        found = update(tables.documents).where(tables.documents.c.id == identity)
        connection.execute(found.values(delivered=True))


def _row(connection: Connection, identity: str) -> Mapping[str, object]:
    found = select(tables.documents).where(tables.documents.c.id == identity)
    return dict(connection.execute(found).mappings().one())


def _announced(connection: Connection, identity: str) -> dict[str, str]:
    files = tables.files.c
    found = select(files.name, files.digest).where(
        files.document == identity, files.role.in_(_MADE)
    )
    return {row.name: row.digest for row in connection.execute(found)}


def _forget_papers(connection: Connection, identity: str) -> None:
    files = tables.files.c
    connection.execute(
        delete(tables.files).where(files.document == identity, files.role.in_(_MADE))
    )


def _set_state(connection: Connection, identity: str, state: State) -> None:
    found = update(tables.documents).where(tables.documents.c.id == identity)
    connection.execute(found.values(state=state.value))
