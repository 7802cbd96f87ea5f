"""Rules of an office as it writes them."""

from vbgen.law.office import rules_of
from vbgen.law.rulebook import Rulebook


def rules_by(text: str, name: str = "quy-che.toml") -> Rulebook:
    """The law with an office's own file of that text."""
    return rules_of({name: text.encode()})
