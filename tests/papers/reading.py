"""A Word file read as a person reads it: paragraphs in order, tables cell by cell."""

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph


def texts(path: Path) -> list[str]:
    """Every paragraph that is not empty, blanks collapsed, in reading order."""
    written = (
        " ".join(paragraph.text.split()) for paragraph in _paragraphs(docx.Document(str(path)))
    )
    return [text for text in written if text]


def _paragraphs(holder: object) -> Iterator[Paragraph]:
    for block in holder.iter_inner_content():  # type: ignore[attr-defined] # documents and cells have it
        if isinstance(block, Table):
            for cell in _cells(block):
                yield from _paragraphs(cell)
        else:
            yield block


def _cells(table: Table) -> Iterator[_Cell]:
    seen = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield cell
