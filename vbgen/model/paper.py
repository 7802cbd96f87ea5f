"""What the campaign says about each paper: its planned month, signer, legal grounds and recipients."""

from typing import Annotated

from pydantic import Field

from vbgen.model.field import Choice, InForm, Offered, Record

BODIES = "papers"  # of a campaign's folder: bodies that were typed in Word
DOSSIERS = "dossiers"  # of a campaign's folder: what goes with each proposal, a folder a nominee
_KIND_NOTE = "Chọn tên trong danh sách."


class BodyForm(Choice):
    """What becomes of the looks of a body that was typed in Word."""

    DECREE = "decree", "theo thể thức"
    AS_TYPED = "as typed", "như đã gõ"


class Urgency(Choice):
    """How fast a paper must go (Nghị định 30/2020, Phụ lục I, Mục II.8.b; ô số 10b)."""

    EXPRESS = "express", "HỎA TỐC"
    VERY_URGENT = "very-urgent", "THƯỢNG KHẨN"
    URGENT = "urgent", "KHẨN"


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
        InForm(width=60, is_prose=True, goes_on=True),
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
        str, Field(title="Ký hiệu đơn vị soạn thảo", examples=["VP"]), InForm(is_symbol=True)
    ] = ""
    issuer: Annotated[
        str,
        Field(
            title="Mã nơi ban hành",
            description="Mã trong trang Nơi ban hành; để trống thì là cơ quan.",
        ),
        InForm(width=16, points_to="issuers"),
    ] = ""
    joint_issuer: Annotated[
        str,
        Field(
            title="Mã nơi liên tịch",
            description="Cơ quan thứ hai của văn bản liên tịch; số theo nơi ban hành thứ nhất.",
        ),
        InForm(width=16, points_to="issuers"),
    ] = ""
    merit: Annotated[
        str,
        Field(
            title="Thành tích chung",
            description="Viết tiếp sau “có thành tích” ở trích yếu, Điều 1; để trống thì theo phong trào.",
        ),
        InForm(width=60, is_prose=True, goes_on=True),
    ] = ""
    merit_opening: Annotated[
        str,
        Field(
            title="Lời dẫn thành tích chung",
            description="Thay cho “có thành tích” ở trích yếu, Điều 1, ví dụ “có nhiều đóng góp”.",
        ),
    ] = ""
    urgency: Annotated[
        Urgency | None, Field(title="Mức độ khẩn", description="Để trống nếu không khẩn.")
    ] = None
    circulation: Annotated[
        str,
        Field(
            title="Phạm vi lưu hành",
            description="Ví dụ “LƯU HÀNH NỘI BỘ”, “XEM XONG TRẢ LẠI”; để trống nếu không hạn chế.",
        ),
    ] = ""
    drafter_mark: Annotated[
        str,
        Field(title="Ký hiệu người soạn thảo", description="Ví dụ “PL”; in dưới Nơi nhận."),
    ] = ""
    copies: Annotated[
        int | None,
        Field(
            title="Số lượng bản", description="In trong ngoặc sau ký hiệu người soạn thảo.", ge=1
        ),
    ] = None
    draft_mark: Annotated[
        str,
        Field(
            title="Dấu dự thảo",
            description="Ví dụ “DỰ THẢO”, “DỰ THẢO LẦN 2”; chỉ in khi chưa cấp số.",
        ),
    ] = ""
    design: Annotated[
        str,
        Field(
            title="Mẫu trang trí",
            description="Của giấy khen, ví dụ hoa-sen, trong-dong; để trống thì theo thiết lập của cơ quan.",
        ),
        InForm(width=22, offers=Offered.DESIGNS),
    ] = ""
    secrecy: Annotated[
        str,
        Field(
            title="Độ mật",
            description="Để trống; văn bản mật không được lập trên máy nối mạng bằng chương trình này.",
        ),
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


class RecipientLine(PaperLine):
    """One line under “Nơi nhận”; without a kind it stands on every paper, below what is the paper's own."""

    kind: Annotated[
        str,
        Field(
            title="Loại văn bản",
            description="Để trống nếu chung cho mọi văn bản, ví dụ hàng “Lưu: VT, VP”.",
            examples=["launch-notice"],
        ),
        InForm(width=46, offers=Offered.PAPERS),
    ] = ""


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
    *_lines("emulation-registration", "Ban Thi đua - Khen thưởng tỉnh"),
]
RECIPIENTS = [
    *_lines("launch-notice", "Như trên", "Lưu: VT, VP"),
    *_lines("phase-summary", "Các phòng, đơn vị trực thuộc Sở", "Lưu: VT, VP"),
    *_lines("nomination-list", "Như trên", "Lưu: VT, VP"),
    *_lines("emulation-registration", "Như trên", "Lưu: VT, VP"),
    *_lines("emulation-pledge", "Các đơn vị trong khối", "Lưu: VT, VP"),
    *_lines("score-table", "Các đơn vị trong khối", "Lưu: VT, VP"),
    *_lines("registration-results", "Các phòng, đơn vị trực thuộc Sở", "Lưu: VT, VP"),
    *_lines("council-decision", "Như Điều 4", "Lưu: VT, VP"),
    *_lines("council-invitation", "Như trên", "Lưu: VT, VP"),
    *_lines("council-minutes", "Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
    *_lines("ballot-count", "Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
    *_lines("council-conclusion", "Thành viên Hội đồng", "Lưu: VT, VP"),
    *_lines("award-decision", "Như Điều 3", "Lưu: VT, VP"),
    *_lines("amending-decision", "Như Điều 3", "Lưu: VT, VP"),
    *_lines("ceremony-programme", "Các phòng, đơn vị trực thuộc Sở", "Lưu: VT, VP"),
    *_lines("award-confirmation", "Người được xác nhận", "Lưu: VT"),
    *_lines("year-statistics", "Sở Nội vụ", "Lưu: VT, VP"),
]
