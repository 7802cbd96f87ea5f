"""Engines of SQLite files share what they have learnt of SQL, and nothing of any file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, select

from vbgen.register import tables
from vbgen.register.database.sqlite_engine import sqlite_engine

ASKED = select(tables.desk_keys.c.value).where(tables.desk_keys.c.name == "kind")


def engine_of(path: Path, value: str) -> Engine:
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE desk_keys (name TEXT, value TEXT)")
        made.execute("INSERT INTO desk_keys VALUES ('kind', ?)", (value,))
        made.commit()
    return sqlite_engine(lambda: sqlite3.connect(path, check_same_thread=False))


def answer(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.execute(ASKED).scalar_one())


def test_a_question_is_put_into_words_once_and_each_file_answers_for_itself(tmp_path: Path) -> None:
    first, second = (engine_of(tmp_path / name, name) for name in ("first", "second"))
    assert answer(first) == "first"
    learnt = len(first.get_execution_options()["compiled_cache"])
    assert answer(second) == "second"
    assert len(second.get_execution_options()["compiled_cache"]) == learnt
    first.dispose()
    assert answer(second) == "second"
    second.dispose()


def test_an_engine_that_is_closed_holds_its_file_no_more(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    engine = engine_of(path, "before")
    assert answer(engine) == "before"
    engine.dispose()
    path.unlink()
    other = engine_of(path, "after")
    assert answer(other) == "after"
    assert answer(engine) == "after"
    for each in (engine, other):
        each.dispose()
