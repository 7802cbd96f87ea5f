"""By when something has to be handed in or done (thời hạn)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Record


class Deadline(Record):
    """One thing with its last day, written down or counted in working days from another day."""

    task: Annotated[
        str,
        Field(
            title="Việc",
            description="Viết tiếp sau “còn … ngày”.",
            examples=["các phòng, đơn vị gửi hồ sơ đề nghị đợt 1"],
            min_length=1,
        ),
        InForm(width=60, is_prose=True),
    ]
    phase: Annotated[
        int | None,
        Field(title="Đợt", description="Để trống nếu chung cho mọi đợt.", ge=1),
        InForm(points_to="phases"),
    ] = None
    due: Annotated[
        date | None,
        Field(
            title="Hạn cuối",
            description="Để trống thì tính từ hai cột sau.",
            examples=[date(2022, 7, 5)],
        ),
    ] = None
    start: Annotated[
        date | None,
        Field(title="Tính từ ngày", description="Ví dụ ngày nhận đủ hồ sơ."),
    ] = None
    working_days: Annotated[
        int | None,
        Field(
            title="Số ngày làm việc",
            description="Để trống thì theo thời hạn giải quyết mà quy định đặt cho hồ sơ của đợt.",
            ge=1,
        ),
    ] = None
    done: Annotated[bool, Field(title="Đã xong", examples=[True])] = False
