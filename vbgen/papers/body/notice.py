"""What the launch notice (công văn phát động) says, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import lines, one_line, plain
from vbgen.model.launch import PHASES_MARK, TARGETS_MARK, Content, Launch, OutlineLevel
from vbgen.model.movement import Phase, SubjectKind
from vbgen.model.targets import MOST_DECIMALS, Indicator
from vbgen.papers.body.branches import Branch, numbered_branches
from vbgen.papers.body.outline import (
    OutlineLine,
    OutlinePart,
    content_lines,
    numbered_parts,
    paragraphs,
    rich,
)
from vbgen.papers.body.quotas import wanted
from vbgen.word.template import RichText
from vbgen.words.dates import date_range, long_date
from vbgen.words.names import fold
from vbgen.words.numbers import vn_number

THEME_MARK = "[chủ đề]"
_WHEN = "Thời gian thực hiện"
# What goes with the mark where there is no theme: “với chủ đề: “[chủ đề]””.
_WITH_MARK = re.compile(r"[\s,]*(?:(?:với|có)?\s*chủ đề\s*:?)?\s*[“\"]?\s*\[chủ đề\]\s*[”\"]?")
_ENDS = " ./"
_COMPUTED_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice's sentences; `parts` has them in the order of the paper, with headings and numbers."""

    before_theme: str
    theme: str
    after_theme: str
    opening: tuple[RichText, ...]
    parts: tuple[OutlinePart, ...]
    contents: tuple[str, ...]
    indicators: tuple[str, ...]
    collectives: tuple[str, ...]
    individuals: tuple[str, ...]
    phases: tuple[str, ...]
    phase_lines: tuple[
        str, ...
    ]  # the same, numbered where the office wrote them, dashed where they are made
    closing: str
    closing_lines: tuple[RichText, ...]  # its paragraphs before the last
    last_line: RichText | None  # the last one, with “./.”; None without a closing

    @property
    def own_lines(self) -> tuple[OutlineLine, ...]:
        """The contents, with their headings."""
        return self._lines("contents")

    @property
    def target_lines(self) -> tuple[OutlineLine, ...]:
        """The targets, with their headings."""
        return self._lines("targets")

    @property
    def phase_part(self) -> tuple[OutlineLine, ...]:
        """The phases, with their heading."""
        return self._lines("phases")

    def _lines(self, name: str) -> tuple[OutlineLine, ...]:
        return tuple(line for part in self.parts if part.name == name for line in part.lines)


def notice(campaign: Campaign, end: str = "./.") -> Notice:
    """The notice of the whole campaign; the theme stands where the opening has its mark, `end` behind the last word."""
    launch, theme = campaign.launch, one_line(campaign.movement.theme)
    opening = launch.opening if theme else _WITH_MARK.sub("", launch.opening)
    before, mark, after = plain(opening).partition(THEME_MARK)
    closing = lines(launch.closing.rstrip(_ENDS))
    parts = numbered_parts(_headed(tuple(_parts(campaign))))
    return Notice(
        before_theme=before,
        theme=theme if mark else "",
        after_theme=after.replace(THEME_MARK, theme),
        opening=tuple(_opening(opening, theme)),
        parts=parts if closing else _ended(parts, end),
        contents=tuple(plain(content.text) for content in campaign.contents),
        indicators=tuple(plain(indicator_sentence(each)) for each in campaign.indicators),
        collectives=_plain(_quota_sentences(campaign, SubjectKind.COLLECTIVE)),
        individuals=_plain(_quota_sentences(campaign, SubjectKind.INDIVIDUAL)),
        phases=tuple(plain(phase_sentence(phase)) for phase in campaign.phases),
        phase_lines=_plain(_phase_lines(campaign.phases)),
        closing=plain(launch.closing).rstrip(_ENDS),
        closing_lines=tuple(map(rich, closing[:-1])),
        last_line=rich(f"{closing[-1]}{end}") if closing else None,
    )


def _plain(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(plain, texts))


def _opening(opening: str, theme: str) -> Iterator[RichText]:
    """Its paragraphs, the theme bold where the mark first stands."""
    before, mark, after = opening.partition(THEME_MARK)
    bold = f"{before}<b>{theme}</b>{after.replace(THEME_MARK, theme)}" if mark else opening
    yield from map(rich, lines(bold))


def _ended(parts: Sequence[OutlinePart], end: str) -> tuple[OutlinePart, ...]:
    """The parts with `end` behind the last word, where no closing follows."""
    if not parts:
        return ()
    *others, last = parts
    *before, line = last.lines
    ended = RichText()
    ended.add(line.text)
    ended.add(end.removeprefix(".") if line.text.text.endswith(".") else end)
    return (*others, replace(last, lines=(*before, replace(line, text=ended))))


def _parts(campaign: Campaign) -> Iterator[OutlinePart]:
    """The contents, with targets and phases where their marks stand among them, else behind them."""
    made = {TARGETS_MARK: _targets(campaign), PHASES_MARK: _phases(campaign)}
    made = {fold(mark): part for mark, part in made.items()}
    heading, rows = campaign.launch.contents_heading, list[Content]()
    for row in campaign.contents:
        mark = fold(plain(row.text)).strip()
        if row.level is not OutlineLevel.PART and mark not in made:
            rows.append(row)
            continue
        yield OutlinePart("contents", heading, tuple(content_lines(rows)))
        heading, rows = ("", []) if rows or mark not in made else (heading, [])
        if mark in made:
            yield made.pop(mark)
        else:
            heading = row.text
    yield OutlinePart("contents", heading, tuple(content_lines(rows)))
    yield from made.values()


def _headed(parts: Sequence[OutlinePart]) -> tuple[OutlinePart, ...]:
    """The parts; contents that stand alone have no heading that nobody typed."""
    saying = [part for part in parts if part.lines]
    usual = Launch.model_fields["contents_heading"].default
    if len(saying) == 1 and saying[0].name == "contents" and saying[0].heading == usual:
        return (replace(saying[0], heading=""),)
    return tuple(parts)


def _targets(campaign: Campaign) -> OutlinePart:
    """Indicators, then targets of collectives and of persons; a heading that is left empty leaves them out."""
    launch = campaign.launch
    quotas = [
        Branch(launch.collectives_heading, _dashed(campaign, SubjectKind.COLLECTIVE)),
        Branch(launch.individuals_heading, _dashed(campaign, SubjectKind.INDIVIDUAL)),
    ]
    indicators = tuple(f"- {indicator_sentence(each)}" for each in campaign.indicators)
    branches = [
        Branch(launch.indicators_heading, indicators),
        Branch(launch.quotas_heading, branches=tuple(each for each in quotas if each.heading)),
    ]
    headed = [branch for branch in branches if branch.heading]
    told = tuple(numbered_branches(headed)) if launch.targets_heading else ()
    return OutlinePart("targets", launch.targets_heading, told)


def _dashed(campaign: Campaign, kind: SubjectKind) -> tuple[str, ...]:
    return tuple(f"- {text}" for text in _quota_sentences(campaign, kind))


def _phases(campaign: Campaign) -> OutlinePart:
    launch, heading = campaign.launch, _phases_heading(campaign)
    texts = (launch.phases_opening, *_phase_lines(campaign.phases))
    is_told = heading and campaign.phases
    told = [line for text in texts for line in paragraphs(text)] if is_told else ()
    return OutlinePart("phases", heading, tuple(told))


def _phases_heading(campaign: Campaign) -> str:
    """The office's own; days alone stand under what they are, and nowhere where a part tells them already."""
    launch = campaign.launch
    usual = Launch.model_fields["phases_heading"].default
    if not _has_days_alone(campaign) or not launch.phases_heading:
        return launch.phases_heading
    if _says_when(campaign):
        return ""
    is_usual = launch.phases_heading == usual and not launch.phases_opening
    return _WHEN if is_usual else launch.phases_heading


def _has_days_alone(campaign: Campaign) -> bool:
    """Whether all that the phases say is from when to when the whole movement lasts."""
    only = campaign.phases[0] if len(campaign.phases) == 1 else None
    return only is not None and not (only.launch_text or only.theme)


def _says_when(campaign: Campaign) -> bool:
    """Whether a part of the office's own tells the days already: `Thời gian thực hiện`."""
    headings = (row.text for row in campaign.contents if row.level is OutlineLevel.PART)
    return any(fold(plain(text)).lstrip().startswith(fold("Thời gian")) for text in headings)


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
    return f"{written(indicator, value)}{blank}{indicator.unit}"


def written(indicator: Indicator, value: Decimal) -> str:
    """`18.500`, `88.435,5`: with as many decimals as the indicator asks for, or as the value was typed with.

    One with more than anybody types was computed: it is rounded to one.
    """
    if indicator.decimals is not None:
        return vn_number(value, indicator.decimals)
    is_typed = -int(value.as_tuple().exponent) <= MOST_DECIMALS
    return vn_number(value) if is_typed else vn_number(value, _COMPUTED_DECIMALS)


def phase_sentence(phase: Phase) -> str:
    """`Đợt 1 (từ … đến …) với chủ đề “…”.`, unless the office wrote its own words."""
    return phase.launch_text or _made_sentence(phase, f"Đợt {phase.number}")


def _made_sentence(phase: Phase, name: str) -> str:
    dates = date_range(phase.start, phase.end) if name and phase.start and phase.end else ""
    during = f"(từ {dates})" if dates else "" if name else _from_day_to_day(phase)
    theme = one_line(phase.theme)
    told = [name, during, f"với chủ đề “{theme}”" if theme else ""]
    sentence = " ".join(filter(None, told))
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def _from_day_to_day(phase: Phase) -> str:
    """`Từ ngày 05 tháng 9 năm 2025 đến ngày 31 tháng 5 năm 2026`: of a phase that has no name."""
    if phase.start is None or phase.end is None:
        return ""
    if phase.start == phase.end:
        return long_date(phase.start).capitalize()
    return f"Từ ngày {date_range(phase.start, phase.end).replace(' đến ', ' đến ngày ')}"


def _phase_lines(phases: Sequence[Phase]) -> tuple[str, ...]:
    """A line a phase, behind its number or a dash; one phase alone has neither, and nobody reads “đợt 1”."""
    if len(phases) == 1:
        only = phases[0]
        return tuple(filter(None, (only.launch_text or _made_sentence(only, ""),)))
    return tuple(map(_phase_line, phases))


def _phase_line(phase: Phase) -> str:
    mark = f"{phase.number}." if phase.launch_text else "-"
    return f"{mark} {phase_sentence(phase)}"


def _quota_sentences(campaign: Campaign, kind: SubjectKind) -> tuple[str, ...]:
    """The office's own sentences; where it wrote none for such subjects, one made of each target."""
    quotas = [quota for quota in campaign.quotas if quota.subject_kind is kind]
    written = tuple(quota.launch_text for quota in quotas if quota.launch_text)
    return written or tuple(f"{quota.name}: {wanted(quota)}." for quota in quotas)
