"""A small campaign to change field by field."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from vbgen.model.agency import Agency, AgencyLevel, Signer, SigningPower
from vbgen.model.campaign import Campaign
from vbgen.model.council import Attendance, CouncilMember, CouncilRole, Meeting, Vote
from vbgen.model.launch import Launch
from vbgen.model.movement import Movement, Phase, RecipientKind
from vbgen.model.people import Award, Gender, Nomination, Nominee
from vbgen.model.targets import Indicator, IndicatorResult, Measure, Quota
from vbgen.model.unit import Unit

PERSON, COLLECTIVE = RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE


def agency(**changes: Any) -> Agency:  # noqa: ANN401 - any field
    fields = {
        "governing_body": "UBND TỈNH X",
        "name": "SỞ Y",
        "full_name": "Sở Y tỉnh X",
        "short_name": "Sở",
        "symbol": "SY",
        "drafting_unit_symbol": "VP",
        "place": "X",
        "level": AgencyLevel.PROVINCIAL_DEPARTMENT,
        "head_title": "Giám đốc",
        "authority": "GIÁM ĐỐC SỞ Y TỈNH X",
    }
    return Agency.model_validate({**fields, **changes})


def person(key: str, name: str, **changes: Any) -> Nominee:  # noqa: ANN401 - any field
    fields = {"id": key, "kind": PERSON, "full_name": name, "gender": Gender.MALE, "unit": "A"}
    return Nominee.model_validate({**fields, **changes})


def collective(key: str, name: str, unit: str) -> Nominee:
    return Nominee(id=key, kind=COLLECTIVE, full_name=name, unit=unit)


def award(nominee: str, name: str = "Giấy khen", phase: int = 1) -> Award:
    return Award(phase=phase, nominee=nominee, award=name, merit="xuất sắc trong phong trào")


def nomination(nominee: str, name: str = "Giấy khen", phase: int = 1) -> Nomination:
    return Nomination(phase=phase, nominee=nominee, award=name, merit="xuất sắc trong phong trào")


def vote(nominee: str, votes_for: int, votes_against: int, name: str = "Giấy khen") -> Vote:
    return Vote(
        phase=1, nominee=nominee, award=name, votes_for=votes_for, votes_against=votes_against
    )


def indicator(planned: str = "100", **changes: Any) -> Indicator:  # noqa: ANN401 - any field
    fields = {"id": "I", "name": "Chỉ tiêu", "unit": "tỷ đồng", "planned": Decimal(planned)}
    return Indicator.model_validate({**fields, **changes})


def result(
    value: str | None, base: str | None = None, *, phase: int = 1, estimated: bool = False
) -> IndicatorResult:
    return IndicatorResult(
        indicator="I",
        phase=phase,
        result=None if value is None else Decimal(value),
        same_period=None if base is None else Decimal(base),
        estimated=estimated,
    )


def quota(**changes: Any) -> Quota:  # noqa: ANN401 - any field
    fields = {
        "id": "Q",
        "subject_kind": "individual",
        "name": "Cá nhân",
        "award": "Giấy khen",
        "measure": Measure.COUNT,
    }
    return Quota.model_validate({**fields, **changes})


def members(voting: int) -> tuple[CouncilMember, ...]:
    """`voting` members, the first in the chair, and a secretary without a vote."""
    seats = [
        CouncilMember(id=f"M{n}", full_name=f"Người {n}", position="Trưởng phòng")
        for n in range(voting)
    ]
    seats[0] = seats[0].model_copy(update={"role": CouncilRole.CHAIR})
    return (
        *seats,
        CouncilMember(
            id="TK", full_name="Thư Ký", position="Chuyên viên", role=CouncilRole.SECRETARY
        ),
    )


def meeting(phase: int = 1) -> Meeting:
    start, end = datetime(2022, 7, 8, 8, 0), datetime(2022, 7, 8, 10, 30)  # noqa: DTZ001 - wall clock
    return Meeting(phase=phase, start=start, end=end, place="Phòng họp", chair="M0", secretary="TK")


def absent(member: str, reason: str = "") -> Attendance:
    return Attendance(phase=1, member=member, present=False, reason=reason)


def campaign(**changes: Any) -> Campaign:  # noqa: ANN401 - any field
    fields = {
        "agency": agency(),
        "units": (
            Unit(id="A", name="Phòng A", headcount=10),
            Unit(id="B", name="Phòng B", headcount=10),
        ),
        "signers": (
            Signer(id="gd", full_name="Trần Văn Đầu", position="Giám đốc"),
            Signer(
                id="pgd", full_name="Lê Thị Phó", position="Phó Giám đốc", power=SigningPower.DEPUTY
            ),
        ),
        "movement": Movement(name="phong trào thi đua năm 2022", year=2022, theme="Đoàn kết"),
        "launch": Launch(opening="Với chủ đề “[chủ đề]”.", closing="Trên đây là nội dung."),
        "phases": (
            Phase(number=1, start=date(2022, 1, 1), end=date(2022, 6, 30), theme="Một"),
            Phase(number=2, start=date(2022, 7, 1), end=date(2022, 11, 20), theme="Hai"),
        ),
    }
    return Campaign.model_validate({**fields, **changes})
