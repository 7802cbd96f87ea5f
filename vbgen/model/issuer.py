"""Those that issue papers of a campaign beside the agency: a ministry, a union, the other side of a joint paper."""

from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Record


class Issuer(Record):
    """Another issuer (nơi ban hành); an empty cell is as the agency's."""

    id: Annotated[
        str,
        Field(title="Mã nơi ban hành", description="Không trùng.", examples=["BCT"], min_length=1),
        InForm(width=16, is_key=True, made_from=("full_name",)),
    ]
    governing_body: Annotated[
        str,
        Field(
            title="Cơ quan chủ quản", description="Dòng trên cùng bên trái; để trống nếu không có."
        ),
        InForm(width=34, keeps_lines=True),
    ] = ""
    name: Annotated[
        str,
        Field(
            title="Tên nơi ban hành",
            description="Tên in hoa ở đầu văn bản.",
            examples=["BỘ CÔNG THƯƠNG"],
            min_length=1,
        ),
        InForm(width=34, keeps_lines=True),
    ]
    full_name: Annotated[
        str,
        Field(
            title="Tên trong câu",
            description="Tên đầy đủ, viết như trong câu văn.",
            examples=["Bộ Công Thương"],
            min_length=1,
        ),
        InForm(width=34),
    ]
    symbol: Annotated[
        str,
        Field(
            title="Ký hiệu",
            description="Chữ viết tắt trong số, ký hiệu.",
            examples=["BCT"],
            min_length=1,
        ),
        InForm(is_symbol=True),
    ]
    place: Annotated[
        str,
        Field(title="Địa danh", description="Để trống thì như của cơ quan.", examples=["Hà Nội"]),
    ] = ""
    head_title: Annotated[
        str,
        Field(
            title="Chức danh người đứng đầu",
            description="Dùng sau KT., TL., TUQ., Q.",
            examples=["Bộ trưởng"],
        ),
    ] = ""
    authority: Annotated[
        str,
        Field(
            title="Thẩm quyền ban hành",
            description="Dòng in hoa trong quyết định.",
            examples=["BỘ TRƯỞNG BỘ CÔNG THƯƠNG"],
        ),
        InForm(keeps_lines=True),
    ] = ""
    heading: Annotated[
        str,
        Field(
            title="Tiêu đề thay Quốc hiệu",
            description="Của Đảng, Đoàn, Đội; để trống thì in Quốc hiệu và Tiêu ngữ.",
        ),
        InForm(keeps_lines=True),
    ] = ""
    numbers_itself: Annotated[
        bool,
        Field(
            title="Nơi ban hành tự cấp số",
            description="Số do nơi ban hành này cấp; khi vào sổ phải ghi số đã được cấp.",
            examples=[True],
        ),
        InForm(other_titles=("Nơi ấy tự cấp số",)),
    ] = False
