"""Findings that say the same told once, with how often and where; the gravest first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from vbgen.decree.checking.model import FormFinding
from vbgen.errors import Place, Severity
from vbgen.messages import _

_PLACES: Final = 4  # named of a group; the others are counted
_FOUND: Final = 3  # of what was found, where it differs from place to place
_QUOTE: Final = 24
_ORDER: Final = {level: place for place, level in enumerate(Severity)}


@dataclass(frozen=True)
class FindingGroup:
    """Findings of one rule in one paper, in its order; at least one."""

    findings: tuple[FormFinding, ...]

    @property
    def first(self) -> FormFinding:
        """The first, which tells what is required, by which article and how to mend it."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """How much each of them weighs."""
        return self.first.severity

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.findings)

    @cached_property
    def found(self) -> str:
        """What stands there; the first few where it differs."""
        each = list(dict.fromkeys(finding.found for finding in self.findings))
        more = ["…"] if len(each) > _FOUND else []
        return "; ".join([*each[:_FOUND], *more])

    @property
    def heading(self) -> str:
        """What is wrong, with the number of places where there is more than one."""
        if self.count == 1:
            return self.found
        return _("{found} ({count} chỗ)", found=self.found, count=self.count)

    @property
    def required(self) -> str:
        """What is required, and by which article."""
        article = self.first.article
        return f"{self.first.required} ({article})." if article else f"{self.first.required}."

    @property
    def mend(self) -> str:
        """What to do."""
        return self.first.mend

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The first few places, short; behind them how many more there are."""
        told = list(dict.fromkeys(filter(None, map(_short, self._places()))))
        rest = self.count - _PLACES
        more = [_("… và {count} chỗ nữa", count=rest)] if rest > 0 else []
        return (*told[:_PLACES], *more)

    def _places(self) -> Iterable[Place]:
        return (finding.place for finding in self.findings[:_PLACES])


def grouped(findings: Iterable[FormFinding]) -> tuple[FindingGroup, ...]:
    """The findings in groups: errors first, then warnings, then notes, each in the order of the paper."""
    groups: dict[str, list[FormFinding]] = {}
    for finding in findings:
        groups.setdefault(finding.group, []).append(finding)
    found = (FindingGroup(tuple(each)) for each in groups.values())
    return tuple(sorted(found, key=lambda group: _ORDER[group.severity]))


def of_one_paper(groups: Sequence[FindingGroup], number: int) -> tuple[FindingGroup, ...]:
    """The groups of one of the file's papers."""
    return tuple(group for group in groups if group.first.paper == number)


def _short(place: Place) -> str:
    """A place within the file, as short as it can be followed: "đoạn 5 “Căn cứ Luật…”"."""
    part = "" if place.part == _("thân văn bản") else place.part
    cell = re.sub(r"\s+", " ", place.cell)
    number = _("đoạn {paragraph}", paragraph=place.paragraph) if place.paragraph else ""
    where = ", ".join(filter(None, (part, cell or number)))
    return " ".join(filter(None, (where, _quote(place.quote))))


def _quote(words: str) -> str:
    if not words:
        return ""
    short = words if len(words) <= _QUOTE else words[: _QUOTE - 1].rstrip(" …") + "…"
    return f"“{short}”"
