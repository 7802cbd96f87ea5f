"""Binary workbooks (.xlsb) for tests, as few records as a reader asks for."""

import struct
from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"


def xlsb(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A binary workbook with these rows of texts and numbers."""
    packed = BytesIO()
    bundles, relations = b"", ""
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for number, (title, rows) in enumerate(sheets.items(), start=1):
            bundles += _record(
                156, struct.pack("<II", 0, number) + _wide(f"rId{number}") + _wide(title)
            )
            relations += f'<Relationship Id="rId{number}" Type="{_KIND}" Target="worksheets/sheet{number}.bin"/>'
            package.writestr(f"xl/worksheets/sheet{number}.bin", sheet_part(rows))
        book = _record(131) + _record(143) + bundles + _record(144) + _record(132)
        package.writestr("xl/workbook.bin", book)
        package.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        )
    return packed.getvalue()


def sheet_part(rows: Sequence[Sequence[object]], *, far: tuple[int, int] = (0, 0)) -> bytes:
    """The part of one sheet; `far` adds a lone cell at that row and column, from 0."""
    body = b"".join(_row(number, values) for number, values in enumerate(rows))
    if far != (0, 0):
        body += _record(0, struct.pack("<I", far[0]) + bytes(21)) + _cell(far[1], "x")
    most = max((len(values) for values in rows), default=1) - 1
    size = struct.pack("<IIII", 0, max(len(rows) - 1, far[0]), 0, max(most, far[1]))
    start = _record(129) + _record(148, size) + _record(145)
    return start + body + _record(146) + _record(130)


def _row(number: int, values: Sequence[object]) -> bytes:
    cells = (_cell(at, value) for at, value in enumerate(values) if value is not None)
    return _record(0, struct.pack("<I", number) + bytes(21)) + b"".join(cells)


def _cell(column: int, value: object) -> bytes:
    head = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return _record(6, head + _wide(value))
    return _record(5, head + struct.pack("<d", float(str(value))))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    length = b""
    while True:
        size, low = size >> 7, size & 0x7F
        length += bytes([low | 0x80 if size else low])
        if not size:
            return head + length + data
