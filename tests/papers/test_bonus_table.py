"""Bonuses in whole đồng, by the day of the decision."""

from tests.law.law_texts import law_on
from tests.papers.small import agency, award, campaign, collective, person
from vbgen.law.rulebook import LawOfDay
from vbgen.model.agency import AgencyLevel
from vbgen.model.campaign import Campaign
from vbgen.model.money import BonusRate
from vbgen.model.movement import RecipientKind
from vbgen.papers.body.bonus_table import BonusTable, bonus_table
from vbgen.papers.body.honour_list import honour_list
from vbgen.papers.kinds.kind import Variant

SO, XA = AgencyLevel.PROVINCIAL_DEPARTMENT, AgencyLevel.COMMUNE


def paid(law: LawOfDay, level: AgencyLevel = SO, **changes: object) -> BonusTable:
    data = office(level, **changes)
    return bonus_table(honour_list(data, data.awards, Variant(), law), data, law)


def office(level: AgencyLevel, **changes: object) -> Campaign:
    people = tuple(person(str(number), f"Người {number}") for number in range(10))
    return campaign(
        agency=agency(level=level, bonus_source="quỹ của Sở", **changes),
        nominees=(*people, collective("T1", "Phòng A", "A"), collective("T2", "Phòng B", "B")),
        awards=(*(award(nominee.id) for nominee in people), award("T1"), award("T2")),
    )


def test_rates_amounts_and_total_in_2022() -> None:
    table = paid(law_on(2022, 7, 15))
    rows = [(line.name, line.quantity, line.rate_text, line.amount_text) for line in table.lines]
    assert rows == [
        ("Giấy khen (tập thể)", 2, "900.000", "1.800.000"),
        ("Giấy khen (cá nhân)", 10, "450.000", "4.500.000"),
    ]
    assert (table.total, table.total_text) == (6_300_000, "6.300.000")
    assert table.total_in_words == "Sáu triệu ba trăm nghìn đồng chẵn"


def test_a_commune_pays_half() -> None:
    rates = [line.rate for line in paid(law_on(2022, 7, 15), XA).lines]
    assert rates == [450_000, 230_000]


def test_a_day_before_every_known_salary_says_no_sum_at_all() -> None:
    table = paid(law_on(2010, 1, 1))
    assert [line.rate_text for line in table.lines] == ["-", "-"]
    assert len(table.unknown) == 2
    assert table.article == "Tiền thưởng kèm theo là .................... đồng"


def test_the_article_names_sum_and_source() -> None:
    assert paid(law_on(2022, 7, 15)).article == (
        "Tiền thưởng kèm theo là 6.300.000 đồng (Sáu triệu ba trăm nghìn đồng chẵn), chi từ quỹ của Sở"
    )


def test_an_office_that_gives_no_money_has_no_article() -> None:
    table = paid(law_on(2022, 7, 15), money="none")
    assert (table.lines, table.article) == ((), "")


def test_the_offices_own_words_take_sum_and_source() -> None:
    own = paid(
        law_on(2022, 7, 15), money_article="Trích [nguồn chi] số tiền [số tiền] đồng ([bằng chữ])."
    )
    assert (
        own.article == "Trích quỹ của Sở số tiền 6.300.000 đồng (Sáu triệu ba trăm nghìn đồng chẵn)"
    )


def test_own_rates_gifts_and_sources_stand_before_the_law() -> None:
    rates = (
        BonusRate(
            award="Giấy khen",
            kind=RecipientKind.INDIVIDUAL,
            amount=100_000,
            gift="05 quyển vở",
            source="quỹ hội",
        ),
        BonusRate(award="Giấy khen", kind=RecipientKind.COLLECTIVE, amount=500_000),
    )
    data = office(SO).model_copy(update={"bonus_rates": rates})
    law = law_on(2022, 7, 15)
    table = bonus_table(honour_list(data, data.awards, Variant(), law), data, law)
    assert table.article == (
        "Tiền thưởng kèm theo là 2.000.000 đồng (Hai triệu đồng chẵn), trong đó 1.000.000 đồng chi từ quỹ của Sở và"
        " 1.000.000 đồng chi từ quỹ hội; hiện vật kèm theo: 05 quyển vở cho mỗi cá nhân được tặng Giấy khen"
    )


def test_an_honour_with_gifts_alone_costs_nothing() -> None:
    rates = (BonusRate(award="Giấy khen", gift="01 phần quà"),)
    data = office(SO).model_copy(update={"bonus_rates": rates})
    law = law_on(2022, 7, 15)
    table = bonus_table(honour_list(data, data.awards, Variant(), law), data, law)
    assert (table.total, [line.rate_text for line in table.lines]) == (0, ["01 phần quà"] * 2)
    assert table.article.startswith(
        "Hiện vật kèm theo: 01 phần quà cho mỗi tập thể được tặng Giấy khen"
    )
