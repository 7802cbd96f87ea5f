"""A phase summary (báo cáo sơ kết, tổng kết): its sentences, and its sections as far as anything stands in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import lines, one_line
from vbgen.model.movement import Movement, ReportSection
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.body.outline import rich
from vbgen.papers.body.phases import PhaseView, phase_view
from vbgen.papers.body.quotas import QuotaView
from vbgen.papers.body.results import ResultView
from vbgen.word.template import RichText
from vbgen.words.names import fold
from vbgen.words.numbers import roman

# How names of movements begin that can stand behind “Thực hiện”; any other gets “phong trào” before it.
_NOUNS = ("phong trao", "cuoc ", "chien dich", "dot ", "chuong trinh", "hoi thi", "thang ", "tuan ")
_SECTIONS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "conditions",
        "Đặc điểm tình hình",
        (("advantages", "Thuận lợi"), ("difficulties", "Khó khăn")),
    ),
    ("leadership", "Công tác chỉ đạo, phát động và triển khai", ()),
    (
        "achievements",
        "Kết quả thực hiện",
        (
            ("indicators", "Chỉ tiêu nhiệm vụ chính trị"),
            ("quotas", "Chỉ tiêu thi đua"),
            ("movement", "Phong trào thi đua"),
            ("awards", "Công tác khen thưởng"),
        ),
    ),
    (
        "flaws",
        "Tồn tại, hạn chế và nguyên nhân",
        (("shortcomings", "Tồn tại, hạn chế"), ("causes", "Nguyên nhân")),
    ),
    ("next_tasks", "Phương hướng, nhiệm vụ", ()),
    ("proposals", "Đề xuất, kiến nghị", ()),
)


@dataclass(frozen=True, slots=True)
class SummaryData:
    """What a summary is made of."""

    campaign: Campaign
    phase: PhaseView
    results: tuple[ResultView, ...]
    quotas: tuple[QuotaView, ...]
    awards: HonourList
    issuer: str
    is_draft: bool

    @property
    def movement(self) -> Movement:
        """The movement."""
        return self.campaign.movement


@dataclass(frozen=True, slots=True)
class SummarySection:
    """One section; nothing stands in it where its heading is empty."""

    heading: str = ""
    texts: tuple[RichText, ...] = ()
    is_blank: bool = False  # a person still has to write it; drafts alone say so


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of one phase, or of a movement that has none."""

    name: str  # "Tổng kết phong trào …", "Sơ kết …": its subject
    carried_out: str  # the movement, as a noun
    theme: str
    reported: str  # "báo cáo tổng kết"
    closing: str
    conditions: SummarySection
    advantages: SummarySection
    difficulties: SummarySection
    leadership: SummarySection
    achievements: SummarySection
    indicators: SummarySection
    quotas: SummarySection
    movement: SummarySection
    awards: SummarySection
    flaws: SummarySection
    shortcomings: SummarySection
    causes: SummarySection
    next_tasks: SummarySection
    proposals: SummarySection


def summary(data: SummaryData) -> Summary:
    """The sentences of the summary and its sections, numbered as far as they are there."""
    texts = {name: tuple(map(rich, found)) for name, found in _texts(data).items()}
    here = _here(data, texts)
    headings = dict(_headings(data, here))
    sections = {
        name: SummarySection(
            headings.get(name, ""),
            texts.get(name, ()),
            data.is_draft and _is_blank(name, data, texts),
        )
        for name in _names()
    }
    name = about(data.movement, data.phase)
    kind = "tổng kết" if data.phase.is_last else "sơ kết"
    closing = f"Trên đây là báo cáo {name[:1].lower()}{name[1:]} của {data.issuer}"
    carried_out, theme = named(data.movement), _theme(data.movement)
    return Summary(name, carried_out, theme, _reported(data, kind), closing, **sections)


def about(movement: Movement, phase: PhaseView) -> str:
    """`Tổng kết phong trào …`, `Sơ kết phong trào … đợt 1`: what the paper is about."""
    if phase.is_last:
        return f"Tổng kết {named(movement) or _work(movement)}"
    return f"Sơ kết {phase.of_movement}".strip()


def named(movement: Movement) -> str:
    """The movement's name as a noun: `phong trào xây dựng trường học xanh` for one that begins with its verb."""
    name = movement.name
    if not name or fold(name).startswith(_NOUNS):
        return name
    return f"phong trào {name}"


def _work(movement: Movement) -> str:
    """`công tác thi đua, khen thưởng năm 2026`: what is summed up where there is no movement."""
    return f"công tác thi đua, khen thưởng {movement.in_period}".rstrip()


def _theme(movement: Movement) -> str:
    """The theme; empty where the movement's name says it already."""
    theme = one_line(movement.theme)
    return "" if fold(theme) in fold(movement.name) else theme


def _names() -> Iterator[str]:
    for name, _title, inner in _SECTIONS:
        yield from (name, *(each for each, _inner in inner))


def _reported(data: SummaryData, kind: str) -> str:
    """`báo cáo tổng kết`, `báo cáo kết quả đợt 1 (từ …)`."""
    phase = data.phase
    during = f" (từ {phase.period})" if phase.period else ""
    of = "" if data.movement.name else f" {_work(data.movement)}"
    return f"báo cáo {kind}{of}" if phase.is_last else f"báo cáo kết quả {phase.name}{during}"


def _texts(data: SummaryData) -> Mapping[str, list[str]]:
    """Section → its paragraphs: those that a person wrote, then those that the data say."""
    found: dict[str, list[str]] = {section.name.lower(): [] for section in ReportSection}
    for row in data.campaign.report_paragraphs:
        if row.phase == data.phase.number:
            found[row.section.name.lower()] += lines(row.text)
    found["shortcomings"] += [f"- {text}" for text in _misses(data)]
    found["next_tasks"] = [*_next_theme(data), *found["next_tasks"]]
    found["awards"] = list(_awarded(data))
    return found


def _misses(data: SummaryData) -> Iterator[str]:
    """What the whole movement did not reach; what nobody knows is never called missed."""
    if not data.phase.is_last:
        return
    plan = "kế hoạch" if data.movement.period or not data.movement.year else "kế hoạch năm"
    yield from filter(None, (row.shortfall(plan) for row in data.results))
    yield from (row.shortfall for row in data.quotas if row.is_missed)


def _awarded(data: SummaryData) -> Iterator[str]:
    groups = data.awards.groups
    name = f"{data.phase.name} " if data.phase.name else ""
    if groups:
        yield _sentence(f"{name}đã khen thưởng {data.awards.turns}, gồm:")
        yield from (f"- {group.title}: {group.count};" for group in groups[:-1])
        yield f"- {groups[-1].title}: {groups[-1].count}."
        yield from _annex(data)
    elif data.campaign.awards:
        yield _sentence(f"{name}chưa có quyết định khen thưởng.")


def _annex(data: SummaryData) -> Iterator[str]:
    """Where the whole movement's statistics are, in its last summary; the counts before it have brackets already."""
    span = "năm" if data.movement.year and not data.movement.period else "phong trào"
    if data.phase.is_last:
        yield f"Thống kê cả {span} tại Phụ lục kèm theo."


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _following(data: SummaryData) -> PhaseView | None:
    later = [each.number for each in data.campaign.each_phase if each.number > data.phase.number]
    return phase_view(data.campaign, min(later)) if later else None


def _next_theme(data: SummaryData) -> Iterator[str]:
    phase = _following(data)
    if phase and phase.theme:
        during = f" (từ {phase.period})" if phase.period else ""
        yield f"Chủ đề {phase.name}{during}: “{one_line(phase.theme)}”."


def _is_blank(name: str, data: SummaryData, texts: Mapping[str, Sequence[RichText]]) -> bool:
    """Whether a person has to write the section and has not; what the results say of shortcomings is enough."""
    rows = data.campaign.report_paragraphs
    phase = data.phase.number
    written = {row.section.name.lower() for row in rows if row.phase == phase}
    asked = {section.name.lower() for section in ReportSection} - written
    return name in asked and not (name == "shortcomings" and texts[name])


def _is_filled(name: str, data: SummaryData, texts: Mapping[str, Sequence[RichText]]) -> bool:
    """Whether a section says something: its paragraphs or a table."""
    tables = {"indicators": data.results, "quotas": data.quotas}
    return bool(texts.get(name) or tables.get(name))


def _to_be_written(data: SummaryData) -> set[str]:
    """The sections that a person writes, in a draft; an issued paper asks nobody."""
    return {section.name.lower() for section in ReportSection if data.is_draft}


def _here(data: SummaryData, texts: Mapping[str, Sequence[RichText]]) -> frozenset[str]:
    """The sections that are printed: what says something, and in a draft what a person has to write."""
    said = {name for name in _names() if _is_filled(name, data, texts)} | _to_be_written(data)
    here: set[str] = set()
    for name, _title, parts in _SECTIONS:
        if within := ({each for each, _words in parts} or {name}) & said:
            here |= {name, *within}
    return frozenset(here)


def _headings(data: SummaryData, here: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Section → `II. …`, `1. …`; what stands alone has no number."""
    outer = [each for each in _SECTIONS if each[0] in here]
    for number, (name, title, parts) in enumerate(outer, 1):
        full = f"{title} {_when(data)}" if name == "next_tasks" else title
        yield name, _numbered(roman(number), full, among=len(outer))
        inner = [each for each in parts if each[0] in here]
        for at, (each, words) in enumerate(inner, 1):
            yield each, _numbered(str(at), words, among=len(inner))


def _numbered(number: str, words: str, *, among: int) -> str:
    return f"{number}. {words}" if among > 1 else words


def _when(data: SummaryData) -> str:
    following = _following(data)
    return following.name if following else "thời gian tới"
