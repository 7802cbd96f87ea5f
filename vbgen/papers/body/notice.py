"""What the launch notice (công văn phát động) says, sentence by sentence."""

from dataclasses import dataclass
from decimal import Decimal

from vbgen.model.campaign import Campaign
from vbgen.model.movement import Phase, SubjectKind
from vbgen.model.targets import Indicator
from vbgen.papers.body.quotas import wanted
from vbgen.words.dates import date_range
from vbgen.words.numbers import vn_number

THEME_MARK = "[chủ đề]"


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice's sentences; headings are with the campaign's `launch`."""

    before_theme: str
    theme: str
    after_theme: str
    contents: tuple[str, ...]
    indicators: tuple[str, ...]
    collectives: tuple[str, ...]
    individuals: tuple[str, ...]
    phases: tuple[str, ...]
    phase_lines: tuple[
        str, ...
    ]  # the same, numbered where the office wrote them, dashed where they are made
    closing: str


def notice(campaign: Campaign) -> Notice:
    """The notice of the whole campaign; the theme stands where the opening has its mark."""
    before, mark, after = campaign.launch.opening.partition(THEME_MARK)
    return Notice(
        before_theme=before,
        theme=campaign.movement.theme if mark else "",
        after_theme=after.replace(THEME_MARK, campaign.movement.theme),
        contents=tuple(content.text for content in campaign.contents),
        indicators=tuple(map(indicator_sentence, campaign.indicators)),
        collectives=_quota_sentences(campaign, SubjectKind.COLLECTIVE),
        individuals=_quota_sentences(campaign, SubjectKind.INDIVIDUAL),
        phases=tuple(map(phase_sentence, campaign.phases)),
        phase_lines=tuple(map(_phase_line, campaign.phases)),
        closing=campaign.launch.closing.rstrip(" ./"),
    )


def indicator_sentence(indicator: Indicator) -> str:
    """`Kim ngạch xuất khẩu hàng hóa đạt 4.401 triệu USD.`, unless the office wrote its own words."""
    verb = "không quá" if indicator.lower_is_better else "đạt"
    return (
        indicator.launch_text
        or f"{indicator.name} {verb} {measured(indicator, indicator.planned)}."
    )


def measured(indicator: Indicator, value: Decimal) -> str:
    """`4.401 triệu USD`, `2,0%`: a value with the indicator's decimals and unit."""
    blank = "" if indicator.unit == "%" else " "
    return f"{vn_number(value, indicator.decimals)}{blank}{indicator.unit}"


def phase_sentence(phase: Phase) -> str:
    """`Đợt 1 (từ … đến …) với chủ đề “…”.`, unless the office wrote its own words."""
    if phase.launch_text:
        return phase.launch_text
    dates = date_range(phase.start, phase.end) if phase.start and phase.end else ""
    told = [f"Đợt {phase.number}", f"(từ {dates})" if dates else ""]
    told += [f"với chủ đề “{phase.theme}”" if phase.theme else ""]
    return f"{' '.join(filter(None, told))}."


def _phase_line(phase: Phase) -> str:
    mark = f"{phase.number}." if phase.launch_text else "-"
    return f"{mark} {phase_sentence(phase)}"


def _quota_sentences(campaign: Campaign, kind: SubjectKind) -> tuple[str, ...]:
    """The office's own sentences; where it wrote none for such subjects, one made of each target."""
    quotas = [quota for quota in campaign.quotas if quota.subject_kind is kind]
    written = tuple(quota.launch_text for quota in quotas if quota.launch_text)
    return written or tuple(f"{quota.name}: {wanted(quota)}." for quota in quotas)
