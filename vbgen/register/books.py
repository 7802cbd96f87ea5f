"""The register's books as rows of text: sổ đăng ký văn bản đi (Nghị định 30/2020/NĐ-CP, Phụ lục IV), sổ vàng.

Books are shown to inspectors and bound: they are Vietnamese for every reader.
"""

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import StringIO

from vbgen.messages import in_vietnamese
from vbgen.model.dossier import padded
from vbgen.register.after_issue.sent import Sent, sent_papers
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


class BookKind(StrEnum):
    """Which of the register's books."""

    OUTGOING = "so-dang-ky"
    GOLDEN = "so-vang"
    DELIVERIES = "so-chuyen-giao"
    POST = "so-gui-buu-dien"


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


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """An entry with what is known of it beside its row."""

    entry: Entry
    note: str
    sent: Sent

    @property
    def values(self) -> Mapping[str, object]:
        """For programs."""
        lines = [line.as_json() for line in self.sent.lines]
        return {**self.entry.as_json(), "remark": self.note, "deliveries": lines}


def outgoing_book(register: Register, wanted: Filter) -> Book:
    """The outgoing register in its ten columns; reasons and chains of changes stand in the note."""
    entries = register.entries(wanted)
    sent = sent_papers([(one.document, one.written) for one in register.deliveries()])
    with in_vietnamese():
        notes = register.remarks(entries)
    rows = [OutgoingRow(one, notes[one.id], sent.get(one.id, Sent())) for one in entries]
    numbers, days = [one.number for one in entries], [one.day for one in entries]
    return Book(
        title="Sổ đăng ký văn bản đi",
        columns=OUTGOING_COLUMNS,
        rows=tuple(map(_outgoing_row, rows)),
        values=tuple(row.values for row in rows),
        year=wanted.year,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
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


def is_kept_copy(recipient: str) -> bool:
    """Whether a line of recipients is about the copy that the office keeps: `Lưu: VT`."""
    return bool(_KEPT.match(recipient))


def _outgoing_row(row: OutgoingRow) -> tuple[str, ...]:
    entry, note, sent = row.entry, row.note, row.sent
    return (
        entry.code,
        citation_date(entry.day),
        entry.type_and_subject,
        entry.signer_name,
        "; ".join(line for line in entry.recipients if not is_kept_copy(line)),
        sent.kept_by(entry.copy_kept_by),
        sent.copies(entry.copies),
        "; ".join(map(citation_date, sent.days(entry.moved_on))),
        sent.received_by,
        "; ".join(filter(None, (note, sent.note))),
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
        "; ".join(filter(None, (_decided(entry), entry.remark))),
    )


def _decided(entry: GoldenEntry) -> str:
    """What the note says of a decision that is none of the office's."""
    return f"{entry.decided_by} quyết định" if entry.decided_by else ""
