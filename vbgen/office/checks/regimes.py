"""Which law was applied, whether anybody has read it, and which rules are the agency's own."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.law.doubt import doubt_ways
from vbgen.messages import _
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding
from vbgen.words.dates import short_date
from vbgen.words.numbers import two_digits


def check(case: Case) -> Iterator[Finding]:
    """A warning for a law that is not verified or not known; a note with the agency's own rules."""
    for day, law in sorted({law.day: law for law in (*case.laws.values(), case.law)}.items()):
        if law.regime is None:
            message = _(
                "Chưa có quy định nào trong chương trình cho ngày {day}.", day=short_date(day)
            )
            yield Finding(
                "law-unknown",
                Severity.WARNING,
                message,
                _("Hãy tự đối chiếu quy định của thời kỳ ấy."),
            )
        elif not law.regime.proved:
            message = _(
                "Ngày {day} áp dụng {law}; nội dung chưa được xác minh.",
                day=short_date(day),
                law=law.regime.source,
            )
            todo = _(
                "Kết luận theo luật này chỉ để tham khảo; hãy đọc văn bản đã ký rồi ghi quy định riêng của cơ quan."
            )
            more = " ".join(filter(None, (todo, _(law.regime.remedy) if law.regime.remedy else "")))
            yield Finding(
                "law-unverified",
                Severity.WARNING,
                message,
                more,
                law.regime,
                ways=doubt_ways(law.regime),
            )
    own = case.rules.own
    if own:
        named = "; ".join(
            dict.fromkeys(f"{rule.id}: {rule.citation} ({rule.origin})" for rule in own)
        )
        message = _(
            "{count} quy định riêng của cơ quan được áp dụng: {named}.",
            count=two_digits(len({rule.id for rule in own})),
            named=named,
        )
        yield Finding("own-rules", Severity.NOTE, message)
