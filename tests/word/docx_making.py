"""Small Word files for the tests, made of paragraphs, runs, tables and raw XML."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree
from PIL import Image

Rows = Sequence[Sequence[str]]


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def of_paragraphs(*texts: str, table: Rows = ()) -> bytes:
    """A document of plain paragraphs, then a table."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    add_table(document, table)
    return saved(document)


def add_table(document: Document, rows: Rows) -> None:
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, row_texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, row_texts, strict=True):
                cell.text = text


def of_runs(*runs: str) -> bytes:
    """A document with one paragraph in these runs, each other one bold."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for number, text in enumerate(runs):
        paragraph.add_run(text).bold = number % 2 == 0
    return saved(document)


def of_body(xml: str) -> bytes:
    """A document whose body holds the given WordprocessingML before its section."""
    document = docx.Document()
    spaces = (
        nsdecls("w", "wp", "r", "a")
        + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    root = parse_xml(f"<w:body {spaces}>{xml}</w:body>")
    for number, block in enumerate(list(root)):
        document.element.body.insert(number, block)
    etree.cleanup_namespaces(document.element)
    return saved(document)


def with_members(source: bytes, members: Mapping[str, bytes], drop: Iterable[str] = ()) -> bytes:
    """The same zip with members replaced, added or dropped."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(source)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in drop:
                new.writestr(name, members.get(name, old.read(name)))
        for name in members.keys() - set(old.namelist()):
            new.writestr(name, members[name])
    return buffer.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """Every member of a zip, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body_xml(data: bytes) -> str:
    return members(data)["word/document.xml"].decode()


def texts(data: bytes) -> list[str]:
    """The paragraphs of the body as python-docx reads them."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def cells(data: bytes) -> list[list[str]]:
    """The texts of every cell of the first table."""
    document = docx.Document(io.BytesIO(data))
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def picture(colour: str = "red", size: tuple[int, int] = (40, 20), kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind)
    return buffer.getvalue()
