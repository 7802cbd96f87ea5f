"""What the year's statistics need beside the awards: the movements that were launched (Thông tư 02/2023/TT-BNV)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from vbgen.model.field import Choice, InForm, Record


class MovementScope(Choice):
    """How far a movement reaches."""

    NATION = "nation", "Toàn quốc"
    SECTOR = "sector", "Bộ, ban, ngành, tỉnh"
    AGENCY = "agency", "Cơ quan, đơn vị"


class LaunchedMovement(Record):
    """One movement that the agency launched or took part in during the year."""

    name: Annotated[
        str,
        Field(
            title="Tên phong trào",
            description="Phong trào khác với phong trào của tệp này.",
            examples=["phong trào thi đua cải cách hành chính"],
            min_length=1,
        ),
        InForm(width=60, is_key=True, is_prose=True),
    ]
    scope: Annotated[MovementScope, Field(title="Phạm vi", examples=[MovementScope.AGENCY])] = (
        MovementScope.AGENCY
    )
    start: Annotated[date | None, Field(title="Từ ngày", examples=[date(2022, 1, 1)])] = None
    end: Annotated[
        date | None,
        Field(
            title="Đến ngày",
            description="Để xếp theo thời gian: dưới 1 năm, 1 năm, trên 1 đến 3 năm …",
            examples=[date(2025, 12, 31)],
        ),
    ] = None
