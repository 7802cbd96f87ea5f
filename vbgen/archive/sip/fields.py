"""The field tables of SIP_hoso (Thông tư 05/2025/TT-BNV, Phụ lục III): 18 fields of a file, 21 of a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vbgen.archive.sip import codes


class FieldShape(StrEnum):
    """How a value is written."""

    TEXT = "text"
    DAY = "day"  # DD/MM/YYYY
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class SipField:
    """One row of a table: the element's name, what a clerk calls it, and what may stand in it."""

    name: str
    title: str
    room: int  # characters; figures of a number
    shape: FieldShape = FieldShape.TEXT
    required: bool = True
    codes: Mapping[str, str] = field(default_factory=dict)  # code → meaning; empty: any text
    several: bool = False  # of the codes, one or more


def _text(name: str, title: str, room: int, *, required: bool = True) -> SipField:
    return SipField(name, title, room, required=required)


def _coded(
    name: str, title: str, room: int, table: Mapping[str, str], *, required: bool = True
) -> SipField:
    return SipField(
        name, title, room, required=required, codes=table, several=table is codes.LANGUAGES
    )


def _number(name: str, title: str, room: int, *, required: bool = True) -> SipField:
    return SipField(name, title, room, FieldShape.NUMBER, required)


FILE_FIELDS = (
    _text("fileCode", "Mã hồ sơ", 100),
    _text("title", "Tiêu đề hồ sơ", 1000),
    _coded("maintenance", "Thời hạn lưu trữ", 100, codes.PERIODS),
    _coded("mode", "Chế độ sử dụng", 30, codes.USES),
    _coded("language", "Ngôn ngữ", 100, codes.LANGUAGES),
    SipField("startDate", "Thời gian bắt đầu", 10, FieldShape.DAY),
    SipField("endDate", "Thời gian kết thúc", 10, FieldShape.DAY),
    _text("keyword", "Từ khóa", 100, required=False),
    _number("totalDoc", "Tổng số tài liệu trong hồ sơ", 10),
    _number("numberOfPaper", "Số lượng tờ", 10, required=False),  # of digitised paper alone
    _number("numberOfPage", "Số lượng trang", 10),
    _text("format", "Tình trạng vật lý", 50, required=False),
    _text("inforSign", "Ký hiệu thông tin", 30, required=False),
    _coded("confidenceLevel", "Mức độ tin cậy", 40, codes.SOURCES, required=False),
    _text("paperFileCode", "Mã hồ sơ gốc giấy", 100, required=False),
    _coded("riskRecovery", "Chế độ dự phòng", 1, codes.TRUTHS),
    _coded("riskRecoveryStatus", "Tình trạng dự phòng", 2, codes.PRECAUTIONS, required=False),
    _text("description", "Ghi chú", 2000, required=False),
)
DOCUMENT_FIELDS = (
    _text("docId", "Mã định danh tài liệu", 25),
    _text("docCode", "Mã lưu trữ của tài liệu", 100),
    _coded("maintenance", "Thời hạn lưu trữ", 100, codes.PERIODS),
    _coded("typeName", "Tên loại tài liệu", 10, codes.TYPES),
    _text("codeNumber", "Số của tài liệu", 11, required=False),
    _text("codeNotation", "Ký hiệu của tài liệu", 30, required=False),
    SipField("issuedDate", "Ngày, tháng, năm tài liệu", 10, FieldShape.DAY),
    _text("organName", "Cơ quan, tổ chức, cá nhân ban hành", 200),
    _text("subject", "Trích yếu nội dung", 500),
    _coded("language", "Ngôn ngữ", 100, codes.LANGUAGES),
    _number("numberOfPage", "Số lượng trang", 4),
    _text("inforSign", "Ký hiệu thông tin", 30, required=False),
    _text("keyword", "Từ khóa", 100, required=False),
    _coded("mode", "Chế độ sử dụng", 20, codes.USES),
    _coded("confidenceLevel", "Mức độ tin cậy", 30, codes.SOURCES, required=False),
    _text("autograph", "Bút tích", 2000, required=False),
    _text("format", "Tình trạng vật lý", 50, required=False),
    _coded("riskRecovery", "Chế độ dự phòng", 1, codes.TRUTHS),
    _coded("riskRecoveryStatus", "Tình trạng dự phòng", 2, codes.PRECAUTIONS, required=False),
    _coded("process", "Quy trình xử lý", 1, codes.TRUTHS, required=False),
    _text("description", "Ghi chú", 500, required=False),
)
