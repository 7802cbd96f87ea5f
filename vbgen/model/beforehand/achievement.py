"""The report of achievements (báo cáo thành tích) of one nominee: what the list of nominees does not say."""

from datetime import date
from typing import Annotated

from pydantic import Field

from vbgen.model.field import InForm, Record


class Achievement(Record):
    """What one nominee's report says; its main part may be typed in Word instead."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = 1
    nominee: Annotated[
        str,
        Field(title="Mã đối tượng", examples=["CN001"], min_length=1),
        InForm(width=16, is_key=True, points_to="nominees"),
    ]
    born: Annotated[date | None, Field(title="Ngày sinh", description="Của cá nhân.")] = None
    hometown: Annotated[
        str,
        Field(
            title="Quê quán", description="Của cá nhân.", examples=["xã Thanh Sơn, tỉnh Ninh Bình"]
        ),
    ] = ""
    residence: Annotated[
        str,
        Field(
            title="Trụ sở, nơi thường trú",
            description="Địa chỉ của tập thể, hoặc nơi thường trú của cá nhân.",
            examples=["phường Hà Nam, tỉnh Ninh Bình"],
        ),
    ] = ""
    other_posts: Annotated[
        str,
        Field(
            title="Chức vụ Đảng, đoàn thể",
            description="Của cá nhân.",
            examples=["Chi ủy viên"],
        ),
    ] = ""
    qualification: Annotated[
        str,
        Field(title="Trình độ", description="Của cá nhân.", examples=["Thạc sĩ Quản lý kinh tế"]),
    ] = ""
    situation: Annotated[
        str,
        Field(
            title="Đặc điểm, nhiệm vụ được giao",
            description="Mỗi dòng một đoạn: quyền hạn, nhiệm vụ; với tập thể thêm cơ cấu, tổ chức.",
            examples=["Tham mưu, quản lý cấp phép lĩnh vực công nghiệp."],
        ),
        InForm(width=60, is_prose=True),
    ] = ""
    results: Annotated[
        str,
        Field(
            title="Thành tích đạt được",
            description="Mỗi dòng một đoạn; để trống khi soạn phần này bằng Word.",
            examples=["Hoàn thành 100% hồ sơ cấp phép đúng hạn."],
        ),
        InForm(width=60, is_prose=True),
    ] = ""
    compliance: Annotated[
        str,
        Field(
            title="Chấp hành chủ trương, pháp luật; phong trào",
            description="Mỗi dòng một đoạn.",
            examples=["Chấp hành tốt chủ trương, pháp luật; tham gia đủ các phong trào thi đua."],
        ),
        InForm(width=60, is_prose=True),
    ] = ""
    confirmed_by: Annotated[
        str,
        Field(
            title="Chức vụ người xác nhận",
            description="Để trống thì là thủ trưởng đơn vị, hoặc cấp trên trực tiếp của tập thể.",
        ),
    ] = ""
    reported_by: Annotated[
        str,
        Field(
            title="Người ký của tập thể",
            description="Họ và tên; cá nhân tự ký thì để trống.",
        ),
        InForm(width=34),
    ] = ""
