"""The two lists that go with files handed over (Nghị định 30/2020/NĐ-CP, Phụ lục V), Vietnamese for every reader."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from vbgen.archive.dossier import DossierRecord
from vbgen.archive.metadata import PaperMetadata
from vbgen.words.dates import short_date
from vbgen.words.formulas import as_text


@dataclass(frozen=True, slots=True)
class TextTable:
    """A list as rows of text."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]

    def as_csv(self) -> bytes:
        """The list for Excel: UTF-8 with its mark; a cell that Excel would take for a formula is quoted."""
        target = StringIO()
        writer = csv.writer(target, lineterminator="\r\n")
        writer.writerows([self.headings, *([as_text(cell) for cell in row] for row in self.rows)])
        return target.getvalue().encode("utf-8-sig")


def paper_list(record: DossierRecord) -> TextTable:
    """Mục lục văn bản trong hồ sơ: seven columns; sheets are counted through the file."""
    headings = (
        "STT",
        "Số, ký hiệu văn bản",
        "Ngày tháng năm văn bản",
        "Tên loại và trích yếu nội dung văn bản",
        "Tác giả văn bản",
        "Tờ số/trang số",
        "Ghi chú",
    )
    rows, first = [], 1
    for number, paper in enumerate(record.papers, start=1):
        rows.append(_paper_row(number, paper.metadata, first))
        first += paper.metadata.page_amount or 0
    return TextTable("MỤC LỤC VĂN BẢN TRONG HỒ SƠ", headings, rows)


def file_list(records: Iterable[DossierRecord]) -> TextTable:
    """Mục lục hồ sơ, tài liệu nộp lưu: seven columns."""
    headings = (
        "TT",
        "Số, ký hiệu hồ sơ",
        "Tiêu đề hồ sơ",
        "Thời gian tài liệu",
        "Thời hạn bảo quản",
        "Số tờ/số trang",
        "Ghi chú",
    )
    rows = [_file_row(number, record) for number, record in enumerate(records, start=1)]
    return TextTable("MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", headings, rows)


def _paper_row(number: int, about: PaperMetadata, first: int) -> Sequence[str]:
    day = _shown(about.issued_date)
    pages = about.page_amount or 0
    spread = "" if not pages else f"{first}" if pages == 1 else f"{first}-{first + pages - 1}"
    return (
        str(number),
        about.number_and_symbol,
        day,
        about.type_and_subject,
        about.organ_name,
        spread,
        about.description,
    )


def _file_row(number: int, record: DossierRecord) -> Sequence[str]:
    about = record.about
    days = [_shown(day) for day in (about.start_date, about.end_date) if day]
    spread = "-".join(dict.fromkeys(days))
    pages = str(about.page_total or "")
    return (
        str(number),
        about.file_code.notation,
        about.title,
        spread,
        about.maintenance,
        pages,
        about.description,
    )


def _shown(day: date | None) -> str:
    return short_date(day) if day else ""
