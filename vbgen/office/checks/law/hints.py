"""What the law of the day asks people to bear in mind, and texts that end or were not found."""

from collections.abc import Iterator, Sequence

from vbgen.errors import Severity
from vbgen.law.doubt import doubt_ways
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.people import Gender, Nominee
from vbgen.office.checks.case import Case, Proposal
from vbgen.office.checks.finding import Finding, Spot, breach


def check(case: Case) -> Iterator[Finding]:
    """Hints of Nghị định 152/2025/NĐ-CP, Điều 4, once each; the form of certificates; a decree's end."""
    yield from _decree_ends(case)
    yield from _certificate_form(case)
    for id_, told in (
        ("themed-apart", _above(case)),
        ("no-open-case", _disciplined(case)),
        ("maternity-counts", _unrated_women(case)),
        ("women-first", case.proposals),
    ):
        yield from _hint(case, id_, told)


def _hint(case: Case, id_: str, proposals: Sequence[Proposal]) -> Iterator[Finding]:
    """The principle of that id, with whom it may concern; nothing where it concerns nobody."""
    for law in _laws(case):
        rule = law.principle(id_)
        concerned = [each for each in proposals if case.laws[each.phase].principle(id_) is not None]
        if rule and concerned:
            people = tuple(dict.fromkeys(each.nominee.full_name for each in concerned))
            message = _("Lưu ý khi xét: {title}.", title=_(rule.title))
            few = people if id_ != "women-first" else ()
            yield breach(law, rule, f"hint-{id_}", message, spots=concerned[0].spots, people=few)
            return


def _laws(case: Case) -> Sequence[LawOfDay]:
    """The laws of the phases, each day once."""
    return tuple({law.day: law for law in case.laws.values()}.values())


def _above(case: Case) -> list[Proposal]:
    return [each for each in case.proposals if not case.is_within_power(each)]


def _disciplined(case: Case) -> list[Proposal]:
    return [each for each in case.proposals if each.nominee.discipline.strip()]


def _unrated_women(case: Case) -> list[Proposal]:
    return [each for each in case.proposals if _is_unrated_woman(each.nominee)]


def _is_unrated_woman(nominee: Nominee) -> bool:
    return nominee.gender is Gender.FEMALE and nominee.rating is None


def _certificate_form(case: Case) -> Iterator[Finding]:
    """A warning for each law under which certificates go out in a form that nobody has verified."""
    for law in _laws(case):
        rule = law.principle("certificate-form")
        rows = [
            row
            for row, award in enumerate(case.campaign.awards)
            if case.laws.get(award.phase) is law
        ]
        if rule and rows and not rule.proved:
            message = _(
                "Mẫu giấy khen chưa được xác minh cho ngày quyết định: {title}.",
                title=_(rule.title),
            )
            todo = _("Hãy đối chiếu với mẫu đang có hiệu lực trước khi in.")
            spots = (Spot("awards", rows[0], "award"),)
            yield Finding(
                "certificate-form",
                Severity.WARNING,
                message,
                todo,
                rule,
                spots,
                ways=doubt_ways(rule),
            )


def _decree_ends(case: Case) -> Iterator[Finding]:
    """From the day on which it is to be told: by the day of a decision, or by today's."""
    for law in (*_laws(case), case.today):
        rule = law.principle("decree-ends")
        if rule:
            message = _("{title}; chương trình chưa có văn bản thay thế.", title=_(rule.title))
            todo = _(
                "Khi có nghị định mới, hãy đặt tệp quy định mới (có ngày hiệu lực, nguồn) vào thư mục “law”."
            )
            yield Finding(
                "decree-ends", law.weight(rule), message, todo, rule, ways=doubt_ways(rule)
            )
            return
