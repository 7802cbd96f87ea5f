"""A workbook's bytes without the clock: the same workbook gives the same bytes."""

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from vbgen.word.package.bounds import OWN
from vbgen.word.package.opening import open_archive
from vbgen.word.package.zipwriter import zipped

if TYPE_CHECKING:
    from openpyxl import Workbook

_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - written as UTC by openpyxl
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
    archive = open_archive(data, OWN)
    return zipped({name: _steady(name, archive.read(name)) for name in archive})


def _steady(part: str, content: bytes) -> bytes:
    if part == "docProps/core.xml":
        return _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", content)
    if part.startswith("xl/worksheets/sheet"):
        return content.replace(
            b' customHeight="1"', b""
        )  # a height is where a row starts from: it grows with typing
    return content
