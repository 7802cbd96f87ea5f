"""What is said about each outgoing paper and each file (hồ sơ): Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II.

The names in JSON and XML are the decree's own English ones (`CodeNumber`, `IssuedDate` …).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.field import Record

VIETNAMESE = "Tiếng Việt"


class Described(Record):
    """A group of fields under their names in Phụ lục VI; `max` in a field's extras is the decree's length."""

    model_config = ConfigDict(populate_by_name=True)


class FileCode(Described):
    """Mã hồ sơ: which file of which agency and year (I.1)."""

    organ_id: Annotated[
        str,
        Field(
            alias="OrganId",
            title="Mã định danh của cơ quan lập danh mục hồ sơ",
            json_schema_extra={"max": 13},
        ),
    ] = ""
    catalog: Annotated[
        int | None,
        Field(alias="FileCatalog", title="Năm hình thành hồ sơ", json_schema_extra={"max": 4}),
    ] = None
    notation: Annotated[
        str, Field(alias="FileNotation", title="Số và ký hiệu hồ sơ", json_schema_extra={"max": 20})
    ] = ""


class SignerInfo(Described):
    """Chức vụ, họ tên người ký (I.12)."""

    position: Annotated[
        str, Field(alias="Position", title="Chức vụ người ký", json_schema_extra={"max": 100})
    ] = ""
    full_name: Annotated[
        str, Field(alias="FullName", title="Họ và tên người ký", json_schema_extra={"max": 50})
    ] = ""


class Recipient(Described):
    """One place that the paper goes to (I.13)."""

    organ_id: Annotated[
        str,
        Field(alias="OrganId", title="Mã định danh của nơi nhận", json_schema_extra={"max": 13}),
    ] = ""
    organ_name: Annotated[
        str, Field(alias="OrganName", title="Tên nơi nhận", json_schema_extra={"max": 200})
    ]


_NO_PLACES = re.compile(
    r"(như\s+(điều|trên|khoản|mục|phần|kính gửi)|lưu(?!\s+trữ))\b", re.IGNORECASE
)


def recipients(lines: Iterable[str]) -> tuple[Recipient, ...]:
    """The organisations among the lines under “Nơi nhận”.

    “Như Điều 3” points into the paper and “Lưu: VT” says who keeps the copy (Nghị định 30/2020/NĐ-CP, Phụ lục I,
    Mục II.9): neither is a place that the paper goes to.
    """
    texts = (unicodedata.normalize("NFC", line).strip(" -–;.") for line in lines)
    return tuple(
        Recipient(organ_name=text) for text in texts if text and not _NO_PLACES.match(text)
    )


class PaperMetadata(Described):
    """An outgoing paper (văn bản đi), Mục I."""

    file_code: Annotated[FileCode, Field(alias="FileCode", title="Mã hồ sơ")] = FileCode()
    ordinal: Annotated[
        int | None,
        Field(
            alias="DocOrdinal", title="Số thứ tự văn bản trong hồ sơ", json_schema_extra={"max": 3}
        ),
    ] = None
    type_name: Annotated[
        str, Field(alias="TypeName", title="Tên loại văn bản", json_schema_extra={"max": 100})
    ]
    code_number: Annotated[
        str, Field(alias="CodeNumber", title="Số của văn bản", json_schema_extra={"max": 11})
    ] = ""
    code_notation: Annotated[
        str, Field(alias="CodeNotation", title="Ký hiệu của văn bản", json_schema_extra={"max": 30})
    ] = ""
    issued_date: Annotated[
        date | None, Field(alias="IssuedDate", title="Ngày, tháng, năm văn bản")
    ] = None
    organ_name: Annotated[
        str,
        Field(
            alias="OrganName", title="Tên cơ quan ban hành văn bản", json_schema_extra={"max": 200}
        ),
    ] = ""
    subject: Annotated[
        str, Field(alias="Subject", title="Trích yếu nội dung", json_schema_extra={"max": 500})
    ] = ""
    language: Annotated[
        str, Field(alias="Language", title="Ngôn ngữ", json_schema_extra={"max": 30})
    ] = VIETNAMESE
    page_amount: Annotated[
        int | None,
        Field(alias="PageAmount", title="Số trang của văn bản", json_schema_extra={"max": 3}),
    ] = None
    description: Annotated[
        str, Field(alias="Description", title="Ghi chú", json_schema_extra={"max": 500})
    ] = ""
    signer_info: Annotated[
        SignerInfo, Field(alias="SignerInfo", title="Chức vụ, họ tên người ký")
    ] = SignerInfo()
    to: Annotated[tuple[Recipient, ...], Field(alias="To", title="Nơi nhận")] = ()
    priority: Annotated[
        int | None,
        Field(alias="Priority", title="Mức độ khẩn, độ mật", json_schema_extra={"max": 1}),
    ] = None
    issued_amount: Annotated[
        int | None,
        Field(alias="IssuedAmount", title="Số lượng bản phát hành", json_schema_extra={"max": 3}),
    ] = None
    due_date: Annotated[date | None, Field(alias="DueDate", title="Hạn trả lời văn bản")] = None

    @property
    def number_and_symbol(self) -> str:
        """Số, ký hiệu: `12/QĐ-SCT`."""
        return "/".join(filter(None, (self.code_number, self.code_notation)))

    @property
    def type_and_subject(self) -> str:
        """Tên loại và trích yếu nội dung, as one column of the registers has them: `Quyết định về việc …`."""
        opening = "Về việc"
        subject = self.subject
        if self.type_name and subject.startswith(opening):
            subject = opening.lower() + subject.removeprefix(opening)
        return " ".join(filter(None, (self.type_name, subject)))


class FileMetadata(Described):
    """A file (hồ sơ), Mục III."""

    file_code: Annotated[FileCode, Field(alias="FileCode", title="Mã hồ sơ")] = FileCode()
    title: Annotated[
        str, Field(alias="Title", title="Tiêu đề hồ sơ", json_schema_extra={"max": 500})
    ]
    maintenance: Annotated[
        str, Field(alias="Maintenance", title="Thời hạn bảo quản", json_schema_extra={"max": 30})
    ] = ""
    rights: Annotated[
        str, Field(alias="Rights", title="Chế độ sử dụng", json_schema_extra={"max": 30})
    ] = ""
    creator: Annotated[
        str, Field(alias="Creator", title="Người lập hồ sơ", json_schema_extra={"max": 30})
    ] = ""
    language: Annotated[
        str, Field(alias="Language", title="Ngôn ngữ", json_schema_extra={"max": 50})
    ] = VIETNAMESE
    start_date: Annotated[date | None, Field(alias="StartDate", title="Thời gian bắt đầu")] = None
    end_date: Annotated[date | None, Field(alias="EndDate", title="Thời gian kết thúc")] = None
    doc_total: Annotated[
        int | None,
        Field(alias="DocTotal", title="Tổng số văn bản trong hồ sơ", json_schema_extra={"max": 4}),
    ] = None
    page_total: Annotated[
        int | None,
        Field(alias="PageTotal", title="Tổng số trang của hồ sơ", json_schema_extra={"max": 4}),
    ] = None
    description: Annotated[
        str, Field(alias="Description", title="Ghi chú", json_schema_extra={"max": 500})
    ] = ""


def too_long(value: Described, *, where: str = "") -> Iterator[Problem]:
    """A warning for each field that is longer than Phụ lục VI has room for; the value is kept whole."""
    for name, field in type(value).model_fields.items():
        found, path = getattr(value, name), f"{where}{field.alias}"
        if isinstance(found, Described):
            yield from too_long(found, where=f"{path}.")
        elif isinstance(found, tuple):
            for number, inner in enumerate(found, start=1):
                yield from too_long(inner, where=f"{path}[{number}].")
        else:
            yield from _over(found, _room(field.json_schema_extra), field.title or name, path)


def _room(extras: object) -> int | None:
    room = extras.get("max") if isinstance(extras, dict) else None
    return room if isinstance(room, int) else None


def _over(found: object, room: int | None, title: str, path: str) -> Iterator[Problem]:
    length = len(str(found)) if found is not None else 0
    if room is not None and length > room:
        message = _(
            "Trường “{title}” của dữ liệu đặc tả dài {length} ký tự; Phụ lục VI Nghị định 30/2020/NĐ-CP chỉ dành"
            " {room} ký tự.",
            title=title,
            length=length,
            room=room,
        )
        yield Problem("metadata-too-long", message, Place(path=path), Severity.WARNING)
