"""The law as vbgen ships it, and as an office has it with rules of its own."""

from datetime import date

from vbgen.law.honour import Honour
from vbgen.law.office import rules_of
from vbgen.law.rulebook import LawOfDay, Rulebook

SHIPPED = rules_of({})


def rules_by(text: str, name: str = "quy-che.toml") -> Rulebook:
    """The law with an office's own file of that text."""
    return rules_of({name: text.encode()})


def law_on(year: int, month: int, day: int) -> LawOfDay:
    """The shipped law of a day."""
    return SHIPPED.on(date(year, month, day))


def honour(name: str) -> Honour:
    """The shipped title or form of that name."""
    return SHIPPED.find(name)
