"""The tables of a campaign that stand before anybody is named: the office, its movement, targets and phases."""

from typing import Annotated

from pydantic import Field

from vbgen.model.agency import Agency, Signer
from vbgen.model.field import AsSheet, Record, SheetGroup
from vbgen.model.issuer import Issuer
from vbgen.model.launch import Content, Launch
from vbgen.model.money import BonusRate
from vbgen.model.movement import Movement, Phase, ReportParagraph
from vbgen.model.recipient import RecipientWording
from vbgen.model.targets import Indicator, IndicatorResult, Quota, QuotaResult
from vbgen.model.unit import Unit


class PlannedTables(Record):
    """The first sheets of the workbook, in its order."""

    agency: Annotated[
        Agency,
        Field(
            title="Cơ quan",
            description="Thông tin chung của cơ quan ban hành: tên, ký hiệu, địa danh, người đứng đầu.",
        ),
        AsSheet(SheetGroup.OFFICE),
    ]
    units: Annotated[
        tuple[Unit, ...],
        Field(title="Đơn vị", description="Các phòng, đơn vị trực thuộc, theo thứ tự của cơ quan."),
        AsSheet(SheetGroup.OFFICE),
    ] = ()
    signers: Annotated[
        tuple[Signer, ...],
        Field(title="Người ký", description="Những người có thể ký và ký với quyền hạn nào."),
        AsSheet(SheetGroup.OFFICE),
    ] = ()
    issuers: Annotated[
        tuple[Issuer, ...],
        Field(
            title="Nơi ban hành",
            description="Nơi ban hành khác cơ quan: bộ mà cơ quan ký thừa lệnh, công đoàn, cơ quan liên tịch.",
        ),
        AsSheet(SheetGroup.OFFICE),
    ] = ()
    bonus_rates: Annotated[
        tuple[BonusRate, ...],
        Field(
            title="Mức thưởng",
            description="Mức tiền, hiện vật của cơ quan; thay cho mức của pháp luật.",
        ),
        AsSheet(SheetGroup.OFFICE),
    ] = ()
    wordings: Annotated[
        tuple[RecipientWording, ...],
        Field(
            title="Cách ghi đối tượng",
            description="Danh xưng, đề mục cột, lời dẫn thành tích của từng loại đối tượng.",
        ),
        AsSheet(SheetGroup.OFFICE),
    ] = ()
    movement: Annotated[
        Movement,
        Field(
            title="Phong trào", description="Tên, năm, chủ đề và những điều chung của phong trào."
        ),
        AsSheet(SheetGroup.MOVEMENT),
    ] = Movement()
    launch: Annotated[
        Launch,
        Field(title="Phát động", description="Lời văn riêng của công văn phát động."),
        AsSheet(SheetGroup.MOVEMENT),
    ] = Launch()
    contents: Annotated[
        tuple[Content, ...],
        Field(title="Nội dung", description="Các nội dung thi đua, mỗi hàng một mục."),
        AsSheet(SheetGroup.MOVEMENT),
    ] = ()
    indicators: Annotated[
        tuple[Indicator, ...],
        Field(
            title="Chỉ tiêu nhiệm vụ", description="Chỉ tiêu nhiệm vụ chính trị và kế hoạch năm."
        ),
        AsSheet(SheetGroup.MOVEMENT),
    ] = ()
    indicator_results: Annotated[
        tuple[IndicatorResult, ...],
        Field(title="Kết quả nhiệm vụ", description="Kết quả từng đợt của các chỉ tiêu nhiệm vụ."),
        AsSheet(SheetGroup.MOVEMENT),
    ] = ()
    quotas: Annotated[
        tuple[Quota, ...],
        Field(title="Chỉ tiêu thi đua", description="Chỉ tiêu thi đua của tập thể và cá nhân."),
        AsSheet(SheetGroup.MOVEMENT),
    ] = ()
    quota_results: Annotated[
        tuple[QuotaResult, ...],
        Field(
            title="Kết quả thi đua",
            description="Kết quả các chỉ tiêu không tính được từ danh sách khen thưởng.",
        ),
        AsSheet(SheetGroup.MOVEMENT),
    ] = ()
    phases: Annotated[
        tuple[Phase, ...],
        Field(title="Các đợt", description="Các đợt thi đua, thời gian và chủ đề."),
        AsSheet(SheetGroup.MOVEMENT),
    ] = ()
    report_paragraphs: Annotated[
        tuple[ReportParagraph, ...],
        Field(title="Báo cáo", description="Phần lời văn của báo cáo sơ kết, tổng kết."),
        AsSheet(SheetGroup.MOVEMENT),
    ] = ()
