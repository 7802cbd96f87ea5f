"""A campaign: everything that every paper of it is made from."""

from typing import Annotated

from pydantic import Field

from vbgen.model.agency import Agency, Signer, Unit
from vbgen.model.council import Attendance, CouncilMember, Meeting, Vote
from vbgen.model.field import Record
from vbgen.model.movement import (
    Content,
    Indicator,
    IndicatorResult,
    Launch,
    Movement,
    Phase,
    Quota,
    QuotaResult,
    ReportParagraph,
)
from vbgen.model.paper import PaperLine, PaperPlan
from vbgen.model.people import Award, Initiative, Nomination, Nominee, PastAward


class Campaign(Record):
    """A campaign (phong trào thi đua); each field is a sheet of the workbook and a key of the YAML file.

    A single record is a sheet of two columns (title, value); a list is a table with a heading row.
    """

    agency: Annotated[Agency, Field(title="Cơ quan")]
    units: Annotated[tuple[Unit, ...], Field(title="Đơn vị")] = ()
    signers: Annotated[tuple[Signer, ...], Field(title="Người ký")] = ()
    movement: Annotated[Movement, Field(title="Phong trào")]
    launch: Annotated[Launch, Field(title="Phát động")]
    contents: Annotated[tuple[Content, ...], Field(title="Nội dung")] = ()
    indicators: Annotated[tuple[Indicator, ...], Field(title="Chỉ tiêu nhiệm vụ")] = ()
    indicator_results: Annotated[tuple[IndicatorResult, ...], Field(title="Kết quả nhiệm vụ")] = ()
    quotas: Annotated[tuple[Quota, ...], Field(title="Chỉ tiêu thi đua")] = ()
    quota_results: Annotated[tuple[QuotaResult, ...], Field(title="Kết quả thi đua")] = ()
    phases: Annotated[tuple[Phase, ...], Field(title="Các đợt")] = ()
    report_paragraphs: Annotated[tuple[ReportParagraph, ...], Field(title="Báo cáo")] = ()
    nominees: Annotated[tuple[Nominee, ...], Field(title="Cá nhân, tập thể")] = ()
    initiatives: Annotated[tuple[Initiative, ...], Field(title="Sáng kiến")] = ()
    past_awards: Annotated[tuple[PastAward, ...], Field(title="Đã khen thưởng")] = ()
    nominations: Annotated[tuple[Nomination, ...], Field(title="Đề nghị")] = ()
    council: Annotated[tuple[CouncilMember, ...], Field(title="Hội đồng")] = ()
    meetings: Annotated[tuple[Meeting, ...], Field(title="Họp Hội đồng")] = ()
    attendance: Annotated[tuple[Attendance, ...], Field(title="Điểm danh")] = ()
    votes: Annotated[tuple[Vote, ...], Field(title="Bỏ phiếu")] = ()
    awards: Annotated[tuple[Award, ...], Field(title="Khen thưởng")] = ()
    papers: Annotated[tuple[PaperPlan, ...], Field(title="Văn bản")] = ()
    legal_grounds: Annotated[tuple[PaperLine, ...], Field(title="Căn cứ")] = ()
    addressees: Annotated[tuple[PaperLine, ...], Field(title="Kính gửi")] = ()
    recipients: Annotated[tuple[PaperLine, ...], Field(title="Nơi nhận")] = ()
