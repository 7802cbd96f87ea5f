"""The sample says the real launch notice word for word."""

import re
from collections.abc import Iterator

import pytest

from tests.sample.sample_campaign import SAMPLE, SOURCE, sample
from vbgen.model.campaign import Campaign
from vbgen.model.movement import Phase, SubjectKind
from vbgen.model.targets import Indicator
from vbgen.words.numbers import vn_number


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return sample()


def source_paragraphs() -> list[str]:
    """The source without marks of bold and blanks; a paragraph that opens in lower case goes on the one before."""
    joined = re.sub(r"\n+(?=[a-zđ])", " ", SOURCE.read_text(encoding="utf-8").replace("**", ""))
    return [" ".join(line.split()) for line in joined.splitlines() if line.strip()]


def notice(campaign: Campaign) -> Iterator[str]:
    """The notice put together from the sample, as its template does."""
    agency, launch, plan = campaign.agency, campaign.launch, campaign.papers[0]
    yield f"Số: /{agency.symbol}-{plan.drafting_unit_symbol}"
    yield f"{agency.place}, ngày tháng {plan.month} năm {plan.year}"
    yield plan.subject
    yield f"Kính gửi: {campaign.addressees[0].text}"
    yield launch.opening.replace("[chủ đề]", campaign.movement.theme)
    yield f"I. {launch.contents_heading}"
    yield from (f"{number}. {content.text}" for number, content in enumerate(campaign.contents, 1))
    yield from targets(campaign)
    yield f"III. {launch.phases_heading}"
    yield launch.phases_opening
    yield from (
        f"{phase.number}. {phase.launch_text or phase_sentence(phase)}" for phase in campaign.phases
    )
    yield f"{launch.closing}./."
    yield from closing(campaign)


def targets(campaign: Campaign) -> Iterator[str]:
    launch = campaign.launch
    yield f"II. {launch.targets_heading}"
    yield f"1. {launch.indicators_heading}"
    yield from (f"- {row.launch_text or indicator_sentence(row)}" for row in campaign.indicators)
    yield f"2. {launch.quotas_heading}"
    yield f"2.1. {launch.collectives_heading}"
    yield from quota_lines(campaign, SubjectKind.COLLECTIVE)
    yield f"2.2. {launch.individuals_heading}"
    yield from quota_lines(campaign, SubjectKind.INDIVIDUAL)


def quota_lines(campaign: Campaign, kind: SubjectKind) -> Iterator[str]:
    return (
        f"- {row.launch_text}"
        for row in campaign.quotas
        if row.subject_kind is kind and row.launch_text
    )


def indicator_sentence(row: Indicator) -> str:
    return f"{row.name} đạt {vn_number(row.planned, row.decimals)} {row.unit}."


def phase_sentence(phase: Phase) -> str:
    return phase.launch_text


def closing(campaign: Campaign) -> Iterator[str]:
    lines = [row.text for row in campaign.recipients if row.kind == "launch-notice"]
    signer = next(signer for signer in campaign.signers if signer.id == campaign.papers[0].signer)
    yield "Nơi nhận:"
    yield from (f"- {line};" for line in lines[:-1])
    yield f"- {lines[-1]}."
    yield signer.position.upper()
    yield signer.full_name


def test_the_sample_says_the_real_notice_word_for_word(campaign: Campaign) -> None:
    assert list(notice(campaign)) == source_paragraphs()


def test_the_notice_s_slips_of_the_pen_are_kept(campaign: Campaign) -> None:
    assert "thực hiện thực hiện" in campaign.launch.indicators_heading
    assert "phân đầu" in campaign.phases[1].launch_text
    assert campaign.contents[7].text.count("“") + 1 == campaign.contents[7].text.count("”")
    assert "“ [chủ đề]”" in campaign.launch.opening


def test_the_reader_is_told_in_both_languages_what_is_invented() -> None:
    text = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert "HƯ CẤU" in text
    assert "invented" in text
