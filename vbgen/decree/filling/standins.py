"""The words that stand in for a template's value: vbgen's own names by a table, others by what is around them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

UNKNOWN: Final = "ƻƻƻƻƻƻ"  # letters that are neither capitals nor small, of no word
_TABLE: Final = Path(__file__).parent / "standins.toml"
_AROUND: Final = (  # what stands before a value tells what it will be
    (re.compile(r"\bnăm\s*$"), "2026"),
    (re.compile(r"\btháng\s*$"), "11"),
    (re.compile(r"\bngày\s*$"), "15"),
    (re.compile(r"^\s*[Ss]ố\s*:?\s*$"), "15/ƻƻ-ƻƻ"),
)


@dataclass(frozen=True, slots=True)
class MadeKind:
    """What kind of paper a template makes, as its declaration says: the type's name in capitals, its symbol."""

    type_name: str = ""
    symbol: str = ""

    @property
    def words(self) -> Mapping[str, str]:
        """What the table's places are filled with."""
        return {
            "type": self.type_name or UNKNOWN,
            "type_named": self.type_name.capitalize() or "Văn bản",
            "symbol": f"{self.symbol}-SCT" if self.symbol else "SCT-VP",
            "unknown": UNKNOWN,
        }


def shown(text: str) -> str:
    """A text for a reader: what stands in for an unknown value is a place to be filled in."""
    return re.sub(f"{UNKNOWN[0]}+", "{{…}}", text)


def stand_in(path: str, before: str, made: MadeKind) -> tuple[str, bool]:
    """The words for the value `path`, and whether it is known what they will say."""
    known = _table().get(re.sub(r"\[\d*\]$", "[]", path.split("|", 1)[0].strip()))
    if known is not None:
        words = known.format_map(made.words)
        return words, UNKNOWN not in words
    return next((words for pattern, words in _AROUND if pattern.search(before)), UNKNOWN), False


@cache
def _table() -> Mapping[str, str]:
    return tomllib.loads(_TABLE.read_text("utf-8"))
