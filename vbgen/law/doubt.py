"""What to do about a rule that nobody has verified."""

from vbgen.law.rule import Rule
from vbgen.law.tables import TABLES
from vbgen.ways import CompareSource, WayOut, WriteOwnRule


def doubt_ways(rule: Rule) -> tuple[WayOut, ...]:
    """Both ways out: the rule's text, or the office's own rule in its place."""
    table = next(name for name, kind in TABLES.items() if kind is type(rule))
    return CompareSource(rule.citation), WriteOwnRule(table, rule.id)
