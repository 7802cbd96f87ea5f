"""A way out is a value: what the core says names no command and no option, so that every face can word it."""

import ast
import re
from pathlib import Path

import click
import pytest

from vbgen.cli.app import app

PACKAGE = Path(__file__).parents[2] / "vbgen"


def spoken(path: Path) -> list[str]:
    """The sentences of a module that a person reads."""
    return [
        str(node.args[0].value)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def command_line() -> re.Pattern[str]:
    """`vbgen` before the name of a command, and anything that looks like an option."""
    names = "|".join(app().list_commands(click.Context(app())))
    return re.compile(rf"\bvbgen ({names})\b|(?:^|[\s“(])--[a-z]")


def test_no_sentence_outside_the_command_line_names_a_command_or_an_option() -> None:
    pattern = command_line()
    found = {
        f"{path.relative_to(PACKAGE)}: {sentence}"
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] != "cli"
        for sentence in spoken(path)
        if pattern.search(sentence)
    }
    assert found == set()


@pytest.mark.parametrize(
    "sentence",
    ["Hãy chạy “vbgen register list”.", "vbgen init", "hãy thêm --phase", "“--yes”", "--yes"],
)
def test_a_command_and_an_option_are_seen(sentence: str) -> None:
    assert command_line().search(sentence)


@pytest.mark.parametrize("sentence", ["do vbgen lập", "bản vbgen mới", "từ 05 -- 12", "a--b"])
def test_other_sentences_are_let_alone(sentence: str) -> None:
    assert not command_line().search(sentence)
