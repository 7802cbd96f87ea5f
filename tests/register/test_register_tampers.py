"""Whatever somebody does to a table by SQL, the audit names it: every table is derived from the journal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection, text

from tests.register.issuing_desks import desk_on
from tests.register.killing_tasks import keep_signed_copy
from tests.register.test_register_recover import a_year, issue, summary
from vbgen.errors import Severity
from vbgen.office.issuing.desk import Desk
from vbgen.office.registry.archiving import verify
from vbgen.office.verdict import unsound
from vbgen.register import Numbering, Register
from vbgen.register.access.accounts import Account, add_account
from vbgen.register.access.unit_links import LinkWish, close_link, hand_in, link_of, make_links
from vbgen.register.database.engine import Held
from vbgen.register.entering.past import PastBook, PastEntry

PAST = [
    PastEntry(1, "TB-SCT", date(2021, 1, 5), "Về việc nghỉ lễ", "Lê Văn A"),
    PastEntry(3, "QĐ-SCT", date(2021, 2, 5), "Về việc nâng lương"),
]
DISAGREEING = 15  # exit code
TAMPERS = (
    # REG-2: a field that can be set switches nothing off
    ("UPDATE documents SET state = 'past', subject = 'SỬA' WHERE number = 1 AND year = 2026", "row-changed"),
    ("UPDATE documents SET state = 'past'", "row-changed"),
    (
        ("INSERT INTO documents (id, agency, series, year, number, symbol, day, campaign, kind, variant, paper, issuer,"
        " type_name, subject, signer_name, signer_position, recipients, copy_kept_by, note, state, reserved_at,"
        " delivered) VALUES ('bịa', 'SCT', 'van-ban-di', 2021, 9, 'QĐ-SCT', '2021-03-01', 'so-cu', '', '', 'x', '', '',"
        " 'Bịa', '', '', '', '', '', 'past', '', true)"),
        "row-unjournalled",
    ),
    ("UPDATE documents SET subject = 'SỬA' WHERE number = 1 AND year = 2021", "row-changed"),
    ("UPDATE documents SET day = '2021-01-06' WHERE number = 1 AND year = 2021", "row-changed"),
    ("UPDATE documents SET state = 'issued' WHERE number = 3 AND year = 2021", "row-changed"),
    ("DELETE FROM documents WHERE number = 3 AND year = 2021", "row-deleted"),
    # every column of a document
    *(
        (f"UPDATE documents SET {column} = 'khác' WHERE number = 2 AND year = 2026", "row-changed")  # noqa: S608 - names of columns
        for column in (
            *("agency", "series", "symbol", "campaign", "kind", "variant", "issuer", "type_name", "subject"),
            *("signer_name", "signer_position", "recipients", "copy_kept_by", "note", "reserved_at", "settled_at"),
        )
    ),
    *(
        (f"UPDATE documents SET {column} = 77 WHERE number = 2 AND year = 2026", "row-changed")  # noqa: S608 - the same
        for column in ("year", "number", "phase", "copies")
    ),
    ("UPDATE documents SET day = '2026-03-06' WHERE number = 2 AND year = 2026", "row-changed"),
    # REG-3: golden book, links, counters
    ("UPDATE golden_book SET state = 'issued', ended_by = NULL WHERE number = 3", "row-changed"),
    ("UPDATE golden_book SET state = 'issued' WHERE number = 4", "row-changed"),
    ("UPDATE golden_book SET ended_by = NULL WHERE number = 4", "row-changed"),
    (
        ("UPDATE golden_book SET state = 'withdrawn', ended_by = (SELECT id FROM documents WHERE number = 3"
        " AND year = 2026) WHERE number = 5"),
        "row-changed",
    ),
    ("UPDATE golden_book SET number = 77 WHERE number = 9", "row-changed"),
    ("UPDATE golden_book SET series = 'khác' WHERE number = 9", "row-changed"),
    ("UPDATE golden_book SET merit = 'khác' WHERE number = 9", "row-changed"),
    ("UPDATE golden_book SET plain_name = 'khac' WHERE number = 9", "index-stale"),
    ("DELETE FROM links", "link-deleted"),
    ("UPDATE links SET relation = 'corrects'", "link-unjournalled"),
    ("UPDATE links SET certificates = '5' WHERE certificates = '4'", "link-unjournalled"),
    (
        ("INSERT INTO links (document, changed_by, relation, certificates, act) SELECT id, id, 'replaces', '', 1"
        " FROM documents WHERE number = 1 AND year = 2026"),
        "link-unjournalled",
    ),
    ("UPDATE counters SET last = 0", "counter-changed"),
    ("UPDATE counters SET last = 100 WHERE series = 'van-ban-di'", "counter-changed"),
    ("DELETE FROM counters", "counter-changed"),
    ("INSERT INTO counters (agency, series, year, last) VALUES ('SCT', 'van-ban-di', 2027, 5)", "counter-changed"),
    # the delivery book
    ("UPDATE deliveries SET received_by = 'khác' WHERE line = 1", "delivery-unjournalled"),
    ("UPDATE deliveries SET is_struck = false", "delivery-unjournalled"),
    ("DELETE FROM deliveries WHERE line = 2", "delivery-deleted"),
    (
        ("INSERT INTO deliveries (document, line, act, moved_on, recipient, way, received_by, note, is_struck)"
        " SELECT document, 9, act, moved_on, 'Bịa', way, '', '', is_struck FROM deliveries WHERE line = 2"),
        "delivery-unjournalled",
    ),
    # files, stored intents, the search index
    ("UPDATE files SET role = 'single' WHERE name = 'tiny.docx'", "row-changed"),
    ("UPDATE files SET size = size + 1 WHERE name = 'tiny.docx'", "row-changed"),
    ("UPDATE files SET name = 'khác.docx' WHERE name = 'tiny.docx'", "file-struck"),
    (("UPDATE pending SET content = files.content FROM (SELECT content FROM pending WHERE name = 'intent.json') files"
     " WHERE name = 'campaign.json'"), "intent-changed"),
    ("DELETE FROM words", "index-stale"),
    # signed files
    ("UPDATE signed_files SET state = 'trusted'", "signed-unjournalled"),
    ("UPDATE signed_files SET original = 'khác.docx'", "signed-unjournalled"),
    ("DELETE FROM signed_files", "signed-deleted"),
    (
        ("INSERT INTO signed_files (document, name, original, evidence, state, act)"
        " SELECT document, 'bịa.pdf', original, evidence, state, act FROM signed_files"),
        "signed-unjournalled",
    ),
    # who works at the desk, and links of units
    *(
        (f"UPDATE accounts SET {column} = {value} WHERE name = 'lan'", "account-changed")  # noqa: S608 - the same
        for column, value in (("roles", "'admin'"), ("full_name", "'x'"), ("password", "'x'"), ("is_closed", "true"))
    ),
    (
        ("INSERT INTO accounts (name, full_name, roles, password, is_closed, made_at, changed_at)"
        " SELECT 'ma', full_name, 'admin', password, is_closed, made_at, changed_at FROM accounts WHERE name = 'lan'"),
        "account-unjournalled",
    ),
    ("DELETE FROM accounts WHERE name = 'lan'", "account-missing"),
    *(
        (f"UPDATE unit_links SET {column} = {value} WHERE unit = '{unit}'", "unit-link-changed")  # noqa: S608 - the same
        for column, value, unit in (
            ("campaign", "'x'", "MO"), ("unit", "'x'", "MO"), ("unit_name", "'x'", "MO"), ("title", "'x'", "MO"),
            ("digest", "digest || 'x'", "MO"), ("made_by", "'x'", "MO"), ("ends_at", "'9'", "MO"),
            ("is_closed", "true", "MO"),
            ("handed_at", "'9'", "MO"), ("handed_at", "''", "NOP"), ("is_closed", "false", "DONG"),
        )
    ),
    (
        ("INSERT INTO unit_links SELECT 'bịa', 'bịa', campaign, title, unit, unit_name, made_by, made_at, ends_at,"
        " is_closed, tries, lot, handed_at FROM unit_links WHERE unit = 'NOP'"),
        "unit-link-unjournalled",
    ),
)  # fmt: skip


def people_and_links(desk: Desk) -> None:
    """An account, and a link that is open, one that was taken back, one by which a list was handed in."""
    database, stamp = desk.register.database, desk.stamp()
    lan = Account("lan", "Nguyễn Thị Lan", frozenset({"registry"}), "hash")
    add_account(database, lambda _there: lan, stamp)
    wishes = [
        LinkWish("ha-nam-2022", "thi đua", unit, f"Phòng {unit}", stamp.at + timedelta(days=9))
        for unit in ("MO", "DONG", "NOP", "MO")
    ]
    tokens = make_links(database, wishes, stamp)
    _old, closed, handed, _open = (link_of(database, token) for token in tokens)
    assert closed
    assert handed
    assert close_link(database, closed, stamp)
    assert hand_in(database, handed, {"ds.xlsx": "ab"}, stamp, lambda: None)


@contextmanager
def tampered(desk: Desk, *statements: str) -> Iterator[Desk]:
    """The desk as its register looks after the statements, which are undone in the end."""
    database = desk.register.database
    with database.engine.connect() as connection, connection.begin() as transaction:
        _drop_guards(connection, is_sqlite=database.is_sqlite)
        for statement in statements:
            assert connection.execute(text(statement)).rowcount, statement
        yield replace(
            desk,
            register=replace(
                desk.register, database=Held(database.engine, database.url, connection=connection)
            ),
        )
        transaction.rollback()


def _drop_guards(connection: Connection, *, is_sqlite: bool) -> None:
    if not is_sqlite:
        connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
        for table in ("links", "acts", "files", "deliveries", "signed_files"):
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        return
    triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in connection.execute(triggers).all():
        connection.execute(text(f"DROP TRIGGER {name}"))


def by_hand(register: Register, statement: str) -> None:
    """The statement, done for good by somebody who has put the guards aside."""
    database = register.database
    with database.engine.begin() as connection:
        _drop_guards(connection, is_sqlite=database.is_sqlite)
        assert connection.execute(text(statement)).rowcount, statement


def found(desk: Desk) -> set[str]:
    return {problem.code for problem in verify(desk.register, desk.archive).problems}


def test_every_tamper_with_a_table_is_found(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    desk.enter_archive()
    agreed = [doubt.message for doubt in desk.register.import_doubts(PAST, "SCT", Numbering())]
    desk.register.import_past(
        PAST, PastBook("SCT", Numbering(), desk.stamp(), "so.xlsx", desk.archive.put, agreed)
    )
    a_year(desk)
    keep_signed_copy(desk, 1)
    desk.register.reserve(summary(), desk.stamp())
    people_and_links(desk)
    desk.mirror()
    assert found(desk) == set()
    for statement, code in TAMPERS:
        with tampered(desk, statement) as after:
            problems = verify(after.register, after.archive).problems
            named = {one.code: one.severity for one in problems}
            assert code in named, statement
            if named[code] is Severity.ERROR:
                assert unsound("", problems).exit_code == DISAGREEING, statement
    assert found(desk) == set()


def test_a_hole_that_somebody_has_made_with_counter_and_row_stays_found(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    issue(desk, summary())
    by_hand(desk.register, "UPDATE counters SET last = 100 WHERE series = 'van-ban-di'")
    by_hand(desk.register, "UPDATE documents SET number = 100")
    assert issue(desk, summary()).code == "101/SCT-VP"
    by_hand(desk.register, "UPDATE documents SET number = 1 WHERE number = 100")
    problems = verify(desk.register, desk.archive).problems
    assert {(one.code, one.place.file) for one in problems} >= {("number-gap", "101/SCT-VP")}


def test_rows_imported_by_0_1_are_known_by_code_and_what_cannot_be_proved_is_said(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    desk.enter_archive()
    agreed = [doubt.message for doubt in desk.register.import_doubts(PAST, "SCT", Numbering())]
    desk.register.import_past(
        PAST, PastBook("SCT", Numbering(), desk.stamp(), "so.xlsx", None, agreed)
    )
    desk.mirror()
    problems = verify(desk.register, desk.archive).problems
    assert [(one.code, one.severity) for one in problems] == [("import-unproved", Severity.NOTE)]
    assert "2 văn bản" in problems[0].message
    for statement, code in (
        ("DELETE FROM documents WHERE number = 3", "row-deleted"),
        ("UPDATE documents SET number = 4 WHERE number = 3", "row-unjournalled"),
        ("UPDATE documents SET state = 'issued'", "row-changed"),
    ):
        with tampered(desk, statement) as after:
            assert code in found(after), statement
