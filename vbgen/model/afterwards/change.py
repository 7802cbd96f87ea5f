"""Papers that change an issued one: corrected, amended, replaced or withdrawn (Nghị định 30/2020/NĐ-CP, Điều 18.3)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from vbgen.model.field import Choice, InForm, Offered, Record


class ChangeKind(Choice):
    """What a later paper does to an earlier one."""

    CORRECT = "correct", "Đính chính"
    AMEND = "amend", "Sửa đổi, bổ sung"
    REPLACE = "replace", "Thay thế"
    WITHDRAW = "withdraw", "Thu hồi"


class FaultyPart(Choice):
    """What is wrong in the earlier paper; form and content are put right by different papers."""

    NAME = "name", "Họ tên, tên tập thể"
    POST = "post", "Chức vụ, đơn vị, địa chỉ"
    HONOUR = "honour", "Danh hiệu, hình thức khen thưởng"
    MERIT = "merit", "Thành tích"
    MONEY = "money", "Tiền thưởng, hiện vật"
    TEXT = "text", "Căn cứ, nội dung các điều"
    ISSUER = "issuer", "Tên cơ quan ban hành"
    NUMBER = "number", "Số, ký hiệu"
    DAY = "day", "Địa danh, ngày tháng năm"
    TITLE = "title", "Tên loại, trích yếu"
    SIGNATURE = "signature", "Quyền hạn, chức vụ, họ tên người ký"
    RECIPIENTS = "recipients", "Nơi nhận"
    LAYOUT = "layout", "Kỹ thuật trình bày"
    PROCEDURE = "procedure", "Thủ tục ban hành"

    @property
    def is_of_content(self) -> bool:
        """Whether a paper of equal form puts it right; a fault of form takes a công văn (Điều 18.3)."""
        return self in _OF_CONTENT


_OF_CONTENT = frozenset(
    {
        FaultyPart.NAME,
        FaultyPart.POST,
        FaultyPart.HONOUR,
        FaultyPart.MERIT,
        FaultyPart.MONEY,
        FaultyPart.TEXT,
    }
)


class PaperChange(Record):
    """One thing that a later paper changes in an issued one; rows of one paper and one act make one paper."""

    paper: Annotated[
        str,
        Field(
            title="Số, ký hiệu văn bản sai",
            description="Văn bản đã cấp số cần sửa; trùng số giữa các năm thì ghi thêm năm.",
            examples=["01/QĐ-SCT"],
            min_length=1,
        ),
        InForm(width=22),
    ]
    change: Annotated[
        ChangeKind,
        Field(
            title="Cách xử lý",
            description="Sai thể thức: đính chính bằng công văn. Sai nội dung: sửa đổi, thay thế hoặc thu hồi.",
            examples=[ChangeKind.AMEND],
        ),
    ]
    part: Annotated[
        FaultyPart | None,
        Field(
            title="Phần sai",
            description="Để biết văn bản nào sửa được; để trống khi thay thế, thu hồi cả văn bản.",
            examples=[FaultyPart.NAME],
        ),
        InForm(width=34),
    ] = None
    place: Annotated[
        str,
        Field(
            title="Chỗ sai",
            description="Viết như trong câu, ví dụ “số thứ tự 3 của Danh sách”.",
            examples=["số thứ tự 3 mục II của Danh sách kèm theo"],
        ),
        InForm(width=44, is_prose=True),
    ] = ""
    wrong: Annotated[
        str,
        Field(title="Đã ghi", examples=["Đỗ Mạnh Cảnh"]),
        InForm(width=44, is_prose=True),
    ] = ""
    right: Annotated[
        str,
        Field(title="Sửa thành", examples=["Đỗ Mạnh Cánh"]),
        InForm(width=44, is_prose=True),
    ] = ""
    phase: Annotated[
        int,
        Field(title="Đợt", description="Của quyết định khen thưởng sai.", examples=[1], ge=1),
        InForm(points_to="phases"),
    ] = 1
    nominee: Annotated[
        str,
        Field(
            title="Mã đối tượng",
            description="Người phải cấp lại hoặc thu hồi giấy khen; để trống nếu không có.",
            examples=["CN001"],
        ),
        InForm(width=16, points_to="nominees"),
    ] = ""
    award: Annotated[
        str,
        Field(
            title="Danh hiệu, hình thức",
            description="Của giấy khen phải cấp lại hoặc thu hồi; để trống nếu là mọi hình thức.",
            examples=["Giấy khen"],
        ),
        InForm(width=34, offers=Offered.HONOURS),
    ] = ""
    reason: Annotated[
        str,
        Field(title="Lý do", description="Bắt buộc khi thu hồi.", examples=["do sơ suất khi soạn"]),
        InForm(width=44, is_prose=True),
    ] = ""
    time: Annotated[
        int,
        Field(title="Lần sửa", description="Ghi 2 khi sửa cùng văn bản lần thứ hai.", ge=1),
    ] = 1
    by: Annotated[
        str,
        Field(
            title="Loại văn bản thay thế",
            description="Chỉ ghi khi văn bản sai được lập ngoài chương trình.",
        ),
        InForm(width=34, offers=Offered.PAPERS),
    ] = ""
    cited_as: Annotated[
        str,
        Field(
            title="Viện dẫn văn bản sai",
            description="Tên loại, trích yếu; chỉ ghi khi sổ đăng ký không có văn bản đó.",
        ),
        InForm(width=44, is_prose=True, goes_on=True),
    ] = ""
    day: Annotated[
        date | None,
        Field(
            title="Ngày văn bản sai",
            description="Chỉ ghi khi sổ đăng ký không có văn bản đó.",
        ),
    ] = None
