"""Stocks, calibrations and print files of a workspace."""

from pathlib import Path

from vbgen.office.setting.workspace import Workspace, output_of, shipped
from vbgen.printer.calibrations import FILE
from vbgen.printer.stocks import Stocks

_STOCKS = Path("templates") / "stocks"


def stocks_of(workspace: Workspace) -> Stocks:
    """The workspace's own stocks, then the shipped ones."""
    own = (workspace.root / _STOCKS,) if workspace.root else ()
    return Stocks(tuple(dict.fromkeys((*own, shipped() / _STOCKS))))


def calibrations_of(workspace: Workspace) -> Path:
    """Where the readings of the office's printers are kept."""
    return (workspace.root or Path.cwd()) / FILE


def print_folder(workspace: Workspace, campaign: Path) -> Path:
    """Where print files of a campaign go."""
    return output_of(workspace) / campaign.resolve().name / "print"
