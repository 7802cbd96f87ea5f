"""What persons and collectives register at the year's start (đăng ký thi đua), to be held against what they reached."""

from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Offered, Record


class Registration(Record):
    """One title or commendation form that a person or a collective sets out to reach."""

    nominee: Annotated[
        str,
        Field(
            title="Mã đối tượng",
            description="Mã trong trang Cá nhân, tập thể.",
            examples=["CN001"],
            min_length=1,
        ),
        InForm(width=16, is_key=True, points_to="nominees"),
    ]
    award: Annotated[
        str,
        Field(
            title="Danh hiệu, hình thức đăng ký",
            description="Mỗi danh hiệu, hình thức một hàng.",
            examples=["Giấy khen"],
            min_length=1,
        ),
        InForm(width=34, is_key=True, offers=Offered.HONOURS),
    ]
    commitment: Annotated[
        str,
        Field(
            title="Nội dung phấn đấu",
            description="Chỉ tiêu, sáng kiến, việc sẽ làm; không cần dấu cuối câu.",
            examples=["Hoàn thành 100% nhiệm vụ được giao đúng hạn"],
        ),
        InForm(width=60, is_prose=True),
    ] = ""
