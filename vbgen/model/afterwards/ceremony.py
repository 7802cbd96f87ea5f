"""After the decision: the ceremony at which awards are handed over, and the money that is paid out."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Record


class Ceremony(Record):
    """The ceremony (lễ trao tặng) of one phase's awards; its time is the office's local time."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = 1
    name: Annotated[
        str,
        Field(
            title="Tên buổi lễ",
            description="Viết như trong câu.",
            examples=["Hội nghị sơ kết và trao tặng khen thưởng đợt 1 năm 2022"],
            min_length=1,
        ),
        InForm(width=60, is_prose=True, goes_on=True),
    ]
    start: Annotated[datetime, Field(title="Bắt đầu", examples=[datetime(2022, 7, 20, 8, 0)])]  # noqa: DTZ001 - wall clock
    place: Annotated[
        str,
        Field(title="Địa điểm", examples=["Hội trường tầng 3, Sở Công Thương"], min_length=1),
        InForm(width=44, is_prose=True, goes_on=True),
    ]
    presider: Annotated[
        str,
        Field(title="Người chủ trì", examples=["Ông Lê Nguyên Ngọc, Giám đốc Sở"]),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    presenter: Annotated[
        str,
        Field(
            title="Người trao",
            description="Người trao giấy khen, nếu khác người chủ trì.",
            examples=["Ông Lê Nguyên Ngọc, Giám đốc Sở"],
        ),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    host: Annotated[
        str,
        Field(title="Người dẫn chương trình", examples=["Bà Trần Thị Hòa, Chánh Văn phòng Sở"]),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    on_stage: Annotated[
        int,
        Field(
            title="Số người mỗi lượt lên nhận",
            description="Danh sách xướng tên chia thành từng lượt như vậy.",
            examples=[10],
            ge=1,
            le=100,
        ),
    ] = 10


class CeremonyStep(Record):
    """One step of the ceremony's programme; the rows' order is that of the programme."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1, 1], ge=1),
        InForm(points_to="phases"),
    ] = 1
    time: Annotated[
        str, Field(title="Thời gian", examples=["08 giờ 00 - 08 giờ 15", "08 giờ 15 - 08 giờ 45"])
    ] = ""
    content: Annotated[
        str,
        Field(
            title="Nội dung",
            description="Lúc trao thì ghi “Trao tặng khen thưởng”: danh sách xướng tên kèm theo.",
            examples=["Chào cờ, tuyên bố lý do, giới thiệu đại biểu", "Trao tặng khen thưởng"],
            min_length=1,
        ),
        InForm(width=60, is_prose=True),
    ]
    by: Annotated[
        str,
        Field(title="Người thực hiện", examples=["Ban Tổ chức", "Giám đốc Sở"]),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""


class Payout(Record):
    """How the bonuses of one phase are paid out (chi tiền thưởng): who makes the list, checks it and pays."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = 1
    prepared_by: Annotated[
        str,
        Field(title="Người lập danh sách", examples=["Nguyễn Thị Minh Nguyệt"], min_length=1),
        InForm(width=34, names_person=True),
    ]
    accountant: Annotated[
        str,
        Field(title="Kế toán", description="Người phụ trách kế toán.", examples=["Vũ Thị Lan"]),
        InForm(width=34, names_person=True),
    ] = ""
    cashier: Annotated[
        str,
        Field(title="Thủ quỹ", description="Người chi tiền.", examples=["Phạm Văn Bình"]),
        InForm(width=34, names_person=True),
    ] = ""
    paid_on: Annotated[
        date | None,
        Field(
            title="Ngày chi",
            description="Để trống thì chừa chỗ ghi tay.",
            examples=[date(2022, 7, 25)],
        ),
    ] = None
