"""A campaign: everything that every paper of it is made from."""

from collections.abc import Collection, Mapping
from typing import Annotated

from pydantic import Field

from vbgen.model.afterwards.ceremony import Ceremony, CeremonyStep, Payout
from vbgen.model.afterwards.change import PaperChange
from vbgen.model.afterwards.confirmation import Confirmation
from vbgen.model.afterwards.yearly import LaunchedMovement
from vbgen.model.beforehand.achievement import Achievement
from vbgen.model.beforehand.block import BlockMember, Criterion, EmulationBlock, PledgeTerm, Score
from vbgen.model.beforehand.council_papers import (
    Conclusion,
    CouncilSetup,
    FormerMember,
    Invitation,
    Teller,
)
from vbgen.model.beforehand.deadline import Deadline
from vbgen.model.beforehand.planned_tables import PlannedTables
from vbgen.model.beforehand.registration import Registration
from vbgen.model.council import Attendance, CouncilMember, Meeting, Vote
from vbgen.model.field import AsSheet, SheetGroup
from vbgen.model.movement import Phase
from vbgen.model.paper import ADDRESSEES, GROUNDS, RECIPIENTS, PaperLine, PaperPlan, RecipientLine
from vbgen.model.people import Award, Initiative, Nomination, Nominee, PastAward


class Campaign(PlannedTables):
    """A campaign (phong trào thi đua); each field is a sheet of the workbook and a key of the YAML file.

    A single record is a sheet of two columns (title, value); a list is a table with a heading row.
    """

    nominees: Annotated[
        tuple[Nominee, ...],
        Field(
            title="Cá nhân, tập thể",
            description="Mọi cá nhân, tập thể có thể được đề nghị khen thưởng.",
        ),
        AsSheet(SheetGroup.PEOPLE, from_units=True),
    ] = ()
    initiatives: Annotated[
        tuple[Initiative, ...],
        Field(title="Sáng kiến", description="Sáng kiến, đề tài làm căn cứ xét danh hiệu."),
        AsSheet(SheetGroup.PEOPLE, from_units=True),
    ] = ()
    past_awards: Annotated[
        tuple[PastAward, ...],
        Field(
            title="Đã khen thưởng", description="Danh hiệu, hình thức đã được tặng các năm trước."
        ),
        AsSheet(SheetGroup.PEOPLE, from_units=True),
    ] = ()
    nominations: Annotated[
        tuple[Nomination, ...],
        Field(title="Đề nghị", description="Ai được đề nghị tặng gì, ở đợt nào, vì thành tích gì."),
        AsSheet(SheetGroup.PEOPLE, from_units=True),
    ] = ()
    achievements: Annotated[
        tuple[Achievement, ...],
        Field(
            title="Báo cáo thành tích", description="Mỗi hàng một báo cáo của người được đề nghị."
        ),
        AsSheet(SheetGroup.PEOPLE),
    ] = ()
    deadlines: Annotated[
        tuple[Deadline, ...],
        Field(title="Thời hạn", description="Việc gì, hạn ngày nào; kiểm tra sẽ đếm ngày còn lại."),
        AsSheet(SheetGroup.PEOPLE),
    ] = ()
    registrations: Annotated[
        tuple[Registration, ...],
        Field(
            title="Đăng ký thi đua",
            description="Ai đăng ký danh hiệu, hình thức nào từ đầu năm.",
        ),
        AsSheet(SheetGroup.PEOPLE),
    ] = ()
    blocks: Annotated[
        tuple[EmulationBlock, ...],
        Field(
            title="Khối thi đua",
            description="Các khối, cụm đơn vị giao ước thi đua và chấm điểm với nhau.",
        ),
        AsSheet(SheetGroup.PEOPLE),
    ] = ()
    block_members: Annotated[
        tuple[BlockMember, ...],
        Field(
            title="Đơn vị trong khối",
            description="Mỗi đơn vị thuộc một khối; ai ký giao ước.",
        ),
        AsSheet(SheetGroup.PEOPLE),
    ] = ()
    pledge_terms: Annotated[
        tuple[PledgeTerm, ...],
        Field(
            title="Giao ước thi đua",
            description="Những điều các đơn vị trong khối giao ước với nhau.",
        ),
        AsSheet(SheetGroup.PEOPLE),
    ] = ()
    criteria: Annotated[
        tuple[Criterion, ...],
        Field(
            title="Tiêu chí chấm điểm",
            description="Các tiêu chí và điểm tối đa, theo thứ tự in.",
        ),
        AsSheet(SheetGroup.PEOPLE),
    ] = ()
    scores: Annotated[
        tuple[Score, ...],
        Field(
            title="Chấm điểm thi đua",
            description="Điểm tự chấm và điểm khối chấm của từng đơn vị.",
        ),
        AsSheet(SheetGroup.PEOPLE),
    ] = ()
    council: Annotated[
        tuple[CouncilMember, ...],
        Field(title="Hội đồng", description="Thành viên Hội đồng Thi đua - Khen thưởng."),
        AsSheet(SheetGroup.COUNCIL),
    ] = ()
    meetings: Annotated[
        tuple[Meeting, ...],
        Field(title="Họp Hội đồng", description="Các cuộc họp Hội đồng và số phiếu."),
        AsSheet(SheetGroup.COUNCIL),
    ] = ()
    attendance: Annotated[
        tuple[Attendance, ...],
        Field(title="Thành phần dự họp", description="Ai có mặt, vắng mặt ở từng cuộc họp."),
        AsSheet(SheetGroup.COUNCIL, other_titles=("Điểm danh",)),
    ] = ()
    votes: Annotated[
        tuple[Vote, ...],
        Field(title="Bỏ phiếu", description="Kết quả bỏ phiếu cho từng đề nghị."),
        AsSheet(SheetGroup.COUNCIL),
    ] = ()
    invitations: Annotated[
        tuple[Invitation, ...],
        Field(title="Giấy mời họp", description="Mời thêm ai, họp nội dung gì, tài liệu gì."),
        AsSheet(SheetGroup.COUNCIL),
    ] = ()
    tellers: Annotated[
        tuple[Teller, ...],
        Field(title="Ban kiểm phiếu", description="Những người kiểm phiếu ở từng cuộc họp."),
        AsSheet(SheetGroup.COUNCIL),
    ] = ()
    conclusions: Annotated[
        tuple[Conclusion, ...],
        Field(title="Kết luận họp", description="Kết luận của người chủ trì và việc được giao."),
        AsSheet(SheetGroup.COUNCIL),
    ] = ()
    council_setup: Annotated[
        CouncilSetup,
        Field(title="Lập Hội đồng", description="Lời văn quyết định lập, kiện toàn Hội đồng."),
        AsSheet(SheetGroup.COUNCIL),
    ] = CouncilSetup()
    former_members: Annotated[
        tuple[FormerMember, ...],
        Field(title="Thôi tham gia Hội đồng", description="Người thôi tham gia khi kiện toàn."),
        AsSheet(SheetGroup.COUNCIL),
    ] = ()
    awards: Annotated[
        tuple[Award, ...],
        Field(
            title="Khen thưởng",
            description="Khen thưởng đã quyết định; từ đây lập quyết định và giấy khen.",
        ),
        AsSheet(SheetGroup.AWARDS),
    ] = ()
    launched: Annotated[
        tuple[LaunchedMovement, ...],
        Field(
            title="Phong trào trong năm",
            description="Các phong trào khác đã phát động trong năm, cho báo cáo thống kê.",
        ),
        AsSheet(SheetGroup.AWARDS),
    ] = ()
    ceremonies: Annotated[
        tuple[Ceremony, ...],
        Field(title="Lễ trao tặng", description="Thời gian, địa điểm lễ trao của từng đợt."),
        AsSheet(SheetGroup.AWARDS),
    ] = ()
    ceremony_steps: Annotated[
        tuple[CeremonyStep, ...],
        Field(title="Chương trình lễ", description="Các phần của chương trình, theo thứ tự."),
        AsSheet(SheetGroup.AWARDS),
    ] = ()
    payouts: Annotated[
        tuple[Payout, ...],
        Field(
            title="Chi tiền thưởng",
            description="Người lập, người chi; có hàng thì quyết định kèm danh sách ký nhận.",
        ),
        AsSheet(SheetGroup.AWARDS),
    ] = ()
    changes: Annotated[
        tuple[PaperChange, ...],
        Field(title="Sửa văn bản", description="Điều sai trong văn bản đã cấp số, cách xử lý."),
        AsSheet(SheetGroup.AWARDS),
    ] = ()
    confirmations: Annotated[
        tuple[Confirmation, ...],
        Field(title="Xác nhận khen thưởng", description="Giấy xác nhận, giấy khen cấp lại."),
        AsSheet(SheetGroup.AWARDS),
    ] = ()
    papers: Annotated[
        tuple[PaperPlan, ...],
        Field(
            title="Văn bản", description="Trích yếu, người ký, tháng dự kiến của từng loại văn bản."
        ),
        AsSheet(SheetGroup.PAPERS),
    ] = ()
    legal_grounds: Annotated[
        tuple[PaperLine, ...],
        Field(
            title="Căn cứ",
            description="Căn cứ pháp lý in trong từng loại văn bản.",
            examples=GROUNDS,
        ),
        AsSheet(SheetGroup.PAPERS),
    ] = ()
    addressees: Annotated[
        tuple[PaperLine, ...],
        Field(
            title="Kính gửi",
            description="Nơi kính gửi của từng loại văn bản.",
            examples=ADDRESSEES,
        ),
        AsSheet(SheetGroup.PAPERS),
    ] = ()
    recipients: Annotated[
        tuple[RecipientLine, ...],
        Field(title="Nơi nhận", description="Nơi nhận của từng loại văn bản.", examples=RECIPIENTS),
        AsSheet(SheetGroup.PAPERS),
    ] = ()

    @property
    def each_phase(self) -> tuple[Phase, ...]:
        """The phases; one without name and dates where the movement, or the award, has none."""
        return self.phases or (Phase(number=1),)

    def nominees_of(self, ids: Collection[str]) -> Mapping[str, Nominee]:
        """The nominees with those ids, by id; where nobody is asked for, thousands are not gone through."""
        return {each.id: each for each in self.nominees if each.id in ids} if ids else {}

    @property
    def ungranted(self) -> tuple[Nomination, ...]:
        """Proposals that are no awards yet."""
        given = {(each.phase, each.nominee, each.award) for each in self.awards}
        rows = self.nominations
        return tuple(each for each in rows if (each.phase, each.nominee, each.award) not in given)

    @property
    def headcount(self) -> int:
        """Persons of all units that say how many they have."""
        return sum(unit.headcount or 0 for unit in self.units)
