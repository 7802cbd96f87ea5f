"""How much processor time a check takes: campaigns of growing size, each person with ten years of awards.

Run: `.venv/bin/python benchmarks/check.py [PEOPLE …]`. Growth is linear when the last column stays level.
"""

import sys
import time
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from vbgen.law.office import rules_of
from vbgen.model.agency import Agency, AgencyLevel, Signer
from vbgen.model.campaign import Campaign
from vbgen.model.council import Attendance, CouncilMember, Meeting, Vote
from vbgen.model.launch import Launch
from vbgen.model.movement import Movement, Phase, RecipientKind, SubjectKind
from vbgen.model.people import Award, Gender, Initiative, Nomination, Nominee, PastAward, YearRating
from vbgen.model.targets import Measure, Quota
from vbgen.model.unit import Unit
from vbgen.office.checks.case import Case
from vbgen.office.checks.every import findings

YEAR, YEARS_BACK, UNIT_SIZE, MEMBERS = 2022, 10, 25, 11
SIZES = (625, 1250, 2500, 5000)
LDTT, CSTDCS, GIAY_KHEN = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen"
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
MIDDLE = (
    "Văn",
    "Thị",
    "Đức",
    "Thị Thu",
    "Quang",
    "Minh",
    "Ngọc",
    "Hữu",
    "Thị Mai",
    "Xuân",
    "Anh",
    "Gia",
    "Bảo",
)
GIVEN = (
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Đạt",
    "Giang",
    "Hà",
    "Khánh",
    "Lan",
    "Mạnh",
    "Nam",
    "Oanh",
    "Phúc",
    "Quý",
)
MERIT = "xuất sắc trong phong trào thi đua đợt 1 năm 2022"


def person(number: int) -> Nominee:
    name = f"{FAMILY[number % 11]} {MIDDLE[number // 11 % 13]} {GIVEN[number // 143 % 14]}"
    return Nominee(
        id=f"CN{number:05}",
        kind=RecipientKind.INDIVIDUAL,
        full_name=name,
        gender=Gender.FEMALE if number % 2 else Gender.MALE,
        birth_year=1965 + number % 35,
        unit=f"DV{number // UNIT_SIZE}",
        is_leader=number % UNIT_SIZE == 0,
        rating=YearRating.EXCELLENT if number % 8 == 0 else YearRating.GOOD,
    )


def honours(people: int) -> Iterator[tuple[str, str]]:
    for number in range(people):
        yield f"CN{number:05}", LDTT
        if number % 8 == 0:
            yield f"CN{number:05}", CSTDCS
        if number % 3 == 0:
            yield f"CN{number:05}", GIAY_KHEN


def past(people: int) -> Iterator[PastAward]:
    for number in range(people):
        for year in range(YEAR - YEARS_BACK, YEAR):
            yield PastAward(
                nominee=f"CN{number:05}",
                year=year,
                award=CSTDCS if number % 8 == 0 else LDTT,
                decision_number=f"{number % 300}/QĐ-SCT",
            )


def quota(number: int, award: str) -> Quota:
    return Quota(
        id=f"Q{number}",
        subject_kind=SubjectKind.INDIVIDUAL,
        name=award,
        award=award,
        measure=Measure.SHARE,
        minimum=Decimal(10),
    )


def meeting() -> Meeting:
    return Meeting(
        phase=1,
        start=datetime(YEAR, 7, 8, 8),  # noqa: DTZ001 - wall clock
        end=datetime(YEAR, 7, 8, 10),  # noqa: DTZ001 - wall clock
        place="Hà Nam",
        chair="HD0",
        secretary="HD1",
        ballots_issued=MEMBERS,
        ballots_collected=MEMBERS,
        ballots_valid=MEMBERS,
    )


def campaign(people: int) -> Campaign:
    given = list(honours(people))
    return Campaign(
        agency=Agency(
            name="SỞ X", full_name="Sở X", short_name="Sở", symbol="SX", drafting_unit_symbol="VP", place="Hà Nam",
            level=AgencyLevel.PROVINCIAL_DEPARTMENT, head_title="Giám đốc", authority="GIÁM ĐỐC SỞ X",
            superior="Chủ tịch Ủy ban nhân dân tỉnh",
        ),
        units=tuple(Unit(id=f"DV{n}", name=f"Đơn vị {n}", headcount=UNIT_SIZE) for n in range(-(-people // UNIT_SIZE))),
        signers=(Signer(id="gd", full_name="Lê A", position="Giám đốc"),),
        movement=Movement(name="phong trào thi đua năm 2022", year=YEAR, theme="Đoàn kết"),
        launch=Launch(opening="Phát động [chủ đề].", closing="Hết"),
        quotas=tuple(quota(number, award) for number, award in enumerate((LDTT, CSTDCS, GIAY_KHEN))),
        phases=(Phase(number=1, start=date(YEAR, 1, 1), end=date(YEAR, 12, 1), theme="Đoàn kết"),),
        nominees=tuple(person(number) for number in range(people)),
        initiatives=tuple(
            Initiative(nominee=f"CN{n:05}", name="Sáng kiến", decision_number="1/QĐ") for n in range(0, people, 8)
        ),
        past_awards=tuple(past(people)),
        nominations=tuple(Nomination(phase=1, nominee=id_, award=award, merit=MERIT) for id_, award in given),
        council=tuple(CouncilMember(id=f"HD{n}", full_name=f"Ủy viên {n}", position="Ủy viên") for n in range(MEMBERS)),
        meetings=(meeting(),),
        attendance=tuple(Attendance(phase=1, member=f"HD{n}", present=True) for n in range(MEMBERS)),
        votes=tuple(Vote(phase=1, nominee=id_, award=award, votes_for=MEMBERS) for id_, award in given),
        awards=tuple(Award(phase=1, nominee=id_, award=award, merit=MERIT) for id_, award in given),
    )  # fmt: skip


def seconds(people: int) -> tuple[float, int]:
    case = Case(campaign(people), today=rules_of({}).on(date(YEAR, 12, 1)), day=None)
    start = time.process_time()
    found = findings(case)
    return time.process_time() - start, len(found)


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    print(f"{'people':>8} {'past awards':>12} {'findings':>9} {'seconds':>8} {'ms a person':>12}")
    for people in sizes:
        taken, found = seconds(people)
        print(
            f"{people:>8} {people * YEARS_BACK:>12} {found:>9} {taken:>8.2f} {taken * 1000 / people:>12.3f}"
        )


if __name__ == "__main__":
    main()
