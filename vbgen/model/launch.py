"""What a launch says: its opening, its contents as an outline, the headings of its parts, its closing."""

from typing import Annotated

from pydantic import AfterValidator, Field

from vbgen.model.emphasis import canonical
from vbgen.model.field import Choice, InForm, Record

TARGETS_MARK, PHASES_MARK = "[mục tiêu]", "[các đợt]"  # rows that put those parts in their place


class OutlineLevel(Choice):
    """Where a content stands in the outline (bố cục: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.5)."""

    PART = "part", "Mục I"
    ITEM = "item", "Mục 1"
    POINT = "point", "Điểm a"
    DASH = "dash", "Gạch đầu dòng"
    PARAGRAPH = "paragraph", "Đoạn văn"


class Launch(Record):
    """What the launch notice (công văn phát động) says besides contents, targets and phases."""

    opening: Annotated[
        str,
        Field(
            title="Lời mở đầu",
            description="Ghi [chủ đề] ở chỗ đặt chủ đề; chủ đề được in đậm.",
            examples=["Sở Công Thương phát động phong trào thi đua với chủ đề: “[chủ đề]”."],
        ),
        InForm(is_prose=True, has_looks=True),
        AfterValidator(canonical),
    ] = ""
    contents_heading: Annotated[str, Field(title="Đề mục nội dung"), InForm(goes_on=False)] = (
        "Nội dung phong trào thi đua"
    )
    targets_heading: Annotated[str, Field(title="Đề mục mục tiêu"), InForm(goes_on=False)] = (
        "Mục tiêu phấn đấu hoàn thành xuất sắc các chỉ tiêu"
    )
    indicators_heading: Annotated[
        str, Field(title="Đề mục chỉ tiêu nhiệm vụ"), InForm(goes_on=False)
    ] = "Chỉ tiêu về thực hiện nhiệm vụ chính trị"
    quotas_heading: Annotated[
        str, Field(title="Đề mục chỉ tiêu thi đua"), InForm(goes_on=False)
    ] = "Chỉ tiêu thi đua"
    collectives_heading: Annotated[str, Field(title="Đề mục tập thể"), InForm(goes_on=False)] = (
        "Tập thể"
    )
    individuals_heading: Annotated[str, Field(title="Đề mục cá nhân"), InForm(goes_on=False)] = (
        "Cá nhân"
    )
    phases_heading: Annotated[str, Field(title="Đề mục các đợt"), InForm(goes_on=False)] = (
        "Phát động thi đua"
    )
    phases_opening: Annotated[
        str,
        Field(title="Lời dẫn các đợt", description="Để trống thì bỏ qua."),
        InForm(is_prose=True, has_looks=True),
        AfterValidator(canonical),
    ] = ""
    closing: Annotated[
        str,
        Field(
            title="Lời kết",
            description="Không cần ghi “./.” ở cuối.",
            examples=["Trên đây là nội dung phát động thi đua năm 2022."],
        ),
        InForm(is_prose=True, has_looks=True),
        AfterValidator(canonical),
    ] = ""


class Content(Record):
    """One numbered content of the movement (nội dung)."""

    text: Annotated[
        str,
        Field(
            title="Nội dung",
            examples=["Thực hiện tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước."],
            description="Mỗi hàng một mục, không ghi số thứ tự; ghi [mục tiêu], [các đợt] ở chỗ đặt hai phần này.",
            min_length=1,
        ),
        InForm(width=100, is_prose=True, has_looks=True),
        AfterValidator(canonical),
    ]
    level: Annotated[
        OutlineLevel,
        Field(
            title="Cấp",
            description="Mục I là đề mục mới; Mục 1, Điểm a được đánh số; Đoạn văn không đánh số.",
        ),
    ] = OutlineLevel.ITEM
