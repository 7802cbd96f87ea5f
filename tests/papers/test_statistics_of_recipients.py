"""Households are neither persons nor collectives in what is counted of a year."""

from tests.checks.check_cases import DAY
from tests.law.law_texts import SHIPPED
from tests.papers.small import award, campaign, collective, person
from vbgen.model.movement import RecipientKind
from vbgen.papers.body.statistics import statistics
from vbgen.papers.deciding import PhaseLaws


def test_a_household_is_told_as_one() -> None:
    people = (
        person("1", "Giàng A Sử"),
        person("2", "Lò Thị Hương Ly", kind=RecipientKind.PUPIL),
        person("3", "Quàng Văn Ín", kind=RecipientKind.HOUSEHOLD),
        collective("4", "Chi đoàn Công an xã", ""),
    )
    data = campaign(nominees=people, awards=tuple(award(each.id) for each in people))
    found = statistics(data, PhaseLaws(SHIPPED.on(DAY), {}))
    (row,) = found.given
    assert (row.collectives, row.households, row.individuals, row.total) == (1, 1, 2, 4)
    assert (row.groups, row.leaders, row.direct) == (2, 0, 2)
    assert found.turns == "01 tập thể, 01 hộ gia đình và 02 cá nhân"
