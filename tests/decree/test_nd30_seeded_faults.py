"""Each of the seeded faults is found by its rule, at its place, and nothing else is reported."""

import re
import unicodedata

import pytest

from tests.decree.nd30_faults import FAULTS, Fault
from tests.decree.seed_acts import groups, seeded
from tests.decree.spoilt_pages import SPOILT
from vbgen.decree import form_rules, lint


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.title)
def test_a_seeded_fault_is_found_by_its_rule_at_its_place_and_alone(fault: Fault) -> None:
    sheet = fault.paper()
    name = fault.seed(sheet)
    report = lint(sheet.bytes())
    assert [finding.rule for finding in report.findings] == [fault.rule]
    if name:
        wanted = unicodedata.normalize("NFC", re.sub(r"\s+", " ", sheet[name].text.strip()))[:40]
        assert report.findings[0].place.quote.startswith(wanted)


def test_the_catalogue_holds_at_least_eighty_different_faults() -> None:
    assert len({fault.title for fault in FAULTS}) == len(FAULTS) >= 80


def test_every_rule_has_its_fault() -> None:
    looks = {
        name for name, rule in form_rules().items() if "part" in rule.values
    }  # broken one by one in their own module
    single = {rule for group in groups() for fault in seeded(group) for rule in fault.finds}
    on_pages = {rule for rule, _build in SPOILT.values()}
    assert set(form_rules()) - looks - {fault.rule for fault in FAULTS} - single - on_pages == set()
