"""The agency that runs the campaign: its names, its units, and who signs for it."""

from typing import Annotated

from pydantic import Field

from vbgen.model.decision_split import DecisionSplit
from vbgen.model.field import Choice, InForm, Record


class SizeSet(Choice):
    """Sizes of national name, motto and date that go together (Nghị định 30/2020, Phụ lục I, Mục V, note)."""

    LARGE = "13/14/14", "13/14/14"
    SMALL = "12/13/13", "12/13/13"


class AgencyLevel(Choice):
    """Who the agency is in the law of awards; powers and bonus rates hang on it (Luật 06/2022, Điều 75, 79, 80)."""

    PROVINCIAL_DEPARTMENT = "provincial-department", "Sở và tương đương thuộc tỉnh"
    PROVINCE = "province", "Ủy ban nhân dân cấp tỉnh"
    DISTRICT = "district", "Ủy ban nhân dân cấp huyện (đến 30/6/2025)"
    COMMUNE = "commune", "Ủy ban nhân dân cấp xã"
    MINISTRY_UNIT = "ministry-unit", "Đơn vị thuộc bộ, ban, ngành"
    MINISTRY = "ministry", "Bộ, ban, ngành trung ương"
    SCHOOL = "school", "Trường học, cơ sở giáo dục"
    HOSPITAL = "hospital", "Bệnh viện, cơ sở y tế"
    PUBLIC_UNIT = "public-unit", "Đơn vị sự nghiệp công lập khác"
    UNION = "union", "Công đoàn"
    YOUTH_UNION = "youth-union", "Đoàn Thanh niên, Hội Sinh viên, Đội Thiếu niên"
    ASSOCIATION = "association", "Mặt trận, hội, tổ chức xã hội"
    PARTY = "party", "Cơ quan, tổ chức Đảng"
    ENTERPRISE = "enterprise", "Doanh nghiệp, hợp tác xã"

    @property
    def deciding_body(self) -> str:
        """`Ban Chấp hành`: the body that decides as a rule, its head signing for it; an office may differ."""
        return "Ban Chấp hành" if self in (AgencyLevel.UNION, AgencyLevel.YOUTH_UNION) else ""


class SigningPower(Choice):
    """By what right a person signs (Nghị định 30/2020, Điều 13; Phụ lục I, Mục II.7)."""

    HEAD = "head", "Người đứng đầu"
    DEPUTY = "KT", "KT. (ký thay)"
    BY_ORDER = "TL", "TL. (thừa lệnh)"
    AUTHORISED = "TUQ", "TUQ. (thừa ủy quyền)"
    ACTING = "Q", "Q. (quyền)"
    COLLECTIVE = "TM", "TM. (thay mặt tập thể)"
    COLLECTIVE_DEPUTY = "TM-KT", "TM. và KT. (thay mặt tập thể, ký thay)"


class MoneyRule(Choice):
    """What money goes with an award."""

    LAW = "law", "Theo quy định của pháp luật"
    OWN = "own", "Theo mức của cơ quan (trang Mức thưởng)"
    NONE = "none", "Không kèm tiền thưởng"


class Agency(Record):
    """The issuing agency (cơ quan ban hành) and the habits of its papers."""

    governing_body: Annotated[
        str,
        Field(
            title="Cơ quan chủ quản",
            description="Dòng trên cùng bên trái; để trống nếu không có. Được viết tắt cụm từ thông dụng.",
            examples=["UBND TỈNH HÀ NAM"],
        ),
        InForm(keeps_lines=True),
    ] = ""
    name: Annotated[
        str,
        Field(
            title="Tên cơ quan",
            description="Tên in hoa ở đầu văn bản.",
            examples=["SỞ CÔNG THƯƠNG"],
            min_length=1,
        ),
        InForm(keeps_lines=True),
    ]
    full_name: Annotated[
        str,
        Field(
            title="Tên trong câu",
            description="Tên đầy đủ, viết như trong câu văn.",
            examples=["Sở Công Thương Hà Nam"],
            min_length=1,
        ),
    ]
    short_name: Annotated[
        str,
        Field(
            title="Tên gọi tắt",
            description="Ví dụ “Sở”; dùng trong câu.",
            examples=["Sở"],
            min_length=1,
        ),
    ]
    symbol: Annotated[
        str,
        Field(
            title="Ký hiệu cơ quan",
            description="Chữ viết tắt trong số, ký hiệu văn bản.",
            examples=["SCT"],
            min_length=1,
        ),
        InForm(is_symbol=True),
    ]
    drafting_unit_symbol: Annotated[
        str,
        Field(
            title="Ký hiệu đơn vị soạn thảo",
            description="Đứng sau ký hiệu cơ quan trong công văn; để trống nếu cơ quan không chia phòng, ban.",
            examples=["VP"],
        ),
        InForm(is_symbol=True),
    ] = ""
    place: Annotated[
        str,
        Field(
            title="Địa danh",
            description="Đứng trước ngày, tháng, năm.",
            examples=["Hà Nam"],
            min_length=1,
        ),
    ]
    level: Annotated[
        AgencyLevel | None,
        Field(
            title="Cấp của cơ quan",
            description="Bắt buộc khi khen thưởng: thẩm quyền và mức tiền thưởng theo cấp này.",
            examples=[AgencyLevel.PROVINCIAL_DEPARTMENT],
        ),
    ] = None
    head_title: Annotated[
        str,
        Field(
            title="Chức danh người đứng đầu",
            description="Dùng sau KT., TL., TUQ., Q.",
            examples=["Giám đốc"],
            min_length=1,
        ),
    ]
    authority: Annotated[
        str,
        Field(
            title="Thẩm quyền ban hành",
            description="Dòng in hoa trong quyết định và giấy khen.",
            examples=["GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ NAM"],
            min_length=1,
        ),
        InForm(keeps_lines=True),
    ]
    council_name: Annotated[
        str,
        Field(
            title="Tên Hội đồng",
            description="Hội đồng thi đua - khen thưởng, viết như trong câu.",
            examples=["Hội đồng Thi đua - Khen thưởng"],
        ),
    ] = "Hội đồng Thi đua - Khen thưởng"
    council_symbol: Annotated[
        str,
        Field(
            title="Ký hiệu Hội đồng",
            description="Dùng trong số, ký hiệu biên bản.",
            examples=["HĐTĐKT"],
        ),
        InForm(is_symbol=True),
    ] = "HĐTĐKT"
    superior: Annotated[
        str,
        Field(
            title="Người có thẩm quyền cấp trên",
            description="Nơi trình những hình thức khen thưởng vượt thẩm quyền.",
            examples=["Chủ tịch Ủy ban nhân dân tỉnh Hà Nam"],
        ),
    ] = ""
    executors: Annotated[
        str,
        Field(
            title="Nơi chịu trách nhiệm thi hành",
            description="Mở đầu Điều thi hành của quyết định; để trống thì chỉ có những người được khen.",
            examples=["Chánh Văn phòng, Thủ trưởng các phòng, đơn vị trực thuộc Sở"],
        ),
        InForm(is_prose=True, goes_on=True),
    ] = ""
    money: Annotated[
        MoneyRule,
        Field(
            title="Tiền thưởng",
            description="Theo pháp luật, theo trang Mức thưởng, hay không kèm tiền.",
        ),
    ] = MoneyRule.LAW
    bonus_source: Annotated[
        str,
        Field(
            title="Nguồn chi tiền thưởng",
            description="Viết như trong quyết định; mức thưởng có nguồn riêng thì ghi ở trang Mức thưởng.",
            examples=["quỹ thi đua, khen thưởng của Sở năm 2022"],
        ),
    ] = ""
    money_article: Annotated[
        str,
        Field(
            title="Lời văn Điều về tiền thưởng",
            description="Ghi [số tiền], [bằng chữ], [nguồn chi] ở chỗ cần; để trống thì dùng lời văn chung.",
        ),
        InForm(is_prose=True),
    ] = ""
    decisions: Annotated[
        DecisionSplit,
        Field(
            title="Tách quyết định khen thưởng",
            description="Danh hiệu và hình thức khen thưởng luôn tách; cơ quan có thể tách thêm.",
        ),
    ] = DecisionSplit.LAW
    heading: Annotated[
        str,
        Field(
            title="Tiêu đề thay Quốc hiệu",
            description="Văn bản của Đảng, Đoàn, Đội; để trống thì in Quốc hiệu và Tiêu ngữ.",
            examples=[],
        ),
        InForm(keeps_lines=True),
    ] = ""
    size_set: Annotated[
        SizeSet,
        Field(
            title="Bộ cỡ chữ",
            description="Cỡ chữ của quốc hiệu, tiêu ngữ và địa danh, ngày tháng; giữ thống nhất trong một văn bản.",
        ),
    ] = SizeSet.LARGE
    individuals_first: Annotated[
        bool,
        Field(
            title="Cá nhân trước tập thể",
            description="Mặc định tập thể đứng trước trong các danh sách.",
        ),
    ] = False
    address: Annotated[
        str,
        Field(title="Địa chỉ", description="Chân trang 1 của công văn; để trống nếu không ghi."),
    ] = ""
    phone: Annotated[str, Field(title="Điện thoại")] = ""
    email: Annotated[str, Field(title="Thư điện tử")] = ""
    website: Annotated[str, Field(title="Trang thông tin điện tử")] = ""


class Signer(Record):
    """A person who may sign, and by what right."""

    id: Annotated[
        str,
        Field(title="Mã người ký", description="Không trùng.", examples=["gd", "ct"], min_length=1),
        InForm(width=16, is_key=True, made_from=("full_name", "position", "on_behalf_of")),
    ]
    full_name: Annotated[
        str,
        Field(
            title="Họ và tên",
            description="Không ghi học hàm, học vị trước tên.",
            examples=["Lê Nguyên Ngọc", "Lê Nguyên Ngọc"],
            min_length=1,
        ),
        InForm(width=34, names_person=True),
    ]
    position: Annotated[
        str,
        Field(
            title="Chức vụ",
            description="Chức vụ của người ký.",
            examples=["Giám đốc", "Chủ tịch"],
            min_length=1,
        ),
        InForm(width=34),
    ]
    power: Annotated[
        SigningPower,
        Field(
            title="Quyền hạn ký",
            examples=[SigningPower.HEAD, SigningPower.COLLECTIVE],
            description="KT., TL., TUQ., Q., TM. hoặc người đứng đầu.",
        ),
    ] = SigningPower.HEAD
    on_behalf_of: Annotated[
        str,
        Field(
            title="Ký thay (chức danh, tập thể)",
            description="Chức danh hoặc tập thể đứng sau KT., TL., TM. …; để trống thì lấy chức danh người đứng đầu.",
            examples=["", "Hội đồng Thi đua - Khen thưởng"],
        ),
        InForm(other_titles=("Ký thay ai",)),
    ] = ""
