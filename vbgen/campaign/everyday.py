"""Everyday words of clerks for columns and for rows that are no data; data, which an office can add to."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class RowWords:
    """How rows that are no data begin or what they say, in small letters with their marks."""

    totals: tuple[str, ...]
    groups: tuple[str, ...]
    units: tuple[str, ...]
    notes: tuple[str, ...]
    signatures: tuple[str, ...]


def headings_of(table: str) -> Mapping[str, tuple[str, ...]]:
    """Field → its everyday headings, for one table of the campaign."""
    return {field: tuple(titles) for field, titles in _shipped()["columns"].get(table, {}).items()}


def ordinals() -> tuple[str, ...]:
    """Headings of a column that numbers its rows."""
    return tuple(_shipped()["ordinals"])


def hints() -> tuple[str, ...]:
    """Words behind a heading that tell how to fill the column in."""
    return tuple(_shipped()["hints"])


@cache
def row_words() -> RowWords:
    """Words of rows that are no data."""
    return RowWords(**{name: tuple(words) for name, words in _shipped()["rows"].items()})


@cache
def _shipped() -> Mapping[str, Any]:
    return tomllib.loads((files("vbgen.campaign.reading") / "everyday.toml").read_text("utf-8"))
