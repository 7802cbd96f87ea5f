"""Bonuses in whole đồng, by the day of the decision."""

from tests.law.law_texts import law_on
from tests.papers.small import award, campaign, collective, person
from vbgen.model.agency import AgencyLevel
from vbgen.papers.body.decision import bonus_table
from vbgen.papers.body.honour_list import HonourList, honour_list
from vbgen.papers.kinds.kind import Variant

SO, XA = AgencyLevel.PROVINCIAL_DEPARTMENT, AgencyLevel.COMMUNE


def honours() -> HonourList:
    people = tuple(person(str(number), f"Người {number}") for number in range(10))
    data = campaign(
        nominees=(*people, collective("T1", "Phòng A", "A"), collective("T2", "Phòng B", "B")),
        awards=(*(award(nominee.id) for nominee in people), award("T1"), award("T2")),
    )
    return honour_list(data, data.awards, Variant(), law_on(2022, 7, 15))


def test_rates_amounts_and_total_in_2022() -> None:
    table = bonus_table(honours(), SO, law_on(2022, 7, 15))
    rows = [(line.name, line.quantity, line.rate_text, line.amount_text) for line in table.lines]
    assert rows == [
        ("Giấy khen (tập thể)", 2, "900.000", "1.800.000"),
        ("Giấy khen (cá nhân)", 10, "450.000", "4.500.000"),
    ]
    assert (table.total, table.total_text) == (6_300_000, "6.300.000")
    assert table.total_in_words == "Sáu triệu ba trăm nghìn đồng chẵn"


def test_a_commune_pays_half() -> None:
    rates = [line.rate for line in bonus_table(honours(), XA, law_on(2022, 7, 15)).lines]
    assert rates == [450_000, 230_000]


def test_a_day_before_every_known_salary_gives_no_bonus() -> None:
    table = bonus_table(honours(), SO, law_on(2010, 1, 1))
    assert [line.rate_text for line in table.lines] == ["-", "-"]
    assert table.total == 0
