"""The rooms and bodies that people belong to, of the agency or outside it."""

from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Record


class Unit(Record):
    """A room or subordinate body of the agency (phòng, đơn vị); the rows' order is the office's own order."""

    id: Annotated[
        str,
        Field(
            title="Mã đơn vị", description="Không đổi, không trùng.", examples=["VP"], min_length=1
        ),
        InForm(width=16, is_key=True, made_from=("name",)),
    ]
    name: Annotated[
        str,
        Field(
            title="Tên đơn vị",
            description="Tên chính thức.",
            examples=["Văn phòng Sở"],
            min_length=1,
        ),
        InForm(width=34),
    ]
    symbol: Annotated[
        str,
        Field(title="Ký hiệu", description="Chữ viết tắt của đơn vị.", examples=["VP"]),
        InForm(is_symbol=True),
    ] = ""
    headcount: Annotated[
        int | None,
        Field(
            title="Số người",
            description="Tổng số cá nhân của đơn vị; để trống nếu không đếm.",
            examples=[7],
            ge=0,
        ),
    ] = None
    is_outside: Annotated[
        bool,
        Field(
            title="Ngoài cơ quan",
            description="Thôn, trường, hội, doanh nghiệp …: không ghi tên cơ quan sau tên đơn vị này.",
        ),
    ] = False
    printed_name: Annotated[
        str,
        Field(
            title="Tên in sau chức vụ",
            description="Chỉ ghi khi khác tên đơn vị, ví dụ “xã Bình Lục”; ghi “-” để không in gì.",
        ),
        InForm(width=34),
    ] = ""
