"""Who is who, who moved, and whether the council's figures and votes hold together."""

from datetime import date
from typing import Any

import pytest

from tests.checks.check_cases import (
    AGENCY,
    CSTD_TINH,
    DAY,
    GIAY_KHEN,
    LDTT,
    PEOPLE,
    campaign,
    found,
    given,
    ids,
    meeting,
    members,
    one,
    person,
    present,
    proposed,
    room,
    vote,
)
from tests.law.law_texts import SHIPPED, rules_by
from vbgen.errors import Severity
from vbgen.model.agency import AgencyLevel, Signer
from vbgen.model.beforehand.council_papers import Conclusion, CouncilSetup, FormerMember, Teller
from vbgen.model.beforehand.deadline import Deadline
from vbgen.model.council import Attendance, CouncilMember, CouncilRole
from vbgen.model.people import Gender
from vbgen.model.unit import Unit
from vbgen.papers.body.council.minutes import minutes


def with_person(**changes: object) -> list[str]:
    """What is found when a fifth person joins Lê An (CN1, born 1980, room A)."""
    fields = {"key": "CN9", "name": "Lê An", "birth_year": 1990, "unit": "B", **changes}
    other = person(str(fields.pop("key")), str(fields.pop("name")), **fields)
    units = (Unit(id="A", name="Phòng A", headcount=3), Unit(id="B", name="Phòng B", headcount=3))
    return ids(campaign(units=units, nominees=[*PEOPLE, other]))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["homonyms"]),
        ({"birth_year": 1980}, ["same-person-two-units"]),
        ({"birth_year": 1980, "unit": "A"}, ["same-person-twice"]),
        ({"birth_year": None, "unit": "A"}, ["same-person-twice"]),
        ({"birth_year": None}, ["homonyms"]),
        ({"name": "LÊ  AN", "birth_year": 1980}, ["same-person-two-units"]),
        ({"name": "Le An", "birth_year": 1980}, ["two-spellings"]),
        ({"name": "Lê Ân", "birth_year": None, "unit": "A"}, ["two-spellings"]),
        ({"name": "Lê Ân", "birth_year": 1980, "gender": Gender.MALE}, []),
        ({"name": "Lê Ân", "birth_year": 1990}, []),
        ({"name": "Lê Ân", "birth_year": None}, []),
        ({"name": "Lê Anh", "birth_year": 1980}, []),
    ],
)
def test_persons_are_told_apart_by_name_birth_and_unit(
    changes: dict[str, object], expected: list[str]
) -> None:
    assert with_person(**changes) == expected


def test_the_place_of_a_tone_mark_is_no_other_spelling() -> None:
    people = [person("CN1", "Nguyễn Thúy Hòa"), person("CN2", "Nguyễn Thuý Hoà", unit="B")]
    assert ids(campaign(nominees=people)) == ["same-person-two-units"]


def test_homonyms_are_told_once_for_all() -> None:
    people = [person(f"CN{n}", "Nguyễn Văn Nam", birth_year=1980 + n, unit="A") for n in range(3)]
    data = campaign(units=(Unit(id="A", name="Phòng A", headcount=3),), nominees=people)
    finding = one(data, "homonyms")
    assert finding.severity is Severity.NOTE
    assert len(finding.spots) == 3


@pytest.mark.parametrize(
    ("moved_on", "agrees", "expected"),
    [
        (date(2022, 7, 1), False, ["transferred"]),
        (date(2022, 6, 30), False, []),
        (date(2022, 7, 1), True, []),
        (date(2021, 11, 1), False, []),
    ],
)
def test_the_old_unit_is_asked_after_six_months_there(
    moved_on: date, expected: list[str], *, agrees: bool
) -> None:
    mover = person(
        "CN1", "Lê An", moved_from="Phòng cũ", moved_on=moved_on, other_side_agrees=agrees
    )
    assert (
        ids(campaign(nominees=[mover, *PEOPLE[1:]], nominations=[proposed("CN1", LDTT)]))
        == expected
    )


@pytest.mark.parametrize(("agrees", "expected"), [(False, ["seconded"]), (True, [])])
def test_a_seconded_person_is_confirmed_by_the_host(expected: list[str], *, agrees: bool) -> None:
    guest = person("CN1", "Lê An", seconded_to="UBND tỉnh", other_side_agrees=agrees)
    assert ids(campaign(nominees=[guest, *PEOPLE[1:]], nominations=[proposed("CN1")])) == expected


def test_a_unit_has_room_for_its_people() -> None:
    units = (Unit(id="A", name="Phòng A", headcount=1), Unit(id="B", name="Phòng B", headcount=2))
    assert ids(campaign(units=units)) == ["headcount"]


def council(**changes: object) -> dict[str, object]:
    """A council of five that carried a Giấy khen for Lê An, as changed."""
    fields: dict[str, object] = {
        "council": members(), "meetings": [meeting()], "attendance": present(), "nominations": [proposed("CN1")],
        "votes": [vote("CN1")], "awards": [given("CN1")],
    }  # fmt: skip
    return {**fields, **changes}


def test_a_council_whose_figures_hold_together_gives_nothing_to_find() -> None:
    assert ids(campaign(**council())) == []


def test_everybody_is_on_the_roll() -> None:
    assert ids(campaign(**council(attendance=present()[:4]))) == ["roll-incomplete"]


@pytest.mark.parametrize(
    ("ballots", "field"),
    [
        ({"ballots_issued": 6}, "ballots_issued"),
        ({"ballots_collected": 6, "ballots_valid": 5, "ballots_invalid": 1}, "ballots_collected"),
        ({"ballots_invalid": 1}, "ballots_valid"),
    ],
)
def test_impossible_ballots_are_errors(ballots: dict[str, int], field: str) -> None:
    finding = one(campaign(**council(meetings=[meeting(**ballots)])), "ballots-wrong")
    assert finding.severity is Severity.ERROR
    assert finding.spots[0].field == field


def test_a_ballot_for_an_absent_member_is_one_too_many() -> None:
    assert ids(campaign(**council(attendance=present("HD4")))) == ["ballots-wrong"]


def test_a_ballot_that_was_not_returned_is_no_fault() -> None:
    fewer = meeting(ballots_collected=4, ballots_valid=4)
    data = campaign(**council(meetings=[fewer], votes=[vote("CN1", votes_for=4, votes_against=0)]))
    assert ids(data) == []


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        ({"votes_for": 4, "votes_against": 1}, []),
        ({"votes_for": 4, "votes_against": 0, "abstained": 1}, []),
        ({"votes_for": 4, "votes_against": 0}, ["votes-do-not-add-up"]),
        ({"votes_for": 5, "votes_against": 1}, ["more-votes-than-voters"]),
        ({"votes_for": 7, "votes_against": 0}, ["more-votes-than-voters"]),
    ],
)
def test_votes_add_up_to_the_valid_ballots(cast: dict[str, Any], expected: list[str]) -> None:
    assert ids(campaign(**council(votes=[vote("CN1", **cast)]))) == expected


def test_a_show_of_hands_is_counted_by_those_present() -> None:
    hands = meeting(secret_ballot=False, ballots_issued=0, ballots_collected=0, ballots_valid=0)
    data = council(meetings=[hands], attendance=present("HD4"))
    assert ids(campaign(**{**data, "votes": [vote("CN1", votes_for=4, votes_against=0)]})) == []
    assert ids(campaign(**data)) == ["more-votes-than-voters"]
    few = [vote("CN1", votes_for=3, votes_against=0)]
    assert ids(campaign(**{**data, "votes": few})) == ["votes-do-not-add-up"]


def test_who_is_away_may_send_a_vote_in_writing() -> None:
    roll = (
        *present()[:4],
        Attendance(phase=1, member="HD4", present=False, reason="đi công tác", in_writing=True),
    )
    data = campaign(**council(attendance=roll))
    assert ids(data) == []
    made = minutes(data, 1, SHIPPED.on(DAY))
    assert made.who_votes == "có mặt 04, vắng mặt 01"
    (line,) = made.absent_lines
    assert line.endswith(" (lý do: đi công tác; gửi ý kiến bằng văn bản)")


@pytest.mark.parametrize(("votes_for", "expected"), [(3, []), (2, ["not-carried"])])
def test_more_than_half_of_all_members_carry_a_certificate(
    votes_for: int, expected: list[str]
) -> None:
    assert ids(campaign(**council(votes=[vote("CN1", votes_for=votes_for)]))) == expected


def test_half_of_those_present_is_not_enough() -> None:
    few = meeting(ballots_issued=4, ballots_collected=4, ballots_valid=4)
    data = council(
        meetings=[few], attendance=present("HD4"), votes=[vote("CN1", votes_for=2, votes_against=2)]
    )
    assert ids(campaign(**data)) == ["not-carried"]


@pytest.mark.parametrize(("votes_for", "is_carried"), [(10, True), (9, True), (8, False)])
def test_nine_tenths_carry_a_provincial_fighter(votes_for: int, *, is_carried: bool) -> None:
    ten = tuple(
        CouncilMember(id=f"HD{n}", full_name=f"Thành Viên {n}", position="Ủy viên")
        for n in range(10)
    )
    data = council(
        council=ten,
        meetings=[meeting(ballots_issued=10, ballots_collected=10, ballots_valid=10)],
        attendance=present(count=10),
        nominations=[proposed("CN1", CSTD_TINH)],
        votes=[vote("CN1", CSTD_TINH, votes_for=votes_for, votes_against=10 - votes_for)],
        awards=(),
    )
    assert ("not-carried" in ids(campaign(**data))) is not is_carried


def test_a_provincial_fighter_is_voted_on_in_secret_and_the_absent_are_asked() -> None:
    rows = {
        "nominations": [proposed("CN1", CSTD_TINH)],
        "votes": [vote("CN1", CSTD_TINH)],
        "awards": (),
    }
    hands = council(meetings=[meeting(secret_ballot=False)], **rows)
    assert "secret-ballot" in ids(campaign(**hands))
    away = council(attendance=present("HD4"), **rows)
    assert "absent-member" in ids(campaign(**away))
    assert "absent-member" not in ids(campaign(**council(attendance=present("HD4"))))


def test_a_member_does_not_vote_on_himself() -> None:
    own = {"nominees": [person("CN1", "Phạm Ủy Viên"), *PEOPLE[1:]]}
    assert ids(campaign(**council(**own))) == ["own-case"]
    abstained = council(**own, votes=[vote("CN1", votes_for=4, votes_against=0, abstained=1)])
    assert ids(campaign(**abstained)) == []


def test_a_member_is_known_as_a_nominee_by_id_before_name() -> None:
    seats = (
        members()[:2]
        + tuple(seat.model_copy(update={"nominee": "CN1"}) for seat in members()[2:3])
        + members()[3:]
    )
    assert ids(campaign(**council(council=seats))) == ["own-case"]


def test_a_secretary_without_a_vote_counts_for_nothing() -> None:
    secretary = CouncilMember(
        id="TK", full_name="Thư Ký", position="Chuyên viên", role=CouncilRole.SECRETARY
    )
    data = council(
        council=(*members(), secretary),
        attendance=(*present(), present()[0].model_copy(update={"member": "TK"})),
    )
    assert ids(campaign(**data)) == []


def test_every_award_has_its_vote_and_every_carried_vote_its_award() -> None:
    extra = council(
        nominations=[proposed("CN1"), proposed("CN2")], awards=[given("CN1"), given("CN2")]
    )
    assert ids(campaign(**extra)) == ["without-vote"]
    fewer = council(
        nominations=[proposed("CN1"), proposed("CN2")], votes=[vote("CN1"), vote("CN2")]
    )
    assert ids(campaign(**fewer)) == ["carried-not-awarded"]


def test_awards_follow_a_meeting() -> None:
    assert ids(campaign(**council(meetings=[], votes=[], attendance=[]))) == ["without-council"]


def test_an_award_follows_its_nomination() -> None:
    data = campaign(**council(nominations=[]))
    assert ids(data) == ["award-without-nomination"]
    changed = campaign(**council(awards=[given("CN1", merit="khác")]))
    assert ids(changed) == ["merit-changed"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Phòng A", []),
        ("Phòng A (cũ)", ["unit-name-differs"]),
        ("PHÒNG A", ["unit-name-differs"]),
        ("Tổ hành chính", []),
    ],
)
def test_a_collective_is_written_like_its_unit(name: str, expected: list[str]) -> None:
    data = campaign(
        nominees=[*PEOPLE, room("TT1", name, "A")], nominations=[proposed("TT1", GIAY_KHEN)]
    )
    assert ids(data) == expected


def test_unknown_and_old_names_of_honours_are_told_with_every_row() -> None:
    data = campaign(
        nominations=[proposed("CN1", "Chiến sỹ tiên tiến"), proposed("CN2", "Chiến sỹ tiên tiến")]
    )
    finding = one(data, "old-spelling")
    assert finding.severity is Severity.NOTE
    assert [spot.row for spot in finding.spots] == [0, 1]
    unknown = one(campaign(nominations=[proposed("CN1", "Huy hiệu")]), "unknown-honour")
    assert unknown.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("TS. Phạm Thị Mai Hiên", "TS."),
        ("Ts. Phạm Thị Mai Hiên", "Ts."),
        ("PGS.TS. Phạm Thị Mai Hiên", "PGS.TS."),
        ("ThS Phạm Thị Mai Hiên", "ThS"),
        ("Bà Phạm Thị Mai Hiên", "Bà"),
        ("Phạm Thị Mai Hiên", ""),
        ("Tô Sơn", ""),
        ("Lục Thị Sang", ""),
    ],
)
def test_what_stands_before_a_signers_name_is_told_at_its_cell(name: str, words: str) -> None:
    signers = (Signer(id="gd", full_name="Trần Văn Tâm", position="Giám đốc"),)
    typed = (*signers, Signer(id="hd", full_name=name, position="Chủ tịch"))
    told = [finding for finding in found(campaign(signers=typed)) if finding.id == "signer.honours"]
    assert [
        (finding.severity, finding.spots[0].row, finding.spots[0].field) for finding in told
    ] == ([(Severity.WARNING, 1, "full_name")] if words else [])
    assert [f"“{words}”" in finding.todo for finding in told] == [True] * len(told)


@pytest.mark.parametrize(
    ("one", "other", "are_suspected"),
    [
        ("Trần Thị Kỳ", "Trần Thị Kì", True),
        ("Lê Văn Quý", "Lê Văn Quí", True),
        ("Lý Thị Mỹ", "Lí Thị Mĩ", True),
        ("Phạm Thị Thúy Vy", "Phạm Thị Thuý Vi", True),
        ("Vũ Hy Sinh", "Vũ Hi Sinh", True),
        ("Lê Thị Thúy", "Lê Thị Thúi", False),
        ("Lê Thị Huy", "Lê Thị Hui", False),
        ("Lê Thị Yên", "Lê Thị Iên", False),
        ("Lê Thị Tây", "Lê Thị Tâi", False),
    ],
)
def test_y_and_i_as_the_only_vowel_are_two_ways_to_spell_one_name(
    one: str, other: str, *, are_suspected: bool
) -> None:
    people = [person("CN7", one, birth_year=None), person("CN8", other, birth_year=None)]
    assert ("two-spellings" in ids(campaign(nominees=people))) == are_suspected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("GK", ["Giấy khen"]),
        ("g.k", ["Giấy khen"]),
        ("Giáy khen", ["Giấy khen"]),
        ("LĐTT", ["Lao động tiên tiến"]),
        ("CSTĐCS", ["Chiến sĩ thi đua cơ sở"]),
        ("BK", ["Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Bằng khen của Bộ trưởng"]),
        ("Huy hiệu", []),
    ],
)
def test_a_short_form_or_a_slip_is_asked_about(written: str, meant: list[str]) -> None:
    todo = one(campaign(nominations=[proposed("CN1", written)]), "unknown-honour").todo
    assert ("Có phải là" in todo) == bool(meant)
    assert all(f"“{name}”" in todo for name in meant)


def test_an_office_adds_short_forms_of_its_own() -> None:
    own = rules_by(
        '[[honour]]\nid = "giay-khen"\nname = "Giấy khen"\nshort_names = ["GKS"]\nsource = "Quy chế"\n'
        'type = "commendation"\nsubjects = ["individual", "collective"]\n'
    )
    assert own.find("Giấy khen").short_names == ("GKS",)


def test_a_vote_on_all_is_a_vote_on_each() -> None:
    pair = {"nominations": [proposed("CN1"), proposed("CN2")]}
    whole = council(**pair, votes=[vote("", "")], awards=[given("CN1"), given("CN2")])
    assert ids(campaign(**whole)) == []
    forms = council(**pair, votes=[vote("")], awards=[given("CN1")])
    assert ids(campaign(**forms)) == ["carried-not-awarded"]
    fallen = council(**pair, votes=[vote("", votes_for=1)], awards=[given("CN1")])
    assert "not-carried" in ids(campaign(**fallen))


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"tellers": [Teller(full_name="Một", role="head"), Teller(full_name="Hai", role="secretary")]}, []),
        ({"tellers": [Teller(full_name="Một"), Teller(full_name="Hai", role="secretary")]}, ["tellers-roles"]),
        ({"conclusions": [Conclusion(text="Trình ký", due=date(2022, 11, 1))]}, ["due-before-meeting"]),
        ({"council_setup": CouncilSetup(duties="Xét", replaced_code="1/QĐ")}, ["replaced-without-day"]),
        ({"council_setup": CouncilSetup(duties="Xét"), "former_members": [FormerMember(full_name="Ba")]},
         ["renewal-without-earlier"]),
    ],
)  # fmt: skip
def test_what_the_councils_papers_need_is_told(tables: dict[str, Any], expected: list[str]) -> None:
    assert ids(campaign(**council(), **tables)) == expected


@pytest.mark.parametrize(
    ("row", "expected", "words"),
    [
        ({"due": date(2026, 9, 14)}, "deadline-ahead", "Còn 5 ngày làm việc (hạn 14/09/2026)"),
        ({"due": date(2026, 9, 7)}, "deadline-ahead", "Còn 0 ngày"),
        ({"due": date(2026, 9, 1)}, "deadline-past", "Quá hạn 3 ngày làm việc"),
        ({"start": date(2026, 8, 10), "working_days": 25}, "deadline-ahead", "hạn 15/09/2026"),
        ({"start": date(2026, 8, 10)}, "deadline-unknown", "Chưa tính được hạn"),
        ({}, "deadline-unknown", "Chưa tính được hạn"),
    ],
)
def test_a_deadline_is_counted_on_the_day_of_the_check(
    row: dict[str, Any], expected: str, words: str
) -> None:
    data = campaign(deadlines=[Deadline(task="gửi hồ sơ", **row)])
    told = one(data, expected, today=date(2026, 9, 7))
    assert words in told.message


def test_what_is_done_is_not_told() -> None:
    done = Deadline(task="gửi hồ sơ", due=date(2020, 1, 1), done=True)
    assert not [each for each in found(campaign(deadlines=[done])) if "deadline" in each.id]


def test_the_law_s_own_time_counts_where_the_office_names_none() -> None:
    data = campaign(
        agency=AGENCY.model_copy(update={"level": AgencyLevel.COMMUNE}),
        nominations=[proposed("CN1", "Chiến sĩ thi đua cơ sở")],
        deadlines=[Deadline(task="xét hồ sơ", start=date(2026, 8, 10))],
    )
    told = one(data, "deadline-ahead", today=date(2026, 9, 7), day=date(2026, 9, 10))
    assert "hạn 08/09/2026" in told.message
    assert "638/QĐ-BNV" in told.citation
