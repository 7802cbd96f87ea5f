"""Several names of one paper ask for the same list of honours: it is made once, and never taken for another's."""

from datetime import date

from tests.law.law_texts import SHIPPED
from tests.sample.sample_campaign import SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.office.setting.workspace import shipped
from vbgen.papers.honours import awards
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene

LIBRARY = Library((shipped() / "templates",))
CAMPAIGN = load_campaign(SAMPLE, WORDS).campaign


def scene(phase: int, *, without_first: bool = False) -> Scene:
    kept = CAMPAIGN.awards[1:] if without_first else CAMPAIGN.awards
    campaign = CAMPAIGN.model_copy(update={"awards": kept}) if without_first else CAMPAIGN
    law = SHIPPED.on(date(2022, 7, 15))
    kinds = [LIBRARY.find("award-decision")]
    return agenda(campaign, kinds, phase=phase, law=law).scenes[0]


def count(one: Scene) -> int:
    return sum(len(group.entries) for group in awards(one).groups)


def test_the_same_paper_has_the_same_list() -> None:
    one = scene(1)
    assert awards(one) is awards(one)


def test_another_phase_and_other_rows_have_their_own_list() -> None:
    one, other = scene(1), scene(2)
    assert awards(one) != awards(other)
    dropped = CAMPAIGN.awards[0]
    fewer = scene(dropped.phase, without_first=True)
    assert count(fewer) == count(scene(dropped.phase)) - 1
