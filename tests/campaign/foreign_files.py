"""Workbooks that are no .xlsx, and texts in the Vietnamese code page, as others' programs write them."""

import unicodedata
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

import xlwt  # type: ignore[import-untyped]  # it has none

Rows = Mapping[str, Sequence[Sequence[object]]]


def xls(sheets: Rows) -> bytes:
    book = xlwt.Workbook()
    for title, rows in sheets.items():
        made = book.add_sheet(title)
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if value is not None:
                    made.write(row, column, value)
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def ods(sheets: Rows) -> bytes:
    tables = "".join(
        f'<table:table table:name="{title}">{"".join(map(_ods_row, rows))}</table:table>'
        for title, rows in sheets.items()
    )
    return open_document(tables)


def _ods_row(values: Sequence[object]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, values))}</table:table-row>"


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return (
            '<table:table-cell office:value-type="string"><text:p>'
            f"{escape(value)}</text:p></table:table-cell>"
        )
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def in_1258(text: str) -> bytes:
    """Letters with their own mark whole, the tone behind them, as that code page has it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = b""
    for sign in text:
        try:
            out += sign.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", sign)
            tone = "".join(part for part in parts if part in tones)
            bare = unicodedata.normalize(
                "NFC", "".join(part for part in parts if part not in tones)
            )
            out += bare.encode("cp1258") + tone.encode("cp1258")
    return out


def open_document(table: str) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}" xmlns:table="{tables}"'
            ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f"{table}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return packed.getvalue()
