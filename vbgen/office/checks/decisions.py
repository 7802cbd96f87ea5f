"""What decisions will say, told at the cells that say it: level, executors, sources of money, grounds, articles."""

import re
from collections.abc import Iterator, Mapping, Sequence

from vbgen.errors import Severity
from vbgen.law.honour_type import HonourType
from vbgen.law.tables import Power
from vbgen.messages import _
from vbgen.model.agency import Agency
from vbgen.model.paper import PaperLine
from vbgen.office.checks.case import DECISION, Case
from vbgen.office.checks.finding import Finding, Spot
from vbgen.papers.apart import decided_variants
from vbgen.papers.body.bonus_table import BonusTable, bonus_table
from vbgen.papers.body.honour_list import honour_list
from vbgen.papers.deciding import TITLES
from vbgen.papers.frame.lines import with_ground_word
from vbgen.papers.kinds.kind import Variant
from vbgen.papers.kinds.known_honours import has_unknown_honours

_DECIDED = (
    Variant(within_power=True, honours=HonourType.COMMENDATION),
    Variant(id=TITLES, within_power=True, honours=HonourType.TITLE),
)
_ARTICLE = re.compile(r"[Nn]hư [Đđ]iều (\d+)\b")


def check(case: Case) -> Iterator[Finding]:
    """What level was taken, and what decisions lack or will say otherwise than it was typed."""
    yield from _level(case)
    yield from _ground_words(case)
    tables = () if has_unknown_honours(case.campaign, case.today) else tuple(_tables(case))
    if tables:
        yield from _executors(case)
        yield from _sources(tables)
        yield from _articles(case, tables)


def _level(case: Case) -> Iterator[Finding]:
    agency = case.campaign.agency
    if agency.level and case.proposals:
        message = _(
            "Thẩm quyền và tiền thưởng được xét theo cấp “{level}”; tiền thưởng: {money}.",
            level=agency.level.label,
            money=agency.money.label[:1].lower() + agency.money.label[1:],
        )
        powers = case.laws[case.proposals[0].phase].all(Power)
        rule = next((power for power in powers if power.level is agency.level), None)
        spot = Spot("agency", 0, "level")
        yield Finding("agency-level", Severity.NOTE, message, "", rule, (spot,))


def _executors(case: Case) -> Iterator[Finding]:
    if not case.campaign.agency.executors:
        message = _("Quyết định chưa nêu đơn vị thi hành; Điều cuối chỉ có những người được khen.")
        todo = _("Ghi ở ô “{field}” của trang “Cơ quan”.", field=Agency.title_of("executors"))
        spot = Spot("agency", 0, "executors")
        yield Finding("executors-missing", Severity.NOTE, message, todo, None, (spot,))


def _sources(tables: Sequence[tuple[str, BonusTable]]) -> Iterator[Finding]:
    """Money that comes from nowhere."""
    lines = [line for _paper, table in tables for line in table.lines]
    if any(line.amount and not line.given.source for line in lines):
        message = _("Chưa ghi nguồn chi tiền thưởng nên quyết định không nêu nguồn.")
        todo = _("Ghi ở ô “{field}” của trang “Cơ quan”.", field=Agency.title_of("bonus_source"))
        spot = Spot("agency", 0, "bonus_source")
        yield Finding("bonus-source-missing", Severity.NOTE, message, todo, None, (spot,))


def _ground_words(case: Case) -> Iterator[Finding]:
    for row, line in enumerate(case.campaign.legal_grounds):
        printed = with_ground_word(line.text)
        if printed != line.text.lstrip("-– \t"):
            message = _("Căn cứ này được in thành: “{text}”.", text=printed)
            spot = Spot("legal_grounds", row, "text")
            yield Finding("ground-word-added", Severity.NOTE, message, "", None, (spot,))


def _articles(case: Case, tables: Sequence[tuple[str, BonusTable]]) -> Iterator[Finding]:
    """“Như Điều 3” below a decision of two articles, which says nothing of money."""
    last = {paper: 3 if table.article else 2 for paper, table in tables}
    for row, line in enumerate(case.campaign.recipients):
        if (article := _other_article(line, last)) is not None:
            message = _(
                "Điều thi hành của quyết định này là Điều {article}, không phải “{typed}”.",
                article=article,
                typed=line.text,
            )
            todo = _("Sửa thành “Như Điều {article}”.", article=article)
            spot = Spot("recipients", row, "text")
            yield Finding("article-cited", Severity.WARNING, message, todo, None, (spot,))


def _other_article(line: PaperLine, last: Mapping[str, int]) -> int | None:
    """The last article of a decision whose recipient's line names another; None where it names that one, or none."""
    found = _ARTICLE.search(line.text)
    articles = [last[paper] for paper in last if line.kind in {paper, DECISION}]
    return next((each for each in articles if found and int(found[1]) != each), None)


def _tables(case: Case) -> Iterator[tuple[str, BonusTable]]:
    """Paper and money of each decision that the campaign makes."""
    campaign = case.campaign
    for phase in case.phases:
        rows = [row for row in campaign.awards if row.phase == phase]
        law = case.phase_laws.of(phase)
        for variant in decided_variants(_DECIDED, campaign, phase, law):
            found = honour_list(campaign, rows, variant, law)
            if found.groups:
                paper = "/".join(filter(None, (DECISION, variant.id)))
                yield paper, bonus_table(found, campaign, law)
