"""What a value of a template mutes: rules that depend on the words it stands for, and no more."""

import tomllib
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper

_TABLE: Final = Path(__file__).parent / "muting.toml"
_NEAR: Final = 2  # paragraphs
_PARTS: Final = frozenset(Part)


def is_muted(hit: Hit, paper: Paper, book: FormRules) -> bool:
    """Whether what was hit depends on words that a template does not have yet."""
    if is_of_whole_paper(hit) and _is_elsewhere(hit, paper):
        return True
    line = _line_of(hit)
    if line is None or hit.rule.endswith(".missing"):  # what is missing stands on no line
        return False
    if line.has_value:
        return not _holds_on_values(hit, line, book)
    return _depends_on_others(hit, line, paper)


def _is_elsewhere(hit: Hit, paper: Paper) -> bool:
    """Whether what the paper seems to lack may stand in a fragment, or be one of its values."""
    return bool(paper.unopened) or paper.is_part or _may_stand_there(hit.rule, paper)


def _depends_on_others(hit: Hit, line: Line, paper: Paper) -> bool:
    """Whether what is asked of a line without values depends on lines that have some."""
    if _is_named(hit.rule, "lists") and _stands_by_unknown(line, paper):
        return True
    return not _is_named(hit.rule, "holds") and _depends_on_values(hit, line, paper)


def is_of_whole_paper(hit: Hit) -> bool:
    """Whether the hit is of no place, but of what the paper lacks as a whole."""
    return hit.where is None or _is_named(hit.rule, "whole")


def _line_of(hit: Hit) -> Line | None:
    if isinstance(hit.where, Line):
        return hit.where
    return whole(hit.paragraph) if hit.paragraph is not None else None


def _holds_on_values(hit: Hit, line: Line, book: FormRules) -> bool:
    if hit.rule.endswith(
        ".case"
    ):  # capitals alone prove nothing: the value may be in small letters
        return book[hit.rule].values.get("case") == "upper"
    if _is_named(hit.rule, "guessed") and line.is_unknown:
        return False
    return _is_named(hit.rule, "holds")


def _depends_on_values(hit: Hit, line: Line, paper: Paper) -> bool:
    """Whether other lines of the rule's part, of which the hit is none, have values."""
    subject = hit.rule.partition(".")[0]
    names = [subject, *_table()["beside"].get(subject, [])]
    lines = [own for name in names if name in _PARTS for own in paper.of(Part(name))]
    is_own = any(own.paragraph is line.paragraph for own in lines)
    return not is_own and any(own.has_value for own in lines)


def _stands_by_unknown(line: Line, paper: Paper) -> bool:
    """Whether a value of which nothing is known stands right by the line: the list may go on with it."""
    paragraphs = paper.document.paragraphs
    at = next((i for i, item in enumerate(paragraphs) if item is line.paragraph), None)
    near = () if at is None else paragraphs[max(0, at - _NEAR) : at + _NEAR + 1]
    return any(whole(item).is_unknown for item in near)


def _may_stand_there(rule: str, paper: Paper) -> bool:
    """Whether a line where the rule's part stands is a value of which nothing is known: it may be that part."""
    in_letterhead = rule.partition(".")[0] in _table()["letterhead"]
    return any(
        whole(paragraph).is_unknown
        for place, paragraph in enumerate(paper.document.paragraphs)
        if (place in paper.letterhead) is in_letterhead or not paper.letterhead
    )


def _is_named(rule: str, what: str) -> bool:
    return any(fnmatchcase(rule, pattern) for pattern in _table()[what])


@cache
def _table() -> "dict[str, dict[str, list[str]]]":
    return tomllib.loads(_TABLE.read_text("utf-8"))
