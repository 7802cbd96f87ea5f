"""Sessions, links, accounts and jobs of the desk, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from vbgen.errors import UsageError
from vbgen.model.dossier import Stamp
from vbgen.register import Register
from vbgen.register.access.accounts import (
    Account,
    account_named,
    accounts,
    add_account,
    change_account,
    open_session_of,
)
from vbgen.register.access.jobs import (
    DeskJob,
    JobState,
    add_job,
    job_ended,
    job_moved,
    job_of,
    unfinished_jobs,
)
from vbgen.register.access.keys import desk_key
from vbgen.register.access.sessions import (
    Visitor,
    end_session,
    make_entrance,
    open_session,
    use_entrance,
    visitor_of,
)
from vbgen.register.access.unit_links import (
    MOST_TRIES,
    LinkState,
    LinkWish,
    UnitLink,
    close_link,
    hand_in,
    link_of,
    make_links,
    note_lot,
    note_try,
)

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
LAN = Visitor("lan", "Nguyễn Thị Lan", frozenset({"registry", "officer"}))
JOB = DeskJob("a" * 20, "issue", {"day": "05/3/2026"}, "lan", "Nguyễn Thị Lan", "vi")


def test_a_session_opens_until_it_ends(register: Register) -> None:
    token = open_session(register.database, LAN, NOON, HOUR)
    assert visitor_of(register.database, token, NOON) == LAN
    assert visitor_of(register.database, token, NOON + HOUR) is None
    assert visitor_of(register.database, f"{token}x", NOON) is None
    end_session(register.database, token)
    assert visitor_of(register.database, token, NOON) is None


def test_nobody_reads_a_token_from_the_database(register: Register) -> None:
    tokens = {
        open_session(register.database, LAN, NOON, HOUR),
        make_entrance(register.database, LAN, NOON, HOUR),
    }
    with register.database.reading() as connection:
        rows = [
            str(row)
            for table in ("sessions", "entrances")
            for row in connection.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - our own words
        ]
    assert len(rows) == 2
    assert not any(token in row for token in tokens for row in rows)


def test_a_link_lets_in_once_and_in_time(register: Register) -> None:
    token = make_entrance(register.database, LAN, NOON, HOUR)
    assert use_entrance(register.database, token, NOON) == LAN
    assert use_entrance(register.database, token, NOON) is None
    late = make_entrance(register.database, LAN, NOON, HOUR)
    assert use_entrance(register.database, late, NOON + HOUR) is None


def test_sessions_and_links_end_when_an_account_changes(register: Register) -> None:
    lan = Account("lan", "Nguyễn Thị Lan", frozenset({"registry"}), "hash")
    stamp = Stamp("Minh", NOON)
    assert add_account(register.database, lambda _there: lan, stamp) == lan
    session = open_session(register.database, LAN, NOON, HOUR)
    link = make_entrance(register.database, LAN, NOON, HOUR)
    reader = Account("lan", "Nguyễn Thị Lan", frozenset({"reader"}), "another")
    change_account(register.database, lambda _there: reader, stamp, "account-roles")
    assert accounts(register.database) == [reader] == [account_named(register.database, "lan")]
    assert visitor_of(register.database, session, NOON) is None
    assert use_entrance(register.database, link, NOON) is None
    assert open_session_of(register.database, lan, NOON, HOUR) is None
    assert open_session_of(register.database, reader, NOON, HOUR)


def test_the_journal_tells_of_an_account_and_not_of_its_password(register: Register) -> None:
    lan = Account("lan", "Nguyễn Thị Lan", frozenset({"registry"}), "its-hash")
    add_account(register.database, lambda _there: lan, Stamp("Minh", NOON))
    [(act, _digest)] = list(register.journal())
    assert (act.who, act.what, act.detail["account"]) == ("Minh", "account-added", "lan")
    assert "its-hash" not in str(act)


def test_a_refused_change_of_an_account_changes_nothing(register: Register) -> None:
    def refuse(_there: object) -> Account:
        raise UsageError("no")

    with pytest.raises(UsageError):
        add_account(register.database, refuse, Stamp("Minh", NOON))
    with pytest.raises(UsageError):
        change_account(register.database, refuse, Stamp("Minh", NOON), "account-roles")
    assert not accounts(register.database)
    assert not list(register.journal())


def test_a_key_is_the_same_at_every_start(register: Register) -> None:
    first = desk_key(register.database, "cookies")
    assert desk_key(register.database, "cookies") == first
    assert desk_key(register.database, "links") != first


def test_a_job_is_asked_for_once_and_told_to_its_end(register: Register) -> None:
    assert add_job(register.database, JOB, NOON)
    assert not add_job(register.database, JOB, NOON)
    [waiting] = unfinished_jobs(register.database)
    assert (waiting.state, waiting.asked, waiting.answer) == (JobState.WAITING, JOB.asked, None)
    job_moved(register.database, JOB.id, 3, 10)
    moved = job_of(register.database, JOB.id)
    assert moved is not None
    assert (moved.state, moved.done, moved.whole) == (JobState.RUNNING, 3, 10)
    job_ended(register.database, JOB.id, JobState.DONE, {"message": "Xong."}, NOON)
    ended = job_of(register.database, JOB.id)
    assert ended is not None
    assert (ended.has_ended, ended.answer) == (True, {"message": "Xong."})
    assert unfinished_jobs(register.database) == []
    assert job_of(register.database, "none") is None


def test_what_is_done_stays_done_whoever_ends_it_again(register: Register) -> None:
    add_job(register.database, JOB, NOON)
    said = {state: {"message": state.value} for state in (JobState.REFUSED, JobState.DONE)}
    for state in (JobState.REFUSED, JobState.DONE, JobState.REFUSED):
        job_ended(register.database, JOB.id, state, said[state], NOON)
    ended = job_of(register.database, JOB.id)
    assert ended is not None
    assert (ended.state, ended.answer) == (JobState.DONE, said[JobState.DONE])


STAMP = Stamp("Nguyễn Thị Lan", NOON)
WISH = LinkWish("ha-nam-2022", "thi đua năm 2022", "VP", "Văn phòng Sở", NOON + HOUR)


def made_link(register: Register) -> tuple[str, UnitLink]:
    [token] = make_links(register.database, [WISH], STAMP)
    link = link_of(register.database, token)
    assert link is not None
    return token, link


def test_a_unit_hands_in_once_and_the_journal_tells_which_files(register: Register) -> None:
    token, link = made_link(register)
    assert note_try(register.database, link, NOON)
    assert note_lot(register.database, link, "lot", NOON)
    laid = link_of(register.database, token)
    assert laid is not None
    kept: list[str] = []
    stamp, files = Stamp("Văn phòng Sở", NOON), {"ds.xlsx": "abc"}
    assert hand_in(register.database, laid, files, stamp, lambda: kept.append("lot"))
    assert not hand_in(register.database, laid, files, stamp, lambda: kept.append("again"))
    assert kept == ["lot"]
    assert not note_try(register.database, laid, NOON)
    handed = link_of(register.database, token)
    assert handed is not None
    assert handed.state(NOON + 9 * HOUR) is LinkState.HANDED_IN
    last = list(register.journal())[-1][0]
    assert (last.who, last.what, last.detail["files"]) == ("Văn phòng Sở", "list-handed-in", files)


def test_nothing_is_handed_in_where_its_files_cannot_be_kept(register: Register) -> None:
    token, link = made_link(register)

    def full_disk() -> None:
        raise UsageError("no")

    with pytest.raises(UsageError):
        hand_in(register.database, link, {}, STAMP, full_disk)
    again = link_of(register.database, token)
    assert again is not None
    assert again.state(NOON) is LinkState.OPEN


def test_a_link_ends_is_taken_back_replaced_or_tried_out(register: Register) -> None:
    token, first = made_link(register)
    assert first.state(NOON + HOUR) is LinkState.EXPIRED
    assert not note_try(register.database, first, NOON + HOUR)
    tries = [note_try(register.database, first, NOON) for _try in range(MOST_TRIES + 1)]
    assert tries == [True] * MOST_TRIES + [False]
    _token, second = made_link(register)
    replaced = link_of(register.database, token)
    assert replaced is not None
    assert replaced.state(NOON) is LinkState.CLOSED
    assert close_link(register.database, second, STAMP)
    assert not close_link(register.database, second, STAMP)
    with register.database.reading() as connection:
        rows = str(connection.execute(text("SELECT * FROM unit_links")).all())
    assert token not in rows
    assert token not in str(list(register.journal()))
