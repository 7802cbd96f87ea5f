"""The office's own ranges and switches for the check of forms: `[lint]` in `vbgen.toml`."""

from vbgen.nd30 import Settings
from vbgen.wiring.workspace import Workspace


def lint_settings(workspace: Workspace) -> Settings:
    """The settings of `[lint]`; ProblemsFoundError with every mistake in them."""
    return Settings.from_table(workspace.settings.get("lint", {}))
