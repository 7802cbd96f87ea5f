"""Cells that are well-formed and cannot be right: a year of birth, half a month."""

from collections.abc import Iterator

from vbgen.campaign import Inspection
from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Offered
from vbgen.model.people import Nominee
from vbgen.model.vocabulary import Vocabulary
from vbgen.words.person.doubt import cut

_OLDEST = 120  # years; nobody proposed is older


def doubtful_cells(inspection: Inspection, words: Vocabulary) -> Iterator[Problem]:
    """Each such cell of a campaign, at its place."""
    if (campaign := inspection.campaign) is not None:
        yield from _births(inspection, campaign)
        yield from _months(inspection, campaign, words)


def _births(inspection: Inspection, campaign: Campaign) -> Iterator[Problem]:
    for row, nominee in enumerate(campaign.nominees):
        if message := _impossible(nominee, campaign.movement.year):
            place = inspection.place_of("nominees", row, "birth_year")
            yield Problem(
                "birth-year-impossible",
                message,
                place,
                hint=_("Hãy sửa năm sinh theo hồ sơ, hoặc để trống."),
            )


def _impossible(nominee: Nominee, year: int | None) -> str:
    """What is wrong with the year of birth, in a campaign of that year; empty where nothing is."""
    born = nominee.birth_year
    if born is None or year is None or year - _OLDEST <= born <= year:
        return ""
    if born > year:
        return _(
            "{name}: năm sinh {born} sau năm của phong trào ({year}).",
            name=cut(nominee.full_name),
            born=born,
            year=year,
        )
    return _(
        "{name}: sinh năm {born}, quá {oldest} tuổi.",
        name=cut(nominee.full_name),
        born=born,
        oldest=_OLDEST,
    )


def _months(inspection: Inspection, campaign: Campaign, words: Vocabulary) -> Iterator[Problem]:
    """Months planned without their year: neither the draft's date nor the law's day can be made of them."""
    for row, plan in enumerate(campaign.papers):
        if plan.month is not None and plan.year is None:
            message = _(
                "{kind}: có tháng dự kiến {month} nhưng chưa có năm dự kiến.",
                kind=words.words(Offered.PAPERS).title_of(plan.kind),
                month=plan.month,
            )
            place = inspection.place_of("papers", row, "year")
            hint = _("Hãy ghi năm dự kiến, ví dụ {year}.", year=campaign.movement.year or 2026)
            yield Problem("month-without-year", message, place, Severity.WARNING, hint)
