"""Who is proposed and commended: persons and collectives, their merits and their history."""

from datetime import date
from typing import Annotated

from pydantic import Field

from vbgen.model.field import Choice, InForm, Offered, Record
from vbgen.model.movement import RecipientKind, SubjectKind


class Gender(Choice):
    """As the list of nominees records it."""

    MALE = "male", "Nam"
    FEMALE = "female", "Nữ"


class YearRating(Choice):
    """The year's quality rating (xếp loại chất lượng năm)."""

    EXCELLENT = "excellent", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "good", "Hoàn thành tốt nhiệm vụ"
    DONE = "done", "Hoàn thành nhiệm vụ"
    NOT_DONE = "not-done", "Không hoàn thành nhiệm vụ"


class TrainingResult(Choice):
    """How a training of a year or more ended."""

    GOOD = "good", "Khá trở lên"
    BELOW = "below", "Dưới khá"


class Nominee(Record):
    """A person or a collective that can be nominated; the id stays the same over the years."""

    id: Annotated[
        str,
        Field(
            title="Mã đối tượng",
            description="Không đổi qua các năm.",
            examples=["CN001", "TT001"],
            min_length=1,
        ),
        InForm(width=16, is_key=True, made_from=("full_name", "unit")),
    ]
    kind: Annotated[
        RecipientKind,
        Field(
            title="Loại đối tượng", examples=[RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE]
        ),
    ]
    honorific: Annotated[
        str,
        Field(
            title="Danh xưng",
            description="Ông, Bà, cấp bậc hàm …; để trống thì lấy theo giới tính.",
            examples=["Bà", ""],
        ),
    ] = ""
    full_name: Annotated[
        str,
        Field(
            title="Họ và tên, tên tập thể",
            examples=["Nguyễn Thị Minh Nguyệt", "Văn phòng Sở"],
            min_length=1,
        ),
        InForm(width=34, names_person=True),
    ]
    gender: Annotated[
        Gender | None,
        Field(
            title="Giới tính", examples=[Gender.FEMALE, None], description="Để trống với tập thể."
        ),
    ] = None
    birth_year: Annotated[
        int | None, Field(title="Năm sinh", examples=[1985, None], ge=1900, le=2200)
    ] = None
    position: Annotated[
        str, Field(title="Chức vụ", examples=["Chuyên viên", ""]), InForm(width=34)
    ] = ""
    unit: Annotated[
        str,
        Field(
            title="Mã đơn vị",
            description="Mã trong trang Đơn vị; để trống với người không thuộc đơn vị nào.",
            examples=["VP"],
        ),
        InForm(width=16, points_to="units"),
    ] = ""
    rank: Annotated[
        int,
        Field(
            title="Thứ bậc",
            description="1 là cao nhất; người cùng thứ bậc xếp theo tên.",
            examples=[3, 9],
            ge=1,
        ),
    ] = 9
    is_leader: Annotated[
        bool,
        Field(title="Giữ chức vụ lãnh đạo", description="Không ghi với người lao động trực tiếp."),
        InForm(other_titles=("Là lãnh đạo",)),
    ] = False
    joined: Annotated[
        date | None,
        Field(
            title="Ngày về cơ quan",
            examples=[date(2010, 3, 1), None],
            description="Để tính thời gian công tác.",
        ),
    ] = None
    rating: Annotated[
        YearRating | None, Field(title="Xếp loại năm", examples=[YearRating.EXCELLENT, None])
    ] = None
    discipline: Annotated[
        str,
        Field(title="Kỷ luật trong năm", description="Hình thức kỷ luật; để trống nếu không có."),
        InForm(width=30, is_prose=True),
    ] = ""
    moved_from: Annotated[
        str,
        Field(
            title="Đơn vị cũ",
            description="Ghi khi chuyển đến trong năm.",
        ),
    ] = ""
    moved_on: Annotated[date | None, Field(title="Ngày chuyển đến")] = None
    seconded_to: Annotated[
        str,
        Field(
            title="Biệt phái đến", description="Cơ quan, đơn vị nhận biệt phái; để trống nếu không."
        ),
    ] = ""
    other_side_agrees: Annotated[
        bool,
        Field(
            title="Đã có ý kiến của đơn vị cũ, nơi biệt phái",
            description="Ý kiến của đơn vị cũ hoặc xác nhận của nơi nhận biệt phái.",
        ),
        InForm(other_titles=("Đã có ý kiến nơi kia",)),
    ] = False
    training_months: Annotated[
        int,
        Field(
            title="Số tháng đào tạo", description="Được cử đi đào tạo tập trung trong năm.", ge=0
        ),
    ] = 0
    training_result: Annotated[TrainingResult | None, Field(title="Kết quả đào tạo")] = None
    is_outside: Annotated[
        bool,
        Field(
            title="Ngoài cơ quan",
            description="Không ghi tên cơ quan sau tên, chức vụ của người này.",
        ),
    ] = False
    printed_post: Annotated[
        str,
        Field(
            title="Chức vụ, địa chỉ in trên giấy",
            description="Chỉ ghi khi khác “chức vụ, đơn vị”: lớp, địa chỉ …; ghi “-” để không in gì.",
        ),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    note: Annotated[str, Field(title="Ghi chú"), InForm(width=40, is_prose=True)] = ""

    @property
    def subject(self) -> SubjectKind:
        """Whom the law takes the nominee for."""
        return self.kind.subject


class Initiative(Record):
    """An initiative or study (sáng kiến, đề tài) that supports a title."""

    nominee: Annotated[
        str,
        Field(title="Mã đối tượng", examples=["CN001"], min_length=1),
        InForm(width=16, points_to="nominees"),
    ]
    name: Annotated[
        str,
        Field(
            title="Tên sáng kiến, đề tài", examples=["Số hóa hồ sơ cấp phép của Sở"], min_length=1
        ),
        InForm(width=34),
    ]
    decision_number: Annotated[
        str, Field(title="Số quyết định công nhận", examples=["18/QĐ-SCT"])
    ] = ""
    decision_date: Annotated[
        date | None, Field(title="Ngày quyết định", examples=[date(2021, 12, 20)])
    ] = None
    recognised_by: Annotated[str, Field(title="Cơ quan công nhận", examples=["Sở Công Thương"])] = (
        ""
    )


class PastAward(Record):
    """An award of an earlier year, with the decision that proves it."""

    nominee: Annotated[
        str,
        Field(title="Mã đối tượng", examples=["CN001"], min_length=1),
        InForm(width=16, points_to="nominees"),
    ]
    year: Annotated[int, Field(title="Năm", examples=[2021], ge=1948, le=2200)]
    award: Annotated[
        str,
        Field(title="Danh hiệu, hình thức", examples=["Chiến sĩ thi đua cơ sở"], min_length=1),
        InForm(width=34, offers=Offered.HONOURS),
    ]
    decision_number: Annotated[str, Field(title="Số quyết định", examples=["245/QĐ-SCT"])] = ""
    decision_date: Annotated[
        date | None, Field(title="Ngày quyết định", examples=[date(2021, 12, 28)])
    ] = None
    decided_by: Annotated[
        str, Field(title="Cơ quan quyết định", examples=["Giám đốc Sở Công Thương"])
    ] = ""


class Nomination(Record):
    """One proposal (đề nghị): who, for what, for which merit, in which phase."""

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
    award: Annotated[
        str,
        Field(title="Danh hiệu, hình thức đề nghị", examples=["Giấy khen"], min_length=1),
        InForm(width=34, is_key=True, offers=Offered.HONOURS),
    ]
    merit: Annotated[
        str,
        Field(
            title="Tóm tắt thành tích",
            description="Viết tiếp sau “Đã có thành tích”, hoặc sau lời dẫn ở cột bên.",
            examples=["xuất sắc trong phong trào thi đua đợt 1 năm 2022"],
            min_length=1,
        ),
        InForm(width=60, is_prose=True, goes_on=True),
    ]
    merit_opening: Annotated[
        str,
        Field(
            title="Lời dẫn thành tích",
            description="Thay cho “Đã có thành tích”; ghi “-” khi cột Thành tích đã là câu trọn.",
        ),
    ] = ""


class Award(Record):
    """One commendation as decided (khen thưởng): the row from which decision, bonus and certificate follow."""

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
    award: Annotated[
        str,
        Field(title="Danh hiệu, hình thức", examples=["Giấy khen"], min_length=1),
        InForm(width=34, is_key=True, offers=Offered.HONOURS),
    ]
    merit: Annotated[
        str,
        Field(
            title="Thành tích ghi trên giấy khen",
            description="Viết tiếp sau “Đã có thành tích”, hoặc sau lời dẫn ở cột bên.",
            examples=["xuất sắc trong phong trào thi đua đợt 1 năm 2022"],
            min_length=1,
        ),
        InForm(width=60, is_prose=True, goes_on=True),
    ]
    merit_opening: Annotated[
        str,
        Field(
            title="Lời dẫn thành tích",
            description="Thay cho “Đã có thành tích”; ghi “-” khi cột Thành tích đã là câu trọn.",
        ),
    ] = ""
