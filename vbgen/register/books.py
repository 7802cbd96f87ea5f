"""The register's books as rows of text: sổ đăng ký văn bản đi (Nghị định 30/2020/NĐ-CP, Phụ lục IV), sổ vàng.

Books are shown to inspectors and bound: they are Vietnamese for every reader.
"""

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

from vbgen.messages import in_vietnamese
from vbgen.model.dossier import padded
from vbgen.register.entries import Entry, Filter, GoldenEntry
from vbgen.register.register import Register
from vbgen.words.dates import citation_date
from vbgen.words.formulas import as_text

_KEPT = re.compile(r"lưu(?!\s+trữ)\b", re.IGNORECASE)  # the next column has it
OUTGOING_COLUMNS = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
GOLDEN_COLUMNS = (
    "Số sổ vàng",
    "Tên cá nhân, tập thể",
    "Đơn vị",
    "Danh hiệu, hình thức khen thưởng",
    "Thành tích",
    "Số, ký hiệu quyết định",
    "Ngày quyết định",
    "Ghi chú",
)


@dataclass(frozen=True, slots=True)
class Book:
    """One book: what its cover says, its columns, its rows, and the same rows as values for programs."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    values: tuple[Mapping[str, object], ...]
    year: int | None
    first_day: date | None
    last_day: date | None
    first_number: str
    last_number: str


def outgoing_book(register: Register, wanted: Filter) -> Book:
    """The outgoing register in its ten columns; reasons and chains of changes stand in the note."""
    entries = register.entries(wanted)
    numbers = [entry.number for entry in entries]
    with in_vietnamese():
        notes = register.remarks(entries)
    return Book(
        title="Sổ đăng ký văn bản đi",
        columns=OUTGOING_COLUMNS,
        rows=tuple(_outgoing_row(entry, notes[entry.id]) for entry in entries),
        values=tuple({**entry.as_json(), "remark": notes[entry.id]} for entry in entries),
        year=wanted.year,
        first_day=min((entry.day for entry in entries), default=None),
        last_day=max((entry.day for entry in entries), default=None),
        first_number=padded(min(numbers)) if numbers else "",
        last_number=padded(max(numbers)) if numbers else "",
    )


def golden_book(register: Register, year: int | None) -> Book:
    """The golden book; a withdrawn certificate says by which decision."""
    entries = register.golden_book(year=year)
    with in_vietnamese():
        rows = tuple(map(_golden_row, entries))
    return Book(
        title="Sổ vàng khen thưởng",
        columns=GOLDEN_COLUMNS,
        rows=rows,
        values=tuple(entry.as_json() for entry in entries),
        year=year,
        first_day=min((entry.day for entry in entries), default=None),
        last_day=max((entry.day for entry in entries), default=None),
        first_number=padded(entries[0].number) if entries else "",
        last_number=padded(entries[-1].number) if entries else "",
    )


def as_csv(book: Book) -> bytes:
    """The book for spreadsheets, with the mark that makes Excel read it as UTF-8; no cell is a formula."""
    target = StringIO()
    rows = ([as_text(text) for text in row] for row in book.rows)
    csv.writer(target).writerows([book.columns, *rows])
    return target.getvalue().encode("utf-8-sig")


def as_json(book: Book) -> bytes:
    """The book's values for programs."""
    return (
        json.dumps(list(book.values), ensure_ascii=False, indent=1, default=str) + "\n"
    ).encode()


def _outgoing_row(entry: Entry, note: str) -> tuple[str, ...]:
    return (
        entry.code,
        citation_date(entry.day),
        entry.type_and_subject,
        entry.signer_name,
        "; ".join(line for line in entry.recipients if not _KEPT.match(line)),
        entry.copy_kept_by,
        str(entry.copies or ""),
        citation_date(entry.moved_on) if entry.moved_on else "",
        "",
        note,
    )


def _golden_row(entry: GoldenEntry) -> tuple[str, ...]:
    return (
        padded(entry.number),
        entry.name,
        entry.unit,
        entry.award,
        entry.merit,
        entry.decision,
        citation_date(entry.day),
        entry.remark,
    )
