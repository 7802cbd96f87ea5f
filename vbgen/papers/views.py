"""Every name that a template may use: what a clerk calls it, what it is, and what makes it."""

from collections.abc import Mapping
from typing import Any

from vbgen.messages import _
from vbgen.model.agency import Agency
from vbgen.model.campaign import Campaign
from vbgen.model.council import CouncilMember
from vbgen.model.launch import Launch
from vbgen.model.movement import Movement
from vbgen.model.unit import Unit
from vbgen.papers.afterwards.changing import changes_of
from vbgen.papers.afterwards.confirming import certificates_of, confirmation_of
from vbgen.papers.afterwards.extracting import DecisionExtract, extract_of, foot_of
from vbgen.papers.afterwards.handing_over import programme_of, receipts_of
from vbgen.papers.body.afterwards.ceremony import Programme
from vbgen.papers.body.afterwards.confirmed import ConfirmedAward
from vbgen.papers.body.afterwards.paper_changes import PaperChanges
from vbgen.papers.body.afterwards.receipts import Receipts
from vbgen.papers.body.afterwards.yearly import Yearly, yearly
from vbgen.papers.body.bonus_table import BonusTable
from vbgen.papers.body.chart import ChartBar, results_chart
from vbgen.papers.body.check_report import CheckReport
from vbgen.papers.body.council.achievement_report import achievement_report, reporting_head
from vbgen.papers.body.council.ballot_count import ballot_count
from vbgen.papers.body.council.minutes import Minutes, minutes
from vbgen.papers.body.decision import Decision
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.body.notice import Notice, notice
from vbgen.papers.body.phases import PhaseView, phase_view
from vbgen.papers.body.quotas import QuotaView, quota_results
from vbgen.papers.body.report import WrittenReport, report
from vbgen.papers.body.results import ResultView, results
from vbgen.papers.body.statistics import Statistics, statistics
from vbgen.papers.body.statistics_chart import statistics_chart
from vbgen.papers.body.summary import Summary
from vbgen.papers.certificate.certificates import Certificate
from vbgen.papers.certificate.classic import classic_authority, classic_rule
from vbgen.papers.certificate.composing import composition_of
from vbgen.papers.certificate.composition import Composition, rich
from vbgen.papers.certificate.stock import OnStock, on_stock
from vbgen.papers.council_views import of_council
from vbgen.papers.emulation_views import of_emulation
from vbgen.papers.frame.copy_foot import CopyFoot
from vbgen.papers.frame.letterhead import (
    AnnexReference,
    Letterhead,
    Subject,
    annex_reference,
    is_of_party,
    letterhead,
    number_line,
    subject_block,
    with_joint,
)
from vbgen.papers.frame.lines import dashed, grounds, with_earlier
from vbgen.papers.frame.marks import PaperMarks, paper_marks
from vbgen.papers.frame.signature import (
    Parties,
    Signature,
    decider_name,
    find_second,
    signature,
)
from vbgen.papers.honours import awards, bonus_of, decision, nominations
from vbgen.papers.opening import opening
from vbgen.papers.recipient_lines import recipient_lines
from vbgen.papers.scene import Scene
from vbgen.papers.subject import subject, values
from vbgen.papers.summing import summary_of
from vbgen.papers.view import View
from vbgen.word.template import Picture, RichText, RuleLine

CHART_MM = 150.0
DOTS = "." * 100  # where a person must write what the data does not have
EMBLEM_MM, EMBLEM_AIR_MM = 16.0, 1.0
_FEWEST_BARS = 2
_LETTER = "CÔNG VĂN"  # what other papers call a paper without a type's name


def views() -> Mapping[str, View]:
    """Name → view; the campaign's own tables first, then the parts of a paper, then what is computed."""
    return {**_tables(), **_parts(), **_computed(), **of_council(), **of_emulation()}


def _tables() -> Mapping[str, View]:
    return {
        "agency": View(Campaign.title_of("agency"), Agency, lambda scene: scene.agency),
        "movement": _table("movement", Movement),
        "launch": _table("launch", Launch),
        "units": _table("units", tuple[Unit, ...]),
        "council": _table("council", tuple[CouncilMember, ...]),
    }


def _table(name: str, shape: Any) -> View:  # noqa: ANN401 - an annotation
    return View(Campaign.title_of(name), shape, lambda scene: getattr(scene.campaign, name))


def _parts() -> Mapping[str, View]:
    return {
        "letterhead": View(_("Đầu văn bản"), Letterhead, _letterhead),
        "title": View(
            _("Tên loại và trích yếu"),
            Subject,
            lambda scene: subject_block(scene.kind, subject(scene)),
        ),
        "symbol": View(_("Ký hiệu văn bản"), str, lambda scene: scene.symbol),
        "code": View(_("Số, ký hiệu (đứng sau “Số:”)"), str, lambda scene: scene.code),
        "paper_date": View(_("Ngày, tháng, năm của văn bản"), str, lambda scene: scene.paper_date),
        "issuer_name": View(_("Tên nơi ban hành trong câu"), str, lambda scene: scene.issuer_name),
        "addressees": View(
            _("Kính gửi"), list[str], lambda scene: scene.texts("addressees") or [DOTS[:40]]
        ),
        "sent_to": View(
            _("Kính gửi, để trống nếu không có"), list[str], lambda scene: scene.texts("addressees")
        ),
        "legal_grounds": View(_("Căn cứ"), list[str], _grounds),
        "recipients": View(_("Nơi nhận"), list[str], lambda scene: dashed(recipient_lines(scene))),
        "signature": View(_("Người ký"), Signature, _signature),
        "joint": View(_("Hai bên ký văn bản liên tịch"), Parties | None, _joint_parties),
        "marks": View(
            _("Dấu khẩn, phạm vi lưu hành, ký hiệu người soạn thảo, dự thảo"),
            PaperMarks,
            lambda scene: paper_marks(scene.plan, scene.issue, of_party=is_of_party(scene.agency)),
        ),
        "parties": View(_("Hai người ký"), Parties, _parties_of),
        "opening": View(_("Câu mở đầu của mẫu, nếu thân chưa có"), str, opening),
        "annex": View(_("Dòng kèm theo của phụ lục"), AnnexReference, _annex),
        "dots": View(_("Dòng chấm để viết tiếp"), str, lambda _scene: DOTS),
        "values": View(_("Giá trị riêng của loại văn bản"), dict, values),
    }


def _computed() -> Mapping[str, View]:
    return {
        "phase": View(_("Đợt của văn bản"), PhaseView, lambda scene: scene.phase),
        "next_phase": View(_("Đợt kế tiếp"), PhaseView | None, _next_phase),
        "notice": View(_("Câu văn của công văn phát động"), Notice, _notice),
        "results": View(_("Kết quả nhiệm vụ"), tuple[ResultView, ...], _results),
        "quota_results": View(_("Kết quả thi đua"), tuple[QuotaView, ...], _quota_results),
        "summary": View(_("Báo cáo sơ kết, tổng kết"), Summary, summary_of),
        "report": View(
            _("Các đoạn báo cáo"),
            WrittenReport,
            lambda scene: report(scene.campaign, scene.phase_number),
        ),
        "chart": View(_("Biểu đồ kết quả"), Picture, _chart),
        "nominations": View(_("Danh sách đề nghị"), HonourList, nominations),
        "awards": View(_("Danh sách khen thưởng"), HonourList, awards),
        "decision": View(_("Lời văn của quyết định khen thưởng"), Decision, decision),
        "minutes": View(_("Biên bản họp Hội đồng"), Minutes, _minutes),
        "receipts": View(_("Danh sách ký nhận tiền thưởng"), Receipts, receipts_of),
        "programme": View(_("Chương trình lễ trao tặng"), Programme, programme_of),
        "extract": View(_("Trích sao quyết định"), DecisionExtract, extract_of),
        "foot": View(_("Phần thể thức của bản sao"), CopyFoot, foot_of),
        "yearly": View(
            _("Thống kê thi đua, khen thưởng của năm"),
            Yearly,
            lambda scene: yearly(scene.campaign, scene.laws, scene.known),
        ),
        "confirmation": View(_("Khen thưởng được xác nhận"), ConfirmedAward, confirmation_of),
        "changes": View(
            _("Văn bản trước mà văn bản này sửa"), tuple[PaperChanges, ...], changes_of
        ),
        "bonus": View(_("Bảng tiền thưởng"), BonusTable, bonus_of),
        "certificates": View(_("Các giấy khen"), tuple[Certificate, ...], certificates_of),
        "authority": View(_("Thẩm quyền trên giấy khen"), RichText, _authority),
        "certificate_rule": View(
            _("Đường kẻ dưới tiêu ngữ giấy khen"),
            RuleLine,
            lambda scene: classic_rule(scene.agency.heading),
        ),
        "composition": View(_("Phần đầu giấy khen theo mẫu trang trí"), Composition, _composition),
        "stock": View(_("Những gì phôi đã in sẵn"), OnStock, lambda scene: on_stock(scene.stock)),
        "statistics": View(_("Thống kê khen thưởng của năm"), Statistics, _statistics),
        "statistics_chart": View(_("Biểu đồ thống kê khen thưởng"), Picture, _statistics_chart),
        "check": View(_("Kết quả kiểm tra"), CheckReport, lambda scene: scene.check),
        "verification": View(_("Ô vuông và mã để kiểm tra"), RichText, lambda _scene: RichText()),
        "emblem": View(_("Biểu trưng trên giấy khen"), Picture, _emblem),
    }


def _grounds(scene: Scene) -> list[str]:
    texts = with_earlier(scene.texts("legal_grounds"), [one.ground for one in changes_of(scene)])
    return grounds(texts, by_dash=is_of_party(scene.agency))


def _next_phase(scene: Scene) -> PhaseView | None:
    if scene.phase is None or scene.phase.is_last:
        return None
    following = min(
        phase.number for phase in scene.campaign.each_phase if phase.number > scene.phase.number
    )
    return phase_view(scene.campaign, following)


def _letterhead(scene: Scene) -> Letterhead:
    agency, joint = scene.agency, scene.joint
    head = letterhead(agency, scene.kind, scene.variant, scene.plan, subject(scene), scene.issue)
    if scene.kind.each == "achievements":
        campaign, phase = scene.campaign, scene.phase_number
        return reporting_head(head, achievement_report(campaign, phase, scene.decided))
    number = number_line(agency, scene.symbol, scene.issue)
    return with_joint(head, joint, number, agency.size_set) if joint else head


def _annex(scene: Scene) -> AnnexReference:
    """`(Kèm theo Quyết định số 05/QĐ-SCT ngày 15 tháng 7 năm 2022 của …)`; blank in a draft."""
    decider = decider_name(scene.signer(), scene.agency) if scene.kind.by_head else ""
    decider = decider or scene.issuer_name
    return annex_reference(
        scene.kind.type_name or _LETTER, scene.symbol, scene.paper_date, decider, scene.issue
    )


def _signature(scene: Scene) -> Signature:
    signer = scene.signer()
    return signature(signer, scene.agency)


def _parties_of(scene: Scene) -> Parties:
    """Chair and secretary of a meeting of the council, else the two signers that the sheet of papers names."""
    agency, signers = scene.agency, scene.campaign.signers
    if scene.kind.needs == "tellers":
        counted = ballot_count(scene.campaign, scene.phase_number, scene.decided)
        return Parties(Signature((), counted.head), Signature((), counted.secretary))
    if scene.kind.needs == "meetings":
        said = _minutes(scene)
        return Parties(Signature((), said.chair.full_name), Signature((), said.secretary.full_name))
    second = signature(find_second(signers, scene.plan.second_signer), agency)
    return Parties.level(_signature(scene), second)


def _joint_parties(scene: Scene) -> Parties | None:
    """The first issuer's signer and the second's; None for a paper of one issuer."""
    if scene.joint is None:
        return None
    second = find_second(scene.campaign.signers, scene.plan.second_signer)
    return Parties.level(_signature(scene), signature(second, scene.joint))


def _results(scene: Scene) -> tuple[ResultView, ...]:
    return results(scene.campaign, scene.phase_number)


def _quota_results(scene: Scene) -> tuple[QuotaView, ...]:
    return quota_results(scene.campaign, scene.phase_number, scene.laws)


def _chart(scene: Scene) -> Picture | str:
    """Nothing where fewer than two targets have figures: there is nothing to compare."""
    rows = _results(scene)
    bars = [
        ChartBar(row.name, row.share, detail=f"{row.result} / {row.planned} {row.unit}")
        for row in rows
    ]
    if sum(bar.share is not None for bar in bars) < _FEWEST_BARS:
        return ""
    return Picture(
        results_chart(bars, width_mm=CHART_MM), width_mm=CHART_MM, alt="Kết quả so với kế hoạch năm"
    )


def _statistics(scene: Scene) -> Statistics:
    return statistics(scene.campaign, scene.laws)


def _statistics_chart(scene: Scene) -> Picture:
    picture = statistics_chart(_statistics(scene).given, width_mm=CHART_MM)
    return Picture(picture, width_mm=CHART_MM, alt="Số tập thể, cá nhân được khen thưởng")


def _notice(scene: Scene) -> Notice:
    """Ended as the issuer ends its papers."""
    return notice(scene.campaign, "." if is_of_party(scene.agency) else "./.")


def _minutes(scene: Scene) -> Minutes:
    return minutes(scene.campaign, scene.phase_number, scene.decided)


def _authority(scene: Scene) -> RichText:
    return rich(classic_authority(scene.agency.authority))


def _composition(scene: Scene) -> Composition:
    return composition_of(scene, _letterhead(scene).place_date, _signature(scene))


def _emblem(scene: Scene) -> Picture | str:
    if not scene.emblem:
        return ""
    design = scene.kind.design_used
    height_mm = design.zones.emblem - EMBLEM_AIR_MM if design else EMBLEM_MM
    return Picture(scene.emblem, height_mm=height_mm, alt="Biểu trưng")
