"""The law as one office applies it: the shipped rules with the office's own files laid over them."""

import tomllib
from collections.abc import Mapping
from typing import Any

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.law.reading import own_rules
from vbgen.law.rulebook import Rulebook, rulebook, shipped_rules
from vbgen.messages import _

SETTINGS = "vbgen.toml"  # gives its table [law]; every other file is rules alone


def rules_of(files: Mapping[str, bytes]) -> Rulebook:
    """The law by an office's files, name → content; UnreadableFileError with every fault of a file."""
    own = [rule for name, content in files.items() for rule in own_rules(_rules_in(name, content), name)]
    return rulebook(own) if own else shipped_rules()


def _rules_in(name: str, content: bytes) -> dict[str, Any]:
    tables = _tables(name, content)
    return tables.get("law", {}) if name == SETTINGS else tables


def _tables(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        message = _("Tệp quy định {file} không đọc được: {fault}", file=name, fault=fault)
        raise UnreadableFileError(message, (Problem("law-unreadable", message, Place(file=name)),)) from fault
