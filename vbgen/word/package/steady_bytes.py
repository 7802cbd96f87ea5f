"""A workbook's bytes without the clock: the same workbook gives the same bytes."""

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl import Workbook

_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - written as UTC by openpyxl
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def steady_bytes(book: "Workbook", title: str = "") -> bytes:
    """The workbook saved with fixed dates, inside and on its parts."""
    book.properties.creator = "vbgen"
    book.properties.title = title or book.properties.title
    book.properties.created = _EPOCH
    saved = BytesIO()
    book.save(saved)
    return _repacked(saved.getvalue())


def _repacked(data: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = _steady(entry.filename, source.read(entry))
            fixed = ZipInfo(entry.filename, _ZIP_DAY)
            fixed.compress_type = ZIP_DEFLATED
            target.writestr(fixed, content)
    return packed.getvalue()


def _steady(part: str, content: bytes) -> bytes:
    if part == "docProps/core.xml":
        return _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", content)
    if part.startswith("xl/worksheets/sheet"):
        return content.replace(
            b' customHeight="1"', b""
        )  # a height is where a row starts from: it grows with typing
    return content
