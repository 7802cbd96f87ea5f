"""What the office itself gives with an award: money at its own rates, gifts, and where they come from."""

from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Offered, Record
from vbgen.model.movement import RecipientKind


class BonusRate(Record):
    """The office's own rate for one honour (mức thưởng); it goes before the law's."""

    award: Annotated[
        str,
        Field(title="Danh hiệu, hình thức", examples=["Giấy khen"], min_length=1),
        InForm(width=34, is_key=True, offers=Offered.HONOURS),
    ]
    kind: Annotated[
        RecipientKind | None,
        Field(
            title="Loại đối tượng",
            description="Để trống nếu mọi đối tượng như nhau.",
            examples=[RecipientKind.INDIVIDUAL],
        ),
        InForm(is_key=True),
    ] = None
    amount: Annotated[
        int | None,
        Field(
            title="Mức tiền (đồng)",
            description="Cho một cá nhân, tập thể; để trống nếu không có tiền.",
            examples=[200000],
            ge=1000,
        ),
    ] = None
    gift: Annotated[
        str,
        Field(
            title="Hiện vật",
            description="Cho một cá nhân, tập thể, ví dụ “05 quyển vở”; để trống nếu không có.",
        ),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    source: Annotated[
        str,
        Field(
            title="Nguồn chi",
            description="Để trống thì là nguồn ghi ở trang Cơ quan.",
            examples=["quỹ khuyến học của trường"],
        ),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
