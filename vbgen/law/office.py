"""The law as one office applies it: the shipped rules with the office's own files laid over them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vbgen.files import toml_tables
from vbgen.law.reading import own_rules
from vbgen.law.rulebook import Rulebook, rulebook, shipped_rules

SETTINGS = "vbgen.toml"  # gives its table [law]; every other file is rules alone


def rules_of(files: Mapping[str, bytes]) -> Rulebook:
    """The law by an office's files, name → content; UnreadableFileError with every fault of a file."""
    own = [rule for name, content in files.items() for rule in own_rules(_rules_in(name, content), name)]
    return rulebook(own) if own else shipped_rules()


def _rules_in(name: str, content: bytes) -> dict[str, Any]:
    tables = toml_tables(content, Path(name))
    return tables.get("law", {}) if name == SETTINGS else tables
