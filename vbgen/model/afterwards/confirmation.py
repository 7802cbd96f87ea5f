"""Years later: an award confirmed on paper, and a lost certificate made again from the golden book."""

from datetime import date
from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Offered, Record


class Confirmation(Record):
    """One recipient whose award is confirmed (giấy xác nhận khen thưởng), or whose certificate is made again."""

    id: Annotated[
        str,
        Field(
            title="Mã xác nhận",
            description="Không trùng; đứng trong tên tệp.",
            examples=["XN1"],
            min_length=1,
        ),
        InForm(width=16, is_key=True),
    ]
    certificate: Annotated[
        str,
        Field(
            title="Giấy khen trong sổ vàng",
            description="Số quyết định, dấu hai chấm, thứ tự trong quyết định: 05/QĐ-SCT:7.",
            examples=["05/QĐ-SCT:7"],
        ),
        InForm(width=24),
    ] = ""
    purpose: Annotated[
        str,
        Field(
            title="Để làm gì",
            description="Viết tiếp sau “để”.",
            examples=["bổ sung hồ sơ cán bộ"],
        ),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    is_remade: Annotated[
        bool,
        Field(
            title="Cấp lại giấy khen",
            description="Giấy khen bị mất, hỏng: in lại kèm giấy xác nhận.",
        ),
    ] = False
    name: Annotated[
        str,
        Field(
            title="Họ và tên, tên tập thể",
            description="Cột này và các cột sau chỉ ghi khi sổ vàng của chương trình không có.",
        ),
        InForm(width=34),
    ] = ""
    caption: Annotated[
        str, Field(title="Danh xưng", description="Ông, Bà, Em, Tập thể; để trống nếu không in.")
    ] = ""
    post: Annotated[
        str,
        Field(title="Chức vụ, đơn vị khi được khen", description="Theo sổ vàng năm đó."),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    award: Annotated[
        str,
        Field(title="Danh hiệu, hình thức"),
        InForm(width=34, offers=Offered.HONOURS),
    ] = ""
    merit: Annotated[
        str,
        Field(title="Thành tích", description="Cả câu, như ghi trên giấy khen đã cấp."),
        InForm(width=60, is_prose=True, goes_on=True),
    ] = ""
    decision_number: Annotated[
        str, Field(title="Số quyết định", description="Ví dụ 245/QĐ-SCT.")
    ] = ""
    decision_date: Annotated[date | None, Field(title="Ngày quyết định")] = None
    decided_by: Annotated[
        str,
        Field(title="Người quyết định", description="Ví dụ “Giám đốc Sở Công Thương”."),
        InForm(width=34),
    ] = ""
    golden_number: Annotated[
        str, Field(title="Số sổ vàng", description="Như ghi trong sổ vàng năm đó.")
    ] = ""
