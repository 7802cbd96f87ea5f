"""Before papers are made: every title and commendation form that the campaign names is one that the law knows."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.law.honour import UnknownHonourError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Offered
from vbgen.model.references import offering

PlaceOf = Callable[[str, int, str], Place]  # of a table, a row from 0 and a field

_EARLIER = frozenset({"past_awards", "confirmations"})  # decided by others, by laws of other days


def refuse_unknown_honours(
    campaign: Campaign, law: LawOfDay, place_of: PlaceOf | None = None
) -> None:
    """Raise ProblemsFoundError with each row whose title or form has no rule, and the nearest name."""
    problems = tuple(_problems(campaign, law, place_of or _row_of))
    if problems:
        message = _(
            "Có {count} chỗ ghi danh hiệu, hình thức khen thưởng không có.", count=len(problems)
        )
        raise ProblemsFoundError(message, problems)


def has_unknown_honours(campaign: Campaign, law: LawOfDay) -> bool:
    """Whether papers would be refused for that."""
    return any(True for _problem in _problems(campaign, law, _row_of))


def _row_of(table: str, row: int, field: str) -> Place:
    """Where a row stands, for who does not know the files that the data came from."""
    return Place(sheet=Campaign.title_of(table), path=f"{table}[{row}].{field}")


def _problems(campaign: Campaign, law: LawOfDay, place_of: PlaceOf) -> Iterator[Problem]:
    names = [honour.name for honour in law.honours]
    for table, field in offering(Offered.HONOURS):
        for number, row in enumerate(getattr(campaign, table)):
            name = getattr(row, field)
            if name and table not in _EARLIER and not _is_known(name, law):
                message = str(UnknownHonourError(name))
                place = place_of(table, number, field)
                yield Problem("unknown-honour", message, place, hint=_near(name, names))


def _is_known(name: str, law: LawOfDay) -> bool:
    try:
        law.honour(name)
    except UnknownHonourError:
        return False
    return True


def _near(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return (
        _("Có phải là “{near}”?", near=near[0])
        if near
        else _("Hãy chọn trong danh sách thả xuống của ô.")
    )
