"""Golden books of the past, written over: certificates of decisions that the register has, or gets with them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert

from vbgen.files import canonical_json
from vbgen.model.dossier import Honoured, Stamp
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database
from vbgen.register.database.words import fold
from vbgen.register.entering.golden_looks import PastBlock, looked_at
from vbgen.register.entering.golden_rows import GoldenRow
from vbgen.register.entering.past import PastBook, write_over
from vbgen.register.entries import State
from vbgen.register.numbers import ELSEWHERE, IN_DECISION, raise_to
from vbgen.register.proving.past import CERTIFICATES, ROWS, rows_as_kept
from vbgen.register.proving.replay import BOOKED
from vbgen.register.reserving import honoured_digest


@dataclass(frozen=True, slots=True)
class GoldenImported:
    """How many certificates were written over, and how many decisions the outgoing register got with them."""

    certificates: int
    decisions: int


def import_golden(database: Database, rows: Sequence[GoldenRow], book: PastBook) -> GoldenImported:
    """All certificates are written over, or none.

    ProblemsFoundError for what cannot be written, and for doubts that nobody has agreed to.
    """
    with database.writing() as connection:
        looked = looked_at(connection, rows, book.agency, book.numbering)
        book.confirm(looked.doubts)
        made = write_over(connection, looked.new, book.stamp)
        ids = looked.ids_with(made)
        for block in looked.blocks:
            _write_block(connection, block, ids[block.key], book.stamp)
        counted = {
            "count": len(made),
            "certificates": len(rows),
            "codes": [entry.code for entry, _counter in looked.new],
        }
        honoured = {ids[block.key]: block.honoured for block in looked.blocks}
        files = {ROWS: rows_as_kept(made), CERTIFICATES: _as_kept(honoured)}
        book.note(connection, counted, looked.doubts, files)
    own = sum(row["series"] != ELSEWHERE for row in made)
    return GoldenImported(len(rows), own)


def _write_block(connection: Connection, block: PastBlock, document: str, stamp: Stamp) -> None:
    """One decision's certificates, and the act that tells of them."""
    common = {
        "document": document,
        "agency": block.counter.agency,
        "series": block.counter.series,
        "year": block.counter.year,
        "state": State.ISSUED.value,
        "ended_by": None,
    }
    connection.execute(
        insert(tables.golden_book),
        [
            {**common, **asdict(one), "number": number, "plain_name": fold(one.name)}
            for number, one in zip(block.numbers, block.honoured, strict=True)
        ],
    )
    if block.counter.series != IN_DECISION:
        raise_to(connection, block.counter, block.numbers[-1])
    golden = {
        "agency": block.counter.agency,
        "series": block.counter.series,
        "year": block.counter.year,
        "first": block.numbers[0],
        "count": len(block.numbers),
        "opens": True,
        "honoured": honoured_digest(block.honoured),
        **({} if block.is_running else {"numbers": list(block.numbers)}),
    }
    detail = {"code": block.code, "golden_book": golden}
    journal.append(connection, stamp, BOOKED, document=document, detail=detail)


def _as_kept(honoured: Mapping[str, Sequence[Honoured]]) -> bytes:
    """Who got the certificates of each decision, as the archive keeps it."""
    plain = {document: [asdict(one) for one in some] for document, some in honoured.items()}
    return canonical_json(plain)
