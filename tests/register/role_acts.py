"""What can be asked of a register on PostgreSQL: looks, reads, the clerk's work, and harm by SQL."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy import text

from tests.register.papers import PEOPLE, digest, intent, issue, stamp
from vbgen.model.afterwards.delivery import DeliveryLine, DeliveryWay
from vbgen.model.document import ArchivedFile
from vbgen.register import Filter, Register, SignedCopy
from vbgen.register.books import outgoing_book
from vbgen.register.database.dumping import Scope, dump
from vbgen.register.database.roles import set_up_roles
from vbgen.register.delivery_book import delivery_book
from vbgen.register.proving.past import PastRows
from vbgen.register.proving.replay import Replay
from vbgen.register.tables import metadata

Act = Callable[[Register], object]
CHUNK = "0" * 64
LINE = DeliveryLine(
    line=0, moved_on=date(2026, 3, 6), recipient="Sở Nội vụ", way=DeliveryWay.BY_HAND, copies=2
)
DESK = ("accounts", "sessions", "entrances", "unit_links", "desk_keys", "desk_jobs")


def sql(statement: str) -> Act:
    def run(register: Register) -> object:
        with register.database.writing() as connection:
            return connection.execute(text(statement))

    return run


def _forge(register: Register) -> object:
    return sql(
        "INSERT INTO acts (seq, at, who, what, why, detail, previous, digest, login)"
        " VALUES (99, '2026', 'Lan', 'void', '', '{}', '', 'x', 'postgres')"
    )(register)


def _into_no_archive(_act: bytes) -> str:
    raise AssertionError("no act waits")


def sign(register: Register, name: str) -> None:
    """One more signed file of the first paper."""
    file = ArchivedFile(digest(name.encode()), 9)
    signed = SignedCopy("paper.docx", f"{name}.pdf", file, f"{name}.json", file, "trusted")
    register.keep_signed(register.entries()[0].id, (signed,), stamp())


def _copied(table: str, key: str, *changed: str) -> Act:
    """Rows of the table once more, with other values in some columns."""

    def run(register: Register) -> object:
        with register.database.writing() as connection:
            names = [column.name for column in metadata.tables[table].columns]
            others = dict(zip(changed[::2], changed[1::2], strict=True))
            kept = [name for name in names if name != key]
            values = ", ".join(others.get(name, f'"{name}"') for name in kept)
            into = ", ".join(f'"{name}"' for name in kept)
            return connection.execute(
                text(f"INSERT INTO {table} ({into}) SELECT {values} FROM {table}")  # noqa: S608 - our own words
            )

    return run


LOOKS: dict[str, Act] = {
    "list": lambda register: register.entries(),
    "search": lambda register: register.entries(Filter(words="khen thuong")),
    "golden book": lambda register: register.golden_book(),
    "show": lambda register: (register.files(), register.links(register.entries()[0].id)),
    "export": lambda register: outgoing_book(register, Filter()),
    "open issues": lambda register: register.open_issues(),
    "remarks": lambda register: register.remarks(register.entries()),
    "delivery book": lambda register: delivery_book(register, Filter()).rows[0],
    "signed files": lambda register: register.signed_files()[0],
    "nothing to resume": lambda register: register.mirror(_into_no_archive),
}
READS: dict[str, Act] = {
    "journal": lambda register: list(register.journal()),
    "everything": lambda register: list(dump(register.database, Scope())),
    "proof of the tables": lambda register: register.table_problems(
        Replay(), PastRows.of([], lambda _digest: None)
    ),
}
WORKS: dict[str, Act] = {
    "issue": lambda register: issue(register, people=PEOPLE),
    "reserve": lambda register: register.reserve(intent(), stamp()),
    "void": lambda register: register.void(register.entries()[0].id, stamp()),
    "note": lambda register: register.note(stamp(), "print", detail={}),
    "deliver": lambda register: register.write_deliveries(
        register.entries()[0].id, (replace(LINE, copies=9),), stamp()
    ),
    "sign": lambda register: sign(register, "lần-hai"),
    "receipt": lambda register: register.keep_receipt(
        register.reserve(intent(), stamp()).id, CHUNK, {}
    ),
}
HARMS: dict[str, Act] = {
    "another subject": sql("UPDATE documents SET subject = 'x'"),
    "another number": sql("UPDATE documents SET number = 9"),
    "another day": sql("UPDATE documents SET day = '2020-01-01'"),
    "an issued paper opened again": sql("UPDATE documents SET state = 'reserved'"),
    "a row deleted": sql("DELETE FROM documents"),
    "another name": sql("UPDATE golden_book SET name = 'x'"),
    "a certificate deleted": sql("DELETE FROM golden_book"),
    "a file deleted": sql("DELETE FROM files"),
    "a file changed": sql("UPDATE files SET digest = 'x'"),
    "given up without an act": sql("UPDATE documents SET state = 'void'"),
    "settled at another time": sql("UPDATE documents SET settled_at = '2020'"),
    "a certificate withdrawn without an act": sql("UPDATE golden_book SET state = 'withdrawn'"),
    "a certificate of nobody's": _copied("golden_book", "row", "number", "number + 90"),
    "an entry of nobody's": _copied(
        "documents", "row", "id", "id || 'x'", "number", "number + 90", "state", "'issued'"
    ),
    "a file of nobody's": _copied("files", "", "name", "name || 'x'"),
    "an act deleted": sql("DELETE FROM acts"),
    "an act changed": sql("UPDATE acts SET who = 'x'"),
    "an act in another's login": _forge,
    "a link deleted": sql("DELETE FROM links"),
    "a counter set back": sql("UPDATE counters SET last = 0"),
    "another identity": sql("UPDATE journal SET register = 'x'"),
    "another's signature in the delivery book": sql("UPDATE deliveries SET received_by = 'x'"),
    "a delivery struck out of the book": sql("DELETE FROM deliveries"),
    "a delivery of nobody's": _copied("deliveries", "", "line", "line + 90"),
    "another signed file": sql("UPDATE signed_files SET state = 'trusted'"),
    "a signed file gone": sql("DELETE FROM signed_files"),
    "a signed file of nobody's": _copied("signed_files", "", "name", "name || 'x'"),
    **{f"{table} read": sql(f"SELECT * FROM {table}") for table in DESK},  # noqa: S608 - names of tables
    **{f"{table} emptied": sql(f"DELETE FROM {table}") for table in DESK},  # noqa: S608 - names of tables
    "the guards off": sql("ALTER TABLE acts DISABLE TRIGGER ALL"),
    "a table gone": sql("DROP TABLE links"),
    "roles": lambda register: set_up_roles(register.database),
}
