"""A clerk reads every act of the journal in words, in either language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import vbgen
from vbgen.messages import use_language
from vbgen.office.designs.choosing import CHOSEN
from vbgen.office.issuing.consent.approvals import APPROVE, SEND_BACK
from vbgen.office.printing.printing import PRINT, REPRINT
from vbgen.register import Relation
from vbgen.register.access.accounts import ACCOUNT_ADDED, ACCOUNT_CLOSED
from vbgen.register.access.unit_links import LINK_CLOSED, LINK_MADE
from vbgen.register.after_issue.signed_files import ANNOUNCED, SIGNED
from vbgen.register.clock import CORRECTED
from vbgen.register.proving.replay import NUMBERED
from vbgen.register.wording.act_words import act_words

WRITERS = {"append", "written", "note", "change_account", "_changed"}
NAMED = {
    *NUMBERED,
    *Relation,
    ACCOUNT_ADDED,
    ACCOUNT_CLOSED,
    LINK_MADE,
    LINK_CLOSED,
    ANNOUNCED,
    SIGNED,
    PRINT,
    REPRINT,
    APPROVE,
    SEND_BACK,
    CORRECTED,
    CHOSEN,
}
_NAME = re.compile(r"[a-z][a-z-]+")


def written_in_source() -> Iterator[str]:
    """Names of acts that stand in the source itself where the journal is written."""
    package = Path(vbgen.__file__).parent
    for path in (*package.glob("register/**/*.py"), *package.glob("office/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _named(node.func) in WRITERS:
                yield from _literals(node.args[1:])


def _named(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def _literals(given: list[ast.expr]) -> Iterator[str]:
    for each in given:
        if isinstance(each, ast.Constant) and _NAME.fullmatch(str(each.value)):
            yield str(each.value)


def test_the_acts_that_the_source_names_are_found() -> None:
    found = set(written_in_source())
    assert {"reserve", "settle", "void", "import"} <= found


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_act_is_told_in_words(language: str) -> None:
    use_language(language)
    try:
        untold = [what for what in {*NAMED, *written_in_source()} if act_words(what) == what]
    finally:
        use_language("vi")
    assert untold == []
