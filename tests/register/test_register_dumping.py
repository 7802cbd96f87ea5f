"""A register carried elsewhere as plain rows and put back, on either database."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.register.papers import PEOPLE, intent, issue, stamp
from vbgen.errors import OutputError
from vbgen.register import Filter, Register, Relation
from vbgen.register.database.dumping import RegisterRow, Scope, dump, journal_head, restore

Open = Callable[[str], Register]


@pytest.fixture
def filled(register: Register) -> Register:
    """One withdrawn paper with certificates, one given up, one open with a receipt, one of the year before."""
    first = issue(register, people=PEOPLE)
    issue(register, symbol="SCT-VP")
    later = issue(register, text="chữ đầy đủ")
    register.link(first.id, later.id, Relation.WITHDRAWS, stamp(1, "sai người"))
    register.void(issue(register).id, stamp(2, "trùng"))
    waiting = register.reserve(intent(), stamp(3))
    register.keep_receipt(waiting.id, "0" * 64, {"number": 1, "files": {"CN1": "1" * 64}})
    issue(register, day=date(2025, 12, 30))
    return register


def rows_of(register: Register, scope: Scope | None = None) -> list[RegisterRow]:
    return list(dump(register.database, scope or Scope()))


def carried(rows: list[RegisterRow]) -> list[RegisterRow]:
    """As they come out of a file of JSON lines."""
    return [RegisterRow(*json.loads(json.dumps([row.table, row.values]))) for row in rows]


def test_a_register_put_back_is_identical(filled: Register, opened: Open, tmp_path: Path) -> None:
    rows = rows_of(filled)
    other = opened(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    restore(other.database, carried(rows))
    assert rows_of(other) == rows
    assert journal_head(other.database) == journal_head(filled.database)
    assert list(other.journal()) == list(filled.journal())
    assert (
        other.entries(Filter(words="chu day du"))
        == filled.entries(Filter(words="chu day du"))
        != []
    )


def test_an_open_paper_comes_with_its_receipts(
    filled: Register, opened: Open, tmp_path: Path
) -> None:
    [waiting] = filled.open_issues()
    other = opened(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    restore(other.database, carried(rows_of(filled, Scope(document=waiting.id))))
    assert other.receipts(waiting.id) == filled.receipts(waiting.id) != {}


def test_a_register_goes_on_counting_after_it_was_put_back(
    filled: Register,
    database_url: str,
    opened: Open,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    rows, url = carried(rows_of(filled)), f"sqlite:///{tmp_path / 'other.sqlite3'}"
    if database_url.startswith("postgresql"):
        server = request.getfixturevalue("postgresql")
        url = server.url(server.new_database())
    other = opened(url)
    restore(other.database, rows)
    assert rows_of(other) == rows
    assert issue(other, people=PEOPLE).code == issue(filled, people=PEOPLE).code


def test_a_register_that_holds_something_is_not_written_over(filled: Register) -> None:
    rows = rows_of(filled)
    with pytest.raises(OutputError, match="đã có dữ liệu"):
        restore(filled.database, rows)
    assert rows_of(filled) == rows


def test_one_document_comes_with_nothing_of_others(filled: Register) -> None:
    one = filled.entries(Filter(year=2026))[0]
    rows = rows_of(filled, Scope(document=one.id))
    assert {row.values["document"] for row in rows if "document" in row.values} == {one.id}
    assert {row.table for row in rows} == {
        "journal",
        "documents",
        "files",
        "golden_book",
        "acts",
        "words",
    }


def test_a_year_comes_with_what_was_changed_in_it(filled: Register) -> None:
    rows = rows_of(filled, Scope(year=2025))
    assert [row.values["day"] for row in rows if row.table == "documents"] == ["2025-12-30"]
    rows = rows_of(filled, Scope(year=2026))
    assert len([row for row in rows if row.table == "documents"]) == 6


def test_each_row_has_a_key_of_its_own(filled: Register) -> None:
    keys = [row.key for row in rows_of(filled)]
    assert len(keys) == len(set(keys))
