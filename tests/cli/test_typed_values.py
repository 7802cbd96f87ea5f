"""A value that an option does not take is said as it was typed."""

import click
import pytest

from vbgen.cli.screen.usage import usage_sentence


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
