"""The emulation movement itself: what is launched, its targets, its phases, and what came of them."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from vbgen.model.emphasis import canonical
from vbgen.model.field import Choice, InForm, Record


class SubjectKind(Choice):
    """Who is emulated and commended, as the law tells them apart."""

    COLLECTIVE = "collective", "Tập thể"
    INDIVIDUAL = "individual", "Cá nhân"


class RecipientKind(Choice):
    """Who is commended, as papers name them (đối tượng khen thưởng)."""

    COLLECTIVE = "collective", "Tập thể"
    ENTERPRISE = "enterprise", "Doanh nghiệp, hợp tác xã"
    HOUSEHOLD = "household", "Hộ gia đình"
    INDIVIDUAL = "individual", "Cá nhân"
    PUPIL = "pupil", "Học sinh, sinh viên"

    @property
    def subject(self) -> SubjectKind:
        """Whom the law takes them for: an enterprise for a collective, a household and a pupil for an individual."""
        alike = (RecipientKind.COLLECTIVE, RecipientKind.ENTERPRISE)
        return SubjectKind.COLLECTIVE if self in alike else SubjectKind.INDIVIDUAL

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self in (RecipientKind.INDIVIDUAL, RecipientKind.PUPIL)

    @property
    def noun(self) -> str:
        """`tập thể`: what is counted."""
        return _NOUNS[self]


_NOUNS = {
    RecipientKind.COLLECTIVE: "tập thể",
    RecipientKind.ENTERPRISE: "doanh nghiệp",
    RecipientKind.HOUSEHOLD: "hộ gia đình",
    RecipientKind.INDIVIDUAL: "cá nhân",
    RecipientKind.PUPIL: "học sinh",
}


class ReportSection(Choice):
    """The part of a phase summary that a paragraph belongs to."""

    ADVANTAGES = "advantages", "Thuận lợi"
    DIFFICULTIES = "difficulties", "Khó khăn"
    LEADERSHIP = "leadership", "Công tác chỉ đạo, triển khai"
    MOVEMENT = "movement", "Kết quả phong trào"
    SHORTCOMINGS = "shortcomings", "Tồn tại, hạn chế"
    CAUSES = "causes", "Nguyên nhân"
    NEXT_TASKS = "next-tasks", "Phương hướng, nhiệm vụ"
    PROPOSALS = "proposals", "Đề xuất, kiến nghị"


class Movement(Record):
    """The movement as a whole; the fields are what Luật Thi đua, khen thưởng 06/2022/QH15, Điều 17, asks for."""

    name: Annotated[
        str,
        Field(
            title="Tên phong trào",
            description="Viết như trong câu; để trống khi khen thưởng ngoài phong trào.",
            examples=["phong trào thi đua năm 2022"],
        ),
    ] = ""
    year: Annotated[
        int | None,
        Field(
            title="Năm",
            description="Năm xét khen thưởng; năm học thì ghi năm kết thúc.",
            examples=[2022],
            ge=1948,
            le=2200,
        ),
    ] = None
    period: Annotated[
        str,
        Field(
            title="Thời gian",
            description="Viết như trong câu: “năm học 2025 - 2026”, “giai đoạn 2021 - 2025”;"
            " để trống thì lấy theo ô Năm.",
        ),
    ] = ""
    theme: Annotated[
        str,
        Field(
            title="Chủ đề",
            description="Không kèm ngoặc kép.",
            examples=["Đoàn kết, trách nhiệm, chủ động, sáng tạo"],
        ),
        InForm(is_prose=True, goes_on=True),
    ] = ""
    aim: Annotated[
        str,
        Field(
            title="Mục tiêu",
            examples=["Hoàn thành xuất sắc các chỉ tiêu, nhiệm vụ năm 2022."],
            description="Mục tiêu của phong trào.",
        ),
        InForm(is_prose=True),
    ] = ""
    scope: Annotated[
        str,
        Field(
            title="Phạm vi",
            examples=["Toàn cơ quan và các đơn vị trực thuộc."],
            description="Phạm vi của phong trào.",
        ),
        InForm(is_prose=True),
    ] = ""
    subjects: Annotated[
        str,
        Field(
            title="Đối tượng",
            examples=["Công chức, viên chức, người lao động của Sở."],
            description="Đối tượng tham gia.",
        ),
        InForm(is_prose=True),
    ] = ""
    criteria: Annotated[
        str,
        Field(
            title="Tiêu chí",
            examples=[
                "Hoàn thành nhiệm vụ được giao; chấp hành tốt chủ trương, pháp luật, nội quy."
            ],
            description="Tiêu chí xét khen thưởng.",
        ),
        InForm(is_prose=True),
    ] = ""
    measures: Annotated[
        str,
        Field(
            title="Biện pháp",
            examples=["Sơ kết từng đợt, tổng kết và khen thưởng kịp thời."],
            description="Biện pháp tổ chức thực hiện.",
        ),
        InForm(is_prose=True),
    ] = ""

    @property
    def in_period(self) -> str:
        """`năm 2022`, `năm học 2025 - 2026`; empty for a movement without a time."""
        return self.period or (f"năm {self.year}" if self.year else "")


class Phase(Record):
    """A phase (đợt) of the movement, with its own theme."""

    number: Annotated[
        int,
        Field(title="Đợt", description="Đánh số từ 1.", examples=[1], ge=1),
        InForm(is_key=True),
    ]
    start: Annotated[date | None, Field(title="Từ ngày", examples=[date(2022, 1, 1)])] = None
    end: Annotated[date | None, Field(title="Đến ngày", examples=[date(2022, 6, 30)])] = None
    theme: Annotated[
        str,
        Field(
            title="Chủ đề",
            examples=["Lập thành tích chào mừng các ngày lễ lớn"],
            description="Không kèm ngoặc kép.",
        ),
        InForm(width=60, is_prose=True, goes_on=True),
    ] = ""
    movement_name: Annotated[
        str,
        Field(
            title="Tên phong trào trong đợt",
            description="Viết như trong câu, ví dụ “phong trào thi đua đợt 1 năm 2022”;"
            " để trống thì là “đợt … ” và tên phong trào.",
        ),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    launch_text: Annotated[
        str,
        Field(
            title="Lời văn trong công văn",
            description="Chỉ ghi khi muốn khác câu tự lập “Đợt … (Từ … đến …) với chủ đề “…””.",
        ),
        InForm(width=60, is_prose=True, has_looks=True),
        AfterValidator(canonical),
    ] = ""


class ReportParagraph(Record):
    """A paragraph that a person writes for a phase summary (báo cáo sơ kết, tổng kết)."""

    phase: Annotated[int, Field(title="Đợt", examples=[1], ge=1), InForm(points_to="phases")]
    section: Annotated[ReportSection, Field(title="Mục", examples=[ReportSection.ADVANTAGES])]
    text: Annotated[
        str,
        Field(
            title="Nội dung",
            examples=["Lãnh đạo Sở chỉ đạo sát sao; các phòng, đơn vị phối hợp chặt chẽ."],
            description="Mỗi dòng trong ô (Alt+Enter) là một đoạn.",
            min_length=1,
        ),
        InForm(width=100, is_prose=True, has_looks=True),
        AfterValidator(canonical),
    ]
