"""Where one row a person stands for the linked sheets, it is the sheet that is named."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from vbgen.campaign.assembling import Places
from vbgen.campaign.short.one_row import TITLE, layout
from vbgen.errors import Problem
from vbgen.model.campaign import Campaign


def in_own_sheets(problems: Iterable[Problem], places: Places) -> tuple[Problem, ...]:
    """The problems, those of a whole linked sheet told of the list of the file, where it has one."""
    if places.listed is None:
        return tuple(problems)
    return tuple(_in_list(each) if each.place.sheet in _linked() else each for each in problems)


def _in_list(problem: Problem) -> Problem:
    if problem.place.cell:
        return problem
    hint = problem.hint.replace(f"“{problem.place.sheet}”", f"“{TITLE}”")
    return replace(problem, place=problem.place._replace(sheet=TITLE), hint=hint)


@cache
def _linked() -> frozenset[str]:
    """Titles of the sheets that the list stands for."""
    return frozenset(Campaign.title_of(table) for table, _field in layout().values())
