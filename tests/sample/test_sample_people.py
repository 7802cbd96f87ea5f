"""The sample's tables hang together: its units, people, papers and paragraphs."""

import re
import unicodedata
from collections import Counter

import pytest

from tests.sample.sample_campaign import individuals, sample
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind, ReportSection
from vbgen.model.references import faults

CAMPAIGN_KINDS = {"launch-notice"}
PHASE_KINDS = {
    "phase-summary",
    "nomination-list",
    "council-minutes",
    "award-decision",
    "certificate",
}


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return sample()


def test_no_key_is_doubled_and_no_reference_dangles(campaign: Campaign) -> None:
    assert faults(campaign) == ()


def test_eleven_units_hold_sixty_eight_people(campaign: Campaign) -> None:
    by_unit = Counter(nominee.unit for nominee in individuals(campaign))
    assert len(campaign.units) == 11
    assert sum(by_unit.values()) == 68
    assert by_unit == {unit.id: unit.headcount for unit in campaign.units}


def test_each_unit_is_a_collective_and_the_department_is_one_more(campaign: Campaign) -> None:
    names = {
        nominee.full_name
        for nominee in campaign.nominees
        if nominee.kind is RecipientKind.COLLECTIVE
    }
    assert names == {unit.name for unit in campaign.units} | {campaign.agency.full_name}


def test_each_person_is_whole(campaign: Campaign) -> None:
    for person in individuals(campaign):
        assert person.gender, person.id
        assert person.position, person.id
        assert person.rating, person.id
        assert person.birth_year or person.full_name == "Lê Nguyên Ngọc", (
            person.id
        )  # nothing is invented of him


def test_names_have_many_shapes(campaign: Campaign) -> None:
    names = [person.full_name for person in individuals(campaign)]
    composed = [unicodedata.normalize("NFC", name) for name in names]
    assert {len(name.split()) for name in composed} >= {1, 2, 3, 4, 5, 6}
    assert sum(" - " in name for name in composed) == 2
    assert sum("'" in name for name in composed) == 3
    assert sorted(name for name, count in Counter(composed).items() if count > 1) == [
        "Nguyễn Thị Hương",
        "Nguyễn Văn Nam",
    ]
    assert sum(not unicodedata.is_normalized("NFC", name) for name in names) == 3


def test_all_other_text_is_composed(campaign: Campaign) -> None:
    decomposed = [
        (table, row)
        for table, rows in campaign
        for row in (rows if isinstance(rows, tuple) else (rows,))
        for field, value in row
        if isinstance(value, str)
        and not unicodedata.is_normalized("NFC", value)
        and field != "full_name"
    ]
    assert decomposed == []


def test_signers_and_council_members_are_people_of_the_department(campaign: Campaign) -> None:
    people = {person.full_name for person in individuals(campaign)}
    assert {signer.full_name for signer in campaign.signers} <= people
    assert {member.full_name for member in campaign.council} <= people


def test_every_paper_of_every_phase_has_its_signer(campaign: Campaign) -> None:
    planned = {(row.kind, row.phase) for row in campaign.papers}
    wanted = {(kind, None) for kind in CAMPAIGN_KINDS} | {
        (kind, phase) for kind in PHASE_KINDS for phase in (1, 2)
    }
    assert planned == wanted | {("nomination-list/province", 2)}
    assert all(row.signer and row.month and row.year == 2022 for row in campaign.papers)


@pytest.mark.parametrize("kind", ["award-decision", "nomination-list", "nomination-list/province"])
def test_legal_grounds_open_as_grounds_and_bear_no_end_mark(campaign: Campaign, kind: str) -> None:
    grounds = [row.text for row in campaign.legal_grounds if row.kind == kind]
    assert all(
        re.match(r"Căn cứ |Theo đề nghị của ", text) and text[-1] not in ".;" for text in grounds
    )
    assert any("91/2017/NĐ-CP" in text for text in grounds)


def test_recipients_bear_no_dash_and_no_end_mark_and_end_with_the_file_copy(
    campaign: Campaign,
) -> None:
    kinds = {row.kind for row in campaign.recipients}
    assert kinds == CAMPAIGN_KINDS | (PHASE_KINDS - {"certificate"}) | {"nomination-list/province"}
    for kind in kinds:
        lines = [row.text for row in campaign.recipients if row.kind == kind]
        assert lines[-1].startswith("Lưu: VT")
        assert all(line[0] != "-" and line[-1] not in ".;" for line in lines)


@pytest.mark.parametrize("phase", [1, 2])
def test_every_section_of_a_summary_is_written_in_one_to_three_paragraphs(
    campaign: Campaign, phase: int
) -> None:
    counts = Counter(row.section for row in campaign.report_paragraphs if row.phase == phase)
    assert set(counts) == set(ReportSection)
    assert set(counts.values()) <= {1, 2, 3}
    assert all(row.text.endswith(".") for row in campaign.report_paragraphs)
