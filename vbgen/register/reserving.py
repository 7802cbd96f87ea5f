"""Taking a number: counter, row, golden-book block, materials and journal in one transaction."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, insert, select

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.document import ArchivedFile, Numbered
from vbgen.model.dossier import Honoured, Intent, Particulars, Stamp, code
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database
from vbgen.register.database.index import index_words
from vbgen.register.database.words import fold
from vbgen.register.entries import OPEN, Entry, State
from vbgen.register.faults import NumberTakenError
from vbgen.register.reading import in_force
from vbgen.register.taking import Coming, ComingBlock, take_block, take_number
from vbgen.ways import Replace, Resume


def reserve(database: Database, intent: Intent, stamp: Stamp) -> Numbered:
    """The intent with its number, taken for good; NumberTakenError when the same paper is being issued elsewhere."""
    with database.writing() as connection:
        _refuse_open(connection, intent.particulars.paper)
        if intent.is_sole:
            refuse_twice(in_force(connection, intent.particulars.paper), intent.replaces)
        taken = take_number(connection, intent.counter, intent.particulars, intent.given)
        block = take_block(connection, intent)
        numbered = Numbered(intent, taken.number.number, block.first, taken.number.suffix)
        row = _document_row(numbered, stamp)
        key = connection.execute(
            insert(tables.documents).returning(tables.documents.c.row), row
        ).scalar_one()
        _write_golden_book(connection, numbered)
        _write_materials(connection, intent)
        index_words(
            connection, key, {**row, "text": ""}, names=[one.name for one in intent.honoured]
        )
        journal.append(
            connection, stamp, "reserve", document=intent.id, detail=_detail(numbered, taken, block)
        )
    return numbered


def _refuse_open(connection: Connection, paper: str) -> None:
    states = [state.value for state in OPEN]
    columns = (tables.documents.c.number, tables.documents.c.symbol)
    found = select(*columns).where(
        tables.documents.c.paper == paper, tables.documents.c.state.in_(states)
    )
    if standing := connection.execute(found).first():
        raise open_already(code(standing.number, standing.symbol))


def refuse_twice(standing: Sequence[Entry], replaced: str) -> None:
    """Does nothing where no entry of the same paper stands but the one that is replaced; ProblemsFoundError else."""
    for entry in standing:
        if entry.id != replaced:
            message = _(
                "Văn bản này đã cấp số: số {code} ngày {day}.",
                code=entry.code,
                day=f"{entry.day:%d/%m/%Y}",
            )
            raise ProblemsFoundError(
                message, (Problem("already-issued", message, ways=(Replace(entry.code),)),)
            )


def open_already(shown: str) -> NumberTakenError:
    """The sentence for a paper whose issue was begun and not finished."""
    message = _("Văn bản này đã được giữ số {code} nhưng chưa vào sổ xong.", code=shown)
    return NumberTakenError(message, (Problem("open-issue", message, ways=(Resume(shown),)),))


def particulars_row(particulars: Particulars) -> dict[str, object]:
    """The columns that the particulars fill."""
    values = asdict(particulars)
    return {**values, "recipients": "\n".join(particulars.recipients), "paper": particulars.paper}


def _document_row(numbered: Numbered, stamp: Stamp) -> dict[str, object]:
    intent = numbered.intent
    return {
        **particulars_row(intent.particulars),
        "id": intent.id,
        "agency": intent.counter.agency,
        "series": intent.counter.series,
        "year": intent.counter.year,
        "number": numbered.number,
        "suffix": numbered.suffix,
        "moved_on": None,
        "state": State.RESERVED.value,
        "reserved_at": stamp.at.isoformat(timespec="seconds"),
        "settled_at": None,
        "delivered": False,
    }


def _write_golden_book(connection: Connection, numbered: Numbered) -> None:
    counter = numbered.intent.golden_book
    if counter is None or not numbered.golden_numbers:
        return
    common = {
        "document": numbered.id,
        "agency": counter.agency,
        "series": counter.series,
        "year": counter.year,
    }
    rows = [
        {**common, **asdict(honoured), "number": number, "plain_name": fold(honoured.name)}
        for number, honoured in zip(numbered.golden_numbers, numbered.intent.honoured, strict=True)
    ]
    state = {"state": State.RESERVED.value, "ended_by": None}
    connection.execute(insert(tables.golden_book), [{**row, **state} for row in rows])


def _write_materials(connection: Connection, intent: Intent) -> None:
    contents = intent.materials
    if not contents:
        return
    key = {"document": intent.id}
    connection.execute(
        insert(tables.pending), [{**key, "name": n, "content": c} for n, c in contents.items()]
    )
    connection.execute(
        insert(tables.files), [file_row(intent.id, n, c, "material") for n, c in contents.items()]
    )


def file_row(document: str, name: str, content: bytes, role: str) -> dict[str, object]:
    """The row of one file of a dossier."""
    digest = hashlib.sha256(content).hexdigest()
    return {
        "document": document,
        "name": name,
        "role": role,
        "digest": digest,
        "size": len(content),
    }


def single_row(document: str, name: str, single: ArchivedFile) -> dict[str, object]:
    """The row of one certificate as a file of its own."""
    return {
        "document": document,
        "name": name,
        "role": "single",
        "digest": single.digest,
        "size": single.size,
    }


def _detail(numbered: Numbered, taken: Coming, block: ComingBlock) -> Mapping[str, object]:
    """What the journal keeps of it: enough to find every later change of the row."""
    intent = numbered.intent
    opens = taken.origin is not None or numbered.number == intent.counter.first
    first = {"opens_at": numbered.number} if opens else {}
    files = {
        name: hashlib.sha256(content).hexdigest() for name, content in intent.materials.items()
    }
    golden = _golden_detail(numbered) if intent.honoured else None
    return {
        "entry": {**particulars_row(intent.particulars), "day": intent.particulars.day.isoformat()},
        "series": intent.counter.series,
        "year": intent.counter.year,
        "number": numbered.number,
        "files": files,
        **first,
        "consent": intent.consent.as_json(),
        **taken.as_json(),
        **({"golden_goes_on_from": asdict(block.origin)} if block.origin else {}),
        **(
            {"golden_book": {**asdict(intent.golden_book), **golden}}
            if intent.golden_book and golden
            else {}
        ),
    }


def _golden_detail(numbered: Numbered) -> Mapping[str, object]:
    intent = numbered.intent
    return {
        "first": numbered.golden_first,
        "count": len(intent.honoured),
        "opens": bool(intent.golden_book and numbered.golden_first == intent.golden_book.first),
        "honoured": honoured_digest(intent.honoured),
    }


def honoured_digest(honoured: tuple[Honoured, ...]) -> str:
    """SHA-256 over the certificates' rows in print order."""
    lines = ("\x1f".join(asdict(one).values()) for one in honoured)
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()
