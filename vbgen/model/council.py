"""The emulation and commendation council (Hội đồng thi đua - khen thưởng): members, meetings, votes."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from vbgen.model.field import Choice, InForm, Offered, Record
from vbgen.model.people import Gender


class CouncilRole(Choice):
    """A seat in the council; the secretary may sit without a vote."""

    CHAIR = "chair", "Chủ tịch"
    STANDING_VICE_CHAIR = "standing-vice-chair", "Phó Chủ tịch thường trực"
    VICE_CHAIR = "vice-chair", "Phó Chủ tịch"
    MEMBER = "member", "Ủy viên"
    MEMBER_SECRETARY = "member-secretary", "Ủy viên, Thư ký"
    SECRETARY = "secretary", "Thư ký (không biểu quyết)"


class CouncilMember(Record):
    """A seat of the council and who holds it."""

    id: Annotated[
        str,
        Field(
            title="Mã thành viên", description="Không trùng.", examples=["HD1", "HD2"], min_length=1
        ),
        InForm(width=16, is_key=True, made_from=("full_name",)),
    ]
    full_name: Annotated[
        str,
        Field(title="Họ và tên", examples=["Lê Nguyên Ngọc", "Trần Thị Hòa"], min_length=1),
        InForm(width=34, names_person=True),
    ]
    position: Annotated[
        str,
        Field(title="Chức vụ", examples=["Giám đốc Sở", "Chánh Văn phòng Sở"], min_length=1),
        InForm(width=34),
    ]
    role: Annotated[
        CouncilRole,
        Field(title="Vai trò", examples=[CouncilRole.CHAIR, CouncilRole.MEMBER_SECRETARY]),
    ] = CouncilRole.MEMBER
    gender: Annotated[
        Gender | None,
        Field(
            title="Giới tính",
            description="Để in “Ông”, “Bà”; để trống thì theo trang Cá nhân, tập thể.",
        ),
    ] = None
    nominee: Annotated[
        str,
        Field(
            title="Mã cá nhân",
            description="Mã trong trang Cá nhân, tập thể; để trống thì so theo họ tên.",
        ),
        InForm(width=16, points_to="nominees"),
    ] = ""
    is_new: Annotated[
        bool,
        Field(title="Mới bổ sung", description="Chỉ dùng cho quyết định kiện toàn Hội đồng."),
    ] = False


class Meeting(Record):
    """A session of the council for one phase, with its ballots; times are the office's local time."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = 1
    start: Annotated[datetime, Field(title="Bắt đầu", examples=[datetime(2022, 7, 8, 8, 0)])]  # noqa: DTZ001 - wall clock
    end: Annotated[
        datetime | None,
        Field(
            title="Kết thúc",
            description="Để trống khi chưa họp.",
            examples=[datetime(2022, 7, 8, 10, 30)],  # noqa: DTZ001 - wall clock
        ),
    ] = None
    place: Annotated[str, Field(title="Địa điểm", examples=["Phòng họp tầng 2"], min_length=1)]
    chair: Annotated[
        str,
        Field(
            title="Mã người chủ trì",
            description="Để trống thì là Chủ tịch Hội đồng.",
            examples=["HD1"],
            min_length=1,
        ),
        InForm(width=16, points_to="council", falls_to=("chair",)),
    ]
    secretary: Annotated[
        str,
        Field(
            title="Mã thư ký",
            description="Để trống thì là Thư ký Hội đồng.",
            examples=["HD2"],
            min_length=1,
        ),
        InForm(width=16, points_to="council", falls_to=("member-secretary", "secretary")),
    ]
    secret_ballot: Annotated[
        bool, Field(title="Bỏ phiếu kín", description="Không thì biểu quyết giơ tay.")
    ] = True
    ballots_issued: Annotated[int, Field(title="Số phiếu phát ra", examples=[2], ge=0)] = 0
    ballots_collected: Annotated[int, Field(title="Số phiếu thu vào", examples=[2], ge=0)] = 0
    ballots_valid: Annotated[int, Field(title="Số phiếu hợp lệ", examples=[2], ge=0)] = 0
    ballots_invalid: Annotated[int, Field(title="Số phiếu không hợp lệ", examples=[0], ge=0)] = 0
    count_start: Annotated[
        datetime | None,
        Field(title="Bắt đầu kiểm phiếu", examples=[datetime(2022, 7, 8, 9, 30)]),  # noqa: DTZ001 - wall clock
    ] = None
    count_end: Annotated[
        datetime | None,
        Field(title="Kiểm phiếu xong", examples=[datetime(2022, 7, 8, 10, 0)]),  # noqa: DTZ001 - wall clock
    ] = None
    discussion: Annotated[
        str,
        Field(
            title="Ý kiến thảo luận",
            examples=["Các thành viên nhất trí với danh sách đề nghị."],
            description="Tóm tắt; mỗi dòng một ý.",
        ),
        InForm(width=60, is_prose=True),
    ] = ""


class Attendance(Record):
    """Whether a member came to the meeting of a phase."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = 1
    member: Annotated[
        str,
        Field(title="Mã thành viên", examples=["HD1", "HD2"], min_length=1),
        InForm(width=16, is_key=True, points_to="council"),
    ]
    present: Annotated[bool, Field(title="Có mặt", examples=[True])]
    reason: Annotated[
        str, Field(title="Lý do vắng"), InForm(width=60, is_prose=True, goes_on=True)
    ] = ""
    in_writing: Annotated[
        bool,
        Field(
            title="Gửi ý kiến bằng văn bản",
            description="Thành viên vắng mặt đã gửi phiếu, ý kiến bằng văn bản; phiếu đó được tính.",
        ),
    ] = False


class Vote(Record):
    """The council's vote on one nomination, on all of one title or form, or on the whole list at once."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = 1
    nominee: Annotated[
        str,
        Field(
            title="Mã đối tượng",
            description="Để trống khi biểu quyết chung mọi người của một danh hiệu, hình thức.",
            examples=["CN001"],
        ),
        InForm(width=16, is_key=True, points_to="nominees"),
    ] = ""
    award: Annotated[
        str,
        Field(
            title="Danh hiệu, hình thức",
            description="Để trống cùng mã đối tượng khi biểu quyết chung cả danh sách.",
            examples=["Giấy khen"],
        ),
        InForm(width=34, is_key=True, offers=Offered.HONOURS),
    ] = ""
    votes_for: Annotated[int, Field(title="Đồng ý", examples=[2], ge=0)]
    votes_against: Annotated[int, Field(title="Không đồng ý", examples=[0], ge=0)] = 0
    abstained: Annotated[
        int,
        Field(
            title="Không biểu quyết",
            description="Ví dụ thành viên không bỏ phiếu cho chính mình.",
            ge=0,
        ),
    ] = 0
