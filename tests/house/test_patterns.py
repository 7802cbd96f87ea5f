"""Patterns mean the same to every Python that the house runs on."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]  # the tree that a pattern is compiled from

import vbgen

UNRUN = "vbgen.windows_untried"  # needs Windows to be imported


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that stands in a module, with its name."""
    for found in pkgutil.walk_packages(vbgen.__path__, "vbgen."):
        if (
            found.name.startswith(UNRUN)
            or found.name.endswith("__main__")
            or ".versions." in found.name
        ):
            continue
        if found.name == "vbgen.register.migrations.env":  # run by alembic alone
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{found.name}.{name}", value


def test_no_pattern_is_possessive_for_python_3_11_2_reads_those_wrongly() -> None:
    every = list(patterns())
    assert len(every) > 100
    trees = {
        name: str(_parser.parse(each.pattern, each.flags & ~re.UNICODE)) for name, each in every
    }
    bad = [name for name, tree in trees.items() if "POSSESSIVE" in tree or "ATOMIC" in tree]
    assert bad == []
