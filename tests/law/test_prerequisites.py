"""Each prerequisite has a candidate who just meets it, and one who just does not."""

from datetime import date

import pytest

from tests.law.law_texts import SHIPPED
from vbgen.law.candidate import Candidate, Members
from vbgen.law.discipline import Discipline, is_at_least
from vbgen.law.tables import Prerequisite
from vbgen.model.movement import SubjectKind
from vbgen.model.people import Initiative, YearRating

ONE, ALL = SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE
EXCELLENT, GOOD, DONE, NOT_DONE = YearRating
THEN, NOW = date(2022, 12, 1), date(2024, 12, 1)
LDTT, CSTDCS, TTLDXS = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Tập thể lao động xuất sắc"
CSTD_TINH = "Chiến sĩ thi đua cấp tỉnh"


def one(**changes: object) -> Candidate:
    return Candidate(**{"subject": ONE, "year": 2022, **changes})  # type: ignore[arg-type]  # fields of a candidate


def room(
    total: int, ldtt: int, *, fighters: int = 0, ratings: dict[YearRating | None, int] | None = None
) -> Members:
    return Members(total, {LDTT: ldtt, CSTDCS: fighters}, ratings or {GOOD: total})


def initiative(by: str = "Giám đốc Sở", number: str = "18/QĐ-SCT") -> Initiative:
    return Initiative(nominee="CN1", name="Sáng kiến", decision_number=number, recognised_by=by)


def fighter(*years: int, numbered: bool = True) -> dict[str, dict[int, bool]]:
    return {CSTDCS: dict.fromkeys(years, numbered)}


def all_of(total: int, ldtt: int, **more: object) -> Candidate:
    members = room(total, ldtt, **more)  # type: ignore[arg-type]  # keywords of room
    return Candidate(ALL, 2022, rating=EXCELLENT, members=members)


Case = tuple[str, date, Candidate, bool | None]
CASES: tuple[Case, ...] = (
    ("ldtt-rating", THEN, one(rating=GOOD), True),
    ("ldtt-rating", THEN, one(rating=EXCELLENT), True),
    ("ldtt-rating", THEN, one(rating=DONE), False),
    ("ldtt-rating", NOW, one(rating=NOT_DONE), False),
    ("ldtt-rating", NOW, one(), None),
    ("giay-khen-rating", THEN, one(rating=GOOD), True),
    ("giay-khen-rating", THEN, one(rating=DONE), False),
    ("cstdcs-ldtt", THEN, one(awards=frozenset({LDTT})), True),
    ("cstdcs-ldtt", THEN, one(past={LDTT: {2021: True}}), False),
    ("cstdcs-ldtt", THEN, one(past={LDTT: {2022: True}}), True),
    ("cstdcs-merit", THEN, one(rating=EXCELLENT, initiatives=[initiative()]), True),
    ("cstdcs-merit", THEN, one(rating=EXCELLENT), False),
    ("cstdcs-merit", THEN, one(rating=EXCELLENT, initiatives=[initiative(number="")]), False),
    ("cstdcs-merit", NOW, one(rating=EXCELLENT), True),
    ("cstdcs-merit", NOW, one(rating=GOOD), False),
    ("cstdcs-merit", NOW, one(rating=GOOD, initiatives=[initiative()]), True),
    ("cstdcs-merit", NOW, one(), None),
    ("cstd-tinh-streak", THEN, one(awards=frozenset({CSTDCS}), past=fighter(2020, 2021)), True),
    ("cstd-tinh-streak", THEN, one(past=fighter(2020, 2021, 2022)), True),
    ("cstd-tinh-streak", THEN, one(past=fighter(2019, 2020, 2021)), False),
    ("cstd-tinh-streak", THEN, one(awards=frozenset({CSTDCS}), past=fighter(2019, 2021)), False),
    ("cstd-tinh-streak", THEN, one(awards=frozenset({CSTDCS}), past=fighter(2020, 2021, numbered=False)), False),
    ("cstd-bo-streak", NOW, one(awards=frozenset({CSTDCS}), past=fighter(2020, 2021)), True),
    ("cstd-bo-streak", NOW, one(awards=frozenset({CSTDCS}), past=fighter(2021)), False),
    ("cstd-tinh-initiative", THEN, one(initiatives=[initiative("Chủ tịch Ủy ban nhân dân tỉnh Hà Nam")]), True),
    ("cstd-tinh-initiative", THEN, one(initiatives=[initiative("Hội đồng sáng kiến tỉnh")]), True),
    ("cstd-tinh-initiative", THEN, one(initiatives=[initiative("Giám đốc Sở Công Thương tỉnh Hà Nam")]), False),
    ("cstd-tinh-initiative", NOW, one(initiatives=[initiative("Sếp lớn")], superiors=("Sếp lớn",)), True),
    ("cstdtq-streak", THEN, one(past={CSTD_TINH: {2020: True, 2021: True}}), True),
    ("cstdtq-streak", THEN, one(past={CSTD_TINH: {2019: True, 2021: True}}), False),
    ("cstdtq-streak", NOW, one(past={"Chiến sĩ thi đua cấp Bộ": {2021: True, 2022: True}}), True),
    ("ttldtt-rating", THEN, Candidate(ALL, 2022, rating=GOOD), True),
    ("ttldtt-rating", THEN, Candidate(ALL, 2022, rating=DONE), False),
    ("ttldtt-share", THEN, all_of(4, 2), False),
    ("ttldtt-share", THEN, all_of(4, 3), True),
    ("ttldtt-share", date(2023, 12, 31), all_of(100, 51), True),
    ("ttldtt-share", date(2023, 12, 31), all_of(100, 50), False),
    ("ttldtt-share", date(2024, 1, 1), all_of(100, 70), True),
    ("ttldtt-share", date(2024, 1, 1), all_of(100, 69), False),
    ("ttldtt-share", NOW, all_of(10, 7), True),
    ("ttldtt-share", NOW, all_of(7, 4), False),
    ("ttldtt-share", NOW, all_of(0, 0), None),
    ("ttldtt-share", NOW, Candidate(ALL, 2022), None),
    ("ttldxs-rating", THEN, Candidate(ALL, 2022, rating=EXCELLENT), True),
    ("ttldxs-rating", THEN, Candidate(ALL, 2022, rating=GOOD), False),
    ("ttldxs-share", THEN, all_of(10, 7), True),
    ("ttldxs-share", THEN, all_of(10, 6), False),
    ("ttldxs-fighter", THEN, all_of(10, 10, fighters=1), True),
    ("ttldxs-fighter", THEN, all_of(10, 10), False),
    ("ttldxs-all-done", THEN, all_of(3, 3, ratings={GOOD: 2, DONE: 1}), True),
    ("ttldxs-all-done", THEN, all_of(3, 3, ratings={GOOD: 2, NOT_DONE: 1}), False),
    ("ttldxs-all-done", THEN, all_of(3, 3, ratings={GOOD: 2, None: 1}), None),
    ("ttldxs-all-done", THEN, all_of(3, 3, ratings={GOOD: 2}), None),
    ("bang-khen-tinh-individual", NOW, one(past=fighter(2020, 2021)), True),
    ("bang-khen-tinh-individual", NOW, one(past=fighter(2019, 2021)), False),
    ("bang-khen-tinh-individual", NOW, one(initiatives=[initiative(), initiative()]), True),
    ("bang-khen-tinh-individual", NOW, one(initiatives=[initiative()]), False),
    ("bang-khen-tinh-collective", NOW, Candidate(ALL, 2022, past={TTLDXS: {2020: True, 2021: True}}), True),
    ("bang-khen-tinh-collective", NOW, Candidate(ALL, 2022, past={TTLDXS: {2021: True}}), False),
)  # fmt: skip


def met(rule: Prerequisite, candidate: Candidate) -> bool | None:
    told = [condition.is_met(candidate) for condition in rule.any_of]
    return True if any(told) else None if None in told else False


@pytest.mark.parametrize(("id_", "day", "candidate", "is_met"), CASES)
def test_a_prerequisite_is_met_or_not(
    id_: str, day: date, candidate: Candidate, *, is_met: bool | None
) -> None:
    rule = SHIPPED.on(day).find(Prerequisite, id_)
    assert rule is not None
    assert met(rule, candidate) is is_met


@pytest.mark.parametrize(
    ("id_", "disciplines", "is_met"),
    [
        ("ttldtt-discipline", ("Khiển trách",), True),
        ("ttldtt-discipline", ("Cảnh cáo",), False),
        ("ttldtt-discipline", (), True),
        ("ttldxs-discipline", ("Khiển trách", "Cách chức"), False),
        ("ttldxs-discipline", ("Khiển trách",), True),
    ],
)
def test_a_collective_has_nobody_under_a_grave_discipline(
    id_: str, disciplines: tuple[str, ...], *, is_met: bool
) -> None:
    rule = SHIPPED.on(THEN).find(Prerequisite, id_)
    assert rule is not None
    assert met(rule, Candidate(ALL, 2022, members=Members(3, disciplines=disciplines))) is is_met


def test_every_prerequisite_has_a_case_that_passes_and_one_that_fails() -> None:
    ids = {rule.id for rule in SHIPPED.rules if isinstance(rule, Prerequisite)} - {
        "ttldtt-discipline", "ttldxs-discipline",
    }  # fmt: skip
    for wanted in (True, False):
        assert {id_ for id_, _day, _candidate, is_met in CASES if is_met is wanted} == ids


@pytest.mark.parametrize(
    ("written", "lightest", "counts"),
    [
        ("", Discipline.REPRIMAND, False),
        ("Không", Discipline.REPRIMAND, False),
        ("khiển trách", Discipline.REPRIMAND, True),
        ("Kỷ luật khiển trách theo QĐ 12", Discipline.WARNING, False),
        ("CẢNH CÁO", Discipline.WARNING, True),
        ("Buộc thôi việc", Discipline.WARNING, True),
        ("phê bình trước cơ quan", Discipline.REPRIMAND, True),
    ],
)
def test_a_discipline_is_read_from_what_a_clerk_wrote(
    written: str, lightest: Discipline, *, counts: bool
) -> None:
    assert is_at_least(written, lightest) is counts


def test_what_was_found_is_told() -> None:
    rule = SHIPPED.on(THEN).find(Prerequisite, "ttldtt-share")
    assert rule is not None
    assert rule.any_of[0].found(all_of(4, 2)) == "2/4 cá nhân (50,0%)"
    streak = SHIPPED.on(THEN).find(Prerequisite, "cstd-tinh-streak")
    assert streak is not None
    past = {CSTDCS: {2020: True, 2021: False}}
    assert (
        streak.any_of[0].found(one(past=past))
        == "“Chiến sĩ thi đua cơ sở” các năm: 2020, 2021 (thiếu số quyết định)"
    )
