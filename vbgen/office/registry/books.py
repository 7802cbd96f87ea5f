"""The register's books as files: Excel, a printable Word book with its cover, CSV, JSON."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.materials import CAMPAIGN
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.outputs import write_output
from vbgen.papers.kinds.library import Library
from vbgen.register import Filter, Register, State
from vbgen.register.books import Book, BookKind, as_csv, as_json, golden_book, outgoing_book
from vbgen.register.delivery_book import delivery_book
from vbgen.register.sheets import as_workbook
from vbgen.word.package.steady_bytes import steady_bytes
from vbgen.words.dates import citation_date

FOLDER = "_books"
_DOTS = "……"


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says (Nghị định 30/2020/NĐ-CP, Phụ lục IV, I.1); dots for what is filled in by hand."""

    governing_body: str
    agency: str
    year: str
    first_day: str
    last_day: str
    first_number: str
    last_number: str
    volume: str


def export(
    desk: Desk,
    library: Library,
    target: Path,
    wanted: Filter,
    *,
    kind: BookKind = BookKind.OUTGOING,
    volume: str = "",
) -> int:
    """How many rows the book at `target` has; its ending chooses the form: xlsx, docx, csv or json."""
    writers: dict[str, Callable[[Book], bytes]] = {
        ".xlsx": lambda book: steady_bytes(as_workbook(book)),
        ".csv": as_csv,
        ".json": as_json,
        ".docx": lambda book: _printed(book, _cover(desk, book, volume), library, kind),
    }
    if target.suffix.lower() not in writers:
        known = ", ".join(writers)
        raise UsageError(_("Sổ xuất được ra các dạng {known}; hãy đổi đuôi tên tệp.", known=known))
    book = _READ[kind](desk.register, wanted)
    write_output(target, writers[target.suffix.lower()](book))
    return len(book.rows)


_READ: dict[BookKind, Callable[[Register, Filter], Book]] = {
    BookKind.OUTGOING: outgoing_book,
    BookKind.GOLDEN: lambda register, wanted: golden_book(register, wanted.year),
    BookKind.DELIVERIES: delivery_book,
    BookKind.POST: partial(delivery_book, by_post=True),
}
_TEMPLATES = {
    BookKind.OUTGOING: "outgoing.docx",
    BookKind.GOLDEN: "golden.docx",
    BookKind.DELIVERIES: "deliveries.docx",
    BookKind.POST: "deliveries.docx",
}


def _printed(book: Book, cover: Cover, library: Library, kind: BookKind) -> bytes:
    name = _TEMPLATES[kind]
    path = next(path for folder in library.folders if (path := folder / FOLDER / name).is_file())
    return PaperOfRun(path.read_bytes(), str(path)).filled(
        {"cover": cover, "title": book.title, "columns": book.columns, "rows": book.rows}
    )


def _cover(desk: Desk, book: Book, volume: str) -> Cover:
    agency = _agency(desk)
    return Cover(
        governing_body=str(agency.get("governing_body") or _DOTS),
        agency=str(agency.get("name") or _DOTS),
        year=str(book.year or _DOTS),
        first_day=citation_date(book.first_day) if book.first_day else _DOTS,
        last_day=citation_date(book.last_day) if book.last_day else _DOTS,
        first_number=book.first_number or _DOTS,
        last_number=book.last_number or _DOTS,
        volume=volume or _DOTS,
    )


def _agency(desk: Desk) -> Mapping[str, object]:
    """The agency as the last issued paper's data name it."""
    issued = desk.register.entries(Filter(states=(State.ISSUED,), most=1))
    files = [
        file for one in issued for file in desk.register.files(one.id) if file.name == CAMPAIGN
    ]
    if not files:
        return {}
    agency: Mapping[str, object] = json.loads(desk.archive.get(files[0].digest))["agency"]
    return agency
