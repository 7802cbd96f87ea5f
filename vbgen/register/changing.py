"""Later acts on an entry: a number given up, a document replaced, corrected or withdrawn by another."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.dossier import Stamp
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database
from vbgen.register.entries import IN_FORCE, OPEN, Entry, Relation, State
from vbgen.register.reading import entry_of
from vbgen.register.receipts import receipted_files

_GOLDEN = tables.golden_book.c


def void(database: Database, identity: str, stamp: Stamp) -> None:
    """The entry's number is given up: it stays in the register, taken for ever, with the reason."""
    with database.writing() as connection:
        one = _standing(connection, identity)
        if one.state not in {*OPEN, *IN_FORCE, State.HELD}:
            raise _cannot(one)
        detail: dict[str, object] = {"code": one.code, "was": one.state.value}
        if one.is_open:
            detail["files"] = receipted_files(
                connection, identity
            )  # they lie in the archive, for ever
            _drop_materials(connection, identity)
        _set_state(connection, identity, State.VOID)
        golden = update(tables.golden_book).where(_GOLDEN.document == identity)
        connection.execute(golden.values(state=State.VOID.value))
        journal.append(connection, stamp, "void", document=identity, detail=detail)


def link(
    database: Database,
    earlier: str,
    later: str,
    relation: Relation,
    stamp: Stamp,
    certificates: Sequence[int] = (),
) -> None:
    """The later document replaces, corrects, amends or withdraws the earlier one, or only some of its certificates."""
    with database.writing() as connection:
        old, new = _standing(connection, earlier), _standing(connection, later)
        if old.state not in IN_FORCE:
            raise _cannot(old)
        if new.state not in IN_FORCE or new.id == old.id or new.day < old.day:
            raise _cannot_by(new)
        if relation.changes_whole or not certificates:
            _set_state(connection, earlier, relation.state)
        if relation.ends(certificates):
            _end_certificates(connection, old, new, relation, certificates)
        _write_link(connection, old, new, relation, stamp, certificates)


def _write_link(
    connection: Connection,
    old: Entry,
    new: Entry,
    relation: Relation,
    stamp: Stamp,
    certificates: Sequence[int],
) -> None:
    detail = {
        "code": old.code,
        "by": new.id,
        "by_code": new.code,
        "certificates": list(certificates),
    }
    act = journal.append(connection, stamp, relation.value, document=old.id, detail=detail)
    row = {"document": old.id, "changed_by": new.id, "relation": relation.value, "act": act.seq}
    numbers = ",".join(map(str, certificates))
    connection.execute(insert(tables.links), {**row, "certificates": numbers})


def _end_certificates(
    connection: Connection, old: Entry, new: Entry, relation: Relation, certificates: Sequence[int]
) -> None:
    ended = update(tables.golden_book).where(_GOLDEN.document == old.id)
    if certificates:
        ended = ended.where(_GOLDEN.number.in_(certificates), _GOLDEN.state == State.ISSUED.value)
    done = connection.execute(
        ended.values(state=relation.certificate_state.value, ended_by=new.id)
    ).rowcount
    if certificates and done != len(set(certificates)):
        raise _no_such_certificates(connection, old, certificates)


def _drop_materials(connection: Connection, identity: str) -> None:
    for table in (tables.pending, tables.receipts, tables.files):
        connection.execute(delete(table).where(table.c.document == identity))


def _standing(connection: Connection, identity: str) -> Entry:
    found = select(tables.documents).where(tables.documents.c.id == identity)
    return entry_of(connection.execute(found).mappings().one())


def _set_state(connection: Connection, identity: str, state: State) -> None:
    found = update(tables.documents).where(tables.documents.c.id == identity)
    connection.execute(found.values(state=state.value))


def _cannot(one: Entry) -> ProblemsFoundError:
    message = _(
        "Văn bản {code} đang ở trạng thái “{state}”, không làm việc này được.",
        code=one.code,
        state=one.state.label,
    )
    return ProblemsFoundError(message, (Problem("wrong-state", message),))


def _cannot_by(one: Entry) -> ProblemsFoundError:
    message = _(
        "Văn bản {code} không dùng được cho việc này. Phải là một văn bản khác, đã cấp số, "
        "cùng ngày hoặc sau văn bản được thay đổi.",
        code=one.code,
    )
    return ProblemsFoundError(message, (Problem("wrong-changer", message),))


def _no_such_certificates(
    connection: Connection, old: Entry, wanted: Sequence[int]
) -> ProblemsFoundError:
    found = select(_GOLDEN.number).where(_GOLDEN.document == old.id).order_by(_GOLDEN.number)
    known = ", ".join(str(number) for number in connection.execute(found).scalars()) or _(
        "không có"
    )
    message = _(
        "Quyết định {code} không có đủ các giấy khen số {wanted} đang có hiệu lực; các số sổ "
        "vàng hiện có: {known}.",
        code=old.code,
        wanted=", ".join(map(str, wanted)),
        known=known,
    )
    return ProblemsFoundError(message, (Problem("no-certificate", message),))
