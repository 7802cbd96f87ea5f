"""A paper without addressees, recipients or its written parts is told before it is drafted, and drafted with room."""

import pytest

from tests.law.law_texts import law_on
from tests.sample.sample_campaign import SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.errors import Severity
from vbgen.model.campaign import Campaign
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.paper_lines import missing_lines
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.library import Library

LIBRARY = Library((shipped() / "templates",))


@pytest.fixture(scope="module")
def sample() -> Campaign:
    return load_campaign(SAMPLE, WORDS).campaign


def told(campaign: Campaign) -> dict[str, set[str]]:
    problems = missing_lines(campaign, LIBRARY, law_on(2022, 12, 1))
    found: dict[str, set[str]] = {}
    for problem in problems:
        found.setdefault(problem.code, set()).add(problem.message.partition(" chưa có ")[0])
    return found


def test_the_sample_lacks_nothing(sample: Campaign) -> None:
    assert told(sample) == {}


def test_a_paper_without_recipients_or_addressees_is_an_error_with_its_sheet(
    sample: Campaign,
) -> None:
    bare = sample.model_copy(update={"addressees": (), "recipients": ()})
    problems = list(missing_lines(bare, LIBRARY, law_on(2022, 12, 1)))
    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert {problem.place.sheet for problem in problems} == {"Kính gửi", "Nơi nhận"}
    assert len(told(bare)["no-addressees"]) == 1  # a proposal goes to the agency's head
    assert len(told(bare)["no-recipients"]) == 7


def test_an_unwritten_report_is_a_warning_that_names_its_sections(sample: Campaign) -> None:
    bare = sample.model_copy(update={"report_paragraphs": ()})
    (problem, _other) = missing_lines(bare, LIBRARY, law_on(2022, 12, 1))
    assert problem.severity is Severity.WARNING
    assert "Thuận lợi, Khó khăn" in problem.message


def test_what_goes_up_is_addressed_to_the_higher_authority_by_itself(sample: Campaign) -> None:
    bare = sample.model_copy(update={"addressees": ()})
    assert not any("province" in message for message in told(bare)["no-addressees"])


@pytest.mark.parametrize(
    "table",
    ["addressees", "recipients", "legal_grounds", "report_paragraphs", "quotas", "quota_results", "papers",
     "indicators", "contents", "initiatives", "past_awards", "attendance", "votes", "awards", "nominations"],
)  # fmt: skip
def test_a_campaign_without_one_sheet_is_drafted_all_the_same(sample: Campaign, table: str) -> None:
    dependents = {"indicators": {"indicator_results": ()}, "quotas": {"quota_results": ()}}
    bare = sample.model_copy(update={table: (), **dependents.get(table, {})})
    drafter = Drafter(LIBRARY)
    planned = drafter.plan(bare, (), phase=None, law=law_on(2022, 12, 1))
    assert len(list(drafter.drafts(planned))) == len(planned.scenes) > 0
