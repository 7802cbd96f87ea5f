"""On PostgreSQL each role does what it is for and no more, in its own database; real logins try every act."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from uuid import uuid4

import pytest

from tests.register.golden_rows import BOOK, written
from tests.register.papers import PEOPLE, digest, intent, issue, settle, stamp
from tests.register.postgresql_server import Server
from tests.register.role_acts import HARMS, LINE, LOOKS, READS, WORKS, Act, sign
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.register import Numbering, Register, Relation
from vbgen.register.database.dumping import Scope, dump
from vbgen.register.database.roles import AUDITOR, CLERK, DRAFTER, role_name, set_up_roles
from vbgen.register.entering.outside import HOLD, OutsidePaper
from vbgen.register.entering.past import PastBook
from vbgen.register.entering.past_entries import PastEntry

Open = Callable[[str], Register]
NOBODY = "nobody"


@pytest.fixture
def shared(postgresql: Server, opened: Open) -> Iterator[str]:
    """A register with one issued paper, its roles, and a login of each role (their name is role@database)."""
    database = postgresql.new_database()
    keeper = opened(postgresql.url(database))
    paper = issue(keeper, people=PEOPLE)
    keeper.write_deliveries(paper.id, (LINE,), stamp())
    sign(keeper, "lần-một")
    keeper.mirror(digest)
    set_up_roles(keeper.database)
    for part in (CLERK, DRAFTER, AUDITOR):
        postgresql.sql(
            f'CREATE ROLE "{part}_{database}" LOGIN IN ROLE "{role_name(part, database)}"'
        )
    postgresql.sql(f'CREATE ROLE "{NOBODY}_{database}" LOGIN')
    yield database
    keeper.close()


def person(part: str, database: str, postgresql: Server) -> Register:
    """The register as that person opens it, of that database."""
    return Register.look(postgresql.url(database, user=f"{part}_{database}"))


ALLOWED = {
    CLERK: {**LOOKS, **READS, **WORKS},
    DRAFTER: LOOKS,
    AUDITOR: {**LOOKS, **READS},
    NOBODY: {},
}
EVERY = {**LOOKS, **READS, **WORKS, **HARMS}


def allowed(register: Register, act: Act) -> bool:
    """Whether the database lets the act be done; it says no in words for the clerk, or it is done."""
    with closing(register):
        try:
            act(register)
        except ProblemsFoundError as fault:
            if "không có quyền" not in fault.message and "Chỉ chủ" not in fault.message:
                raise
            return False
    return True


@pytest.mark.parametrize("part", ALLOWED)
def test_each_role_does_what_it_is_for_and_no_more(
    shared: str, postgresql: Server, part: str
) -> None:
    found = {}
    for name, act in EVERY.items():
        if part == NOBODY:
            with pytest.raises(ProblemsFoundError, match="không có quyền"):
                person(part, shared, postgresql)
            continue
        found[name] = allowed(person(part, shared, postgresql), act)
    assert found == ({} if part == NOBODY else {name: name in ALLOWED[part] for name in EVERY})


def test_a_clerk_of_one_office_is_nobody_in_the_other(
    shared: str, postgresql: Server, opened: Open
) -> None:
    other = postgresql.new_database()
    keeper = opened(postgresql.url(other))
    issue(keeper)
    set_up_roles(keeper.database)
    with pytest.raises(ProblemsFoundError, match="không có quyền"):
        Register.look(postgresql.url(other, user=f"{CLERK}_{shared}"))


def test_the_journal_keeps_the_login_that_the_database_knows(
    shared: str, postgresql: Server
) -> None:
    clerk = person(CLERK, shared, postgresql)
    clerk.note(stamp(), "print", detail={})
    acts = [act for act, _stated in clerk.journal()]
    assert [act.login for act in acts] == ["postgres"] * (len(acts) - 1) + [f"{CLERK}_{shared}"]
    assert all(act.digest == stated for act, stated in clerk.journal())
    clerk.close()


def test_a_dump_is_put_back_by_the_keeper_whoever_wrote_the_acts(
    shared: str, postgresql: Server, opened: Open
) -> None:
    from vbgen.register.database.dumping import restore

    clerk = person(CLERK, shared, postgresql)
    clerk.note(stamp(), "print", detail={})
    rows = list(dump(clerk.database, Scope()))
    clerk.close()
    back = opened(postgresql.url(postgresql.new_database()))
    restore(back.database, rows)
    assert [act.login for act, _stated in back.journal()][-1] == f"{CLERK}_{shared}"


@pytest.fixture
def of_0_1(postgresql: Server, opened: Open) -> Iterator[tuple[str, str]]:
    """A database with 0.1's role and an account of it; the server's other databases leave the role alone at last."""
    database, lan = postgresql.new_database(), f"lan_{uuid4().hex[:8]}"
    issue(opened(postgresql.url(database)))
    postgresql.sql(
        "DO $$ BEGIN CREATE ROLE vbgen_clerk NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    )
    postgresql.sql("GRANT SELECT, INSERT ON documents TO vbgen_clerk", database)
    postgresql.sql(f"CREATE ROLE {lan} LOGIN IN ROLE vbgen_clerk")
    yield database, lan
    postgresql.sql("DROP OWNED BY vbgen_clerk", database)
    postgresql.sql(f"DROP ROLE {lan}")


def test_accounts_of_0_1_have_the_new_role_where_there_is_one_register(
    of_0_1: tuple[str, str], postgresql: Server, opened: Open
) -> None:
    database, lan = of_0_1
    made = set_up_roles(opened(postgresql.url(database)).database)
    assert made.brought == (f"{lan} → {role_name(CLERK, database)}",)
    clerk = opened(postgresql.url(database, user=lan))
    assert issue(clerk).code == "02/QĐ-SCT"


def test_accounts_of_0_1_wait_where_there_are_two(
    of_0_1: tuple[str, str], postgresql: Server, opened: Open
) -> None:
    database, lan = of_0_1
    other = postgresql.new_database()
    opened(postgresql.url(other))
    postgresql.sql("GRANT SELECT ON documents TO vbgen_clerk", other)
    made = set_up_roles(opened(postgresql.url(database)).database)
    assert (made.brought, made.waiting) == ((), (f"{lan} → {role_name(CLERK, database)}",))
    with pytest.raises(ProblemsFoundError, match="không có quyền"):
        Register.look(postgresql.url(database, user=lan))
    postgresql.sql("DROP OWNED BY vbgen_clerk", other)


def test_roles_are_set_up_twice_without_harm(shared: str, postgresql: Server, opened: Open) -> None:
    made = set_up_roles(opened(postgresql.url(shared)).database)
    assert made.names == tuple(role_name(part, shared) for part in (CLERK, DRAFTER, AUDITOR))


def test_a_long_name_of_a_database_gives_short_roles() -> None:
    long = "sổ_đăng_ký_văn_bản_đi_của_sở_công_thương_tỉnh_hà_nam"
    names = {role_name(part, long) for part in (CLERK, DRAFTER, AUDITOR)}
    assert len(names) == 3
    assert all(len(name.encode()) <= 63 for name in names)


def test_a_file_has_no_roles(tmp_path_factory: pytest.TempPathFactory, opened: Open) -> None:
    register = opened(f"sqlite:///{tmp_path_factory.mktemp('r') / 'register.sqlite3'}")
    with pytest.raises(UsageError, match="SQLite không có tài khoản"):
        set_up_roles(register.database)


def test_a_clerk_finishes_what_was_begun(shared: str, postgresql: Server) -> None:
    clerk = person(CLERK, shared, postgresql)
    numbered = clerk.reserve(intent(), stamp())
    settle(clerk, numbered)
    assert [one.number for one in clerk.entries()] == [1, 2]
    clerk.close()


def test_a_clerk_replaces_imports_and_registers_what_is_made_outside(
    shared: str, postgresql: Server
) -> None:
    with closing(person(CLERK, shared, postgresql)) as clerk:
        first, second = clerk.entries()[0].id, issue(clerk, people=PEOPLE).id
        clerk.link(first, second, Relation.REPLACES, stamp())
        held = intent()
        outside = OutsidePaper(held.counter, held.particulars)
        assert clerk.enter_outside(outside, HOLD, stamp()).number == 3
        row = PastEntry(1, "TB-SCT", date(2021, 1, 5), "Nghỉ lễ")
        assert clerk.import_past([row], PastBook("SCT", Numbering(), stamp(), "x.xlsx")) == 1
        assert len(clerk.entries()) == 4
        written(clerk, BOOK)
        assert len(clerk.golden_book(year=2022)) == len(BOOK)
