"""Sentences name the sheets that a workbook has: one list in place of linked sheets, a sheet of another title."""

import re
from collections.abc import Mapping
from dataclasses import replace

from vbgen.campaign.cells.entries import TypedTable
from vbgen.errors import Place, Problem
from vbgen.model.campaign import Campaign

IN_THE_LIST = ("nominees", "nominations", "votes", "awards")
_SHEET = re.compile(r"\b(?:trang|[Ss]heets?)\b")
_TWICE = re.compile(r"(“[^”]+”)(?:(?:,| và| hay| hoặc| and| or) \1)+")


def home_of(
    table: str, tables: Mapping[str, TypedTable], listed: TypedTable | None
) -> Place | None:
    """Where the rows of a table stand, or would be typed; None where the files say nothing of it."""
    found = tables.get(table)
    if listed is not None and table in IN_THE_LIST and (found is None or not found.rows):
        return listed.place
    return found.place if found else None


def own_titles(tables: Mapping[str, TypedTable], listed: TypedTable | None) -> Mapping[str, str]:
    """Title of each sheet of vbgen's own form that is called otherwise in this workbook → its title there."""
    homes = {name: home_of(name, tables, listed) for name in Campaign.model_fields}
    said = {Campaign.title_of(name): home.sheet for name, home in homes.items() if home}
    return {title: own for title, own in said.items() if own and own != title}


def in_own_words(problem: Problem, titles: Mapping[str, str]) -> Problem:
    """The problem with the workbook's own titles of sheets in its sentences, and in a place that is a whole sheet."""
    message, hint = (_reworded(text, titles) for text in (problem.message, problem.hint))
    place = problem.place
    if not place.cell and place.sheet in titles:
        place = place._replace(sheet=titles[place.sheet])
    is_same = (message, hint, place) == (problem.message, problem.hint, problem.place)
    return problem if is_same else replace(problem, message=message, hint=hint, place=place)


def _reworded(text: str, titles: Mapping[str, str]) -> str:
    if not titles or not _SHEET.search(text):
        return text
    for title, own in titles.items():
        text = text.replace(f"“{title}”", f"“{own}”")
    return _TWICE.sub(r"\1", text)
