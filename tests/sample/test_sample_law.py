"""The sample's honours have what the law of their year asks for."""

from fractions import Fraction

import pytest

from tests.law.law_texts import honour
from tests.sample.sample_campaign import (
    BANG_KHEN,
    CO,
    CSTD_TINH,
    CSTDCS,
    LDTT,
    TTLDTT,
    TTLDXS,
    having,
    individuals,
    sample,
    subject_kinds,
)
from vbgen.model.campaign import Campaign
from vbgen.model.people import Nomination, PastAward, YearRating


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return sample()


def test_honours_have_their_statutory_names_and_fitting_subjects(campaign: Campaign) -> None:
    kinds = subject_kinds(campaign)
    rows: list[Nomination | PastAward] = [*campaign.nominations, *campaign.past_awards]
    for row in rows:
        found = honour(row.award)
        assert found.name == row.award
        assert kinds[row.nominee] in found.subjects


def test_local_emulation_fighters_are_advanced_workers_with_initiatives(campaign: Campaign) -> None:
    fighters, advanced = having(campaign.awards, CSTDCS), having(campaign.awards, LDTT)
    assert fighters <= advanced & {
        row.nominee for row in campaign.initiatives if row.decision_number
    }
    assert len(fighters) * 100 <= 15 * len(advanced)  # Nghị định 91/2017/NĐ-CP, Điều 9.3
    assert len(fighters) * 100 < 15 * 68  # so that the notice's own target is missed


def test_advanced_workers_did_well_and_were_there_for_ten_months(campaign: Campaign) -> None:
    by_id = {nominee.id: nominee for nominee in campaign.nominees}
    for id_ in having(campaign.awards, LDTT):
        person = by_id[id_]
        assert person.rating in {YearRating.EXCELLENT, YearRating.GOOD}, id_
        assert not person.discipline, id_
        assert person.joined is None or (person.joined.year, person.joined.month) < (2022, 3), id_


def share_of_advanced(campaign: Campaign, unit: str) -> Fraction:
    advanced = having(campaign.awards, LDTT)
    people = [person.id for person in individuals(campaign) if person.unit == unit]
    return Fraction(len(advanced.intersection(people)), len(people))


def test_advanced_collectives_have_more_than_half_advanced_workers(campaign: Campaign) -> None:
    unit_of = {nominee.id: nominee.unit for nominee in campaign.nominees}
    shares = {
        id_: share_of_advanced(campaign, unit_of[id_]) for id_ in having(campaign.awards, TTLDTT)
    }
    assert len(shares) == 9
    assert min(shares.values()) > Fraction(1, 2)
    assert (
        share_of_advanced(campaign, "TTR") == share_of_advanced(campaign, "XNK") == Fraction(1, 2)
    )


def test_excellent_collectives_have_their_fighters(campaign: Campaign) -> None:
    by_id = {nominee.id: nominee for nominee in campaign.nominees}
    fighters = {by_id[id_].unit for id_ in having(campaign.awards, CSTDCS)}
    for id_ in having(campaign.nominations, TTLDXS):
        assert by_id[id_].rating is YearRating.EXCELLENT
        assert by_id[id_].unit in fighters
        assert share_of_advanced(campaign, by_id[id_].unit) == 1


@pytest.mark.parametrize(("award", "years"), [(CSTD_TINH, {2020, 2021}), (BANG_KHEN, {2021})])
def test_people_proposed_to_the_province_were_fighters_year_after_year(
    campaign: Campaign, award: str, years: set[int]
) -> None:
    proposed = having(campaign.nominations, award) & {person.id for person in individuals(campaign)}
    assert len(proposed) == 2
    assert proposed <= having(campaign.awards, CSTDCS)  # 2022
    for id_ in proposed:
        past = [row for row in campaign.past_awards if (row.nominee, row.award) == (id_, CSTDCS)]
        assert years <= {row.year for row in past}
        assert all(row.decision_number and row.decision_date for row in past)


def test_provincial_fighters_have_initiatives_that_the_province_recognised(
    campaign: Campaign,
) -> None:
    recognised = {
        row.nominee for row in campaign.initiatives if row.recognised_by == campaign.agency.superior
    }
    assert having(campaign.nominations, CSTD_TINH) == recognised


def test_the_department_was_an_excellent_collective_for_two_years(campaign: Campaign) -> None:
    assert having(campaign.nominations, CO) == {"SO"}
    past = [row.year for row in campaign.past_awards if (row.nominee, row.award) == ("SO", TTLDXS)]
    assert past == [2020, 2021]
