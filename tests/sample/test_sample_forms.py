"""The sample stands in both forms, and they say the same."""

from tests.sample.sample_campaign import SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign, load_file


def test_the_workbook_and_the_yaml_file_give_the_same_campaign() -> None:
    assert (
        load_file(SAMPLE / "campaign.xlsx", WORDS).campaign
        == load_file(SAMPLE / "campaign.yaml", WORDS).campaign
    )


def test_the_folder_with_both_forms_has_no_problem_but_notes() -> None:
    inspection = inspect_campaign(SAMPLE, WORDS)
    assert inspection.campaign is not None
    assert {str(problem.severity) for problem in inspection.problems} <= {"note"}
