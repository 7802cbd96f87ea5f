"""The delivery book as rows of text, and the book of what went by post (Nghị định 30/2020/NĐ-CP, Phụ lục IV, III)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from vbgen.messages import in_vietnamese
from vbgen.model.afterwards.delivery import DeliveryLine, DeliveryWay
from vbgen.model.dossier import padded
from vbgen.register.books import Book
from vbgen.register.entries import Entry, Filter
from vbgen.register.register import Register
from vbgen.words.dates import citation_date

DELIVERY_COLUMNS = (
    "Ngày chuyển",
    "Số, ký hiệu văn bản",
    "Nơi nhận văn bản",
    "Số lượng bản",
    "Ký nhận",
    "Ghi chú",
)
POST_COLUMNS = (
    "Ngày chuyển",
    "Số, ký hiệu văn bản",
    "Nơi nhận văn bản",
    "Số lượng bì",
    "Ký nhận và dấu bưu điện",
    "Ghi chú",
)


@dataclass(frozen=True, slots=True)
class BookLine:
    """A line of the book, with the paper that it is about."""

    entry: Entry
    line: DeliveryLine

    @property
    def order(self) -> tuple[object, ...]:
        """By the day on which it was sent, then by the paper."""
        return (self.line.moved_on, self.entry.year, self.entry.number, self.line.line)


def delivery_book(register: Register, wanted: Filter, *, by_post: bool = False) -> Book:
    """Lines of papers moved in the wanted year, by day; what went by post is a book of its own."""
    lines = sorted(_lines(register, wanted, by_post=by_post), key=attrgetter("order"))
    days = [one.line.moved_on for one in lines]
    numbers = [one.entry.number for one in lines]
    with in_vietnamese():
        rows = tuple(map(partial(_row, by_post=by_post), lines))
    return Book(
        title="Sổ gửi văn bản đi bưu điện" if by_post else "Sổ chuyển giao văn bản đi",
        columns=POST_COLUMNS if by_post else DELIVERY_COLUMNS,
        rows=rows,
        values=tuple({"code": one.entry.code, **one.line.as_json()} for one in lines),
        year=wanted.year,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        first_number=padded(min(numbers)) if numbers else "",
        last_number=padded(max(numbers)) if numbers else "",
    )


def _lines(register: Register, wanted: Filter, *, by_post: bool) -> Iterator[BookLine]:
    entries = {one.id: one for one in register.entries(Filter(series=wanted.series))}
    for one in register.deliveries():
        if one.document in entries and _is_wanted(one.written, wanted, by_post=by_post):
            yield BookLine(entries[one.document], one.written)


def _is_wanted(line: DeliveryLine, wanted: Filter, *, by_post: bool) -> bool:
    is_posted = line.way is DeliveryWay.BY_POST
    return is_posted is by_post and wanted.year in {None, line.moved_on.year}


def _row(one: BookLine, *, by_post: bool) -> tuple[str, ...]:
    line = one.line
    told = "" if by_post or line.way is DeliveryWay.BY_HAND else line.way.label
    struck = "Dòng này đã gạch bỏ" if line.is_struck else ""
    return (
        citation_date(line.moved_on),
        one.entry.code,
        line.recipient,
        str(line.copies or ""),
        line.received_by,
        "; ".join(filter(None, (told, line.note, struck))),
    )
