"""The register's rows as a bag keeps them, one a line."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from vbgen.archive.bag import Bag
from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.messages import _
from vbgen.office.registry.bagging import ROWS
from vbgen.register import Act
from vbgen.register.database.dumping import RegisterRow

TABLES = (
    "journal",
    "counters",
    "documents",
    "golden_book",
    "files",
    "pending",
    "receipts",
    "links",
    "signed_files",
    "deliveries",
    "acts",
    "words",
)


def rows_of(bag: Bag) -> Iterator[RegisterRow]:
    """The rows; UnreadableFileError for a bag without them, or with a line that is none."""
    path = bag.payload / ROWS
    if not path.is_file():
        raise UnreadableFileError(
            _("Gói hồ sơ {folder} thiếu tệp {name}.", folder=bag.folder, name=ROWS)
        )
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield _row(path, number, line)


def _row(path: Path, number: int, line: str) -> RegisterRow:
    try:
        plain = json.loads(line)
        row = RegisterRow(plain["table"], plain["row"])
        known = row.table in TABLES and bool(row.key)
    except (ValueError, TypeError, KeyError) as fault:
        raise _unreadable(path, number) from fault
    if not known:
        raise _unreadable(path, number)
    return row


def _unreadable(path: Path, number: int) -> UnreadableFileError:
    message = _("Dòng này không phải là một dòng của sổ đăng ký.")
    problem = Problem("bag-row-unreadable", message, Place(file=str(path), line=number))
    return UnreadableFileError(_("Không đọc được sổ đăng ký trong gói hồ sơ."), (problem,))


def last_act(rows: Sequence[RegisterRow]) -> int:
    """The number of the last act that the rows know."""
    return int(str(head_of(rows)["seq"]))


def head_of(rows: Sequence[RegisterRow]) -> Mapping[str, object]:
    """The journal's head."""
    return next(row.values for row in rows if row.table == "journal")


def acts_of(rows: Sequence[RegisterRow]) -> Iterator[tuple[Act, str]]:
    """Each act, and the digest that the row states of it."""
    for row in rows:
        if row.table == "acts":
            values = dict(row.values)
            stated, detail = str(values.pop("digest")), json.loads(str(values.pop("detail")))
            yield Act(**values, detail=detail), stated  # type: ignore[arg-type]  # the fields' own values, from JSON
