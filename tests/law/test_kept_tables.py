"""The tables of rules behind a law can be kept, and make the same law again whatever is shipped by then."""

from datetime import date
from decimal import Decimal

import pytest

from tests.law.law_texts import rules_by
from vbgen.errors import UnreadableFileError
from vbgen.law.office import law_from, rules_of, tables_of
from vbgen.law.rulebook import Rulebook
from vbgen.law.tables import BaseSalary, Power, VoteRule

DAY = date(2026, 9, 30)
OWN = '[[vote]]\nid = "majority"\npercent = 60\nsource = "Quy chế 2025"\n'


@pytest.mark.parametrize(
    "rules", [rules_of({}), rules_by(OWN), rules_by(OWN.replace("vote", "law.vote"), "vbgen.toml")]
)
def test_kept_tables_make_the_same_law(rules: Rulebook) -> None:
    law = rules.on(DAY)
    again = law_from(tables_of(law), DAY)
    assert again.rules == law.rules
    assert tables_of(again) == tables_of(law)


def test_every_file_of_either_origin_is_kept_as_it_is() -> None:
    kept = tables_of(rules_by(OWN).on(DAY))
    assert kept["office.quy-che.toml"] == OWN.encode()
    assert {"shipped.powers.toml", "shipped.bonus.toml", "shipped.base_salaries.toml"} < kept.keys()


def test_the_kept_tables_hold_and_not_those_of_the_program() -> None:
    kept = tables_of(rules_by(OWN).on(DAY))
    kept["shipped.base_salaries.toml"] = kept["shipped.base_salaries.toml"].replace(
        b"2530000", b"9990000"
    )
    del kept["shipped.powers.toml"]
    law = law_from(kept, DAY)
    salary, vote = law.find(BaseSalary, "base-salary"), law.find(VoteRule, "majority")
    assert salary is not None
    assert vote is not None
    assert (salary.amount, vote.percent) == (9_990_000, Decimal(60))
    assert not law.all(Power)


def test_a_kept_file_of_the_office_that_is_damaged_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match=r"quy-che\.toml"):
        law_from({**tables_of(rules_of({}).on(DAY)), "office.quy-che.toml": b"[[vote"}, DAY)
