"""Targets of a movement, and what came of them: indicators of the political task, quotas of the emulation."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

from vbgen.model.emphasis import canonical
from vbgen.model.field import Choice, InForm, Offered, Record
from vbgen.model.movement import SubjectKind

MOST_DECIMALS = 6  # that an office writes; what has more was computed


class Measure(Choice):
    """How a quota counts."""

    COUNT = "count", "Số lượng"
    SHARE = "share", "Tỷ lệ %"


class Indicator(Record):
    """A target of the political task (chỉ tiêu nhiệm vụ chính trị)."""

    id: Annotated[
        str,
        Field(title="Mã chỉ tiêu", description="Không trùng.", examples=["GTSXCN"], min_length=1),
        InForm(width=16, is_key=True),
    ]
    name: Annotated[
        str,
        Field(
            title="Tên chỉ tiêu",
            examples=["Giá trị sản xuất công nghiệp (Giá SS2010)"],
            min_length=1,
        ),
        InForm(width=34),
    ]
    unit: Annotated[
        str, Field(title="Đơn vị tính", examples=["tỷ đồng"], min_length=1), InForm(width=16)
    ]
    planned: Annotated[Decimal, Field(title="Kế hoạch năm", examples=[Decimal("174186.0")])]
    decimals: Annotated[
        int | None,
        Field(
            title="Số chữ số thập phân",
            description="Khi in số; để trống thì in đúng số chữ số đã ghi.",
            ge=0,
            le=MOST_DECIMALS,
        ),
    ] = None
    lower_is_better: Annotated[
        bool,
        Field(title="Thấp hơn là đạt", description="Ví dụ tỷ lệ hồ sơ trễ hạn."),
        InForm(other_titles=("Càng thấp càng tốt",)),
    ] = False
    launch_text: Annotated[
        str,
        Field(
            title="Lời văn trong công văn",
            description="Chỉ ghi khi muốn khác câu tự lập “… đạt … …”.",
        ),
        InForm(width=60, is_prose=True, has_looks=True),
        AfterValidator(canonical),
    ] = ""


class IndicatorResult(Record):
    """What was reached at the end of a phase, counted from the start of the year."""

    indicator: Annotated[
        str,
        Field(title="Mã chỉ tiêu", examples=["GTSXCN"], min_length=1),
        InForm(width=16, is_key=True, points_to="indicators"),
    ]
    phase: Annotated[
        int, Field(title="Đợt", examples=[1], ge=1), InForm(is_key=True, points_to="phases")
    ]
    result: Annotated[
        Decimal | None,
        Field(
            title="Kết quả lũy kế",
            examples=[Decimal("88435.5")],
            description="Từ đầu năm đến hết đợt; để trống nếu chưa có số liệu.",
        ),
    ] = None
    same_period: Annotated[
        Decimal | None,
        Field(
            title="Cùng kỳ năm trước",
            examples=[Decimal("79602.1")],
            description="Lũy kế cùng kỳ; để trống nếu không có.",
        ),
    ] = None
    estimated: Annotated[
        bool, Field(title="Ước thực hiện", description="Số liệu ước, chưa chính thức.")
    ] = False
    reason: Annotated[
        str,
        Field(title="Nguyên nhân chưa đạt", description="Ghi khi không đạt kế hoạch."),
        InForm(width=60, is_prose=True),
    ] = ""


class Quota(Record):
    """An emulation target (chỉ tiêu thi đua) for collectives or individuals: a count or a share, from … to …."""

    id: Annotated[
        str,
        Field(title="Mã chỉ tiêu", description="Không trùng.", examples=["CN-LDTT"], min_length=1),
        InForm(width=16, is_key=True),
    ]
    subject_kind: Annotated[
        SubjectKind, Field(title="Đối tượng", examples=[SubjectKind.INDIVIDUAL])
    ]
    name: Annotated[
        str,
        Field(
            title="Tên chỉ tiêu",
            description="Tên ngắn dùng trong báo cáo.",
            examples=["Cá nhân đạt danh hiệu “Lao động tiên tiến”"],
            min_length=1,
        ),
        InForm(width=34),
    ]
    award: Annotated[
        str,
        Field(
            title="Danh hiệu, hình thức",
            description="Để trống nếu là mức hoàn thành nhiệm vụ.",
            examples=["Lao động tiên tiến"],
        ),
        InForm(width=34, offers=Offered.HONOURS),
    ] = ""
    measure: Annotated[Measure, Field(title="Cách tính", examples=[Measure.SHARE])]
    minimum: Annotated[
        Decimal | None, Field(title="Từ (ít nhất)", examples=[Decimal(80)], ge=0)
    ] = None
    maximum: Annotated[Decimal | None, Field(title="Đến (nhiều nhất)", ge=0)] = None
    launch_text: Annotated[
        str,
        Field(
            title="Lời văn trong công văn",
            examples=["80% cá nhân trở lên đạt danh hiệu “Lao động tiên tiến”."],
            description="Câu in trong công văn; để trống nếu chỉ tiêu đã nằm trong câu của hàng trên.",
        ),
        InForm(width=60, is_prose=True, has_looks=True),
        AfterValidator(canonical),
    ] = ""


class QuotaResult(Record):
    """What was reached of a quota that the awards' lists do not show by themselves."""

    quota: Annotated[
        str,
        Field(title="Mã chỉ tiêu", examples=["CN-LDTT"], min_length=1),
        InForm(width=16, is_key=True, points_to="quotas"),
    ]
    phase: Annotated[
        int, Field(title="Đợt", examples=[1], ge=1), InForm(is_key=True, points_to="phases")
    ]
    achieved: Annotated[
        int, Field(title="Số đạt", examples=[6], description="Số tập thể hoặc cá nhân đạt.", ge=0)
    ]
    total: Annotated[
        int, Field(title="Tổng số", examples=[7], description="Tổng số tập thể hoặc cá nhân.", ge=0)
    ]
    reason: Annotated[str, Field(title="Nguyên nhân chưa đạt"), InForm(width=60, is_prose=True)] = (
        ""
    )
