"""What a report of achievements says (báo cáo thành tích): who it is about, what was done, what was given before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vbgen.law.honour import UnknownHonourError
from vbgen.law.honour_type import HonourType
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.beforehand.achievement import Achievement
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import lines
from vbgen.model.people import Initiative, Nominee, PastAward
from vbgen.model.unit import Unit
from vbgen.papers.body.belonging import is_of_agency
from vbgen.papers.body.blanks import DOTS, missing_rows
from vbgen.papers.body.recipients import NOTHING
from vbgen.papers.frame.letterhead import Letterhead, names_set
from vbgen.word.template import RuleLine
from vbgen.words.dates import citation_date, long_date
from vbgen.words.names import upper_vn

_CONFIRMED_BY = {True: "Thủ trưởng đơn vị", False: "Cấp trên trực tiếp"}  # of a person, or not


@dataclass(frozen=True, slots=True)
class EarlierHonour:
    """A row of what was given before."""

    year: str
    name: str
    decision: str  # "245/QĐ-SCT ngày 28/12/2021, Giám đốc Sở Công Thương"


@dataclass(frozen=True, slots=True)
class AchievementReport:
    """The report of one nominee."""

    upper: tuple[
        str, ...
    ]  # heads of the paper, in capitals; none where the unit is not the agency's
    lower: tuple[str, ...]
    rule: RuleLine
    is_small: bool
    asked: str  # "tặng Giấy khen"
    particulars: tuple[str, ...]  # "Họ và tên: LÊ VĂN AN"
    situation: tuple[str, ...]
    results: tuple[str, ...]
    initiatives: tuple[str, ...]
    compliance: tuple[str, ...]
    titles: tuple[EarlierHonour, ...]
    forms: tuple[EarlierHonour, ...]
    confirmed_by: str  # in capitals
    signed_by: str


def achievement_report(campaign: Campaign, phase: int, law: LawOfDay) -> AchievementReport:
    """The report of the one nominee that the campaign is narrowed to; ProblemsFoundError without a row."""
    row, nominee = _row_of(campaign, phase)
    unit = next((each for each in campaign.units if each.id == nominee.unit), None)
    names = names_set(*_heads(campaign, nominee, unit))
    return AchievementReport(
        upper=tuple(names.governing_body.splitlines()),
        lower=names.lines,
        rule=names.rule,
        is_small=names.is_small,
        asked=_asked(campaign, nominee, phase, law),
        particulars=tuple(_particulars(row, nominee, unit, campaign.agency.full_name)),
        situation=_told(row.situation),
        results=_told(row.results),
        initiatives=tuple(_initiatives(campaign, nominee)),
        compliance=_told(row.compliance),
        titles=tuple(_earlier(campaign, nominee, law, HonourType.TITLE)),
        forms=tuple(_earlier(campaign, nominee, law, HonourType.COMMENDATION)),
        confirmed_by=upper_vn(row.confirmed_by or _CONFIRMED_BY[nominee.kind.is_person]),
        signed_by=nominee.full_name if nominee.kind.is_person else row.reported_by,
    )


def reporting_head(head: Letterhead, report: AchievementReport) -> Letterhead:
    """A report comes from the unit, without a number: the head with its names."""
    return replace(
        head,
        governing_body="\n".join(report.upper),
        issuer=report.lower,
        issuer_rule=report.rule,
        is_small=report.is_small,
        number="",
        star="",
    )


def _row_of(campaign: Campaign, phase: int) -> tuple[Achievement, Nominee]:
    nominees = campaign.nominees_of({row.nominee for row in campaign.achievements})
    for row in campaign.achievements:
        if row.phase == phase and row.nominee in nominees:
            return row, nominees[row.nominee]
    raise missing_rows(_("Chưa có dữ liệu báo cáo thành tích."), "achievements")


def _told(text: str) -> tuple[str, ...]:
    """A paragraph a line; dots where nobody said anything."""
    return tuple(lines(text)) or (DOTS,)


def _heads(campaign: Campaign, nominee: Nominee, unit: Unit | None) -> tuple[str, str]:
    """The agency over the unit; the unit alone where it is not the agency's, the agency where there is no unit."""
    lower = _unit_name(nominee, unit) if nominee.kind.is_person else nominee.full_name
    agency = campaign.agency
    if not lower:
        return agency.governing_body, agency.name
    is_over = is_of_agency(nominee, unit, agency)
    return upper_vn(agency.name) if is_over else "", upper_vn(lower)


def _unit_name(nominee: Nominee, unit: Unit | None) -> str:
    return unit.name if unit else nominee.unit


def _asked(campaign: Campaign, nominee: Nominee, phase: int, law: LawOfDay) -> str:
    asked = [
        law.honour(each.award).phrase
        for each in campaign.nominations
        if (each.phase, each.nominee) == (phase, nominee.id)
    ]
    return "; ".join(asked) or DOTS


def _particulars(
    row: Achievement, nominee: Nominee, unit: Unit | None, agency: str
) -> Iterator[str]:
    """The lines of part I; what nobody said is left for the pen."""
    if not nominee.kind.is_person:
        yield f"Tên tập thể: {nominee.full_name}"
        yield f"Trụ sở: {row.residence or DOTS}"
        return
    posts = ", ".join(filter(None, (_post(nominee), row.other_posts)))
    yield f"Họ và tên: {upper_vn(nominee.full_name)}"
    yield _birth(row, nominee)
    yield f"Quê quán: {row.hometown or DOTS}"
    yield f"Nơi thường trú: {row.residence or DOTS}"
    yield f"Đơn vị công tác: {_unit_name(nominee, unit) or agency}"
    yield f"Chức vụ (Đảng, chính quyền, đoàn thể): {posts or DOTS}"
    yield f"Trình độ chuyên môn, nghiệp vụ: {row.qualification or DOTS}"


def _post(nominee: Nominee) -> str:
    printed = "" if nominee.printed_post == NOTHING else nominee.printed_post
    return nominee.position or printed


def _birth(row: Achievement, nominee: Nominee) -> str:
    born = long_date(row.born).removeprefix("ngày ") if row.born else str(nominee.birth_year or "")
    gender = nominee.gender.label if nominee.gender else DOTS[:10]
    return f"Ngày, tháng, năm sinh: {born or DOTS}; giới tính: {gender}"


def _initiatives(campaign: Campaign, nominee: Nominee) -> Iterator[str]:
    yield from (_initiative(row) for row in campaign.initiatives if row.nominee == nominee.id)


def _initiative(row: Initiative) -> str:
    decision = f"Quyết định số {row.decision_number}" if row.decision_number else ""
    day = f"ngày {citation_date(row.decision_date)}" if row.decision_date else ""
    return ", ".join(filter(None, (row.name, f"{decision} {day}".strip(), row.recognised_by)))


def _earlier(
    campaign: Campaign, nominee: Nominee, law: LawOfDay, wanted: HonourType
) -> Iterator[EarlierHonour]:
    """What the nominee was given before of that type, the oldest first."""
    for each in sorted(campaign.past_awards, key=lambda row: row.year):
        if each.nominee == nominee.id and _type_of(each.award, law) is wanted:
            yield EarlierHonour(str(each.year), each.award, _decision(each))


def _decision(row: PastAward) -> str:
    day = f"ngày {citation_date(row.decision_date)}" if row.decision_date else ""
    code = " ".join(filter(None, (row.decision_number, day)))
    return ", ".join(filter(None, (code, row.decided_by)))


def _type_of(award: str, law: LawOfDay) -> HonourType:
    """Of what type an honour of the past is; one that no law knows was a commendation."""
    try:
        return law.honour(award).type
    except UnknownHonourError:
        return HonourType.COMMENDATION
