"""Receipts of a big run, kept while its paper is being issued, so that a run cut off goes on where it stood."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, select, text

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.register import tables
from vbgen.register.database.engine import Database
from vbgen.register.entries import OPEN, State

_RECEIPTS = tables.receipts.c
_KEEP = text("""
    INSERT INTO receipts (document, chunk, content) VALUES (:document, :chunk, :content)
    ON CONFLICT (document, chunk) DO UPDATE SET content = excluded.content
""")


def receipts(database: Database, document: str) -> dict[str, Mapping[str, object]]:
    """Chunk's key → its receipt as plain JSON values, whose own keys stand in the order given."""
    found = select(_RECEIPTS.chunk, _RECEIPTS.content).where(_RECEIPTS.document == document)
    with database.reading() as connection:
        return {
            row.chunk: json.loads(row.content)
            for row in connection.execute(found.order_by(_RECEIPTS.chunk))
        }


def keep_receipt(
    database: Database, document: str, chunk: str, values: Mapping[str, object]
) -> None:
    """The receipt is in the register when this returns; the same chunk again replaces it.

    A paper that was settled or given up meanwhile keeps none: nobody will take its run up again.
    """
    content = json.dumps(values, ensure_ascii=False)
    with database.writing() as connection:
        if _state(connection, document) in OPEN:
            connection.execute(_KEEP, {"document": document, "chunk": chunk, "content": content})


def receipted_files(connection: Connection, document: str) -> dict[str, str]:
    """`chunk/row` → digest of each file that the receipts name: what a run put into the archive before its end."""
    found = connection.execute(
        select(_RECEIPTS.chunk, _RECEIPTS.content).where(_RECEIPTS.document == document)
    )
    return {
        f"{receipt.chunk}/{row}": str(digest)
        for receipt in found
        for row, digest in json.loads(receipt.content).get("files", {}).items()
    }


def _state(connection: Connection, document: str) -> State:
    documents = tables.documents.c
    found = connection.execute(
        select(documents.state).where(documents.id == document)
    ).scalar_one_or_none()
    if found is None:
        raise UsageError(_("Sổ đăng ký không có văn bản mang mã {id}.", id=document))
    return State(found)
