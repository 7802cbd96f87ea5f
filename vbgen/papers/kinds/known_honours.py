"""Before papers are made: every title and commendation form that the campaign names is one that the law knows."""

from collections.abc import Iterator
from difflib import get_close_matches

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.law.honour import UnknownHonourError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign

_TABLES = ("quotas", "nominations", "votes", "awards")


def refuse_unknown_honours(campaign: Campaign, law: LawOfDay) -> None:
    """Raise ProblemsFoundError with each row whose title or form has no rule, and the nearest name."""
    problems = tuple(_problems(campaign, law))
    if problems:
        message = _(
            "Có {count} chỗ ghi danh hiệu, hình thức khen thưởng không có.", count=len(problems)
        )
        raise ProblemsFoundError(message, problems)


def has_unknown_honours(campaign: Campaign, law: LawOfDay) -> bool:
    """Whether papers would be refused for that."""
    return any(True for _problem in _problems(campaign, law))


def _problems(campaign: Campaign, law: LawOfDay) -> Iterator[Problem]:
    names = [honour.name for honour in law.honours]
    for table in _TABLES:
        for number, row in enumerate(getattr(campaign, table), 1):
            try:
                law.honour(row.award or names[0])
            except UnknownHonourError as fault:
                place = Place(
                    sheet=Campaign.title_of(table),
                    path=_("hàng dữ liệu thứ {number}", number=number),
                )
                yield Problem("unknown-honour", str(fault), place, hint=_near(row.award, names))


def _near(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return (
        _("Có phải là “{near}”?", near=near[0])
        if near
        else _("Hãy chọn trong danh sách thả xuống của ô.")
    )
