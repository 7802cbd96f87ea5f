"""A lawful small campaign, and what is found when one thing of it changes."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from tests.law.law_texts import SHIPPED
from vbgen.law.history import PastHonour
from vbgen.law.rulebook import Rulebook
from vbgen.model.agency import Agency, AgencyLevel, Signer, SigningPower
from vbgen.model.campaign import Campaign
from vbgen.model.council import Attendance, CouncilMember, CouncilRole, Meeting, Vote
from vbgen.model.launch import Content, Launch
from vbgen.model.movement import Movement, Phase, RecipientKind
from vbgen.model.paper import PaperLine, PaperPlan
from vbgen.model.people import Award, Gender, Initiative, Nomination, Nominee, PastAward, YearRating
from vbgen.model.targets import Quota
from vbgen.model.unit import Unit
from vbgen.office.checks.case import Case
from vbgen.office.checks.every import findings
from vbgen.office.checks.finding import Finding

LDTT, CSTDCS, GIAY_KHEN = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen"
CSTD_TINH, TTLDTT, TTLDXS = (
    "Chiến sĩ thi đua cấp tỉnh",
    "Tập thể lao động tiên tiến",
    "Tập thể lao động xuất sắc",
)
BANG_KHEN = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
DAY = date(2022, 12, 1)
MERIT = "xuất sắc trong phong trào thi đua năm 2022"
PERSON, COLLECTIVE = RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE

AGENCY = Agency(
    governing_body="UBND TỈNH X",
    name="SỞ Y",
    full_name="Sở Y tỉnh X",
    short_name="Sở",
    symbol="SY",
    drafting_unit_symbol="VP",
    place="X",
    level=AgencyLevel.PROVINCIAL_DEPARTMENT,
    head_title="Giám đốc",
    authority="GIÁM ĐỐC SỞ Y TỈNH X",
    superior="Chủ tịch Ủy ban nhân dân tỉnh X",
    executors="Chánh Văn phòng Sở",
    bonus_source="quỹ thi đua, khen thưởng của Sở",
)
GROUNDS = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013",
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ",
)
OPENING = (
    "Sở phát động đến mọi đối tượng thuộc Sở với chủ đề “[chủ đề]”. Mục tiêu, tiêu chí, biện pháp, nội dung và thời"
    " gian như sau, báo cáo trước ngày 01 tháng 12."
)


def person(key: str, name: str, **changes: Any) -> Nominee:  # noqa: ANN401 - any field
    fields = {
        "id": key, "kind": PERSON, "full_name": name, "gender": Gender.FEMALE, "unit": "A", "birth_year": 1980,
        "rating": YearRating.GOOD,
    }  # fmt: skip
    return Nominee.model_validate({**fields, **changes})


def room(key: str, name: str, unit: str, **changes: Any) -> Nominee:  # noqa: ANN401 - any field
    fields = {
        "id": key,
        "kind": COLLECTIVE,
        "full_name": name,
        "unit": unit,
        "rating": YearRating.GOOD,
    }
    return Nominee.model_validate({**fields, **changes})


def proposed(
    nominee: str, award: str = GIAY_KHEN, *, phase: int = 1, merit: str = MERIT
) -> Nomination:
    return Nomination(phase=phase, nominee=nominee, award=award, merit=merit)


def given(nominee: str, award: str = GIAY_KHEN, *, phase: int = 1, merit: str = MERIT) -> Award:
    return Award(phase=phase, nominee=nominee, award=award, merit=merit)


def vote(nominee: str, award: str = GIAY_KHEN, votes_for: int = 5, **changes: Any) -> Vote:  # noqa: ANN401 - any field
    fields = {
        "phase": 1,
        "nominee": nominee,
        "award": award,
        "votes_for": votes_for,
        "votes_against": 5 - votes_for,
    }
    return Vote.model_validate({**fields, **changes})


def past(nominee: str, award: str, *years: int, number: str = "9/QĐ-SY") -> tuple[PastAward, ...]:
    return tuple(
        PastAward(nominee=nominee, year=year, award=award, decision_number=number) for year in years
    )


def initiative(nominee: str, by: str = "Giám đốc Sở Y") -> Initiative:
    return Initiative(
        nominee=nominee, name="Sáng kiến", decision_number="7/QĐ-SY", recognised_by=by
    )


def members(count: int = 5) -> tuple[CouncilMember, ...]:
    names = (
        "Trần Chủ Tịch",
        "Lê Phó Một",
        "Phạm Ủy Viên",
        "Vũ Ủy Viên",
        "Đỗ Ủy Viên",
        "Hồ Ủy Viên",
        "Ngô Ủy Viên",
    )
    return tuple(
        CouncilMember(
            id=f"HD{n}",
            full_name=names[n],
            position="Ủy viên",
            role=CouncilRole.MEMBER if n else CouncilRole.CHAIR,
        )
        for n in range(count)
    )


def meeting(**changes: Any) -> Meeting:  # noqa: ANN401 - any field
    fields = {
        "phase": 1, "start": datetime(2022, 11, 25, 8), "end": datetime(2022, 11, 25, 10),  # noqa: DTZ001 - wall clock
        "place": "X", "chair": "HD0", "secretary": "HD1", "ballots_issued": 5, "ballots_collected": 5,
        "ballots_valid": 5, "ballots_invalid": 0,
    }  # fmt: skip
    return Meeting.model_validate({**fields, **changes})


def present(*ids: str, count: int = 5) -> tuple[Attendance, ...]:
    """Everybody, except those named."""
    return tuple(
        Attendance(phase=1, member=f"HD{n}", present=f"HD{n}" not in ids) for n in range(count)
    )


def quota(award: str, **changes: Any) -> Quota:  # noqa: ANN401 - any field
    fields = {
        "id": award,
        "subject_kind": PERSON,
        "name": f"Cá nhân đạt {award}",
        "award": award,
        "measure": "count",
    }
    return Quota.model_validate({**fields, **changes})


PEOPLE = (
    person("CN1", "Lê An"),
    person("CN2", "Trần Bình", gender=Gender.MALE, birth_year=1985),
    person("CN3", "Phạm Châu", unit="B"),
    person("CN4", "Vũ Dung", unit="B", is_leader=True),
)


def campaign(**changes: Any) -> Campaign:  # noqa: ANN401 - any field
    """Four persons and two rooms, with nothing proposed and nothing to find, as changed."""
    fields = {
        "agency": AGENCY,
        "units": (Unit(id="A", name="Phòng A", headcount=2), Unit(id="B", name="Phòng B", headcount=2)),
        "signers": (
            Signer(id="gd", full_name="Trần Chủ Tịch", position="Giám đốc"),
            Signer(id="cvp", full_name="Vũ Văn", position="Chánh Văn phòng", power=SigningPower.BY_ORDER),
        ),
        "movement": Movement(
            name="phong trào thi đua năm 2022", year=2022, theme="Đoàn kết", aim="a", scope="b", subjects="c",
            criteria="d", measures="e",
        ),
        "launch": Launch(opening=OPENING, closing="Các đơn vị trực thuộc triển khai."),
        "contents": (Content(text="Làm tốt nhiệm vụ."),),
        "phases": (Phase(number=1, start=date(2022, 1, 1), end=date(2022, 11, 20), theme="Một"),),
        "nominees": PEOPLE,
        "papers": (PaperPlan(kind="award-decision", phase=1, signer="gd", month=12, year=2022),),
        "legal_grounds": tuple(PaperLine(kind="award-decision", text=text) for text in GROUNDS),
    }  # fmt: skip
    return Campaign.model_validate({**fields, **changes})


def case(
    data: Campaign,
    *,
    rules: Rulebook = SHIPPED,
    day: date | None = None,
    imported: Iterable[PastHonour] = (),
    today: date = DAY,
) -> Case:
    return Case(data, today=rules.on(today), day=day, imported=tuple(imported))


def found(data: Campaign, **how: Any) -> list[Finding]:  # noqa: ANN401 - as case
    return list(findings(case(data, **how)))


def ids(data: Campaign, **how: Any) -> list[str]:  # noqa: ANN401 - as case
    """Ids of what is found, without what is only told for information."""
    return [finding.id for finding in found(data, **how) if finding.id not in TOLD]


def one(data: Campaign, id_: str, **how: Any) -> Finding:  # noqa: ANN401 - as case
    """The only finding of that id."""
    (only,) = [finding for finding in found(data, **how) if finding.id == id_]
    return only


TOLD = {
    "unproved-rule",
    "unproved-principles",
    "agency-level",
    "budget",
    "leaders-share",
    "women-share",
    "legal-cap-kept",
    "targets-reached",
}
