"""Engines of SQLite files that learn SQL once: a page opens the register anew, and would write its questions out again.

Every engine has connections of its own and lets them go when it is closed. What is shared knows of no file: the
dialect, and the questions as SQLite's words.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import Engine, QueuePool, create_engine
from sqlalchemy.engine import URL, Dialect, make_url
from sqlalchemy.util import LRUCache

_QUESTIONS = 1000  # kept in SQLite's words
_CONNECTIONS = 2


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What every engine of this process knows of SQLite."""

    dialect: Dialect
    questions: LRUCache[object, object]


def sqlite_engine(connect: Callable[[], sqlite3.Connection], url: URL | None = None) -> Engine:
    """An engine for the connections that `connect` opens."""
    learnt = _learnt()
    pool = QueuePool(cast("Any", connect), pool_size=_CONNECTIONS, dialect=learnt.dialect)
    options = {"compiled_cache": learnt.questions}
    return Engine(pool, learnt.dialect, url or make_url("sqlite://"), execution_options=options)


@cache
def _learnt() -> _Learnt:
    """The dialect asks SQLite for its version when it connects first."""
    first = create_engine("sqlite://")
    with first.connect():
        pass
    first.dispose()
    return _Learnt(first.dialect, LRUCache(_QUESTIONS))
