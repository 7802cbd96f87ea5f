"""The delivery book: written after issue, append-only, in the books and in everything that is carried elsewhere."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.register.issuing_desks import desk_on
from tests.register.killing import run
from tests.register.killing_tasks import send, send_and_die
from tests.register.papers import issue, stamp
from tests.register.snapshots import put_back, snapshot
from tests.register.tiny_paper import tiny
from vbgen.model.afterwards.delivery import DeliveryLine, DeliveryWay
from vbgen.office.issuing.issuing import issue as issue_at
from vbgen.office.registry.archiving import verify
from vbgen.register import Filter, Register
from vbgen.register.books import outgoing_book
from vbgen.register.delivery_book import delivery_book

LINE = DeliveryLine(
    line=0, moved_on=date(2026, 3, 6), recipient="Sở Nội vụ", way=DeliveryWay.BY_HAND, copies=2
)
POST = replace(LINE, recipient="Báo tỉnh", way=DeliveryWay.BY_POST, copies=1, note="RR12")
KEPT = replace(LINE, recipient="Phòng Thi đua", way=DeliveryWay.KEPT, copies=1, received_by="Lò An")
STRAYS = {"stray-file"}  # what a killed write leaves beside the archive's files


def lines_of(register: Register, document: str) -> list[DeliveryLine]:
    return [one.written for one in register.deliveries(document)]


def test_a_line_is_completed_later_and_its_earlier_version_stays(register: Register) -> None:
    paper = issue(register)
    register.write_deliveries(paper.id, (LINE, POST), stamp())
    signed = replace(LINE, line=1, received_by="Lê An")
    register.write_deliveries(paper.id, (signed,), stamp())
    assert lines_of(register, paper.id) == [signed, replace(POST, line=2)]
    told = [act for act in register.acts_of(paper.id) if act.what == "deliver"]
    first, second = (act.detail["deliveries"] for act in told)
    assert json.loads(json.dumps(first)) == [
        replace(LINE, line=1).as_json(),
        replace(POST, line=2).as_json(),
    ]
    assert second == [signed.as_json()]


def test_what_stands_already_is_not_written_again(register: Register) -> None:
    paper = issue(register)
    register.write_deliveries(paper.id, (LINE, LINE, POST), stamp())
    head = register.head
    assert register.write_deliveries(paper.id, (POST, replace(LINE, line=1)), stamp()) == ()
    assert register.head == head
    assert [one.line for one in lines_of(register, paper.id)] == [1, 2]


@pytest.mark.parametrize(
    "statement", ["UPDATE deliveries SET note = 'x'", "DELETE FROM deliveries"]
)
def test_no_line_is_changed_or_taken_away(register: Register, statement: str) -> None:
    paper = issue(register)
    register.write_deliveries(paper.id, (LINE,), stamp())
    with pytest.raises(DBAPIError), register.database.engine.begin() as connection:
        connection.execute(text(statement))
    assert lines_of(register, paper.id) == [replace(LINE, line=1)]


def test_the_books_say_when_where_and_who_signed(register: Register) -> None:
    paper = issue(register)
    signed, struck = replace(LINE, received_by="Lê An"), replace(LINE, recipient="Nhầm")
    register.write_deliveries(paper.id, (signed, POST, KEPT, struck), stamp())
    register.write_deliveries(paper.id, (replace(struck, line=4, is_struck=True),), stamp())
    (row,) = outgoing_book(register, Filter()).rows
    assert row[5:] == (
        "VT, VP; Phòng Thi đua",
        "4",
        "06/3/2026",
        "Sở Nội vụ: Lê An; Phòng Thi đua: Lò An",
        "RR12",
    )
    code = "01/QĐ-SCT"
    by_hand = delivery_book(register, Filter(year=2026))
    assert by_hand.rows == (
        ("06/3/2026", code, "Sở Nội vụ", "2", "Lê An", ""),
        ("06/3/2026", code, "Phòng Thi đua", "1", "Lò An", "Bản lưu"),
        ("06/3/2026", code, "Nhầm", "2", "", "Dòng này đã gạch bỏ"),
    )
    by_post = delivery_book(register, Filter(), by_post=True)
    assert by_post.rows == (("06/3/2026", code, "Báo tỉnh", "1", "", "RR12"),)
    assert by_post.columns[3:5] == ("Số lượng bì", "Ký nhận và dấu bưu điện")
    assert delivery_book(register, Filter(year=2025)).rows == ()


@pytest.mark.parametrize(
    "points", [(3, 8), pytest.param(range(1, 99), marks=pytest.mark.matrix)], ids=["some", "every"]
)
def test_every_statement_commit_and_file_of_writing_is_a_safe_point_to_be_killed_at(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register], points: Sequence[int]
) -> None:
    register = opened(database_url)
    office = desk_on(register, tmp_path)
    issue_at(office, tiny())
    (entry,) = register.entries()
    written = []
    for at in points:
        line = replace(LINE, copies=at)
        ended = run(send_and_die, database_url, tmp_path, line, at)
        assert codes(register, tmp_path) <= STRAYS
        send(office, line)
        written.append(at)
        assert [one.copies for one in lines_of(register, entry.id)] == written
        if ended == 0:
            break
    assert at >= 8


def codes(register: Register, folder: Path) -> set[str]:
    """What the audit finds."""
    audit = verify(register, desk_on(register, folder).archive)
    return {problem.code for problem in audit.problems}


def test_a_carried_register_has_its_lines(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    register = opened(database_url)
    paper = issue(register)
    register.write_deliveries(paper.id, (LINE, KEPT), stamp())
    before, copy = lines_of(register, paper.id), snapshot(database_url, tmp_path)
    put_back(database_url, copy)
    assert lines_of(opened(database_url), paper.id) == before
