"""The law as one office applies it: the shipped rules with the office's own files laid over them."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from vbgen.files import toml_tables
from vbgen.law.own_rules import own_versions
from vbgen.law.reading import shipped_files, shipped_rows
from vbgen.law.rulebook import LawOfDay, Rulebook, rulebook

SETTINGS = "vbgen.toml"  # gives its table [law]; every other file is rules alone


SHIPPED, OFFICE = "shipped.", "office."  # begin the names under which a law's tables are kept


def rules_of(files: Mapping[str, bytes]) -> Rulebook:
    """The law by an office's files, name → content; UnreadableFileError with every fault of a file."""
    return _laid_over(shipped_files(), files) if files else _shipped_rules()


@cache
def _shipped_rules() -> Rulebook:
    """What an office without files of its own applies; read once."""
    return _laid_over(shipped_files(), {})


def tables_of(law: LawOfDay) -> dict[str, bytes]:
    """Every table of rules behind a law, those that vbgen ships and the office's own: name → content of the file.

    What `law_from` makes a law of again, whatever vbgen ships by then.
    """
    shipped = {f"{SHIPPED}{name}": content for name, content in law.book.shipped_files.items()}
    return shipped | {f"{OFFICE}{name}": content for name, content in law.book.own_files.items()}


def law_from(tables: Mapping[str, bytes], day: date) -> LawOfDay:
    """The law of a day by tables that `tables_of` gave, and by nothing else; UnreadableFileError as `rules_of`."""
    return _laid_over(_under(SHIPPED, tables), _under(OFFICE, tables)).on(day)


def _under(prefix: str, tables: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        name.removeprefix(prefix): content
        for name, content in tables.items()
        if name.startswith(prefix)
    }


def _laid_over(shipped: Mapping[str, bytes], files: Mapping[str, bytes]) -> Rulebook:
    standing = shipped_rows(shipped)
    own = own_versions(
        {name: _rules_in(name, content) for name, content in files.items()}, standing
    )
    return rulebook(standing, own, shipped_files=shipped, own_files=files)


def _rules_in(name: str, content: bytes) -> dict[str, Any]:
    tables = toml_tables(content, Path(name))
    return tables.get("law", {}) if name == SETTINGS else tables
