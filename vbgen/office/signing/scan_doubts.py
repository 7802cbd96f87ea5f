"""What is wrong or doubtful of a scan, before it is kept as the paper that was signed with ink."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from vbgen.errors import Problem, ProblemsFoundError, Severity, VbgenError
from vbgen.messages import _
from vbgen.office.signing.scan_names import NameReading
from vbgen.office.signing.scan_reading import ScanReading
from vbgen.pages.pdf.scanned import ScannedPage, scanned
from vbgen.register import Entry
from vbgen.ways import CompareScan

_ANOTHER: Final = 0.5  # of the words: a scan that has fewer is no scan of this paper
_WHOLE: Final = 0.8
_LEAST_DOTS: Final = (
    190  # Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II.I.3: 200, as scanners round it
)


def refuse_no_scan(content: bytes) -> tuple[ScannedPage, ...]:
    """The pages of a scan; ProblemsFoundError for what is none, UnreadableFileError for what cannot be opened."""
    found = scanned(content)
    if found.signatures:
        message = _("Tệp này có chữ ký số: hãy nhận nó như bản đã ký số, không phải bản quét.")
        raise ProblemsFoundError(message, (Problem("scan-is-signed", message),))
    plain = [number for number, page in enumerate(found.pages, start=1) if not page.is_picture]
    if plain:
        message = _(
            "Trang {numbers} không phải là trang quét: không có hình chụp cả trang.",
            numbers=", ".join(map(str, plain)),
        )
        hint = _("Hãy quét bản giấy đã ký và đóng dấu; tệp xuất từ Word không có chữ ký.")
        raise ProblemsFoundError(message, (Problem("no-scan", message, hint=hint),))
    return found.pages


def unread(fault: VbgenError) -> Problem:
    """The scan could not be read here: a person has to compare it."""
    message = _("Chưa so được số và ngày trên bản quét: {why}", why=fault.message)
    return Problem("scan-unread", message)


def doubts_of(
    entry: Entry,
    reading: ScanReading | None,
    pages: Sequence[ScannedPage],
    issued_pages: int,
    others: Sequence[Problem],
    is_looked_at: bool,
) -> tuple[Problem, ...]:
    """Errors for another paper's scan and for what a person has to look at; what was looked at is a warning."""
    found = [*others, *_of_pages(len(pages), issued_pages)]
    if reading is not None:
        found += _of_reading(entry, reading)
        if _is_another(entry, reading):
            return (_another(entry, reading), *found)
    if is_looked_at:
        found = [replace(one, severity=Severity.WARNING, ways=()) for one in found]
    else:
        found = [replace(one, ways=(CompareScan(entry.code),)) for one in found]
    return (*found, *_of_dots(pages))


def _is_another(entry: Entry, reading: ScanReading) -> bool:
    """Few of its words, and not its number and day: a scan that lacks pages has these."""
    is_named = reading.has_number_of(entry) and reading.day == entry.day
    return reading.share < _ANOTHER and not is_named


def _another(entry: Entry, reading: ScanReading) -> Problem:
    message = _(
        "Đây là bản quét của văn bản khác: chỉ {percent}% số chữ của văn bản {code} có trên bản quét.",
        percent=round(reading.share * 100),
        code=entry.code,
    )
    return Problem("scan-of-another", message)


def _of_reading(entry: Entry, reading: ScanReading) -> Iterator[Problem]:
    if reading.says_number and reading.number is None:
        message = _("Không đọc được số trên bản quét; văn bản mang số {code}.", code=entry.code)
        yield Problem("scan-number-unread", message)
    elif reading.says_number and not reading.has_number_of(entry):
        message = _(
            "Bản quét ghi số “{read}”, văn bản mang số {code}.",
            read=f"{reading.number}/{reading.symbol.upper()}",
            code=entry.code,
        )
        yield Problem("scan-number-differs", message)
    yield from _of_day(entry, reading)
    if reading.name is not None:
        yield from _of_name(reading.name)
    if reading.share < _WHOLE:
        message = _(
            "Chỉ {percent}% số chữ của văn bản có trên bản quét.",
            percent=round(reading.share * 100),
        )
        yield Problem("scan-words-lacking", message)


def _of_day(entry: Entry, reading: ScanReading) -> Iterator[Problem]:
    expected = f"{entry.day:%d/%m/%Y}"
    if reading.says_day and reading.day is None:
        message = _("Không đọc được ngày trên bản quét; văn bản ghi ngày {day}.", day=expected)
        yield Problem("scan-day-unread", message)
    elif reading.says_day and reading.day != entry.day:
        message = _(
            "Bản quét ghi ngày {read}, văn bản ghi ngày {day}.",
            read=f"{reading.day:%d/%m/%Y}",
            day=expected,
        )
        yield Problem("scan-day-differs", message)


def _of_name(found: NameReading) -> Iterator[Problem]:
    if found.better:
        message = _(
            "Bản quét ghi tên “{read}”, giấy này của “{name}”.", read=found.better, name=found.name
        )
        yield Problem("scan-name-differs", message)
    elif found.is_unread:
        message = _("Không đọc được tên “{name}” trên bản quét.", name=found.name)
        yield Problem("scan-name-unread", message)


def _of_pages(count: int, issued: int) -> Iterator[Problem]:
    if count < issued:
        message = _(
            "Bản quét có {count} trang, văn bản có {issued} trang.", count=count, issued=issued
        )
        yield Problem("scan-pages-lacking", message)


def _of_dots(pages: Sequence[ScannedPage]) -> Iterator[Problem]:
    least = min(page.dots_an_inch for page in pages)
    if least < _LEAST_DOTS:
        message = _(
            "Bản quét chỉ có {dots} điểm mỗi inch; bản sao điện tử phải quét từ 200 trở lên.",
            dots=least,
        )
        yield Problem("scan-coarse", message, severity=Severity.WARNING)
