"""Values of EAD.xml and EAD_DOC_….xml held against the tables, and against each other and the documents."""

import re
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from datetime import date

from vbgen.archive.sip import codes, names
from vbgen.archive.sip.descriptions import ROOT, pattern
from vbgen.archive.sip.fields import DOCUMENT_FIELDS, FILE_FIELDS, FieldShape, SipField
from vbgen.archive.sip.reading_mets import read_xml
from vbgen.archive.sip.sip_file import MIMETYPES
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

Values = Mapping[str, str]
_MAGIC = {"pdf": b"%PDF-", "docx": b"PK\x03\x04"}


def file_problems(contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """What is wrong with the descriptions of a package."""
    file = yield from _read(contents, names.EAD, FILE_FIELDS)
    documents: dict[str, Values] = {}
    for place in sorted(contents):
        if place.startswith(f"{names.DESCRIPTIONS}/"):
            values = yield from _read(contents, place, DOCUMENT_FIELDS)
            if values is not None:
                documents[place] = values
    for place, values in documents.items():
        yield from _document(place, values)
    yield from _data(contents)
    if file is not None:
        yield from _whole(file, documents)


def field_problems(place: str, fields: Sequence[SipField], values: Values) -> Iterator[Problem]:
    """Each value that its table does not allow."""
    for one in fields:
        if message := _wrong(one, values.get(one.name, "")):
            yield _fault("sip-field", message, place, one.name)


def _read(
    contents: Mapping[str, bytes], place: str, fields: Sequence[SipField]
) -> Generator[Problem, None, Values | None]:
    if place not in contents:
        return None
    root = read_xml(contents[place])
    if root is None or root.tag != ROOT:
        yield _fault("sip-xml", _("Tệp không phải bản mô tả đọc được."), place)
        return None
    yield from _presence(place, fields, [str(child.tag) for child in root])
    values = {str(child.tag): child.text or "" for child in root}
    yield from field_problems(place, fields, values)
    yield from _together(place, values)
    return values


def _presence(place: str, fields: Sequence[SipField], present: Sequence[str]) -> Iterator[Problem]:
    """Each field once, and no other."""
    counts = Counter(present)
    for name in counts.keys() - {one.name for one in fields}:
        yield _fault("sip-field-unknown", _("Bảng không có trường này."), place, name)
    for one in fields:
        if counts[one.name] != 1:
            message = _("Trường “{title}” phải có đúng một lần.", title=one.title)
            yield _fault("sip-field-count", message, place, one.name)


def _wrong(one: SipField, value: str) -> str:
    if not value.strip():
        return _("Trường “{title}” bắt buộc phải ghi.", title=one.title) if one.required else ""
    if len(value) > one.room:
        return _(
            "Trường “{title}” dài {length} ký tự; bảng chỉ dành {room}.",
            title=one.title,
            length=len(value),
            room=one.room,
        )
    if not _fits(one, value):
        return _(
            "Trường “{title}” ghi “{value}”; phải là {form}.",
            title=one.title,
            value=value,
            form=_form(one),
        )
    return ""


def _fits(one: SipField, value: str) -> bool:
    """Whether a day is a day, a number a number, a code a code; any text fits where text is wanted."""
    if one.shape is FieldShape.DAY:
        return _day(value) is not None
    if one.shape is FieldShape.TEXT and not one.codes:
        return True
    return re.fullmatch(pattern(one), value) is not None


def _form(one: SipField) -> str:
    if one.codes:
        return _("một trong các mã {codes}", codes=", ".join(one.codes))
    return _("ngày dạng 31/12/2026") if one.shape is FieldShape.DAY else _("một số")


def _together(place: str, values: Values) -> Iterator[Problem]:
    """Fields of which one asks for another."""
    if values.get("riskRecovery") == "1" and not values.get("riskRecoveryStatus"):
        message = _("Có chế độ dự phòng thì phải ghi tình trạng dự phòng.")
        yield _fault("sip-field", message, place, "riskRecoveryStatus")
    level = values.get("confidenceLevel")
    if level == "02" and values.get("paperFileCode") == "":
        message = _("Hồ sơ số hóa phải ghi mã hồ sơ gốc giấy.")
        yield _fault("sip-field", message, place, "paperFileCode")
    if level in {"01", "03"} and values.get("process") == "":
        message = _("Tài liệu điện tử phải ghi có hay không có tệp quy trình xử lý.")
        yield _fault("sip-field", message, place, "process")


def _document(place: str, values: Values) -> Iterator[Problem]:
    identity = values.get("docId", "")
    if place != names.described(identity):
        message = _("Tên tệp không theo mã định danh {id} ghi trong đó.", id=identity or "?")
        yield _fault("sip-doc-name", message, place, "docId")


def _data(contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """Documents that are not what their names say, or that nobody describes."""
    for place, content in contents.items():
        if not place.startswith(f"{names.DATA}/"):
            continue
        identity, _dot, ending = place.removeprefix(f"{names.DATA}/").rpartition(".")
        if ending not in MIMETYPES or not content.startswith(_MAGIC[ending]):
            yield _fault("sip-format", _("Tài liệu không phải tệp PDF hay Word."), place)
        if names.described(identity) not in contents:
            yield _fault("sip-undescribed", _("Tài liệu không có bản mô tả."), place)


def _whole(file: Values, documents: Mapping[str, Values]) -> Iterator[Problem]:
    yield from _sums(file, documents)
    yield from _codes(file, documents)
    yield from _days(file, documents)
    if file.get("maintenance") != codes.PERMANENT:
        message = _("Lưu trữ lịch sử chỉ nhận hồ sơ có thời hạn lưu trữ vĩnh viễn.")
        yield _fault("sip-not-permanent", message, names.EAD, "maintenance", Severity.WARNING)
    for place, values in documents.items():
        if values.get("maintenance") != file.get("maintenance"):
            message = _("Thời hạn lưu trữ của tài liệu khác của hồ sơ.")
            yield _fault("sip-maintenance", message, place, "maintenance", Severity.WARNING)


def _sums(file: Values, documents: Mapping[str, Values]) -> Iterator[Problem]:
    pages = sum(_number(values.get("numberOfPage", "")) for values in documents.values())
    for name, right in (("totalDoc", len(documents)), ("numberOfPage", pages)):
        if _number(file.get(name, "")) != right:
            message = _(
                "Hồ sơ ghi {told}, đếm được {right}.", told=file.get(name) or "?", right=right
            )
            yield _fault("sip-count", message, names.EAD, name)


def _codes(file: Values, documents: Mapping[str, Values]) -> Iterator[Problem]:
    counts = Counter(values.get("docCode", "") for values in documents.values())
    for place, values in documents.items():
        code = values.get("docCode", "")
        begin, _dot, number = code.rpartition(".")
        if begin != file.get("fileCode") or not re.fullmatch(r"\d{7}", number):
            message = _("Mã lưu trữ {code} không phải mã hồ sơ và số thứ tự bảy chữ số.", code=code)
            yield _fault("sip-doc-code", message, place, "docCode")
        if counts[code] > 1:
            message = _("Nhiều tài liệu cùng mã lưu trữ {code}.", code=code)
            yield _fault("sip-doc-code", message, place, "docCode")


def _days(file: Values, documents: Mapping[str, Values]) -> Iterator[Problem]:
    first, last = _day(file.get("startDate", "")), _day(file.get("endDate", ""))
    if first is None or last is None:
        return
    if first > last:
        message = _("Hồ sơ kết thúc trước khi bắt đầu.")
        yield _fault("sip-days", message, names.EAD, "endDate")
    for place, values in documents.items():
        day = _day(values.get("issuedDate", ""))
        if day is not None and not first <= day <= last:
            message = _("Ngày của tài liệu nằm ngoài thời gian của hồ sơ.")
            yield _fault("sip-days", message, place, "issuedDate")


def _day(text: str) -> date | None:
    """31/12/2026 → the day; None for what is none."""
    parts = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    try:
        return date(*map(int, reversed(parts.groups()))) if parts else None
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else -1


def _fault(
    code: str, message: str, file: str, field: str = "", severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(code, message, Place(file=file, path=field), severity)
