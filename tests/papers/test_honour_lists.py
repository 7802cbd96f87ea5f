"""Lists are grouped, ordered and counted as an office does."""

import pytest

from tests.law.law_texts import law_on
from tests.papers.small import agency, award, campaign, collective, person
from vbgen.law.honour_type import HonourType
from vbgen.model.people import Award, Gender, Nominee
from vbgen.model.unit import Unit
from vbgen.papers.body.honour_list import HonourList, honour_list
from vbgen.papers.kinds.kind import Variant

LAW = law_on(2022, 12, 1)
NOMINEES = (
    person("1", "Trần Văn Ân", rank=3),
    person("2", "Lê Thị Ấm", rank=3, gender=Gender.FEMALE, unit="B"),
    person("3", "Ngô Đình An", rank=3),
    person("4", "Phạm Văn Đạt", rank=1),
    person("5", "Vũ Dũng", rank=3, honorific="Đại tá"),
    collective("T1", "Phòng B", "B"),
    collective("T2", "Phòng A", "A"),
)


def listed(rows: list[Award], variant: Variant | None = None, **changes: object) -> HonourList:
    data = campaign(nominees=NOMINEES, awards=tuple(rows), **changes)
    return honour_list(data, data.awards, variant or Variant(), LAW)


def everyone() -> list[Award]:
    return [award(nominee.id) for nominee in NOMINEES]


def test_units_then_rank_then_given_name_in_vietnamese_order() -> None:
    individuals = listed(everyone()).sections[1].groups[0]
    assert [entry.name for entry in individuals.entries] == [
        "Phạm Văn Đạt",
        "Ngô Đình An",
        "Trần Văn Ân",
        "Vũ Dũng",
        "Lê Thị Ấm",
    ]
    assert [entry.number for entry in individuals.entries] == [1, 2, 3, 4, 5]


def test_collectives_come_first_unless_the_office_turns_it_round() -> None:
    assert [section.name for section in listed(everyone()).sections] == ["Tập thể", "Cá nhân"]
    turned = listed(everyone(), agency=agency(individuals_first=True))
    assert [section.name for section in turned.sections] == ["Cá nhân", "Tập thể"]
    assert [group.subject_kind.label for group in turned.groups] == ["Cá nhân", "Tập thể"]


def test_higher_honours_come_first_and_numbering_restarts() -> None:
    rows = [
        award("1", "Lao động tiên tiến"),
        award("1", "Chiến sĩ thi đua cơ sở"),
        award("3", "Lao động tiên tiến"),
    ]
    groups = listed(rows).groups
    assert [group.honour.name for group in groups] == [
        "Chiến sĩ thi đua cơ sở",
        "Lao động tiên tiến",
    ]
    assert [[entry.number for entry in group.entries] for group in groups] == [[1], [1, 2]]


def test_counts_name_each_subject_once() -> None:
    rows = [
        award("1", "Lao động tiên tiến"),
        award("1", "Chiến sĩ thi đua cơ sở"),
        award("T1"),
        award("T2"),
    ]
    assert listed(rows).counts == "02 tập thể và 01 cá nhân"


def test_titles_are_quoted_and_commendation_forms_are_not() -> None:
    groups = listed([award("1"), award("1", "Lao động tiên tiến")]).groups
    assert [group.title for group in groups] == ["Danh hiệu “Lao động tiên tiến”", "Giấy khen"]


@pytest.mark.parametrize(
    ("variant", "names"),
    [
        (Variant(within_power=True), ["Lao động tiên tiến", "Giấy khen"]),
        (Variant(within_power=False), ["Chiến sĩ thi đua cấp tỉnh"]),
        (Variant(within_power=True, honours=HonourType.TITLE), ["Lao động tiên tiến"]),
        (Variant(within_power=True, honours=HonourType.COMMENDATION), ["Giấy khen"]),
    ],
)
def test_a_variant_takes_what_it_is_for(variant: Variant, names: list[str]) -> None:
    rows = [award("1"), award("1", "Lao động tiên tiến"), award("1", "Chiến sĩ thi đua cấp tỉnh")]
    assert [group.honour.name for group in listed(rows, variant).groups] == names


@pytest.mark.parametrize(
    ("nominee", "addressed"),
    [
        (NOMINEES[0], "Ông Trần Văn Ân"),
        (NOMINEES[1], "Bà Lê Thị Ấm"),
        (NOMINEES[4], "Đại tá Vũ Dũng"),
        (NOMINEES[5], "Phòng B"),
    ],
)
def test_a_person_is_addressed_by_gender_or_rank(nominee: Nominee, addressed: str) -> None:
    assert listed([award(nominee.id)]).entries[0].addressed_name == addressed


def test_a_collective_has_no_post() -> None:
    assert [entry.post for entry in listed([award("T1"), award("4")]).entries] == ["", "Phòng A"]


@pytest.mark.parametrize(
    ("position", "unit", "post"),
    [
        ("Chuyên viên", "Văn phòng Sở", "Chuyên viên, Văn phòng Sở"),
        ("Chánh Văn phòng", "Văn phòng Sở", "Chánh Văn phòng Sở"),
        ("Trưởng phòng", "Phòng Quản lý thương mại", "Trưởng phòng Quản lý thương mại"),
        ("Giám đốc Trung tâm", "Trung tâm Xúc tiến", "Giám đốc Trung tâm Xúc tiến"),
        ("", "Văn phòng", "Văn phòng"),
    ],
)
def test_a_position_and_its_unit_do_not_say_the_same_twice(
    position: str, unit: str, post: str
) -> None:
    data = campaign(
        units=(Unit(id="A", name=unit, headcount=1),),
        nominees=(person("1", "Một", position=position),),
        awards=(award("1"),),
    )
    assert honour_list(data, data.awards, Variant(), LAW).entries[0].post == post
