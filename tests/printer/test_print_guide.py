"""The guide on printing says what the program does."""

import re
from pathlib import Path

import click
import pytest

from tests.sample.sample_campaign import ROOT
from vbgen.cli.app import app
from vbgen.model.stock import Printed
from vbgen.printer.stocks import Stocks

GUIDE = (ROOT / "docs" / "vi" / "in-giay-khen.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ (vbgen .*)$", GUIDE, re.MULTILINE)


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_guide_has_its_options(line: str) -> None:
    name, *words = line.split()[1:]
    command = app().commands[name]
    known = {
        option
        for param in command.params
        if isinstance(param, click.Option)
        for option in param.opts
    }
    assert {word for word in words if re.match(r"--?[a-z]", word)} <= known


def test_every_stock_that_the_guide_uses_is_shipped_or_shown(stocks: Stocks) -> None:
    used = set(re.findall(r"--stock (\S+)", GUIDE))
    assert used - {"phoi-so"} <= set(stocks.names())


def test_every_part_that_stock_can_carry_is_explained() -> None:
    assert [part for part in Printed if f"`{part.value}`" not in GUIDE] == []


def test_every_picture_of_the_guide_is_there_and_small() -> None:
    found = [ROOT / "docs" / "vi" / name for name in re.findall(r"\]\((\S+\.png)\)", GUIDE)]
    assert len(found) == 4
    assert all(Path(path).stat().st_size < 100_000 for path in found)


def test_the_stock_file_of_the_guide_can_be_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    (tmp_path / "phoi-so.toml").write_text(example, "utf-8")
    assert len(Stocks((tmp_path,)).find("phoi-so").printed) == 4
