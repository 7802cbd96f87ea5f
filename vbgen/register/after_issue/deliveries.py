"""The delivery book: what is written of a paper's sending after issue; the newest version of a line stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from vbgen.model.afterwards.delivery import DeliveryLine, DeliveryWay
from vbgen.model.dossier import Stamp
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database

DELIVERED = "deliver"  # the act
_DELIVERIES = tables.deliveries.c
_IN_ORDER = (_DELIVERIES.document, _DELIVERIES.line, _DELIVERIES.act)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the table: one version of a line of the book, and the act that wrote it."""

    document: str
    written: DeliveryLine
    act: int

    @classmethod
    def told(cls, document: str, plain: Mapping[str, Any], act: int) -> "Delivery":
        """As the journal tells it."""
        day, way = date.fromisoformat(str(plain["moved_on"])), DeliveryWay(str(plain["way"]))
        return cls(document, DeliveryLine(**{**plain, "moved_on": day, "way": way}), act)

    @property
    def row(self) -> dict[str, object]:
        """As the table has it."""
        values = {**asdict(self.written), "way": self.written.way.value}
        return {"document": self.document, **values, "act": self.act}


def write_deliveries(
    database: Database, document: str, lines: Sequence[DeliveryLine], stamp: Stamp
) -> tuple[DeliveryLine, ...]:
    """Lines written down in one act; a `line` of 0 is a new one. Those that stand so already are not written again."""
    with database.writing() as connection:
        standing = {one.line: one for one in standing_lines(connection, document)}
        new = tuple(_new(standing, lines))
        if new:
            detail = {"deliveries": [one.as_json() for one in new]}
            act = journal.append(connection, stamp, DELIVERED, document=document, detail=detail)
            rows = [Delivery(document, one, act.seq).row for one in new]
            connection.execute(insert(tables.deliveries), rows)
    return new


def _new(
    standing: Mapping[int, DeliveryLine], lines: Sequence[DeliveryLine]
) -> Iterator[DeliveryLine]:
    """Those that say something new, numbered on from the last one."""
    said = {replace(one, line=0) for one in standing.values()}
    following = max(standing, default=0) + 1
    for one in lines:
        if one.line and standing.get(one.line) != one:
            yield one
        elif not one.line and one not in said:
            said.add(one)
            yield replace(one, line=following)
            following += 1


def standing_lines(connection: Connection, document: str) -> list[DeliveryLine]:
    """A paper's lines as they stand, in the order in which they were begun."""
    return [one.written for one in standing_deliveries(connection, document)]


def standing_deliveries(connection: Connection, document: str | None = None) -> list[Delivery]:
    """Lines of one paper, or of all, each in its newest version."""
    newest = {(one.document, one.written.line): one for one in versions(connection, document)}
    return list(newest.values())


def versions(connection: Connection, document: str | None = None) -> Iterator[Delivery]:
    """Every version of every line, in its order."""
    found = select(tables.deliveries).order_by(*_IN_ORDER)
    if document is not None:
        found = found.where(_DELIVERIES.document == document)
    for row in connection.execute(found).mappings():
        values = {**row, "way": DeliveryWay(row["way"])}
        document_id, act = values.pop("document"), values.pop("act")
        yield Delivery(document_id, DeliveryLine(**values), act)
