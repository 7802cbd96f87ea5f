"""What the campaign says about each paper: its planned month, signer, legal grounds and recipients."""

from typing import Annotated

from pydantic import Field

from vbgen.model.field import Choice, InForm, Offered, Record

BODIES = "papers"  # of a campaign's folder: bodies that were typed in Word
_KIND_NOTE = "Tên như trong danh sách; ghi mã (launch-notice, award-decision …) cũng được."


class BodyForm(Choice):
    """What becomes of the looks of a body that was typed in Word."""

    DECREE = "decree", "theo thể thức"
    AS_TYPED = "as typed", "như đã gõ"


class PaperPlan(Record):
    """How one kind of paper is drafted; without a row the kind's own defaults hold."""

    kind: Annotated[
        str,
        Field(
            title="Loại văn bản", description=_KIND_NOTE, examples=["launch-notice"], min_length=1
        ),
        InForm(width=46, is_key=True, offers=Offered.PAPERS),
    ]
    phase: Annotated[
        int | None,
        Field(title="Đợt", description="Để trống nếu chung cho mọi đợt.", ge=1),
        InForm(is_key=True, points_to="phases"),
    ] = None
    signer: Annotated[
        str, Field(title="Mã người ký", examples=["gd"]), InForm(width=16, points_to="signers")
    ] = ""
    second_signer: Annotated[
        str,
        Field(
            title="Mã người ký thứ hai",
            description="Thư ký của biên bản, bên thứ hai của hợp đồng, bản ghi nhớ, bản thỏa thuận.",
        ),
        InForm(width=16, points_to="signers"),
    ] = ""
    as_type: Annotated[
        str,
        Field(
            title="Ban hành dưới hình thức",
            description="Phong trào có thể phát động bằng kế hoạch, chỉ thị, quyết định hay công văn.",
        ),
        InForm(width=30, offers=Offered.PAPERS),
    ] = ""
    body_form: Annotated[
        BodyForm,
        Field(
            title="Trình bày thân văn bản",
            description="Thân soạn bằng Word: đưa về thể thức, hoặc giữ như đã gõ.",
        ),
    ] = BodyForm.DECREE
    subject: Annotated[
        str,
        Field(title="Trích yếu", description="Để trống thì lấy theo mẫu của loại văn bản."),
        InForm(width=60, is_prose=True),
    ] = ""
    month: Annotated[
        int | None,
        Field(
            title="Tháng dự kiến",
            examples=[1],
            description="In sẵn trong dự thảo; để trống thì chừa chỗ.",
            ge=1,
            le=12,
        ),
    ] = None
    year: Annotated[int | None, Field(title="Năm dự kiến", examples=[2022], ge=1948, le=2200)] = (
        None
    )
    drafting_unit_symbol: Annotated[
        str, Field(title="Ký hiệu đơn vị soạn thảo", examples=["VP"])
    ] = ""


class PaperLine(Record):
    """One line of a list that a kind of paper prints; the rows' order is kept."""

    kind: Annotated[
        str,
        Field(
            title="Loại văn bản", description=_KIND_NOTE, examples=["launch-notice"], min_length=1
        ),
        InForm(width=46, offers=Offered.PAPERS),
    ]
    text: Annotated[
        str,
        Field(
            title="Nội dung",
            examples=["Như trên"],
            description="Không ghi gạch đầu dòng và dấu cuối dòng.",
            min_length=1,
        ),
        InForm(width=100, is_prose=True),
    ]


def _lines(kind: str, *texts: str) -> list[dict[str, str]]:
    return [{"kind": kind, "text": text} for text in texts]


# What the three sheets of lines show: enough for every paper of the example campaign.
GROUNDS = _lines(
    "award-decision",
    "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013",
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều"
    " của Luật Thi đua, khen thưởng",
)
ADDRESSEES = [
    *_lines("launch-notice", "Các phòng, đơn vị trực thuộc Sở"),
    *_lines("nomination-list", "Giám đốc Sở Công Thương"),
]
RECIPIENTS = [
    *_lines("launch-notice", "Như trên", "Lưu: VT, VP"),
    *_lines("phase-summary", "Các phòng, đơn vị trực thuộc Sở", "Lưu: VT, VP"),
    *_lines("nomination-list", "Như trên", "Lưu: VT, VP"),
    *_lines("council-minutes", "Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
    *_lines("award-decision", "Như Điều 3", "Lưu: VT, VP"),
]
