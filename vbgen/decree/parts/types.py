"""The types of administrative papers and their abbreviations, as the decree lists them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vbgen.words.names import fold


@dataclass(frozen=True, slots=True)
class PaperType:
    """One of the decree's types; a công văn has no type name and no abbreviation."""

    name: str
    abbreviation: str
    old: tuple[str, ...] = ()

    @property
    def is_decision(self) -> bool:
        """Whether it is built on grounds and an order: quyết định, nghị quyết."""
        return self.abbreviation in {"QĐ", "NQ"}


@cache
def paper_types() -> tuple[PaperType, ...]:
    """All types of Điều 7 that have a name."""
    rows = tomllib.loads((Path(__file__).parent / "types.toml").read_text("utf-8"))["type"]
    return tuple(
        PaperType(row["name"], row["abbreviation"], tuple(row.get("old", ()))) for row in rows
    )


@cache
def _by_name() -> dict[str, PaperType]:
    return {fold(item.name): item for item in paper_types()}


def type_named(text: str) -> PaperType | None:
    """The type whose name is the whole of the text, whatever its case; `None` otherwise."""
    return _by_name().get(fold(text.strip(" .:…0123456789()*")))


def type_abbreviated(text: str) -> PaperType | None:
    """The type that has exactly this abbreviation."""
    return next((item for item in paper_types() if item.abbreviation == text and text), None)
