"""A value that an option does not take is said as it was typed."""

import click
import pytest

from tests.cli.command_line import vbgen
from vbgen.cli.screen.usage import usage_sentence
from vbgen.office.references import papers_meant


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (click.IntRange(min=1), "-1"),
        (click.IntRange(min=1, max=9), "10"),
        (click.IntRange(min=1), "hai ba"),
        (click.INT, "it's"),
        (click.FloatRange(min=0.5), "0.25"),
        (click.Choice(["a", "b"]), "c"),
        (click.DateTime(), "mai"),
        (click.Path(exists=True), "không/có"),
    ],
)
def test_the_value_is_quoted_as_it_was_typed(kind: click.ParamType[object], typed: str) -> None:
    command = click.Command("x", params=[click.Option(["--limit"], type=kind)])
    with pytest.raises(click.BadParameter) as caught:
        command.make_context("x", ["--limit", typed])
    assert f"“{typed}”" in usage_sentence(caught.value)


BEYOND = "9" * 20  # no database holds such a number


@pytest.mark.parametrize(
    "typed",
    [
        ("register", "list", "--year"),
        ("register", "list", "--limit"),
        ("register", "list", "--offset"),
        ("register", "show", "01/QĐ-SCT", "--year"),
        ("register", "search", "--number"),
        ("register", "unit-folders", "--year"),
        ("archive", "export", "--year"),
        ("copy", "01/QĐ-SCT", "--as", "sao-y", "--date", "2030-06-01", "--copies"),
    ],
)
def test_numbers_that_no_register_holds_are_told(
    capsys: pytest.CaptureFixture[str], typed: tuple[str, ...]
) -> None:
    done = vbgen(capsys, *typed, BEYOND)
    assert done.code == 2
    assert f"“{BEYOND}” không phải là số nguyên" in done.err


def test_a_number_that_no_register_holds_names_no_paper() -> None:
    assert papers_meant(f"{BEYOND}/QĐ-SCT") is None
    assert papers_meant("999999999/QĐ-SCT") is not None
