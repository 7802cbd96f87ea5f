"""What the council's papers alone need: invitation, counting of ballots, conclusions, the decision that sets it up."""

from datetime import date
from typing import Annotated

from pydantic import Field

from vbgen.model.council import CouncilRole
from vbgen.model.field import Choice, InForm, Record
from vbgen.model.people import Gender


class Invitation(Record):
    """What an invitation (giấy mời) to a meeting of the council says beside the meeting's own time and place."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = 1
    guests: Annotated[
        str,
        Field(
            title="Mời thêm",
            description="Ngoài thành viên Hội đồng; mỗi dòng một người, một nơi.",
            examples=["Trưởng phòng Tài chính - Kế toán"],
        ),
        InForm(width=50, is_prose=True),
    ] = ""
    agenda: Annotated[
        str,
        Field(
            title="Nội dung họp",
            description="Mỗi dòng một nội dung; để trống thì là xét danh sách đề nghị.",
            examples=["Xét, bỏ phiếu danh sách đề nghị khen thưởng đợt 1"],
        ),
        InForm(width=60, is_prose=True),
    ] = ""
    documents: Annotated[
        str,
        Field(
            title="Tài liệu gửi kèm",
            description="Mỗi dòng một tài liệu.",
            examples=["Tờ trình và danh sách đề nghị khen thưởng đợt 1"],
        ),
        InForm(width=50, is_prose=True),
    ] = ""
    notes: Annotated[
        str,
        Field(
            title="Điều cần lưu ý",
            description="Mỗi dòng một điều, viết thành câu.",
            examples=["Thành viên vắng mặt gửi ý kiến bằng văn bản trước ngày họp."],
        ),
        InForm(width=60, is_prose=True),
    ] = ""
    contact: Annotated[
        str,
        Field(
            title="Đầu mối liên hệ",
            description="Họ tên, điện thoại.",
            examples=["bà Trần Thị Hòa, Văn phòng Sở"],
        ),
        InForm(width=40),
    ] = ""


class TellerRole(Choice):
    """A seat in the team that counts the ballots (Ban kiểm phiếu)."""

    HEAD = "head", "Trưởng ban"
    SECRETARY = "secretary", "Thư ký"
    MEMBER = "member", "Ủy viên"


class Teller(Record):
    """One of those who count the ballots of a meeting."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = 1
    full_name: Annotated[
        str,
        Field(title="Họ và tên", examples=["Trần Thị Hòa", "Lê Nguyên Ngọc"], min_length=1),
        InForm(width=34, is_key=True, names_person=True),
    ]
    position: Annotated[
        str,
        Field(title="Chức vụ", examples=["Chánh Văn phòng Sở", "Giám đốc Sở"]),
        InForm(width=34),
    ] = ""
    role: Annotated[
        TellerRole,
        Field(title="Vai trò", examples=[TellerRole.HEAD, TellerRole.SECRETARY]),
    ] = TellerRole.MEMBER
    gender: Annotated[
        Gender | None,
        Field(
            title="Giới tính",
            description="Để in “Ông”, “Bà”; để trống thì theo trang Hội đồng, trang Cá nhân, tập thể.",
        ),
    ] = None


class Conclusion(Record):
    """One task or point with which the chair closed a meeting (kết luận của chủ trì)."""

    phase: Annotated[
        int,
        Field(title="Đợt", description="Để trống nếu không chia đợt.", examples=[1], ge=1),
        InForm(points_to="phases"),
    ] = 1
    text: Annotated[
        str,
        Field(
            title="Kết luận",
            description="Viết thành câu; việc giao thì bắt đầu bằng động từ.",
            examples=["Hoàn thiện hồ sơ, trình Giám đốc Sở quyết định khen thưởng."],
            min_length=1,
        ),
        InForm(width=70, is_prose=True),
    ]
    assigned_to: Annotated[
        str,
        Field(
            title="Nơi thực hiện",
            description="Để trống nếu không giao việc.",
            examples=["Văn phòng Sở"],
        ),
        InForm(width=34),
    ] = ""
    due: Annotated[date | None, Field(title="Xong trước ngày", examples=[date(2022, 7, 15)])] = None


class CouncilSetup(Record):
    """What the decision says that sets the council up (thành lập) or renews it (kiện toàn)."""

    duties: Annotated[
        str,
        Field(
            title="Nhiệm vụ của Hội đồng",
            description="Mỗi dòng một nhiệm vụ, bắt đầu bằng động từ.",
            examples=["Tham mưu, tư vấn cho Giám đốc Sở về công tác thi đua, khen thưởng"],
        ),
        InForm(width=70, is_prose=True),
    ] = ""
    working: Annotated[
        str,
        Field(
            title="Nguyên tắc làm việc",
            description="Một câu, viết tiếp sau “Hội đồng”.",
            examples=["làm việc theo nguyên tắc tập trung dân chủ, quyết định theo đa số"],
        ),
        InForm(width=60, is_prose=True),
    ] = ""
    standing_body: Annotated[
        str,
        Field(title="Cơ quan thường trực", examples=["Văn phòng Sở"]),
        InForm(width=34),
    ] = ""
    term: Annotated[
        str,
        Field(
            title="Nhiệm kỳ",
            description="In sau tên Hội đồng; để trống nếu không có.",
            examples=["giai đoạn 2022 - 2025"],
        ),
    ] = ""
    effective: Annotated[
        date | None,
        Field(title="Có hiệu lực từ ngày", description="Để trống thì là từ ngày ký."),
    ] = None
    replaced_code: Annotated[
        str,
        Field(
            title="Số quyết định được thay thế",
            description="Ghi khi kiện toàn; để trống là thành lập mới.",
        ),
    ] = ""
    replaced_day: Annotated[date | None, Field(title="Ngày quyết định được thay thế")] = None
    replaced_by: Annotated[
        str,
        Field(
            title="Người ký quyết định được thay thế",
            description="Chức vụ; để trống thì là người đứng đầu cơ quan.",
        ),
        InForm(width=34),
    ] = ""
    reason: Annotated[
        str,
        Field(
            title="Lý do kiện toàn",
            description="Viết tiếp sau “do”.",
        ),
        InForm(width=60, is_prose=True),
    ] = ""


class FormerMember(Record):
    """Somebody who leaves the council when it is renewed (thôi tham gia Hội đồng)."""

    full_name: Annotated[
        str,
        Field(title="Họ và tên", examples=["Đinh Công Luận"], min_length=1),
        InForm(width=34, names_person=True),
    ]
    position: Annotated[
        str,
        Field(title="Chức vụ", examples=["nguyên Chánh Văn phòng Sở"]),
        InForm(width=34),
    ] = ""
    role: Annotated[CouncilRole, Field(title="Vai trò đã giữ", examples=[CouncilRole.MEMBER])] = (
        CouncilRole.MEMBER
    )
    gender: Annotated[Gender | None, Field(title="Giới tính", description="Để in “Ông”, “Bà”.")] = (
        None
    )
    reason: Annotated[
        str,
        Field(title="Lý do thôi", examples=["nghỉ hưu"]),
        InForm(width=34, is_prose=True, goes_on=True),
    ] = ""
