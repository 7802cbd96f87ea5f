"""Titles and commendation forms by their names, as vbgen ships them."""

from vbgen.law.honour import Honour, UnknownHonourError
from vbgen.law.honour_type import HonourType
from vbgen.law.rulebook import shipped_rules

__all__ = ["Honour", "HonourType", "UnknownHonourError", "award_names", "find_honour", "honours"]


def honours() -> tuple[Honour, ...]:
    """All honours that vbgen ships, highest first."""
    return shipped_rules().honours


def award_names() -> list[str]:
    """Their statutory names, highest first, as drop-down lists offer them."""
    return [honour.name for honour in honours()]


def find_honour(name: str) -> Honour:
    """The shipped honour of that name in any accepted spelling; UnknownHonourError without one."""
    return shipped_rules().find(name)
