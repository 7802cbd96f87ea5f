"""Units that emulate each other in a block (khối, cụm thi đua): its members, what they pledge, and their scores."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Record

_EVERY_BLOCK = "Để trống nếu chung cho mọi khối."


class EmulationBlock(Record):
    """A block of units that are ranked among each other."""

    id: Annotated[
        str,
        Field(title="Mã khối", description="Không trùng.", examples=["K1"], min_length=1),
        InForm(width=16, is_key=True, made_from=("name",)),
    ]
    name: Annotated[
        str,
        Field(title="Tên khối", examples=["Khối thi đua các phòng chuyên môn"], min_length=1),
        InForm(width=44),
    ]
    leader: Annotated[
        str,
        Field(title="Mã đơn vị khối trưởng", description="Để trống nếu không có."),
        InForm(width=16, points_to="units"),
    ] = ""
    most_points: Annotated[
        Decimal | None,
        Field(
            title="Tổng điểm tối đa",
            description="Để trống thì là tổng của các tiêu chí.",
            examples=[Decimal(100)],
            gt=0,
        ),
    ] = None


class BlockMember(Record):
    """A unit of a block, and who signs the pledge for it."""

    block: Annotated[
        str,
        Field(title="Mã khối", examples=["K1"], min_length=1),
        InForm(width=16, is_key=True, points_to="blocks"),
    ]
    unit: Annotated[
        str,
        Field(title="Mã đơn vị", examples=["VP"], min_length=1),
        InForm(width=16, is_key=True, points_to="units"),
    ]
    signer: Annotated[
        str,
        Field(
            title="Người ký giao ước",
            description="Không ghi học hàm, học vị trước tên.",
            examples=["Trần Thị Hòa"],
        ),
        InForm(width=34),
    ] = ""
    position: Annotated[
        str,
        Field(title="Chức vụ người ký giao ước", examples=["Chánh Văn phòng"]),
        InForm(width=34),
    ] = ""


class PledgeTerm(Record):
    """One thing that the units of a block pledge each other."""

    text: Annotated[
        str,
        Field(
            title="Nội dung giao ước",
            description="Không ghi số thứ tự và dấu cuối câu.",
            examples=["Hoàn thành 100% nhiệm vụ được giao đúng hạn"],
            min_length=1,
        ),
        InForm(width=80, is_prose=True),
    ]
    block: Annotated[
        str,
        Field(title="Mã khối", description=_EVERY_BLOCK),
        InForm(width=16, points_to="blocks"),
    ] = ""


class Criterion(Record):
    """One criterion of the scores, with the most points that it gives or takes."""

    id: Annotated[
        str,
        Field(title="Mã tiêu chí", description="Không trùng.", examples=["TC1"], min_length=1),
        InForm(width=16, is_key=True),
    ]
    name: Annotated[
        str,
        Field(
            title="Tiêu chí", examples=["Thực hiện nhiệm vụ chính trị, chuyên môn"], min_length=1
        ),
        InForm(width=60, is_prose=True),
    ]
    most_points: Annotated[Decimal, Field(title="Điểm tối đa", examples=[Decimal(100)], ge=0)]
    is_deduction: Annotated[
        bool, Field(title="Điểm trừ", description="Điểm của tiêu chí này được trừ khỏi tổng.")
    ] = False
    block: Annotated[
        str,
        Field(title="Mã khối", description=_EVERY_BLOCK),
        InForm(width=16, points_to="blocks"),
    ] = ""


class Score(Record):
    """What a unit has by one criterion: in its own eyes, and in the block's."""

    unit: Annotated[
        str,
        Field(title="Mã đơn vị", examples=["VP"], min_length=1),
        InForm(width=16, is_key=True, points_to="units"),
    ]
    criterion: Annotated[
        str,
        Field(title="Mã tiêu chí", examples=["TC1"], min_length=1),
        InForm(width=16, is_key=True, points_to="criteria"),
    ]
    self_score: Annotated[
        Decimal | None, Field(title="Điểm tự chấm", examples=[Decimal(98)], ge=0)
    ] = None
    block_score: Annotated[
        Decimal | None,
        Field(
            title="Điểm khối chấm",
            description="Để trống khi khối chưa chấm.",
            examples=[Decimal(97)],
            ge=0,
        ),
    ] = None
    reason: Annotated[
        str,
        Field(title="Lý do chênh lệch, trừ điểm"),
        InForm(width=44, is_prose=True),
    ] = ""
