"""Which law was applied, whether anybody has read it, and which rules are the agency's own."""

from collections.abc import Iterator

from vbgen.campaign import Inspection
from vbgen.errors import Problem, Severity
from vbgen.law.citing import cited_source
from vbgen.law.doubt import doubt_ways
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import Regime
from vbgen.messages import _
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding
from vbgen.ways import ChooseDay
from vbgen.words.dates import short_date
from vbgen.words.numbers import two_digits


def check(case: Case) -> Iterator[Finding]:
    """A warning for a law that is not verified or not known; a note with the agency's own rules."""
    for law in _laws_of(case):
        if law.regime is None:
            yield _unknown(law)
        elif not law.regime.proved:
            yield _unverified(law, law.regime)
    yield from _own(case)


def _laws_of(case: Case) -> list[LawOfDay]:
    """The law of each day that the campaign's papers bear, the earliest first."""
    by_day = {law.day: law for law in (*case.laws.values(), case.law)}
    return [by_day[day] for day in sorted(by_day)]


def _unknown(law: LawOfDay) -> Finding:
    message = _("Chưa có quy định nào trong chương trình cho ngày {day}.", day=short_date(law.day))
    hint = _("Hãy tự đối chiếu quy định của thời kỳ đó.")
    return Finding("law-unknown", Severity.WARNING, message, hint)


def _unverified(law: LawOfDay, regime: Regime) -> Finding:
    message = _(
        "Ngày {day} áp dụng {law}; nội dung chưa được xác minh.",
        day=short_date(law.day),
        law=cited_source(regime.source),
    )
    todo = _(
        "Kết luận theo luật này chỉ để tham khảo; hãy đọc văn bản đã ký rồi ghi quy định riêng của cơ quan."
    )
    hint = " ".join((todo, _(regime.remedy))) if regime.remedy else todo
    return Finding(
        "law-unverified", Severity.WARNING, message, hint, regime, ways=doubt_ways(regime)
    )


def _own(case: Case) -> Iterator[Finding]:
    own = case.rules.own
    if own:
        named = dict.fromkeys(f"{rule.id}: {rule.citation} ({rule.origin})" for rule in own)
        message = _(
            "{count} quy định riêng của cơ quan được áp dụng: {named}.",
            count=two_digits(len({rule.id for rule in own})),
            named="; ".join(named),
        )
        yield Finding("own-rules", Severity.NOTE, message)


def undated_decisions(case: Case, inspection: Inspection) -> Iterator[Problem]:
    """A warning for each phase that ended under another law than today's, where nobody said when it is decided."""
    for row, phase in enumerate(case.campaign.phases):
        if phase.end is None:
            continue
        then = case.today.on(phase.end)
        now = case.laws[phase.number]
        if (
            phase.end < case.today.day
            and case.told_day(phase.number) is None
            and then.regime != now.regime
        ):
            message = _(
                "Đợt {phase} kết thúc ngày {end}, khi đó áp dụng {then}; quyết định chưa có tháng dự "
                "kiến. Luật được tính theo hôm nay, {today}: {now}.",
                phase=phase.number,
                end=short_date(phase.end),
                then=_named(then),
                today=short_date(now.day),
                now=_named(now),
            )
            hint = _("Hãy ghi tháng, năm dự kiến của quyết định ở trang “Văn bản”.")
            yield Problem(
                "decision-without-day",
                message,
                inspection.place_of("phases", row, "end"),
                Severity.WARNING,
                hint,
                (ChooseDay(),),
            )


def _named(law: LawOfDay) -> str:
    return (
        cited_source(law.regime.source) if law.regime else _("quy định chưa có trong chương trình")
    )
