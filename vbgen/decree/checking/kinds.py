"""Which rules hold for which kind of paper: the table `kinds.toml`, and its sentences."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Final

from vbgen.messages import _

_TABLE: Final = Path(__file__).parent / "kinds.toml"
_EVERYTHING: Final = "all"


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that hold together, under the words that a clerk knows them by."""

    title: str
    rules: tuple[str, ...]  # ids and patterns

    def holds(self, rule: str) -> bool:
        """Whether the rule is one of the group's."""
        return any(fnmatchcase(rule, pattern) for pattern in self.rules)


@dataclass(frozen=True, slots=True)
class KindOfPaper:
    """A kind of paper: what it is called, and what holds for it by which source."""

    title: str
    source: str
    groups: tuple[RuleGroup, ...]
    is_whole: bool  # everything that there is holds

    def holds(self, rule: str) -> bool:
        """Whether the rule holds for papers of this kind."""
        return any(group.holds(rule) for group in self.groups)

    @property
    def checked(self) -> tuple[str, ...]:
        """What is checked, in the reader's language."""
        return tuple(_(group.title) for group in self.groups)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """What is not checked, in the reader's language; nothing where everything holds."""
        if self.is_whole:
            return ()
        left = (group for group in _named_groups() if group not in self.groups)
        return (_("thể thức theo Nghị định 30/2020/NĐ-CP"), *(_(group.title) for group in left))


@cache
def rule_groups() -> Mapping[str, RuleGroup]:
    """The groups by their names."""
    groups = _read()["groups"]
    return {name: RuleGroup(str(one["title"]), tuple(one["rules"])) for name, one in groups.items()}


def _named_groups() -> tuple[RuleGroup, ...]:
    """The groups that are named where they are not checked."""
    return tuple(rule_groups()[name] for name in _read()["named"])


@cache
def kinds_of_paper() -> Mapping[str, KindOfPaper]:
    """The kinds by their names, those of `FormKind`."""
    return {name: _kind(one["title"], one["source"], one["holds"]) for name, one in _kinds()}


def _kinds() -> "tuple[tuple[str, dict[str, list[str]]], ...]":
    return tuple(_read()["kinds"].items())


def _kind(title: object, source: object, holds: list[str]) -> KindOfPaper:
    groups = tuple(rule_groups()[name] for name in holds)
    return KindOfPaper(str(title), str(source), groups, _EVERYTHING in holds)


@cache
def _read() -> "dict[str, dict[str, dict[str, list[str]]]]":
    return tomllib.loads(_TABLE.read_text("utf-8"))


def kind_sentences() -> tuple[str, ...]:
    """Every sentence of the table that a clerk can read: what a translation must cover."""
    titles = [group.title for group in rule_groups().values()]
    kinds = [kind.title for kind in kinds_of_paper().values()]
    return tuple(dict.fromkeys([*titles, *kinds]))
