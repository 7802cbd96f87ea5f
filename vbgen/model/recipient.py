"""How recipients are called on papers: caption, heading of the column, sentence of merit."""

from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Record
from vbgen.model.movement import RecipientKind


class RecipientWording(Record):
    """How one kind of recipient, or those of one unit, are called (cách ghi đối tượng)."""

    kind: Annotated[
        RecipientKind,
        Field(title="Loại đối tượng", examples=[RecipientKind.PUPIL]),
        InForm(is_key=True),
    ]
    unit: Annotated[
        str,
        Field(title="Mã đơn vị", description="Để trống nếu cho mọi đơn vị."),
        InForm(width=16, is_key=True, points_to="units"),
    ] = ""
    noun: Annotated[
        str,
        Field(
            title="Gọi chung là",
            description="Chữ thường, dùng khi đếm.",
            examples=["học sinh"],
        ),
    ] = ""
    caption: Annotated[
        str,
        Field(
            title="Danh xưng",
            description="Đứng trước tên trên giấy khen và danh sách; ghi “-” để không in gì.",
            examples=["Em"],
        ),
    ] = ""
    post_heading: Annotated[
        str,
        Field(
            title="Đề mục cột chức vụ",
            description="Thay cho “Chức vụ, đơn vị công tác”.",
            examples=["Lớp"],
        ),
        InForm(width=34),
    ] = ""
    merit_opening: Annotated[
        str,
        Field(
            title="Lời dẫn thành tích",
            description="Thay cho “Đã có thành tích”; ghi “-” khi thành tích đã là câu trọn.",
            examples=["Đạt thành tích"],
        ),
    ] = ""
    line_above: Annotated[
        str,
        Field(
            title="Dòng trên tên giấy khen",
            description="Thay cho “TẶNG”, ví dụ “KHEN TẶNG”; ghi “-” để không in gì.",
        ),
    ] = ""
