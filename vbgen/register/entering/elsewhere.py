"""Decisions of other agencies in the golden book: told by their symbol, and in no series of the office's own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, select

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.register import tables
from vbgen.register.database.words import fold
from vbgen.register.entering.golden_rows import GoldenRow
from vbgen.register.entering.past_doubts import is_own
from vbgen.register.entering.past_entries import PastEntry
from vbgen.register.numbers import ELSEWHERE

_DOCUMENTS = tables.documents.c
_SHARED = frozenset(
    {"UBND", "HĐND", "ĐU"}
)  # symbols of every level: there the typed cell tells whose


def with_issuers(
    connection: Connection, rows: Sequence[GoldenRow], agency: str, own: str
) -> Iterator[GoldenRow]:
    """The rows; a decision has an issuer of its own where neither symbol nor register says that it is ours."""
    found = select(_DOCUMENTS.symbol).where(
        _DOCUMENTS.agency == own, _DOCUMENTS.series != ELSEWHERE
    )
    ours = set(connection.execute(found.distinct()).scalars())
    for row in rows:
        symbol = row.decision.symbol
        is_typed = agency in _SHARED and bool(row.decision.issuer)
        is_ours = not is_typed and (is_own(symbol, agency) or symbol in ours)
        issuer = "" if is_ours else row.decision.issuer or re.split(r"[-/]", symbol)[-1]
        yield replace(row, decision=replace(row.decision, issuer=issuer))


def issuer_elsewhere(row: RowMapping) -> str:
    """Who made it, where it is none of ours."""
    return fold(row["issuer"]) if row["series"] == ELSEWHERE else ""


def of_another(entry: PastEntry) -> Problem:
    """What a person agrees to: the decision stands in the golden book alone."""
    message = _(
        "Quyết định {code} ngày {day} là của {issuer}, nên chỉ ghi vào sổ vàng. Sổ đăng ký văn bản đi "
        "và các hệ thống số không có quyết định này. Cột “Cơ quan quyết định” cho biết của ai.",
        code=entry.code,
        day=f"{entry.day:%d/%m/%Y}",
        issuer=entry.issuer,
    )
    return Problem("golden-decision-elsewhere", message, entry.place, Severity.WARNING)
